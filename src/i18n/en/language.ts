import { pluralOf } from '../plural.ts';

/** The language of these files: the `lang` of every page, the order of lists, and the rules of plurals. */
export const language = 'en-GB';

/** The words for a number. */
export const plural = /* @__PURE__ */ pluralOf(language);

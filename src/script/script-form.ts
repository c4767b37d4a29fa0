import type { Content, Script } from '../content/content.ts';
import { fieldDefinitions } from './engine/check.ts';
import type { FormProps } from './ui/ScriptForm.tsx';

/** What the form of a script needs: its fields with those of the case sheet filled in, its variants, and how the organisation writes dates and money. */
export const formOf = (
  script: Script,
  { fields, organisation }: Pick<Content, 'fields' | 'organisation'>,
): FormProps => ({
  script: {
    id: script.id,
    title: script.title,
    fields: Object.entries(fieldDefinitions(script, fields)).map(([name, field]) => ({
      ...field,
      name,
      shared: script.fields[name] === 'shared',
    })),
    variants: script.variants,
  },
  locale: organisation.locale,
  currency: organisation.currency,
});

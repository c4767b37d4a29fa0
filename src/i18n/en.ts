/**
 * Every word of the software that somebody sees, one constant for each part of the site, so that a page loads only the
 * parts it needs. Another language is another file of this shape. Words of the playbook itself stand in content/.
 */

/** The language of this file: the `lang` of every page, and the rules of its plurals. */
export const language = 'en-GB';

/** The walk through a tree, its result, memo, map and worksheet. */
export const tree = {} as const;

/** The page of a script: its form, its copying, its call mode. */
export const script = {} as const;

/** The library of scripts. */
export const library = {} as const;

/** Search: the box, its results, and what is said when there are none. */
export const search = {} as const;

/** Head, foot and everything around a page. */
export const site = {} as const;

/** The pages that hold no guide, script or tree: home, lists, sources, about, not found, offline. */
export const pages = {} as const;

/** The upkeep report and what each page says of its own. */
export const upkeep = {} as const;

/** The one file to take along. */
export const singleFile = {} as const;

/**
 * Every word of the software that somebody sees, one constant for each part of the site, so that a page loads only the
 * parts it needs. Another language is another file of this shape. Words of the playbook itself stand in content/.
 */

/** The language of this file: the `lang` of every page, and the rules of its plurals. */
export const language = 'en-GB';

/** The walk through a tree, its result, memo, map and worksheet. */
export const tree = {
  rungs: {
    'carry-on': 'Carry on',
    'repair-our-part': 'Repair our part',
    'hear-them-out': 'Hear them out',
    'set-a-limit': 'Set a limit',
    'challenge-the-decision-maker': 'Challenge the decision-maker',
    'plan-the-exit': 'Plan the exit',
    'end-it': 'End it',
    'stop-now': 'Stop now',
  },
  or: (parts: readonly string[]) => joined(parts, 'or'),
  and: (parts: readonly string[]) => joined(parts, 'and'),
  onlyIf: (facts: string) => `Only if: ${facts}.`,
  onlyUnless: (facts: string) => `Not if: ${facts}.`,
} as const;

/** Parts with commas, the last after a word. */
function joined(parts: readonly string[], word: string): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`;
}

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

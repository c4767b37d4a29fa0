import { plural } from './language.ts';

/** The library of scripts. */
export const library = {
  all: (count: number) => plural(count, { one: 'All # script.', other: 'All # scripts.' }),
  some: (shown: number, all: number) => `${shown} of ${plural(all, { one: '# script.', other: '# scripts.' })}`,
  none: 'No script matches. Remove a filter.',
} as const;

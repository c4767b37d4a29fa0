/** The library of scripts. Its page carries no more than it has to: nothing here needs the rules of plurals. */
export const library = {
  all: (count: number) => `Showing all ${count}.`,
  some: (shown: number, all: number) => `Showing ${shown} of ${all}.`,
  none: 'No script matches. Remove a filter.',
} as const;

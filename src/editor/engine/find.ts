/** A text as it is looked through: in one line, without the stars of Markdown, and with the quotes that somebody types. */
export const searched = (text: string): string =>
  text.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replaceAll('*', '').replace(/\s+/g, ' ').trim();

/**
 * Those whose title is what was typed, then those whose title begins with it, whatever the capitals and quotes.
 * @param all in their order, which stays where nothing else is said
 * @param typed with nothing in it nothing is found
 */
export function titledAs<T extends { readonly title: string }>(all: readonly T[], typed: string): readonly T[] {
  const words = searched(typed);
  if (words === '') return [];
  const found = all.filter(({ title }) => searched(title).startsWith(words));
  const isIt = ({ title }: T): boolean => searched(title) === words;
  return [...found.filter(isIt), ...found.filter((one) => !isIt(one))];
}

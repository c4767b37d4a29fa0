/** A title as an id: "They don't answer" becomes they-dont-answer. */
export const idOf = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/[\p{M}'’"]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

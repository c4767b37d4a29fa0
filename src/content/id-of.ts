/** Letters that are no a to z with a sign on it, as one writes them without. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** A title as an id: "They don't answer" becomes they-dont-answer. */
export const idOf = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/[\p{M}'’"]/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => letters[letter] ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

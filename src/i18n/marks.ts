/** A piece of a text with marks: plain, strong, code, or what the page makes a link or a date of. */
export interface Piece {
  readonly kind: 'plain' | 'strong' | 'code' | 'bracket';
  readonly text: string;
}

const marks = /\[([^\]]+)\]|\*\*(.+?)\*\*|`([^`]+)`/g;

/** The signs of marks, and what stands for each in a value; Unicode leaves those to private use. */
const signs = '[]*`';
const stand = (at: number): string => String.fromCodePoint(0xe000 + at);

/** A value for a text with marks, such as a title or a name: its own brackets and stars are no marks. */
export const verbatim = (value: string): string =>
  [...value].map((sign) => (signs.includes(sign) ? stand(signs.indexOf(sign)) : sign)).join('');

const restored = (text: string): string =>
  text.replace(/[\ue000-\ue003]/g, (sign) => signs[sign.charCodeAt(0) - 0xe000] ?? sign);

/**
 * Splits a text of the language file at its marks: `[words]`, `**words**` and `` `words` ``.
 * @param text the text; values in it went through {@link verbatim}
 * @returns the pieces in order, none of them empty
 */
export function readMarks(text: string): Piece[] {
  const pieces: Piece[] = [];
  const add = (kind: Piece['kind'], words: string) => {
    if (words !== '') pieces.push({ kind, text: restored(words) });
  };
  let from = 0;
  for (const match of text.matchAll(marks)) {
    const [whole, bracket, strong, code] = match;
    add('plain', text.slice(from, match.index));
    add('bracket', bracket ?? '');
    add('strong', strong ?? '');
    add('code', code ?? '');
    from = match.index + whole.length;
  }
  add('plain', text.slice(from));
  return pieces;
}

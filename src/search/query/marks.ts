import { root, wordsOf } from './normalise.ts';

/** A piece of text, marked when it is a word that was searched for. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts a text into pieces, with the words marked that share a root with one of the words searched for. */
export function markWords(text: string, searched: Iterable<string>): Piece[] {
  const roots = new Set([...searched].map(root));
  return text
    .split(/([\p{L}\p{N}][\p{L}\p{N}\p{M}'\u2019]*)/u)
    .map((part, at) => ({ text: part, marked: at % 2 === 1 && wordsOf(part).some((word) => roots.has(root(word))) }))
    .filter((piece) => piece.text !== '');
}

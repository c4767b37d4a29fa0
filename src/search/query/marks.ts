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

/** Whether a text has all words in some form. Pagefind takes a shorter word for one that it does not have. */
export function hasAll(text: string, words: readonly string[]): boolean {
  const roots = new Set(wordsOf(text).map(root));
  return words.every((word) => roots.has(root(word)));
}

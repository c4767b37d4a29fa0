import { wordsOf } from './normalise.ts';

/*
 * Somebody desperate may type the very words of an alias, and nothing but filler: "is it just me". The index keeps each
 * alias between two borders, so that a query that is an alias from end to end can be told from one that shares words with it.
 */

/** Stands before and after every alias in the index. No word of any language. */
export const border = 'xqx';
/** Nobody writes longer aliases. */
const mostWords = 12;

/** The aliases of a page for the index. */
export function borderedAliases(keywords: string, contractions: ReadonlyMap<string, string>): string {
  const aliases = keywords
    .split(',')
    .map((alias) => wordsOf(alias, contractions).join(' '))
    .filter((alias) => alias !== '');
  return aliases.length === 0 ? '' : `${border} ${[...new Set(aliases)].join(` ${border} `)} ${border}`;
}

/** What to send to find pages with an alias of exactly these words; nothing when there can be none. */
export const wholeAlias = (words: readonly string[]): string | undefined =>
  words.length === 0 || words.length > mostWords ? undefined : `"${border} ${words.join(' ')} ${border}"`;

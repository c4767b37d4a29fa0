import { tellingWords, type Lean } from './lean.ts';
import { root } from './normalise.ts';
import { pack, unpack, type Packed } from './front-coding.ts';

/*
 * The index knows titles, aliases and headings, and of running text what those name elsewhere. Somebody may all the same
 * remember a rare word of a page. These lists lead from each such word to its pages. There is one for each letter that
 * a word may begin with, so that little has to load; they are asked when nothing else is found.
 */

/** The words of one letter, as shipped in `search-running/`: those with h in `h.json`. */
export interface RunningWordsData {
  /** The roots of the words. */
  readonly words: Packed;
  /** For each of `words` the places of its pages when all are sorted by id, such as "3 17,4". */
  readonly places: string;
}

/** A word that more than this share of all pages have leads to none of them. */
const mostShare = 0.15;

/** Every letter that has a list, and `other` for what is no letter of the Latin alphabet. */
export const letters: readonly string[] = [...'abcdefghijklmnopqrstuvwxyz', 'other'];
/** The letter whose list may have a word. */
export const letterOf = (word: string): string => /^[a-z]/.exec(word)?.[0] ?? 'other';

/**
 * Makes the lists, without words that many pages have.
 *
 * @param pages the pages with all their text, sorted by id
 * @param isKnown whether the index has a word
 * @param filler words that carry no meaning
 * @param contractions short forms and what they stand for
 * @returns gives the list of a letter
 */
export function makeRunningWords(
  pages: readonly Lean[],
  isKnown: (word: string) => boolean,
  filler: ReadonlySet<string>,
  contractions: ReadonlyMap<string, string>,
): (letter: string) => RunningWordsData {
  const places = new Map<string, Set<number>>();
  for (const [at, page] of pages.entries()) {
    const text = [page.summary, ...page.sections.map((section) => section.text)].join(' ');
    for (const word of tellingWords(text, filler, contractions)) {
      if (isKnown(word)) continue;
      const key = root(word);
      places.set(key, (places.get(key) ?? new Set()).add(at));
    }
  }
  const rare = [...places]
    .filter(([, at]) => at.size <= Math.max(6, pages.length * mostShare))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return (letter) => {
    const own = rare.filter(([word]) => letterOf(word) === letter);
    return { words: pack(own.map(([word]) => word)), places: own.map(([, at]) => [...at].join(' ')).join(',') };
  };
}

/**
 * Finds the pages that have a word.
 *
 * @param word any form of it
 * @param data the list of its letter
 * @param ids the ids of all pages, sorted
 */
export function pagesWith(word: string, { words, places }: RunningWordsData, ids: readonly string[]): string[] {
  const at = unpack(words).indexOf(root(word));
  const own = at < 0 ? undefined : places.split(',')[at];
  return own?.split(' ').flatMap((place) => ids[Number(place)] ?? []) ?? [];
}

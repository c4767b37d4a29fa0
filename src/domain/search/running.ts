import { commonShare, tellingWords, type Lean } from './lean.ts';
import { root } from './normalise.ts';
import { pack, unpack, type Packed } from './packed.ts';

/*
 * The index knows titles, aliases and headings, and of running text what those name elsewhere. Somebody may all the same
 * remember a rare word of a page. This list leads from each such word to its pages; it is asked when nothing else is found.
 */

/** The list as shipped in `search-running.json`. */
export interface RunningWordsData {
  /** The ids of the pages. */
  readonly pages: readonly string[];
  /** The roots of the words. */
  readonly words: Packed;
  /** For each of `words` the places in `pages` of those that have it, such as "3 17,4". */
  readonly places: string;
}

/** The ids of the pages whose running text has a word. */
export type RunningWords = (word: string) => ReadonlySet<string>;

/**
 * Makes the list, without words that many pages have.
 *
 * @param pages the pages with all their text, and their ids
 * @param isKnown whether the index has a word
 * @param filler words that carry no meaning
 * @param contractions short forms and what they stand for
 */
export function makeRunningWords(
  pages: readonly { readonly id: string; readonly page: Lean }[],
  isKnown: (word: string) => boolean,
  filler: ReadonlySet<string>,
  contractions: ReadonlyMap<string, string>,
): RunningWordsData {
  const places = new Map<string, Set<number>>();
  for (const [at, { page }] of pages.entries()) {
    const text = [page.summary, ...page.sections.map((section) => section.text)].join(' ');
    for (const word of tellingWords(text, filler, contractions)) {
      if (isKnown(word)) continue;
      const key = root(word);
      places.set(key, (places.get(key) ?? new Set()).add(at));
    }
  }
  const rare = [...places]
    .filter(([, at]) => at.size <= Math.max(6, pages.length * commonShare))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    pages: pages.map(({ id }) => id),
    words: pack(rare.map(([word]) => word)),
    places: rare.map(([, at]) => [...at].join(' ')).join(','),
  };
}

/** Reads the list that the site ships. */
export function readRunningWords({ pages, words, places }: RunningWordsData): RunningWords {
  const having = places.split(',').map((at) => new Set(at.split(' ').flatMap((place) => pages[Number(place)] ?? [])));
  const ids = new Map(unpack(words).map((word, at) => [word, having[at]]));
  return (word) => ids.get(root(word)) ?? new Set();
}

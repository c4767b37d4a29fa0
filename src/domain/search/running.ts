import { commonShare, tellingWords, type Lean } from './lean.ts';
import { root } from './normalise.ts';

/*
 * The index knows titles, aliases and headings, and of running text what those name elsewhere. Somebody may all the same
 * remember a rare word of a page. This list leads from each such word to its pages; it is asked when nothing else is found.
 */

/** The list as shipped in `search-running.json`. */
export interface RunningWordsData {
  /** The ids of the pages. */
  readonly pages: readonly string[];
  /** The root of a word and the places in `pages` of those that have it, such as "witness 3 17". */
  readonly words: readonly string[];
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
  const rare = [...places].filter(([, at]) => at.size <= Math.max(6, pages.length * commonShare));
  return {
    pages: pages.map(({ id }) => id),
    words: rare.map(([word, at]) => [word, ...at].join(' ')).sort(),
  };
}

/** Reads the list that the site ships. */
export function readRunningWords({ pages, words }: RunningWordsData): RunningWords {
  const ids = new Map(
    words.map((line) => {
      const [word = '', ...places] = line.split(' ');
      return [word, new Set(places.flatMap((at) => pages[Number(at)] ?? []))] as const;
    }),
  );
  return (word) => ids.get(root(word)) ?? new Set();
}

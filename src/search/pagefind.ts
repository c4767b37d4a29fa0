import { letterOf, pagesWith, type RunningWordsData } from './query/body-words.ts';
import type { Library } from './query/search.ts';
import type { Filters, Hit, Index } from './query/types.ts';

/** What Pagefind tells of a page, as far as we use it. */
export interface PageData {
  readonly url: string;
  /** `title`, and `keywords` for its aliases. */
  readonly meta: Readonly<Record<string, string>>;
  /**
   * `kind`, `topic`, `situation`; and what is shown of the page: `summary`, `first` for the first line of a script, and
   * `part` for the parts of a guide.
   */
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** A page that Pagefind found; `data` fetches what is shown of it. */
export interface PageHit extends Hit {
  data(): Promise<PageData>;
}

/** The part of Pagefind's own interface that we use. */
export interface Pagefind {
  options(options: Readonly<Record<string, unknown>>): Promise<void>;
  init(): Promise<void>;
  /** Loads the parts of the index that have these words, and asks nothing. */
  preload(words: string): Promise<void>;
  search(
    query: string | null,
    options: { filters: Record<string, { any: readonly string[] }> },
  ): Promise<{ readonly results: readonly PageHit[] }>;
}

/** Pagefind would want a page to have all values of a filter; here one is enough. */
const anyOf = (filters: Filters) =>
  Object.fromEntries(Object.entries(filters).map(([name, values]) => [name, { any: values }]));

/** Every page that Pagefind knows. */
const everyPage = async (pagefind: Pagefind, filters: Filters = {}): Promise<readonly PageHit[]> =>
  (await pagefind.search(null, { filters: anyOf(filters) })).results;

/** Pagefind as an index of the query layer. Answers are kept, since typing on asks mostly for the same words. */
export function asIndex(pagefind: Pagefind): Index<PageHit> {
  const kept = new Map<string, Promise<readonly PageHit[]>>();
  return {
    search(query, filters = {}) {
      const key = JSON.stringify([query, filters]);
      let answer = kept.get(key);
      if (answer === undefined) {
        if (kept.size > 500) kept.clear();
        answer = pagefind.search(query, { filters: anyOf(filters) }).then(({ results }) => results);
        answer.catch(() => kept.delete(key));
        kept.set(key, answer);
      }
      return answer;
    },
  };
}

/**
 * The lists of words of running text, beside an index that leaves those words out.
 * @param load loads the list of a letter
 */
export function asRunning(
  pagefind: Pagefind,
  load: (letter: string) => Promise<RunningWordsData | undefined>,
): NonNullable<Library<PageHit>['running']> {
  return {
    async pagesWith(word) {
      const [data, pages] = await Promise.all([load(letterOf(word)), everyPage(pagefind)]);
      return data ? pagesWith(word, data, pages.map(({ id }) => id).sort()) : [];
    },
    pages: (filters) => everyPage(pagefind, filters),
  };
}

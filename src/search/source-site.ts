import { ranking } from './query/ranking.ts';
import { letters, type RunningWordsData } from './query/body-words.ts';
import type { Library } from './query/search.ts';
import { readVocabulary } from './query/vocabulary.ts';
import { readWordList, type WordListData } from './query/words.ts';
import type { VocabularyData } from '../content/schemas/site.ts';
import { asIndex, asRunning, type PageHit, type Pagefind } from './pagefind.ts';

/** What to offer when nothing is found: from `search-instead.json`, written by the build. */
export interface Instead {
  readonly situations: readonly Offer[];
  readonly trees: readonly Offer[];
}
/** A link to offer; the address counts from the site's root. */
export interface Offer {
  readonly words: string;
  readonly address: string;
}

/** The address of a file or page of this site, under whatever path the site lies. */
export const addressOf = (path: string): URL =>
  new URL(path.replace(/^\//, ''), new URL(document.documentElement.dataset['base'] ?? '/', location.href));

async function json<T>(path: string): Promise<T> {
  const response = await fetch(addressOf(path));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}

/** Keeps what a loader gave; asks anew after a failure. */
function kept<T>(load: () => Promise<T>): () => Promise<T> {
  let promise: Promise<T> | undefined;
  return () => {
    promise ??= load();
    promise.catch(() => (promise = undefined));
    return promise;
  };
}

const loadPagefind = kept(async (): Promise<Pagefind> => {
  // In a variable: the bundler must leave this file of the index where it is.
  const file = addressOf('pagefind/pagefind.js').href;
  const pagefind = (await import(/* @vite-ignore */ file)) as Pagefind;
  // A search takes a few milliseconds; a worker of its own would cost more to load than it saves.
  await pagefind.options({ ranking, baseUrl: addressOf('').pathname, noWorker: true });
  await pagefind.init();
  return pagefind;
});

/** Loads the index, the vocabulary and the words of the site, once. */
export const loadLibrary = kept(async (): Promise<Library<PageHit>> => {
  const [pagefind, vocabulary, words] = await Promise.all([
    loadPagefind(),
    json<VocabularyData>('search-vocabulary.json'),
    json<WordListData>('search-words.json'),
  ]);
  const running = new Map(
    letters.map((letter) => [letter, kept(() => json<RunningWordsData>(`search-running/${letter}.json`))]),
  );
  return {
    index: asIndex(pagefind),
    vocabulary: readVocabulary(vocabulary),
    words: readWordList(words),
    running: asRunning(pagefind, async (letter) => running.get(letter)?.()),
  };
});

/** Loads the parts of the index that have these words, so that they are there when it is asked. */
export const preload = async (words: string): Promise<void> => (await loadPagefind()).preload(words);

/** Loads what to offer when nothing is found, once. */
export const loadInstead = kept(() => json<Instead>('search-instead.json'));

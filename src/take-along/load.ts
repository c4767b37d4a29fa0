import type { Instead } from '../client/search/load.ts';
import type { PageHit } from '../client/search/pagefind.ts';
import { lean } from '../domain/search/lean.ts';
import type { Library } from '../domain/search/search.ts';
import { readVocabulary } from '../domain/search/vocabulary.ts';
import { makeWordList, readWordList } from '../domain/search/words.ts';
import type { VocabularyData } from '../schemas/site.ts';
import { memoryIndex } from './memory-index.ts';
import { readPages } from './read-pages.ts';

// Stands in for src/client/search/load.ts: what the site fetches, the file has in itself.

/** The address of a page of the file. */
export const addressOf = (path: string): URL => new URL(`#${path}`, location.href);

const data = <T>(name: string): T =>
  JSON.parse(document.querySelector(`[data-search-${name}]`)?.textContent ?? '') as T;

let library: Library<PageHit> | undefined;

/** Makes an index of the pages in the file, once. */
export const loadLibrary = async (): Promise<Library<PageHit>> => (library ??= makeLibrary());

function makeLibrary(): Library<PageHit> {
  const vocabulary = readVocabulary(data<VocabularyData>('vocabulary'));
  const pages = lean(readPages(document, data<Instead>('instead')), vocabulary.filler, vocabulary.contractions);
  const weights = Object.fromEntries(pages.map(({ address, weight }) => [address, weight]));
  return {
    index: memoryIndex(pages),
    vocabulary,
    words: readWordList(makeWordList(pages, weights, vocabulary.contractions)),
  };
}

/** What to offer when nothing is found. */
export const loadInstead = async (): Promise<Instead> => data('instead');

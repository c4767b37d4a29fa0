import type { Instead } from '../../search/source-site.ts';
import type { PageHit } from '../../search/pagefind.ts';
import { borderedAliases } from '../../search/query/aliases.ts';
import { lean, questionInShort } from '../../search/query/lean.ts';
import { packParts } from '../../search/query/parts.ts';
import { letterOf, makeRunningWords, pagesWith } from '../../search/query/body-words.ts';
import type { Library } from '../../search/query/search.ts';
import { readVocabulary } from '../../search/query/vocabulary.ts';
import { makeWordList, readWordList } from '../../search/query/words.ts';
import { fileData, type FileData } from './data.ts';
import { memoryIndex } from './memory-index.ts';
import { sectionsOf } from './sections.ts';

// `#search-source` (package.json) is this module in the file: what the site fetches, the file has in itself.

/** The address of a page of the file. */
export const addressOf = (path: string): URL => new URL(`#${path}`, location.href);

let library: Library<PageHit> | undefined;

/** Makes an index of the pages in the file, once. */
export const loadLibrary = async (): Promise<Library<PageHit>> =>
  (library ??= makeLibrary(await fileData(), (id) => document.getElementById(id)));

/**
 * Makes an index of what can be found in the file, in the same way as the build does for the site (src/integrations/search-index.ts).
 *
 * @param data what the file carries for search
 * @param pageOf finds a page by its address
 */
export function makeLibrary(
  data: Pick<FileData, 'records' | 'vocabulary' | 'real'>,
  pageOf: (address: string) => Element | null,
): Library<PageHit> {
  const vocabulary = readVocabulary(data.vocabulary);
  const { filler, contractions } = vocabulary;
  const records = data.records.map((record) => ({
    ...record,
    sections: record.sections ?? sectionsOf(pageOf(record.url)),
  }));
  const parts = packParts(records, filler, contractions);
  const short = (record: (typeof records)[number]) =>
    record.kind === 'question' ? questionInShort(record, filler, contractions) : record;
  const pages = lean(records.map(short), filler, contractions);
  const words = readWordList({
    ...makeWordList(pages, Object.fromEntries(pages.map(({ url, weight }) => [url, weight])), vocabulary),
    real: data.real,
  });
  const index = memoryIndex(
    pages.map((page, at) => ({
      ...page,
      keywords: borderedAliases(page.keywords, contractions),
      shown: records[at] ?? page,
      parts: page.kind === 'guide' ? (parts[at] ?? []) : [],
    })),
  );
  const sorted = records.toSorted((a, b) => (a.url < b.url ? -1 : 1));
  const ids = sorted.map(({ url }) => url);
  const isKnown = (word: string) => words.find(word) !== undefined;
  let running: ReturnType<typeof makeRunningWords> | undefined;
  return {
    index,
    vocabulary,
    words,
    running: {
      async pagesWith(word) {
        running ??= makeRunningWords(sorted, isKnown, filler, contractions);
        return pagesWith(word, running(letterOf(word)), ids);
      },
      pages: (filters) => index.pages(filters),
    },
  };
}

/** The index is whole as soon as it is there. */
export const preload = async (): Promise<void> => undefined;

/** What to offer when nothing is found. */
export const loadInstead = async (): Promise<Instead> => (await fileData()).instead;

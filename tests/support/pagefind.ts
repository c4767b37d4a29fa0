import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { asIndex, asRunning, type PageHit, type Pagefind } from '../../src/search/pagefind.ts';
import { ranking } from '../../src/search/query/ranking.ts';
import type { Library } from '../../src/search/query/search.ts';
import { readVocabulary } from '../../src/search/query/vocabulary.ts';
import { readWordList } from '../../src/search/query/words.ts';
import { sites } from './sites.ts';

/** Pagefind fetches its own files; Node's fetch cannot read files from the disk. */
function fetchFromDisk(): void {
  const fetchFromNet = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (!address.startsWith('file:')) return fetchFromNet(input, init);
    return new Response(await readFile(fileURLToPath(address.split('?')[0]!)));
  };
}

/** The built folder that tests look at: the environment variable DIST, or what the tests built for the root. */
export const dist = resolve(process.env.DIST ?? sites[0].folder);

/** Loads the index of a built site into Node, as the browser does, without a worker. */
export async function loadPagefind(folder = dist, options: Record<string, unknown> = {}): Promise<Pagefind> {
  fetchFromDisk();
  const pagefind = (await import(
    /* @vite-ignore */ pathToFileURL(join(folder, 'pagefind/pagefind.js')).href
  )) as Pagefind;
  await pagefind.options({ ranking, baseUrl: '/', noWorker: true, ...options });
  await pagefind.init();
  return pagefind;
}

/** All that search needs, from a built site. */
export async function loadLibrary(folder = dist): Promise<Library<PageHit>> {
  const json = async (name: string) => JSON.parse(await readFile(join(folder, name), 'utf8'));
  const pagefind = await loadPagefind(folder);
  return {
    index: asIndex(pagefind),
    vocabulary: readVocabulary(await json('search-vocabulary.json')),
    words: readWordList(await json('search-words.json')),
    running: asRunning(pagefind, (letter) => json(`search-running/${letter}.json`)),
  };
}

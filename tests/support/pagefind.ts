import { readFileSync, readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { hasAll } from '../../src/search/query/marks.ts';
import { root } from '../../src/search/query/normalise.ts';
import { unpack, type Packed } from '../../src/search/query/packed.ts';
import { readIndex, type SearchIndex } from '../../src/search/query/search-index.ts';
import { search } from '../../src/search/query/search.ts';
import { sites } from './sites.ts';

/** The part of Pagefind's interface that tests use. */
interface Pagefind {
  readonly createInstance: (options: Readonly<Record<string, unknown>>) => Instance;
}
interface Instance {
  search(query: string): Promise<{ results: readonly { data(): Promise<PageData> }[] }>;
  destroy(): Promise<void>;
}

interface PageData {
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly content: string;
}

/** The built folder that tests look at: the environment variable DIST, or what the tests built for the root. */
export const dist = resolve(process.env['DIST'] ?? sites[0].folder);

/** What people say, as a built site ships it. */
export const loadIndex = (folder = dist): SearchIndex =>
  readIndex(unpack(JSON.parse(readFileSync(join(folder, 'search.json'), 'utf8')) as Packed));

/** Searches the text of pages as the search box does, each time as if for the first time; tells also what was loaded. */
type AskText = (words: readonly string[]) => Promise<{ urls: string[]; files: ReadonlySet<string> }>;

/** Loads the index of a built site into Node, as the browser does. Pagefind fetches its files; here they come from the disk. */
export async function loadText(folder = dist): Promise<AskText> {
  let files = new Set<string>();
  const fetchFromNet = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : input instanceof URL ? input.href : input;
    if (!address.startsWith('file:')) return fetchFromNet(input, init);
    const file = fileURLToPath(address.split('?')[0] ?? '');
    files.add(file);
    return new Response(await readFile(file));
  };
  const basePath = pathToFileURL(join(folder, 'pagefind/')).href;
  const { createInstance } = (await import(/* @vite-ignore */ `${basePath}pagefind.js`)) as Pagefind;
  return async (words) => {
    files = new Set();
    const pagefind = createInstance({ baseUrl: '/', basePath, noWorker: true });
    const { results } = await pagefind.search(words.map(root).join(' '));
    const pages = await Promise.all(results.slice(0, 2).map((result) => result.data()));
    await pagefind.destroy();
    const found = pages.filter(({ meta, content }) => hasAll(`${meta['title'] ?? ''} ${content}`, words));
    return { urls: found.map(({ url }) => url), files };
  };
}

/** Bytes of a file on the way: what is text is packed by servers. */
const sizeOf = (file: string): number =>
  /\.(js|json)$/.test(file) ? gzipSync(readFileSync(file), { level: 9 }).length : statSync(file).size;

/** What readers load for a search, in bytes. */
export interface SearchBytes {
  /** Until the first results: what people say, and the code. */
  readonly said: number;
  /** All of a first search with the text of pages: the most of these queries. */
  readonly withText: number;
  /** A later search that asks for words nobody asked for before: the most of these queries. */
  readonly later: number;
}

/** Counts what readers load who ask these queries, each for itself. */
export async function searchBytes(queries: readonly string[], folder = dist): Promise<SearchBytes> {
  const code = readdirSync(join(folder, '_astro')).filter((file) => /^(box|plural|wear)\..*\.js$/.test(file));
  if (code.length !== 3) throw new Error(`The code of search is not where it was: ${code.join(', ')}`);
  const sum = (files: readonly string[]) => files.reduce((bytes, file) => bytes + sizeOf(file), 0);
  const said = sum([join(folder, 'search.json'), ...code.map((file) => join(folder, '_astro', file))]);
  const index = loadIndex(folder);
  const text = await loadText(folder);
  let [begin, later] = [0, 0];
  for (const query of queries) {
    const files = [...(await text(search(query, index).inText)).files];
    const once = files.filter((file) => /wasm|pf_meta|entry/.test(file));
    begin = Math.max(begin, sum([join(folder, 'pagefind/pagefind.js'), ...once]));
    later = Math.max(later, sum(files.filter((file) => !once.includes(file))));
  }
  return { said, withText: said + begin + later, later };
}

import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { hasAll } from '../../src/search/query/marks.ts';
import { sites } from './sites.ts';

/** The part of Pagefind's interface that tests use. */
interface Pagefind {
  options(options: Readonly<Record<string, unknown>>): Promise<void>;
  search(query: string): Promise<{ results: readonly { data(): Promise<PageData> }[] }>;
}

interface PageData {
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly content: string;
}

/** The files that a search of the text asked for, from the built folder. */
export const asked: string[] = [];

/** The built folder that tests look at: the environment variable DIST, or what the tests built for the root. */
export const dist = resolve(process.env['DIST'] ?? sites[0].folder);

/** Loads the index of a built site into Node, as the browser does. Pagefind fetches its files; here they come from the disk. */
export async function loadText(folder = dist): Promise<(words: readonly string[]) => Promise<string[]>> {
  const fetchFromNet = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : input instanceof URL ? input.href : input;
    if (!address.startsWith('file:')) return fetchFromNet(input, init);
    const file = fileURLToPath(address.split('?')[0] ?? '');
    asked.push(file);
    return new Response(await readFile(file));
  };
  const pagefind = (await import(
    /* @vite-ignore */ pathToFileURL(join(folder, 'pagefind/pagefind.js')).href
  )) as Pagefind;
  await pagefind.options({ baseUrl: '/', noWorker: true });
  return async (words) => {
    const { results } = await pagefind.search(words.join(' '));
    return (await Promise.all(results.slice(0, 2).map((result) => result.data())))
      .filter(({ meta, content }) => hasAll(`${meta['title'] ?? ''} ${content}`, words))
      .map(({ url }) => url);
  };
}

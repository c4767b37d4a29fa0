import { wear } from '../site/client/wear.ts';
import styles from './box/results.css?url';
import { kept } from './kept.ts';
import { hasAll } from './query/marks.ts';
import { root } from './query/normalise.ts';
import { unpack, type Packed } from './query/packed.ts';
import type { SearchSource, TextHit } from './query/types.ts';

/** The part of Pagefind's interface that we use. */
interface Pagefind {
  options(options: Readonly<Record<string, unknown>>): Promise<void>;
  search(query: string): Promise<{ readonly results: readonly { data(): Promise<PageData> }[] }>;
}
interface PageData {
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly plain_excerpt: string;
  /** The whole text. */
  readonly content: string;
}

/** How many pages of a search of the text are fetched: each is a request. */
const mostHits = 2;

/** The address of a file or page of this site, under whatever path the site lies. */
function addressOf(path: string): string {
  const base = new URL(document.documentElement.dataset['base'] ?? '/', location.href);
  const { pathname, hash } = new URL(path.replace(/^\//, ''), base);
  return pathname + hash;
}

const loadPagefind = kept(async (): Promise<Pagefind> => {
  // In a variable: the bundler must leave this file of the index where it is.
  const file = addressOf('pagefind/pagefind.js');
  const pagefind = (await import(/* @vite-ignore */ file)) as Pagefind;
  // A search takes a few milliseconds; a worker of its own would cost more to load than it saves.
  await pagefind.options({ baseUrl: '/', noWorker: true });
  return pagefind;
});

/** What results look like: loaded with the first search. */
const dress = kept(() => wear(styles));

/** The site as search sees it: one file of what people say, and Pagefind for the text. */
export const source: SearchSource = {
  address: addressOf,
  async load() {
    const [response] = await Promise.all([fetch(addressOf('search.json')), dress()]);
    if (!response.ok) throw new Error(`search.json: ${response.status}`);
    return unpack((await response.json()) as Packed);
  },
  async text(words) {
    const { results } = await (await loadPagefind()).search(words.map(root).join(' '));
    const pages = await Promise.all(results.slice(0, mostHits).map((result) => result.data()));
    const found = pages.filter(({ meta, content }) => hasAll(`${meta['title'] ?? ''} ${content}`, words));
    return found.map(({ url, meta, filters, plain_excerpt }): TextHit => ({
      url,
      title: meta['title'] ?? url,
      kind: filters['kind']?.[0] ?? '',
      excerpt: plain_excerpt,
    }));
  },
};

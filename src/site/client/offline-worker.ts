import { addPlugins, createHandlerBoundToURL, precache } from 'workbox-precaching';
import { registerRoute, setCatchHandler } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { offlineAddress } from '../../routes.ts';
import { isHashed } from '../hashed-files.ts';
import { isCurrent, isOfRelease, isOfSite, marked, mayKeep, mustGo, pagesCache } from './offline-rules.ts';

// The site without a network: pages that were opened, and search. With a network readers always get what the server
// has. Files named after their content never change and come from the cache; everything else is asked of the server
// first, and the copy is for when it does not answer. Only addresses that the build wrote are touched: at the root of
// a server other applications have theirs in the same scope. A release asks for no page again: what somebody read
// before would stand in the server's log. Why: docs/decisions/0020-what-the-worker-keeps.md.

/** What the build wrote (src/integrations/offline.ts); addresses count from the site's root, without a slash before them. */
export interface Built {
  readonly release: string;
  /** Kept from the start: code and styles, search, the page shown in place of others. Each with what tells its content from any other. */
  readonly files: readonly (readonly [address: string, digest: string])[];
  /** Kept once somebody opened them: pages, what they load, and what is left out of `files` for its size. */
  readonly others: readonly string[];
}
declare const BUILT: Built;

type Lasting = Event & { waitUntil(work: Promise<unknown>): void };
/** The part of a worker's own interface that we use; the types of pages do not have it. */
interface Worker {
  readonly location: { readonly href: string };
  readonly registration: { readonly scope: string; unregister(): Promise<boolean> };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { includeUncontrolled: boolean }): Promise<readonly { readonly url: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
}
declare const self: Worker;

const { scope } = self.registration;
const { release, files, others } = BUILT;
const digests = new Map(files);
const written = new Set(others);
const pagesName = pagesCache(scope);
const filesName = `good-terms-files ${release} ${scope}`;
/** Code and styles of older releases, for copies of pages that were made then. */
const olderName = `good-terms-older ${scope}`;
/** Once this worker is taken away, it touches nothing any more. */
let gone = false;

/** An address without what was typed: queries and answers are kept nowhere. */
const bare = (address: string): string => {
  const url = new URL(address);
  return url.origin + url.pathname;
};
/** Counted from the site's root; undefined for what lies elsewhere. */
const pathOf = (address: string): string | undefined =>
  address.startsWith(scope) ? bare(address).slice(scope.length) : undefined;
/** Asks the server whether its copy has changed, however long the browser might keep its own. */
const fresh = (request: Request): Request => new Request(request, { cache: 'no-cache' });

/** Whether a file is what the build wrote. A file without a digest is taken as it comes. */
async function isAsBuilt(address: string, answer: Response): Promise<boolean> {
  const digest = digests.get(pathOf(address) ?? '');
  if (digest === undefined) return true;
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await answer.clone().arrayBuffer()));
  return btoa(String.fromCharCode(...bytes)).startsWith(digest);
}

interface Step {
  readonly request: Request;
  readonly event?: Event;
}
/** Files of this release: kept only as the build made them. A copy that is damaged or gone is fetched anew when it is wanted. */
const asBuilt = {
  fetchDidSucceed: async ({ request, response }: Step & { response: Response }) =>
    // What the browser itself keeps may be damaged as well.
    (await isAsBuilt(request.url, response)) ? response : fetch(new Request(request, { cache: 'reload' })),
  cacheWillUpdate: async ({ request, response }: Step & { response: Response }) =>
    mayKeep(response) && (await isAsBuilt(request.url, response)) ? response : null,
  cachedResponseWillBeUsed: async ({
    request,
    event,
    cacheName,
    cachedResponse,
  }: Step & { cacheName: string; cachedResponse?: Response }) => {
    if (cachedResponse && (await isAsBuilt(request.url, cachedResponse))) return cachedResponse;
    // While a release is taken in, what is missing is fetched anyway.
    if (event?.type === 'install') return null;
    const answer = await fetch(bare(request.url), { cache: 'reload' }).catch(() => undefined);
    if (!answer || !mayKeep(answer) || !(await isAsBuilt(request.url, answer))) return null;
    await (await caches.open(cacheName)).put(request, answer.clone());
    return answer;
  },
};

/** Pages: without their query, as the server gave them for this very address, for so many days. */
const pageCopies = {
  cacheKeyWillBeUsed: async ({ request }: Step) => bare(request.url),
  requestWillFetch: async ({ request }: Step) => fresh(request),
  fetchDidSucceed: async ({ request, response }: Step & { response: Response }) => {
    if (mustGo(response)) await (await caches.open(pagesName)).delete(bare(request.url));
    return response;
  },
  cacheWillUpdate: async ({ response }: Step & { response: Response }) =>
    !gone && mayKeep(response) ? marked(response, release, Date.now()) : null,
  cacheDidUpdate: async ({ newResponse }: { newResponse: Response }) => keepParts(newResponse.clone()),
  cachedResponseWillBeUsed: async ({ cachedResponse }: { cachedResponse?: Response }) =>
    cachedResponse && isCurrent(cachedResponse, Date.now()) ? cachedResponse : null,
};

addPlugins([asBuilt]);
precache(files.map(([address, digest]) => ({ url: scope + address, revision: isHashed(address) ? null : digest })));

const isFile = (address: string): boolean => !gone && digests.has(pathOf(address) ?? '');
const isOther = (address: string): boolean => !gone && written.has(pathOf(address) ?? '');
const hashed = (address: string): boolean => isHashed(pathOf(address) ?? '');

const copyOf = (address: string) => createHandlerBoundToURL(bare(address));

registerRoute(
  ({ url: { href } }) => isFile(href) && hashed(href),
  (options) => copyOf(options.url.href)(options),
);
// Files of search that are not named after their content: those kept from the start belong together.
registerRoute(
  ({ url: { href } }) => isFile(href),
  async (options) => fetch(fresh(options.request)).catch(() => copyOf(options.url.href)(options)),
);
registerRoute(
  ({ url: { href } }) => isOther(href) && hashed(href),
  new CacheFirst({ cacheName: filesName, plugins: [asBuilt] }),
);
const pages = new NetworkFirst({ cacheName: pagesName, plugins: [pageCopies] });
registerRoute(
  ({ url: { href } }) => isOther(href),
  (options) => {
    (options.event as Lasting).waitUntil(tidy());
    return pages.handle(options);
  },
);
// A page of an older release, without a network.
registerRoute(
  ({ url: { href } }) => !gone && pathOf(href)?.startsWith('_astro/') === true,
  async ({ request, url }) =>
    fetch(request).catch(async () => (await (await caches.open(olderName)).match(bare(url.href))) ?? Response.error()),
);
setCatchHandler(async (options) =>
  options.request.mode === 'navigate'
    ? copyOf(scope + offlineAddress.slice(1))({ ...options, url: new URL(options.request.url) })
    : Response.error(),
);

self.addEventListener('install', (event) => {
  void self.skipWaiting();
  event.waitUntil(keepOlder());
});
self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
  // Pages wait for a worker that takes over, but not for this.
  void keepOpened().then(sweep);
});

/** Puts aside code and styles of the release before, which is about to be dropped: copies of its pages need them. */
async function keepOlder(): Promise<void> {
  const pages = await (await caches.open(pagesName)).keys();
  if (pages.length === 0) return;
  const older = await caches.open(olderName);
  for (const name of await caches.keys()) {
    if (!isOfSite(name, scope) || !name.startsWith('workbox-precache')) continue;
    const before = await caches.open(name);
    for (const request of await before.keys()) {
      const path = pathOf(request.url) ?? '';
      const copy = path.startsWith('_astro/') && !digests.has(path) ? await before.match(request) : undefined;
      if (copy) await older.put(request, copy);
    }
  }
}

/** Takes over from an older release and drops its files. */
async function takeOver(): Promise<void> {
  await self.clients.claim();
  for (const name of await caches.keys())
    if (name.startsWith('good-terms-files ') && isOfSite(name, scope) && name !== filesName) await caches.delete(name);
}

/** The first page that a reader opens comes along: it is there before the worker. The browser has it, so no server is asked. */
async function keepOpened(): Promise<void> {
  const pages = await caches.open(pagesName);
  for (const { url } of await self.clients.matchAll({ includeUncontrolled: true })) {
    const address = bare(url);
    if (isOther(address) && !(await pages.match(address))) await keep(address, 'force-cache');
  }
}

/** Keeps an address that no page asked for, by the same rules. */
async function keep(address: string, cache: RequestCache): Promise<void> {
  const answer = await fetch(address, { cache }).catch(() => undefined);
  if (!answer || gone || !mayKeep(answer)) return;
  const copy = marked(answer, release, Date.now());
  await (await caches.open(pagesName)).put(address, copy.clone());
  await keepParts(copy);
}

/** A page that starts something names the data for it. It is kept along, so that what was opened can be started as well. */
async function keepParts(page: Response): Promise<void> {
  if (!/^text\/html\b/.test(page.headers.get('content-type') ?? '')) return;
  const text = await page.text();
  const { pathname } = new URL(scope);
  const pages = await caches.open(pagesName);
  for (const path of others) {
    if (!path.endsWith('.json') || !text.includes(`"${pathname}${path}"`)) continue;
    const copy = await pages.match(scope + path);
    if (!copy || !isOfRelease(copy, release)) await keep(scope + path, 'no-cache');
  }
}

/** Drops what nobody opened for long, what the build no longer writes, and code that no copy needs any more. */
async function sweep(): Promise<void> {
  const pages = await caches.open(pagesName);
  let older = false;
  for (const request of await pages.keys()) {
    const copy = await pages.match(request);
    if (!copy || !written.has(pathOf(request.url) ?? '') || !isCurrent(copy, Date.now())) await pages.delete(request);
    else older ||= !isOfRelease(copy, release);
  }
  if (!older) await caches.delete(olderName);
}

/** Each time the worker is woken: sweeps, and looks whether the server still has a worker. When it has none, this one goes with all that it kept. */
let tidied: Promise<void> | undefined;
const tidy = (): Promise<void> =>
  (tidied ??= (async () => {
    const answer = await fetch(self.location.href, { method: 'HEAD', cache: 'no-store' }).catch(() => undefined);
    if (answer?.status !== 404 && answer?.status !== 410) return sweep();
    gone = true;
    for (const name of await caches.keys()) if (isOfSite(name, scope)) await caches.delete(name);
    await self.registration.unregister();
  })());

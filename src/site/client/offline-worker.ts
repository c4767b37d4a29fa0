import { matchPrecache, precache } from 'workbox-precaching';
import { registerRoute, setCatchHandler } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { isForPrograms, offlineAddress, singleFileAddress } from '../../routes.ts';
import { isHashed } from '../hashed-files.ts';

// The site without a network: pages that were visited, and search. With a network readers always get what the server
// has. Files named after their content never change and come from the cache; everything else is asked of the server
// first, and the copy is for when it does not answer. What belongs to an older release goes when a newer one is here.

/** A file of this release, to be kept from the start: code and styles, search, the page shown in place of others. */
export interface KeptFile {
  readonly url: string;
  /** What tells this content from others; null when the name does. */
  readonly revision: string | null;
  /** What the content must be; left out when the name says it. */
  readonly integrity?: string;
}

/** Written by the build (src/integrations/offline.ts). */
declare const FILES: KeptFile[];
declare const RELEASE: string;

/** The part of a worker's own interface that we use; the types of pages do not have it. */
interface Worker {
  readonly registration: { readonly scope: string };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { includeUncontrolled: boolean }): Promise<readonly { readonly url: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(
    type: 'install' | 'activate',
    listener: (event: Event & { waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
}
declare const self: Worker;

const { scope } = self.registration;
const pagesName = `good-terms-pages ${scope}`;
const filesName = `good-terms-files ${RELEASE} ${scope}`;

/** An address without what was typed: queries and answers are kept nowhere. */
const bare = (address: string): string => {
  const url = new URL(address);
  return url.origin + url.pathname;
};
/** Asks the server whether its copy has changed, however long the browser might keep its own. */
const fresh = (request: Request): Request => new Request(request, { cache: 'no-cache' });

/** How pages are kept: without their query, and only as the server gave them for this very address. */
const pageCopies = {
  cacheKeyWillBeUsed: async ({ request }: { request: Request }) => bare(request.url),
  cacheWillUpdate: async ({ response }: { response: Response }) =>
    response.status === 200 && !response.redirected ? response : null,
  requestWillFetch: async ({ request }: { request: Request }) => fresh(request),
};

const pathOf = (url: URL): string | undefined =>
  url.href.startsWith(scope) ? bare(url.href).slice(scope.length) : undefined;

const keptAddresses = new Set(FILES.map(({ url }) => new URL(url, scope).href));
precache(FILES);

const files = new CacheFirst({ cacheName: filesName });
registerRoute(
  ({ url }) => isHashed(pathOf(url) ?? ''),
  async (options) => (await matchPrecache(bare(options.url.href))) ?? files.handle(options),
);
const isLeftToTheNetwork = (path: string): boolean => path === singleFileAddress || isForPrograms(path);
registerRoute(
  ({ url }) => pathOf(url) !== undefined && !isLeftToTheNetwork(`/${pathOf(url)}`) && !isKept(url),
  new NetworkFirst({ cacheName: pagesName, plugins: [pageCopies] }),
);
// Files of search that are not named after their content: those kept from the start belong together.
registerRoute(
  ({ url }) => isKept(url),
  async ({ request, url }) =>
    fetch(fresh(request)).catch(async () => (await matchPrecache(bare(url.href))) ?? Response.error()),
);
setCatchHandler(async ({ request }) =>
  request.mode === 'navigate'
    ? ((await matchPrecache(scope + offlineAddress.slice(1))) ?? Response.error())
    : Response.error(),
);

function isKept(url: URL): boolean {
  return keptAddresses.has(bare(url.href));
}

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
  // Pages wait for a worker that takes over, but not for this.
  void renewPages();
});

/** Takes over from an older release and drops its files. */
async function takeOver(): Promise<void> {
  await self.clients.claim();
  for (const name of await caches.keys())
    if (name.startsWith('good-terms-files ') && name.endsWith(` ${scope}`) && name !== filesName)
      await caches.delete(name);
}

/** Fetches the visited pages anew, so that none is older than this release. The first page that a reader opens comes along: it is there before the worker. */
async function renewPages(): Promise<void> {
  const pages = await caches.open(pagesName);
  const open = (await self.clients.matchAll({ includeUncontrolled: true })).map(({ url }) => bare(url));
  const visited = (await pages.keys()).map(({ url }) => url);
  const waiting = [...new Set([...open, ...visited])].filter((address) => address.startsWith(scope));
  const renew = async (): Promise<void> => {
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      const answer = await fetch(address, { cache: 'no-cache' }).catch(() => undefined);
      if (answer?.status === 200 && !answer.redirected) await pages.put(address, answer);
      // Anything else may pass: a server that asks to sign in, or none at all.
      else if (answer?.status === 404 || answer?.status === 410) await pages.delete(address);
    }
  };
  await Promise.all([renew(), renew(), renew()]);
}

import { matchPrecache, precache } from 'workbox-precaching';
import { registerRoute, setCatchHandler } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';

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

/** Written by the build (src/build/offline.ts). */
declare const FILES: KeptFile[];
declare const RELEASE: string;

/** The part of a worker's own interface that we use; the types of pages do not have it. */
interface Worker {
  readonly registration: { readonly scope: string };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(): Promise<readonly { readonly url: string }[]>;
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
const withoutQuery = { cacheKeyWillBeUsed: async ({ request }: { request: Request }) => bare(request.url) };

/** Files named after their content. */
const hashed = /^(_astro\/|pagefind\/(fragment|index|filter)\/|pagefind\/[^/]+\.pf_meta$)/;
const pathOf = (url: URL): string | undefined =>
  url.href.startsWith(scope) ? bare(url.href).slice(scope.length) : undefined;

precache(FILES);

const files = new CacheFirst({ cacheName: filesName });
registerRoute(
  ({ url }) => hashed.test(pathOf(url) ?? ''),
  async (options) => (await matchPrecache(bare(options.url.href))) ?? files.handle(options),
);
registerRoute(
  ({ url }) => pathOf(url) !== undefined && pathOf(url) !== 'good-terms.html' && !isKept(url),
  new NetworkFirst({ cacheName: pagesName, plugins: [withoutQuery] }),
);
// Files of search that are not named after their content: those kept from the start belong together.
registerRoute(
  ({ url }) => isKept(url),
  async ({ request, url }) => fetch(request).catch(async () => (await matchPrecache(bare(url.href))) ?? Response.error()),
);
setCatchHandler(async ({ request }) =>
  request.mode === 'navigate' ? ((await matchPrecache(`${scope}offline/`)) ?? Response.error()) : Response.error(),
);

function isKept(url: URL): boolean {
  const address = bare(url.href);
  return FILES.some((file) => new URL(file.url, scope).href === address);
}

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

/** Takes over from an older release: drops its files, and fetches the visited pages anew so that none is older than this. */
async function takeOver(): Promise<void> {
  await self.clients.claim();
  for (const name of await caches.keys())
    if (name.startsWith('good-terms-files ') && name.endsWith(` ${scope}`) && name !== filesName)
      await caches.delete(name);
  const pages = await caches.open(pagesName);
  // The first page a reader opens is there before the worker.
  const open = (await self.clients.matchAll()).map(({ url }) => bare(url));
  const visited = (await pages.keys()).map(({ url }) => url);
  for (const address of new Set([...open, ...visited])) {
    const answer = await fetch(address, { cache: 'no-cache' }).catch(() => undefined);
    if (answer?.ok && !answer.redirected) await pages.put(address, answer);
    else if (answer) await pages.delete(address);
  }
}

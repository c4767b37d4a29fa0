import { kept as words } from '../../i18n/en.ts';
import { isOfSite, keptDays, pagesCache } from './offline-rules.ts';

/**
 * The part of the about page that says what this browser keeps of the site, and removes it. Without code it says
 * nothing: then nothing is kept that a page could remove.
 */
const part = document.querySelector<HTMLElement>('[data-kept]');
const told = part?.querySelector<HTMLElement>('[role=status]');
const { dataset } = document.documentElement;
const base = dataset['base'] ?? '/';
const scope = new URL(base, location.href).href;
/** Other sites of the server share the browser's storage; the names of this one's entries begin alike. */
const own = `good-terms ${base} `;

/** How many copies of pages there are; undefined where the browser keeps none at all. */
async function copies(): Promise<number | undefined> {
  if (!('caches' in globalThis) || !navigator.serviceWorker) return undefined;
  const name = pagesCache(scope);
  if (!(await caches.has(name))) return 0;
  return (await (await caches.open(name)).keys()).filter(({ url }) => url.endsWith('/')).length;
}

/** Removes it all: the worker first, since it would go on keeping. */
async function remove(): Promise<void> {
  await (await navigator.serviceWorker?.getRegistration(scope))?.unregister();
  if ('caches' in globalThis)
    for (const name of await caches.keys()) if (isOfSite(name, scope)) await caches.delete(name);
  for (const storage of [localStorage, sessionStorage])
    for (const name of Object.keys(storage)) if (name.startsWith(own)) storage.removeItem(name);
  delete dataset['theme'];
}

async function begin(part: HTMLElement, told: HTMLElement): Promise<void> {
  const count = await copies().catch(() => undefined);
  told.textContent = count === undefined ? words.noCopies : words.copies(count, keptDays);
  part.hidden = false;
  part.querySelector('button')?.addEventListener('click', () => {
    remove().then(
      () => (told.textContent = words.removed),
      () => (told.textContent = words.notRemoved),
    );
  });
}
if (part && told) void begin(part, told);

import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { serve, type Serving } from '../../../src/cli/serve.ts';
import { startBrowser } from '../../support/browser.ts';
import { sites } from '../../support/sites.ts';

const [root, sub] = sites;
const guide = 'guides/when-they-push/paying-late/';
const unvisited = 'guides/warning-signs/keep-a-record/';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** A browser's page; any word on the console fails the test, but for what browsers say when the network is gone. */
async function openPage(): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (!message.text().includes('net::ERR_CONNECTION_REFUSED')) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  onTestFinished(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });
  return { page, context };
}

/** All that is kept, as the names of the caches and the addresses in them. */
const kept = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(async () => {
    const all: Record<string, string[]> = {};
    for (const name of await caches.keys()) all[name] = (await (await caches.open(name)).keys()).map(({ url }) => url);
    return all;
  });
const keptPages = async (page: Page): Promise<string[]> =>
  Object.entries(await kept(page)).flatMap(([name, addresses]) =>
    name.startsWith('good-terms-pages') ? addresses : [],
  );

/** Opens a page and waits until the worker has taken over and kept it. */
async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await expect.poll(() => keptPages(page), { timeout: 10_000 }).toContain(address.replace(/[?#].*/, ''));
}

async function searchFor(page: Page, words: string): Promise<string[]> {
  await page.keyboard.press('/');
  await page.locator('dialog input[type=search]').fill(words);
  await page.locator('.search__title').first().waitFor();
  return page.locator('.search__title').allInnerTexts();
}

/** Builds the site a second time, from a copy in which one guide has changed, as after an edit. */
function buildNextRelease(folder: string, from: string, to: string): void {
  const copy = resolve('.cache/next-release');
  rmSync(copy, { recursive: true, force: true });
  for (const name of ['src', 'content', 'public', 'package.json', 'tsconfig.json', 'astro.config.mjs'])
    cpSync(name, join(copy, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'dir');
  const file = join(copy, 'content', `${guide.slice(0, -1)}.mdx`);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
  // What the test runner says of itself would be taken for the site's own.
  const own = ['DEV', 'PROD', 'MODE', 'SSR', 'TEST', 'VITEST', 'BASE_URL'];
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.includes(name)));
  const built = spawnSync(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', resolve(folder)],
    {
      cwd: copy,
      env: { ...environment, NODE_ENV: 'production', BASE_PATH: root.base, SITE_URL: root.site },
      encoding: 'utf8',
    },
  );
  rmSync(copy, { recursive: true, force: true });
  if (built.status !== 0) throw new Error(`The second build failed:\n${built.stdout}\n${built.stderr}`);
}

const before = 'This alone clears up many late payments';
const after = 'This alone clears up many late pterodactyl payments';

describe('without a network', () => {
  const next = '.cache/site/next';
  beforeAll(() => buildNextRelease(next, before, after));

  test('visited pages and search work, and a new release shows at once', async () => {
    let server = await serve(root.folder, root.base, 0);
    const { address } = server;
    const port = Number(new URL(address).port);
    const stop = () => server.close();
    const start = async (folder: string) => (server = await serve(folder, root.base, port));
    onTestFinished(stop);
    const { page } = await openPage();

    // The first page is there before the worker, and is kept all the same. A query is not.
    await visit(page, address + guide);
    await visit(page, `${address}search/?q=sesame`);
    expect(JSON.stringify(await kept(page))).not.toContain('sesame');

    await stop();
    await page.goto(address + guide);
    expect(await page.locator('main').innerText()).toContain(before);
    expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('17px');
    expect(await searchFor(page, 'late payment')).toContain('Ask for a late payment');
    await page.goto(address + unvisited);
    expect(await page.locator('h1').innerText()).toBe('You’re offline');

    // A newer release at the same address: its words show with the first visit, while the old worker is still there.
    await start(next);
    await page.goto(address + guide);
    expect(await page.locator('main').innerText()).toContain(after);

    // The new worker takes over. What belongs to the old release is gone, also from pages that were not opened again.
    const entries = readFileSync(join(next, 'sw.js'), 'utf8');
    const oldFiles = async () =>
      Object.entries(await kept(page))
        .filter(([name]) => !name.startsWith('good-terms-pages'))
        .flatMap(([, addresses]) => addresses)
        .filter((url) => {
          // A file that is not named after its content carries what tells this content from others.
          const { pathname, searchParams } = new URL(url);
          return !entries.includes(pathname) || !entries.includes(searchParams.get('__WB_REVISION__') ?? '');
        });
    await expect.poll(oldFiles, { timeout: 15_000 }).toEqual([]);
    await stop();
    await page.goto(address + guide);
    expect(await page.locator('main').innerText()).toContain(after);
    expect(await searchFor(page, 'pterodactyl')).toContain('They pay late');
  });

  test('a page visited only before the release is of the new release as well', async () => {
    let server = await serve(root.folder, root.base, 0);
    const { address } = server;
    onTestFinished(() => server.close());
    const { page } = await openPage();
    await visit(page, address + guide);
    await visit(page, `${address}scripts/late-payment/`);
    await server.close();
    server = await serve(next, root.base, Number(new URL(address).port));
    await page.goto(address);
    const text = () =>
      page.evaluate(
        async (url) => (await (await caches.match(url, { ignoreSearch: true }))?.text()) ?? '',
        address + guide,
      );
    await expect.poll(text, { timeout: 15_000 }).toContain(after);
    await server.close();
    await page.goto(address + guide);
    expect(await page.locator('main').innerText()).toContain(after);
    await page.goto(`${address}scripts/late-payment/`);
    await page.getByLabel('Invoice number').fill('2026-118');
    expect(await page.locator('.script__text').innerText()).toContain('2026-118');
    // Nothing that was typed is kept.
    const bodies = await page.evaluate(async () => {
      const found: string[] = [];
      for (const name of await caches.keys())
        for (const request of await (await caches.open(name)).keys()) found.push(request.url);
      return found.join(' ');
    });
    expect(bodies).not.toContain('2026-118');
  });

  test('under a sub-path only what is below it is kept', async () => {
    const server: Serving = await serve(sub.folder, sub.base, 0);
    onTestFinished(() => server.close());
    const { page } = await openPage();
    await visit(page, server.address + guide);
    const registered = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
    expect(registered).toBe(server.address);
    const addresses = Object.values(await kept(page)).flat();
    expect(addresses.length).toBeGreaterThan(100);
    expect(addresses.filter((url) => !url.startsWith(server.address))).toEqual([]);
    expect(addresses.filter((url) => url.includes('good-terms.html'))).toEqual([]);
  });

  test('on plain http nothing happens', async () => {
    const server = await serve(root.folder, root.base, 0);
    onTestFinished(() => server.close());
    const { page, context } = await openPage();
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    await page.goto(server.address.replace('localhost', 'intranet.test'));
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    expect(await page.evaluate(() => 'serviceWorker' in navigator)).toBe(false);
    await page.waitForLoadState('networkidle');
    expect(asked.filter((url) => url.includes('sw.js'))).toEqual([]);
  });
});

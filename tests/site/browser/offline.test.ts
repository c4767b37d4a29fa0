import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sirv from 'sirv';
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

/** A server whose answers a test may alter, and its log. */
interface Altered {
  readonly address: string;
  /** Every request since it was last emptied: the method and the path as it came. */
  log: string[];
  folder: string;
  /** Answers in the place of the site, or adds headers to what the site answers; true when the answer is given. */
  alter: (path: string, response: ServerResponse) => boolean;
  /** Whether it answers at all. */
  off: boolean;
}
async function serveAltered(): Promise<Altered> {
  const server = createServer((request: IncomingMessage, response) => {
    const path = request.url ?? '/';
    if (altered.off) return void request.socket.destroy();
    altered.log.push(`${request.method} ${path}`);
    if (altered.alter(path, response)) return;
    sirv(altered.folder, { etag: true, dev: true })(request, response, () => void response.writeHead(404).end());
  });
  const altered: Altered = { address: '', log: [], folder: root.folder, alter: () => false, off: false };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return Object.assign(altered, { address: `http://localhost:${(server.address() as AddressInfo).port}/` });
}

/** How many workers the browser has for the page's server. */
const workers = (page: Page): Promise<number> =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

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
        .filter(([name]) => !/^good-terms-(pages|older)/.test(name))
        .flatMap(([, addresses]) => addresses)
        .filter((url) => {
          // A file that is not named after its content carries what tells this content from others.
          const { pathname, searchParams } = new URL(url);
          return !entries.includes(pathname.slice(1)) || !entries.includes(searchParams.get('__WB_REVISION__') ?? '');
        });
    await expect.poll(oldFiles, { timeout: 15_000 }).toEqual([]);
    await stop();
    await page.goto(address + guide);
    expect(await page.locator('main').innerText()).toContain(after);
    expect(await searchFor(page, 'pterodactyl')).toContain('They pay late');
  });

  test('a release asks for no page again; a copy made before it stays whole until its page is opened', async () => {
    const server = await serveAltered();
    const { address } = server;
    const { page } = await openPage();
    await visit(page, address + guide);
    await visit(page, `${address}scripts/late-payment/`);

    server.folder = next;
    server.log = [];
    await page.goto(address);
    const entries = readFileSync(join(next, 'sw.js'), 'utf8');
    const taken = async () =>
      Object.entries(await kept(page)).filter(
        ([name, addresses]) =>
          name.startsWith('workbox') &&
          addresses.every((url) => entries.includes(new URL(url).searchParams.get('__WB_REVISION__') ?? '')),
      ).length;
    await expect.poll(taken, { timeout: 15_000 }).toBe(1);
    await visit(page, `${address}guides/`);
    expect(server.log.filter((line) => /paying-late|late-payment/.test(line))).toEqual([]);

    server.off = true;
    await page.goto(address + guide);
    expect(await page.locator('main').innerText()).toContain(before);
    expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('17px');
    await page.goto(`${address}scripts/late-payment/`);
    await page.getByLabel('Invoice number').fill('2026-118');
    expect(await page.locator('.script__text').innerText()).toContain('2026-118');
    // Nothing that was typed is kept.
    expect(JSON.stringify(await kept(page))).not.toContain('2026-118');

    server.off = false;
    await page.goto(address + guide);
    expect(await page.locator('main').innerText()).toContain(after);
    server.off = true;
    await page.goto(address + guide);
    expect(await page.locator('main').innerText()).toContain(after);
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

  test('only addresses of this build are kept, and none that the server does not want kept', async () => {
    const server = await serveAltered();
    server.alter = (path, response) => {
      if (path.startsWith('/wiki/')) {
        response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Your payslip</h1>');
        return true;
      }
      if (path === `/${unvisited}`) response.setHeader('cache-control', 'no-store');
      return false;
    };
    const { page } = await openPage();
    await visit(page, server.address + guide);
    await page.goto(`${server.address}wiki/mine?of=me`);
    await page.goto(server.address + unvisited);
    await visit(page, `${server.address}guides/`);
    const all = () => kept(page).then((caches) => Object.values(caches).flat().join(' '));
    expect(await all()).not.toMatch(/wiki|keep-a-record/);
    // What was kept goes when the server says so later.
    server.alter = (path, response) => {
      if (path === `/${guide}`) response.setHeader('cache-control', 'private');
      return false;
    };
    await page.goto(server.address + guide);
    await expect.poll(all).not.toContain('paying-late/');
    server.off = true;
    await page.goto(server.address + guide);
    expect(await page.locator('h1').innerText()).toBe('You’re offline');
  });

  test('a copy goes when nobody opened its page for a month', async () => {
    const server = await serveAltered();
    const { page } = await openPage();
    await visit(page, server.address + guide);
    await visit(page, `${server.address}guides/`);
    // As if it had been kept long ago.
    await page.evaluate(async (address) => {
      const name = (await caches.keys()).find((name) => name.startsWith('good-terms-pages')) ?? '';
      const pages = await caches.open(name);
      const copy = await pages.match(address);
      const [day = '', release = ''] = copy?.headers.get('good-terms-kept')?.split(' ') ?? [];
      const headers = { 'content-type': 'text/html', 'good-terms-kept': `${Number(day) - 30} ${release}` };
      await pages.put(address, new Response(await copy?.text(), { headers }));
    }, server.address + guide);
    server.off = true;
    await page.goto(server.address + guide);
    expect(await page.locator('h1').innerText()).toBe('You’re offline');
    await page.goto(`${server.address}guides/`);
    expect(await page.locator('h1').innerText()).not.toBe('You’re offline');
  });

  test('a decision and a script of a guide that were opened start', async () => {
    const server = await serveAltered();
    const { page } = await openPage();
    await visit(page, `${server.address}decide/fire/`);
    await visit(page, server.address + guide);
    await expect.poll(() => keptPages(page)).toContain(`${server.address}decide/fire/walk.json`);
    await expect.poll(() => keptPages(page)).toContain(`${server.address}decide/fire/result.json`);
    await expect.poll(() => keptPages(page)).toContain(`${server.address}scripts/late-payment/form.json`);
    server.off = true;
    await page.goto(`${server.address}decide/fire/`);
    await page.getByRole('link', { name: 'Start now', exact: true }).click();
    await page.locator('main fieldset input').first().waitFor();
  });

  test('a copy that was damaged is fetched anew', async () => {
    const server = await serveAltered();
    const { page } = await openPage();
    await visit(page, server.address + guide);
    const style = /_astro\/Base\.[\w-]+\.css/.exec(readFileSync(join(root.folder, 'index.html'), 'utf8'))?.[0] ?? '';
    const damaged = await page.evaluate(async (address) => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        if (!(await cache.match(address))) continue;
        await cache.put(address, new Response('body { font-size:', { headers: { 'content-type': 'text/css' } }));
        return name;
      }
      return '';
    }, server.address + style);
    expect(damaged).toContain('precache');
    await page.goto(server.address + guide);
    expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('17px');
    const text = await page.evaluate(async (address) => (await caches.match(address))?.text(), server.address + style);
    expect(text).toBe(readFileSync(join(root.folder, style), 'utf8'));
  });

  test('a file that arrives other than it was built: nothing is kept, every page works, and the about page says whom to tell', async () => {
    const server = await serveAltered();
    server.alter = (path, response) => {
      if (path !== '/theme.js') return false;
      response.writeHead(200, { 'content-type': 'text/javascript' });
      response.end(`${readFileSync(join(root.folder, 'theme.js'), 'utf8')}// put in on the way`);
      return true;
    };
    const { page } = await openPage();
    await page.addInitScript(() => {
      const workers = navigator.serviceWorker;
      const register = workers.register.bind(workers);
      workers.register = async (...how) => {
        const registration = await register(...how);
        const { installing } = registration;
        installing?.addEventListener('statechange', () => document.body.setAttribute('data-worker', installing.state));
        return registration;
      };
    });
    await page.goto(server.address + guide);
    await page.locator('body[data-worker=redundant]').waitFor();
    expect(await page.locator('main').innerText()).toContain(before);
    await page.goto(`${server.address}about/`);
    await expect
      .poll(() => page.locator('[data-kept]').innerText())
      .toContain('could not take them in: tell the person');
    expect(await keptPages(page)).toEqual([]);
  });

  test('the worker goes when the server has none any more', async () => {
    const server = await serveAltered();
    const { page, context } = await openPage();
    await visit(page, server.address + guide);
    server.alter = (path, response) => {
      if (path !== '/sw.js') return false;
      response.writeHead(404).end();
      return true;
    };
    // A worker looks when it is woken; this one is still awake.
    const devTools = await context.newCDPSession(page);
    await devTools.send('ServiceWorker.enable');
    await devTools.send('ServiceWorker.stopAllWorkers');
    await page.goto(`${server.address}guides/`);
    await expect.poll(() => workers(page)).toBe(0);
    expect(await kept(page)).toEqual({});
  });

  test('the worker goes when the file that takes it away is put in its place', async () => {
    const server = await serveAltered();
    const { page } = await openPage();
    await visit(page, server.address + guide);
    server.alter = (path, response) => {
      if (path !== '/sw.js') return false;
      response.writeHead(200, { 'content-type': 'text/javascript' });
      response.end(readFileSync('deploy/stop-worker/sw.js'));
      return true;
    };
    await page.goto(`${server.address}guides/`);
    await expect.poll(() => workers(page)).toBe(0);
    expect(await kept(page)).toEqual({});
  });

  test('the about page says what is kept, and removes it', async () => {
    const server = await serveAltered();
    const { page } = await openPage();
    await visit(page, server.address + guide);
    await visit(page, `${server.address}scripts/late-payment/`);
    await page.getByLabel('Invoice number').fill('2026-118');
    await page.getByLabel('Theme').selectOption('dark');
    await visit(page, `${server.address}about/`);
    await page.reload();
    const part = page.getByRole('region', { name: 'What this browser keeps' });
    await expect.poll(() => part.innerText()).toContain('copies of 3 pages');
    await part.getByRole('button').click();
    await expect.poll(() => part.getByRole('status').innerText()).toContain('Removed:');
    expect(await kept(page)).toEqual({});
    expect(await workers(page)).toBe(0);
    expect(await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage)])).toEqual([[], []]);
    server.off = true;
    await expect(page.goto(server.address + guide)).rejects.toThrow('ERR_');
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

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type Serving } from '../../../src/cli/serve.ts';
import { axeFindings, doubleText, pixelsTooWide } from '../../support/axe.ts';
import { startBrowser } from '../../support/browser.ts';
import { builtPages } from '../../support/built-pages.ts';
import { sites } from '../../support/sites.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** Does something with every address, a few at a time, each few with a page of their own. */
async function eachAddress(
  context: BrowserContext,
  addresses: readonly string[],
  visit: (page: Page, address: string) => Promise<void>,
): Promise<void> {
  const waiting = [...addresses];
  const worker = async () => {
    const page = await context.newPage();
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) await visit(page, address);
    await page.close();
  };
  await Promise.all([worker(), worker(), worker()]);
}

/** Opens a page and waits until its scripts have run and it has nothing left to do. */
async function settled(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'load' });
  await page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())));
}

describe.each(sites)('every page $name', ({ folder, base }) => {
  let server: Serving;
  let addresses: string[];
  beforeAll(async () => {
    server = await serve(folder, base, 0);
    addresses = builtPages(folder, base).map(({ address }) => new URL(address, server.address).href);
  });
  afterAll(() => server.close());

  test('loads without a complaint, a request to elsewhere, a cookie or anything stored', async () => {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const found: string[] = [];
    await eachAddress(context, addresses, async (page, address) => {
      const tell = (what: string) => found.push(`${address}: ${what}`);
      page.removeAllListeners();
      page.on('console', (message) => {
        if (!message.text().startsWith('Service Worker registration blocked'))
          tell(`console ${message.type()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => tell(error.message));
      page.on('request', (request) => {
        if (!request.url().startsWith(new URL('/', server.address).href) && !request.url().startsWith('data:'))
          tell(`asks for ${request.url()}`);
      });
      page.on('response', (response) => {
        if (response.status() >= 400) tell(`${response.status()} for ${response.url()}`);
      });
      await settled(page, address);
      const stored = await page.evaluate(() => [
        ...Object.keys(localStorage),
        ...Object.keys(sessionStorage),
        ...(document.cookie ? [document.cookie] : []),
      ]);
      if (stored.length > 0) tell(`stores ${stored.join(', ')}`);
    });
    expect(await context.cookies()).toEqual([]);
    await context.close();
    console.log(`${addresses.length} pages visited at ${base}`);
    expect(found).toEqual([]);
  }, 240_000);
});

describe('every page for everybody', () => {
  const [{ folder, base }] = sites;
  // A desk in the light and the narrowest phone in the dark: each theme and each layout is looked at.
  test.each([
    { theme: 'light' as const, width: 1280 },
    { theme: 'dark' as const, width: 320 },
  ])(
    'axe finds nothing, and nothing scrolls sideways: $theme, $width pixels',
    async ({ theme, width }) => {
      const server = await serve(folder, base, 0);
      const context = await browser.newContext({
        colorScheme: theme,
        reducedMotion: 'reduce',
        viewport: { width, height: 900 },
      });
      const found: string[] = [];
      const addresses = builtPages(folder, base).map(({ address }) => new URL(address, server.address).href);
      await eachAddress(context, addresses, async (page, address) => {
        await settled(page, address);
        for (const finding of await axeFindings(page)) found.push(`${address}: ${finding}`);
        const tooWide = async (how = '') => {
          const pixels = await pixelsTooWide(page);
          if (pixels > 0) found.push(`${address}: ${pixels} pixels too wide${how}`);
        };
        await tooWide();
        if (width > 600) {
          await doubleText(page);
          await tooWide(' with the text at 200 %');
        }
      });
      await context.close();
      await server.close();
      expect(found.slice(0, 25)).toEqual([]);
    },
    400_000,
  );
});

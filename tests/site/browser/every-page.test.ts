import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '../../../src/cli/serve.ts';
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
  // Chromium forgets now and then to call back a page that was never in front: it is asked for an end.
  await page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 2000 })));
}

/** Tells whatever a page complains of, asks elsewhere for, or keeps, from now on. */
function listen(page: Page, home: string, tell: (what: string) => void): void {
  page.removeAllListeners();
  page.on('console', (message) => {
    if (!message.text().startsWith('Service Worker registration blocked'))
      tell(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => tell(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(home) && !request.url().startsWith('data:')) tell(`asks for ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) tell(`${response.status()} for ${response.url()}`);
  });
}

/** A desk in the light: everything axe knows, and the text twice as large. */
async function onADesk(page: Page): Promise<string[]> {
  const found = await axeFindings(page);
  if ((await pixelsTooWide(page)) > 0) found.push('too wide');
  await doubleText(page);
  if ((await pixelsTooWide(page)) > 0) found.push('too wide with the text at 200 %');
  await doubleText(page, false);
  return found.map((finding) => `light, 1280 pixels: ${finding}`);
}

/** The narrowest phone in the dark. */
async function onAPhone(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 320, height: 900 });
  const found = await axeFindings(page);
  if ((await pixelsTooWide(page)) > 0) found.push('too wide');
  return found.map((finding) => `dark, 320 pixels: ${finding}`);
}

test.each(sites)(
  'every page $name loads without a complaint, a request to elsewhere, a cookie or anything stored',
  async ({ folder, base }) => {
    const server = await serve(folder, base, 0);
    const context = await browser.newContext({ serviceWorkers: 'block', reducedMotion: 'reduce' });
    const found: string[] = [];
    const addresses = builtPages(folder, base).map(({ address }) => new URL(address, server.address).href);
    await eachAddress(context, addresses, async (page, address) => {
      const tell = (what: string) => found.push(`${address}: ${what}`);
      listen(page, new URL('/', server.address).href, tell);
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.emulateMedia({ colorScheme: 'light' });
      await settled(page, address);
      const stored = await page.evaluate(() => [
        ...Object.keys(localStorage),
        ...Object.keys(sessionStorage),
        ...(document.cookie ? [document.cookie] : []),
      ]);
      if (stored.length > 0) tell(`stores ${stored.join(', ')}`);
      // The pages are the same below a sub-path; how they look is looked at once.
      if (base === '/') [...(await onADesk(page)), ...(await onAPhone(page))].forEach(tell);
    });
    expect(await context.cookies()).toEqual([]);
    await context.close();
    await server.close();
    expect(found.slice(0, 25)).toEqual([]);
  },
  600_000,
);

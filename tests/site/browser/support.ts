import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';
import { serve, type Serving } from '../../../src/cli/serve.ts';
import { startBrowser } from '../../support/browser.ts';
import { sites } from '../../support/sites.ts';

/** A browser and the site at the root of a server, for all tests of a file. Both are there once the tests run. */
export function browserAndSite(): { browser: Browser; server: Serving } {
  const [{ folder, base }] = sites;
  const running = {} as { browser: Browser; server: Serving };
  beforeAll(async () => {
    running.browser = await startBrowser();
    running.server = await serve(folder, base, 0);
  });
  afterAll(async () => {
    await running.browser.close();
    await running.server.close();
  });
  return running;
}

/**
 * Opens a page, without the worker that keeps pages for later, that fails the test on any console error, policy violation, failed request or request to another origin.
 *
 * @param mayAsk the one other host that the reader goes to
 */
export async function openPage(
  browser: Browser,
  { mayAsk = '', ...options }: BrowserContextOptions & { readonly mayAsk?: string } = {},
): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', serviceWorkers: 'block', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    const ofThisTest = message.text().startsWith('Service Worker registration blocked');
    if (!ofThisTest && (message.type() === 'error' || message.type() === 'warning'))
      complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  // What is still on its way when a reader goes on to another page is given up by the browser itself.
  let visits = 0;
  const visitOf = new Map<Request, number>();
  const givenUp: Request[] = [];
  page.on('framenavigated', () => visits++);
  page.on('request', (request) => visitOf.set(request, visits));
  page.on('requestfailed', (request) => {
    const error = request.failure()?.errorText ?? '';
    if (error === 'net::ERR_ABORTED') givenUp.push(request);
    else complaints.push(`failed: ${request.url()} ${error}`);
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (
      !['data:', 'blob:'].includes(protocol) &&
      !['localhost', '127.0.0.1', 'intranet.test', mayAsk].includes(hostname)
    )
      complaints.push(`request to ${request.url()}`);
  });
  onTestFinished(async () => {
    const lost = givenUp
      .filter((request) => visitOf.get(request) === visits)
      .map((request) => `lost: ${request.url()}`);
    await context.close();
    expect([...complaints, ...lost]).toEqual([]);
  });
  return page;
}

/** What has the focus: its tag and its text or label. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element
      ? `${element.tagName.toLowerCase()}: ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 80)}`
      : '';
  });

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { serve, type Serving } from '../../../src/cli/serve.ts';
import { startBrowser } from '../../support/browser.ts';
import { sites } from '../../support/sites.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

describe.each(sites)('the site $name', ({ folder, base }) => {
  let server: Serving;
  beforeAll(async () => {
    server = await serve(folder, base, 0);
  });
  afterAll(() => server.close());

  test.each([true, false])('sends readers on from an old address, with JavaScript: %s', async (javaScriptEnabled) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(`${server.address}about/care/#overdue`);
    await page.waitForURL((url) => url.pathname === `${base}about/upkeep/`);
    // Only code can take along what stands behind the #.
    expect(new URL(page.url()).hash).toBe(javaScriptEnabled ? '#overdue' : '');
    if (javaScriptEnabled) {
      // Back does not lead into the page that leads on.
      await page.goBack();
      expect(page.url()).toBe('about:blank');
    }
    await context.close();
  });

  test('keeps the theme under a name of its own', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(server.address);
    await page.locator('[data-theme-choice]').selectOption('dark');
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([`good-terms ${base} theme`]);
    await page.goto(`${server.address}about/`);
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    await context.close();
  });

  test('opens a situation by its address, and by the one it had before', async () => {
    const page = await browser.newPage();
    for (const hash of ['situation-shouting', 'shouting']) {
      await page.goto('about:blank');
      await page.goto(`${server.address}#${hash}`);
      const first = page.locator('#situation-shouting details p');
      await first.waitFor({ state: 'visible' });
      await expect
        .poll(() => first.evaluate((element) => element.getBoundingClientRect().top < innerHeight))
        .toBe(true);
    }
    await page.close();
  });
});

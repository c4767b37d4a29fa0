import { readFileSync, writeFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { sites } from '../support/sites.ts';
import { installed, setups, type Running } from './servers.ts';

// Whoever keeps a server's log learns that somebody opened a page, and nothing of what they typed or answered there.

const [{ folder, base }] = sites;
const typed = ['wolkenbruch', 'nordlicht', 'harassing', 'zz-2026-118'];

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

describe.each(setups.filter(({ name }) => name === 'nginx/root.conf' || name === 'apache/vhost.conf'))(
  'the log of deploy/$name',
  (setup) => {
    describe.skipIf(installed(setup.server) === undefined)('when it runs', () => {
      let running: Running;
      beforeAll(async () => {
        running = await setup.start(folder, base);
      });
      afterAll(() => running?.stop());

      /** What was asked, a line each, since the log was last emptied. */
      const log = (): string[] => readFileSync(running.log, 'utf8').split('\n').filter(Boolean);
      const paths = (): string[] => log().map((line) => line.split(' ')[1] ?? '');

      /** A reader's own browser, with the worker that keeps pages. */
      async function reader(): Promise<{ page: Page; context: BrowserContext }> {
        const context = await browser.newContext({ locale: 'en-GB' });
        onTestFinished(() => context.close());
        return { page: await context.newPage(), context };
      }
      const open = (page: Page, path: string) => page.goto(running.origin + base + path, { waitUntil: 'networkidle' });

      /** Nothing that was typed, no question behind an address, and no page named as the one before. */
      function expectSilent(): void {
        const lines = log().map((line) => decodeURIComponent(line).toLowerCase());
        expect(lines.length).toBeGreaterThan(10);
        for (const word of typed) expect(lines.filter((line) => line.includes(word))).toEqual([]);
        // Pagefind asks for its entry with the time of day, which a log has anyway.
        const asked = lines.map((line) => (line.split(' ')[1] ?? '').replace(/(pagefind-entry\.json)\?ts=\d+$/, '$1'));
        expect(asked.filter((path) => path.includes('?'))).toEqual([]);
        // A worker that looks for a newer one names itself, and no page.
        expect(lines.filter((line) => !/ \d{3} (-|\S+\/sw\.js)$/.test(line))).toEqual([]);
      }

      test('has nothing of what was searched, from the home page, the dialog and the search page, with Back and Reload', async () => {
        writeFileSync(running.log, '');
        const { page } = await reader();
        await open(page, '');
        await page.locator('#home-search').fill('Wolkenbruch is harassing me');
        await page.locator('.search__title').first().waitFor();
        await page.locator('#home-search').press('Enter');
        await page.waitForLoadState('networkidle');
        await open(page, 'search/');
        const box = page.locator('main input[type=search]');
        await box.pressSequentially('harassing invoice');
        await page.locator('main .search__title').first().waitFor();
        await box.press('Enter');
        await page.waitForLoadState('networkidle');
        await page.reload({ waitUntil: 'networkidle' });
        await page.locator('main .search__title').first().waitFor();
        await page.locator('main .search__title').first().click();
        await page.waitForURL((url) => !url.pathname.endsWith('/search/'));
        await page.goBack({ waitUntil: 'networkidle' });
        await open(page, 'guides/');
        await page.keyboard.press('/');
        await page.locator('dialog input[type=search]').pressSequentially('harassing invoice');
        await page.locator('dialog .search__title').first().waitFor();
        await page.locator('dialog input[type=search]').press('Enter');
        await page.waitForLoadState('networkidle');
        expectSilent();
      });

      test('has nothing of what was filtered and filled in', async () => {
        writeFileSync(running.log, '');
        const { page } = await reader();
        await open(page, 'scripts/');
        const filter = page
          .locator('form[data-library] input[type=search], form[data-library] input[type=text]')
          .first();
        await filter.pressSequentially('nordlicht');
        await page.reload({ waitUntil: 'networkidle' });
        await open(page, 'scripts/late-payment/');
        // The worker takes in its files, the same for everybody, and then is quiet.
        await page.evaluate(async () => void (await navigator.serviceWorker.ready));
        await page.reload({ waitUntil: 'networkidle' });
        const before = paths().length;
        await page.getByLabel('Invoice number').fill('ZZ-2026-118');
        await page.locator('.script__text', { hasText: 'ZZ-2026-118' }).waitFor();
        await page.waitForLoadState('networkidle');
        expect(paths().slice(before)).toEqual([]);
        await page.reload({ waitUntil: 'networkidle' });
        await open(page, 'guides/');
        await page.goBack({ waitUntil: 'networkidle' });
        expectSilent();
      });

      test('is the same, whatever was answered and however often', async () => {
        /** Walks a decision so far, by the first answers or by the last ones, and hands back what the log has of it. */
        async function walk(answers: number, which: 'first' | 'last'): Promise<string[]> {
          writeFileSync(running.log, '');
          const { page, context } = await reader();
          await open(page, 'decide/fire/');
          await page.evaluate(async () => void (await navigator.serviceWorker.ready));
          await page.getByRole('link', { name: 'Start now', exact: true }).click();
          await page.locator('main .tree__title').waitFor();
          for (let answer = 0; answer < answers; answer += 1) {
            // A few answers may end in a result already.
            if ((await page.locator('main .tree__title').count()) === 0) break;
            const title = await page.locator('main .tree__title').textContent();
            await page.locator('main fieldset input')[which]().check();
            await page.getByRole('button', { name: 'Continue' }).click();
            await page.waitForFunction(
              (title) => document.querySelector('main .tree__title')?.textContent !== title,
              title,
            );
          }
          await page.goBack();
          await page.reload({ waitUntil: 'networkidle' });
          expectSilent();
          await context.close();
          return [...new Set(paths())].sort();
        }
        const once = await walk(1, 'last');
        expect(await walk(3, 'last')).toEqual(once);
        expect(await walk(2, 'first')).toEqual(once);
      });
    });
  },
);

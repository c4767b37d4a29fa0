import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { fileName } from '../../../src/integrations/single-file.ts';
import { startBrowser } from '../../support/browser.ts';
import { must } from '../../support/must.ts';
import { sites } from '../../support/sites.ts';
import { outcomeOf, story, tree } from '../../support/example-tree.ts';
import { focused } from './support.ts';

// cspell:ignore paymnet creap xqzzy

const [root, sub] = sites;
const outcome = outcomeOf(story);

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** Opens the file from the disk. Any request but for the file itself, and any word on the console, fails the test. */
async function openFile(place = '', options: BrowserContextOptions = {}, { folder } = root as { folder: string }) {
  const address = pathToFileURL(resolve(join(folder, fileName))).href;
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url().replace(/#.*/, '');
    if (url !== address && !/^(data|blob):/.test(url)) complaints.push(`request to ${url}`);
  });
  onTestFinished(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });
  await page.goto(address + place);
  return page;
}

/** The heading of the page that is shown; without code, of the first one. */
const shownHeading = (page: Page) => page.locator('h1:visible').first();

/** Answers the questions of the tree as in a made-up case. */
async function walk(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Start now', exact: true }).click();
  for (const [id, given] of Object.entries(story.answers)) {
    const question = must(
      tree.questions.find((one) => one.id === id),
      `question ${id}`,
    );
    await expect.poll(() => focused(page)).toBe(`h1: ${question.ask.slice(0, 80)}`);
    for (const { text } of question.answers.filter((one) => [given].flat().includes(one.id)))
      await page.getByLabel(text, { exact: true }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
  }
  await expect.poll(() => focused(page)).toBe(`h1: ${outcome.headline.slice(0, 80)}`);
}

describe('the file from a disk', () => {
  test('a tree is walked to its result, and left and come back to', async () => {
    const page = await openFile(`#/decide/${tree.id}/`);
    await walk(page);
    expect(await page.title()).toBe(`${outcome.headline} – ${tree.title} – Good Terms`);
    const result = page.url();
    expect(result).toContain(`#/decide/${tree.id}/#v=${tree.version}&`);
    await page.getByText('More ways to share').click();
    await page.getByText('Read the memo', { exact: true }).click();
    expect(await page.locator('.result__memo-text').innerText()).toContain(outcome.headline);
    await page.getByRole('button', { name: 'Add to calendar' }).click();
    await expect.poll(() => page.locator('.result__review [role=status]').innerText()).toContain('in your downloads');

    const script = page.locator('.result__scripts a').first();
    const title = await script.innerText();
    await script.click();
    await expect.poll(() => focused(page)).toBe(`h1: ${title}`);
    expect(await page.title()).toBe(`${title} – Good Terms`);
    await page.goBack();
    await expect.poll(() => focused(page)).toBe(`h1: ${outcome.headline.slice(0, 80)}`);
    await page.reload();
    await page.getByRole('heading', { name: outcome.headline }).waitFor();

    await page.getByText(/^All \d+ answers$/).click();
    await page.getByRole('link', { name: 'Start again' }).click();
    await page.getByRole('link', { name: 'Start now', exact: true }).waitFor();
    expect(page.url()).toMatch(new RegExp(`#/decide/${tree.id}/$`));
  });

  test('a link to answers that is passed on leads to the site, when its address is known', async () => {
    const page = await openFile(`#/decide/${tree.id}/`, { permissions: ['clipboard-read', 'clipboard-write'] }, sub);
    await walk(page);
    const link = `${sub.site}${sub.base}decide/${tree.id}/#v=${tree.version}`;
    await page.getByText('More ways to share').click();
    await page.getByText('Read the memo', { exact: true }).click();
    expect(await page.locator('.result__memo-text').innerText()).toContain(link);
    // A colleague's link from the site can be compared with.
    await page.getByText('Compare with a colleague’s answers').click();
    await page
      .getByLabel('Paste the link your colleague copied')
      .fill(page.url().replace(new RegExp(`^.*#/decide/${tree.id}/#v=${tree.version}`), link));
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await page.getByText('Your answers are the same.').waitFor();
  });

  test('a script is filled in and copied, on its page and in a guide', async () => {
    const page = await openFile('#/scripts/late-payment/', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByLabel('Contact', { exact: true }).fill('Ms <Okafor> & Co');
    await page.getByLabel('Invoice number').fill('2026-118');
    await page.getByRole('button', { name: /^Copy with \d gaps$/ }).click();
    await page.getByRole('button', { name: 'Copied ✓' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('Dear Ms <Okafor> & Co,');
    expect(copied).toContain('[due date]');

    await page.getByRole('link', { name: 'Phone, warm' }).click();
    await page.getByRole('button', { name: 'Read it out' }).click();
    await page.getByRole('dialog').getByText('Line 1 of').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();

    // What was typed is there in other scripts, in this tab.
    await page.getByRole('link', { name: 'They pay late' }).first().click();
    await page.getByRole('link', { name: 'Fill in and copy' }).click();
    await expect.poll(() => focused(page)).toMatch(/^button/);
    expect(await page.locator('.script__text:visible').innerText()).toContain('Dear Ms <Okafor> & Co,');
    expect(page.url()).not.toContain('Okafor');
  });

  test('search finds by words and in spite of a typo, and leads there', async () => {
    const page = await openFile();
    await page.keyboard.press('/');
    const titles = page.locator('.search__title');
    await page.keyboard.type('late payment');
    await titles.first().waitFor();
    expect((await titles.allInnerTexts()).slice(0, 3)).toContain('Ask for a late payment');
    await page.locator('dialog input[type=search]').fill('late paymnet');
    await page.getByText('for “late payment”').waitFor();
    await page.locator('dialog input[type=search]').fill('scope creap');
    await page.getByText('for “scope creep”').waitFor();
    // A word that stands in for another: nobody wrote "moan" on a page.
    await page.locator('dialog input[type=search]').fill('stiffed on an invoice');
    await expect.poll(async () => (await titles.allInnerTexts()).slice(0, 3)).toContain('They pay late');
    await page.locator('dialog input[type=search]').fill('xqzzy');
    await page.getByText('Is it one of these?').waitFor();
    await page.locator('dialog').getByRole('link', { name: 'They shout at me or my team' }).click();
    await expect.poll(() => focused(page)).toBe('summary: They shout at me or my team');
    // The form of the first page opens the same box.
    await page.locator('main input[type=search]').fill('invoice');
    await page.keyboard.press('Enter');
    await titles.first().click();
    await expect.poll(() => focused(page)).toMatch(/^h1/);
  });

  test('by keyboard, with a theme of choice', async () => {
    const page = await openFile();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('a: Skip to main content');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('h1: What’s happening with your client?');
    await page.getByRole('link', { name: 'Guides', exact: true }).press('Enter');
    await expect.poll(() => focused(page)).toBe('h1: Guides');
    expect(await page.locator('.bar [aria-current=page]').innerText()).toBe('Guides');
    await page.locator('main').getByRole('link', { name: 'When they push' }).first().press('Enter');
    await expect.poll(() => focused(page)).toBe('h1: When they push');
    expect(await page.locator('.bar [aria-current=true]').innerText()).toBe('Guides');
    expect(await page.title()).toBe('When they push – Good Terms');
    await page.getByLabel('Theme').selectOption('Dark');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.reload();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  });

  test('an address that leads nowhere shows the contents', async () => {
    const page = await openFile('#/guides/gone/');
    expect(await shownHeading(page).innerText()).toBe('Contents');
  });

  test('prints the page that is shown', async () => {
    const page = await openFile('#/guides/when-they-push/paying-late/');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('h1:visible').allInnerTexts()).toEqual(['They pay late']);
    expect(await page.locator('.bar').isVisible()).toBe(false);
  });

  test('without JavaScript it is one document with its contents', async () => {
    const page = await openFile('', { javaScriptEnabled: false });
    expect(await shownHeading(page).innerText()).toBe('Contents');
    expect(await page.locator('h1:visible').count()).toBe(await page.locator('[data-page]').count());
    await page.getByRole('link', { name: 'They pay late', exact: true }).first().click();
    const heading = page.getByRole('heading', { name: 'They pay late', level: 1 });
    await expect.poll(async () => (await heading.boundingBox())?.y ?? 9999).toBeLessThan(200);
    // Every wording of a script can be read, and a tree can be walked on its worksheet.
    expect(await page.getByText('Final reminder: invoice [invoice number]').first().isVisible()).toBe(true);
    expect(await page.locator('form:visible').count()).toBe(0);
    await page.locator(`[id="/decide/${tree.id}/"]`).getByRole('link', { name: 'Start now', exact: true }).click();
    expect(page.url()).toMatch(new RegExp(`#/decide/${tree.id}/worksheet/$`));
  });

  test.each([
    { theme: 'light' as const, width: 1280 },
    { theme: 'dark' as const, width: 320 },
  ])(
    'axe finds nothing, and nothing scrolls sideways: $theme, $width pixels',
    async ({ theme, width }) => {
      const found: string[] = [];
      for (const place of ['#/', '#/contents/', `#/decide/${tree.id}/#v=${tree.version}`, '#/scripts/late-payment/']) {
        const page = await openFile('', { bypassCSP: true, colorScheme: theme, viewport: { width, height: 900 } });
        await page.addScriptTag({
          content: readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
        });
        await page.evaluate((hash) => (location.hash = hash), place);
        await page.locator('[data-page].is-here').waitFor();
        await page.evaluate(
          () => new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 2000 })),
        );
        // The pages that are not shown are not looked at; in the document they would take axe minutes.
        await page.locator('[data-page]:not(.is-here)').evaluateAll((pages) => pages.forEach((one) => one.remove()));
        const { violations } = await page.evaluate(() =>
          (window as unknown as { axe: { run: (where: object, options: object) => Promise<AxeResults> } }).axe.run(
            document,
            {
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
              resultTypes: ['violations'],
            },
          ),
        );
        for (const { id, nodes } of violations) found.push(`${place}: ${id} at ${nodes[0]?.target.join(' ') ?? ''}`);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wider > 0) found.push(`${place}: ${wider} pixels too wide`);
        await page.close();
      }
      expect(found).toEqual([]);
      // Every page of the file is opened; only what hangs is ended.
    },
    400_000,
  );
});

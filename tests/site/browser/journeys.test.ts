import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type Serving } from '../../../src/cli/serve.ts';
import { pixelsTooWide } from '../../support/axe.ts';
import { startBrowser } from '../../support/browser.ts';
import { must } from '../../support/must.ts';
import { sites } from '../../support/sites.ts';
import { tree } from '../../support/example-tree.ts';
import { focused, openPage } from './support.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const words = 'a client who keeps paying late';
/** Where somebody with these words wants to be, whichever comes first. */
const wanted = /\/(guides\/when-they-push\/paying-late|scripts\/late-payment)\/$/;
const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id);
const pathOf = (page: Page) => new URL(page.url()).pathname;
const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const isDark = async (page: Page) => Number.parseFloat((await ground(page)).replace(/^\D+/, '')) < 60;

describe.each(sites)('a newcomer $name', ({ folder, base }) => {
  let server: Serving;
  beforeAll(async () => {
    server = await serve(folder, base, 0);
  });
  afterAll(() => server.close());

  test('finds what to do about a client who pays late, by keyboard alone', async () => {
    const page = await openPage(browser);
    await page.goto(server.address);
    await page.keyboard.press('/');
    await page.locator('#search-field:focus').waitFor();
    await page.keyboard.type(words);
    const titles = page.locator('dialog .search__title');
    await titles.first().waitFor();
    await page.locator('dialog [role=status]', { hasText: words }).waitFor();
    const [first = '', second = ''] = await titles.allInnerTexts();
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(`a: ${first}`);
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(`a: ${second}`);
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe(`a: ${first}`);
    await page.keyboard.press('Enter');
    await page.waitForURL(wanted);
    expect(pathOf(page).startsWith(base)).toBe(true);
    expect(await page.locator('h1').innerText()).toBe(first);
  });

  test('finds it by the field of the front page as well, by keyboard alone', async () => {
    const page = await openPage(browser);
    await page.goto(server.address);
    for (let presses = 0; presses < 20 && (await focusedId(page)) !== 'home-search'; presses++)
      await page.keyboard.press('Tab');
    expect(await focusedId(page)).toBe('home-search');
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${server.address}search/#q=${words.replaceAll(' ', '+')}`);
    await page.locator('[data-search=page] .search__title').first().waitFor();
    await page.keyboard.press('/');
    expect(await focusedId(page)).toBe('search-here');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(`a: ${await page.locator('.search__title').first().innerText()}`);
    await page.keyboard.press('Enter');
    await page.waitForURL(wanted);
  });

  test('loses no word that was sent before the code of search had come', async () => {
    const page = await openPage(browser);
    await page.route('**/_astro/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    await page.goto(server.address);
    await page.locator('#home-search').fill(words);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${server.address}search/#q=${words.replaceAll(' ', '+')}`);
  });

  test('reads it all on a phone in the dark', async () => {
    const page = await openPage(browser, {
      colorScheme: 'dark',
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
    });
    const looksRight = async () => {
      expect(await isDark(page)).toBe(true);
      expect(await pixelsTooWide(page)).toBeLessThanOrEqual(0);
    };
    await page.goto(server.address);
    await looksRight();
    await page.getByRole('link', { name: 'Search' }).first().tap();
    await page.locator('#search-field:focus').waitFor();
    await page.keyboard.type(words);
    await page.locator('dialog .search__title').first().waitFor();
    await looksRight();
    await page.locator('dialog .search__title').first().tap();
    await page.waitForURL(wanted);
    await looksRight();
    // The tree to a result, and a script filled in.
    await page.goto(`${server.address}decide/${tree.id}/`);
    await page.getByRole('link', { name: 'Start now', exact: true }).tap();
    await page.locator('.tree__answer label').first().tap();
    await page.getByRole('button', { name: 'Continue' }).tap();
    await page.locator('.result').waitFor();
    await looksRight();
    await page.goto(`${server.address}scripts/late-payment/`);
    await page.getByLabel('Invoice number').fill('2026-118');
    await page.locator('.script__text', { hasText: '2026-118' }).waitFor();
    await looksRight();
  });
});

describe('around the pages', () => {
  const [{ folder, base }] = sites;
  let server: Serving;
  beforeAll(async () => {
    server = await serve(folder, base, 0);
  });
  afterAll(() => server.close());

  test('a chosen theme holds on the next page and after a reload, and Auto forgets it', async () => {
    const page = await openPage(browser, { colorScheme: 'light' });
    await page.goto(server.address);
    expect(await isDark(page)).toBe(false);
    await page.getByLabel('Theme').selectOption('Dark');
    expect(await isDark(page)).toBe(true);
    await page.reload();
    expect(await isDark(page)).toBe(true);
    await page.goto(`${server.address}guides/when-they-push/paying-late/`);
    expect(await isDark(page)).toBe(true);
    expect(await page.getByLabel('Theme').inputValue()).toBe('dark');
    expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({ 'good-terms / theme': 'dark' });

    await page.getByLabel('Theme').selectOption('Auto');
    expect(await isDark(page)).toBe(false);
    await page.reload();
    expect(await isDark(page)).toBe(false);
    expect(await page.getByLabel('Theme').inputValue()).toBe('');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await isDark(page)).toBe(true);
  });

  test.each(['', 'guides/when-they-push/paying-late/', `decide/${tree.id}/`, 'scripts/', 'search/'])(
    'the first stop leads past the bar: /%s',
    async (path) => {
      const page = await openPage(browser);
      await page.goto(server.address + path);
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('a: Skip to main content');
      const box = await page.getByText('Skip to main content').boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
      expect(new URL(page.url()).hash).toBe('#main');
    },
  );

  test('whoever has gone on to a result keeps their place when more is found', async () => {
    const page = await openPage(browser);
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/pagefind/**', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(server.address);
    await page.keyboard.press('/');
    await page.keyboard.type(words);
    const first = page.locator('dialog .search__title').first();
    await page.locator('dialog [role=status]', { hasText: words }).waitFor();
    const drawn = must(await first.elementHandle(), 'result');
    const title = await first.innerText();
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(`a: ${title}`);
    letGo();
    await page.waitForFunction((result) => !result.isConnected, drawn);
    expect(await focused(page)).toBe(`a: ${title}`);
  });

  test('a filter of the library stands in the address, and survives Back and a reload', async () => {
    const page = await openPage(browser);
    await page.goto(`${server.address}scripts/`);
    const titles = () => page.locator('[data-script] h3 a').filter({ visible: true }).allInnerTexts();
    const all = await titles();
    await page.getByLabel('Channel').selectOption('phone');
    await page.getByRole('link', { name: 'They shout at me or my team', exact: true }).click();
    const few = await titles();
    expect(few.length).toBeGreaterThan(0);
    expect(few.length).toBeLessThan(all.length);
    const address = page.url();
    const { hash, search } = new URL(address);
    expect(search).toBe('');
    expect(Object.fromEntries(new URLSearchParams(hash.slice(1)))).toEqual({ situation: 'shouting', channel: 'phone' });

    const still = async () => {
      await page.locator('.library [role=status]', { hasText: `${few.length} of ${all.length}` }).waitFor();
      expect(await titles()).toEqual(few);
      expect(await page.getByLabel('Channel').inputValue()).toBe('phone');
    };
    await page.getByRole('link', { name: must(few[0], 'script for that'), exact: true }).click();
    await page.locator('.script--live').waitFor();
    await page.goBack();
    expect(page.url()).toBe(address);
    await still();
    await page.reload();
    await still();
    const other = await openPage(browser);
    await other.goto(address);
    await other.locator('.library [role=status]', { hasText: `${few.length} of ${all.length}` }).waitFor();
    expect(await other.locator('[data-script]').filter({ visible: true }).count()).toBe(few.length);

    await page.getByRole('button', { name: 'Show all' }).click();
    await page.waitForURL(`${server.address}scripts/`);
    await page.locator('.library [role=status]', { hasText: `all ${all.length}` }).waitFor();
    expect(await titles()).toEqual(all);
    expect(page.url()).toBe(`${server.address}scripts/`);
  });

  test('a topic is read from its first guide to its last and back', async () => {
    const page = await openPage(browser);
    await page.goto(`${server.address}guides/when-they-push/`);
    const links = page.locator('main .links a');
    const titles = await links.allInnerTexts();
    expect(titles.length).toBeGreaterThan(3);
    await links.first().click();
    for (const [place, title] of titles.entries()) {
      expect(await page.locator('h1').innerText()).toBe(title);
      await page.waitForLoadState();
      const next = page.locator('a[rel=next]');
      expect(await next.count()).toBe(place < titles.length - 1 ? 1 : 0);
      if (await next.count()) await next.click();
      await page.waitForLoadState();
    }
    for (const title of titles.slice(0, -1).reverse()) {
      await page.locator('a[rel=prev]').click();
      await page.waitForLoadState();
      expect(await page.locator('h1').innerText()).toBe(title);
    }
    expect(await page.locator('a[rel=prev]').count()).toBe(0);
  });

  test('the trail of a guide leads up, and the bar shows where one is', async () => {
    const page = await openPage(browser);
    await page.goto(`${server.address}guides/when-they-push/paying-late/`);
    const trail = page.getByRole('navigation', { name: 'Where you are' }).getByRole('link');
    expect(await trail.allInnerTexts()).toEqual(['Guides', 'When they push']);
    const current = page.getByRole('navigation', { name: 'Main' }).locator('[aria-current]');
    expect(await current.allInnerTexts()).toEqual(['Guides']);
    await trail.last().click();
    expect(await page.locator('h1').innerText()).toBe('When they push');
    await trail.last().click();
    expect(pathOf(page)).toBe(`${base}guides/`);
    expect(await current.getAttribute('aria-current')).toBe('page');
    await page.getByRole('link', { name: 'Good Terms', exact: true }).click();
    await page.waitForLoadState();
    expect(pathOf(page)).toBe(base);
    await expect.poll(() => current.allInnerTexts()).toEqual(['Situations']);
  });
});

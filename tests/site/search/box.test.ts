import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Serving } from '../../../src/cli/serve.ts';
import { startBrowser } from '../../support/browser.ts';
import { sites } from '../../support/sites.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

describe.each(sites)('the search box $name', ({ folder, base }) => {
  let site: Serving;
  beforeAll(async () => {
    site = await serve(folder, base, 0);
  });
  afterAll(() => site.close());

  /** Opens a page and does something there; fails on anything the browser complains of. */
  async function on(path: string, act: (page: Page) => Promise<void>, expected: RegExp = /^$/): Promise<void> {
    const page = await browser.newPage({ serviceWorkers: 'block' });
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    try {
      await page.goto(site.address + path);
      await act(page);
      expect(complaints.filter((complaint) => !expected.test(complaint))).toEqual([]);
    } finally {
      await page.close();
    }
  }

  const dialog = 'dialog[data-search]';
  const titles = (page: Page, box = dialog) => page.locator(`${box} .search__title`);
  const status = (page: Page, box = dialog) => page.locator(`${box} [role=status]`);

  it.each(['/', 'Control+k', 'Meta+k'])('opens on %s, and Escape gives focus back', (key) =>
    on('scripts/late-payment/', async (page) => {
      const link = page.locator('a[data-search-open]');
      await link.focus();
      await page.keyboard.press(key);
      await page.waitForSelector(`${dialog}[open]`);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-field');
      await page.keyboard.type('x');
      await page.keyboard.press('Escape');
      await page.waitForSelector(`${dialog}:not([open])`, { state: 'attached' });
      expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    }),
  );

  it('leaves a slash alone where somebody types', () =>
    on('search/', async (page) => {
      await page.locator('#search-here').fill('and');
      await page.keyboard.press('/');
      expect(await page.locator('#search-here').inputValue()).toBe('and/');
    }));

  it('loads the index only when it is opened', () =>
    on('', async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.waitForLoadState('networkidle');
      expect(asked.filter((url) => /pagefind|search-/.test(url))).toEqual([]);
      await Promise.all([page.waitForRequest(/pagefind\.js/), page.locator('a[data-search-open]').click()]);
    }));

  it('finds, marks words, and is walked with the arrow keys', () =>
    on('', async (page) => {
      await page.locator('a[data-search-open]').click();
      await page.keyboard.type('unpaid invoise');
      await titles(page).first().waitFor();
      await expect.poll(() => status(page).textContent()).toContain('unpaid invoice');
      expect(await page.locator(`${dialog} mark`).count()).toBeGreaterThan(0);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowUp');
      const address = await titles(page).first().getAttribute('href');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(address);
      await page.keyboard.press('ArrowUp');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-field');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname === address);
      expect(new URL(page.url()).pathname.startsWith(base)).toBe(true);
    }));

  it('says so when nothing is found, and offers situations and trees', () =>
    on('', async (page) => {
      await page.locator('a[data-search-open]').click();
      await page.keyboard.type('zzzzzz');
      await expect.poll(() => status(page).textContent()).toContain('Nothing found');
      await page.locator(`${dialog} [data-search-more] a[href$="/decide/fire/"]`).waitFor();
    }));

  it('offers situations and trees while nothing is typed, in the dialog and on the page', () =>
    on('search/', async (page) => {
      await page.locator('[data-search=page] [data-search-more] a[href$="/decide/fire/"]').waitFor();
      await page.locator('#search-here').fill('late payment');
      await titles(page, '[data-search=page]').first().waitFor();
      expect(await page.locator('[data-search-more] a').count()).toBe(0);
      await page.locator('#search-here').fill('');
      await page.locator('[data-search=page] [data-search-more] a[href$="/decide/fire/"]').waitFor();
      await page.goto(site.address);
      await page.locator('a[data-search-open]').click();
      await page.locator(`${dialog} [data-search-more] a[href$="#situation-shouting"]`).click();
      await expect.poll(() => page.locator('#situation-shouting details').getAttribute('open')).not.toBeNull();
      expect(await page.locator(`${dialog}[open]`).count()).toBe(0);
    }));

  it('leads to a situation on the home page, and opens it', () =>
    on('search/?q=they+shout+at+my+team&kind=situation', async (page) => {
      await titles(page, '[data-search=page]').first().click();
      await page.waitForURL(/#situation-shouting$/);
      await expect.poll(() => page.locator('#situation-shouting details').getAttribute('open')).not.toBeNull();
      expect(await page.locator('#situation-shouting details p').isVisible()).toBe(true);
    }));

  it('finds questions of trees among decisions, and leads to them', () =>
    on('search/?q=whose+decision+is+it+to+end+this&kind=decision', async (page) => {
      const result = page.locator('[data-search=page] .search__result', {
        has: page.locator('.kind', { hasText: 'Question' }),
      });
      await result.first().locator('.search__title').click();
      await page.waitForURL(/\/worksheet\/#/);
      expect(await page.locator(':target').textContent()).toContain('Whose decision is it to end this?');
    }));

  it('leads to the part of a guide that speaks of it', () =>
    on('search/?q=the+payment+was+reversed', async (page) => {
      await page.locator('.search__parts a', { hasText: 'If the payment was reversed' }).first().click();
      await page.waitForURL(/#if-the-payment-was-reversed$/);
      expect(await page.locator(':target').isVisible()).toBe(true);
    }));

  it('takes anything for a question, without an error, and never for markup', () =>
    on('', async (page) => {
      await page.locator('a[data-search-open]').click();
      const field = page.locator('#search-field');
      const queries = [
        ...[
          '',
          'a',
          '"late payment',
          '""',
          '((',
          '[a-z]+(?:',
          '.*',
          '\\',
          '客户不付款',
          'клиент кричит',
          'العميل',
          '😡',
        ],
        '<img src=x onerror=alert(1)>"zzz',
        '<b>late payment</b>',
        '</p><script>document.title="no"</script>',
      ];
      for (const query of queries) {
        await field.fill(query);
        // Nothing to look for leaves the line empty; everything else is named in it.
        if (/[\p{L}\p{N}]/u.test(query)) await expect.poll(() => status(page).textContent()).toContain(query.trim());
        else await expect.poll(() => status(page).textContent()).toBe('');
      }
      // A pasted mail: the field takes 300 letters of it, and a field without that limit makes no difference.
      await field.evaluate((element) => element.removeAttribute('maxlength'));
      await field.fill('client '.repeat(700) + 'x'.repeat(100));
      await titles(page).first().waitFor();
      expect(await page.locator(`${dialog} :is(img, b, script)`).count()).toBe(0);
      expect(await page.title()).not.toBe('no');
    }));

  it('says without JavaScript where every page is listed', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    try {
      const page = await context.newPage();
      await page.goto(`${site.address}search/?q=late+payment`);
      expect(await page.locator('main').innerText()).toContain('Search needs JavaScript');
      await page.locator('main a', { hasText: 'A to Z' }).click();
      expect(new URL(page.url()).pathname).toBe(`${base}a-to-z/`);
    } finally {
      await context.close();
    }
  });

  it('narrows by kind, and keeps question and kind in the address of the page', () =>
    on('search/?q=late+payment', async (page) => {
      const box = '[data-search=page]';
      await titles(page, box).first().waitFor();
      await page.locator(`${box} input[value=script]`).check();
      await expect.poll(() => new URL(page.url()).search).toBe('?q=late+payment&kind=script');
      await expect
        .poll(async () => [...new Set(await page.locator(`${box} .search__result > .kind`).allTextContents())])
        .toEqual(['Script']);
      await page.reload();
      await titles(page, box).first().waitFor();
      expect(await page.locator(`${box} input[value=script]`).isChecked()).toBe(true);
      expect(await page.locator('#search-here').inputValue()).toBe('late payment');
    }));

  it('says plainly when the index cannot be reached, and works again later', () =>
    on(
      '',
      async (page) => {
        await page.route(/search-words\.json/, (route) => route.abort());
        await page.locator('a[data-search-open]').click();
        await page.keyboard.type('late payment');
        await expect.poll(() => status(page).textContent()).toContain('cannot be reached');
        expect(await status(page).locator('a').getAttribute('href')).toContain('/a-to-z/');
        // An answer that is still on its way belongs to the time before.
        await page.waitForLoadState('networkidle');
        await page.unroute(/search-words\.json/);
        await page.keyboard.type('s');
        await titles(page).first().waitFor();
      },
      /Failed to load resource/,
    ));
});

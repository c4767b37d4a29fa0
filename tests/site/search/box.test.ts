import { search as words, searchForm } from '../../../src/i18n/en.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readContent } from '../../../src/content/read-content.ts';
import { serve, type Serving } from '../../../src/cli/serve.ts';
import { startBrowser } from '../../support/browser.ts';
import { sites } from '../../support/sites.ts';

const [question = { ask: '' }] = readContent(process.cwd()).content.trees.flatMap(({ questions }) => questions);

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
  const told = (page: Page, box = dialog) => page.locator(`${box} [data-search-told]`);

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
      expect(asked.filter((url) => /pagefind|search\.json/.test(url))).toEqual([]);
      await Promise.all([page.waitForRequest(/search\.json/), page.locator('a[data-search-open]').click()]);
    }));

  it('finds, marks words, and is walked with the arrow keys', () =>
    on('', async (page) => {
      await page.locator('a[data-search-open]').click();
      await page.keyboard.type('unpaid invoise');
      await titles(page).first().waitFor();
      await expect.poll(() => told(page).textContent()).toContain('unpaid invoice');
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
      await expect.poll(() => told(page).textContent()).toContain('No results');
      await page.locator(`${dialog} [data-search-results] a[href$="/decide/fire/"]`).waitFor();
    }));

  it('offers situations and trees while nothing is typed, in the dialog and on the page', () =>
    on('search/', async (page) => {
      await page.locator('[data-search=page] [data-search-results] a[href$="/decide/fire/"]').waitFor();
      await page.locator('#search-here').fill('late payment');
      await titles(page, '[data-search=page]').first().waitFor();
      expect(await page.locator('[data-search=page] a[href$="#situation-shouting"]').count()).toBe(0);
      await page.locator('#search-here').fill('');
      await page.locator('[data-search=page] [data-search-results] a[href$="/decide/fire/"]').waitFor();
      await page.goto(site.address);
      await page.locator('a[data-search-open]').click();
      await page.locator(`${dialog} [data-search-results] a[href$="#situation-shouting"]`).click();
      await expect.poll(() => page.locator('#situation-shouting details').getAttribute('open')).not.toBeNull();
      expect(await page.locator(`${dialog}[open]`).count()).toBe(0);
    }));

  it('shows the first thing to do, the words and the decision when one page is plainly the answer', () =>
    on('search/#q=they+insult+me+on+the+phone', async (page) => {
      const best = page.locator('[data-search=page] .search__best');
      await best.waitFor();
      expect(await best.locator('.search__title').getAttribute('href')).toContain('/shouting-and-insults/');
      expect(await best.locator('.search__links a').count()).toBeGreaterThan(1);
      // It stands once.
      const links = await page
        .locator('[data-search=page] .search__title')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      expect(new Set(links).size).toBe(links.length);
    }));

  it('says what the playbook leaves alone, and where the nearest page is', () =>
    on('search/#q=tax+return', async (page) => {
      const left = page.locator('[data-search=page] .search__best');
      await expect.poll(() => left.textContent()).toContain('Not in this playbook');
      expect(await left.locator('a').count()).toBe(1);
    }));

  it('leads to a question of a tree, where the whole tree stands', () =>
    on(`search/#q=${encodeURIComponent(question.ask)}&kind=decision`, async (page) => {
      await page.locator('.search__part a', { hasText: question.ask }).first().click();
      await page.waitForURL(/\/worksheet\/#/);
      expect(await page.locator(':target').textContent()).toContain(question.ask);
    }));

  it('shows results on the home page while somebody types, and takes the question along', () =>
    on('', async (page) => {
      await page.locator('#home-search').pressSequentially('late payment');
      await titles(page, '[data-search=home]').first().waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\/#q=late\+payment$/);
      await expect.poll(() => page.locator('#search-here').inputValue()).toBe('late payment');
    }));

  it('shows results on the home page also to somebody who was in the field before the code had come', () =>
    on('about/', async (page) => {
      let go = (): void => undefined;
      const held = new Promise<void>((resolve) => (go = resolve));
      await page.route(/\/_astro\/[^/]*\.js/, async (route) => {
        await held;
        await route.continue();
      });
      await page.goto(site.address, { waitUntil: 'commit' });
      await page.locator('#home-search').fill('late payment');
      go();
      await titles(page, '[data-search=home]').first().waitFor();
      await page.locator('#home-search').pressSequentially('s');
      await expect.poll(() => told(page, '[data-search=home]').textContent()).toContain('“late payments”');
    }));

  it('leaves the rest of the home page as it is, whatever is typed', () =>
    on('', async (page) => {
      const rest = () =>
        page.locator('.situations summary, .home__decide, .sheet--danger').filter({ visible: true }).count();
      const before = await rest();
      const field = page.locator('#home-search');
      await field.fill('zzzzzz');
      await expect.poll(() => told(page, '[data-search=home]').textContent()).toContain(words.chooseBelow);
      await field.fill('shouting');
      await titles(page, '[data-search=home]').first().waitFor();
      expect(await rest()).toBe(before);
      await field.fill('');
      await expect.poll(() => titles(page, '[data-search=home]').count()).toBe(0);
      expect(await rest()).toBe(before);
    }));

  it('says on the home page when its code cannot be had, where every page is listed, and works again later', () =>
    on(
      '',
      async (page) => {
        await page.route(/box\.[^/]*\.js/, (route) => route.abort());
        await page.locator('#home-search').fill('late payment');
        await expect.poll(() => told(page, '[data-search=home]').textContent()).toContain(words.broken);
        expect(await told(page, '[data-search=home]').locator('a').getAttribute('href')).toContain('/a-to-z/');
        await page.unroute(/box\.[^/]*\.js/);
        await page.reload();
        await page.locator('#home-search').fill('late payment');
        await titles(page, '[data-search=home]').first().waitFor();
      },
      /Failed to load resource|error loading dynamically imported module/,
    ));

  it('never shows the mark of a field, also where an excerpt cuts it in two', () =>
    on('search/#q=((invoice+number))', async (page) => {
      for (const query of ['invoice number', 'amount still open', 'if they say', 'last message we sent']) {
        await page.locator('#search-here').fill(query);
        await expect.poll(() => told(page, '[data-search=page]').textContent()).toContain(query);
        expect(await page.locator('[data-search=page] [data-search-results]').innerText()).not.toMatch(/\(\(|\)\)/);
      }
    }));

  it('sends nothing that was typed, neither in an address nor as what led there', () =>
    on('search/#q=secretword+invoice', async (page) => {
      const seen: string[] = [];
      page.on('request', (request) => seen.push(`${request.url()} ${request.headers()['referer'] ?? ''}`));
      await titles(page, '[data-search=page]').first().waitFor();
      await page.locator('#search-here').fill('secretword unpaid invoice');
      await expect.poll(() => new URL(page.url()).hash).toContain('unpaid');
      await page.reload();
      await titles(page, '[data-search=page]').first().click();
      await page.waitForURL((url) => !url.pathname.endsWith('/search/'));
      await page.goBack();
      await expect.poll(() => page.locator('#search-here').inputValue()).toBe('secretword unpaid invoice');
      expect(seen.length).toBeGreaterThan(3);
      expect(seen.filter((address) => /secretword|unpaid/.test(address))).toEqual([]);
    }));

  it('moves a question out of an address of before', () =>
    on('search/?q=late+payment', async (page) => {
      await titles(page, '[data-search=page]').first().waitFor();
      expect(new URL(page.url()).search).toBe('');
      expect(new URL(page.url()).hash).toBe('#q=late+payment');
    }));

  it('reads results out once typing rests', () =>
    on('', async (page) => {
      await page.locator('a[data-search-open]').click();
      const readOut = page.locator(`${dialog} [role=status]`);
      await page.evaluate(() => {
        const status = document.querySelector('dialog[data-search] [role=status]');
        const heard: string[] = [];
        Object.assign(globalThis, { heard });
        if (status) new MutationObserver(() => heard.push(status.textContent)).observe(status, { childList: true });
      });
      await page.locator('#search-field').pressSequentially('they will not pay the invoice', { delay: 60 });
      await expect.poll(() => readOut.textContent()).toContain('they will not pay the invoice');
      const heard = await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
      expect(heard.filter((words) => words !== '').length).toBeLessThan(3);
    }));

  it('says on a slow line that it takes a while, until it is there', () =>
    on('scripts/late-payment/', async (page) => {
      let go = (): void => undefined;
      const held = new Promise<void>((resolve) => (go = resolve));
      await page.route(/box\.[^/]*\.js/, async (route) => {
        await held;
        await route.continue();
      });
      await page.locator('a[data-search-open]').click();
      await page.keyboard.type('late payment');
      await expect.poll(() => told(page).textContent()).toContain(words.loading);
      go();
      await titles(page).first().waitFor();
      await expect.poll(() => told(page).textContent()).toContain('“late payment”');
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
        if (/[\p{L}\p{N}]/u.test(query)) await expect.poll(() => told(page).textContent()).toMatch(/results? for “/);
        else await expect.poll(() => told(page).textContent()).toBe('');
      }
      // A pasted mail: the field takes 300 letters of it, and a field without that limit makes no difference.
      await field.evaluate((element) => element.removeAttribute('maxlength'));
      await field.fill('client '.repeat(700) + 'x'.repeat(100));
      await titles(page).first().waitFor();
      expect(await page.locator(`${dialog} :is(img, b, script)`).count()).toBe(0);
      expect(await page.title()).not.toBe('no');
    }));

  it('says without JavaScript why there is no field, and where every page is listed', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    try {
      const page = await context.newPage();
      for (const path of ['', 'search/']) {
        await page.goto(site.address + path);
        expect(await page.locator('main').innerText()).toContain(searchForm.needsJavaScript);
        expect(await page.locator('main input:visible').count()).toBe(0);
      }
      await page.locator('main a', { hasText: 'A to Z' }).click();
      expect(new URL(page.url()).pathname).toBe(`${base}a-to-z/`);
    } finally {
      await context.close();
    }
  });

  it('narrows by kind, and keeps question and kind in the fragment', () =>
    on('search/#q=late+payment', async (page) => {
      const box = '[data-search=page]';
      await titles(page, box).first().waitFor();
      await page.locator(`${box} input[value=script]`).check();
      await expect.poll(() => new URL(page.url()).hash).toBe('#q=late+payment&kind=script');
      await expect
        .poll(() =>
          titles(page, box).evaluateAll((all) => all.every((link) => link.getAttribute('href')?.includes('/scripts/'))),
        )
        .toBe(true);
      await page.reload();
      await titles(page, box).first().waitFor();
      expect(await page.locator(`${box} input[value=script]`).isChecked()).toBe(true);
      expect(await page.locator('#search-here').inputValue()).toBe('late payment');
    }));

  it.each([
    { missing: 'search.json', pattern: /search\.json/, says: words.noIndex },
    { missing: 'the index of the text', pattern: /pagefind/, says: 'cannot search the text' },
  ])('finds with the rest when $missing is missing, and with all of it later', ({ pattern, says }) =>
    on(
      '',
      async (page) => {
        await page.route(pattern, (route) => route.abort());
        await page.locator('a[data-search-open]').click();
        await page.keyboard.type('late payment');
        await titles(page).first().waitFor();
        await expect.poll(() => told(page).textContent()).toContain(says);
        await page.unroute(pattern);
        await page.keyboard.type('s');
        await expect.poll(() => told(page).textContent()).toMatch(/“late payments”\.$/);
      },
      /Failed to load resource|error loading dynamically imported module/,
    ),
  );

  it('says plainly when nothing can be reached, and works again later', () =>
    on(
      '',
      async (page) => {
        await page.route(/search\.json|pagefind/, (route) => route.abort());
        await page.locator('a[data-search-open]').click();
        await page.keyboard.type('late payment');
        await expect.poll(() => told(page).textContent()).toContain('is not working');
        expect(await told(page).locator('a').getAttribute('href')).toContain('/a-to-z/');
        await page.unroute(/search\.json|pagefind/);
        await page.keyboard.type('s');
        await titles(page).first().waitFor();
      },
      /Failed to load resource/,
    ));
});

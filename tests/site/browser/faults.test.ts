import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guide, linkTo, outcomeOf, story, tree } from '../../support/example-tree.ts';
import { serve, type Serving } from '../../../src/cli/serve.ts';
import { script, scriptPage, search, searchForm } from '../../../src/i18n/en.ts';
import { axeFindings } from '../../support/axe.ts';
import { sites } from '../../support/sites.ts';
import { browserAndSite, focused, openPage } from './support.ts';

// What can go wrong on a reader's machine or on the way to it, and what the reader then sees.

const [{ base }] = sites;

const running = browserAndSite();

/** A page of every kind. */
const kinds = [
  '',
  'guides/',
  'guides/when-they-push/',
  'guides/when-they-push/paying-late/',
  `guides/${guide.ref}/`,
  'decide/',
  `decide/${tree.id}/`,
  `decide/${tree.id}/worksheet/`,
  `decide/${tree.id}/map/`,
  `decide/${tree.id}/cases/`,
  `decide/${tree.id}/${outcomeOf(story).id}/`,
  'scripts/',
  'scripts/late-payment/',
  'sources/',
  'sources/terson/',
  'sources/disagreements/',
  'search/',
  'a-to-z/',
  'about/',
  'about/upkeep/',
];

/** A page on which the browser may complain, because something is broken on purpose. */
async function openBroken(options: BrowserContextOptions = {}): Promise<{ page: Page; close: () => Promise<void> }> {
  const context = await running.browser.newContext(options);
  return { page: await context.newPage(), close: () => context.close() };
}

describe('search, when its index is not all there', () => {
  const lost = (page: Page, files: RegExp) =>
    page.route(files, (route) => route.fulfill({ status: 404, contentType: 'text/html', body: 'not found' }));

  test.each([
    { what: 'is missing', files: /\/pagefind\// },
    { what: 'was half copied: only its entry is there', files: /\/pagefind\/(?!pagefind(-entry)?\.js)/ },
    { what: 'lacks the pages', files: /\.pf_fragment/ },
    // Pagefind takes words that it cannot load for words that no page has: nothing can be said of it.
    { what: 'lacks the words', files: /\.pf_index/, told: '“late payment”' },
    { what: 'lacks its code for the browser', files: /wasm\..*\.pagefind/ },
  ])(
    'the index of the text $what: what people say is found all the same, and a line says what is not searched',
    async ({ files, told = search.noText }) => {
      const { page, close } = await openBroken();
      await lost(page, files);
      await page.goto(running.server.address);
      await page.keyboard.press('/');
      await page.keyboard.type('late payment');
      await page.locator('dialog [data-search-told]', { hasText: told }).waitFor();
      expect(await page.locator('dialog .search__title').count()).toBeGreaterThan(3);
      expect(await axeFindings(page)).toEqual([]);
      await close();
    },
  );

  test('all of it is missing: the page of search says so and offers the A to Z', async () => {
    const { page, close } = await openBroken();
    await lost(page, /\/pagefind\/|search\.json/);
    await page.goto(`${running.server.address}search/#q=late+payment`);
    const told = page.locator('[data-search=page] [data-search-told]');
    await told.getByText(search.broken).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await told.getByRole('link', { name: search.listInstead }).click();
    await page.waitForURL(`**${base}a-to-z/`);
    await close();
  });
});

describe('the code of a form cannot be loaded', () => {
  test.each([/_astro\/mount.*\.js/, /form\.json/])(
    'a script shows every wording, and a line says what to do: %s',
    async (lost) => {
      const { page, close } = await openBroken();
      await page.route(lost, (route) => route.fulfill({ status: 404, body: 'not found' }));
      await page.goto(`${running.server.address}scripts/late-payment/`);
      await page.getByRole('alert').getByText(scriptPage.couldNotLoad).waitFor();
      const variants = page.locator('.script__variant');
      expect(await variants.filter({ visible: true }).count()).toBe(await variants.count());
      expect(await page.locator('.script :is(button, input):visible').count()).toBe(0);
      expect(await axeFindings(page)).toEqual([]);
      await close();
    },
  );
});

test('the script that stands first in every page is missing: search has its field, in the dialog and on its page', async () => {
  const { page, close } = await openBroken();
  await page.route(/\/theme\.js$/, (route) => route.fulfill({ status: 404, body: 'not found' }));
  await page.goto(`${running.server.address}guides/when-they-push/paying-late/`);
  await page.locator('a[data-search-open]').click();
  await page.keyboard.type('late payment');
  await page.locator('dialog .search__title').first().waitFor();
  await page.goto(`${running.server.address}search/`);
  await page.locator('[data-search=page] input[type=search]').fill('late payment');
  await page.locator('[data-search=page] .search__title').first().waitFor();
  await close();
});

test('the script of every page is missing: nothing that needs it shows, and what is hidden for it is there', async () => {
  const { page, close } = await openBroken();
  await page.route(/_astro\/Base\..*\.js$/, (route) => route.fulfill({ status: 404, body: 'not found' }));
  await page.goto(running.server.address);
  await expect.poll(() => page.locator('input:visible, select:visible').count()).toBe(0);
  await page.goto(`${running.server.address}scripts/late-payment/`);
  const variants = page.locator('.script__variant');
  await expect.poll(() => variants.filter({ visible: true }).count()).toBe(await variants.count());
  expect(await page.locator('.script :is(button, input):visible').count()).toBe(0);
  await close();
});

describe('storage is blocked', () => {
  async function openBlocked(): Promise<Page> {
    const page = await openPage(running.browser);
    await page.addInitScript(() => {
      for (const storage of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, storage, {
          get: () => {
            throw new DOMException('The operation is insecure.', 'SecurityError');
          },
        });
    });
    return page;
  }

  test.each(kinds)('/%s works without an error, and the theme holds for the page', async (path) => {
    const page = await openBlocked();
    await page.goto(running.server.address + path, { waitUntil: 'networkidle' });
    await page.getByLabel('Theme').selectOption('Dark');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.getByLabel('Theme').selectOption('Auto');
    expect(await page.locator('html').getAttribute('data-theme')).toBe(null);
  });

  test('a tree is walked, a script is filled in and cleared, search finds', async () => {
    const page = await openBlocked();
    await page.goto(`${running.server.address}decide/${tree.id}/`);
    await page.getByRole('link', { name: 'Start now', exact: true }).click();
    await page.locator('.tree__answer label').first().click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.locator('.result__headline').waitFor();
    await page.goto(`${running.server.address}scripts/late-payment/`);
    await page.getByLabel('Invoice number').fill('2026-118');
    await page.locator('.script__text', { hasText: '2026-118' }).waitFor();
    expect(await page.locator('.script__fields').innerText()).toContain(script.keptNowhere);
    await page.getByRole('button', { name: script.clearHere }).click();
    await page.locator('.script__text', { hasNotText: '2026-118' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('a[data-search-open]').click();
    await page.keyboard.type('late payment');
    await page.locator('dialog .search__title').first().waitFor();
  });
});

describe('the clipboard is there, and refuses', () => {
  async function openRefusing(path: string, olderWayToo: boolean): Promise<Page> {
    const page = await openPage(running.browser);
    await page.addInitScript((olderWayToo) => {
      const refuse = () => Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError'));
      Object.assign(navigator.clipboard, { write: refuse, writeText: refuse });
      if (olderWayToo) document.execCommand = () => false;
    }, olderWayToo);
    await page.goto(running.server.address + path);
    return page;
  }
  const result = () => linkTo(story);
  const selected = (page: Page) => page.evaluate(() => getSelection()?.toString().trim() ?? '');

  test('a script is copied the older way', async () => {
    const page = await openRefusing('scripts/calm-an-upset-caller/', false);
    await page.getByRole('button', { name: /^Copy with \d gaps$/ }).click();
    await page.locator('.letter [role=status]', { hasText: 'copied' }).waitFor({ state: 'attached' });
  });

  test('a memo is copied the older way', async () => {
    const page = await openRefusing(result(), false);
    await page.getByRole('button', { name: 'Copy memo' }).click();
    await page.locator('.result__said', { hasText: 'Memo copied.' }).waitFor();
  });

  test('when that fails too, a script says so and selects its words', async () => {
    const page = await openRefusing('scripts/calm-an-upset-caller/', true);
    await page.getByRole('button', { name: /^Copy with \d gaps$/ }).click();
    const status = page.locator('.script__left');
    await status.filter({ hasText: script.copyRefused }).waitFor();
    expect(await status.innerText()).not.toContain('copied');
    expect(await selected(page)).toBe((await page.locator('.script__text').innerText()).trim());
  });

  test.each(['Copy memo', 'Copy as Markdown', 'Copy the link to your answers'])(
    'when that fails too, a result says so, opens the memo and selects: %s',
    async (button) => {
      const page = await openRefusing(result(), true);
      await page.getByText('More ways to share').click();
      await page.getByRole('button', { name: button }).click();
      await page.locator('.result__said', { hasText: 'We could not copy it.' }).waitFor();
      expect(await page.locator('.result__memo-text').isVisible()).toBe(true);
      const words = await page.locator('.result__memo-text').innerText();
      expect(words).toContain(page.url());
      expect(words).not.toContain('\\#');
      expect(await selected(page)).toBe(words.trim());
    },
  );
});

describe('JavaScript is off', () => {
  const openPlain = () => openPage(running.browser, { javaScriptEnabled: false });

  test.each(kinds)('/%s shows no control without an effect', async (path) => {
    const page = await openPlain();
    await page.goto(running.server.address + path);
    const dead = await page.evaluate(() => {
      const controls = document.querySelectorAll<HTMLElement>(
        'button, input, select, textarea, [role=button], [contenteditable], a[href="#"], a:not([href])',
      );
      return [...controls]
        .filter((control) => control.checkVisibility())
        .filter((control) => {
          const form = control.closest('form');
          const leadsOn = form && new URL(form.action).pathname !== location.pathname;
          const sends = form?.querySelector<HTMLElement>('button[type=submit], button:not([type])');
          return !(leadsOn && sends?.checkVisibility() && control.matches('[name], [type=submit]'));
        })
        .map((control) => control.outerHTML.slice(0, 120));
    });
    expect(dead).toEqual([]);
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(50);
  });

  test('a situation of the front page opens and leads to its guide, script and tree', async () => {
    const page = await openPlain();
    await page.goto(running.server.address);
    await page.locator('summary', { hasText: 'They pay late' }).click();
    const links = page.locator('.situations details[open] a');
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
      '/scripts/late-payment/',
      '/guides/when-they-push/paying-late/',
      '/decide/money/',
    ]);
    await links.nth(1).click();
    expect(new URL(page.url()).pathname).toBe('/guides/when-they-push/paying-late/');
  });

  test('the front page has no field that does nothing, and search leads to the A to Z', async () => {
    const page = await openPlain();
    await page.goto(running.server.address);
    expect(await page.locator('main input:visible').count()).toBe(0);
    await page.getByRole('link', { name: 'Search' }).first().click();
    expect(new URL(page.url()).pathname).toBe('/search/');
    expect(await page.locator('main').innerText()).toContain(searchForm.needsJavaScript);
    await page.locator('main').getByRole('link', { name: search.listInstead }).click();
    await expect.poll(() => page.locator('main li a').count()).toBeGreaterThan(100);
  });

  test('a script shows every wording with its gaps named, and the library every script', async () => {
    const page = await openPlain();
    await page.goto(`${running.server.address}scripts/`);
    expect(await page.locator('[data-script] a').filter({ visible: true }).count()).toBe(
      await page.locator('[data-script]').count(),
    );
    await page.getByRole('link', { name: 'Ask for a late payment' }).click();
    const variants = page.locator('.script__variant');
    await variants.first().waitFor();
    expect(await variants.count()).toBeGreaterThan(2);
    expect(await variants.filter({ visible: true }).count()).toBe(await variants.count());
    await page.getByRole('link', { name: 'Email, final' }).click();
    expect(new URL(page.url()).hash).toBe('#email-final');
    expect(await page.locator('#email-final .gap').first().innerText()).toMatch(/^\[[a-z][\w ]+\]$/);
  });

  test('the worksheet leads from the first question to an outcome', async () => {
    const page = await openPlain();
    await page.goto(`${running.server.address}decide/${tree.id}/`);
    await page.getByRole('link', { name: 'Start now', exact: true }).click();
    await page.getByRole('link', { name: 'Start with question 1' }).click();
    const { pathname } = new URL(page.url());
    expect(pathname).toBe(`/decide/${tree.id}/worksheet/`);
    // Always the first answer that leads to another question, and at the end the first outcome.
    for (let question = new URL(page.url()).hash; question;) {
      const answers = page.locator(`section:has(> h3${question}) .sheet__answers a`);
      const on = page.locator(`section:has(> h3${question}) .sheet__answers a[href^="#"]`);
      await ((await on.count()) > 0 ? on : answers).first().click();
      question = new URL(page.url()).pathname === pathname ? new URL(page.url()).hash : '';
    }
    expect(await page.locator('.ladder [aria-current]').innerText()).not.toBe('');
    const headlines = tree.outcomes.map(({ headline }) => headline);
    expect(headlines).toContain(await page.locator('h1').innerText());
  });
});

describe.each(sites)('an address that leads nowhere $name', ({ folder, base }) => {
  let server: Serving;
  beforeAll(async () => {
    server = await serve(folder, base, 0);
  });
  afterAll(() => server.close());

  test.each(['nowhere/', 'guides/no-such-topic/no-such-guide/', 'scripts/late-payment', 'a/b/c/d.html'])(
    '%s: a page that says so, with links that work',
    async (path) => {
      const { page, close } = await openBroken();
      const failed: string[] = [];
      page.on('response', (response) => {
        if (response.status() >= 400) failed.push(response.url());
      });
      const answer = await page.goto(server.address + path);
      if (path === 'scripts/late-payment') {
        // Only its slash is missing: the page itself.
        expect(await page.locator('h1').innerText()).toBe('Ask for a late payment');
        return close();
      }
      expect(answer?.status()).toBe(404);
      expect(await page.locator('h1').innerText()).toBe('Page not found');
      expect(failed).toEqual([server.address + path]);
      expect(await page.locator('.bar__in').evaluate((bar) => getComputedStyle(bar).display)).toBe('flex');
      const links = await page
        .locator('a[href]:not([href^="tel:"])')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
      expect(links.length).toBeGreaterThan(8);
      for (const link of new Set(links)) {
        expect(link.startsWith(server.address)).toBe(true);
        if (!link.includes('#')) expect((await page.request.get(link)).status(), link).toBe(200);
      }
      expect(await axeFindings(page)).toEqual([]);
      // Search works from here, whatever the depth of the address.
      await page.keyboard.press('/');
      await page.keyboard.type('late payment');
      await page.locator('dialog .search__title').first().click();
      await page.waitForURL((url) => url.pathname.startsWith(base) && !url.pathname.endsWith(path));
      expect(await page.locator('h1').innerText()).not.toBe('Page not found');
      await close();
    },
  );
});

test('a link to answers from an older version of the tree opens, and says which version it was', async () => {
  const page = await openPage(running.browser);
  const older = tree.version - 1;
  const [[asked = '', given] = [], [next] = []] = Object.entries(story.answers);
  await page.goto(
    `${running.server.address}decide/${tree.id}/#v=${older}&${asked}=${[given].flat().join('+')}&long-gone=yes`,
  );
  const note = page.locator('.tree__note');
  await note.waitFor();
  expect(await note.innerText()).toContain(
    `made with version ${older} of these questions, and they’re now at version ${tree.version}.`,
  );
  expect(await note.innerText()).toContain('long-gone=yes');
  expect(await page.locator('.tree__title').innerText()).toBe(tree.questions.find(({ id }) => id === next)?.ask);
  expect(await page.locator('.tree__so-far').innerText()).toContain(
    tree.questions.find(({ id }) => id === asked)?.ask ?? asked,
  );
  expect(await focused(page)).not.toContain('problem');
});

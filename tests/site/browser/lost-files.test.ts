import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { guide, linkApart, linkTo, otherStory, story, tree } from '../../support/example-tree.ts';
import { prose, script, scriptPage, search, tree as treeTexts, treeResult, treeStart } from '../../../src/i18n/en.ts';
import { sites } from '../../support/sites.ts';
import { browserAndSite } from './support.ts';

// Each file of code and data is taken away while somebody does what needs it. They get what they wanted, or the page says
// that it cannot be had, or it shows itself as it does without JavaScript.

const [{ folder }] = sites;
const running = browserAndSite();

/** What is done on a page: it ends when the reader has what they wanted. */
interface Errand {
  readonly name: string;
  readonly path: string;
  readonly run: (page: Page) => Promise<unknown>;
  /** What the page may say instead. */
  readonly told: readonly string[];
}

const saved = (page: Page, name: string) =>
  Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);

const errands: readonly Errand[] = [
  {
    name: 'search from the home page',
    path: '',
    run: async (page) => {
      await page.locator('[data-search=home] input').fill('late payment');
      await page.locator('[data-search=home] .search__title').first().waitFor();
    },
    told: [search.broken],
  },
  {
    name: 'search on its own page',
    path: 'search/#q=late+payment',
    run: (page) => page.locator('[data-search=page] .search__title').first().waitFor(),
    told: [search.broken],
  },
  {
    name: 'search from any page',
    path: 'sources/',
    run: async (page) => {
      await page.locator('a[data-search-open]').click();
      // The dialog, or the page of search.
      await page.locator('[data-search] input:visible').first().fill('late payment');
      await page.locator('.search__title:visible').first().waitFor();
    },
    told: [search.broken],
  },
  {
    name: 'read a script out',
    path: 'scripts/calm-an-upset-caller/',
    run: async (page) => {
      await page.getByRole('button', { name: script.callMode }).click();
      await page.locator('dialog.call').waitFor();
    },
    told: [scriptPage.couldNotLoad, script.lost],
  },
  {
    name: 'download a script for the email program',
    path: 'scripts/late-payment/',
    run: async (page) => {
      await page.locator('.more summary').first().click();
      await saved(page, script.downloadMail);
    },
    told: [scriptPage.couldNotLoad, script.lost],
  },
  {
    name: 'pass a script on',
    path: 'scripts/late-payment/',
    run: async (page) => {
      await page.locator('.more summary').first().click();
      await page.getByRole('button', { name: script.share }).click();
      await page.locator('dialog.share').waitFor();
    },
    told: [scriptPage.couldNotLoad, script.lost],
  },
  {
    name: 'pass a decision on',
    path: `decide/${tree.id}/`,
    run: async (page) => {
      await page.locator('[data-share] a').click();
      // The dialog, or the page that says how.
      await page.locator('dialog.share, .embed-codes').waitFor();
    },
    told: [],
  },
  {
    name: 'read what has to be set for a frame',
    path: 'about/embed/',
    run: (page) => page.locator('.embed-codes ol').waitFor(),
    told: [],
  },
  {
    name: 'find the case on another page',
    path: 'scripts/late-payment/',
    run: async (page) => {
      await page.getByLabel('Contact', { exact: true }).fill('Ms Okafor');
      await page.getByRole('link', { name: 'Guides' }).first().click();
      // Without the bar the page is all there.
      await page.locator('[data-case]:visible, h1').first().waitFor();
    },
    told: [scriptPage.couldNotLoad],
  },
  {
    name: 'fill in a script inside a guide',
    path: 'guides/when-they-push/paying-late/',
    run: async (page) => {
      await page.locator('[data-form] a[data-press]').first().click();
      await page.locator('.script__fields input:visible').first().waitFor();
    },
    told: [scriptPage.couldNotLoad],
  },
  {
    name: 'begin a tree',
    path: `decide/${tree.id}/`,
    run: async (page) => {
      await page.getByRole('link', { name: 'Start now', exact: true }).click();
      // The first question, or all of them on one page.
      await page.locator('.tree__answer, .sheet__answers').first().waitFor();
    },
    told: [],
  },
  {
    name: 'begin a tree inside a guide',
    path: `guides/${guide.ref}/`,
    run: async (page) => {
      await page.locator('[data-tree] a').first().click();
      await page.locator('.tree__answer, .sheet__answers').first().waitFor();
    },
    told: [],
  },
  {
    name: 'open a result and have a reminder',
    path: linkTo(story),
    run: async (page) => {
      await page.locator('.result__headline').waitFor();
      await saved(page, treeResult.addToCalendar);
    },
    told: [treeStart.cannotOpen, treeTexts.resultFailed, treeResult.calendarFailed],
  },
  {
    name: 'compare two people’s answers',
    path: linkApart(story, otherStory),
    run: (page) => page.locator('.result__apart').waitFor(),
    told: [treeStart.cannotOpen, treeTexts.resultFailed, treeResult.compareFailed],
  },
  {
    name: 'narrow the library',
    path: 'scripts/',
    run: async (page) => {
      await page.getByRole('searchbox').first().fill('late payment');
      await expect.poll(() => page.locator('[data-script]:visible').count()).toBeLessThan(20);
    },
    told: [],
  },
  {
    name: 'count the months without them',
    path: 'guides/beyond-the-documents/depending-on-their-money/',
    run: async (page) => {
      for (const [at, sum] of ['9000', '4000', '1000'].entries())
        await page.locator('[data-months] input').nth(at).fill(sum);
      await page.locator('.months__result').waitFor();
    },
    told: [prose.months.lost],
  },
  {
    name: 'read about the playbook',
    path: 'about/',
    run: (page) => page.locator('main h2').first().waitFor(),
    told: [],
  },
  {
    name: 'open the map with one’s own way',
    path: `decide/${tree.id}/map/`,
    run: (page) => page.locator('.map, main ol').first().waitFor(),
    told: [],
  },
  {
    name: 'leave a page on danger',
    path: 'guides/beyond-the-documents/danger/',
    run: (page) => page.locator('.bar .leave').waitFor(),
    told: [],
  },
];

/** The ways in which a file can be lost. */
const losses: readonly ((route: Route) => Promise<void>)[] = [
  (route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<p>Not found</p>' }),
  (route) => route.fulfill({ status: 500, contentType: 'text/html', body: '' }),
  (route) => route.fulfill({ status: 200, contentType: 'text/plain', body: 'Please sign in' }),
  (route) => {
    const path = join(folder, new URL(route.request().url()).pathname);
    const whole = readFileSync(path);
    return route.fulfill({
      contentType: path.endsWith('.json') ? 'application/json' : 'text/javascript',
      body: whole.subarray(0, whole.length / 2),
    });
  },
  (route) => route.abort('connectionreset'),
];

/** Code and data. Without a style sheet or the font, a page is plainer and works. */
const isPart = (address: string): boolean => /\/pagefind\/|\.js(on)?$/.test(address);

/** Runs an errand on a page of its own; what is `lost` does not come. Gives the parts of the site that were asked for. */
async function go(errand: Errand, lost?: { readonly part: string; readonly how: (route: Route) => Promise<void> }) {
  const context = await running.browser.newContext({ locale: 'en-GB', serviceWorkers: 'block', acceptDownloads: true });
  const page = await context.newPage();
  const parts = new Set<string>();
  page.on('request', (request) => parts.add(new URL(request.url()).pathname));
  if (lost) await page.route((url) => url.pathname === lost.part, lost.how);
  await page.goto(running.server.address + errand.path);
  const told = errand.told.map((words) => page.getByText(words, { exact: false }).filter({ visible: true }).first());
  const plain = page.locator('html:not(.js)');
  try {
    await Promise.any([
      errand.run(page),
      ...(lost ? [plain.waitFor(), ...told.map((words) => words.waitFor())] : []),
    ]).catch(() => {
      throw new Error(`${errand.name}${lost ? `, without ${lost.part}` : ''}: neither done nor told`);
    });
    // By a link to answers, nothing is shown until they are, or cannot be.
    await expect.poll(async () => (await page.locator('main').innerText()).length).toBeGreaterThan(50);
  } finally {
    await context.close();
  }
  return [...parts].filter(isPart);
}

describe('each file in turn is lost', () => {
  const needed = new Set<string>();

  test.each(errands)('$name', { timeout: 300_000 }, async (errand) => {
    const parts = await go(errand);
    const isNew = parts.filter((part) => !needed.has(part));
    for (const part of parts) needed.add(part);
    // What many errands need is lost in every way once, and in one way in each of the others.
    for (const [at, part] of parts.entries())
      for (const [kind, how] of losses.entries())
        if (isNew.includes(part) || at % losses.length === kind) await go(errand, { part, how });
  });

  // Astro writes what it would start its own islands with, and no page names it. Moved pages: moved.test.ts.
  const unneeded = /^(client|signals\.module|_\.\.\.formerly_.*)\./;

  test('every file of code was among them', () => {
    const code = readdirSync(join(folder, '_astro')).filter((file) => file.endsWith('.js') && !unneeded.test(file));
    expect(code.filter((file) => !needed.has(`/_astro/${file}`))).toEqual([]);
  });
});

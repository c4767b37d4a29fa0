import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../../src/content/read-content.ts';
import { pagesToLeave } from '../../../src/content/content.ts';
import { leave } from '../../../src/i18n/en.ts';
import { builtPages } from '../../support/built-pages.ts';
import { linkTo, stopStory, stopTree, story } from '../../support/example-tree.ts';
import { sites } from '../../support/sites.ts';
import { browserAndSite, openPage } from './support.ts';

// Pages on danger can be left at once, for a page that anybody may be seen reading.

const running = browserAndSite();
const { content } = readContent(process.cwd());
const { harmlessPage } = content.organisation;
const { guide, script, leave: named } = content.playbook.danger;
const guidePage = `guides/${guide}/`;
const stopPage = `decide/${stopTree.id}/${stopStory.outcome}/`;
const stopResult = linkTo(stopStory, null, stopTree);

const out = (page: Page) => page.getByRole('link', { name: leave.title });
/** Opens a page; the harmless one is there without a network. */
async function openPageToLeave(path: string, options = {}): Promise<Page> {
  const page = await openPage(running.browser, { ...options, mayAsk: new URL(harmlessPage).hostname });
  await page.route(harmlessPage, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Sunny spells</h1>' }),
  );
  await page.goto(running.server.address + path);
  return page;
}
/** As a reader whose tab has kept something, and who came by another page of the site. */
async function fillIn(page: Page, path: string): Promise<void> {
  await page.goto(`${running.server.address}${linkTo(story)}`);
  await page.locator('.result__headline').waitFor();
  await page.goto(`${running.server.address}scripts/late-payment/`);
  await page.getByLabel('Invoice number').fill('2026-118');
  await page.locator('.script__text', { hasText: '2026-118' }).waitFor();
  await page.evaluate(() => {
    sessionStorage.setItem('of another site', 'stays');
    localStorage.setItem('good-terms / theme', 'dark');
  });
  await page.goto(`${running.server.address}${path}`);
}
/** What the tab keeps of this site, once it has come back to it. */
const kept = async (page: Page): Promise<string[]> => {
  await page.goto(`${running.server.address}about/`);
  return page.evaluate(() => Object.keys(sessionStorage));
};
const ready = (page: Page) => page.waitForFunction(() => document.querySelector<HTMLElement>('.leave')?.onclick);

describe.each(sites)('which pages have it $name', ({ folder, base }) => {
  test('those on danger that the playbook names, and results that say to stop: these and no others', () => {
    const pages = builtPages(folder, base);
    const shown = pages.filter(({ elements }) =>
      elements.some(({ attributes }) => attributes['class']?.split(' ').includes('leave') && !('hidden' in attributes)),
    );
    const expected = [...pagesToLeave(content)].map((address) => base.slice(0, -1) + address);
    expect(shown.map(({ address }) => address).toSorted()).toEqual(expected.toSorted());
    expect(expected).toEqual(
      expect.arrayContaining(
        [guidePage, stopPage, `scripts/${script}/`, ...named.guides.map((ref) => `guides/${ref}/`)].map(
          (path) => base + path,
        ),
      ),
    );
    // The tab shows no sign of the playbook either.
    for (const { html, address } of shown) expect(html.includes('<link rel="icon" href="data:,">'), address).toBe(true);
  });
});

describe.each([
  ['a guide', guidePage],
  ['a script', `scripts/${script}/`],
  ['the page of a result', stopPage],
  ['a result', stopResult],
])('%s', (_, path) => {
  test('is left by the button: another page takes its place, Back does not lead to it, and the tab keeps nothing', async () => {
    const page = await openPageToLeave('');
    await fillIn(page, path);
    await ready(page);
    await out(page).click();
    await page.getByText('Sunny spells').waitFor();
    expect(page.url()).toBe(harmlessPage);
    await page.goBack();
    expect(page.url()).toBe(`${running.server.address}scripts/late-payment/`);
    expect(await kept(page)).toEqual(['of another site']);
  });

  test('is left by Escape pressed three times, and not by less', async () => {
    const page = await openPageToLeave('');
    await fillIn(page, path);
    await ready(page);
    for (const key of ['Escape', 'Escape', 'a', 'Escape', 'Escape']) await page.keyboard.press(key);
    expect(page.url()).toContain(running.server.address);
    expect(await out(page).isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByText('Sunny spells').waitFor();
    expect(await kept(page)).toEqual(['of another site']);
  });
});

test('nothing of the page is to be seen while the other one is awaited, and pressing on does not stop it', async () => {
  const page = await openPageToLeave('');
  await page.goto(`${running.server.address}${guidePage}`);
  await ready(page);
  let arrive = (): void => undefined;
  const held = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(harmlessPage, async (route) => {
    await held;
    await route.fulfill({ contentType: 'text/html', body: '<h1>Sunny spells</h1>' });
  });
  const seen = await page.evaluate(() => {
    const press = () => !dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', cancelable: true }));
    return {
      stopped: [press(), press(), press(), press()],
      title: document.title,
      seen: document.body.checkVisibility(),
    };
  });
  expect(seen).toEqual({ stopped: [false, false, true, true], title: new URL(harmlessPage).host, seen: false });
  arrive();
  await page.getByText('Sunny spells').waitFor();
});

test('a result that says to go on has none, and the key does nothing there', async () => {
  const page = await openPageToLeave(stopResult);
  await out(page).waitFor();
  await page.goto(running.server.address + linkTo(story));
  await page.locator('.result__headline').waitFor();
  for (let press = 0; press < 4; press++) await page.keyboard.press('Escape');
  expect(await page.locator('.leave').filter({ visible: true }).count()).toBe(0);
  expect(page.url()).toContain(running.server.address);
});

test('without JavaScript it is a link', async () => {
  const page = await openPageToLeave(guidePage, { javaScriptEnabled: false });
  await out(page).click();
  expect(page.url()).toBe(harmlessPage);
});

test('it stands in reach of a thumb and lies over nothing that can be pressed at the lower edge', async () => {
  const page = await openPageToLeave(guidePage, { viewport: { width: 390, height: 700 } });
  const places = await page.evaluate(() =>
    ['.leave', '.action-bar'].map((name) => document.querySelector(name)?.getBoundingClientRect().toJSON() as DOMRect),
  );
  expect(places[0]?.bottom).toBe(700);
  expect(places[0]?.top).toBe(places[1]?.bottom);
  await page.locator('.foot').getByRole('link').last().click();
  expect(page.url()).toContain(`${running.server.address}about/`);
});

test('the file to take along has it on the same pages', async () => {
  const page = await openPageToLeave(`good-terms.html#/${guidePage}`);
  await out(page).waitFor();
  await page.goto(`${running.server.address}good-terms.html#/guides/when-they-push/paying-late/`);
  await out(page).waitFor({ state: 'hidden' });
  await page.goto(`${running.server.address}good-terms.html#/${guidePage}`);
  await out(page).click();
  await page.getByText('Sunny spells').waitFor();
});

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../../src/content/read-content.ts';
import { frontDoor, site } from '../../../src/i18n/en.ts';
import { tree } from '../../support/example-tree.ts';
import { browserAndSite, openPage } from './support.ts';

// What one comes for is in the first screen; and what lies over a page goes away again.

const running = browserAndSite();
const { content } = readContent(process.cwd());

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const desk = { viewport: { width: 1280, height: 800 } };

/** Where something begins and ends, from the top of the window. */
async function placeOf(page: Page, what: string): Promise<{ top: number; bottom: number; left: number }> {
  const box = await page.locator(what).first().boundingBox();
  if (!box) throw new Error(`${what} does not show.`);
  return { top: box.y, bottom: box.y + box.height, left: box.x };
}

describe('the home page', () => {
  test.each([
    { name: 'a phone', options: phone, height: 844 - 48 },
    { name: 'a desk', options: desk, height: 800 },
  ])(
    'on $name: question, field, danger with a number, and the first situations are in the first screen',
    async (where) => {
      const page = await openPage(running.browser, where.options);
      await page.goto(running.server.address);
      expect((await placeOf(page, '#home-search')).top).toBeLessThan(300);
      expect((await placeOf(page, 'main .sheet--danger')).bottom).toBeLessThan(500);
      expect(await page.locator('main .sheet--danger a[href^="tel:"]').count()).toBe(1);
      expect((await placeOf(page, '.situations li:nth-child(4) summary')).bottom).toBeLessThan(where.height);
    },
  );

  test('has every situation in its group, and the first decision with the others', async () => {
    const page = await openPage(running.browser, desk);
    await page.goto(running.server.address);
    const groups = await page
      .locator('.situations section')
      .evaluateAll((all) =>
        all.map((one) => [one.querySelector('h2')?.textContent, one.querySelectorAll('summary').length]),
      );
    expect(groups).toEqual(
      content.playbook.situationGroups.map(({ id, title }) => [
        title,
        content.situations.filter(({ group }) => group === id).length,
      ]),
    );
    expect(await page.locator('.home__decide a[href*="/decide/"]').count()).toBe(content.trees.length + 1);
  });

  test('a situation that is opened moves nothing beside it', async () => {
    const page = await openPage(running.browser, desk);
    await page.goto(running.server.address);
    const beside = '.situations section:nth-child(2) > ul > li:last-child';
    const before = await placeOf(page, beside);
    await page.locator('.situations section:first-child summary').nth(2).click();
    await page.locator('.situations [open] a').first().waitFor();
    expect(await placeOf(page, beside)).toEqual(before);
  });

  test('leads to all that the front door asks in one press', async () => {
    const page = await openPage(running.browser, desk);
    await page.goto(running.server.address);
    await page.locator('.home__begin a').nth(1).click();
    expect(await page.locator('h1').innerText()).toBe(frontDoor.whatDoYouNeed);
    await expect.poll(() => page.locator('.needs > li').count()).toBe(content.needs.length);
  });
});

test('the start of a tree on a phone: its button is in the first screen', async () => {
  const page = await openPage(running.browser, phone);
  await page.goto(`${running.server.address}decide/${tree.id}/`);
  expect((await placeOf(page, '.tree--start .button--main')).bottom).toBeLessThan(844 - 48);
});

describe('"In danger?"', () => {
  const open = async () => {
    const page = await openPage(running.browser, desk);
    await page.goto(`${running.server.address}about/`);
    await page.locator('.bar .danger summary').click();
    await page.getByText(site.leaveFirst).first().waitFor();
    return page;
  };
  const isOpen = (page: Page) => page.locator('.bar .danger[open]').count();

  test('closes on Escape, and gives focus back', async () => {
    const page = await open();
    await page.locator('.bar .danger a').first().focus();
    await page.keyboard.press('Escape');
    expect(await isOpen(page)).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.parentElement?.className)).toBe('danger');
  });

  test('closes on a press elsewhere and when one walks on by key, and stays on a press inside', async () => {
    const page = await open();
    await page.locator('.danger__says p').first().click();
    expect(await isOpen(page)).toBe(1);
    await page.locator('h1').click();
    expect(await isOpen(page)).toBe(0);
    await page.locator('.bar .danger summary').click();
    for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Tab');
    expect(await isOpen(page)).toBe(0);
  });
});

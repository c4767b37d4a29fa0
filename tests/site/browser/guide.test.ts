import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { factHere } from '../../../src/content/content.ts';
import { layersOf } from '../../../src/content/layers.ts';
import { readContent } from '../../../src/content/read-content.ts';
import { prose } from '../../../src/i18n/en.ts';
import { browserAndSite, openPage } from './support.ts';

const running = browserAndSite();
const { content } = readContent(process.cwd(), layersOf(process.cwd(), { COMPANY: 'none' }));
const open = async (page: Page, ref: string): Promise<void> => {
  await page.goto(`${running.server.address}guides/${ref}/`);
};

describe('the first screen of every guide', () => {
  test.each([
    { width: 390, height: 844 },
    { width: 1280, height: 800 },
  ])('on $width × $height: the first steps begin and the words can be pressed', async ({ width, height }) => {
    const page = await openPage(running.browser, { viewport: { width, height } });
    const low: string[] = [];
    for (const { ref } of content.guides) {
      await open(page, ref);
      const edges = await page.evaluate(() =>
        ['.first', '.first .button--main'].map((one) => document.querySelector(one)?.getBoundingClientRect()),
      );
      const [first, words] = edges;
      if (!first || first.top > height * 0.66 || !words || words.bottom > height || words.top < 0) low.push(ref);
    }
    expect(low).toEqual([]);
  });

  test('where somebody may be hurt, the emergency number is a button before the words', async () => {
    const urgent = content.guides.filter(({ facts }) => facts.some((id) => factHere(content, id).here?.numbers));
    expect(urgent.length).toBeGreaterThan(1);
    const page = await openPage(running.browser, { viewport: { width: 390, height: 844 } });
    for (const { ref } of urgent) {
      await open(page, ref);
      expect(await page.locator('.first .action-bar > a').first().getAttribute('href')).toBe('tel:999');
    }
  });

  test('what has to do with safety stands above the first steps, what holds for one role below them', async () => {
    const page = await openPage(running.browser);
    await open(page, 'when-they-push/paying-late');
    const before = await page
      .locator('.lead, .heed, .besides, .first')
      .evaluateAll((all) => all.map((one) => one.getAttribute('class')));
    expect(before).toEqual(['lead', 'heed', 'first', 'besides', 'besides']);
    expect(await page.locator('.heed').innerText()).toContain('threaten');
  });
});

test('the list of contents marks the part that is read', async () => {
  const page = await openPage(running.browser, { viewport: { width: 1280, height: 800 } });
  await open(page, 'when-they-push/paying-late');
  const current = () => page.locator('.contents a:target-current').allInnerTexts();
  await expect.poll(current).toEqual(['Do this first']);
  await page.locator('.contents a', { hasText: 'Do not' }).click();
  await expect.poll(current).toEqual(['Do not']);
});

test('related pages are at most five, each once', async () => {
  const page = await openPage(running.browser);
  for (const { ref } of content.guides) {
    await open(page, ref);
    const related = await page
      .locator('.end__links a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(related.length, ref).toBeLessThanOrEqual(5);
    expect(new Set(related).size, ref).toBe(related.length);
  }
});

test('every guide prints on three pages at most', async () => {
  const page = await openPage(running.browser);
  const long: string[] = [];
  for (const { ref } of content.guides) {
    await open(page, ref);
    const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
    const pages = [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
    if (pages > 3 || pages === 0) long.push(`${ref}: ${pages}`);
  }
  expect(long).toEqual([]);
});

describe('months without a client', () => {
  const guide = 'beyond-the-documents/depending-on-their-money';

  test('three numbers give one, and what is no number is told', async () => {
    const page = await openPage(running.browser);
    await open(page, guide);
    const fields = page.locator('.months input');
    const result = page.locator('.months output');
    const says = (text: string) => expect.poll(() => result.innerText()).toBe(text);
    await says(prose.months.keptNowhere);
    for (const [at, value] of ['£28,000', '36,400', '22.400'].entries()) await fields.nth(at).fill(value);
    await says(prose.months.result(2));
    await fields.nth(1).fill('abc');
    await says(prose.months.noNumber);
    expect(await fields.nth(1).getAttribute('aria-invalid')).toBe('true');
    await fields.nth(1).fill('20000');
    await says(prose.months.result(Infinity));
  });

  test('without JavaScript the worked example stands alone', async () => {
    const page = await openPage(running.browser, { javaScriptEnabled: false });
    await open(page, guide);
    expect(await page.locator('.months form').isVisible()).toBe(false);
    expect(await page.locator('.months').innerText()).toContain('2 months');
  });
});

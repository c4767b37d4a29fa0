import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { treeAddress } from '../../../src/routes.ts';
import { endsOf } from '../../support/ends.ts';
import { builtPages } from '../../support/built-pages.ts';
import { content } from '../../support/example-tree.ts';
import { sites } from '../../support/sites.ts';
import { browserAndSite, openPage } from './support.ts';

// Six sizes of type and four corners on the whole site, as tokens.css has them: what browsers made of all rules together.

const running = browserAndSite();
const [{ folder, base }] = sites;

/** The sizes of all texts and the corners of all boxes that are drawn, each with the first element that has it. Run in the page. */
function measures(): { readonly sizes: Record<string, string>; readonly corners: Record<string, string> } {
  const sizes: Record<string, string> = {};
  const corners: Record<string, string> = {};
  const called = (element: Element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`;
  for (const element of document.body.querySelectorAll('*')) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const says =
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()) ||
      element.matches('input:not([type=radio], [type=checkbox]), select, textarea');
    for (const part of [null, '::before', '::after'] as const) {
      const style = getComputedStyle(element, part);
      const drawn = part !== null && style.content !== 'none' && style.content !== 'normal';
      const name = called(element) + (part ?? '');
      if (part === null ? says : drawn && !style.content.startsWith('""')) sizes[style.fontSize] ??= name;
      if (part !== null && !drawn) continue;
      for (const corner of ['TopLeft', 'TopRight', 'BottomRight', 'BottomLeft'] as const) {
        const radius = style[`border${corner}Radius`];
        if (radius !== '0px') corners[radius] ??= name;
      }
    }
  }
  return { sizes, corners };
}

test.each([
  { name: 'a phone', viewport: { width: 390, height: 844 } },
  { name: 'a desk', viewport: { width: 1280, height: 800 } },
])('all pages have six sizes of type and four corners together, on $name', async ({ viewport }) => {
  const sizes: Record<string, string> = {};
  const corners: Record<string, string> = {};
  const note = async (page: Page, at: string): Promise<void> => {
    const found = await page.evaluate(measures);
    for (const [size, name] of Object.entries(found.sizes)) sizes[size] ??= `${name} on ${at}`;
    for (const [corner, name] of Object.entries(found.corners)) corners[corner] ??= `${name} on ${at}`;
  };
  const waiting = builtPages(folder, base).map(({ address }) => address);
  expect(waiting.length).toBeGreaterThan(200);
  const worker = async (): Promise<void> => {
    const page = await openPage(running.browser, { viewport });
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      await page.goto(new URL(address, running.server.address).href);
      if (await page.locator('[data-own-form]').count()) await page.locator('.script--live').waitFor();
      await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => (fold.open = true)));
      await note(page, address);
    }
  };
  await Promise.all([worker(), worker(), worker()]);
  const page = await openPage(running.browser, { viewport });
  for (const tree of content.trees) {
    await page.goto(new URL(treeAddress(tree.id), running.server.address).href);
    const [end] = endsOf(tree);
    const fragments = [`#v=${tree.version}`, end?.link ?? ''];
    for (const [place, fragment] of fragments.entries()) {
      await page.evaluate((hash) => (location.hash = hash), fragment);
      await page.locator(place === 0 ? '.tree__question' : '.result__start').waitFor();
      await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => (fold.open = true)));
      await note(page, treeAddress(tree.id) + fragment);
    }
  }
  expect(Object.keys(sizes).length, JSON.stringify(sizes, null, 2)).toBe(6);
  expect(Object.keys(corners).length, JSON.stringify(corners, null, 2)).toBe(4);
});

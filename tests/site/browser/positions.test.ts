import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { guideAddress, scriptAddress, treeAddress } from '../../../src/routes.ts';
import { endsOf } from '../../support/ends.ts';
import { content, linkTo, story } from '../../support/example-tree.ts';
import { browserAndSite, openPage } from './support.ts';

// What somebody came for stands in the first window, on every page of its kind. There are two windows: a phone
// of 390 × 844 and a desk of 1280 × 800.

const running = browserAndSite();
const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 800 };
type Window = typeof phone;

/** The highest a result may be, with its folds closed. */
const highest = 1800;

/** A part of a page that has to be seen at once: an element, or only the first sentence of its text. */
interface Part {
  readonly name: string;
  readonly of: string;
  readonly sentence?: boolean;
}

/**
 * Which parts cannot be seen in the first window: not there, not drawn, reaching out of it, or below the bar at its lower
 * edge. Run in the page.
 */
function unseen(parts: readonly Part[]): string[] {
  const bars = [...document.querySelectorAll('.action-bar, .bar__nav')].filter(
    (bar) => getComputedStyle(bar).position === 'fixed',
  );
  const places = bars.map((bar) => bar.getBoundingClientRect()).filter(({ height }) => height > 0);
  const free = Math.min(innerHeight, ...places.map(({ top }) => top));
  /** From the start of a text to the end of its first sentence, which is the whole of it when no stop follows. */
  const sentenceIn = (element: Element): Range => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const stop = /[.?!](?=\s|$)/.exec(text.textContent ?? '');
      if (!stop) continue;
      range.setEnd(text, stop.index + 1);
      break;
    }
    return range;
  };
  return parts.flatMap(({ name, of, sentence }) => {
    const element = document.querySelector(of);
    if (!element) return [`${name} is not there`];
    const { top, bottom, left, right, height } = (sentence ? sentenceIn(element) : element).getBoundingClientRect();
    const edge = bars.some((bar) => bar.contains(element)) ? innerHeight : free;
    const isSeen = height > 0 && top >= 0 && Math.floor(bottom) <= edge && left >= 0 && right <= innerWidth;
    return isSeen ? [] : [`${name} from ${Math.round(top)} to ${Math.round(bottom)} of ${Math.round(edge)}`];
  });
}

/** Opens pages one after the other, three at a time, and tells what is not seen on them. */
async function look(
  viewport: Window,
  addresses: readonly string[],
  waitFor: string,
  parts: readonly Part[],
): Promise<void> {
  expect(addresses.length).toBeGreaterThan(0);
  const waiting = [...addresses];
  const found: string[] = [];
  const worker = async (): Promise<void> => {
    const page = await openPage(running.browser, { viewport });
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      await page.goto(new URL(address, running.server.address).href);
      await page.locator(waitFor).first().waitFor();
      found.push(...(await page.evaluate(unseen, parts)).map((what) => `${String(address)}: ${what}`));
    }
  };
  await Promise.all([worker(), worker(), worker()]);
  expect(found.sort()).toEqual([]);
}

/** The letter of a script, or its cards, and the first of the ways out for it: Copy, or for a call Read it out. */
const message: Part = { name: 'the first sentence of the message', of: '.script--live .script__text', sentence: true };
const copy: Part = { name: 'the first way out', of: '.script--live .script__out button' };

describe('the words of every script', () => {
  const alive = '.script--live .script__out button';
  test('on a phone: the first sentence and the way to copy it', async () => {
    const addresses = content.scripts.map(({ id }) => scriptAddress(id));
    await look(phone, addresses, alive, [message, copy]);
  });
  test('on a desk: the message, the fields and Copy side by side', async () => {
    const withFields = content.scripts.filter(({ variants: [first] }) => JSON.stringify(first).includes('(('));
    const addresses = withFields.map(({ id }) => scriptAddress(id));
    const fields: Part = {
      name: 'the first field',
      of: '.script__fields > :is(.script__field, .script__pair, .script__from)',
    };
    await look(desk, addresses, alive, [message, copy, fields]);
  });
});

test('the first steps of every guide that has them, and the way to the words, on a phone', async () => {
  const addresses = content.guides.map(({ ref }) => guideAddress(ref));
  await look(phone, addresses, 'h1', [
    { name: '“Do this first”', of: '.first > :is(h2, p):not(.action-bar)' },
    // What helps to tell which step it is may come before the steps.
    { name: 'the first step', of: '.first > :is(p, ol):not(.action-bar)', sentence: true },
    { name: 'the words', of: '.first .button--main' },
  ]);
});

describe.each(content.trees)('the tree $id', (tree) => {
  test('the first question on a phone, and Continue, which stays in sight down to the last answer', async () => {
    const page = await openPage(running.browser, { viewport: phone });
    await page.goto(new URL(`${treeAddress(tree.id)}#v=${tree.version}`, running.server.address).href);
    await page.locator('.tree__question').waitFor();
    const go: Part = { name: 'Continue', of: '.tree__do .button--main' };
    expect(
      await page.evaluate(unseen, [
        { name: 'the question', of: '.tree__title' },
        { name: 'the first answer', of: '.tree__answer' },
        go,
      ]),
    ).toEqual([]);
    await page.evaluate(() => document.querySelector('.tree__answer:last-child')?.scrollIntoView({ block: 'end' }));
    await page.evaluate(() => scrollBy(0, document.querySelector<HTMLElement>('.action-bar')?.offsetHeight ?? 0));
    expect(await page.evaluate(unseen, [{ name: 'the last answer', of: '.tree__answer:last-child' }, go])).toEqual([]);
  });

  test('every result: its first step in the first window; on a desk the next steps and the words too, and the whole not too high', async () => {
    const first: Part = {
      name: 'the first step',
      of: '.result__first, .result--stop .result__start li',
      sentence: true,
    };
    const then: Part = { name: 'the next steps', of: '.result__then h2' };
    // What protects people is done before all else that follows.
    const next: Part = { name: 'what is done next', of: '.result__safeguards h2, .result__then h2' };
    const words: Part = { name: 'the words', of: '.result__scripts :is(li, p)' };
    const found: string[] = [];
    for (const viewport of [phone, desk]) {
      const page = await openPage(running.browser, { viewport });
      await page.goto(new URL(treeAddress(tree.id), running.server.address).href);
      for (const { outcome, link, isStop, isFullest } of endsOf(tree)) {
        await change(page, tree.version, link);
        const parts = viewport === phone || isStop ? [first] : [first, isFullest ? next : then, words];
        const faults = await page.evaluate(unseen, parts);
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        if (viewport === desk && height > highest) faults.push(`${height} pixels high`);
        found.push(...faults.map((fault) => `${viewport.width}, ${outcome} (${link}): ${fault}`));
      }
    }
    expect(found).toEqual([]);
  });
});

/** Goes to a result by its link, by way of the first question, so that it is drawn anew; nothing is loaded again. */
async function change(page: Page, version: number, link: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#v=${version}`);
  await page.locator('.tree__question').waitFor();
  await page.evaluate((hash) => (location.hash = hash), link);
  await page.locator('.result__start').waitFor();
  await page.evaluate(() => scrollTo(0, 0));
}

// What comes later must not push away what somebody is about to read or press. 0.1 is where a shift begins to be one.
test.each([
  { name: 'a result opened by its link', path: linkTo(story), there: '.result__start' },
  { name: 'a script', path: 'scripts/late-payment/', there: '.script--live' },
])('nothing on $name moves when its parts come late', async ({ path, there }) => {
  for (const viewport of [phone, desk]) {
    const page = await openPage(running.browser, { viewport });
    await page.addInitScript(() => {
      const seen = window as unknown as { moved: number };
      seen.moved = 0;
      new PerformanceObserver((list) => {
        for (const shift of list.getEntries()) seen.moved += (shift as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const isDrawn = () =>
      page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    await page.route('**/*.json', async (route) => {
      await isDrawn();
      await route.continue();
    });
    await page.goto(running.server.address + path);
    await page.locator(there).first().waitFor();
    await isDrawn();
    expect(await page.evaluate(() => (window as unknown as { moved: number }).moved)).toBeLessThan(0.1);
  }
});

import { cpus, loadavg } from 'node:os';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { readContent } from '../../src/content/read-content.ts';
import { serve } from '../../src/cli/serve.ts';
import { golden } from '../site/search/measure.ts';
import { startBrowser } from '../support/browser.ts';

// How long a reader waits, measured in the page of a built site, at the machine's own speed and with the processor
// slowed four times: from the last key typed to the answer, and from Continue to the next question or the result.
//
//   node tests/bench/waiting.ts [<built folder>]

/** One in so many queries of the golden list is typed. */
const oneIn = 13;
/** Between two keys, in milliseconds: too fast for the search to begin before the last one (src/search/box/box.ts). */
const betweenKeys = 25;

/** What a wait should stay under, in milliseconds, by how many times the processor is slowed. */
const goals = { 1: 100, 4: 250 };

const folder = resolve(process.argv[2] ?? 'dist');
const { trees } = readContent(process.cwd()).content;

/** One wait: what for, and for how long in milliseconds. */
interface Wait {
  readonly what: string;
  readonly milliseconds: number;
}

/** Opens a page in a browser of its own that has nothing kept. */
async function open(browser: Browser, address: string, slower: number): Promise<Page> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.goto(address, { waitUntil: 'networkidle' });
  return page;
}

/**
 * Notes in the page when something begins and when what the reader waits for is painted.
 * @param begins the event that begins the wait; each further one begins it anew
 * @param on the element that the event must come from
 * @param ends the element waited for: its next change after the event, unless it only says that it takes a while
 */
const watch = (page: Page, begins: string, on: string, ends: string): Promise<void> =>
  page.evaluate(
    ({ begins, on, ends }) => {
      const noted = { began: 0, ended: 0 };
      Object.assign(globalThis, { noted });
      addEventListener(
        begins,
        ({ target, timeStamp }) => {
          if (target instanceof Element && target.closest(on)) Object.assign(noted, { began: timeStamp, ended: 0 });
        },
        { capture: true },
      );
      const element = document.querySelector(ends);
      if (!element) throw new Error(`The page has no ${ends}.`);
      new MutationObserver(() => {
        const { began } = noted;
        // After the next paint, unless it was begun anew.
        requestAnimationFrame(() =>
          setTimeout(() => {
            if (noted.began === began && noted.ended === 0) noted.ended = performance.now();
          }),
        );
      }).observe(element, { childList: true, subtree: true });
    },
    { begins, on, ends },
  );

/** How long the wait that ended last took. */
const waited = async (page: Page): Promise<number> => {
  await page.waitForFunction(() => (globalThis as unknown as { noted: { ended: number } }).noted.ended > 0, undefined, {
    polling: 100,
  });
  return page.evaluate(() => {
    const { noted } = globalThis as unknown as { noted: { began: number; ended: number } };
    return noted.ended - noted.began;
  });
};

/** Queries of the golden list. */
function queries(): string[] {
  const asked = golden.filter(({ want }) => want.length > 0).map(({ q }) => q.slice(0, 60).trim());
  return asked.filter((_, place) => place % oneIn === 0);
}

async function firstResults(browser: Browser, address: string, slower: number): Promise<Wait[]> {
  const waits: Wait[] = [];
  for (const q of queries()) {
    const page = await open(browser, address, slower);
    await page.locator('a[data-search-open]').click();
    await page.locator('dialog [data-search-results]').waitFor({ state: 'attached' });
    // What people say is loaded when the field has the focus, before anybody has found the first key.
    await page.waitForLoadState('networkidle');
    await watch(page, 'input', '#search-field', 'dialog [data-search-results]');
    await page.locator('#search-field').pressSequentially(q, { delay: betweenKeys });
    waits.push({ what: q, milliseconds: await waited(page) });
    await page.context().close();
  }
  return waits;
}

async function nextQuestions(browser: Browser, address: string, slower: number): Promise<Wait[]> {
  const waits: Wait[] = [];
  for (const { id, questions, cases } of trees) {
    const longest = cases.toSorted((a, b) => Object.keys(b.answers).length - Object.keys(a.answers).length)[0];
    if (!longest) continue;
    const page = await open(browser, `${address}decide/${id}/`, slower);
    await page.getByRole('link', { name: 'Start now', exact: true }).click();
    await page.locator('.tree__question').waitFor();
    await watch(page, 'click', 'button[type=submit]', '.walk');
    for (const [question, given] of Object.entries(longest.answers)) {
      for (const answer of [given].flat()) await page.locator(`#answer-${answer}`).check();
      await page.getByRole('button', { name: 'Continue' }).click();
      const ask = questions.find((one) => one.id === question)?.ask ?? question;
      waits.push({ what: `${id}: after “${ask}”`, milliseconds: await waited(page) });
    }
    await page.context().close();
  }
  return waits;
}

const server = await serve(folder, '/', 0);
const browser = await startBrowser();
console.log(`Machine load before: ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores.`);
try {
  for (const slower of [1, 4] as const) {
    for (const [name, measure] of [
      ['from the last key to the results', firstResults],
      ['from Continue to what comes next', nextQuestions],
    ] as const) {
      const waits = (await measure(browser, server.address, slower)).toSorted(
        (a, b) => b.milliseconds - a.milliseconds,
      );
      const at = (share: number) => `${Math.round(waits[Math.floor(waits.length * share)]?.milliseconds ?? 0)} ms`;
      const within = waits.filter(({ milliseconds }) => milliseconds < goals[slower]).length;
      console.log(
        `\nProcessor slowed ${slower} times, ${name}: ${waits.length} measured, ${within} of them under ${goals[slower]} ms, median ${at(0.5)}, one in twenty over ${at(0.05)}, longest ${at(0)}`,
      );
      for (const { what, milliseconds } of waits.slice(0, 5)) console.log(`  ${Math.round(milliseconds)} ms  ${what}`);
    }
  }
} finally {
  await browser.close();
  await server.close();
}

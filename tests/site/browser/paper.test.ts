import { inflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { endsOf } from '../../support/ends.ts';
import { content, linkTo, story } from '../../support/example-tree.ts';
import { browserAndSite, openPage } from './support.ts';

// What trees look like on A4: how many sheets each takes, and that nothing on them is cut.

const running = browserAndSite();
const trees = content.trees.map((data) => ({ data }));

/** How many sheets a page takes on A4. */
async function sheets(page: Page): Promise<number> {
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** Prints pages one after the other, and tells which takes more sheets than it may. */
async function print(named: string, addresses: readonly string[], most: number, waitFor = 'main h1'): Promise<void> {
  if (addresses.length === 0) return;
  const page = await openPage(running.browser);
  const counts = new Map<string, number>();
  for (const address of addresses) {
    // A blank page in between, because an address that differs in its fragment alone is not loaded again.
    await page.goto('about:blank');
    await page.goto(running.server.address + address);
    await page.locator(waitFor).waitFor({ state: 'attached' });
    counts.set(address, await sheets(page));
  }
  const found = [...counts.values()];
  console.log(`${named}: ${found.length} printed, ${Math.min(...found)} to ${Math.max(...found)} sheets`);
  expect([...counts].filter(([, count]) => count < 1 || count > most)).toEqual([]);
}

describe.each(trees)('$data.id on paper', ({ data }) => {
  const links = endsOf(data).map((end) => ({ ...end, address: `decide/${data.id}/${end.link}` }));
  const memos = links.filter(({ isStop }) => !isStop).map(({ address }) => address);
  const stops = links.filter(({ isStop }) => isStop);

  test('the memo of every outcome is one sheet, on the shortest and the longest path and with the most ticked', async () => {
    await print(`${data.id}: memos`, memos, 1, '.memo');
  });
  // What is ticked besides brings safeguards with it; each stands there in full.
  test.runIf(stops.length > 0)(
    'a result that says to stop is at most two sheets, and three with all ticked',
    async () => {
      for (const several of [false, true])
        await print(
          `${data.id}: results that say to stop`,
          stops.filter((stop) => stop.several === several).map(({ address }) => address),
          several ? 3 : 2,
          '.result__start',
        );
    },
  );
  test('an outcome is at most two sheets', async () => {
    await print(
      `${data.id}: outcomes`,
      data.outcomes.map(({ id }) => `decide/${data.id}/${id}/`),
      2,
    );
  });
  test('the map is at most three sheets', async () => {
    await print(`${data.id}: map`, [`decide/${data.id}/map/`], 3);
  });
  test('the worksheet takes one sheet for two questions, and two for results and safeguards, at most', async () => {
    await print(`${data.id}: worksheet`, [`decide/${data.id}/worksheet/`], 2 + Math.ceil(data.questions.length / 2));
  });
});

/** The streams of a PDF that draw text, unpacked: how many texts each sheet has. */
const textsOn = (pdf: Buffer): number[] =>
  [...pdf.toString('latin1').matchAll(/stream\r?\n/g)].flatMap(({ index, 0: { length } }) => {
    try {
      const drawn = inflateSync(pdf.subarray(index + length)).toString('latin1');
      return /\bBT\b/.test(drawn) ? [drawn.match(/T[jJ]\b/g)?.length ?? 0] : [];
    } catch {
      return [];
    }
  });

test('every sheet of a worksheet and a map has its number at the foot', async () => {
  const [{ data }] = trees as [(typeof trees)[number]];
  const page = await openPage(running.browser);
  for (const name of ['worksheet', 'map']) {
    await page.goto(`${running.server.address}decide/${data.id}/${name}/`);
    const numbered = textsOn(await page.pdf({ format: 'A4' }));
    await page.evaluate(() => {
      for (const sheet of document.styleSheets)
        for (let at = sheet.cssRules.length - 1; at >= 0; at--)
          if (sheet.cssRules[at] instanceof CSSPageRule) sheet.deleteRule(at);
      document.styleSheets[0]?.insertRule('@page { margin: 18mm }');
    });
    const bare = textsOn(await page.pdf({ format: 'A4' }));
    expect(numbered.length, name).toBeGreaterThan(0);
    expect(numbered.length).toBe(bare.length);
    for (const [place, count] of numbered.entries()) expect(count).toBeGreaterThan(bare[place] ?? Infinity);
  }
});

test('the memo is copied as rich text too, its steps and its lines to fill in as tables', async () => {
  const page = await openPage(running.browser, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(running.server.address + linkTo(story));
  await page.getByRole('button', { name: /^Copy (for email|memo)$/ }).click();
  await page.locator('.result__said', { hasText: 'Memo copied.' }).waitFor();
  const [html, plain] = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return Promise.all(
      ['text/html', 'text/plain'].map(async (type) => ((await item?.getType(type)) ?? new Blob()).text()),
    );
  });
  expect(plain).toMatch(/^Recommendation: /);
  // The site's policy lets no text become markup, so it is read on a page without one.
  await page.goto('about:blank');
  const tables = await page.evaluate((text) => {
    const found = new DOMParser().parseFromString(text, 'text/html');
    return [...found.querySelectorAll('table')].map((table) => table.rows[0]?.cells.length);
  }, html ?? '');
  expect(tables).toContain(3);
  expect(tables.filter((cells) => cells === 2).length).toBeGreaterThan(3);
});

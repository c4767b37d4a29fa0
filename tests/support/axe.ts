import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 A and AA, which brings the size of targets, and what is good practice besides. No rule is switched off. */
const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

/**
 * What axe finds on a page as it stands, a line for each rule that is broken.
 *
 * @param page the page; axe is evaluated in it from outside, which its policy allows
 */
export async function axeFindings(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (options) =>
      (window as unknown as { axe: { run: (root: Document, options: RunOptions) => Promise<AxeResults> } }).axe.run(
        document,
        options,
      ),
    options,
  );
  return violations.map(
    ({ id, nodes }) =>
      `${id} at ${nodes[0]?.target.join(' ') ?? ''} (${nodes.length}): ${nodes[0]?.failureSummary ?? ''}`,
  );
}

/** By how many pixels a page, or a dialog open on it, is wider than its room, so that it scrolls sideways. */
export const pixelsTooWide = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(
      document.documentElement.scrollWidth - window.innerWidth,
      ...[...document.querySelectorAll('dialog[open]')].map((dialog) => dialog.scrollWidth - dialog.clientWidth),
    ),
  );

/** Makes the text of a page twice as large, as a reader's own setting would, or as large as it was. */
export const doubleText = (page: Page, twice = true): Promise<void> =>
  page.evaluate((size) => document.documentElement.style.setProperty('font-size', size), twice ? '200%' : '');

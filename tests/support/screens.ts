import { linkTo, story, tree } from './example-tree.ts';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { serve } from '../../src/cli/serve.ts';
import { startBrowser } from './browser.ts';

// Writes pictures of the main pages and states, wide and narrow, light and dark, to .cache/screens or the folder named
// first, to be looked at. A second argument names the pictures wanted, with commas.
const [folder = '.cache/screens', only = ''] = process.argv.slice(2);

interface Screen {
  readonly name: string;
  readonly path: string;
  /** What to do on the page before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

const result = linkTo(story);
const guide = 'guides/when-they-are-upset/the-first-five-minutes/';

const screens: readonly Screen[] = [
  { name: 'home', path: '' },
  { name: 'home-open', path: '', act: (page) => page.locator('.situations summary').nth(7).click() },
  { name: 'topic', path: 'guides/when-they-push/' },
  { name: 'guide', path: guide },
  { name: 'guide-print', path: guide, act: (page) => page.emulateMedia({ media: 'print' }) },
  { name: 'decide', path: 'decide/' },
  { name: 'tree', path: `decide/${tree.id}/` },
  { name: 'question', path: linkTo(story, Object.keys(story.answers).at(-1)) },
  { name: 'result', path: result },
  {
    name: 'result-print',
    path: result,
    act: async (page) => {
      await page.locator('.result__start').waitFor();
      await page.emulateMedia({ media: 'print' });
    },
  },
  { name: 'worksheet', path: `decide/${tree.id}/worksheet/` },
  { name: 'map', path: `decide/${tree.id}/map/` },
  { name: 'cases', path: `decide/${tree.id}/cases/` },
  { name: 'outcome', path: `decide/${tree.id}/${story.outcome}/` },
  { name: 'library', path: 'scripts/#situation=paying-late' },
  {
    name: 'script-gaps',
    path: 'scripts/late-payment/',
    act: async (page) => {
      await page.getByLabel('Contact', { exact: true }).fill('Ms Okafor');
      await page.getByRole('button', { name: 'Copy', exact: true }).click();
    },
  },
  {
    name: 'call-mode',
    path: 'scripts/calm-an-upset-caller/',
    act: (page) => page.getByRole('button', { name: 'Read it line by line' }).click(),
  },
  { name: 'search', path: 'search/#q=invoise' },
  { name: 'search-nothing', path: 'search/#q=banana+bread+recipe' },
  { name: 'source', path: 'sources/terson/' },
  { name: 'disagreements', path: 'sources/disagreements/' },
  { name: 'about', path: 'about/' },
  { name: 'upkeep', path: 'about/upkeep/' },
  { name: 'design', path: 'about/design/' },
  { name: 'not-found', path: 'nowhere/' },
];

mkdirSync(folder, { recursive: true });
const server = await serve('dist', '/', 0);
const browser = await startBrowser();
for (const theme of ['light', 'dark'] as const)
  for (const width of [1280, 390])
    for (const { name, path, act } of screens) {
      if (only && !only.split(',').includes(name)) continue;
      // A page of its own each, so that nothing typed in one shows in the next.
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: theme });
      const page = await context.newPage();
      await page.goto(server.address + path, { waitUntil: 'networkidle' });
      await act?.(page);
      await page.screenshot({ path: join(folder, `${name}-${width}-${theme}.png`), fullPage: name !== 'call-mode' });
      await context.close();
    }
await browser.close();
await server.close();
console.log(`The pictures are in ${folder}.`);

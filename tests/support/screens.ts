import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { readContent } from '../../src/content/read-content.ts';
import { serve } from '../../src/cli/serve.ts';
import { writeLink } from '../../src/tree/engine/link.ts';
import { indexTree, treeText } from '../../src/tree/engine/tree.ts';
import { assertDefined } from '../../src/tree/engine/assert-defined.ts';
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

const fire = assertDefined(readContent(process.cwd()).content.trees.find(({ id }) => id === 'fire'));
const story = assertDefined(fire.cases.find(({ outcome }) => outcome === 'plan-the-exit'));
const answers = Object.fromEntries(Object.entries(story.answers).map(([id, given]) => [id, [given].flat()]));
const result = `decide/fire/${writeLink(indexTree(treeText(fire)), answers)}`;
const guide = 'guides/when-they-are-upset/the-first-five-minutes/';

const screens: readonly Screen[] = [
  { name: 'home', path: '' },
  { name: 'home-open', path: '', act: (page) => page.locator('.situations summary').nth(7).click() },
  { name: 'topic', path: 'guides/when-they-push/' },
  { name: 'guide', path: guide },
  { name: 'guide-print', path: guide, act: (page) => page.emulateMedia({ media: 'print' }) },
  { name: 'decide', path: 'decide/' },
  { name: 'tree', path: 'decide/fire/' },
  { name: 'question', path: 'decide/fire/#v=1&danger=safe&law=nothing&whose=recommend' },
  { name: 'result', path: result },
  {
    name: 'result-print',
    path: result,
    act: async (page) => {
      await page.locator('.result__why').waitFor();
      await page.emulateMedia({ media: 'print' });
    },
  },
  { name: 'worksheet', path: 'decide/fire/worksheet/' },
  { name: 'map', path: 'decide/fire/map/' },
  { name: 'cases', path: 'decide/fire/cases/' },
  { name: 'outcome', path: 'decide/fire/challenge/' },
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
    act: (page) => page.getByRole('button', { name: 'Call mode' }).click(),
  },
  { name: 'search', path: 'search/?q=invoise' },
  { name: 'search-nothing', path: 'search/?q=banana+bread+recipe' },
  { name: 'source', path: 'sources/terson/' },
  { name: 'disagreements', path: 'sources/disagreements/' },
  { name: 'about', path: 'about/' },
  { name: 'upkeep', path: 'about/upkeep/' },
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

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../../src/build/serve.ts';
import { startBrowser } from './browser.ts';

// Writes pictures of the main pages, wide and narrow, light and dark, to .cache/screens (or the folder named), to be looked at.
const [folder = '.cache/screens', only = ''] = process.argv.slice(2);
const pages: readonly (readonly [string, string])[] = [
  ['home', ''],
  ['topic', 'guides/when-they-push/'],
  ['guide', 'guides/when-they-are-upset/the-first-five-minutes/'],
  ['decide', 'decide/'],
  ['tree', 'decide/fire/'],
  ['worksheet', 'decide/fire/worksheet/'],
  ['map', 'decide/fire/map/'],
  ['outcome', 'decide/fire/challenge/'],
  ['scripts', 'scripts/'],
  ['script', 'scripts/late-payment/'],
  ['search', 'search/?q=invoise'],
  ['source', 'sources/terson/'],
  ['about', 'about/'],
  ['care', 'about/care/'],
  ['not-found', 'nowhere/'],
];
mkdirSync(folder, { recursive: true });
const server = await serve('dist', '/', 0);
const browser = await startBrowser();
for (const theme of ['light', 'dark'] as const)
  for (const width of [1280, 390]) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: theme });
    for (const [name, path] of pages) {
      if (only && !only.split(',').includes(name)) continue;
      await page.goto(server.address + path, { waitUntil: 'networkidle' });
      await page.screenshot({ path: join(folder, `${name}-${width}-${theme}.png`), fullPage: true });
    }
    await page.close();
  }
await browser.close();
await server.close();
console.log(`The pictures are in ${folder}.`);

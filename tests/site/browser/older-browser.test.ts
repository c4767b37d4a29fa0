import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { serve } from '../../../src/cli/serve.ts';
import { sites } from '../../support/sites.ts';
import { tree } from '../../support/example-tree.ts';
import { openPage } from './support.ts';

/** Where `npm run test:older-browser` puts the Chromium of November 2024. */
const home = resolve('.cache/older-browser');

/** Unpacks it. (The package's own way unpacks to a fixed folder that the newer one uses too.) */
function unpacked(): { path: string; libraries: string } {
  const folder = join(home, 'unpacked');
  const path = join(folder, 'chromium');
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    for (const name of ['al2023.tar', 'swiftshader.tar', 'chromium']) {
      const part = readFileSync(join(home, 'node_modules/@sparticuz/chromium/bin', `${name}.br`));
      writeFileSync(join(folder, name), brotliDecompressSync(part), { mode: 0o755 });
      if (name.endsWith('.tar')) spawnSync('tar', ['xf', name], { cwd: folder });
    }
  }
  return { path, libraries: join(folder, 'lib') };
}

// Clients' machines are not always up to date, and people read this at the client's office.
test.skipIf(process.platform !== 'linux' || process.arch !== 'x64')(
  'in a browser two years old a tree is walked, a script filled in, and a search made',
  async () => {
    const [{ folder, base }] = sites;
    const { path, libraries } = unpacked();
    const browser = await chromium.launch({
      executablePath: path,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
      env: { ...process.env, LD_LIBRARY_PATH: [libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':') },
    });
    const server = await serve(folder, base, 0);
    try {
      expect(Number(browser.version().split('.')[0])).toBeLessThanOrEqual(131);
      const page = await openPage(browser);
      await page.goto(`${server.address}decide/${tree.id}/`);
      await page.getByRole('link', { name: 'Start now', exact: true }).click();
      await page.locator('.tree__answer input').first().check();
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.locator('.result').waitFor();
      await page.goto(`${server.address}scripts/late-payment/`);
      await page.getByLabel('Contact', { exact: true }).fill('Ms Okafor');
      await expect.poll(() => page.locator('.script__text').innerText()).toContain('Dear Ms Okafor');
      await page.goto(`${server.address}search/#q=invoise`);
      await expect.poll(() => page.locator('.search__results > li').count()).toBeGreaterThan(0);
      // Colours come from light-dark(), which such a browser knows.
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(245, 243, 238)');
    } finally {
      await browser.close();
      await server.close();
    }
  },
);

import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { serve } from '../../../src/cli/serve.ts';
import { sites } from '../../support/sites.ts';
import { openPage } from './support.ts';

/**
 * Unpacks the Chromium of November 2024 that comes as a development dependency. (The package's own way unpacks to a
 * fixed folder that the newer one uses too.)
 */
function unpacked(): { path: string; libraries: string } {
  const folder = resolve('.cache/older-browser');
  const path = join(folder, 'chromium');
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    const require = createRequire(import.meta.url);
    const parts = join(dirname(require.resolve('chromium-two-years-old')), '..', 'bin');
    for (const name of ['chromium', 'al2023.tar', 'swiftshader.tar']) {
      writeFileSync(join(folder, name), brotliDecompressSync(readFileSync(join(parts, `${name}.br`))));
      if (name.endsWith('.tar')) spawnSync('tar', ['xf', name], { cwd: folder });
    }
    chmodSync(path, 0o755);
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
      await page.goto(`${server.address}decide/fire/`);
      await page.getByRole('link', { name: 'Begin', exact: true }).click();
      await page.locator('.tree__answers input').first().check();
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.locator('.result__why').waitFor();
      await page.goto(`${server.address}scripts/late-payment/`);
      await page.getByLabel('Contact', { exact: true }).fill('Ms Okafor');
      await expect.poll(() => page.locator('.script__text').innerText()).toContain('Hello Ms Okafor');
      await page.goto(`${server.address}search/?q=invoise`);
      await expect.poll(() => page.locator('.search__results > li').count()).toBeGreaterThan(0);
      // Colours come from light-dark(), which such a browser knows.
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(251, 250, 247)');
    } finally {
      await browser.close();
      await server.close();
    }
  },
);

import { spawnSync } from 'node:child_process';
import { unpackBrowser } from './browser.ts';
import { sites } from './sites.ts';

/** Builds the site for each of these places, as a person would with the build command. */
export function buildSites(places: readonly (typeof sites)[number][]): void {
  for (const { folder, base, site } of places) {
    const built = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', folder], {
      env: { ...process.env, NODE_ENV: 'production', VITEST: '', BASE_PATH: base, SITE_URL: site },
      encoding: 'utf8',
    });
    if (built.status !== 0) throw new Error(`The build for ${base} failed:\n${built.stdout}\n${built.stderr}`);
  }
}

/** Before the tests of the built site: both sites are built, and a browser is there. */
export default async function setUp(): Promise<void> {
  await unpackBrowser();
  buildSites(sites);
}

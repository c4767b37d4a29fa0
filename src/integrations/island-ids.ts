import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Takes the `uid` off islands. Astro makes it of the folder that the project lies in, so two builds of one commit would
 * differ from machine to machine. Nothing asks for it: Preact's islands carry a number of their own. Comes before everything that reads the built pages.
 */
export const islandIds = (): AstroIntegration => ({
  name: 'island-ids',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const folder = fileURLToPath(dir);
      for (const name of await readdir(folder, { recursive: true })) {
        if (!name.endsWith('.html')) continue;
        const page = await readFile(join(folder, name), 'utf8');
        const bare = withoutIslandIds(page);
        if (bare !== page) await writeFile(join(folder, name), bare);
      }
    },
  },
});

/** A page without the `uid` of its islands. */
export const withoutIslandIds = (page: string): string => page.replace(/<astro-island uid="\w+"/g, '<astro-island');

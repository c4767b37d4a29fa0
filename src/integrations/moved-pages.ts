import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { builtContent } from '../content/built-content.ts';
import { isForFrames } from '../routes.ts';
import { movedPages, serverEntries, servers } from '../site/moved.ts';

/** The folder of the built site with what web servers may take into their configuration. */
const folder = 'redirects';

/**
 * Writes for each kind of web server the entries that send readers from old addresses to new ones. The pages that do so
 * without them are src/pages/[...formerly].astro.
 */
export const movedPagesForServers = (): AstroIntegration => {
  let base = '/';
  return {
    name: 'moved-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = `${config.base.replace(/\/$/, '')}/`;
      },
      'astro:build:done': async ({ dir }) => {
        const moved = movedPages(builtContent(process.cwd()).content);
        const path = join(fileURLToPath(dir), folder);
        await mkdir(path, { recursive: true });
        for (const server of servers) await writeFile(join(path, `${server}.conf`), serverEntries(server, moved, base));
      },
    },
  };
};

/** Whether a page belongs into the sitemap: those that have moved and those for frames do not. @param page its whole address */
export function isForSitemap(page: string, base: string): boolean {
  const address = new URL(page).pathname.slice(base.length - 1);
  const moved = (known ??= new Set(movedPages(builtContent(process.cwd()).content).map(({ from }) => from)));
  return !moved.has(address) && !isForFrames(address);
}
let known: ReadonlySet<string> | undefined;

import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { KeptFile } from '../site/client/offline-worker.ts';
import { offlineAddress, iconFile, themeFile, workerFile } from '../routes.ts';
import { isHashed } from '../site/hashed-files.ts';
import { bundle } from './bundle.ts';
import { addParts } from './third-party.ts';

/** All that is needed besides the pages themselves: code, styles, search, and the page shown in place of unvisited ones. */
const kept = (name: string): boolean =>
  /^(_astro\/|pagefind\/|search\.json$)/.test(name) ||
  [themeFile, iconFile, `${offlineAddress}index.html`].includes(`/${name}`);

/** A reader who opens one page should not have to load more than this in the background for a day without a network. */
const mostBytes = 3_000_000;

/**
 * Writes the worker that keeps visited pages and search for times without a network. It knows every file of this
 * release by its content, so it comes after everything that writes files, and before they are compressed.
 */
export const offline = (): AstroIntegration => {
  let base = '/';
  return {
    name: 'offline',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = `${config.base.replace(/\/$/, '')}/`;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const all = await filesToKeep(folder, base);
        const bytes = all.reduce((sum, file) => sum + file.bytes, 0);
        // On a very large site search is kept only as far as it was used.
        const chosen = bytes > mostBytes ? all.filter(({ name }) => !name.startsWith('pagefind/')) : all;
        const files = chosen.map(({ file }) => file);
        const release = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 12);
        const { script, parts } = await bundle('src/site/client/offline-worker.ts', {
          define: { FILES: files, RELEASE: release },
        });
        await addParts(folder, parts);
        // A warning of the library's names a page of its own; nothing here names another origin.
        await writeFile(join(folder, workerFile), script.replace(/https:\/\/bit\.ly\/[\w-]+/g, 'its manual'));
        logger.info(`${files.length} files can be kept for times without a network: ${Math.round(bytes / 1000)} KB.`);
      },
    },
  };
};

async function filesToKeep(folder: string, base: string) {
  const names = (await readdir(folder, { recursive: true }))
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => kept(name) && /\.\w+$/.test(name))
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const content = await readFile(join(folder, name));
      const hash = createHash('sha256').update(content);
      const url = base + name.replace(/index\.html$/, '');
      // A server in the middle of a release must not mix two of them.
      const integrity = `sha256-${hash.copy().digest('base64')}`;
      const file: KeptFile = isHashed(name)
        ? { url, revision: null }
        : { url, revision: hash.digest('hex').slice(0, 12), integrity };
      return { name, file, bytes: content.length };
    }),
  );
}

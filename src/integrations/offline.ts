import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Built } from '../site/client/offline-worker.ts';
import { isAttachment } from '../content/layer-files.ts';
import {
  iconFile,
  isForFrames,
  isForPrograms,
  noticesFile,
  notFoundAddress,
  offlineAddress,
  singleFileAddress,
  themeFile,
  workerFile,
} from '../routes.ts';
import { bundle } from './bundle.ts';
import { addParts, partsName } from './third-party.ts';

/** All that is needed besides the pages themselves: code, styles, search, and the page shown in place of unvisited ones. */
const kept = (name: string): boolean =>
  /^(_astro\/|pagefind\/|search\.json$)/.test(name) ||
  [themeFile, iconFile, `${offlineAddress}index.html`].includes(`/${name}`);

/**
 * What no page shows: another site's worker, notices, the single file, what is for frames, servers and other programs; and
 * attachments, which may be larger than all pages together.
 */
const notForPages = (name: string): boolean =>
  /^(redirects\/|headers\/|_astro\/[Ff]rame\.|sitemap|robots\.txt$|\.)|\/\./.test(name) ||
  isForPrograms(`/${name}`) ||
  isAttachment(`/${name}`) ||
  isForFrames(`/${name}`) ||
  [workerFile, noticesFile, singleFileAddress, `/${partsName}`, `${notFoundAddress.slice(0, -1)}.html`].includes(
    `/${name}`,
  );

/** A reader who opens one page should not have to load more than this in the background for a day without a network. */
const mostBytes = 3_000_000;

/** So much of a digest tells a damaged file from a sound one. */
const digestLength = 11;

/**
 * Writes the worker that keeps visited pages and search for times without a network. It knows every file of this
 * release by its content and touches no other address, so it comes after everything that writes files, and before they
 * are compressed.
 */
export const offline = (): AstroIntegration => ({
  name: 'offline',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const folder = fileURLToPath(dir);
      const all = (await filesIn(folder)).filter((name) => !notForPages(name));
      const fromStart = await Promise.all(all.filter(kept).map((name) => readIn(folder, name)));
      const bytes = fromStart.reduce((sum, file) => sum + file.bytes, 0);
      // On a very large site search is kept only as far as it was used.
      const chosen = bytes > mostBytes ? fromStart.filter(({ name }) => !name.startsWith('pagefind/')) : fromStart;
      const files = chosen.map(({ address, digest }) => [address, digest] as const);
      const names = new Set(chosen.map(({ name }) => name));
      const built: Built = {
        release: createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 12),
        files,
        others: all.filter((name) => !names.has(name)).map(addressOf),
      };
      const { script, parts } = await bundle('src/site/client/offline-worker.ts', { define: { BUILT: built } });
      await addParts(folder, parts);
      // A warning of the library's names a page of its own; nothing here names another origin.
      await writeFile(join(folder, workerFile), script.replace(/https:\/\/bit\.ly\/[\w-]+/g, 'its manual'));
      logger.info(`${files.length} files can be kept for times without a network: ${Math.round(bytes / 1000)} KB.`);
    },
  },
});

/** The files of a folder and of those in it, by their names from there, in order. */
const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true }))
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.\w+$/.test(name))
    .sort();

/** What a browser asks for when it wants a file. */
const addressOf = (name: string): string => name.replace(/(^|\/)index\.html$/, '$1');

async function readIn(folder: string, name: string) {
  const content = await readFile(join(folder, name));
  const digest = createHash('sha256').update(content).digest('base64').slice(0, digestLength);
  return { name, address: addressOf(name), digest, bytes: content.length };
}

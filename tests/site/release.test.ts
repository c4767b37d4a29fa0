import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { copyProject } from '../bench/large-site/build.ts';
import { sites } from '../support/sites.ts';

const [root] = sites;

/** Every file of a folder by its path, as a digest of its bytes. */
const digests = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((file) => [file.slice(folder.length), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );

test('a build on another day, in another place of the world and in another folder, is the same bytes', () => {
  const folder = resolve('.cache/site/again');
  const copy = copyProject(process.cwd());
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
  const built = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', folder], {
    cwd: copy,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NODE_OPTIONS: `--import ${new URL('../support/another-day.mjs', import.meta.url).href}`,
      VITEST: '',
      BASE_PATH: root.base,
      SITE_URL: root.site,
      TZ: 'Pacific/Auckland',
      LANG: 'de_DE.UTF-8',
      // The day of the last commit is the day of the pages, also for a copy.
      GIT_DIR: resolve('.git'),
    },
    encoding: 'utf8',
  });
  expect(built.status, built.stderr).toBe(0);
  const [first, again] = [digests(root.folder), digests(folder)];
  expect(Object.keys(again).sort()).toEqual(Object.keys(first).sort());
  expect(Object.keys(first).filter((file) => first[file] !== again[file])).toEqual([]);
});

describe('the notices of licences', () => {
  const notices = readFileSync(join(root.folder, 'third-party.txt'), 'utf8');
  const parts = notices.split(/^-{72}\n/m).slice(1);

  test('name each package once, with its licence, in words wherever the package brings them', () => {
    const titles = parts.map((part) => part.split('\n')[0]);
    expect(new Set(titles).size).toBe(titles.length);
    for (const title of titles) expect(title).toMatch(/^\S+ [\d.]+ \(.+\)$/);
    expect(parts.filter((part) => /permission/i.test(part)).length).toBeGreaterThan(titles.length - 3);
  });

  // One from each way to the reader: an import of a page, of the worker, of the file to take along, and what is copied.
  test.each(['preact', 'workbox-precaching', 'astro', 'pagefind'])('name %s', (name) => {
    expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
  });

  test('are all that is left of the list they were made of', () => {
    const left = readdirSync(root.folder).filter((file) => file.startsWith('third-party') && !/\.(gz|br)$/.test(file));
    expect(left).toEqual(['third-party.txt']);
  });
});

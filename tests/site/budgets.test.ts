import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { routeOf } from '../../src/routes.ts';
import { builtPages, type BuiltPage } from '../support/built-pages.ts';
import { sites } from '../support/sites.ts';

const [{ folder, base }] = sites;
const pages = builtPages(folder, base);

const gzipped = (path: string): number => gzipSync(readFileSync(path), { level: 9 }).length;

/** The files of the site's code whose names fit. */
const built = (name: RegExp) => readdirSync(join(folder, '_astro')).filter((file) => name.test(file));

/** The modules a script loads at once, itself included, each once. */
function modules(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const source = readFileSync(join(folder, file), 'utf8');
  for (const [, from] of source.matchAll(/(?:\bfrom|\bimport)\s*["']([^"']+\.js)["']/g))
    if (from) modules(new URL(from, `http://site/${file}`).pathname.slice(1), seen);
  return seen;
}

/** What a first visit loads before anything is pressed: the page, its style sheets, its scripts, and the code of its form. */
function firstVisit(page: BuiltPage): { bytes: number; files: string[] } {
  const local = (address: string) => new URL(address, `http://site${page.address}`).pathname.slice(base.length);
  const styles = page.elements.flatMap(({ name, attributes }) =>
    name === 'link' && attributes['rel'] === 'stylesheet' ? local(attributes['href'] ?? '') : [],
  );
  const scripts = page.elements.flatMap(({ name, attributes }) => {
    if (name === 'script' && attributes['src']) return [local(attributes['src'])];
    // Somebody who has to leave may have to at once: what does it is loaded by the page's own script.
    if (attributes['class']?.includes('leave') && !('hidden' in attributes))
      return built(/^leave\..*\.js$/).map((file) => `_astro/${file}`);
    // A script's own page brings its form to life at once: its code is loaded by the page's own, its data beside it.
    if (attributes['data-own-form'])
      return [...built(/^mount\..*\.js$/).map((file) => `_astro/${file}`), local(attributes['data-own-form'])];
    return [];
  });
  const loaded = new Set<string>();
  for (const script of scripts) modules(script, loaded);
  const files = [...new Set([...styles, ...loaded])];
  return {
    bytes: gzipSync(page.html, { level: 9 }).length + files.reduce((sum, file) => sum + gzipped(join(folder, file)), 0),
    files,
  };
}

describe('what a first visit loads, HTML, CSS and JavaScript together, gzip', () => {
  const rows = pages.map((page) => ({ page, ...firstVisit(page) }));
  const isTool = ({ page }: { page: BuiltPage }) => /^\/(decide|scripts)\/./.test(page.address);
  const hasTree = ({ page }: { page: BuiltPage }) =>
    page.elements.some(({ attributes }) => attributes['data-tree'] !== undefined);
  const isOwnForm = ({ page }: { page: BuiltPage }) =>
    page.elements.some(({ attributes }) => attributes['data-own-form']);
  const isList = ({ page }: { page: BuiltPage }) => routeOf(page.address.slice(base.length - 1))?.kind === 'list';
  const entries = ({ page }: { page: BuiltPage }) =>
    page.elements.filter(({ name }) => name === 'li' || name === 'dd').length;
  const toRead = rows.filter((row) => !isTool(row) && !isList(row));
  // A list grows with what it lists, so its limit does as well.
  const kinds = [
    { name: 'a page to read', limit: 14_336, each: 0, rows: toRead.filter((row) => !hasTree(row)) },
    { name: 'a page to read with a tree in it', limit: 15_360, each: 0, rows: toRead.filter(hasTree) },
    { name: 'a list', limit: 8_192, each: 220, rows: rows.filter((row) => isList(row)) },
    { name: 'a page of a tree', limit: 32_768, each: 0, rows: rows.filter((row) => isTool(row) && !isOwnForm(row)) },
    { name: 'a script with its form', limit: 32_768, each: 0, rows: rows.filter(isOwnForm) },
  ];
  test.each(kinds)('$name: at most $limit bytes, and $each for each entry', ({ name, limit, each, rows }) => {
    const sorted = [...rows].sort((a, b) => b.bytes - a.bytes);
    console.log(
      `${name}: ${rows.length} pages, largest ${sorted[0]?.bytes} (${sorted[0]?.page.address}), median ${sorted[Math.floor(sorted.length / 2)]?.bytes}`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(
      sorted
        .filter((row) => row.bytes > limit + each * entries(row))
        .map(({ page, bytes }) => `${page.address}: ${bytes}`),
    ).toEqual([]);
  });
});

describe('a tree', () => {
  const code = [...built(/^open\..*\.js$/), ...built(/^Result\..*\.js$/)].map((file) => `_astro/${file}`);
  const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + gzipped(join(folder, file)), 0);

  const own = (file = '') => new Set([...modules(file)].filter((module) => !/\/(preact|hooks|jsx)/.test(module)));

  test('without Preact, the code of the walk: at most 9,472 bytes, and of the results: at most 11,520 more', () => {
    expect(code).toHaveLength(2);
    const [walk, results] = code.map(own);
    const more = [...(results ?? [])].filter((file) => !walk?.has(file));
    console.log(`the walk of a tree: ${sum(walk ?? [])} bytes of code, its results ${sum(more)} more`);
    expect(sum(walk ?? [])).toBeLessThanOrEqual(9_472);
    expect(sum(more)).toBeLessThanOrEqual(11_520);
  });

  const trees = pages.filter(({ address }) => /^\/decide\/[^/]+\/$/.test(address));
  test.each(trees)('$address with all its questions: at most 30,720 bytes', (page) => {
    const { bytes, files } = firstVisit(page);
    const begun = [...modules(code[0] ?? ''), ...built(/^tree\..*\.css$/).map((file) => `_astro/${file}`)];
    const questions = bytes + sum(begun.filter((file) => !files.includes(file))) + sum([`${page.address}walk.json`]);
    const results = sum([...modules(code[1] ?? '')].filter((file) => ![...files, ...begun].includes(file)));
    console.log(
      `${page.address}: ${bytes} bytes at first, ${questions} with all questions, ${questions + results + sum([`${page.address}result.json`])} with all results`,
    );
    expect(questions).toBeLessThanOrEqual(30_720);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { builtPages, type BuiltPage } from '../support/built-pages.ts';
import { sites } from '../support/sites.ts';

const [{ folder, base }] = sites;
const pages = builtPages(folder, base);

const gzipped = (path: string): number => gzipSync(readFileSync(path), { level: 9 }).length;

/** The modules a script loads at once, itself included, each once. */
function modules(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const source = readFileSync(join(folder, file), 'utf8');
  for (const [, from] of source.matchAll(/(?:\bfrom|\bimport)\s*["']([^"']+\.js)["']/g))
    if (from) modules(new URL(from, `http://site/${file}`).pathname.slice(1), seen);
  return seen;
}

/** What a first visit loads before anything is pressed: the page, its style sheets, its scripts, and the code of its islands. */
function firstVisit(page: BuiltPage): { bytes: number; files: string[] } {
  const local = (address: string) => new URL(address, `http://site${page.address}`).pathname.slice(base.length);
  const styles = page.elements.flatMap(({ name, attributes }) =>
    name === 'link' && attributes['rel'] === 'stylesheet' ? local(attributes['href'] ?? '') : [],
  );
  const scripts = page.elements.flatMap(({ name, attributes }) => {
    if (name === 'script' && attributes['src']) return [local(attributes['src'])];
    // An island that waits for a press loads nothing until then.
    if (name === 'astro-island' && attributes['client'] !== 'press')
      return ['component-url', 'renderer-url', 'before-hydration-url'].flatMap((key) =>
        attributes[key] ? [local(attributes[key])] : [],
      );
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
  const isTool = ({ page }: { page: BuiltPage }) =>
    /^\/(decide|scripts)\/./.test(page.address) ||
    page.elements.some(({ name, attributes }) => name === 'astro-island' && attributes['client'] !== 'press');
  const kinds = [
    { name: 'a page to read', limit: 14_336, rows: rows.filter((row) => !isTool(row)) },
    { name: 'a page of a tree or a script', limit: 30_720, rows: rows.filter(isTool) },
  ];
  test.each(kinds)('$name: at most $limit bytes', ({ name, limit, rows }) => {
    const sorted = [...rows].sort((a, b) => b.bytes - a.bytes);
    console.log(
      `${name}: ${rows.length} pages, largest ${sorted[0]?.bytes} (${sorted[0]?.page.address}), median ${sorted[Math.floor(sorted.length / 2)]?.bytes}`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(sorted.filter(({ bytes }) => bytes > limit).map(({ page, bytes }) => `${page.address}: ${bytes}`)).toEqual(
      [],
    );
  });
});

test('the engine and the island of a tree, without Preact: at most 12,288 bytes', () => {
  const names = readdirSync(join(folder, '_astro'));
  const open = names.find((name) => /^open\..*\.js$/.test(name)) ?? '';
  const own = [...modules(`_astro/${open}`)].filter((file) => !/\/(preact|hooks|jsxRuntime)\./.test(file));
  const bytes = own.reduce((sum, file) => sum + gzipped(join(folder, file)), 0);
  console.log(
    `engine and island ${bytes} bytes; with Preact ${[...modules(`_astro/${open}`)].reduce((sum, file) => sum + gzipped(join(folder, file)), 0)}, and the text of a tree at most ${Math.max(...['fire', 'take-on', 'end-well', 'upset-now'].map((id) => gzipped(join(folder, `decide/${id}/walk.json`))))}`,
  );
  expect(open).not.toBe('');
  expect(bytes).toBeLessThanOrEqual(12_288);
});

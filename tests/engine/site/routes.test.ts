import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  addressesOf,
  formFile,
  isForFrames,
  isForPrograms,
  isOwnFile,
  markdownFile,
  outcomeAddress,
  questionAddress,
  reservedIds,
  resultFile,
  routeOf,
  routes,
  situationAddress,
  walkFile,
} from '../../../src/routes.ts';

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));

describe('the table of routes', () => {
  test('has a row for every page file, and no other', () => {
    const patterns = [...filesIn('src/pages'), ...filesIn('src/embed/pages')].map((file) =>
      file
        .replace(/^src\/(embed\/)?pages/, '')
        .replace(/\.(astro|ts)$/, '')
        .replace(/\/index$/, '')
        .replace(/(?<!\.(?:json|md|txt|xml))$/, '/'),
    );
    const rows = [
      ...routes.map(({ pattern }) => pattern),
      ...[walkFile('[tree]'), resultFile('[tree]'), formFile('[script]')],
      ...[markdownFile('/[...page]/'), '/[llms].txt', '/[content].json', '/about/new/[feed].xml'],
      '/[...formerly]/',
    ];
    expect(patterns.sort()).toEqual(rows.sort());
  });

  test.each([
    ['/', 'home'],
    ['/guides/when-they-push/paying-late/', 'guide'],
    ['/guides/when-they-push/', 'topic'],
    ['/decide/fire/', 'tree'],
    ['/decide/fire/map/', 'map'],
    ['/decide/fire/end-it/', 'outcome'],
    ['/sources/disagreements/', 'disagreements'],
    ['/sources/terson/', 'source'],
  ])('%s is a page of the row %s', (address, name) => {
    expect(routeOf(address)?.name).toBe(name);
  });
  test('pages for frames are told from others, and their files lie apart', () => {
    const framed = routes.filter((route) => 'ifFramed' in route).map(({ pattern }) => pattern);
    expect(framed).toEqual(['/embed/decide/[tree]/', '/embed/scripts/[script]/']);
    expect(filesIn('src/embed/pages').sort()).toEqual(
      framed.map((pattern) => `src/embed/pages${pattern.slice(0, -1)}.astro`).sort(),
    );
    expect(isForFrames('/embed/decide/fire/')).toBe(true);
    for (const address of ['/about/embed/', '/decide/fire/', '/embedding/']) expect(isForFrames(address)).toBe(false);
  });
  test.each(['/nowhere/', '/decide/fire', '/decide/fire/end-it/more/', '', '/decide//map/'])(
    '"%s" belongs to no row',
    (address) => {
      expect(routeOf(address)).toBeUndefined();
    },
  );

  test('what an id must not be is what stands beside it', () => {
    expect(reservedIds('outcome')).toEqual(['worksheet', 'map', 'cases', 'index']);
    expect(reservedIds('source')).toEqual(['disagreements', 'index']);
    expect(reservedIds('guide')).toEqual(['index']);
    expect(reservedIds('script')).toEqual(['index']);
    for (const name of ['outcome', 'source'] as const)
      for (const id of reservedIds(name).filter((id) => id !== 'index'))
        expect(routeOf(name === 'outcome' ? outcomeAddress(`fire/${id}`) : `/sources/${id}/`)?.name).toBe(id);
  });

  test('addresses of everything with an id are there, and none that readers cannot be sent to', () => {
    const all = addressesOf({
      topics: ['t'],
      guides: ['t/g'],
      scripts: ['s'],
      trees: ['d'],
      outcomes: ['d/o'],
      sources: ['q'],
    });
    for (const address of [
      '/',
      '/guides/t/',
      '/guides/t/g/',
      '/scripts/s/',
      '/decide/d/map/',
      '/decide/d/o/',
      '/sources/q/',
    ])
      expect(all).toContain(address);
    expect(all).not.toContain('/offline/');
    // They are there only where another site may frame pages.
    expect([...all].filter((address) => address.includes('embed'))).toEqual(['/about/embed/']);
    expect([...all].filter((address) => address.includes('['))).toEqual([]);
  });

  test('ids of content cannot be those of parts of a page', () => {
    expect(questionAddress('fire', 'main')).toBe('/decide/fire/worksheet/#question-main');
    expect(situationAddress('topics')).toBe('/#situation-topics');
  });

  test('files for programs are told from what readers load', () => {
    for (const file of ['/guides/t/g/index.md', '/llms.txt', '/content.json', '/content.schema.json'])
      expect(isForPrograms(file)).toBe(true);
    for (const file of ['/guides/t/g/', '/search.json', '/third-party.txt']) expect(isForPrograms(file)).toBe(false);
  });

  test('own files are told from pages', () => {
    expect(isOwnFile('/pagefind/x/')).toBe(true);
    expect(isOwnFile('/pictures/x/')).toBe(true);
    expect(isOwnFile('/pagefinder/')).toBe(false);
  });
});

/** The first part of every address: `guides`, `decide` … */
const roots = [...new Set(routes.map(({ pattern }) => pattern.split('/')[1] ?? ''))].filter((root) => root !== '');
/** Addresses written out in code, without those in comments. */
const written = (source: string): string[] => {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/ .*$/gm, '');
  const literal = new RegExp(`['"\`](?:\\$\\{[^}]*\\})?/(?:${roots.join('|')})/[^'"\`\n]*['"\`]`, 'g');
  const part = /\$\{[^}]*\}\/?(?:worksheet|map|cases)\/|['"`](?:walk|result|form)\.json['"`]/g;
  return [...code.matchAll(literal), ...code.matchAll(part)].map(([text]) => text);
};

test('addresses are written out in the table only', () => {
  // The folders of content have the names of addresses; this command writes into them.
  const allowed = ['src/routes.ts', 'src/cli/new.ts'];
  const found = filesIn('src')
    .filter((file) => /\.(ts|tsx|astro)$/.test(file) && !allowed.includes(file))
    .flatMap((file) => written(readFileSync(file, 'utf8')).map((text) => `${file}: ${text}`));
  expect(found).toEqual([]);
});

test.each([
  ["href('/guides/')", true],
  ['`/guides/${topic}/`', true],
  ['`${base}/decide/`', true],
  ['`${treeAddress(id)}map/`', true],
  ["// leads to '/guides/'", false],
  ["/** Such as `/scripts/late-payment/`. */ const a = '/guide';", false],
])('in %s an address is seen: %s', (source, seen) => {
  expect(written(source).length > 0).toBe(seen);
});

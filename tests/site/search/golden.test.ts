import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { PageHit } from '../../../src/search/pagefind.ts';
import { root } from '../../../src/search/query/normalise.ts';
import { unpack } from '../../../src/search/query/front-coding.ts';
import { bestParts } from '../../../src/search/query/parts.ts';
import { search, type Library } from '../../../src/search/query/search.ts';
import { letterOf, letters, type RunningWordsData } from '../../../src/search/query/body-words.ts';
import type { SituationsData } from '../../../src/content/schemas/site.ts';
import type { TreeData } from '../../../src/content/schemas/tree.ts';
import { dist, loadLibrary } from '../../support/pagefind.ts';
import { golden, measure, told } from './measure.ts';

let library: Library<PageHit>;
beforeAll(async () => {
  library = await loadLibrary();
});

const readJson = async <T>(file: string) => JSON.parse(await readFile(join(dist, file), 'utf8')) as T;

/** The addresses that search finds, best first, as far as anybody looks. */
const find = async (query: string): Promise<string[]> => {
  const { found } = await search(query, library);
  return Promise.all(found.slice(0, 10).map(async ({ hit }) => (await hit.data()).url));
};

describe('the golden list', () => {
  const asked = golden.filter(({ want }) => want.length > 0);
  const nonsense = golden.filter(({ want }) => want.length === 0);

  it('is long and mixed enough to mean something', () => {
    expect(asked.length).toBeGreaterThanOrEqual(170);
    expect(nonsense.length).toBeGreaterThanOrEqual(18);
    expect(asked.filter(({ aside }) => aside).length / asked.length).toBeGreaterThan(0.3);
    expect(new Set(golden.map(({ q }) => q)).size).toBe(golden.length);
  });

  it('names addresses that exist', async () => {
    const wanted = [...new Set(asked.flatMap(({ want }) => want))];
    const missing = await Promise.all(
      wanted.map((address) =>
        readFile(join(dist, address, 'index.html')).then(
          () => undefined,
          () => address,
        ),
      ),
    );
    expect(missing.filter((address) => address !== undefined)).toEqual([]);
  });

  // The floors hold for the whole list. The part kept aside has a lower one of its own: nobody tuned for it. What it
  // loses is told only when asked for (LOSSES=aside), so that nobody begins to.
  for (const { name, list, at1, at3 } of [
    { name: 'tuned', list: asked.filter(({ aside }) => !aside), at1: 0.8, at3: 0.95 },
    { name: 'aside', list: asked.filter(({ aside }) => aside), at1: 0.75, at3: 0.9 },
    { name: 'all', list: asked, at1: 0.8, at3: 0.95 },
  ]) {
    it(`finds what people look for (${name})`, async () => {
      const figures = await measure(list, find);
      console.log(
        told(name, name === 'tuned' || process.env['LOSSES'] === name ? figures : { ...figures, losses: [] }),
      );
      expect(figures.at1).toBeGreaterThanOrEqual(at1);
      expect(figures.at3).toBeGreaterThanOrEqual(at3);
    });
  }

  it.each(nonsense.map(({ q }) => q))('finds nothing for %j', async (query) => {
    expect(await find(query)).toEqual([]);
  });
});

describe('what has a result of its own', () => {
  const addresses = async (query: string, kind: string) => {
    const { found } = await search(query, library, { kind: [kind] });
    return Promise.all(found.map(async ({ hit }) => (await hit.data()).url));
  };

  it('finds every situation by its words, first among situations', async () => {
    const situations = parse(await readFile('content/situations.yaml', 'utf8')) as SituationsData;
    for (const { id, words } of situations)
      expect((await addresses(words, 'situation'))[0], words).toBe(`/#situation-${id}`);
  });

  it('finds nearly every question of a tree by its words', async () => {
    const files = (await readdir('content/trees')).filter((file) => file.endsWith('.yaml'));
    const questions: { ask: string; address: string }[] = [];
    for (const file of files) {
      const tree = parse(await readFile(join('content/trees', file), 'utf8')) as TreeData;
      const address = `/decide/${file.replace('.yaml', '')}/worksheet/#question-`;
      questions.push(...tree.questions.map(({ id, ask }) => ({ ask, address: address + id })));
    }
    const lost: string[] = [];
    for (const { ask, address } of questions) {
      if (!(await addresses(ask, 'question')).slice(0, 5).includes(address)) lost.push(ask);
    }
    // "How did it end?" is filler from end to end.
    expect(lost.length, lost.join('\n')).toBeLessThan(questions.length / 10);
  });

  it('leads guides to their parts, at addresses that exist', async () => {
    const { found, words } = await search('the payment was reversed', library);
    const guide = (await Promise.all(found.map(({ hit }) => hit.data()))).find(({ url }) =>
      url.includes('getting-paid'),
    );
    const [part] = bestParts(guide?.filters['part'] ?? [], words);
    expect(part?.heading).toBe('If the payment was reversed');
    expect(await readFile(join(dist, guide?.url ?? '', 'index.html'), 'utf8')).toContain(`id="${part?.id}"`);
  });
});

it('finds by an alias that is the whole query, also when every word of it is filler', async () => {
  expect((await find('is it just me'))[0]).toBe('/guides/warning-signs/read-the-signs/');
  expect((await find('I cannot go on'))[0]).toBe('/scripts/step-back/');
  expect(await find('it is over')).toContain('/decide/upset-now/look-at-the-whole/');
  expect(await find('is it me')).toEqual([]);
});

it('loads at most 130 KB for the first search with its results, gzip', async () => {
  const sizeOf = async (file: string) => {
    const content = await readFile(join(dist, file));
    return /\.(js|json)$/.test(file) ? gzipSync(content, { level: 9 }).length : content.length;
  };
  const [all, code] = await Promise.all([readdir(join(dist, 'pagefind')), readdir(join(dist, '_astro'))]);
  const chunks = (await readdir(join(dist, 'pagefind/index'))).map((file) => `pagefind/index/${file}`);
  const files = [
    ...all.filter((file) => /\.(js|json|pf_meta|pagefind)$/.test(file)).map((file) => `pagefind/${file}`),
    ...code.filter((file) => /^search\..*\.js$/.test(file)).map((file) => `_astro/${file}`),
    ...['vocabulary', 'words', 'instead'].map((name) => `search-${name}.json`),
    ...chunks,
  ];
  const sizes = await Promise.all(files.map(sizeOf));
  let most = 0;
  for (const { q } of golden) {
    const loaded = new Set<string>();
    const { running, ...others } = library;
    const pagesWith = (word: string) => {
      loaded.add(`search-running/${letterOf(word)}.json`);
      return running?.pagesWith(word) ?? Promise.resolve([]);
    };
    const { found } = await search(q, { ...others, ...(running && { running: { ...running, pagesWith } }) });
    for (const { hit } of found.slice(0, 7)) loaded.add(`pagefind/fragment/${hit.id}.pf_fragment`);
    most = Math.max(most, sum(await Promise.all([...loaded].map(sizeOf))));
  }
  const first = sum(sizes) + most;
  console.log(`first search: at most ${first} bytes, ${most} of them for what is shown; a later one at most ${most}`);
  expect(files.length).toBeGreaterThan(8);
  expect(first).toBeLessThan(130 * 1024);
  expect(most).toBeLessThan(20 * 1024);
});
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

it('finds by a rare word that stands only in the text of pages', async () => {
  const ids = ((await library.running?.pages()) ?? []).map(({ id }) => id).sort();
  const lists = await Promise.all(letters.map((letter) => readJson<RunningWordsData>(`search-running/${letter}.json`)));
  const all = lists.flatMap(({ words, places }) => {
    const own = places.split(',');
    return unpack(words).map((word, at) => ({ word, page: ids[Number(own[at])] }));
  });
  // A list has roots: only a word that is one is asked for as it stands.
  const rare = all.filter(({ word, page }) => word.length > 7 && root(word) === word && page !== undefined);
  expect(rare.length).toBeGreaterThan(50);
  const { running: _, ...indexAlone } = library;
  for (const { word, page } of rare) {
    // Some are the beginning of a word that the index has, or another form of one.
    if ((await search(word, indexAlone)).found.length > 0) continue;
    const { found } = await search(word, library);
    expect(
      found.map(({ hit }) => hit.id),
      word,
    ).toContain(page);
  }
  const sizes = lists.map((list) => gzipSync(JSON.stringify(list)).length);
  expect(sum(sizes)).toBeLessThan(15_000);
});

describe('bad input on the real index', () => {
  it.each([
    '',
    ' ',
    'a',
    '"',
    '"late payment',
    '""',
    'x'.repeat(5000),
    'client '.repeat(1000),
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '((client name))',
    '\\',
    '[a-z]+(?:foo',
    '%00%ff',
    '\u0000\u202e',
    '😡 client',
    'ﷺ',
    '__proto__',
    'constructor',
    'toString',
  ])('takes %j without an error', async (query) => {
    const answer = await search(query, library);
    expect(Array.isArray(answer.found)).toBe(true);
  });

  it('finds a quoted phrase only where it stands word by word', async () => {
    const { found } = await search('"scope creep"', library);
    expect(found.length).toBeGreaterThan(0);
    for (const { hit } of found) {
      const { meta, filters } = await hit.data();
      expect(`${meta['title']} ${meta['keywords']} ${filters['summary']?.join()}`.toLowerCase()).toContain(
        'scope creep',
      );
    }
  });
});

it('ships the vocabulary as it stands, and a word list that stays small', async () => {
  const vocabulary = parse(await readFile('content/vocabulary.yaml', 'utf8'));
  expect(await readJson('search-vocabulary.json')).toEqual(vocabulary);
  expect(gzipSync(await readFile(join(dist, 'search-words.json'))).length).toBeLessThan(10_000);
});

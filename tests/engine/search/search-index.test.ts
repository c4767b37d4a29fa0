import { expect, test } from 'vitest';
import { keyOfRoots, readIndex, type Unit } from '../../../src/search/query/search-index.ts';
import type { SearchData } from '../../../src/search/query/types.ts';
import { dataOf } from './fixtures.ts';

const situation = {
  url: '/#late',
  says: 'Money is late',
  first: 'Look.',
  guide: '/late/',
  words: '',
  decide: '',
  aliases: ['no money yet'],
};
const data: SearchData = {
  ...dataOf([
    {
      url: '/late/',
      title: 'They pay late',
      says: ['late payments'],
      parts: [{ says: 'Who pays?', behind: '#who' }],
    },
    { url: '/other/', title: 'The client' },
    { url: '/empty/', title: '…' },
  ]),
  situations: [situation, { ...situation, guide: '/gone/', says: 'Elsewhere' }],
};
const index = readIndex(data);

test('everything that is said of a page is a unit: title, phrasings, parts, its situations', () => {
  expect(index.units.map(({ page, says }) => [page.url, says])).toEqual([
    ['/late/', 'They pay late'],
    ['/late/', 'late payments'],
    ['/late/', 'Who pays?'],
    ['/late/', 'Money is late'],
    ['/late/', 'no money yet'],
    ['/other/', 'The client'],
    ['/empty/', '…'],
  ]);
  expect(index.units.map(({ part, situation }) => part?.behind ?? situation?.url)).toEqual([
    undefined,
    undefined,
    '#who',
    '/#late',
    '/#late',
    undefined,
    undefined,
  ]);
});

test('a unit has the roots of its telling words, and a length', () => {
  const [title] = index.units;
  expect([...(title?.roots ?? [])]).toEqual(['they', 'pay', 'lat']);
  const weights = ['they', 'pay', 'lat'].map(index.weight);
  expect(title?.length).toBeCloseTo(Math.hypot(...weights) ** 0.9, 10);
  expect(index.units.at(-1)?.length, 'without a word').toBe(1);
});

test('units are found by a root, and by all of their roots', () => {
  const said = (units: readonly Unit[] | undefined) => units?.map(({ says }) => says);
  expect(said(index.postings.get('lat'))).toEqual(['They pay late', 'late payments', 'Money is late']);
  expect(said(index.postings.get('client'))).toEqual(['The client']);
  expect(index.postings.get('the')).toBeUndefined();
  expect(said(index.same.get(keyOfRoots(new Set(['pay', 'they', 'lat']))))).toEqual(['They pay late']);
});

test('a root tells the more, the fewer units have it', () => {
  expect(index.weight('lat')).toBeCloseTo(Math.log(1 + 7 / 4), 10);
  expect(index.weight('client')).toBeCloseTo(Math.log(1 + 7 / 2), 10);
  expect(index.weight('never')).toBeCloseTo(Math.log(1 + 7), 10);
});

test('words for mending are those said and those of the vocabulary, without filler', () => {
  expect([...index.words]).toEqual(expect.arrayContaining(['payments', 'late', 'customer', 'unpaid', 'grope']));
  for (const filler of ['they', 'is', 'not']) expect([...index.words]).not.toContain(filler);
});

test('a key is the same in every order', () => {
  expect(keyOfRoots(new Set(['b', 'a']))).toBe('a b');
});

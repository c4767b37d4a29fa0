import { describe, expect, test } from 'vitest';
import { rank } from '../../../src/search/query/rank.ts';
import type { Term } from '../../../src/search/query/read-query.ts';
import { readIndex } from '../../../src/search/query/search-index.ts';
import { dataOf } from './fixtures.ts';

const term = (roots: Record<string, number>, weight = 1): Term => ({ weight, roots: new Map(Object.entries(roots)) });
/** So many units of the same words. */
const times = (count: number, says: string): string[] => Array.from({ length: count }, () => says);
/** The scores of pages of which these things are said, each beside a title of its own. */
const scores = (terms: readonly Term[], ...said: readonly (readonly string[])[]): number[] =>
  rank(terms, readIndex(dataOf(said.map((says, at) => ({ url: `/${at}/`, title: `title${at}`, says }))))).map(
    ({ score }) => score,
  );

/** What so many units of one word count for it, beside so many others. */
const byWord = (few: number, many: number, weight: number): number =>
  Math.log(1 + few * weight ** 0.1) / Math.log(1 + many * weight ** 0.1);

describe('how much speaks for a page', () => {
  test('the only one that has the word has all there is', () => {
    expect(scores([term({ kiwi: 1 })], ['kiwi'], ['pear'])).toEqual([1.8, 0]);
  });

  test('all its units count, the more of them the less each adds, and each word by three', () => {
    const [four, three] = scores([term({ kiwi: 1 })], times(4, 'kiwi'), times(3, 'kiwi'));
    expect(four).toBeCloseTo(1.8);
    expect(three).toBeCloseTo((3 / 4) ** (1 / 3) + 0.8);
    const [many, one] = scores([term({ kiwi: 1 })], times(12, 'kiwi'), ['kiwi']);
    expect(many).toBeCloseTo(1.8);
    expect(one).toBeCloseTo((1 / 12) ** (1 / 3) + 0.8 * byWord(1, 3, Math.log(1 + 15 / 14)));
  });

  test('the nearest come first, wherever they stand', () => {
    const [late, early] = scores(
      [term({ kiwi: 1 })],
      [...times(3, 'kiwi pear plum grape cherry fig'), ...times(3, 'kiwi')],
      times(3, 'kiwi'),
    );
    expect(late).toBeCloseTo(1.8);
    expect(early).toBeLessThan(1.8);
    expect(early).toBeGreaterThan(1.7);
  });

  test('a synonym counts its share, and nothing beside the word itself', () => {
    const [word, synonym] = scores([term({ kiwi: 1, pear: 0.5 })], ['kiwi'], ['pear']);
    expect(word).toBeCloseTo(1.8);
    expect(synonym).toBeCloseTo(1 / 2 + 0.8 * byWord(0.5, 1, Math.log(1 + 4 / 2)));
    const [both, alone] = scores([term({ kiwi: 1, pear: 1 })], ['kiwi pear'], ['kiwi'], ['pear']);
    expect(both).toBeLessThan(alone ?? 0);
  });

  test('words add up, by what they weigh', () => {
    const [both, heavy, light] = scores(
      [term({ kiwi: 1 }, 3), term({ pear: 1 }, 1)],
      ['kiwi pear'],
      ['kiwi fig'],
      ['pear plum'],
    );
    expect(both).toBeCloseTo(1.8);
    expect(heavy).toBeGreaterThan(light ?? 0);
    expect(light).toBeGreaterThan(0);
  });

  test('one telling word that a page is about is not outdone by several that it only touches', () => {
    const [about, touched] = scores(
      [term({ kiwi: 1 }, 3), term({ pear: 1 }, 1), term({ plum: 1 }, 1)],
      times(3, 'kiwi'),
      ['pear plum', 'pear', 'plum'],
    );
    expect(about).toBeGreaterThan(touched ?? 0);
  });

  test('nothing asked finds nothing', () => {
    expect(scores([], ['kiwi'])).toEqual([0]);
    expect(rank([], readIndex(dataOf([])))).toEqual([]);
  });
});

describe('the nearest unit', () => {
  const index = readIndex(dataOf([{ url: '/a/', title: 'fig', says: ['kiwi pear', 'kiwi', 'plum'] }]));
  test('is told, with how near it is', () => {
    const [first] = rank([term({ kiwi: 1 }, index.weight('kiwi'))], index);
    expect(first?.unit?.says).toBe('kiwi');
    expect(first?.near).toBeCloseTo(index.weight('kiwi') ** 0.1, 10);
  });
  test('is none where no word is', () => {
    const [first] = rank([term({ cherry: 1 })], index);
    expect(first?.unit).toBeUndefined();
    expect(first?.near).toBe(0);
  });
});

import { describe, expect, test } from 'vitest';
import { readQuery, type Term } from '../../../src/search/query/read-query.ts';
import { readIndex } from '../../../src/search/query/search-index.ts';
import { coverage, known } from '../../../src/search/query/sense.ts';
import { dataOf, index } from './fixtures.ts';

describe('how well known a query is', () => {
  const knownOf = (text: string, of = index) => known(readQuery(text, of), of);
  const share = (units: number) => units / (units + index.units.length / 1500);
  test('by how often its words are said, the telling ones more', () => {
    expect(knownOf('phone')).toBeCloseTo(share(1), 10);
    expect(knownOf('lasagne')).toBe(0);
    const [phone, lasagne] = [index.weight('phon'), index.weight('lasagn')];
    expect(knownOf('lasagne phone')).toBeCloseTo((share(1) * phone) / (phone + lasagne), 10);
  });
  test('wholly, for a word of the vocabulary', () => {
    expect(knownOf('yell')).toBe(1);
  });
  test('as its other forms are, when nobody says it itself', () => {
    expect(knownOf('harasses')).toBeCloseTo(share(1), 10);
  });
  test('whatever numbers stand in it, and not by filler', () => {
    expect(knownOf('phone 60 11pm')).toBeCloseTo(share(1), 10);
    expect(knownOf('how do i phone')).toBeCloseTo(share(1), 10);
    expect(knownOf('60')).toBe(0);
    expect(knownOf('how do i')).toBe(0);
  });
  test('doubted by no more than five, and no word above five', () => {
    const much = readIndex(
      dataOf([
        { url: '/', title: 'zz', says: Array.from({ length: 8000 }, (_, at) => `w${at}q`) },
        { url: '/a/', title: 'rhubarb' },
      ]),
    );
    expect(knownOf('rhubarb', much)).toBeCloseTo(1 / 6, 10);
    expect(knownOf('rhubarb lasagne lasagna', much)).toBeCloseTo(1 / 18, 10);
  });
});

describe('coverage', () => {
  const term = (roots: Record<string, number>, weight: number): Term => ({
    weight,
    roots: new Map(Object.entries(roots)),
  });
  /** How much of some terms a page covers of which this is said. */
  const covered = (terms: readonly Term[], says: readonly string[]) => {
    const small = readIndex(
      dataOf([
        { url: '/a/', title: 'fig', says },
        { url: '/b/', title: 'kiwi', says: ['pear', 'plum'] },
      ]),
    );
    const [page] = small.pages;
    return page && coverage({ terms }, page, small);
  };
  test('is the share of what is asked that a page speaks of, no word above five', () => {
    const terms = [term({ kiwi: 1 }, 2), term({ pear: 0.5, plum: 0.2 }, 9)];
    expect(covered(terms, ['kiwi pear', 'plum'])).toBeCloseTo((2 + 5 * 0.5) / 7);
    expect(covered(terms, ['plum'])).toBeCloseTo((5 * 0.2) / 7);
    expect(covered(terms, ['kiwi'])).toBeCloseTo(2 / 7);
  });
  test('is nothing where nothing is spoken of or asked', () => {
    expect(covered([term({ kiwi: 1 }, 1)], [])).toBe(0);
    expect(covered([], ['kiwi'])).toBe(0);
  });
});

import { describe, expect, test } from 'vitest';
import { rank } from '../../../src/search/query/rank.ts';
import { readQuery } from '../../../src/search/query/read-query.ts';
import { readIndex, type SearchIndex } from '../../../src/search/query/search-index.ts';
import { search } from '../../../src/search/query/search.ts';
import type { SearchData, Situation } from '../../../src/search/query/types.ts';
import { dataOf, index, pages } from './fixtures.ts';

const answer = (query: string, of: SearchIndex = index) => search(query, of);
const urls = (query: string, of: SearchIndex = index) => answer(query, of).found.map(({ page }) => page.url);
const times = (count: number, says: string): string[] => Array.from({ length: count }, () => says);

describe('the whole of what is said', () => {
  const situation: Situation = {
    url: '/#late',
    says: 'Money never comes',
    first: '',
    guide: '/guide/',
    words: '',
    decide: '',
    aliases: [],
  };
  const data: SearchData = {
    ...dataOf([
      { url: '/title/', title: 'Late rent payment' },
      { url: '/says/', title: 'Rhubarb', says: ['late rent payment', ...times(12, 'late rent')] },
      { url: '/guide/', title: 'Cherries' },
      { url: '/about-money/', title: 'Plums', says: times(12, 'money comes never') },
      { url: '/tree/', title: 'Figs', parts: [{ says: 'Who signs the lease?', behind: '#who' }] },
      { url: '/leases/', title: 'Leases', says: times(12, 'lease signs') },
    ]),
    situations: [situation],
  };
  const whole = readIndex(data);
  const scoreOf = (query: string, url: string) =>
    answer(query, whole).found.find(({ page }) => page.url === url)?.score ?? 0;

  test.each([
    ['a title', 'late rent payment', '/title/'],
    ['a title in other forms and order', 'payments of rents late', '/title/'],
    ['a situation', 'money never comes', '/guide/'],
    ['a part', 'who signs the lease', '/tree/'],
  ])('leads to its page before all others: %s', (_, query, url) => {
    expect(urls(query, whole)[0]).toBe(url);
  });

  test('counts the more, the more it is the same: title, situation, then other forms of a title', () => {
    expect(scoreOf('late rent payment', '/title/')).toBeGreaterThan(6);
    expect(scoreOf('payments of rents late', '/title/')).toBeGreaterThan(4.8);
    expect(scoreOf('payments of rents late', '/title/')).toBeLessThan(scoreOf('late rent payment', '/title/'));
    expect(scoreOf('money never comes', '/guide/')).toBeGreaterThan(5);
    expect(scoreOf('who signs the lease', '/tree/')).toBeGreaterThan(3.9);
    // One of a page's phrasings makes it no better than what it is.
    expect(scoreOf('late rent payment', '/says/')).toBeLessThan(3);
    // Situations and parts are asked in their own words.
    expect(scoreOf('never money coming', '/guide/')).toBeLessThan(3);
    expect(scoreOf('lease signing who', '/tree/')).toBeLessThan(3);
  });

  test('is the best that it is: a title rather than a situation', () => {
    const both = readIndex({
      ...dataOf([{ url: '/guide/', title: 'Money never comes' }]),
      situations: [situation],
    });
    const [first] = answer('money never comes', both).found;
    expect(first?.score).toBeGreaterThan(6);
    expect(first?.unit?.situation).toBeUndefined();
  });

  test('tells the unit that it is', () => {
    expect(answer('who signs the lease', whole).found[0]?.unit?.part?.behind).toBe('#who');
    expect(answer('money never comes', whole).found[0]?.unit?.situation?.url).toBe('/#late');
  });
});

describe('what is shown', () => {
  const many = readIndex(
    dataOf([
      ...Array.from({ length: 31 }, (_, at) => ({ url: `/${at}/`, title: `Title${at} qq`, says: ['rhubarb'] })),
      { url: '/other/', title: 'Other' },
    ]),
  );
  test('is thirty at most, and in the order of addresses where all are alike', () => {
    const shown = urls('rhubarb', many);
    expect(shown).toHaveLength(30);
    expect(shown).toEqual(shown.toSorted());
  });

  test('has at least a quarter of what the best has', () => {
    const few = readIndex(
      dataOf([
        { url: '/best/', title: 'Qq', says: times(12, 'rhubarb') },
        { url: '/near/', title: 'Rr', says: times(2, 'rhubarb') },
        { url: '/far/', title: 'Ss', says: ['rhubarb custard vanilla cherry almond hazelnut walnut'] },
      ]),
    );
    expect(urls('rhubarb', few)).toEqual(['/best/', '/near/']);
  });

  test('is clear where the second is far behind, and where it stands alone', () => {
    const alike = { title: 'Qq', says: times(10, 'rhubarb') };
    const clear = (says: number) =>
      answer(
        'rhubarb',
        readIndex(
          dataOf([
            { ...alike, url: '/a/' },
            { url: '/b/', title: 'Rr', says: times(says, 'rhubarb') },
          ]),
        ),
      ).clear;
    expect(clear(10)).toBe(false);
    // 2 + 6/10 of a half is more than nine tenths of 2.5, 2 + 4/10 of it is less.
    expect(clear(6)).toBe(false);
    expect(clear(4)).toBe(true);
    expect(clear(0)).toBe(true);
    expect(answer('lasagne').clear).toBe(false);
  });
});

describe('what is looked for in the text of pages', () => {
  test('is the two most telling words, the most telling first', () => {
    expect(answer('client lasagne phone').inText).toEqual(['lasagne', 'phone']);
    expect(answer('phone').inText).toEqual(['phone']);
  });
});

describe('sense', () => {
  // Each word is known, and no page has both of most of them.
  test('needs a page that speaks of most of it', () => {
    const fruit = readIndex(
      dataOf([
        { url: '/a/', title: 'Rhubarb', says: times(5, 'rhubarb') },
        { url: '/b/', title: 'Custard', says: times(5, 'custard') },
        { url: '/c/', title: 'Vanilla', says: times(5, 'vanilla') },
      ]),
    );
    expect(urls('rhubarb', fruit)).toEqual(['/a/']);
    expect(urls('rhubarb lasagne', fruit)).toEqual([]);
    expect(urls('rhubarb lasagne cannelloni', fruit)).toEqual([]);
    expect(urls('rhubarb custard', fruit)).toHaveLength(2);
  });

  test('is judged by the best pages, wherever they stand', () => {
    const last = readIndex(
      dataOf([
        ...['a', 'b', 'c'].map((name) => ({ url: `/${name}/`, title: `Title${name}` })),
        { url: '/d/', title: 'Rhubarb crumble' },
        { url: '/e/', title: 'Titlee' },
      ]),
    );
    expect(urls('rhubarb', last)).toEqual(['/d/']);
  });

  test('may come from any of the three best pages', () => {
    const fruit = readIndex(
      dataOf([
        { url: '/a/', title: 'Qq', says: times(12, 'rhubarb') },
        { url: '/b/', title: 'Rr', says: times(11, 'rhubarb') },
        { url: '/c/', title: 'Ss', says: ['rhubarb lasagne', 'custard'] },
        { url: '/d/', title: 'Tt' },
      ]),
    );
    expect(urls('rhubarb lasagne', fruit)).toContain('/c/');
  });
});

describe('danger', () => {
  test('lifts the pages on it above the best of the rest, and keeps those', () => {
    const shown = urls('she groped him at the meeting');
    expect(shown[0]).toBe('/danger/');
    expect(shown).toContain('/meetings/');
  });

  test('is answered even where nothing else is known', () => {
    expect(answer('grope lasagne cannelloni').danger).toBe(true);
    expect(urls('grope lasagne cannelloni')[0]).toBe('/danger/');
  });

  test('lifts a page on it by seven tenths of the best of all, the one named for it by four more, another by its share, and no other', () => {
    const small = readIndex(
      dataOf([
        { url: '/rhubarb/', title: 'Rhubarb' },
        { url: '/danger/', title: 'danger', says: ['harassment', 'danger harassment'] },
        { url: '/half/', title: 'danger', says: ['danger'] },
        { url: '/none/', title: 'Vanilla' },
      ]),
    );
    const { terms, danger } = readQuery('grope rhubarb', small);
    const plain = rank(terms, small).map(({ score }) => score);
    const [, most = 0, share = 0] = rank(danger?.terms ?? [], small).map(({ score }) => score);
    const [lift, lead] = [0.7, 0.4].map((part) => part * Math.max(...plain)) as [number, number];
    const expected = [
      ['/danger/', (plain[1] ?? 0) + lift + lead],
      ['/half/', (plain[2] ?? 0) + (lift * share) / most],
    ] as const;
    const found = new Map(answer('grope rhubarb', small).found.map(({ page, score }) => [page.url, score]));
    for (const [url, score] of expected) expect(found.get(url), url).toBeCloseTo(score ?? 0, 10);
    expect(found.has('/none/')).toBe(false);
  });

  describe('that may be somebody else’s', () => {
    const tree = { url: '/safe/', title: 'Is everybody safe?', kind: 'decision' } as const;
    const data = dataOf([...pages, tree]);
    const onDanger = { tree: '/safe/', guide: '/danger/' };
    const [first, ...more] = data.vocabulary.danger;
    const led = (leads: string[]) =>
      readIndex({
        ...data,
        vocabulary: { ...data.vocabulary, onDanger, danger: first ? [{ ...first, leads }, ...more] : [] },
      });

    test('has the tree before the guide, whoever else is named', () => {
      const index = led(['/danger/', '/safe/']);
      expect(urls('the new cleaner is followed by a killer', index)[0]).toBe('/safe/');
      expect(urls('cleaner told me he gropes', index)[0]).toBe('/safe/');
      expect(urls('he gropes', index)[0]).toBe('/danger/');
      expect(urls('our cleaner is late', index)[0]).not.toBe('/safe/');
    });

    test('keeps its order where another page than the guide is named first for it', () => {
      expect(urls('the cleaner was groped', led(['/shout/', '/safe/']))[0]).not.toBe('/safe/');
    });
  });

  test('of which no page speaks changes nothing, and finds nothing', () => {
    const none = readIndex(dataOf([{ url: '/rhubarb/', title: 'Rhubarb' }]));
    const plain = rank(readQuery('grope rhubarb', none).terms, none);
    expect(answer('grope rhubarb', none).found).toEqual(plain);
    expect(answer('grope', none)).toMatchObject({ found: [], clear: false, danger: true, empty: false });
  });
});

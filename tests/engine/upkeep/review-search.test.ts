import { describe, expect, test } from 'vitest';
import { rivals, sparselySaid } from '../../../src/upkeep/review-search.ts';
import { readIndex } from '../../../src/search/query/search-index.ts';
import type { Kind } from '../../../src/search/query/types.ts';
import { dataOf } from '../search/fixtures.ts';

describe('pages that few ways of saying lead to', () => {
  const page = (url: string, said: number, kind: Kind = 'guide') => ({
    url,
    title: url,
    kind,
    says: Array.from({ length: said }, (_, at) => `way ${at}`),
  });
  test('are guides, scripts and decisions with less than 25, the fewest first', () => {
    const list = [page('/a/', 24), page('/b/', 25), page('/c/', 1, 'script'), page('/d/', 2, 'decision')];
    const others = [page('/e/', 0, 'source'), page('/f/', 0, 'outcome'), page('/g/', 0, 'page'), page('', 0, 'gap')];
    expect(sparselySaid(dataOf([...list, ...others])).map(({ page, said }) => [page.url, said])).toEqual([
      ['/c/', 1],
      ['/d/', 2],
      ['/a/', 24],
    ]);
  });
});

describe('pages that compete', () => {
  const says = ['invoice overdue', 'late payment', 'client owes money'];
  const found = (list: Parameters<typeof dataOf>[0]) =>
    rivals(readIndex(dataOf(list))).map(({ pages: [a, b] }) => [a.url, b.url]);

  test('are pairs of one kind, each once', () => {
    const list = [
      { url: '/a/', title: 'Late payment', says },
      { url: '/b/', title: 'Overdue money', says },
      { url: '/c/', title: 'Quiet', says: ['no reply', 'gone silent'] },
      { url: '/d/', title: 'Late payment letter', kind: 'script' as const, says },
    ];
    expect(found(list)).toEqual([['/a/', '/b/']]);
  });

  test('are no sources', () => {
    const kind = 'source' as const;
    expect(
      found([
        { url: '/a/', title: 'Late payment', kind, says },
        { url: '/b/', title: 'Overdue money', kind, says },
      ]),
    ).toEqual([]);
  });

  test('are told with how alike they are, the most alike first', () => {
    const list = readIndex(
      dataOf([
        { url: '/a/', title: 'late payment', says },
        { url: '/b/', title: 'late payment reminder', says: [...says, 'reminder of rent'] },
        { url: '/c/', title: 'late payment', says },
        { url: '/d/', title: '…' },
        { url: '/e/', title: '…' },
      ]),
    );
    const [first, ...others] = rivals(list);
    expect(first?.pages.map(({ url }) => url)).toEqual(['/a/', '/c/']);
    expect(first?.alike).toBeCloseTo(1, 10);
    expect(others.map(({ pages }) => pages.map(({ url }) => url).join())).toEqual(['/a/,/b/', '/b/,/c/']);
    for (const { alike } of others) {
      expect(alike).toBeGreaterThan(0.6);
      expect(alike).toBeLessThan(0.95);
    }
  });

  test('share most of what is said, not just a word', () => {
    expect(
      found([
        { url: '/a/', title: 'late payment', says: ['overdue bill', 'rent'] },
        { url: '/b/', title: 'late reply', says: ['silence', 'no answer'] },
      ]),
    ).toEqual([]);
  });

  test('a word counts the more, the more often it is said, and the rarer it is', () => {
    const list = readIndex(
      dataOf([
        { url: '/a/', title: 'rhubarb' },
        { url: '/b/', title: 'rhubarb', says: ['rhubarb', 'rhubarb', 'custard'] },
        { url: '/c/', title: 'vanilla', says: Array.from({ length: 20 }, (_, at) => `vanilla${at}`) },
      ]),
    );
    const told = (root: string, times: number) => {
      const weight = list.weight(root);
      return weight * Math.log(1 + (8 * times * weight) / weight ** 0.9);
    };
    const [rhubarb, custard] = [told('rhubarb', 3), told('custard', 1)];
    expect(rivals(list).map(({ alike }) => alike)).toEqual([
      expect.closeTo(rhubarb / Math.hypot(rhubarb, custard), 10),
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { search } from '../../../src/search/query/search.ts';
import { fc, runs } from '../runs.ts';
import { anyQuery, index, pages } from './fixtures.ts';

const found = (query: string) => search(query, index).found.map(({ page }) => page.url);

describe('finding', () => {
  test.each(pages.filter(({ title }) => title !== 'Tax').map(({ title, url }) => [title, url]))(
    'the title "%s" finds its page first',
    (title, url) => {
      expect(found(title)[0]).toBe(url);
    },
  );

  test.each([
    ['what somebody said, in other words around it', 'my client always shouts at everybody in the team', '/shout/'],
    ['a synonym', 'customer yells', '/shout/'],
    ['a synonym of a whole phrase', 'they will not pay', '/late/'],
    ['another form', 'meeting cancellation', '/meetings/'],
    ['a word that is still being typed', 'invoi', '/late/'],
    ['a misspelt word', 'clients shuot', '/shout/'],
    ['words that are all filler, as somebody said them', 'is it just me', '/meetings/'],
  ])('%s', (_, query, url) => {
    expect(found(query)[0]).toBe(url);
  });

  test('a question of a tree leads to its place', () => {
    const [first] = search('who decides about the contract', index).found;
    expect(first?.page.url).toBe('/tree/');
    expect(first?.unit?.part?.behind).toBe('worksheet/#who');
  });

  test('a page stands once', () => {
    const all = found('client shouts, invoice overdue, meetings cancelled');
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(2);
  });

  test('a mended word is told', () => {
    expect(search('unpaid invoise', index).mended).toBe('unpaid invoice');
    expect(search('unpaid invoice', index).mended).toBeUndefined();
  });

  test('what the playbook leaves alone is found as that', () => {
    expect(search('tax return', index).found[0]?.page.kind).toBe('gap');
  });
});

describe('nothing', () => {
  test.each(['lasagne recipe', 'zzzz', 'best running shoes', 'is it you', 'contract bridge bidding', ''])(
    'is found for "%s"',
    (query) => {
      expect(found(query)).toEqual([]);
    },
  );

  test('is found for less when it is about things than when it tells of somebody', () => {
    expect(found('they shout about pipes')[0]).toBe('/shout/');
    expect(found('shout about pipes')).toEqual([]);
    expect(found('they shout about plumbing pipes')).toEqual([]);
  });

  test('is looked for in an empty query, and in signs', () => {
    expect(['', '   ', '"', '?!', '😡'].map((query) => search(query, index).empty)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
  });
});

describe('danger', () => {
  test.each([
    'he follows me',
    'grabbed my arm on the invoice',
    'she groped him at the meeting',
    'client threatened us',
  ])('goes first: %s', (query) => {
    expect(search(query, index).danger).toBe(true);
    expect(found(query)[0]).toBe('/danger/');
  });

  test.each(['he follows our new cleaner', 'grabbed my cleaner', 'he nearly grabbed the team'])(
    'is heard when it happens to others: %s',
    (query) => {
      expect(search(query, index).danger).toBe(true);
      expect(found(query)[0]).toBe('/danger/');
    },
  );

  test('leads to the page that the vocabulary names, and what is vague gives way to what is plain', () => {
    expect(found('creepy')[0]).toBe('/shout/');
    expect(found('creepy client threatened us')[0]).toBe('/danger/');
    expect(found('creepy client threatened us')).not.toContain('/shout/');
  });

  test.each([
    'kill fee',
    'the team follows',
    'client threatens to leave',
    'threatened us with a bad review',
    'threatens court',
  ])('is not meant in business: %s', (query) => {
    expect(search(query, index).danger).toBe(false);
    expect(found(query)[0]).not.toBe('/danger/');
  });
});

test('any query is answered, with what can be shown', () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      const answer = search(query, index);
      for (const { page, score } of answer.found) {
        expect(pages.some(({ url }) => url === page.url)).toBe(true);
        expect(score).toBeGreaterThan(0);
      }
      expect(answer.inText.length).toBeLessThanOrEqual(3);
    }),
    { numRuns: runs(500) },
  );
});

test('a very long query is read as far as anybody means', () => {
  expect(search('client '.repeat(2000), index).words.length).toBeLessThan(60);
});

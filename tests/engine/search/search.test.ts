import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { search } from '../../../src/search/query/search.ts';
import type { Hit, Index } from '../../../src/search/query/types.ts';
import { makeWordList, readWordList } from '../../../src/search/query/words.ts';
import { anyQuery, library, page, vocabulary, words } from './fixtures.ts';

const ids = async (query: string) => (await search(query, library())).found.map(({ hit }) => hit.id);

describe('search', () => {
  test.each([
    ['late payment', 'late'],
    ["my customer won't pay", 'late'],
    ['they yell', 'shout'],
    ['client did not turn up', 'meetings'],
    ['invoise', 'late'],
    ['"turn up"', 'meetings'],
    ['fee', 'fees'],
  ])('answers %j with the page %s first', async (query, id) => {
    expect((await ids(query))[0]).toBe(id);
  });

  it.each([
    '',
    ' ',
    'a',
    '"',
    '""',
    'zzzzzz',
    'asdf qwer',
    '客户不付款',
    '😡',
    '.*',
    '<script>',
    'weather in Sydney',
    '((',
    '\\',
  ])('finds nothing for %j', async (query) => {
    expect(await ids(query)).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['one letter', 'c'],
    ['5,000 letters', 'x'.repeat(5000)],
    ['5,000 letters of words', 'client shouts '.repeat(357)],
    ['an open quote', '"late payment'],
    ['three quotes', '"late" "payment'],
    ['curly quotes', '“late payment„'],
    ['HTML', '<b>late payment</b>'],
    ['entities', 'late payment &amp;'],
    ['signs of regular expressions', '[a-z]+(?:late|payment){2,}$ \\'],
    ['an open bracket', 'late (payment'],
    ['Chinese', '客户不付款 late payment'],
    ['Cyrillic', 'клиент кричит'],
    ['Arabic', 'العميل لا يدفع'],
    ['emoji', '😡🤬 late payment'],
    ['half an emoji', '\ud83d late payment'],
    ['control characters', '\u0000\u202e late payment'],
    ['names of built-in properties', '__proto__ constructor toString'],
  ])('takes %s without an error', async (_name, query) => {
    const { found, corrected, suggestion } = await search(query, library());
    if (query.includes('late payment') && !query.startsWith('"')) expect(found[0]?.hit.id).toBe('late');
    expect(Math.max(0, corrected?.length ?? 0, suggestion?.length ?? 0)).toBeLessThanOrEqual(700);
  });

  it('puts pages behind the advice below it', async () => {
    expect(await ids('shout')).toEqual(['shout', 'behind']);
  });

  describe('when somebody speaks of danger', () => {
    const texts = {
      danger: 'they harass you',
      mention: 'invoice and a note on harassed people',
      other: 'late payment of the invoice',
    };
    const scores = { danger: 5, mention: 2, other: 5 };
    const index: Index<Hit> = {
      search: async (query) =>
        Object.entries(texts).flatMap(([id, text]) =>
          query.split(' ').every((word) => text.includes(word))
            ? [{ id, score: scores[id as keyof typeof scores] }]
            : [],
        ),
    };
    const known = readWordList(
      makeWordList(
        Object.values(texts).map((title) => page(title)),
        {},
      ),
    );
    const asked = async (query: string) =>
      (await search(query, { index, vocabulary, words: known })).found.map(({ hit }) => hit.id);

    it('shows what answers to it best before all else', async () => {
      expect(await asked('late payment of the invoice harassed')).toEqual(['danger', 'other', 'mention']);
    });

    it('knows words and phrases that no page has', async () => {
      expect((await asked('groping'))[0]).toBe('danger');
      expect((await asked('they follow me'))[0]).toBe('danger');
      expect(await asked('follow the invoice')).not.toContain('danger');
    });

    it.each(['followed him', 'he is following her', 'grabs her', 'grabbed our'])(
      'means everybody: %s',
      async (query) => {
        expect((await asked(query))[0]).toBe('danger');
      },
    );

    it('sends nobody away for words that it has never heard of', async () => {
      expect((await asked('zzz groped qqq xxx'))[0]).toBe('danger');
    });
  });

  it('wants two words in common beside one that the site has never heard of', async () => {
    expect(await ids('late')).toContain('late');
    expect(await ids('late invoice xylophone')).toContain('late');
    expect(await ids('late shout xylophone')).toEqual([]);
    // A number says nothing either way.
    expect(await ids('late shout 1257')).toContain('late');
  });

  it('says what it mended, and offers what it is not sure of', async () => {
    expect(await search('late paymnet', library())).toMatchObject({ corrected: 'late payment' });
    expect(await search('clxent', library())).toMatchObject({ found: [], suggestion: 'client' });
    expect(await search('insighd', library())).toMatchObject({ found: [], suggestion: 'insight' });
    expect(await search('late payment', library())).not.toHaveProperty('corrected');
  });

  it('says when there was nothing to look for', async () => {
    expect((await search('?', library())).empty).toBe(true);
    expect((await search('zzzzzz', library())).empty).toBe(false);
  });

  it('hands filters to every query', async () => {
    const seen: unknown[] = [];
    const index: Index<Hit> = { search: (_query, filters) => Promise.resolve((seen.push(filters), [])) };
    await search('client shouts', { index, vocabulary, words }, { kind: ['script'] });
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every((filters) => filters !== undefined)).toBe(true);
  });

  it('ranks a page with the word of the reader above one with its synonym', async () => {
    const index: Index<Hit> = {
      search: (query) =>
        Promise.resolve(
          query === 'invoice' ? [{ id: 'own', score: 3 }] : query === 'bill' ? [{ id: 'another', score: 3 }] : [],
        ),
    };
    const { found } = await search('invoice', { index, vocabulary, words });
    expect(found.map(({ hit }) => hit.id)).toEqual(['own', 'another']);
  });

  it('fails when the index cannot be reached, so that the page can say so', async () => {
    const index: Index<Hit> = { search: () => Promise.reject(new Error('unreachable')) };
    await expect(search('client', { index, vocabulary, words })).rejects.toThrow('unreachable');
  });

  it('never throws for any query, lists no page twice, best first, and sends a bounded number of queries', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuery, async (query) => {
        const asked: string[] = [];
        const { found } = await search(query, library(asked));
        expect(new Set(found.map(({ hit }) => hit.id)).size).toBe(found.length);
        expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
        expect(asked.length).toBeLessThan(150);
      }),
    );
  });

  it('answers the same query the same way', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuery, async (query) => {
        expect(await search(query, library())).toEqual(await search(query, library()));
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { border, borderedAliases, wholeAlias } from '../../../src/search/query/aliases.ts';
import { search } from '../../../src/search/query/search.ts';
import type { Hit, Index } from '../../../src/search/query/types.ts';
import { anyQuery, vocabulary, words } from './fixtures.ts';

/** An index of aliases alone: words in quotes must stand side by side. */
const aliases = {
  me: borderedAliases("is it not my, won't pay", vocabulary.contractions),
  more: borderedAliases('is it not my client, they shout', vocabulary.contractions),
};
const index: Index<Hit> = {
  search: (query) =>
    Promise.resolve(
      Object.entries(aliases).flatMap(([id, text]) =>
        ` ${text} `.includes(` ${query.replaceAll('"', '')} `) ? [{ id, score: id === 'more' ? 2 : 1 }] : [],
      ),
    ),
};
const ids = async (query: string) => (await search(query, { index, vocabulary, words })).found.map(({ hit }) => hit.id);

describe('aliases', () => {
  it('stand between borders, read as queries are, each once', () => {
    expect(borderedAliases("Won't pay!, is it me,will not pay, ", vocabulary.contractions)).toBe(
      `${border} will not pay ${border} is it me ${border}`,
    );
    expect(borderedAliases('', vocabulary.contractions)).toBe('');
  });

  it('answer a query that is one of them from end to end, though every word is filler', async () => {
    expect(await ids('Is it not my?')).toEqual(['me']);
    expect(await ids('it not my')).toEqual([]);
    expect(await ids('is it not my my')).toEqual([]);
  });

  it('lift their page above those that match better otherwise', async () => {
    expect(await ids('they shout')).toEqual(['more']);
    expect((await ids("won't pay"))[0]).toBe('me');
  });

  it('are never asked for with the border that a reader typed', async () => {
    expect(await ids(border)).toEqual([]);
    expect(await ids(`"${border}"`)).toEqual([]);
    await fc.assert(
      fc.asyncProperty(anyQuery, async (query) => {
        const asked: string[] = [];
        const seeing: Index<Hit> = { search: (sent) => Promise.resolve((asked.push(sent), [])) };
        await search(`${border} ${query}`, { index: seeing, vocabulary, words });
        return asked.every((sent) => sent.split(border).length <= 3);
      }),
    );
  });

  it('are not looked for when there is no query, or a pasted mail', () => {
    expect(wholeAlias([])).toBeUndefined();
    expect(wholeAlias(Array.from({ length: 40 }, () => 'client'))).toBeUndefined();
  });
});

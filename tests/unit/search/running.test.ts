import { expect, it } from 'vitest';
import { pack } from '../../../src/domain/search/packed.ts';
import { makeRunningWords, readRunningWords } from '../../../src/domain/search/running.ts';
import { search } from '../../../src/domain/search/search.ts';
import { library, page, vocabulary, words } from './fixtures.ts';

const pages = [
  { id: 'late', page: page('Late payment', 'the heron paid the invoice to the otter') },
  { id: 'shout', page: page('They shout', 'herons shout') },
];
const data = makeRunningWords(
  pages,
  (word) => words.find(word) !== undefined,
  vocabulary.filler,
  vocabulary.contractions,
);

it('lists what stands only in running text, each word once, with its pages', () => {
  expect(data).toEqual({ pages: ['late', 'shout'], words: pack(['heron', 'otter', 'paid']), places: '0 1,0,0' });
});

it('is read back, by any form of a word', () => {
  const pagesWith = readRunningWords(data);
  expect([...pagesWith('herons')]).toEqual(['late', 'shout']);
  expect([...pagesWith('invoice')]).toEqual([]);
});

it('answers when the index finds nothing, with pages that have every word', async () => {
  const running = {
    words: async () => readRunningWords(data),
    pages: async () => pages.map(({ id }) => ({ id, score: 0 })),
  };
  const ids = async (query: string) => (await search(query, { ...library(), running })).found.map(({ hit }) => hit.id);
  expect(await ids('heron')).toEqual(['late', 'shout']);
  expect(await ids('heron otter')).toEqual(['late']);
  expect(await ids('heron zebra')).toEqual([]);
  expect(await ids('"heron"')).toEqual([]);
});

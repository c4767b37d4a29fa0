import { expect, it } from 'vitest';
import { pack } from '../../../src/search/query/front-coding.ts';
import { letterOf, letters, makeRunningWords, pagesWith } from '../../../src/search/query/body-words.ts';
import { search } from '../../../src/search/query/search.ts';
import { library, page, vocabulary, words } from './fixtures.ts';

const ids = ['late', 'shout'];
const lists = makeRunningWords(
  [page('Late payment', 'the heron paid the invoice to the otter 客户'), page('They shout', 'herons shout')],
  (word) => words.find(word) !== undefined,
  vocabulary.filler,
  vocabulary.contractions,
);
const find = (word: string) => pagesWith(word, lists(letterOf(word)), ids);

it('lists what stands only in running text, each word once by its first letter, with its pages', () => {
  expect(lists('h')).toEqual({ words: pack(['heron']), places: '0 1' });
  const empty = letters.filter((letter) => lists(letter).words === '');
  expect(letters.filter((letter) => !empty.includes(letter)).join(' ')).toBe('h o p');
});

it('is read back, by any form of a word', () => {
  expect(find('herons')).toEqual(['late', 'shout']);
  expect(find('otter')).toEqual(['late']);
  expect(find('invoice')).toEqual([]);
  expect(find('客户')).toEqual([]);
});

it('answers when the index finds nothing, with pages that have every word', async () => {
  const running = {
    pagesWith: async (word: string) => find(word),
    pages: async () => ids.map((id) => ({ id, score: 0 })),
  };
  const found = async (query: string) =>
    (await search(query, { ...library(), running })).found.map(({ hit }) => hit.id);
  expect(await found('heron')).toEqual(['late', 'shout']);
  expect(await found('heron otter')).toEqual(['late']);
  expect(await found('heron zebra')).toEqual([]);
  expect(await found('"heron"')).toEqual([]);
});

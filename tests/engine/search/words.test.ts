import { describe, expect, it, test } from 'vitest';
import { pack, unpack } from '../../../src/search/query/front-coding.ts';
import { makeWordList, readWordList } from '../../../src/search/query/words.ts';
import { page, vocabulary, words } from './fixtures.ts';

describe('makeWordList', () => {
  const data = makeWordList(
    [
      page('Late payments', 'Payment, 2026, of it. Paying: pays. Écoute!', "Client won't pay"),
      page('A source', 'sources shouting shouted'),
    ],
    { en_1: 0.5 },
    vocabulary,
  );

  it('keeps every form of strong words, the shortest of weak ones, and no word twice', () => {
    expect(unpack(data.strong)).toEqual(['client', 'late', 'not', 'pay', 'payments', 'source', 'will']);
    expect(unpack(data.weak)).toEqual(['ecoute', 'shouted']);
  });

  it('counts the pages and keeps their weights', () => {
    expect(data).toMatchObject({ pages: 2, weights: { en_1: 0.5 } });
  });

  it('does not depend on the order of the pages', () => {
    const one = page('zebra', 'walked ants');
    const two = page('apple', 'walks ant');
    expect(makeWordList([one, two], {})).toEqual(makeWordList([two, one], {}));
  });
});

describe('find', () => {
  test.each([
    ['late', { word: 'late', strong: true, loose: false }],
    ['meeting', { word: 'meeting', strong: true, loose: false }],
    ['shouted', { word: 'shout', strong: true, loose: false }],
    ['invoi', { word: 'invoi', strong: true, loose: false }],
    ['ends', { word: 'ends', strong: false, loose: false }],
  ])('knows %s', (word, expected) => {
    expect(words.find(word)).toMatchObject({ strong: expected.strong });
  });

  it('sees that a short word begins other words', () => {
    expect(words.find('fee')).toMatchObject({ loose: true });
    expect(words.find('client')).toMatchObject({ loose: false });
  });

  it.each(['', 'zzz', 'in', 'constructor', '客户'])('does not know %j', (word) => {
    const list = readWordList({ strong: pack(['invoice']), weak: '', real: '', pages: 1, weights: {} });
    expect(list.find(word)).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { unpack } from '../../../src/search/query/front-coding.ts';
import { guess } from '../../../src/search/query/spelling.ts';
import { makeWordList, readWordList } from '../../../src/search/query/words.ts';
import { page } from './fixtures.ts';

const words = readWordList(
  makeWordList(
    [page('invoice client apologise accused shouting harassment referral', 'insight whether recap minutes complain')],
    {},
  ),
);

describe('guess', () => {
  test.each([
    ['invoise', 'invoice'],
    ['invioce', 'invoice'],
    ['cleint', 'client'],
    ['acused', 'accused'],
    ['shoutting', 'shouting'],
    ['harrassment', 'harassment'],
    ['refferal', 'referral'],
    ['complaning', 'complain'],
  ])('takes %s for %s', (typed, meant) => {
    expect(guess(typed, words)).toBe(meant);
  });

  test.each(['', 'a', 'cl', 'zzzzzz', 'kubernetes', '客户', 'клиент', '12345', 'constructor', '__proto__'])(
    'has no idea about %j',
    (typed) => {
      expect(guess(typed, words)).toBeUndefined();
    },
  );

  it('prefers words of titles and aliases', () => {
    const list = readWordList(makeWordList([page('stall', 'stale')], {}));
    expect(guess('stalx', list)).toBe('stall');
  });

  it('takes only long words for one that is two steps away', () => {
    expect(guess('cliant', words)).toBe('client');
    expect(guess('clxant', words)).toBeUndefined();
    expect(guess('apollogize', words)).toBe('apologise');
  });

  it('has no idea about words that everybody knows', () => {
    const data = makeWordList([page('order of the invoice')], {}, undefined, ['older', 'order', 'banana']);
    expect(unpack(data.real)).toEqual(['older']);
    const list = readWordList(data);
    expect(guess('older', list)).toBeUndefined();
    expect(guess('oder', list)).toBe('order');
  });

  it('finds a word again after two neighbouring letters changed places', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('invoice', 'harassment', 'apologise', 'referral', 'shouting'),
        fc.nat(100),
        (word, at) => {
          const place = 1 + (at % (word.length - 2));
          const swapped = word.slice(0, place) + word[place + 1] + word[place] + word.slice(place + 2);
          expect(swapped === word ? word : guess(swapped, words)).toBe(word);
        },
      ),
    );
  });

  it('never throws and only gives words of the site', () => {
    const known = new Set([...words.strong, ...words.weak]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const found = guess(text, words);
        return found === undefined || known.has(found);
      }),
    );
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordsOf } from '../../../src/search/query/normalise.ts';
import { pack, unpack } from '../../../src/search/query/front-coding.ts';

it('writes of each word what the one before it lacks', () => {
  expect(pack(['able', 'about', 'above', 'abuse', 'bill'])).toBe('AableCoutDveCuseAbill');
});

it('gives back the words that it took, in any order and any alphabet', () => {
  const words = fc.oneof(
    fc.array(fc.stringMatching(/^[a-c]{1,30}$/)),
    fc.string({ unit: 'binary', maxLength: 300 }).map((text) => wordsOf(text)),
  );
  fc.assert(
    fc.property(words, (list) => {
      expect(unpack(pack(list))).toEqual(list);
    }),
  );
});

it('takes no words for no words', () => {
  expect(unpack(pack([]))).toEqual([]);
});

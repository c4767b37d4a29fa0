import { expect, test } from 'vitest';
import { nearest } from '../../../src/search/query/spelling.ts';
import { fc, runs } from '../runs.ts';

const words = ['client', 'invoice', 'invoke', 'refund', 'payment', 'scope', 'harassment'];
const never = () => 0;

test.each([
  ['cleint', 'client'],
  ['invoise', 'invoice'],
  ['refnd', 'refund'],
  ['harrasment', 'harassment'],
  ['scoop', undefined],
  ['pay', undefined],
  ['lient', undefined],
  ['xyzzy', undefined],
  ['клиент', undefined],
])('%s is %s', (wrote, meant) => {
  expect(nearest(wrote, words, never)).toBe(meant);
});

test('of two that are equally near the more usual one is meant', () => {
  expect(nearest('resend', ['resent', 'reseed'], (word) => (word === 'reseed' ? 900 : 1))).toBe('reseed');
});

test.each([
  // One step below eight letters, two from there on, none below five.
  ['invoc', 'invoce'],
  ['refumd', 'refund'],
  ['rfnd', undefined],
  ['refumdd', undefined],
  ['paymment', 'payment'],
  ['harasmant', 'harassment'],
  ['harsmant', undefined],
])('%s is %s, by how far a word of its length may be away', (wrote, meant) => {
  expect(nearest(wrote, ['invoce', 'refund', 'payment', 'harassment'], never)).toBe(meant);
});

test('the nearest is meant, however often others are said, and of equals the first', () => {
  const words = ['paymentt', 'pament', 'payment'];
  expect(nearest('paymentx', words, (word) => (word === 'pament' ? 1_000_000 : 0))).toBe('paymentt');
  expect(nearest('abcdef', ['abcdeg', 'abcdex'], never)).toBe('abcdeg');
  expect(nearest('abcdefgh', ['abcdefxy', 'abcdefgx'], (word) => (word === 'abcdefxy' ? 1_000_000 : 0))).toBe(
    'abcdefgx',
  );
  expect(nearest('abcdef', ['abcdeg', 'abcdex'], (word) => (word === 'abcdex' ? 1 : 0))).toBe('abcdex');
});

test('words of less than four letters are not meant', () => {
  expect(nearest('scope', ['sco'], never)).toBeUndefined();
  expect(nearest('abcde', ['abcd'], never)).toBe('abcd');
  expect(nearest('abcdefgh', ['abc'], never)).toBeUndefined();
});

test.each(['in-voice', 'Invoise', 'invoise2', '2invoise'])('%s is no word to mend', (wrote) => {
  expect(nearest(wrote, words, never)).toBeUndefined();
});

const word = fc
  .string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 4, maxLength: 10 })
  .map((tail) => `a${tail}`);
/** A word with one change that people make: a letter left out, put in or changed, or two in the wrong order. */
const changed = word.chain((own) =>
  fc
    .record({ at: fc.nat(own.length - 2), how: fc.nat(3), letter: fc.constantFrom('x', 'y') })
    .map(({ at, how, letter }) => {
      const [head, one, two, tail] = [own.slice(0, at + 1), own.charAt(at + 1), own.charAt(at + 2), own.slice(at + 3)];
      return {
        own,
        wrote:
          [head + two + tail, head + letter + one + two + tail, head + letter + two + tail, head + two + one + tail][
            how
          ] ?? '',
      };
    }),
);
test('one slip is always mended', () => {
  fc.assert(
    fc.property(changed, ({ own, wrote }) => wrote.length < 5 || nearest(wrote, [own], never) === own),
    { numRuns: runs(500) },
  );
});

test('two letters changed are mended in a long word and not in a short one', () => {
  fc.assert(
    fc.property(word, (own) => {
      const wrote = `${own.slice(0, -2)}xy`;
      return nearest(wrote, [own], never) === (own.length < 8 ? undefined : own);
    }),
  );
});

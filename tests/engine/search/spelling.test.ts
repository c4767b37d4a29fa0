import { expect, test } from 'vitest';
import { nearest } from '../../../src/search/query/spelling.ts';

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

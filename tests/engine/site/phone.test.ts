import { expect, test } from 'vitest';
import { phoneNumbers } from '../../../src/site/phone.ts';

test.each([
  ['112', [['112', 'tel:112']]],
  [
    '112 or 999',
    [
      ['112', 'tel:112'],
      ['999', 'tel:999'],
    ],
  ],
  ['+44 (0)20 7946-0000, ext. 42', [['+44 (0)20 7946-0000', 'tel:+442079460000']]],
  ['the front desk', []],
])('numbers to call in %s', (text, expected) => {
  expect(phoneNumbers(text).map(({ number, href }) => [number, href])).toEqual(expected);
});

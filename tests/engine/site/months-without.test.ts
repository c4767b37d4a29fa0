import { describe, expect, test } from 'vitest';
import { amountOf, monthsWithout } from '../../../src/site/months-without.ts';

describe('an amount as people type it', () => {
  test.each([
    ['46000', 46_000],
    ['£46,000', 46_000],
    ['46.000,50 €', 46_000.5],
    ['1,234,567.8', 1_234_567.8],
    ['12 000', 12_000],
    ['-300', -300],
    ['0', 0],
  ])('%s', (typed, amount) => expect(amountOf(typed)).toBe(amount));
  test.each(['', 'abc', 'about 5000', '£', ','])('"%s" is none', (typed) => expect(amountOf(typed)).toBeUndefined());
});

describe('months without one client', () => {
  test('what is saved, divided by what is missing each month, and never rounded up', () => {
    expect(monthsWithout(28_000, 36_400, 22_400)).toBe(2);
    expect(monthsWithout(10_000, 5_000, 2_000)).toBe(3.3);
    expect(monthsWithout(19_990, 2_000, 1_000)).toBe(19.9);
  });
  test('for ever when the others cover the costs, and not at all with debts', () => {
    expect(monthsWithout(0, 1_000, 1_000)).toBe(Infinity);
    expect(monthsWithout(5_000, 1_000, 2_000)).toBe(Infinity);
    expect(monthsWithout(-500, 2_000, 1_000)).toBe(0);
  });
});

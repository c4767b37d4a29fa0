import { describe, expect, test } from 'vitest';
import { asName, nearest } from '../../../src/script/engine/suggest.ts';
import { readSum } from '../../../src/script/engine/values.ts';

describe('a sum', () => {
  test.each([
    ['1850', 1850],
    ['1850.5', 1850.5],
    ['1,850', 1850],
    ['1,850.50', 1850.5],
    ['12,345,678.90', 12_345_678.9],
    ['999,999,999,999', 999_999_999_999],
    ['£1,850', 1850],
    ['1850 GBP', 1850],
    [' 49.90 ', 49.9],
    ['1850.555', undefined],
    ['18,50', undefined],
    ['1850,000', undefined],
    ['1,850,00', undefined],
    ['1.', undefined],
    ['.5', undefined],
    ['-5', undefined],
    ['x1,850', undefined],
    ['1,850x', undefined],
    ['x1.50', undefined],
    ['1.50x', undefined],
    ['1.xx', undefined],
    ['about 1200', undefined],
    ['', undefined],
  ])('in Britain: "%s" is %s', (typed, sum) => {
    expect(readSum(typed, { locale: 'en-GB', currency: 'GBP' })).toBe(sum);
  });

  test.each([
    ['1.850,50', 1850.5],
    ['1.850', 1850],
    ['49,9', 49.9],
    ['49,90 €', 49.9],
    ['EUR 1.234.567', 1_234_567],
    ['1,850', undefined],
    ['1,850.50', undefined],
  ])('in Germany: "%s" is %s', (typed, sum) => {
    expect(readSum(typed, { locale: 'de-DE', currency: 'EUR' })).toBe(sum);
  });
});

describe('a name that somebody most likely meant', () => {
  test.each([
    ['Client Name', 'client name'],
    ['clientName', 'client name'],
    ['client__name--2', 'client name 2'],
    [' (client name) ', 'client name'],
    ['!', ''],
  ])('"%s" is written as fields are: "%s"', (text, name) => {
    expect(asName(text)).toBe(name);
  });

  test.each([
    ['clent name', 'client name'],
    ['dat', 'date'],
    ['day', 'date'],
    ['dx', undefined],
    ['project deadlines', 'project deadline'],
    // A third of a long name may differ.
    ['prxjxct dxadlxne', 'project deadline'],
    ['prxjxct dxxdlxxx', undefined],
    ['', undefined],
  ])('"%s": %s', (text, meant) => {
    expect(nearest(text, ['client name', 'date', 'project deadline'])).toBe(meant);
  });

  test('is none where there are none', () => {
    expect(nearest('date', [])).toBeUndefined();
    expect(nearest('!', ['a'])).toBeUndefined();
  });
});

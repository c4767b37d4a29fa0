import { describe, expect, it, test } from 'vitest';
import { hasAll, markWords } from '../../../src/search/query/marks.ts';
import { fc } from '../runs.ts';
import { anyQuery } from './fixtures.ts';

const shown = (text: string, words: string[]) =>
  markWords(text, words)
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');

describe('markWords', () => {
  test.each([
    ['They shout at us', ['shouting'], 'They [shout] at us'],
    ['Missed meetings', ['miss', 'meeting'], '[Missed] [meetings]'],
    ["The client's invoice", ['client'], "The [client's] invoice"],
    ['Café', ['cafe'], '[Café]'],
    ['Nothing here', [], 'Nothing here'],
    ['Pay, pay; 2 pays', ['pay', '2'], '[Pay], [pay]; [2] [pays]'],
    [', ,', [','], ', ,'],
    ['They don’t pay', ['dont'], 'They [don’t] pay'],
    ['', ['a'], ''],
  ])('%j with %j', (text, words, expected) => {
    expect(shown(text, words)).toBe(expected);
  });

  it('loses no letter of the text', () => {
    fc.assert(
      fc.property(
        anyQuery,
        fc.array(fc.string()),
        (text, words) =>
          markWords(text, words)
            .map((piece) => piece.text)
            .join('') === text,
      ),
    );
  });
});

describe('hasAll', () => {
  test.each([
    ['in any form and order', 'Payments are late', ['late', 'payment'], true],
    ['not one alone', 'Payments are early', ['late', 'payment'], false],
    ['not a shorter word', 'They pay', ['payment'], false],
    ['nothing asked', 'They pay', [], true],
  ])('%s', (_, text, words, expected) => {
    expect(hasAll(text, words)).toBe(expected);
  });
});

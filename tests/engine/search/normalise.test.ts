import { describe, expect, it, test } from 'vitest';
import { normalise, root, wordsOf } from '../../../src/search/query/normalise.ts';
import { fc } from '../runs.ts';
import { anyQuery } from './fixtures.ts';

const contractions = new Map([
  ["won't", 'will not'],
  ['wont', 'will not'],
]);

describe('normalise', () => {
  test.each([
    ['Client WON\u2019T pay!', "client won't pay"],
    ['  café\u00a0—\tnaïve ', 'cafe naive'],
    ['follow-up / hand_over', 'follow up hand over'],
    ['40% of turnover', '40 of turnover'],
    ['\u201clate payment\u201d', 'late payment'],
    ['<b>bold</b>', 'b bold b'],
    ['😡 .*+?^${}()|[]\\', ''],
    ['', ''],
  ])('%j becomes %j', (text, expected) => {
    expect(normalise(text)).toBe(expected);
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(anyQuery, (text) => normalise(normalise(text)) === normalise(text)));
  });
});

describe('wordsOf', () => {
  test.each([
    ["They won't pay", ['they', 'will', 'not', 'pay']],
    ['they wont pay', ['they', 'will', 'not', 'pay']],
    ["the client's invoice", ['the', 'client', 'invoice']],
    ["the clients' invoices", ['the', 'clients', 'invoices']],
    ["rock'n'roll", ['rocknroll']],
    ["' '' '", []],
  ])('%j has %j', (text, expected) => {
    expect(wordsOf(text, contractions)).toEqual(expected);
  });

  it('gives words of letters and digits only', () => {
    fc.assert(
      fc.property(anyQuery, (text) => wordsOf(text, contractions).every((word) => /^[\p{L}\p{N}]+$/u.test(word))),
    );
  });
});

describe('root', () => {
  test.each([
    ['shout', 'shouts', 'shouting', 'shouted'],
    ['invoice', 'invoices', 'invoicing', 'invoiced'],
    ['apologise', 'apologize', 'apologising', 'apologized'],
    ['apology', 'apologies'],
    ['deny', 'denied', 'denies'],
    ['analyse', 'analyze', 'analysing'],
    ['cancel', 'cancelled', 'cancelling'],
    ['accuse', 'accusations', 'accusation'],
    ['slow', 'slowly'],
    ['meet', 'meetings'],
    ['refer', 'referred', 'referring'],
    ['stop', 'stopped', 'stopping'],
    ['pay', 'pays', 'paying'],
    ['agency', 'agencies'],
  ])('is one for the forms of %s', (...forms) => {
    expect(new Set(forms.map(root)).size).toBe(1);
  });

  test.each([
    ['fee', 'feel'],
    ['late', 'later'],
    ['let', 'letter'],
    ['fire', 'firm'],
    ['refer', 'refuse'],
    ['boss', 'bos'],
    ['les', 'less'],
    ['need', 'ne'],
    ['ties', 'ty'],
    ['café', 'cafés'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(root(one)).not.toBe(root(other));
  });

  it('never grows a word, and leaves other alphabets alone', () => {
    fc.assert(
      fc.property(anyQuery, (text) =>
        wordsOf(text).every((word) => root(word).length <= word.length && root(word) !== ''),
      ),
    );
  });
});

import { describe, expect, test } from 'vitest';
import {
  countInWords,
  matches,
  nearest,
  readFilter,
  unseenWords,
  writeFilter,
  type ScriptFacts,
} from '../../../src/script/library/filter.ts';

const reminder: ScriptFacts = {
  topic: 'when-they-push',
  situations: ['paying-late'],
  channels: ['email', 'phone'],
  tones: ['warm', 'final'],
  text: 'Ask for a late payment: overdue invoice, naïve client',
};
const any = readFilter('');

describe('the filter of the library', () => {
  test('nothing asked for matches every script', () => {
    expect(matches(reminder, any)).toBe(true);
  });
  test.each([
    [{ topic: 'when-they-push' }, true],
    [{ topic: 'ending-it-well' }, false],
    [{ situation: 'gone-silent' }, false],
    [{ situation: 'paying-late', channel: 'phone' }, true],
    [{ situation: 'paying-late', channel: 'chat' }, false],
    [{ tone: 'firm' }, false],
    [{ words: 'LATE pay' }, true],
    [{ words: 'late excuse' }, false],
    [{ words: 'ayment' }, false],
    [{ words: 'overdue client' }, true],
    [{ words: 'naïv' }, true],
    [{ words: '  ,;. ' }, true],
  ])('%j matches: %s', (part, expected) => {
    expect(matches(reminder, { ...any, ...part })).toBe(expected);
  });
  test('the address carries the filter there and back, whatever was typed', () => {
    for (const words of ['', 'a&b=c', '<b>', 'søk 💬', '%', 'x'.repeat(5000)]) {
      const filter = { ...any, channel: 'in-person', words };
      expect(readFilter(writeFilter(filter))).toEqual(filter);
    }
    expect(writeFilter(any)).toBe('');
  });
  test('the count is told in words', () => {
    expect([countInWords(31, 31), countInWords(4, 31), countInWords(0, 31)]).toEqual([
      'Showing all 31 scripts.',
      'Showing 4 of 31 scripts.',
      'No script fits all of that.',
    ]);
  });
});

describe('when nothing fits', () => {
  const all = [reminder, { ...reminder, situations: ['gone-silent'], channels: ['email'] }];
  test.each([
    ['the words are left out first', { situation: 'paying-late', channel: 'phone', words: 'zzz' }, { words: '' }],
    ['then the tone', { situation: 'paying-late', tone: 'firm', words: 'zzz' }, { tone: '', words: '' }],
    ['then the channel', { situation: 'gone-silent', channel: 'phone' }, { channel: '' }],
  ])('%s', (_, asked, less) => {
    const filter = { ...any, ...asked };
    expect(nearest(all, filter)).toEqual({ ...filter, ...less });
  });
  test('there is nothing nearer when nothing would be asked for any more', () => {
    expect(nearest(all, { ...any, words: 'zzz' })).toBeUndefined();
    expect(nearest(all, { ...any, situation: 'unheard-of', words: 'zzz' })).toBeUndefined();
  });
});

test('words of aliases that are not shown stand once', () => {
  expect(unseenWords(['late bill', 'unpaid, late', 'Naïve reminder'], 'A reminder of a bill')).toBe(
    'late unpaid naïve',
  );
});

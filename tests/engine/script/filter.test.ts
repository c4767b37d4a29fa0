import { describe, expect, test } from 'vitest';
import {
  countInWords,
  matches,
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
      'No scripts match. Remove a filter to see more.',
    ]);
  });
});

test('words of aliases that are not shown stand once', () => {
  expect(unseenWords(['late bill', 'unpaid, late', 'Naïve reminder'], 'A reminder of a bill')).toBe(
    'late unpaid naïve',
  );
});

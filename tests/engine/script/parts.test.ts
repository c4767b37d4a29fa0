import { describe, expect, test } from 'vitest';
import { partsOf } from '../../../src/script/engine/case-fields.ts';
import { channelsOf } from '../../../src/script/engine/choices.ts';
import { fromAnswers } from '../../../src/script/engine/from-result.ts';
import { gapName } from '../../../src/script/engine/gaps.ts';
import { beginning, inSentence } from '../../../src/script/engine/in-short.ts';
import { readyWords } from '../../../src/script/engine/message.ts';
import { quoted } from '../../../src/script/quoted.ts';
import type { VariantData } from '../../../src/content/schemas/script.ts';
import { settings } from './helpers.ts';

describe('a gap is called', () => {
  test.each([
    ['as its field says', { kind: 'date', label: 'Due on', gap: 'due date' }, 'due date'],
    ['by its label', { kind: 'text', label: 'What they’ve told you' }, 'what they’ve told you'],
    ['by its label, words in capitals as they are', { kind: 'text', label: 'VAT number' }, 'VAT number'],
    ['by its name when nothing is known of it', undefined, 'due by'],
  ] as const)('%s', (_, field, called) => {
    expect(gapName('due by', field)).toBe(called);
  });
});

describe('the wordings of a script', () => {
  test('stand by channel, each named by its tone, or by its id where two would be alike', () => {
    expect(
      channelsOf([
        { id: 'email-warm', channel: 'email', tone: 'warm' },
        { id: 'email-after-a-call', channel: 'email', tone: 'firm' },
        { id: 'phone-warm', channel: 'phone', tone: 'warm' },
        { id: 'email-firm', channel: 'email', tone: 'firm' },
      ]),
    ).toEqual([
      {
        label: 'Email',
        wordings: [
          { id: 'email-warm', label: 'Warm' },
          { id: 'email-after-a-call', label: 'After a call' },
          { id: 'email-firm', label: 'Firm' },
        ],
      },
      { label: 'Phone', wordings: [{ id: 'phone-warm', label: 'Warm' }] },
    ]);
  });
  test('go by their channel alone where no channel has two', () => {
    expect(
      channelsOf([
        { id: 'a', channel: 'in-person', tone: 'firm' },
        { id: 'b', channel: 'chat', tone: 'firm' },
      ]),
    ).toEqual([
      {
        label: '',
        wordings: [
          { id: 'a', label: 'In person' },
          { id: 'b', label: 'Chat' },
        ],
      },
    ]);
  });
});

test('a message goes to its contact or manager, and comes from its writer', () => {
  expect(partsOf(['sender phone', 'manager name', 'amount', 'contact name', 'sender name'])).toEqual({
    to: 'contact name',
    writer: ['sender name', 'sender phone'],
  });
  expect(partsOf(['manager name']).to).toBe('manager name');
  expect(partsOf([])).toEqual({ to: undefined, writer: [] });
});

describe('what the last result puts into fields', () => {
  const fields = [
    { name: 'facts', fromResult: 'facts' },
    { name: 'subject', fromResult: 'headline' },
    { name: 'decide by', fromResult: 'reviewOn' },
    { name: 'cost' },
  ] as const;
  test('is what each field takes', () => {
    const result = { headline: 'Set a limit', facts: ['They pay late.', 'Two people asked to leave.'] };
    expect([...fromAnswers(fields, { ...result, reviewOn: '2026-12-11' })]).toEqual([
      ['facts', 'They pay late. Two people asked to leave.'],
      ['subject', 'Set a limit'],
      ['decide by', '2026-12-11'],
    ]);
    expect([...fromAnswers(fields, { ...result, facts: [] })]).toEqual([['subject', 'Set a limit']]);
  });
  test('is nothing without one', () => {
    expect(fromAnswers(fields, undefined).size).toBe(0);
  });
});

test.each([
  ['They have threatened you. Stop writing.', 'They have threatened you.', 'they have threatened you.'],
  ['No one', 'No one', 'no one'],
  ['HR has to agree. Ask them.', 'HR has to agree.', 'HR has to agree.'],
  ['I told them.', 'I told them.', 'I told them.'],
  ['A client wrote at 8.30 pm. Wait.', 'A client wrote at 8.30 pm.', 'a client wrote at 8.30 pm.'],
  ['', '', ''],
])('in short, "%s" is "%s", and in a sentence "%s"', (text, first, inside) => {
  expect(beginning(text)).toBe(first);
  expect(inSentence(beginning(text))).toBe(inside);
});

test('pages that are named in quotes are found, anything else in quotes is text', () => {
  const pages = new Map([['Leave now', '/scripts/leave-now/']]);
  expect(quoted('Use “Leave now”, then say “no”.', pages)).toEqual([
    { text: 'Use “', address: undefined },
    { text: 'Leave now', address: '/scripts/leave-now/' },
    { text: '”, then say “', address: undefined },
    { text: 'no', address: undefined },
    { text: '”.', address: undefined },
  ]);
  expect(quoted('Leave now', new Map())).toEqual([{ text: 'Leave now', address: undefined }]);
});

describe('words that are ready to be copied', () => {
  const variant = (channel: VariantData['channel'], text: string): VariantData => ({
    id: channel,
    channel,
    tone: 'firm',
    text,
    ifTheySay: [],
  });
  test('have no gap with nothing filled in, and what is sent comes before what is said', () => {
    const said = variant('in-person', 'I am leaving.');
    const sent = variant('chat', 'I have left.((if place)) I am ((place)).((end))');
    expect(readyWords([said, sent], settings)).toBe('I have left.');
    expect(readyWords([said], settings)).toBe('I am leaving.');
    expect(readyWords([variant('chat', 'Hello ((name)).')], settings)).toBeUndefined();
  });
});

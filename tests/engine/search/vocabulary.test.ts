import { describe, expect, test } from 'vitest';
import { keyOf, readVocabulary, tellingWords } from '../../../src/search/query/vocabulary.ts';
import { vocabularyData } from './fixtures.ts';

const vocabulary = readVocabulary(vocabularyData);
const phrase = (words: string) => vocabulary.phrases.get(keyOf(words.split(' ')));
/** The roots of single words that say the same, each once. */
const others = (words: string, { phrases } = vocabulary) => [...new Set(phrases.get(keyOf(words.split(' ')))?.others)];

describe('a key', () => {
  test.each([
    ['missed meetings', 'miss meeting'],
    ['follow him', 'follow me'],
    ['follow them', 'follow us'],
    ['grab her', 'grab me'],
    ['grab his arm', 'grab my arm'],
    ['our arm', 'their arm'],
    ['hurt himself', 'hurt themselves'],
    ['hurt yourself', 'hurt ourselves'],
    ['hurt herself', 'hurt myself'],
  ])('is the same for "%s" and "%s"', (one, other) => {
    expect(keyOf(one.split(' '))).toBe(keyOf(other.split(' ')));
  });

  test('differs where the words do, and by their order', () => {
    expect(keyOf(['follow', 'you'])).not.toBe(keyOf(['follow', 'me']));
    expect(keyOf(['me', 'follow'])).not.toBe(keyOf(['follow', 'me']));
  });
});

describe('phrases', () => {
  test('of a group stand for each other, and not for themselves', () => {
    expect(others('client')).toEqual(['customer']);
    expect(others('customer')).toEqual(['client']);
    expect(others('will not pay')).toEqual(['unpaid', 'overdu']);
    expect(phrase('client')?.danger).toBeUndefined();
    expect(phrase('lasagne')).toBeUndefined();
  });

  test('of danger stand for what our pages call it', () => {
    expect(phrase('groped')).toMatchObject({ danger: { means: ['danger', 'harassment'], leads: ['/danger/'] } });
    expect(others('groped')).toEqual(['danger', 'harassment']);
    expect(others('harassment')).toContain('danger');
    expect(phrase('threatened')?.danger?.unless).toEqual(['court', 'review']);
  });

  test('are found with "her" where they have "my"', () => {
    expect(phrase('grab my')?.danger).toBeDefined();
    expect(phrase('grab her')?.danger).toBe(phrase('grab my')?.danger);
  });

  test('that are harmless speak of no danger, and keep what they mean', () => {
    expect(phrase('kill fee')).toEqual({ others: [] });
    const milder = readVocabulary({ ...vocabularyData, harmless: ['groped', 'customer'] });
    expect(milder.phrases.get(keyOf(['grope']))?.danger).toBeUndefined();
    expect(others('grope', milder)).toEqual(['danger', 'harassment']);
    expect(others('customer', milder)).toEqual(['client']);
  });

  test('in several groups mean all of it, and danger stays danger', () => {
    const several = readVocabulary({
      ...vocabularyData,
      danger: [
        { means: ['danger'], leads: [], words: ['knife'], unless: ['bread'], vague: false },
        { means: ['fear'], leads: [], words: ['knife'], unless: ['cake'], vague: true },
      ],
      synonyms: [
        ['knife', 'blade'],
        ['blade', 'razor'],
      ],
    });
    const knife = several.phrases.get('knif');
    expect(others('knife', several)).toEqual(['danger', 'fear', 'blad']);
    expect(knife?.danger).toMatchObject({ means: ['danger'], vague: false });
    expect(knife?.danger?.unless).toEqual(['bread']);
    expect(others('blade', several)).toEqual(['knif', 'razor']);
    expect(several.phrases.get('blad')?.danger).toBeUndefined();
  });

  test('know how long the longest is', () => {
    expect(vocabulary.longest).toBe(3);
    expect(readVocabulary({ ...vocabularyData, harmless: ['one two three four'] }).longest).toBe(4);
    const none = { ...vocabularyData, danger: [], people: [], harmless: [], synonyms: [] };
    expect(readVocabulary(none).longest).toBe(1);
  });
});

describe('words', () => {
  test('are known when they are in a phrase and no filler', () => {
    expect([...vocabulary.known].toSorted()).toEqual(
      [
        ...[
          'bill',
          'cleaner',
          'client',
          'creepy',
          'customer',
          'danger',
          'fear',
          'follow',
          'grab',
          'grope',
          'harassment',
        ],
        ...['invoice', 'killer', 'overdue', 'pay', 'shout', 'team', 'threaten', 'unpaid', 'yell'],
      ].toSorted(),
    );
    expect(vocabulary.roots.has('invoic')).toBe(true);
    expect(vocabulary.roots.has('will')).toBe(false);
  });

  test('that say nothing are filler too', () => {
    expect(vocabulary.empty.has('the')).toBe(true);
    expect(vocabulary.filler.has('the')).toBe(true);
    expect(vocabulary.empty.has('how')).toBe(false);
  });

  test('have their short forms written out, "n\'t" also without its sign', () => {
    expect(vocabulary.words("They WON'T pay")).toEqual(['they', 'will', 'not', 'pay']);
    expect(vocabulary.words('they wont pay')).toEqual(['they', 'will', 'not', 'pay']);
    expect(vocabulary.words("I'm")).toEqual(['i', 'am']);
    expect(vocabulary.words('im')).toEqual(['im']);
  });

  test('that tell are those left without the empty ones; all of them when only filler is left', () => {
    expect(tellingWords(['how', 'is', 'the', 'client'], vocabulary)).toEqual(['how', 'client']);
    expect(tellingWords(['how', 'is', 'it'], vocabulary)).toEqual(['how', 'is', 'it']);
    expect(tellingWords([], vocabulary)).toEqual([]);
  });
});

test('short forms are understood whichever apostrophe the vocabulary has', () => {
  const { words } = readVocabulary({ ...vocabularyData, contractions: { 'Won’t': 'will not' } });
  for (const typed of ["won't pay", 'won’t pay', 'wont pay']) expect(words(typed)).toEqual(['will', 'not', 'pay']);
});

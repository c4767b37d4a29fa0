import { describe, expect, test } from 'vitest';
import { proseOf, readingGrade, sentencesOf, wordCount, wordsOf } from '../../../src/upkeep/engine/readability.ts';

const read = (body: string) =>
  proseOf(body, (component, property) => (component === 'Who' ? `your ${property}` : component.toLowerCase()));

describe('plain text of a guide', () => {
  test('headings, paragraphs, lists and quotations', () => {
    expect(
      read('One line\nand the next.\n\n## What *now*\n\n1. **First.** Do it.\n2. Then\n   wait.\n\n> Say this.'),
    ).toEqual({
      headings: ['What now'],
      blocks: ['One line and the next.', 'First. Do it.', 'Then wait.', 'Say this.'],
    });
  });

  test.each([
    ['> > Twice\n> said.', ['Twice said.']],
    ['>No blank.', ['No blank.']],
    ['  Indented.  ', ['Indented.']],
    ['a > b', ['a > b']],
    ['* One\n+ two\n- three\n12. four', ['One', 'two', 'three', 'four']],
    ['-   Far away', ['Far away']],
    ['It costs - 5\n-5 is less', ['It costs - 5 -5 is less']],
    ['Not <Who role="manager" />', ['Not your manager']],
    ['<Who role="manager" /> says', ['your manager says']],
    ['<b>Bold</b>', ['<b>Bold</b>']],
    ['One.\n\nTwo.', ['One.', 'Two.']],
    ['One.\n<Why>\nTwo.\n</Why>\nThree.', ['One.', 'Two.', 'Three.']],
    ['One.\n## Heading\nTwo.', ['One.', 'Two.']],
    ['#no heading', ['#no heading']],
    ['Issue # 5', ['Issue # 5']],
    ['![A picture](/x.png) of `it`', ['A picture of it']],
    ['<Fact id="interest" country="gb" /> holds', ['fact holds']],
  ])('%j', (body, blocks) => {
    expect(read(body).blocks).toEqual(blocks);
  });

  test('components on lines of their own say nothing', () => {
    expect(
      read('<Danger />\n\n<Why>\n\nInside.\n\n</Why>\n\n<Script id="late-payment" variant="email-firm" />').blocks,
    ).toEqual(['Inside.']);
  });

  test('components in a sentence say what the reader sees', () => {
    expect(read('Tell <Who role="manager" /> or call <Emergency /> now.').blocks).toEqual([
      'Tell your manager or call emergency now.',
    ]);
  });

  test('of a link the words are left', () => {
    expect(read('Read [a disputed invoice](/guides/x/y/) first.').blocks).toEqual(['Read a disputed invoice first.']);
  });
});

test('words', () => {
  expect(wordsOf("They don't pay 1,850.00 - the so-called 'end'.")).toEqual([
    'They',
    "don't",
    'pay',
    '1,850.00',
    'the',
    'so-called',
    'end',
  ]);
});

test('sentences', () => {
  expect(sentencesOf('Stop. "Why?" you ask. It costs 3.50 a day. And then')).toEqual([
    'Stop.',
    '"Why?"',
    'you ask.',
    'It costs 3.50 a day.',
    'And then',
  ]);
});

test.each([
  ['Stop.  Go.', ['Stop.', 'Go.']],
  ['(Stop!) “Go?” Now', ['(Stop!)', '“Go?”', 'Now']],
  ['Stop. ! Go.', ['Stop.', 'Go.']],
  ['', []],
  ['…', []],
])('sentences of "%s"', (block, sentences) => {
  expect(sentencesOf(block)).toEqual(sentences);
});

test('nothing has no words', () => {
  expect(wordsOf('…')).toEqual([]);
});

test('the words of a guide include its headings', () => {
  expect(wordCount(read('## Two words\n\nAnd three more.'))).toBe(5);
});

describe('reading grade', () => {
  test('is the formula of Flesch and Kincaid', () => {
    // 6 words, 1 sentence, 6 syllables; then 6 words, 1 sentence, 13 syllables.
    expect(readingGrade(read('The cat sat on the mat.'))).toBeCloseTo(0.39 * 6 + 11.8 - 15.59, 5);
    expect(readingGrade(read('Ambiguous terminology bewilders the calm reader.'))).toBeGreaterThan(15);
  });

  test('headings and components do not change it', () => {
    const text = 'The cat sat on the mat.';
    expect(readingGrade(read(`# A\n\n${text}\n\n<Script id="x" />`))).toBe(readingGrade(read(text)));
  });

  test('entries of a list are sentences, even without a full stop', () => {
    const joined = readingGrade(read('We ask and then we wait and then we call and then we write'));
    expect(readingGrade(read('- We ask\n- and then we wait\n- and then we call\n- and then we write'))).toBeLessThan(
      joined,
    );
  });

  test('nothing has grade 0', () => {
    expect(readingGrade(read(''))).toBe(0);
  });
});

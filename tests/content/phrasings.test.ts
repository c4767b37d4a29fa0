import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { tellSearch } from '../../src/cli/search.ts';
import { checkContent } from '../../src/content/check-content.ts';
import { copyContent, type ContentCopy } from '../support/content-copy.ts';

let copy: ContentCopy;
beforeAll(() => {
  copy = copyContent();
});
afterEach(() => copy.restore());
afterAll(() => copy.drop());

const file = 'content/phrasings/scripts/late-payment.yaml';

describe('a file of phrasings', () => {
  test.each([
    {
      name: 'says a thing twice, though written otherwise',
      lines: ['where is my money', 'they never pay', 'Where is “my” money?'],
      line: 3,
      what: '“Where is “my” money?” says the same as entry 1 of this list.',
      mend: 'Remove it: once is enough.',
    },
    {
      name: 'has a line that nobody types',
      lines: [`they ${'never '.repeat(40)}pay`],
      line: 1,
      what: 'It has 248 letters, and nobody types more than 150.',
      mend: 'Keep the words that somebody would type, or make two lines of it.',
    },
    {
      name: 'has letters of another alphabet',
      lines: ['they never pay', 'they nеver pay'],
      line: 2,
      what: 'It holds “е” (U+0435), which nobody types in an English question.',
      mend: 'Write it in plain English letters.',
    },
    {
      name: 'has a mark that nobody sees',
      lines: ['they never\u200bpay'],
      line: 1,
      what: 'Line 1 has a character that nobody can see.',
      mend: 'Write the line again and save the file as UTF-8.',
    },
    {
      name: 'has an empty line',
      lines: ['they never pay', "''"],
      line: 2,
      what: 'entry 2 is empty.',
      mend: 'Write something, or take it out.',
    },
  ])('that $name is told with line and mend', ({ lines, line, what, mend }) => {
    copy.write(file, lines.map((one) => `- ${one}\n`).join(''));
    expect(checkContent(copy.root).faults).toMatchObject([{ file, line, what, mend }]);
  });

  test.each([
    {
      name: 'stands in both lists',
      harmless: 'He was by my CAR again!',
      what: '“He was by my CAR again!” stands in these lists already, under told.',
    },
    { name: 'is no English', harmless: 'он снова здесь', what: 'It holds “о” (U+043E), which nobody types in an English question.' },
  ])('an example of danger that $name is told', ({ harmless, what }) => {
    copy.write(
      'content/danger.yaml',
      `lead: /decide/safe/\ntold:\n  - he was by my car again\nharmless:\n  - ${harmless}\n`,
    );
    expect(checkContent(copy.root).faults).toMatchObject([{ file: 'content/danger.yaml', line: 5, what }]);
  });

  test('that belongs to no page is told with the page that may be meant', () => {
    copy.write('content/phrasings/scripts/late-paymnet.yaml', '- they never pay\n');
    expect(checkContent(copy.root).faults).toMatchObject([
      {
        file: 'content/phrasings/scripts/late-paymnet.yaml',
        what: 'These are phrasings for /scripts/late-paymnet/, and there is no such page.',
        mend: `Move the file to where the page is now, perhaps ${file}, or delete it if the page is gone.`,
      },
    ]);
  });

  test('may hold quotes, money, numbers and accents', () => {
    copy.write(file, '- "“we’re £500 short”, he said – 30% of it"\n- café owner won\'t pay\n');
    expect(checkContent(copy.root).faults).toEqual([]);
  });
});

describe('npm run search', () => {
  const told = (sentence: string) => tellSearch(sentence.split(' '), copy.root).split('\n');

  test('shows what is found, by which unit and words', () => {
    const lines = told('Ask for a late payment');
    expect(lines).toContainEqual(expect.stringMatching(/^1\. Ask for a late payment, script, \d/));
    expect(lines).toContain('   /scripts/late-payment/');
    expect(lines).toContainEqual(expect.stringMatching(/^ {3}nearest: “Ask for a late payment” \(title, \d/));
    expect(lines).toContainEqual(expect.stringMatching(/^ {3}by the words: .*\blate \(\d\.\d\), payment \(\d\.\d\)/));
  });

  test('tells what to add and where', () => {
    expect(told('Ask for a late payment')).toContain(
      'The files are content/phrasings/<address of the page>.yaml, such as content/phrasings/scripts/late-payment.yaml',
    );
    expect(told('ask for a late payment')).toContainEqual(expect.stringMatching(/add a line to its file: {2}- ask for a late payment$/));
  });

  test('finds by a line once it is added', () => {
    const sentence = 'the zeppelin is moored until they settle up';
    expect(told(sentence).join('\n')).toContain('Nobody here says: zeppelin, moored');
    copy.write(file, `- ${sentence}\n`);
    const lines = told(sentence);
    expect(lines.join('\n')).not.toContain('Nobody here says');
    expect(lines[lines.findIndex((line) => line.startsWith('1. ')) + 2]).toContain(`“${sentence}” (alias or phrasing`);
  });

  test('says how a slip is read, that it speaks of danger, and when nothing is found', () => {
    expect(told('unpaid invoise')).toContain('Read as: unpaid invoice');
    expect(told('he grabbed my arm')).toContain('It speaks of danger: pages on danger go first.');
    expect(told('lasagne al forno recipe')).toContain(
      'What people say leads nowhere; only the text of pages is searched.',
    );
    expect(told('?!')).toContain('There is nothing in it to look for.');
  });

  test('without a sentence says how it is used', () => {
    expect(tellSearch([], copy.root)).toContain('npm run search -- "they keep moving the deadline"');
  });
});

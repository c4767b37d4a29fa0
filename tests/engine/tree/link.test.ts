import { describe, expect, test } from 'vitest';
import { readLink, writeLink } from '../../../src/tree/engine/link.ts';
import { answersOf, paths } from '../../../src/tree/engine/paths.ts';
import { walk } from '../../../src/tree/engine/walk.ts';
import { damagedLink } from './fixtures/damaged-link.ts';
import { fc, runs } from '../runs.ts';
import { smallCounsel } from './fixtures/counsel.ts';
import { smallTree } from './fixtures/load.ts';

const tree = smallTree();
const link = '#v=2&danger=no-it-has-not&fault=we-did&habits=sleeps+sheds&told=told-yes&owner=nothing';
const full = readLink(tree, link).answers;

describe('a link', () => {
  test('holds ids and the version, and reads back', () => {
    expect(walk(tree, full).outcome?.id).toBe('give-it-back');
    expect(writeLink(tree, full)).toBe(link);
    expect(readLink(tree, link)).toEqual({
      answers: full,
      at: null,
      version: 2,
      known: [],
      apart: null,
      isNew: false,
      dropped: [],
    });
  });
  test("carries a colleague's answers packed, apart from one's own", () => {
    const theirs = { danger: ['no-it-has-not'], fault: ['we-did'], habits: ['steals'] };
    for (const mine of [{}, full]) {
      const asked = writeLink(tree, mine, null, [], theirs);
      expect(readLink(tree, asked)).toMatchObject({ answers: mine, apart: theirs, dropped: [] });
      expect(asked).not.toContain('steals');
      // Mail programs leave it whole.
      expect(asked).toMatch(/&apart=[\w-]+(&|$)/);
    }
    for (const path of paths(tree))
      expect(readLink(tree, writeLink(tree, {}, null, [], answersOf(path))).apart).toEqual(answersOf(path));
  });
  test.each(['apart=', 'apart=%%%', 'apart=bm9uc2Vuc2U'])('says that it cannot read %s', (part) => {
    const read = readLink(tree, `#v=2&${part}`);
    expect(read.apart).toBeNull();
    expect(read.dropped.map(({ why }) => why)).toEqual(['unreadable']);
  });
  test('may show a question that is answered', () => {
    expect(readLink(tree, writeLink(tree, full, 'habits')).at).toBe('habits');
    expect(readLink(tree, '#v=2&at=habits').at).toBeNull();
    expect(readLink(tree, '#v=2&at=').at).toBeNull();
  });
  test('names its version in digits alone, at most nine', () => {
    for (const version of ['12x', 'x12', '1234567890', ''])
      expect(readLink(tree, `#v=${version}&danger=no-it-has-not`)).toMatchObject({
        version: null,
        answers: { danger: ['no-it-has-not'] },
      });
    expect(readLink(tree, '#v=123456789').version).toBe(123456789);
    expect(readLink(tree, '#danger=no-it-has-not&w=7').version).toBeNull();
  });
  test('is read up to 4,000 characters', () => {
    const padded = `#v=2&${'x'.repeat(4000)}=y&danger=no-it-has-not`;
    expect(readLink(tree, padded).answers).toEqual({});
    expect(readLink(tree, padded.replace('x'.repeat(4000), 'x'.repeat(3900))).answers).not.toEqual({});
  });
  test('begins behind the last #', () => {
    expect(readLink(tree, `https://example.org/#/decide/small/${link}`)).toMatchObject({ answers: full, dropped: [] });
  });
  test('takes a part up to its first equals sign for the question', () => {
    expect(readLink(tree, '#danger=no-it-has-not=x').dropped).toEqual([
      { part: 'danger=no-it-has-not=x', why: 'unknown' },
    ]);
  });
  test('reads back on every path', () => {
    for (const path of paths(tree)) {
      const answers = answersOf(path);
      expect(readLink(tree, writeLink(tree, answers))).toEqual({
        answers,
        at: null,
        version: 2,
        known: [],
        apart: null,
        isNew: false,
        dropped: [],
      });
    }
  });
  test.each([
    ['a whole address', `https://example.org/decide/small/${link}`],
    ['no hash', link.slice(1)],
    ['percent signs', `#${encodeURIComponent(link.slice(1))}`],
    ['entities', link.replaceAll('&', '&amp;')],
    ['spaces for plus signs', link.replaceAll('+', ' ')],
    ['a full stop behind it', ` ${link}). `],
    ['no version', link.replace('v=2&', '')],
    ['another order', '#owner=nothing&told=told-yes&habits=sheds+sleeps&fault=we-did&danger=no-it-has-not&v=2'],
  ])('reads with %s', (_, text) => {
    expect(readLink(tree, text)).toMatchObject({ answers: full, dropped: [] });
  });
});

describe('a damaged or foreign link', () => {
  test.each([
    [
      'a question that never was',
      '#v=2&danger=no-it-has-not&dog=yes',
      { danger: ['no-it-has-not'] },
      [['dog=yes', 'unknown']],
    ],
    [
      'an answer that never was',
      '#v=2&danger=no-it-has-not&fault=perhaps',
      { danger: ['no-it-has-not'] },
      [['fault=perhaps', 'unknown']],
    ],
    [
      'a hole in a set of ticks',
      '#v=2&danger=no-it-has-not&habits=sheds+hums',
      { danger: ['no-it-has-not'] },
      [['habits=sheds+hums', 'unknown']],
    ],
    [
      'two answers where one is asked for',
      '#v=2&danger=no-it-has-not+yes-it-has',
      {},
      [['danger=no-it-has-not+yes-it-has', 'no answer']],
    ],
    [
      'a question twice',
      '#v=2&danger=no-it-has-not&danger=yes-it-has',
      { danger: ['no-it-has-not'] },
      [['danger=yes-it-has', 'no answer']],
    ],
    [
      'a part without answers',
      '#v=2&danger&=x&danger=',
      {},
      [
        ['danger', 'unreadable'],
        ['=x', 'unreadable'],
        ['danger=', 'unreadable'],
      ],
    ],
    [
      'an answer off the way',
      '#v=2&danger=yes-it-has&fault=we-did',
      { danger: ['yes-it-has'] },
      [['fault=we-did', 'off the way']],
    ],
    ['no link at all', 'What shall we do?', {}, [['What+shall+we+do?', 'unreadable']]],
    ['nothing', '', {}, []],
    [
      'a word every object knows',
      '#v=2&__proto__=x&constructor=y',
      {},
      [
        ['__proto__=x', 'unknown'],
        ['constructor=y', 'unknown'],
      ],
    ],
  ])('keeps what is valid: %s', (_, text, answers, dropped) => {
    const opened = readLink(tree, text);
    expect(opened.answers).toEqual(answers);
    expect(opened.dropped.map(({ part, why }) => [part, why])).toEqual(dropped);
  });

  test('1,000 damaged links raise nothing and keep what is valid', () => {
    const whole = [...paths(tree)].map((path) => writeLink(tree, answersOf(path)));
    let kept = 0;
    fc.assert(
      fc.property(damagedLink(whole), ({ text, damaged }) => {
        const opened = readLink(tree, damaged);
        const path = walk(tree, opened.answers);
        expect(path.question !== null || path.outcome !== null).toBe(true);
        // What is kept opens again without loss.
        expect(readLink(tree, writeLink(tree, opened.answers))).toMatchObject({ answers: opened.answers, dropped: [] });
        // Every part left whole, up to the first that is not, is kept.
        const parts = text.slice(1).split('&').slice(1);
        const rest = damaged.replace(/^[^#]*#/, '').split('&');
        if (damaged.startsWith('#v=2&') && !/[%#]|amp;/.test(damaged.slice(1))) {
          for (const part of parts) {
            if (rest.filter((other) => other.startsWith(`${part.split('=')[0]}=`)).length !== 1 || !rest.includes(part))
              break;
            const [id = '', ids = ''] = part.split('=');
            if (rest.at(-1) === part) break;
            expect(opened.answers[id]).toEqual(ids.split('+'));
            kept++;
          }
        }
      }),
      { numRuns: runs(1000), seed: 20261120 },
    );
    expect(kept).toBeGreaterThan(runs(1000) / 2);
  });
});

describe('an old link', () => {
  test.each([
    [
      'a renamed question and answer',
      '#v=1&danger=no-it-has-not&guilt=ours',
      { danger: ['no-it-has-not'], fault: ['we-did'] },
      [],
    ],
    [
      'a renamed question with an answer that stayed',
      '#v=1&danger=no-it-has-not&guilt=unknown',
      { danger: ['no-it-has-not'], fault: ['unknown'] },
      [],
    ],
    [
      'an answer renamed twice',
      '#v=1&danger=no-it-has-not&habits=snores',
      { danger: ['no-it-has-not'], habits: ['sleeps'] },
      [],
    ],
    [
      'an answer that is gone',
      '#v=1&danger=no-it-has-not&told=half',
      { danger: ['no-it-has-not'] },
      [['told=half', 'asked again']],
    ],
    [
      'a question that is gone',
      '#v=1&danger=no-it-has-not&colour=red',
      { danger: ['no-it-has-not'] },
      [['colour=red', 'asked again']],
    ],
  ])('opens: %s', (_, text, answers, dropped) => {
    const opened = readLink(tree, text);
    expect(opened.version).toBe(1);
    expect(opened.answers).toEqual(answers);
    expect(opened.dropped.map(({ part, why }) => [part, why])).toEqual(dropped);
  });
  test('shows a renamed question', () => {
    expect(readLink(tree, '#v=1&danger=no-it-has-not&guilt=ours&at=guilt').at).toBe('fault');
  });
  test('opens where the tree has one retired id only', () => {
    const one = smallTree((data) => (data.retired = [{ was: 'guilt', became: 'fault' }]));
    expect(readLink(one, '#v=1&danger=no-it-has-not&guilt=we-did').answers).toEqual({
      danger: ['no-it-has-not'],
      fault: ['we-did'],
    });
  });
  test('follows a chain as long as the list of retired ids', () => {
    const chain = smallTree(
      (data) =>
        (data.retired = [
          { was: 'blame', became: 'guilt' },
          { was: 'guilt', became: 'cause' },
          { was: 'cause', became: 'fault' },
        ]),
    );
    expect(readLink(chain, '#danger=no-it-has-not&blame=we-did').answers['fault']).toEqual(['we-did']);
  });
  test('survives ids that were renamed in a circle', () => {
    const odd = smallTree((data) => data.retired.push({ was: 'a', became: 'b' }, { was: 'b', became: 'a' }));
    expect(readLink(odd, '#a=x&b/c=d&at=a').answers).toEqual({});
  });
});

describe('what is known from another tree', () => {
  const shared = smallTree(() => {}, smallCounsel().circumstances);
  test('travels in the link; what does not carry over is told', () => {
    const both = smallTree(
      () => {},
      smallCounsel((data) => data.circumstances.forEach((one) => (one.shared = true))).circumstances,
    );
    const two = writeLink(both, {}, null, ['hurt', 'owner-knows']);
    expect(two).toBe('#v=2&known=hurt+owner-knows');
    expect(readLink(both, two)).toMatchObject({ known: ['hurt', 'owner-knows'], dropped: [] });
    const text = writeLink(shared, full, null, ['forgot-to-feed']);
    expect(text).toBe(link.replace('v=2&', 'v=2&known=forgot-to-feed&'));
    expect(readLink(shared, text)).toMatchObject({ answers: full, known: ['forgot-to-feed'], dropped: [] });
    expect(readLink(shared, '#known=forgot-to-feed+steals-fish+forgot-to-feed')).toMatchObject({
      known: ['forgot-to-feed'],
      dropped: [{ part: 'steals-fish', why: 'unknown' }],
    });
  });
  test('may be added to a link from the front door only', () => {
    expect(readLink(shared, '#v=2&need=bitten')).toMatchObject({ isNew: true, dropped: [] });
    expect(readLink(shared, '#v=2').isNew).toBe(false);
  });
});

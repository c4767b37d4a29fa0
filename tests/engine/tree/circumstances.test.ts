import { describe, expect, test } from 'vitest';
import { settle } from '../../../src/tree/engine/carry-over.ts';
import { circumstancesOf, exclude, holds, type Condition } from '../../../src/tree/engine/circumstances.ts';
import { conditionInWords } from '../../../src/tree/engine/phrasing.ts';
import { walk } from '../../../src/tree/engine/walk.ts';
import { smallCounsel } from './fixtures/counsel.ts';
import { smallTree } from './fixtures/load.ts';

const { circumstances } = smallCounsel();
const tree = smallTree(() => {}, circumstances);
const when = (condition: Partial<Condition>): Condition => ({ any: [], all: [], none: [], ...condition });

describe('the circumstances of a path', () => {
  const path = walk(tree, { danger: ['no-it-has-not'], fault: ['we-did'], habits: ['sheds', 'steals'] });

  test('are those of every answer given, with the answers that carry them', () => {
    const found = circumstancesOf(path);
    expect([...found.keys()]).toEqual(['nobody-hurt', 'forgot-to-feed', 'steals-fish']);
    expect(found.get('steals-fish')).toMatchObject([{ question: { id: 'habits' }, answer: { id: 'steals' } }]);
  });
  test('name every answer that carries one', () => {
    const twice = smallTree((data) => data.questions[2]?.answers[1]?.means.push('steals-fish'));
    const found = circumstancesOf(
      walk(twice, { danger: ['no-it-has-not'], fault: ['we-did'], habits: ['sheds', 'steals'] }),
    );
    expect(found.get('steals-fish')?.map(({ answer }) => answer.id)).toEqual(['sheds', 'steals']);
  });
  test('include what is known from elsewhere, carried by no answer', () => {
    expect(circumstancesOf(path, ['owner-knows'], circumstances).get('owner-knows')).toEqual([]);
  });
  test('take what the path asked from the path alone', () => {
    const fed = walk(tree, { danger: ['no-it-has-not'], fault: ['we-did-not'], habits: ['steals'] });
    expect(circumstancesOf(fed, ['forgot-to-feed'], circumstances).has('forgot-to-feed')).toBe(false);
    expect(circumstancesOf(path, ['forgot-to-feed'], circumstances).get('forgot-to-feed')).toHaveLength(1);
    expect(circumstancesOf(walk(tree, {}), ['forgot-to-feed'], circumstances).has('forgot-to-feed')).toBe(true);
  });
  test('leave out what an answer excludes, whichever of the two says so', () => {
    const unasked = smallTree((data) => (data.questions[0]?.answers ?? []).forEach((one) => (one.means = [])));
    const other = walk(unasked, { danger: ['no-it-has-not'], fault: ['we-did'] });
    expect(circumstancesOf(other, ['hurt'], circumstances).has('hurt')).toBe(true);
    const excluding = [{ id: 'hurt', excludes: ['forgot-to-feed'] }];
    expect(circumstancesOf(other, ['hurt'], excluding).has('hurt')).toBe(false);
    expect(exclude(excluding, 'hurt', 'forgot-to-feed')).toBe(true);
    expect(exclude(excluding, 'forgot-to-feed', 'hurt')).toBe(true);
    expect(exclude(excluding, 'forgot-to-feed', 'steals-fish')).toBe(false);
    expect(exclude(excluding, 'hurt', 'steals-fish')).toBe(false);
  });
});

describe('a condition', () => {
  test.each<[string, Partial<Condition>, boolean]>([
    ['needs one of any', { any: ['a', 'x'] }, true],
    ['fails without one of any', { any: ['x', 'y'] }, false],
    ['needs all of all', { all: ['a', 'b'] }, true],
    ['fails where one of all is missing', { all: ['a', 'x'] }, false],
    ['needs none of none', { none: ['x'] }, true],
    ['fails with one of none', { none: ['x', 'a'] }, false],
    ['needs everything it names', { any: ['a'], all: ['b'], none: ['a'] }, false],
  ])('%s', (_, condition, expected) => {
    expect(holds(when(condition), new Set(['a', 'b']))).toBe(expected);
  });
  test('that is not there holds', () => {
    expect(holds(undefined, new Set())).toBe(true);
  });
  test.each<[Partial<Condition>, string]>([
    [{ any: ['hurt'] }, 'Only if: The cat has hurt someone.'],
    [
      { any: ['hurt', 'steals-fish'], all: ['owner-knows', 'forgot-to-feed'] },
      'Only if: The cat has hurt someone or It steals fish, Its owner was told and We forgot to feed it.',
    ],
    [{ all: ['owner-knows'] }, 'Only if: Its owner was told.'],
    [{ none: ['hurt', 'steals-fish'] }, 'Not if: The cat has hurt someone or It steals fish.'],
    [{ all: ['owner-knows'], none: ['hurt'] }, 'Only if: Its owner was told. Not if: The cat has hurt someone.'],
    [{ all: ['unheard-of'] }, 'Only if: unheard-of.'],
  ])('in words: %o', (condition, expected) => {
    expect(conditionInWords(when(condition), circumstances)).toBe(expected);
  });
});

describe('what is known from another tree', () => {
  test('answers the question that asks it', () => {
    expect(settle(tree, {}, ['forgot-to-feed'])).toEqual({ fault: ['we-did'] });
  });
  test('counts after what is answered here', () => {
    expect(settle(tree, { fault: ['unknown'] }, ['forgot-to-feed'])).toEqual({ fault: ['unknown'] });
  });
  test('answers nothing where it does not carry over, or is not known', () => {
    expect(settle(tree, {}, ['nobody-hurt', 'owner-knows'])).toEqual({});
    expect(settle(tree, {}, [])).toEqual({});
  });
  test('answers nothing where two answers mean it, or where several may be ticked', () => {
    const two = smallTree((data) => data.questions[1]?.answers[1]?.means.push('forgot-to-feed'), circumstances);
    expect(settle(two, {}, ['forgot-to-feed'])).toEqual({});
    const several = smallTree((data) => data.questions[2]?.answers[1]?.means.push('forgot-to-feed'), circumstances);
    expect(settle(several, { fault: ['unknown'] }, ['forgot-to-feed'])).toEqual({ fault: ['unknown'] });
  });
  test('answers only where everything the answer means and that carries over is known', () => {
    const shared = smallCounsel((data) => data.circumstances.forEach((one) => (one.shared = true))).circumstances;
    const both = smallTree((data) => data.questions[1]?.answers[0]?.means.push('owner-knows'), shared);
    expect(settle(both, {}, ['forgot-to-feed'])).toEqual({});
    expect(settle(both, {}, ['forgot-to-feed', 'owner-knows'])).toMatchObject({ fault: ['we-did'] });
  });
});

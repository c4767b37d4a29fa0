import { describe, expect, test } from 'vitest';
import { answersOf, countPaths, paths } from '../../../src/tree/engine/paths.ts';
import { answer, atMostMore, deciding, resultsOpen, tick, walk, type Answers } from '../../../src/tree/engine/walk.ts';
import { readLink, writeLink } from '../../../src/tree/engine/link.ts';
import { acts, doAll } from './fixtures/acts.ts';
import { fc, runs } from '../runs.ts';
import { answerIn, questionIn, smallTree } from './fixtures/load.ts';
import { must } from '../../support/must.ts';

const tree = smallTree();
describe('the results still open', () => {
  test('are all at first, fewer with each question passed, and never none', () => {
    const reached = new Set([...paths(tree)].map(({ outcome }) => outcome));
    expect(resultsOpen(tree, tree.first)).toBe(reached.size);
    for (const { steps } of paths(tree)) {
      const open = steps.map(({ question }) => resultsOpen(tree, question));
      for (const [place, count] of open.entries()) {
        expect(count).toBeGreaterThan(0);
        if (place > 0) expect(count).toBeLessThanOrEqual(open[place - 1] ?? 0);
      }
    }
  });
  test('are just those that some path through the question ends in', () => {
    for (const question of tree.order) {
      const through = [...paths(tree)].filter(({ steps }) => steps.some((step) => step.question === question));
      expect(resultsOpen(tree, question)).toBe(new Set(through.map(({ outcome }) => outcome)).size);
    }
  });
});

describe('walking', () => {
  test('begins at the first question', () => {
    const path = walk(tree, {});
    expect(path).toEqual({ steps: [], question: tree.first, outcome: null });
  });

  test('follows the answers to the outcome', () => {
    const path = walk(tree, { danger: ['no-it-has-not'], fault: ['we-did'], habits: ['none'] });
    expect(path.outcome?.id).toBe('keep-it');
    expect(path.steps.map(({ question }) => question.id)).toEqual(['danger', 'fault', 'habits']);
  });

  test('lets the most serious tick decide', () => {
    const path = walk(tree, { danger: ['no-it-has-not'], fault: ['we-did'], habits: ['sheds', 'steals', 'sleeps'] });
    expect(path.outcome?.id).toBe('feed-it');
    expect(path.steps[2]?.decides.id).toBe('steals');
    expect(path.steps[2]?.given.map(({ id }) => id)).toEqual(['sleeps', 'sheds', 'steals']);
  });

  test.each([
    ['nothing', []],
    ['an unknown id', ['purrs']],
    ['one known and one unknown id', ['sheds', 'purrs']],
    ['"none of these" beside another', ['none', 'sheds']],
    ['"I don\'t know" beside another', ['unknown', 'sheds']],
  ])('stops at a question answered with %s', (_, habits) => {
    const answers = { danger: ['no-it-has-not'], fault: ['we-did'], habits };
    expect(walk(tree, answers).question?.id).toBe('habits');
    expect(() => answer(tree, {}, 'habits', habits)).toThrow(RangeError);
  });

  test('takes one answer where one is asked for', () => {
    expect(walk(tree, { danger: ['yes-it-has', 'no-it-has-not'] }).question?.id).toBe('danger');
  });

  test('lets the first of several equally serious ticks decide, and one without a weight weigh nothing', () => {
    const [sleeps, sheds, steals] = tree.questions.get('habits')?.answers ?? [];
    if (!sleeps || !sheds || !steals) throw new Error('The small tree has changed.');
    expect(deciding([sleeps, sheds]).id).toBe('sleeps');
    expect(deciding([sheds, sleeps]).id).toBe('sheds');
    const { seriousness: _, ...light } = steals;
    expect(deciding([light, sheds]).id).toBe('sheds');
    expect(deciding([sheds, light]).id).toBe('sheds');
  });

  test('says what does not answer what', () => {
    expect(() => answer(tree, {}, 'habits', ['sheds', 'purrs'])).toThrow('"sheds + purrs" does not answer "habits".');
  });

  test('is not misled by words that every object knows', () => {
    const odd = smallTree((data) => {
      questionIn(data, 'fault').id = 'constructor';
      answerIn(data, 'danger', 'no-it-has-not').to = 'constructor';
      data.retired = [];
    });
    expect(walk(odd, { danger: ['no-it-has-not'] }).question?.id).toBe('constructor');
  });
});

describe('changing an answer', () => {
  const full: Answers = {
    danger: ['no-it-has-not'],
    fault: ['we-did'],
    habits: ['sheds'],
    told: ['told-yes'],
    owner: ['nothing'],
  };

  test('keeps later answers that still count', () => {
    expect(walk(tree, answer(tree, full, 'fault', ['unknown'])).outcome?.id).toBe('give-it-back');
  });

  test('lets those go that cannot count any more', () => {
    const changed = answer(tree, full, 'habits', ['none']);
    expect(changed).toEqual({ danger: ['no-it-has-not'], fault: ['we-did'], habits: ['none'] });
    expect(walk(tree, answer(tree, changed, 'habits', ['sheds'])).question?.id).toBe('told');
  });

  test('keeps later answers while a question between is open', () => {
    const { told: _, ...gap } = full;
    expect(answer(tree, gap, 'fault', ['unknown'])['owner']).toEqual(['nothing']);
  });
});

describe('ticking', () => {
  const habits = must(tree.questions.get('habits'), 'habits');
  test('adds and takes away', () => {
    expect(tick(habits, ['sheds'], 'sleeps')).toEqual(['sheds', 'sleeps']);
    expect(tick(habits, ['sheds', 'sleeps'], 'sheds')).toEqual(['sleeps']);
  });
  test('lets "none of these" take the place of others, and give way', () => {
    expect(tick(habits, ['sheds', 'sleeps'], 'none')).toEqual(['none']);
    expect(tick(habits, ['none'], 'sheds')).toEqual(['sheds']);
    expect(tick(habits, ['none'], 'unknown')).toEqual(['unknown']);
  });
  test('exchanges where one answer is asked for', () => {
    expect(tick(tree.first, ['yes-it-has'], 'no-it-has-not')).toEqual(['no-it-has-not']);
  });
});

describe('at most so many more', () => {
  test('counts the longest way', () => {
    expect(atMostMore(tree, {}, tree.first)).toBe(4);
    expect(atMostMore(tree, {}, must(tree.questions.get('owner'), 'owner'))).toBe(0);
  });
  test('does not count what is answered already', () => {
    expect(atMostMore(tree, { told: ['told-yes'] }, tree.first)).toBe(3);
    expect(atMostMore(tree, { told: ['told-no'] }, tree.first)).toBe(2);
  });
  test('is right on every path: never more follow, and on one so many do', () => {
    for (const question of tree.order) {
      const after = [...paths(tree)]
        .map(({ steps }) => steps.length - 1 - steps.findIndex((step) => step.question === question))
        .filter((_, place) => [...paths(tree)][place]?.steps.some((step) => step.question === question));
      expect(atMostMore(tree, {}, question)).toBe(Math.max(...after));
    }
  });
});

describe('every path', () => {
  test('is given once, and counted without walking', () => {
    const all = [...paths(tree)].map((path) => JSON.stringify(answersOf(path)));
    // danger 1 + fault 3 x (none 1 + with steals 4 + (other ticks 3 + unknown 1) x (told-no 1 + unknown 1 + told-yes x owner 3))
    expect(all).toHaveLength(1 + 3 * (1 + 4 + 4 * 5));
    expect(new Set(all).size).toBe(all.length);
    expect(countPaths(tree)).toBe(all.length);
  });
});

test('10,000 sequences of answering, going back and changing equal answering afresh', () => {
  fc.assert(
    fc.property(acts, (all) => {
      const { answers, last } = doAll(tree, all);
      // Nothing is left over of what was changed: each answer kept is the last one given to its question.
      for (const [id, ids] of Object.entries(answers))
        expect([...ids].sort()).toEqual([...(last.get(id) ?? [])].sort());
      // Answering afresh, in either order, comes to the same path and link.
      const kept = Object.entries(answers);
      for (const order of [kept, kept.toReversed()]) {
        const afresh = order.reduce<Answers>((sofar, [id, ids]) => answer(tree, sofar, id, ids), {});
        expect(walk(tree, afresh)).toEqual(walk(tree, answers));
        expect(writeLink(tree, afresh)).toBe(writeLink(tree, answers));
      }
      // So does a reload.
      expect(readLink(tree, writeLink(tree, answers))).toEqual({
        answers,
        at: null,
        apart: null,
        version: 2,
        known: [],
        isNew: false,
        dropped: [],
      });
      // Once there is an outcome, only the path is left.
      const path = walk(tree, answers);
      if (path.outcome) expect(answers).toEqual(answersOf(path));
    }),
    { numRuns: runs(10_000), seed: 20261120 },
  );
});

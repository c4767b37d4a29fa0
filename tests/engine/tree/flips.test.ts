import { describe, expect, test } from 'vitest';
import { circumstancesOf } from '../../../src/tree/engine/circumstances.ts';
import { compare } from '../../../src/tree/engine/compare.ts';
import { flips, groupFlips, unknowns } from '../../../src/tree/engine/sensitivity.ts';
import { lookAgain, workday } from '../../../src/tree/engine/look-again.ts';
import { answersOf, paths } from '../../../src/tree/engine/paths.ts';
import { nextSteps, reasons } from '../../../src/tree/engine/reasons.ts';
import { walk, type Answers } from '../../../src/tree/engine/walk.ts';
import { lookedAt } from '../runs.ts';
import { bruteFlips, bruteUnknowns, flipKeys, unknownKeys, search } from './brute.ts';
import { answerIn, smallOutcome, smallTree } from './fixtures/load.ts';
import { must } from '../../support/must.ts';

const tree = smallTree();
const endIt: Answers = {
  danger: ['no-it-has-not'],
  fault: ['we-did'],
  habits: ['sleeps', 'sheds'],
  told: ['told-yes'],
  owner: ['nothing'],
};

describe('reasons', () => {
  test('stand for and against, in the order given', () => {
    const found = reasons(walk(tree, endIt));
    expect(found.for.map(({ text }) => text)).toEqual([
      'It sleeps on the till.',
      'It sheds.',
      'Its owner was told.',
      'The owner did nothing.',
    ]);
    expect(found.against.map(({ text }) => text)).toEqual(['We forgot to feed it.']);
    expect(found.neither).toEqual([]);
  });

  test('turn with the outcome', () => {
    const found = reasons(walk(tree, { ...endIt, habits: ['steals', 'sheds'] }));
    expect(found.for.map(({ text }) => text)).toEqual(['We forgot to feed it.', 'It steals fish.']);
    expect(found.against.map(({ text }) => text)).toEqual(['It sheds.']);
  });

  test('an answer that leads straight to the outcome and speaks no way counts for it', () => {
    const path = walk(tree, endIt);
    const last = must(path.steps.at(-1), 'last step');
    const silent = { ...last, given: last.given.map(({ speaks: _, ...answer }) => answer) };
    const found = reasons({ ...path, steps: [...path.steps.slice(0, -1), silent] });
    expect(found.for.map(({ text }) => text)).toContain('The owner did nothing.');
  });

  test('an answer that leads elsewhere, or speaks its own way, does not count for it on that ground', () => {
    const silent = smallTree((data) => data.questions[1]?.answers.forEach((answer) => delete answer.speaks));
    expect(reasons(walk(silent, endIt)).neither.map(({ text }) => text)).toEqual(['We forgot to feed it.']);
    const against = smallTree((data) => data.questions[4]?.answers.forEach((answer) => (answer.speaks = 'stay')));
    expect(reasons(walk(against, endIt)).against.map(({ text }) => text)).toContain('The owner did nothing.');
  });

  test('are none while there is no outcome', () => {
    expect(reasons(walk(tree, { danger: ['no-it-has-not'], fault: ['we-did'] }))).toEqual({
      for: [],
      against: [],
      neither: [],
    });
    expect(reasons(walk(tree, {}))).toEqual({ for: [], against: [], neither: [] });
  });

  test('never cite an answer that was not given, on any path', () => {
    for (const path of paths(tree)) {
      const given = new Set(path.steps.flatMap((step) => step.given));
      const { for: pro, against, neither } = reasons(path);
      for (const reason of [...pro, ...against, ...neither]) expect(given).toContain(reason.answer);
    }
  });
});

describe('next steps', () => {
  const steps = (answers: Answers): string[] =>
    nextSteps(smallOutcome('feed-it').steps, circumstancesOf(walk(tree, answers))).map((step) => step.do);
  test('apply only when every condition is met', () => {
    expect(steps({ ...endIt, habits: ['steals'] })).toEqual(['Fill the bowl.', 'Say sorry to the cat.']);
    expect(steps({ ...endIt, habits: ['steals'], fault: ['unknown'] })).toEqual([
      'Fill the bowl.',
      'Buy a safe for the fish.',
    ]);
  });
});

describe('flips', () => {
  const found = flips(tree, walk(tree, endIt));
  test('name each change that brings another outcome', () => {
    expect(flipKeys(found)).toEqual([
      'danger: yes-it-has > stop',
      'habits: sleeps+sheds+steals > feed-it',
      'habits: none > keep-it',
      'told: told-no > tell-the-owner',
      'told: unknown > tell-the-owner',
      'owner: mended > keep-it',
      'owner: unknown > tell-the-owner',
    ]);
  });
  test('say how the answer is changed', () => {
    expect(found.find(({ answer }) => answer.id === 'steals')?.how).toBe('also');
    expect(found.find(({ answer }) => answer.id === 'none')?.how).toBe('instead');
    const taken = flips(tree, walk(tree, { ...endIt, habits: ['steals', 'sheds'] }));
    expect(taken.find(({ answer }) => answer.id === 'steals')).toMatchObject({
      how: 'without',
      opens: { id: 'told' },
      questions: 2,
    });
  });
  test('are gathered by what they lead to, mild ones first', () => {
    expect(groupFlips(found).map((group) => [group.outcomes[0]?.id, group.ways.length])).toEqual([
      ['keep-it', 2],
      ['feed-it', 1],
      ['tell-the-owner', 3],
      ['stop', 1],
    ]);
  });
  test('are gathered apart when one is certain and another opens one question or more', () => {
    const [flip] = found;
    if (!flip) throw new Error('There is no flip.');
    const groups = groupFlips([0, 1, 2, 5].map((questions) => ({ ...flip, questions })));
    expect(groups.map(({ questions, ways }) => [questions, ways.length])).toEqual([
      [0, 1],
      [1, 1],
      [5, 2],
    ]);
  });
  test('equal brute force on every path', () => {
    for (const path of paths(tree)) {
      expect(flipKeys(flips(tree, path))).toEqual(bruteFlips(tree, path));
      expect(bruteFlips(tree, path, search)).toEqual(bruteFlips(tree, path));
    }
  });
  test('are none while there is no outcome', () => {
    expect(flips(tree, walk(tree, {}))).toEqual([]);
  });
});

describe('what is not known', () => {
  test('matters when finding out can change the outcome', () => {
    const { each, together } = unknowns(tree, walk(tree, { ...endIt, fault: ['unknown'], owner: ['unknown'] }));
    expect(
      each.map(({ step, matters, outcomes }) => [step.question.id, matters, outcomes.map(({ id }) => id)]),
    ).toEqual([
      ['fault', false, ['tell-the-owner']],
      ['owner', true, ['keep-it', 'give-it-back']],
    ]);
    expect(together.map(({ id }) => id)).toEqual(['keep-it', 'give-it-back']);
  });
  test('equals brute force on every path', () => {
    for (const path of paths(tree)) expect(unknownKeys(unknowns(tree, path))).toEqual(bruteUnknowns(tree, path));
  });
  test('matters when every answer leads to one other outcome', () => {
    const other = smallTree((data) => (answerIn(data, 'owner', 'nothing').to = 'keep-it'));
    const path = walk(other, { ...endIt, owner: ['unknown'] });
    expect(path.outcome?.id).toBe('tell-the-owner');
    expect(unknowns(other, path)).toMatchObject({
      each: [{ matters: true, outcomes: [{ id: 'keep-it' }] }],
      together: [{ id: 'keep-it' }],
    });
  });
  test('is nothing when all is known', () => {
    expect(unknowns(tree, walk(tree, endIt))).toMatchObject({ each: [], together: [{ id: 'give-it-back' }] });
    expect(unknowns(tree, walk(tree, {}))).toEqual({ each: [], together: [] });
  });
});

describe('comparing', () => {
  test('shows only what differs, and whether each matters alone', () => {
    const { differences, theirs } = compare(tree, endIt, {
      ...endIt,
      fault: ['we-did-not'],
      habits: ['sheds', 'sleeps'],
      told: ['told-no'],
    });
    expect(theirs.outcome?.id).toBe('tell-the-owner');
    expect(
      differences.map(({ question, matters, outcomes }) => [question.id, matters, outcomes.map(({ id }) => id)]),
    ).toEqual([
      ['fault', false, ['give-it-back']],
      ['told', true, ['tell-the-owner']],
      ['owner', false, []],
    ]);
  });
  test('agrees with walking the changed answers, over all pairs of paths', () => {
    const all = lookedAt([...paths(tree)]).map(answersOf);
    for (const mine of all) {
      for (const theirs of all) {
        const { differences } = compare(tree, mine, theirs);
        for (const { question, matters, outcomes } of differences) {
          const answered = theirs[question.id];
          if (!mine[question.id] || !answered) continue;
          const changed = walk(tree, { ...mine, [question.id]: answered });
          expect(matters).toBe(changed.outcome?.id !== walk(tree, mine).outcome?.id);
          if (changed.outcome) expect(outcomes).toEqual([changed.outcome]);
        }
        const ids = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
        const differing = ids.filter((id) => mine[id]?.join() !== theirs[id]?.join());
        expect(differences.map(({ question }) => question.id).sort()).toEqual(differing.sort());
      }
    }
  });
});

describe('looking again', () => {
  test('counts days over the end of a month and a year', () => {
    expect(lookAgain(smallOutcome('give-it-back'), '2026-12-20')).toEqual({ day: '2027-01-19', at: 'The till' });
    expect(lookAgain(smallOutcome('stop'), '2028-02-28')).toMatchObject({ day: '2028-02-29' });
  });
  test.each([
    ['Saturday', '2026-11-20', '2026-11-23'],
    ['Sunday', '2026-11-21', '2026-11-23'],
    ['Christmas Eve and the days behind it', '2026-12-23', '2026-12-28'],
    ['New Year', '2026-12-30', '2027-01-04'],
    ['no quiet day', '2026-11-18', '2026-11-19'],
  ])('goes past %s to a working day', (_, today, day) => {
    expect(lookAgain({ lookAgain: { days: 1, at: 'It' } }, today).day).toBe(day);
  });
  test('a day chosen stays when it is a working day, and moves on to the next when it is none', () => {
    expect(workday('2027-01-07')).toBe('2027-01-07');
    expect(workday('2027-12-25')).toBe('2027-12-27');
    expect(workday('2027-01-01')).toBe('2027-01-04');
  });
  test('refuses what is no day', () => {
    expect(() => lookAgain(smallOutcome('stop'), 'soon')).toThrow(RangeError);
  });
});

import { describe, expect, test } from 'vitest';
import {
  changeLine,
  headlines,
  outcomeInWords,
  resultOf,
  unknownLine,
  type Result,
} from '../../../src/tree/engine/result.ts';
import { resultText } from '../../../src/tree/engine/result-text.ts';
import { paths } from '../../../src/tree/engine/paths.ts';
import { flips } from '../../../src/tree/engine/sensitivity.ts';
import { walk, type Answers } from '../../../src/tree/engine/walk.ts';
import { smallCounsel } from './fixtures/counsel.ts';
import { smallOutcome, answerIn, smallTree } from './fixtures/load.ts';

const counsel = smallCounsel();
const tree = smallTree(() => {}, counsel.circumstances);
const about = {
  script: (id: string, variant: string) => `<${id} ${variant}>`,
  guide: (ref: string) => `<${ref}>`,
  tree: (id: string) => `<tree ${id}>`,
  review: 'Friday, 27 November 2026',
  emergency: { number: '112', contact: 'your manager' },
};
const result = (answers: Answers, known: readonly string[] = [], on = tree): Result => {
  const path = walk(on, answers);
  return resultOf(on, path, smallOutcome(path.outcome?.id ?? ''), counsel, known);
};
const stealing: Answers = { danger: ['no-it-has-not'], fault: ['we-did'], habits: ['steals', 'sheds'] };

describe('a result', () => {
  test('has the first step, the others that apply, and what carries them', () => {
    const { start, then } = result(stealing);
    const decided = ['danger/no-it-has-not', 'fault/we-did', 'habits/steals'];
    expect(start).toEqual({
      do: 'Fill the bowl.',
      by: 'You, today.',
      who: 'You',
      when: 'today',
      only: '',
      script: undefined,
      carriedBy: decided,
    });
    expect(then.map((step) => step.do)).toEqual(['Say sorry to the cat.']);
    expect(then[0]?.carriedBy).toEqual(decided);
  });
  test('leads from a step to the script it names, with the wording chosen, unless it is held back', () => {
    const outcome = smallOutcome('feed-it');
    const path = walk(tree, stealing);
    const withScript = (id: string) => ({
      ...outcome,
      scripts: [{ id }],
      steps: outcome.steps.map((step) => ({ ...step, script: id })),
    });
    const startOf = (id: string) => resultOf(tree, path, withScript(id), counsel).start?.script;
    expect(startOf('keys')?.id).toBe('keys');
    expect(startOf('no-such-script')).toBeUndefined();
  });

  test('has the safeguards with the answers that brought them, and what has to wait', () => {
    const { safeguards } = result(stealing);
    expect(safeguards).toMatchObject([
      {
        id: 'lock-the-fish',
        title: 'Lock the fish away',
        because: 'Because you answered “It steals fish”.',
        why: 'It will come back.',
        wait: 'No one strokes it before the fish is safe.',
        steps: [
          { do: 'Turn the key.', carriedBy: ['habits/steals'] },
          { carriedBy: ['habits/steals', 'fault/we-did'] },
        ],
        guides: [],
        carriedBy: ['habits/steals'],
      },
    ]);
    expect(result({ ...stealing, fault: ['we-did-not'] }).safeguards[0]?.steps).toHaveLength(1);
    expect(result({ danger: ['yes-it-has'] }).safeguards).toMatchObject([
      { id: 'bandage', wait: '', guides: ['cats/claws'] },
    ]);
  });

  test('begins with what is due when a safeguard leads, and does not say it again', () => {
    const leading = smallCounsel((data) => Object.assign(data.safeguards[1] ?? {}, { leads: true }));
    const led = (answers: Answers): Result => {
      const path = walk(tree, answers);
      return resultOf(tree, path, smallOutcome(path.outcome?.id ?? ''), leading);
    };
    const { start, then, safeguards } = led(stealing);
    expect(start).toMatchObject({ do: 'Turn the key.', carriedBy: ['habits/steals'] });
    expect(then.map((step) => step.do)).toEqual(['Fill the bowl.', 'Say sorry to the cat.']);
    expect(safeguards[0]?.steps).toHaveLength(1);
    const atStop = smallCounsel((data) => Object.assign(data.safeguards[0] ?? {}, { leads: true }));
    const path = walk(tree, { danger: ['yes-it-has'] });
    const stopped = resultOf(tree, path, smallOutcome('stop'), atStop);
    expect(stopped.start?.do).toBe(smallOutcome('stop').steps[0]?.do);
    expect(stopped.safeguards[0]?.steps).toHaveLength(leading.safeguards[0]?.steps.length ?? 0);
  });

  test('has the number to call at a stop, but where the outcome leaves it out', () => {
    expect(result(stealing).calls).toBe(false);
    expect(result({ danger: ['yes-it-has'] }).calls).toBe(true);
    const path = walk(tree, { danger: ['yes-it-has'] });
    const quiet = (id: string): Result =>
      resultOf(tree, path, { ...smallOutcome('stop'), noCall: { any: [id], all: [], none: [] } }, counsel);
    expect(quiet('hurt')).toMatchObject({ isStop: true, calls: false });
    expect(quiet('steals-fish').calls).toBe(true);
    const text = resultText(quiet('hurt'), path, about);
    expect(text).not.toContain('112');
    expect(text).toContain(smallOutcome('stop').why);
  });

  test('names what is known from another tree as such', () => {
    const outside = smallTree((data) => {
      for (const answer of data.questions[2]?.answers ?? []) answer.means = [];
    }, counsel.circumstances);
    const { safeguards } = result(stealing, ['steals-fish'], outside);
    expect(safeguards).toMatchObject([
      { because: 'Because you told us earlier: It steals fish.', carriedBy: ['known/steals-fish'] },
    ]);
  });

  test('names an answer once, though it brings a safeguard twice', () => {
    const twice = smallCounsel((data) => data.safeguards[1]?.when.any.push('owner-knows', 'forgot-to-feed'));
    const path = walk(tree, stealing);
    const [safeguard] = resultOf(tree, path, smallOutcome('feed-it'), twice).safeguards;
    expect(safeguard?.because).toBe('Because you answered “It steals fish” and “We did”.');
  });

  test('offers scripts, checks and guides that hold only', () => {
    const outcome = {
      ...smallOutcome('feed-it'),
      checks: [
        { says: 'Yes', only: undefined },
        { says: 'No', only: { any: ['hurt'], all: [], none: [] } },
      ],
      guides: [
        { guide: 'cats/keeping', only: { any: ['steals-fish'], all: [], none: [] } },
        { guide: 'cats/claws', only: { any: ['hurt'], all: [], none: [] } },
      ],
    };
    const found = resultOf(tree, walk(tree, stealing), outcome, counsel);
    expect(found.checks).toEqual([{ text: 'Yes', only: '' }]);
    expect(found.guides).toEqual([{ guide: 'cats/keeping', text: 'cats/keeping', only: '' }]);
    expect(found.scripts).toEqual([
      { id: 'keys', variant: 'mail', only: '' },
      { id: 'sorry', variant: 'mail', only: '' },
    ]);
  });

  test('names what is not known only where it matters, without the outcome reached', () => {
    const open: Answers = {
      ...stealing,
      fault: ['unknown'],
      habits: ['sheds'],
      told: ['told-yes'],
      owner: ['unknown'],
    };
    const { unknowns } = result(open);
    expect(unknowns.map(unknownLine)).toEqual([
      'What did the owner do? It could lead to “Keep the cat” or “Give the cat back”. Look at the till.',
    ]);
    expect(unknowns[0]?.carriedBy).toEqual(['owner/unknown']);
    expect(result({ ...open, owner: ['nothing'] }).unknowns).toEqual([]);
  });

  test('leaves out of what is not known the outcome that is reached anyway, and says where the rest leads', () => {
    const near = smallTree((data) => (answerIn(data, 'owner', 'nothing').to = 'tell-the-owner'), counsel.circumstances);
    const path = walk(near, { ...stealing, habits: ['sheds'], told: ['told-yes'], owner: ['unknown'] });
    const { unknowns } = resultOf(near, path, smallOutcome('tell-the-owner'), counsel);
    expect(unknowns.map(({ outcomes }) => outcomes.map(({ id }) => id))).toEqual([['keep-it']]);
  });

  test('has of a safeguard the guides that hold only', () => {
    const some = smallCounsel((data) => {
      const only = { any: ['hurt'], all: [], none: [] };
      data.safeguards[1]?.guides.push({ guide: 'cats/keeping', only: undefined }, { guide: 'cats/claws', only });
    });
    const [safeguard] = resultOf(tree, walk(tree, stealing), smallOutcome('feed-it'), some).safeguards;
    expect(safeguard?.guides).toEqual(['cats/keeping']);
  });

  test('puts the most telling change first: certain, resting on a fact, of the latest question', () => {
    const { change, otherChanges } = result({ ...stealing, habits: ['sheds'], told: ['told-yes'], owner: ['nothing'] });
    expect(change && changeLine(change)).toBe('If instead: “They mended it” → “Keep the cat”');
    expect(otherChanges.map(changeLine)).toEqual([
      'If instead: “No” → “Tell the owner”',
      'If instead: “None of these” → “Keep the cat”',
      'If also: “It steals fish” → “Feed the cat”',
      'If instead: “It has” → “Get out of its reach”',
      "If instead: “I don't know” → “Tell the owner”",
      "If instead: “I don't know” → “Tell the owner”",
    ]);
    expect(change).toMatchObject({ asked: 'What did the owner do?', carriedBy: ['owner/nothing'], after: '' });
  });

  test('says how many questions come first, and how many results there can be', () => {
    const { otherChanges } = result(stealing);
    expect(otherChanges.map(changeLine)).toContain(
      'If not: “It steals fish” → “Keep the cat”, “Tell the owner” or “Give the cat back” (after up to 2 more questions)',
    );
    expect(headlines([...tree.outcomes.values()])).toBe('one of 5 results');
    expect(headlines([...tree.outcomes.values()].slice(0, 3))).toBe(
      '“Keep the cat”, “Feed the cat” or “Tell the owner”',
    );
    const one = smallTree((data) =>
      data.questions[3]?.answers.forEach((answer) => (answer.to = answer.id === 'told-yes' ? 'owner' : 'feed-it')),
    );
    const path = walk(one, { ...stealing, habits: ['sheds'], told: ['told-no'] });
    const { change } = resultOf(one, path, smallOutcome('feed-it'), counsel);
    expect(change?.after).toBe('');
    expect(resultOf(one, path, smallOutcome('feed-it'), counsel).otherChanges.map(({ after }) => after)).toContain(
      '(after one more question)',
    );
  });

  test('loses no change, on every path', () => {
    for (const path of paths(tree)) {
      const { change, otherChanges } = resultOf(tree, path, smallOutcome(path.outcome.id), counsel);
      const lines = [...(change ? [change] : []), ...otherChanges];
      const texts = lines.map(({ condition }) => condition).join(' ');
      for (const { answer } of flips(tree, path)) expect(texts).toContain(`“${answer.text}”`);
      expect(lines.length > 0).toBe(flips(tree, path).length > 0);
    }
  });

  test('has no change where no single answer changes it', () => {
    const only = smallTree((data) => {
      data.questions.length = 1;
      data.questions[0]?.answers.forEach((one) => (one.to = 'keep-it'));
    });
    expect(resultOf(only, walk(only, { danger: ['yes-it-has'] }), smallOutcome('keep-it'), counsel).change).toBeNull();
  });

  test('that says to stop says so', () => {
    expect(result({ danger: ['yes-it-has'] }).isStop).toBe(true);
    expect(result(stealing).isStop).toBe(false);
  });
});

describe('an outcome without answers', () => {
  test('has everything it can say, each with when it applies', () => {
    const found = outcomeInWords(smallOutcome('feed-it'), counsel, counsel.safeguards);
    expect(found.start).toMatchObject({ do: 'Fill the bowl.', only: '' });
    expect(found.then.map(({ only }) => only)).toEqual([
      'Only if: We forgot to feed it.',
      'Only if: It steals fish. Not if: We forgot to feed it.',
    ]);
    expect(found.safeguards).toMatchObject([
      { id: 'bandage', because: 'Only if: The cat has hurt someone.', wait: '', guides: ['cats/claws'] },
      {
        id: 'lock-the-fish',
        because: 'Only if: It steals fish.',
        wait: 'No one strokes it before the fish is safe.',
        steps: [{ only: '' }, { only: 'Only if: We forgot to feed it.' }],
      },
    ]);
    expect(found.scripts).toEqual([{ id: 'purr', variant: 'mail', only: '' }]);
    expect(found.checks).toEqual([{ text: 'The bowl is clean', only: '' }]);
    expect(found.guides).toMatchObject([{ guide: 'cats/keeping', only: '' }]);
    expect([found.unknowns, found.for, found.against, found.neither, found.otherChanges]).toEqual([[], [], [], [], []]);
    expect([found.change, found.isStop, outcomeInWords(smallOutcome('stop'), counsel).isStop]).toEqual([
      null,
      false,
      true,
    ]);
  });
  test('names the wording of a script, or the first, or none when the script is not there', () => {
    const scripts = [{ id: 'purr', variant: 'call' }, { id: 'keys' }, { id: 'hiss' }];
    const found = outcomeInWords({ ...smallOutcome('feed-it'), scripts }, counsel);
    expect(found.scripts.map(({ variant }) => variant)).toEqual(['call', 'mail', '']);
  });
});

describe('as plain text', () => {
  const text = (answers: Answers): string => resultText(result(answers), walk(tree, answers), about);
  test('reads in the order of the page', () => {
    expect(text({ ...stealing, fault: ['unknown'] })).toBe(`FIX OUR PART
Feed the cat

Start here
Fill the bowl. You, today.

Whatever you decide
LOCK THE FISH AWAY
  Because you answered “It steals fish”.
  It will come back.
  No one strokes it before the fish is safe.
  - Turn the key. You, today.

Then
1. Buy a safe for the fish. Your manager, this week.

Why
It is hungry.

Reasons for
It steals fish.

Reasons against
It sheds.

What would change this result
If instead: “None of these” → “Keep the cat”
If instead: “It has” → “Get out of its reach”
If not: “It steals fish” → “Keep the cat”, “Tell the owner” or “Give the cat back” (after up to 2 more questions)
If instead: “I don't know” → “Keep the cat”, “Tell the owner” or “Give the cat back” (after up to 2 more questions)

Check before you act
- The bowl is clean

What to say
- <keys mail>

What to read
- <cats/keeping>

Review date
Friday, 27 November 2026: The bowl

Your answers
- Has the cat hurt anybody? It has not
- Did we forget to feed it? I don't know
- What does it keep doing? It sheds; It steals fish`);
  });
  test('names what is not known, the next tree, and that nothing would change it', () => {
    const open = text({ danger: ['no-it-has-not'], fault: ['we-did'], habits: ['sheds'], told: ['unknown'] });
    expect(open).toContain('What you do not know yet\nDid anybody tell its owner? It could lead to');
    expect(open).toContain('Next decision\n<tree small>');
  });
  test('of a result that says to stop has the number first, and no reasons', () => {
    const stop = text({ danger: ['yes-it-has'] });
    expect(stop).toMatch(
      /^STOP NOW\nGet out of its reach\nCall\u00a0112 if anyone could be hurt\. Then tell your manager, or someone you trust\.\nNobody should be hurt at work\.\n\nWhat to do now\n1\. Leave the room\. You, now\.\n/,
    );
    expect(stop).not.toMatch(/Reasons|What would change|^Why$/m);
    expect(stop).toContain('  Read: <cats/claws>');
    expect(stop).toContain('What to say\n- <sorry call>');
  });
  test('says why there is no script', () => {
    const bare = { ...result({ danger: ['yes-it-has'] }), scripts: [] };
    const path = walk(tree, { danger: ['yes-it-has'] });
    expect(resultText(bare, path, about)).toContain('What to say\nThere is nothing to say to it.');
    const unsaid = { ...bare, outcome: { ...smallOutcome('keep-it') } };
    expect(resultText(unsaid, path, about)).toContain('What to say\nNo script fits your answers.');
    expect(resultText({ ...result(stealing), change: null }, path, about)).toContain(
      'Changing one answer would not change',
    );
  });
});

import { describe, expect, test } from 'vitest';
import {
  countWords,
  memoHtml,
  memoMarkdown,
  memoOf,
  memoText,
  mostWords,
  type Memo,
} from '../../../src/tree/engine/memo.ts';
import { answersOf, paths } from '../../../src/tree/engine/paths.ts';
import { resultOf } from '../../../src/tree/engine/result.ts';
import type { OutcomeText } from '../../../src/tree/engine/tree.ts';
import { walk, type Answers, type Path } from '../../../src/tree/engine/walk.ts';
import { smallCounsel } from './fixtures/counsel.ts';
import { smallOutcome, smallTree } from './fixtures/load.ts';

const tree = smallTree();
const counsel = smallCounsel();
const about = { date: '2026-11-20', link: 'https://example.org/decide/small/#v=2', day: (iso: string) => `<${iso}>` };
const answers: Answers = { danger: ['no-it-has-not'], fault: ['unknown'], habits: ['steals', 'sheds'] };

const memo = (given: Answers, change: Partial<OutcomeText> = {}, known: readonly string[] = []): Memo => {
  const path = walk(tree, given);
  const outcome = { ...smallOutcome(path.outcome?.id ?? ''), ...change };
  return memoOf(tree, path, resultOf(tree, path, outcome, counsel, known), about);
};
const sentences = ({ title, parts }: Memo) => [title, ...parts.flatMap((part) => [...part.sentences, ...part.steps])];
const given = (path: Path): string[] =>
  path.steps.flatMap((step) => step.given.map(({ id }) => `${step.question.id}/${id}`));

describe('the memo', () => {
  test('reads as plain text, recommendation first', () => {
    expect(memoText(memo(answers))).toBe(`Recommendation: Feed the cat

ABOUT
Client and project: ______________________
Prepared by: ______________________
Date: <2026-11-20>
Decision needed by: ______________________

WHY
- It steals fish.
Dates, figures and examples: ______________________

WHAT IT COSTS
Staying (hours, money, people): ______________________
Leaving (income, work not billed): ______________________

SO FAR
What we’ve tried, and what came of it: ______________________
Our part in it: ______________________

REASONS AGAINST
- It sheds.

WHATEVER YOU DECIDE
- Lock the fish away. No one strokes it before the fish is safe.

WHAT WOULD CHANGE THIS RESULT
- If instead: “None of these” → “Keep the cat”.
- If instead: “It has” → “Get out of its reach”.

NEXT STEPS
1. Fill the bowl. You, today.
2. Buy a safe for the fish. Your manager, this week.

DECISION
- Look again on <2026-11-27>: The bowl
Agreed / with changes / not agreed: ______________________
Name, signature, date: ______________________

From “Should I keep the shop's cat?”, version 2. All the answers: https://example.org/decide/small/#v=2`);
  });

  test('names the client and who writes where they are known', () => {
    const path = walk(tree, answers);
    const result = resultOf(tree, path, smallOutcome('feed-it'), counsel);
    const text = memoText(memoOf(tree, path, result, { ...about, client: 'Alder & Finch', author: 'Ana' }));
    expect(text).toContain('Client and project: Alder & Finch\nPrepared by: Ana\n');
  });

  test('reads as Markdown', () => {
    const text = memoMarkdown(memo(answers));
    expect(text).toMatch(/^# Recommendation: Feed the cat\n\n## About\n\nClient and project: \\_/);
    expect(text).toContain(
      '## Next steps\n\n| Step | Who | When |\n| --- | --- | --- |\n| Fill the bowl. | You | today |\n| Buy a safe',
    );
    expect(text).toMatch(/All the answers: <https:\/\/example\.org\/decide\/small\/#v=2>$/);
  });

  test('reads as rich text, with nothing in it to be taken for HTML', () => {
    const text = memoHtml(memo(answers, { headline: 'Feed <the> "cat" & go' }));
    expect(text).toContain('<h1>Recommendation: Feed &lt;the&gt; &quot;cat&quot; &amp; go</h1>');
    expect(text.replace(/ align="left" valign="top"/g, '')).toContain(
      '<tr><th>Step</th><th>Who</th><th>When</th></tr><tr><td>Fill the bowl.</td><td>You</td><td>today</td></tr>',
    );
    expect(text.replace(/ align="left" valign="top"/g, '')).toContain(
      '<tr><td>Client and project</td><td>______________________</td></tr>',
    );
    expect(text).toContain('<ul><li>It steals fish.</li></ul>');
    expect(text).toContain('<li>Look again on &lt;2026-11-27&gt;: The bowl</li>');
  });

  test('leaves nothing in a text to be taken for Markdown', () => {
    expect(memoMarkdown(memo(answers, { headline: '1 * 2 _is_ [six](x) <b>' }))).toContain(
      '# Recommendation: 1 \\* 2 \\_is\\_ \\[six\\](x) \\<b\\>',
    );
  });

  test('names what is not known only where it matters', () => {
    const open = { ...answers, habits: ['sheds'], told: ['told-yes'], owner: ['unknown'] };
    const text = memoText(memo(open));
    expect(text).toContain(
      'WHAT WOULD CHANGE THIS RESULT\n- What did the owner do? It could lead to “Keep the cat” or “Give the cat back”. Look at the till.',
    );
    expect(text).not.toContain('Did we forget to feed it? It could');
    expect(memoText(memo(answers))).not.toContain('It could lead to');
  });

  test('prints no sentence that an answer on the way does not carry, on every path', () => {
    const reasons = tree.order.flatMap((question) =>
      question.answers.flatMap(({ id, reason }) => (reason ? [{ id: `${question.id}/${id}`, reason }] : [])),
    );
    for (const path of paths(tree)) {
      const there = given(path);
      const all = sentences(memo(answersOf(path)));
      for (const { text, carriedBy } of all) {
        expect(carriedBy.length, text).toBeGreaterThan(0);
        expect(there, text).toEqual(expect.arrayContaining([...carriedBy]));
      }
      const shown = all.map(({ text }) => text);
      for (const { id, reason } of reasons) if (!there.includes(id)) expect(shown).not.toContain(reason);
    }
  });

  test('names its outcome and leads to every answer, on every path', () => {
    for (const path of paths(tree)) {
      const { title, link } = memo(answersOf(path));
      expect(link).toBe(about.link);
      expect(title.text).toBe(`Recommendation: ${path.outcome.headline}`);
    }
  });

  test('tells what was found besides where little speaks for it', () => {
    const part = memo(answers).parts.find(({ title }) => title === 'Why');
    expect(part?.sentences.map(({ text }) => text)).toEqual(['It steals fish.']);
    expect(part?.fields).toEqual([{ label: 'Dates, figures and examples', value: '' }]);
  });

  test('names what is known from another tree as its carrier', () => {
    const all = sentences(memo({ danger: ['no-it-has-not'], fault: ['we-did'], habits: ['steals'] }));
    expect(all.find(({ text }) => text.startsWith('Say sorry'))?.carriedBy).toContain('fault/we-did');
    const outside = smallTree((data) => {
      for (const answer of data.questions[1]?.answers ?? []) answer.means = [];
    });
    const path = walk(outside, answers);
    const result = resultOf(outside, path, smallOutcome('feed-it'), counsel, ['forgot-to-feed']);
    const known = sentences(memoOf(outside, path, result, about)).find(({ text }) => text.startsWith('Say sorry'));
    expect(known?.carriedBy).toContain('known/forgot-to-feed');
  });
});

describe('one page', () => {
  const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');
  const steps = (many: number, long: number): OutcomeText['steps'] =>
    Array.from({ length: many }, (_, place) => ({ do: `${place} ${words(long)}`, who: 'You', when: 'today' }));

  const stepsIn = ({ parts }: Memo) => parts.find((part) => part.steps.length > 0);
  test('holds what is short whole', () => {
    const part = stepsIn(memo(answers, { steps: steps(7, 5) }));
    expect(part?.steps).toHaveLength(7);
    expect(part?.sentences).toEqual([]);
  });
  test('says how many steps are left out when there are more than seven', () => {
    const part = stepsIn(memo(answers, { steps: steps(10, 5) }));
    expect(part?.steps).toHaveLength(7);
    expect(part?.sentences[0]?.text).toBe('3 more in the full result.');
  });
  test('gives way from the least important part on, and says so', () => {
    const long = memo(answers, { steps: steps(7, 40) });
    expect(countWords(long)).toBeLessThanOrEqual(mostWords);
    const text = memoText(long);
    // The changes gave way before a step did, and one of them stays.
    expect(text).toContain('RESULT\n- If instead: “None of these” → “Keep the cat”.\n\n');
    expect(text).toMatch(/- \d more in the full result\./);
    expect(text).toContain('- It steals fish.');
  });
  test('keeps to its length whatever the texts are', () => {
    expect(countWords(memo(answers, { steps: steps(7, 300) }))).toBeLessThanOrEqual(mostWords);
  });
  test('drops one sentence at a time, and no more than needed', () => {
    for (let long = 30; long < 60; long++) {
      const kept = countWords(memo(answers, { steps: steps(7, long) }));
      expect(kept).toBeLessThanOrEqual(mostWords);
      expect(kept).toBeGreaterThan(mostWords - long - 12);
    }
  });
});

import { describe, expect, test } from 'vitest';
import { memoMarkdown, memoText } from '../../../src/tree/engine/memo.ts';
import { answersOf, paths } from '../../../src/tree/engine/paths.ts';
import { smallOutcome, smallTree } from './fixtures/load.ts';

const tree = smallTree();
const about = {
  outcome: smallOutcome('feed-it'),
  date: '2026-11-20',
  link: 'https://example.org/decide/small/#v=2',
};
const answers = { danger: ['no-it-has-not'], fault: ['unknown'], habits: ['steals', 'sheds'] };

describe('the memo', () => {
  test('reads as plain text, recommendation first', () => {
    expect(memoText(tree, answers, about)).toBe(`Recommendation: Feed the cat
2026-11-20. Rung: Repair our part.
It is hungry.

WHAT SPEAKS FOR IT
- It steals fish.

WHAT SPEAKS AGAINST IT
- It sheds.

WHAT WOULD CHANGE IT
- It would become “Keep the cat” if the answer to “What does it keep doing?” were “None of these”.
- It would become “Get out of its reach” if the answer to “Has the cat hurt anybody?” were “It has”.
- Other answers to “What does it keep doing?” could change it too.

WHAT IS NOT KNOWN
- Did we forget to feed it? On its own it does not change the outcome.

NEXT STEPS
1. Fill the bowl. Who: You. When: today.
2. Buy a safe for the fish. Who: Your manager. When: this week.

BEFORE ACTING, MAKE SURE
- The bowl is clean

LOOK AGAIN
On 2026-11-27: The bowl

ALL ANSWERS
- Has the cat hurt anybody? It has not
- Did we forget to feed it? I don't know
- What does it keep doing? It sheds; It steals fish

DECISION
Agreed / not agreed / agreed with changes: ______________________
Name and date: ______________________
From “Should I keep the shop's cat?”, version 2. The same answers: https://example.org/decide/small/#v=2`);
  });

  test('reads as Markdown', () => {
    const text = memoMarkdown(tree, answers, about);
    expect(text).toMatch(
      /^# Recommendation: Feed the cat\n\n2026-11-20\. Rung: Repair our part\.\n\nIt is hungry\.\n\n## What speaks for it\n\n- It steals fish\.\n/,
    );
    expect(text).toContain('## Next steps\n\n1. Fill the bowl. Who: You. When: today.\n2. Buy a safe');
    expect(text).toContain('Name and date: \\_\\_');
    expect(text).toMatch(/The same answers: <https:\/\/example\.org\/decide\/small\/#v=2>$/);
  });

  test('leaves nothing in a text to be taken for Markdown', () => {
    const outcome = { ...about.outcome, checks: [{ says: '1 * 2 * 3 _is_ [six](x) <b>', only: undefined }] };
    expect(memoMarkdown(tree, answers, { ...about, outcome })).toContain(
      '- 1 \\* 2 \\* 3 \\_is\\_ \\[six\\](x) \\<b\\>',
    );
  });

  test('says whether several unknowns matter together', () => {
    const open = {
      danger: ['no-it-has-not'],
      fault: ['unknown'],
      habits: ['sheds'],
      told: ['told-yes'],
      owner: ['unknown'],
    };
    const text = memoText(tree, open, { ...about, outcome: smallOutcome('tell-the-owner') });
    expect(text).toContain(
      'It matters: the answer could lead to “Keep the cat” or “Give the cat back”. Look at the till.',
    );
    expect(text).toContain('All together, they could lead to “Keep the cat” or “Give the cat back”.');
  });

  test('writes days as it is told to', () => {
    const text = memoText(tree, answers, { ...about, day: (iso) => `<${iso}>` });
    expect(text).toContain('<2026-11-20>. Rung');
    expect(text).toContain('On <2026-11-27>');
  });

  test('holds every answer, on every path, and is empty while there is no outcome or another one', () => {
    for (const path of paths(tree)) {
      const text = memoText(tree, answersOf(path), { ...about, outcome: smallOutcome(path.outcome.id) });
      for (const { question, given } of path.steps)
        expect(text).toContain(`- ${question.ask} ${given.map((found) => found.text).join('; ')}`);
      expect(text.startsWith(`Recommendation: ${path.outcome.headline}\n`)).toBe(true);
    }
    expect(memoText(tree, {}, about)).toBe('');
    expect(memoMarkdown(tree, {}, about)).toBe('');
    expect(memoText(tree, answers, { ...about, outcome: smallOutcome('stop') })).toBe('');
  });
});

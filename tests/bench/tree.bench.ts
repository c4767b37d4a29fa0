import { test } from 'vitest';
import { checkTree } from '../../src/tree/engine/check.ts';
import { flips, unknowns } from '../../src/tree/engine/sensitivity.ts';
import { readLink, writeLink } from '../../src/tree/engine/link.ts';
import { rungs } from '../../src/tree/engine/rungs.ts';
import { indexTree, treeText } from '../../src/tree/engine/tree.ts';
import { walk } from '../../src/tree/engine/walk.ts';
import type { TreeData } from '../../src/content/schemas/tree.ts';
import { inTurn } from '../support/must.ts';

// How the engine grows with the tree. Each made-up tree has one way that asks half of all its questions, which is the
// worst it can meet: ten times the questions should take about ten times as long. The real trees have 20 to 30.

/** A tree of so many questions, four answers each; every eighth question takes several. */
function madeUp(size: number): TreeData {
  const outcome = (rung: (typeof rungs)[number]): TreeData['outcomes'][number] => ({
    id: `to-${rung}`,
    rung,
    headline: rung,
    why: rung,
    steps: [{ do: 'This.', who: 'You', when: 'today' }],
    checks: [],
    scripts: [{ id: 'words' }],
    guides: [{ guide: 'some/guide', only: undefined }],
    lookAgain: { days: 7, at: 'This' },
    silentToClient: false,
    ends: false,
    refusesEnding: false,
    aliases: [],
  });
  const outcomes = rungs.map(outcome);
  const questions = Array.from({ length: size }, (_, place): TreeData['questions'][number] => {
    const to = (step: number): string => (place + step < size ? `q${place + step}` : inTurn(outcomes, place + step).id);
    const answer = (id: string, seriousness: number, step: number) => ({
      id,
      text: id,
      to: to(step),
      reason: id,
      means: [],
      speaks: 'stay' as const,
      seriousness,
      unknown: false,
      alone: false,
    });
    return {
      id: `q${place}`,
      ask: 'What?',
      why: 'Because.',
      find: 'Here.',
      asks: [],
      kind: place % 8 === 7 ? 'several' : 'one',
      answers: [
        answer('mild', 0, 1),
        answer('middle', 1, 2),
        place % 7 === 3 ? { ...answer('serious', 2, 3), to: inTurn(outcomes, place).id } : answer('serious', 2, 3),
        { id: 'unknown', text: 'I do not know', to: to(2), means: [], unknown: true, alone: false },
      ],
    };
  });
  const upkeep = { owner: 'Head of client services', reviewed: '2026-11-20', reviewEvery: 6 };
  const texts = { title: 'Made up', summary: 'Made up', order: 1, version: 1, minutes: 1, have: [], aliases: [] };
  return { ...texts, questions, outcomes, retired: [], ...upkeep };
}

const known = { scripts: new Set(['words']), guides: new Set(['some/guide']), trees: new Set<string>() };

for (const size of [100, 1_000, 10_000]) {
  const data = madeUp(size);
  const tree = indexTree(treeText(data));
  const answers = Object.fromEntries(
    data.questions.map(({ id }, place) => [id, [place % 5 === 0 ? 'unknown' : 'middle']]),
  );
  const path = walk(tree, answers);
  const link = writeLink(tree, answers);
  const faults = checkTree(data, known).map(({ what }) => what);
  if (faults.some((what) => !what.startsWith('A way through the tree asks'))) throw new Error(faults.join('\n'));

  test(`${size} questions`, async ({ bench }) => {
    await bench.compare(
      bench('index', () => void indexTree(treeText(data))),
      bench('walk', () => void walk(tree, answers)),
      bench('flips', () => void flips(tree, path)),
      bench('unknowns', () => void unknowns(tree, path)),
      bench('link', () => void readLink(tree, link)),
      bench('check', () => void checkTree(data, known)),
    );
  });
}

import { describe, expect, test } from 'vitest';
import { circumstancesOf, exclude } from '../../../src/tree/engine/circumstances.ts';
import { endings, safeguardsAtOutcomes } from '../../../src/tree/engine/endings.ts';
import { paths } from '../../../src/tree/engine/paths.ts';
import type { Tree } from '../../../src/tree/engine/tree.ts';
import { fc, runs } from '../runs.ts';
import { smallCounsel } from './fixtures/counsel.ts';
import { smallTree } from './fixtures/load.ts';

const counsel = smallCounsel();
const { circumstances } = counsel;
const all = circumstances.map(({ id }) => id);

/** The same by walking every path, with every set of known circumstances that can hold together. */
function brute(tree: Tree, ids: readonly string[], carried: readonly string[], excluding = circumstances): string[] {
  const known = ids.filter((id) => carried.includes(id));
  const sets = Array.from({ length: 2 ** known.length }, (_, mask) => known.filter((_, place) => mask & (1 << place)));
  const possible = sets.filter((set) => set.every((one) => set.every((other) => !exclude(excluding, one, other))));
  const found = new Set<string>();
  for (const path of paths(tree))
    for (const set of possible) {
      const held = circumstancesOf(path, set, excluding);
      found.add(`${path.outcome.id}: ${ids.filter((id) => held.has(id)).join(' ')}`);
    }
  return [...found].sort();
}

const fast = (tree: Tree, ids: readonly string[], carried: readonly string[], excluding = circumstances): string[] =>
  [...endings(tree, ids, excluding, carried)]
    .flatMap(([outcome, sets]) => sets.map((set) => `${outcome}: ${[...set].join(' ')}`))
    .sort();

describe('how paths can end', () => {
  test('equals walking all of them', () => {
    const tree = smallTree();
    expect(fast(tree, all, [])).toEqual(brute(tree, all, []));
    expect(fast(tree, all, []).length).toBeGreaterThan(10);
    expect(fast(tree, [], [])).toEqual(['feed-it: ', 'give-it-back: ', 'keep-it: ', 'stop: ', 'tell-the-owner: ']);
  });
  test('equals walking them with what may be known from elsewhere', () => {
    const tree = smallTree((data) => data.questions[1]?.answers.forEach((answer) => (answer.means = [])));
    expect(fast(tree, all, ['forgot-to-feed'])).toEqual(brute(tree, all, ['forgot-to-feed']));
    expect(fast(tree, all, ['forgot-to-feed'])).toContain('stop: hurt forgot-to-feed');
  });
  test('equals walking them for any meaning of answers and anything excluded', () => {
    const some = fc.subarray(all);
    fc.assert(
      fc.property(
        fc.array(some, { minLength: 17, maxLength: 17 }),
        some,
        some,
        fc.subarray(all),
        (means, ids, carried, excluded) => {
          let next = 0;
          const tree = smallTree((data) =>
            data.questions.forEach(({ answers }) => answers.forEach((answer) => (answer.means = means[next++] ?? []))),
          );
          const [first, ...others] = excluded;
          const excluding = circumstances.map((one) => ({ ...one, excludes: one.id === first ? others : [] }));
          expect(fast(tree, ids, carried, excluding)).toEqual(brute(tree, ids, carried, excluding));
        },
      ),
      { numRuns: runs(100), seed: 20261124 },
    );
  });
});

test('the safeguards of an outcome are those that apply on a way to it', () => {
  const all = safeguardsAtOutcomes(smallTree(), counsel);
  const at = (outcome: string) => all.get(outcome)?.map(({ id }) => id);
  expect(at('stop')).toEqual(['bandage']);
  expect(at('feed-it')).toEqual(['lock-the-fish']);
  expect(at('keep-it')).toEqual([]);
  expect(at('nowhere')).toBeUndefined();
});

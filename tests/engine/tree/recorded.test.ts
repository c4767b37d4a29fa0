import { expect, test } from 'vitest';
import { endingElsewhere } from '../../../src/tree/engine/recorded.ts';
import { answersOf, paths } from '../../../src/tree/engine/paths.ts';
import { must } from '../../support/must.ts';
import { smallTree } from './fixtures/load.ts';

const tree = smallTree();
const path = must(
  [...paths(tree)].find(({ steps }) => steps.length > 1),
  'a path of several questions',
);
const answers = answersOf(path);
const told = (outcome: string, given: Readonly<Record<string, string | readonly string[]>> = answers) => ({
  id: 'one',
  title: 'One',
  answers: given,
  outcome,
});

test('cases that lead where they say are none that end elsewhere', () => {
  const single = Object.fromEntries(Object.entries(answers).map(([id, [first = '']]) => [id, first]));
  expect(endingElsewhere(tree, [told(path.outcome.id), told(path.outcome.id, single)])).toEqual([]);
});

test('the others say where they lead, or at which question they end', () => {
  const last = must(path.steps.at(-1), 'a last step').question.id;
  const short = Object.fromEntries(Object.entries(answers).filter(([id]) => id !== last));
  const one = { id: 'one', title: 'One' };
  expect(endingElsewhere(tree, [told(path.outcome.id), told('other'), told(path.outcome.id, short)])).toEqual([
    { ...one, at: 1, says: 'other', is: path.outcome.id, asked: null },
    { ...one, at: 2, says: path.outcome.id, is: null, asked: last },
  ]);
});

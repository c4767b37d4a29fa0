import { assertDefined } from './assert-defined.ts';
import type { Answer, Outcome, Question, Tree } from './tree.ts';
import { deciding, excludes, type Path, type Step } from './walk.ts';

/** A path that ended in an outcome. */
export interface Ended extends Path {
  readonly question: null;
  readonly outcome: Outcome;
}

/**
 * Gives every path from the first question to an outcome, with every set of ticks that a question of several answers allows.
 *
 * @param tree the tree
 * @returns the paths, one at a time
 */
export function* paths(tree: Tree): Generator<Ended> {
  const choices = new Map(tree.order.map((question) => [question.id, steps(question)]));
  yield* from(tree, tree.first, [], choices);
}

/**
 * Counts the paths without walking them.
 *
 * @param tree the tree
 * @returns how many paths {@link paths} gives
 */
export function countPaths(tree: Tree): number {
  const counts = new Map<string, number>([...tree.outcomes.keys()].map((id) => [id, 1]));
  for (const question of tree.order.toReversed()) {
    counts.set(
      question.id,
      steps(question).reduce((sum, { decides }) => sum + assertDefined(counts.get(decides.to)), 0),
    );
  }
  return assertDefined(counts.get(tree.first.id));
}

/**
 * Turns a path into the answers that make it.
 *
 * @param path a path
 * @returns its answers
 */
export function answersOf(path: Path): Record<string, readonly string[]> {
  return Object.fromEntries(path.steps.map(({ question, given }) => [question.id, given.map(({ id }) => id)]));
}

/** Goes on from a question. As deep as the tree is long, which checked trees keep small. */
function* from(
  tree: Tree,
  question: Question,
  before: readonly Step[],
  choices: ReadonlyMap<string, readonly Step[]>,
): Generator<Ended> {
  for (const step of assertDefined(choices.get(question.id))) {
    const sofar = [...before, step];
    const outcome = tree.outcomes.get(step.decides.to);
    if (outcome) yield { steps: sofar, question: null, outcome };
    else yield* from(tree, assertDefined(tree.questions.get(step.decides.to)), sofar, choices);
  }
}

/** Every step a question can make: each answer, or each set of ticks and each answer that stands alone. */
function steps(question: Question): readonly Step[] {
  const alone = question.answers.filter((answer) => question.kind === 'one' || excludes(answer));
  const together = question.answers.filter((answer) => !alone.includes(answer));
  const sets: Answer[][] = [];
  for (let ticks = 1; ticks < 2 ** together.length; ticks++)
    sets.push(together.filter((_, place) => ticks & (1 << place)));
  return [...alone.map((answer) => [answer]), ...sets].map((given) => ({ question, given, decides: deciding(given) }));
}

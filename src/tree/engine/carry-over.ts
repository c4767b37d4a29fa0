import type { Question, Tree } from './tree.ts';
import type { Answers } from './walk.ts';

/**
 * Answers the questions of a tree whose answer is known from another tree. A question of several answers is always
 * asked: one of its answers being known does not tell that the others are not so.
 *
 * @param tree the tree
 * @param answers what was answered here; it counts before what is known
 * @param known ids of circumstances known from elsewhere
 * @returns the answers, with those that are known
 */
export function settle(tree: Tree, answers: Answers, known: readonly string[]): Answers {
  const settled: Record<string, readonly string[]> = {};
  for (const question of tree.order) {
    const answer = Object.hasOwn(answers, question.id) ? undefined : knownAnswer(tree, question, known);
    if (answer !== undefined) settled[question.id] = [answer];
  }
  return { ...settled, ...answers };
}

/** The one answer whose shared circumstances are all known, and that has one. */
function knownAnswer(tree: Tree, question: Question, known: readonly string[]): string | undefined {
  if (question.kind !== 'one') return undefined;
  const shared = new Set(tree.text.shared.map(({ id }) => id));
  const [first, ...others] = question.answers.filter(({ means }) => {
    const carried = means.filter((id) => shared.has(id));
    return carried.length > 0 && carried.every((id) => known.includes(id));
  });
  return others.length === 0 ? first?.id : undefined;
}

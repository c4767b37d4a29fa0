import { lookAhead } from './reachability.ts';
import { fixedAnswers, mildestFirst } from './sensitivity.ts';
import type { Answer, Outcome, Question, Tree } from './tree.ts';
import { walk, type Answers, type Path } from './walk.ts';

/** A question that two people answered differently. */
export interface Difference {
  readonly question: Question;
  /** What was answered here; empty when the question did not come up. */
  readonly mine: readonly Answer[];
  /** What was answered there; empty when the question did not come up. */
  readonly theirs: readonly Answer[];
  /** What my outcome can become with their answer here and all others mine, mildest first. Empty when only one of us was asked. */
  readonly outcomes: readonly Outcome[];
  /** True when their answer here, alone, changes my outcome or opens a question that can. */
  readonly matters: boolean;
}

/** Two walks through one tree, side by side. */
export interface Comparison {
  readonly mine: Path;
  readonly theirs: Path;
  /** Only what differs, in the order of the tree. */
  readonly differences: readonly Difference[];
}

/**
 * Puts two sets of answers side by side.
 *
 * @param tree the tree
 * @param mine answers that lead to an outcome
 * @param theirs other answers, which may end at a question
 * @returns the answers that differ, and whether each of them alone changes my outcome
 */
export function compare(tree: Tree, mine: Answers, theirs: Answers): Comparison {
  const [here, there] = [walk(tree, mine), walk(tree, theirs)];
  const ahead = lookAhead(tree, fixedAnswers(here.steps));
  const differences = tree.order.flatMap((question): Difference[] => {
    const [my, their] = [here, there].map((path) => path.steps.find((step) => step.question === question));
    const [a, b] = [my?.given ?? [], their?.given ?? []];
    if (a.length === b.length && a.every((answer) => b.includes(answer))) return [];
    const outcomes = my && their ? ahead(their.decides.to).outcomes : new Set<Outcome>();
    const matters = [...outcomes].some((outcome) => outcome !== here.outcome);
    return [{ question, mine: a, theirs: b, outcomes: mildestFirst(outcomes), matters }];
  });
  return { mine: here, theirs: there, differences };
}

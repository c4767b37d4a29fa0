import { assertDefined } from './assert-defined.ts';
import type { Answer, Outcome, Question, Tree } from './tree.ts';

/** What can still come from a question or outcome on. */
export interface Ahead {
  /** The outcomes it can end in. */
  readonly outcomes: ReadonlySet<Outcome>;
  /** The next question that is asked, or null when the outcome is certain. */
  readonly opens: Question | null;
  /** At most so many questions are asked until the end. */
  readonly questions: number;
}

/** Says which answers a question may still get: some answers when that is settled, null when it may get any. */
export type Settled = (question: Question) => readonly Answer[] | null;

/**
 * Looks ahead from every place in the tree, in one pass from the outcomes back to the start. A question with one
 * settled answer is not asked: what comes after it is what comes after that answer.
 *
 * @param tree the tree
 * @param settled which answers each question may get
 * @returns what lies ahead of a question or outcome, by its id
 */
export function lookAhead(tree: Tree, settled: Settled): (id: string) => Ahead {
  const ahead = new Map<string, Ahead>();
  for (const outcome of tree.outcomes.values()) {
    ahead.set(outcome.id, { outcomes: new Set([outcome]), opens: null, questions: 0 });
  }
  for (const question of tree.order.toReversed()) {
    const answers = settled(question) ?? question.answers;
    const [only, ...others] = answers;
    ahead.set(question.id, only && !others.length ? assertDefined(ahead.get(only.to)) : join(question, answers, ahead));
  }
  return (id) => assertDefined(ahead.get(id));
}

/** What lies ahead of a question that is asked: all that lies ahead of its answers. */
function join(question: Question, answers: readonly Answer[], ahead: ReadonlyMap<string, Ahead>): Ahead {
  const outcomes = new Set<Outcome>();
  let questions = 0;
  for (const to of new Set(answers.map((answer) => answer.to))) {
    const next = assertDefined(ahead.get(to));
    for (const outcome of next.outcomes) outcomes.add(outcome);
    questions = Math.max(questions, next.questions);
  }
  return { outcomes, opens: question, questions: questions + 1 };
}

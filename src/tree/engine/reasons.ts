import { support } from './ladder.ts';
import { holds, type Circumstances } from './circumstances.ts';
import type { Answer, NextStep, Question } from './tree.ts';
import type { Path } from './walk.ts';

/** A fact the reader gave, and the answer it comes from. */
export interface Reason {
  readonly text: string;
  readonly question: Question;
  readonly answer: Answer;
}

/** The facts the reader gave, by how they bear on the outcome. */
export interface Reasons {
  readonly for: readonly Reason[];
  readonly against: readonly Reason[];
  /** Facts that speak neither way. */
  readonly neither: readonly Reason[];
}

/**
 * Weighs the answers given against the outcome they led to. Only answers on the path are cited. An answer that leads
 * straight to the outcome and speaks no way of its own counts for it: it is why the reader is here.
 *
 * @param path a path that ended
 * @returns the reasons, in the order they were given; none while there is no outcome
 */
export function reasons(path: Path): Reasons {
  const sorted = { for: [] as Reason[], against: [] as Reason[], neither: [] as Reason[] };
  if (!path.outcome) return sorted;
  for (const { question, given } of path.steps) {
    for (const answer of given) {
      if (!answer.reason) continue;
      const leadsHere = answer.to === path.outcome.id && answer.speaks === undefined;
      sorted[leadsHere ? 'for' : support(path.outcome.rung, answer.speaks)].push({
        text: answer.reason,
        question,
        answer,
      });
    }
  }
  return sorted;
}

/**
 * Picks the next steps that apply.
 *
 * @param steps the steps of an outcome or a safeguard
 * @param circumstances what holds
 * @returns the steps, in order
 */
export function nextSteps(steps: readonly NextStep[], circumstances: Circumstances): readonly NextStep[] {
  return steps.filter(({ only }) => holds(only, circumstances));
}

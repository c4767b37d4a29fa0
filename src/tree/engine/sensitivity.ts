import { lookAhead } from './reachability.ts';
import { height } from './ladder.ts';
import type { Answer, Outcome, Question, Tree } from './tree.ts';
import { deciding, excludes, type Path, type Step } from './walk.ts';

/** One way to change a single answer. */
export interface Change {
  readonly question: Question;
  /** The answer that is pressed. */
  readonly answer: Answer;
  /** It takes the place of what was given, comes on top of it, or is taken away. */
  readonly how: 'instead' | 'also' | 'without';
  /** The answers after the change. */
  readonly given: readonly Answer[];
}

/** A change of one answer that changes the outcome, or can. */
export interface Flip extends Change {
  /** The outcomes it can lead to, mildest first. Just one when no further question opens. */
  readonly outcomes: readonly Outcome[];
  /** The question that has to be answered then, or null. */
  readonly opens: Question | null;
  /** At most so many questions have to be answered then. */
  readonly questions: number;
}

/** Flips that lead to the same. */
export interface FlipGroup {
  readonly ways: readonly Flip[];
  readonly outcomes: readonly Outcome[];
  /** At most so many questions have to be answered first. */
  readonly questions: number;
}

/** An answer "I don't know", and what finding out can bring. */
export interface Unknown {
  readonly step: Step;
  /** The outcomes it can lead to when only this is found out, mildest first. */
  readonly outcomes: readonly Outcome[];
  /** True when finding out can change the outcome. */
  readonly matters: boolean;
}

/** All that is not known, and whether it matters. */
export interface Unknowns {
  readonly each: readonly Unknown[];
  /** The outcomes over all ways to answer all of them, mildest first. Just one: none of them matters. */
  readonly together: readonly Outcome[];
}

/**
 * Finds every change of one given answer that changes the outcome. Exact: nothing is left out, and each one listed holds.
 * The other answers stay as they are. What comes after a changed answer does not depend on it otherwise, since no way
 * comes back to a question; so one look ahead serves all changes.
 *
 * @param tree the tree
 * @param path a path that ended
 * @returns the flips, in the order of the path; none while there is no outcome
 */
export function flips(tree: Tree, path: Path): readonly Flip[] {
  const { outcome, steps } = path;
  if (!outcome) return [];
  const ahead = lookAhead(tree, fixedAnswers(steps));
  return steps.flatMap(changes).flatMap((change) => {
    const { outcomes, opens, questions } = ahead(deciding(change.given).to);
    if (outcomes.size === 1 && outcomes.has(outcome)) return [];
    return [{ ...change, outcomes: mildestFirst(outcomes), opens, questions }];
  });
}

/**
 * Gathers flips that lead to the same, so that they can be told in one breath.
 *
 * @param all flips
 * @returns groups with the same outcomes, and all with none, one or more questions to answer first; the mildest first
 */
export function groupFlips(all: readonly Flip[]): readonly FlipGroup[] {
  const groups = new Map<string, Flip[]>();
  for (const flip of all) {
    const key = [Math.min(flip.questions, 2), ...flip.outcomes.map(({ id }) => id)].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), flip]);
  }
  // The outcomes of a flip stand mildest first.
  const rank = ({ outcomes: [mildest] }: FlipGroup): number => (mildest ? height(mildest.rung) : 0);
  return [...groups.values()]
    .map((ways) => ({
      ways,
      outcomes: ways[0]?.outcomes ?? [],
      questions: Math.max(...ways.map((way) => way.questions)),
    }))
    .sort((a, b) => rank(a) - rank(b));
}

/**
 * Finds out whether what the reader does not know matters.
 *
 * @param tree the tree
 * @param path a path that ended
 * @returns each "I don't know" on the path, and all of them together
 */
export function unknowns(tree: Tree, path: Path): Unknowns {
  const { outcome, steps } = path;
  const open = outcome ? steps.filter(({ decides }) => decides.unknown) : [];
  if (!outcome || open.length === 0) return { each: [], together: outcome ? [outcome] : [] };
  const known = fixedAnswers(steps);
  const openIds = new Set(open.map(({ question }) => question.id));
  const findOut = (question: Question): readonly Answer[] => question.answers.filter(({ unknown }) => !unknown);
  const one = lookAhead(tree, known);
  const all = lookAhead(tree, (question) => (openIds.has(question.id) ? findOut(question) : known(question)));
  const each = open.map((step) => {
    const outcomes = new Set(findOut(step.question).flatMap(({ to }) => [...one(to).outcomes]));
    return { step, outcomes: mildestFirst(outcomes), matters: !outcomes.has(outcome) || outcomes.size > 1 };
  });
  return { each, together: mildestFirst(all(tree.first.id).outcomes) };
}

/**
 * Lists every way to change one step: another answer in its place, or one tick more or less.
 *
 * @param step a step of a path
 * @returns the changes, in the order of the answers
 */
export function changes(step: Step): readonly Change[] {
  const { question, given } = step;
  const change = (answer: Answer): Change | null => {
    const ticked = given.includes(answer);
    if (question.kind === 'one' || excludes(answer) || given.some(excludes)) {
      return ticked ? null : { question, answer, how: 'instead', given: [answer] };
    }
    if (!ticked)
      return {
        question,
        answer,
        how: 'also',
        given: question.answers.filter((a) => a === answer || given.includes(a)),
      };
    if (given.length === 1) return null;
    return { question, answer, how: 'without', given: given.filter((other) => other !== answer) };
  };
  return question.answers.map(change).filter((found) => found !== null);
}

/**
 * Settles every question on a path on the answer that decided it.
 *
 * @param steps the steps of a path
 * @returns for a question on the path its answer, for any other null
 */
export function fixedAnswers(steps: readonly Step[]): (question: Question) => readonly Answer[] | null {
  const decided = new Map(steps.map(({ question, decides }) => [question.id, [decides]]));
  return (question) => decided.get(question.id) ?? null;
}

/**
 * Puts outcomes in the order of the ladder.
 *
 * @param outcomes outcomes in any order
 * @returns the mildest first
 */
export function mildestFirst(outcomes: Iterable<Outcome>): readonly Outcome[] {
  return [...outcomes].sort((a, b) => height(a.rung) - height(b.rung));
}

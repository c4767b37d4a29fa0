import { lookAhead } from './reachability.ts';
import { assertDefined } from './assert-defined.ts';
import type { Answer, Outcome, Question, Tree } from './tree.ts';

/** What was answered: for each question the ids of its answers, one for a question of kind "one". */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** One question that was answered. */
export interface Step {
  readonly question: Question;
  /** The answers given, in the order of the question. */
  readonly given: readonly Answer[];
  /** The one of them that decides the way. */
  readonly decides: Answer;
}

/** The way from the first question: what was answered, then the question now, or the outcome. One of the two is always null. */
export interface Path {
  readonly steps: readonly Step[];
  readonly question: Question | null;
  readonly outcome: Outcome | null;
}

/**
 * Walks the tree from the start, as far as the answers reach. Answers that are not on the way are passed over.
 *
 * @param tree the tree
 * @param answers what was answered, in any order
 * @returns the path; the same for the same answers, whatever was answered and changed before
 */
export function walk(tree: Tree, answers: Answers): Path {
  const steps: Step[] = [];
  for (let question = tree.first; ;) {
    const step = stepAt(question, answers);
    if (!step) return { steps, question, outcome: null };
    steps.push(step);
    const outcome = tree.outcomes.get(step.decides.to);
    if (outcome) return { steps, question: null, outcome };
    question = assertDefined(tree.questions.get(step.decides.to));
  }
}

/**
 * Answers a question, or answers it anew. Later answers that can still count are kept; the others are gone.
 *
 * @param tree the tree
 * @param answers what was answered before
 * @param questionId the question
 * @param answerIds the ids of the answers chosen
 * @returns the answers now
 * @throws RangeError when the question is not in the tree or the choice does not fit it
 */
export function answer(tree: Tree, answers: Answers, questionId: string, answerIds: readonly string[]): Answers {
  const question = tree.questions.get(questionId);
  const given = question && choice(question, answerIds);
  if (!given) throw new RangeError(`"${answerIds.join(' + ')}" does not answer "${questionId}".`);
  return keep(tree, { ...answers, [questionId]: given.map(({ id }) => id) });
}

/**
 * Keeps the answers that count or still can: those on the path, and those to questions that can yet be asked.
 *
 * @param tree the tree
 * @param answers what was answered
 * @returns the answers kept, in the order of the tree
 */
export function keep(tree: Tree, answers: Answers): Answers {
  const ahead = new Set([tree.first.id]);
  const kept: Record<string, readonly string[]> = {};
  for (const question of tree.order) {
    if (!ahead.has(question.id)) continue;
    const step = stepAt(question, answers);
    if (step) kept[question.id] = step.given.map(({ id }) => id);
    for (const { to } of step ? [step.decides] : question.answers) ahead.add(to);
  }
  return kept;
}

/**
 * Counts the questions that can still come after this one.
 *
 * @param tree the tree
 * @param answers what was answered; these questions are not asked again
 * @param question the question now
 * @returns at most so many more, on the longest way
 */
export function atMostMore(tree: Tree, answers: Answers, question: Question): number {
  const ahead = lookAhead(tree, (other) => {
    const step = stepAt(other, answers);
    return step && [step.decides];
  });
  return Math.max(...question.answers.map(({ to }) => ahead(to).questions));
}

/**
 * Counts the outcomes that can still be reached.
 *
 * @param tree the tree
 * @param question the question now
 * @returns how many outcomes lie ahead, whatever is answered from here on
 */
export function resultsOpen(tree: Tree, question: Question): number {
  return lookAhead(tree, () => null)(question.id).outcomes.size;
}

/**
 * Reads a choice of answers.
 *
 * @param question the question
 * @param ids the ids chosen, in any order
 * @returns the answers in the order of the question, or null when they do not answer it: none, an unknown id,
 *   more than one where one is asked for, or one that excludes the others beside another
 */
export function choice(question: Question, ids: readonly string[]): readonly Answer[] | null {
  const wanted = new Set(ids);
  const given = question.answers.filter(({ id }) => wanted.has(id));
  if (given.length === 0 || given.length !== wanted.size) return null;
  if (given.length > 1 && (question.kind === 'one' || given.some(excludes))) return null;
  return given;
}

/**
 * Ticks or unticks an answer, as a reader does. An answer that excludes the others takes their place, and gives way to them.
 *
 * @param question the question
 * @param ids the ids ticked before
 * @param id the answer pressed
 * @returns the ids ticked now
 */
export function tick(question: Question, ids: readonly string[], id: string): readonly string[] {
  if (question.kind === 'one') return [id];
  if (ids.includes(id)) return ids.filter((other) => other !== id);
  const alone = (other: string): boolean => question.answers.some((answer) => answer.id === other && excludes(answer));
  return alone(id) ? [id] : [...ids.filter((other) => !alone(other)), id];
}

/**
 * Says whether an answer cannot stand beside others: "none of these", "I don't know".
 *
 * @param answer an answer
 * @returns true when it excludes the others
 */
export function excludes(answer: Answer): boolean {
  return answer.alone || answer.unknown;
}

/**
 * Finds the answer that decides the way: the most serious one.
 *
 * @param given the answers given, at least one
 * @returns the first of the most serious
 * @throws TypeError when none is given
 */
export function deciding(given: readonly Answer[]): Answer {
  return given.reduce((most, next) => ((next.seriousness ?? 0) > (most.seriousness ?? 0) ? next : most));
}

/**
 * Writes out the answers given to one question.
 *
 * @param given answers
 * @returns their texts in one line
 */
export function spoken(given: readonly Answer[]): string {
  return given.map(({ text }) => text).join('; ');
}

/** The step a question makes with these answers, or null when they do not answer it. Own keys only: "constructor" is a fair id. */
function stepAt(question: Question, answers: Answers): Step | null {
  const ids = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
  const given = ids ? choice(question, ids) : null;
  return given && { question, given, decides: deciding(given) };
}

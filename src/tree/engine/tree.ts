import type { AnswerData, OutcomeData, QuestionData, StepData, TreeData } from '../../content/schemas/tree.ts';
import type { Circumstance } from './circumstances.ts';
import { carriesOver } from './counsel.ts';

/** One question of a tree. */
export type Question = QuestionData;
/** One answer to a question. */
export type Answer = AnswerData;
/** One outcome of a tree, as far as the walk needs it: where it stands on the ladder, and what it says to do. */
export type Outcome = Pick<OutcomeData, 'id' | 'rung' | 'headline'>;
/** One outcome with all that a result says. Search words are left out: nobody who walks the tree needs them. */
export type OutcomeText = Omit<OutcomeData, 'aliases'>;
/** One step of an outcome. */
export type NextStep = StepData;

/** What a walk needs of a tree file: its questions, and what its outcomes are called. Small enough to travel to the browser. */
export interface TreeText extends Pick<
  TreeData,
  'title' | 'summary' | 'version' | 'minutes' | 'have' | 'questions' | 'retired'
> {
  readonly outcomes: readonly Outcome[];
  /** The circumstances that carry over from one tree to the next. */
  readonly shared: readonly Pick<Circumstance, 'id' | 'says' | 'excludes'>[];
}

/** A tree that can be walked: its text, and its questions and outcomes by id. */
export interface Tree {
  readonly text: TreeText;
  /** The question the walk begins with. */
  readonly first: Question;
  readonly questions: ReadonlyMap<string, Question>;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** The questions that can be reached, each before all those it leads to. */
  readonly order: readonly Question[];
}

/**
 * Leaves out of a tree file all that a walk does not need.
 *
 * @param data the checked content of a tree file
 * @param circumstances every circumstance
 * @returns what a page hands to the browser
 */
export function treeText(data: TreeData, circumstances: readonly Circumstance[] = []): TreeText {
  const { title, summary, version, minutes, have, questions, retired } = data;
  const outcomes = data.outcomes.map(({ id, rung, headline }) => ({ id, rung, headline }));
  const shared = circumstances.filter(carriesOver).map(({ id, says, excludes }) => ({ id, says, excludes }));
  return { title, summary, version, minutes, have, questions, retired, outcomes, shared };
}

/**
 * Takes the outcomes out of a tree file, with all that a result says.
 *
 * @param data the checked content of a tree file
 * @returns the outcomes, in the order of the file
 */
export function outcomeTexts(data: TreeData): readonly OutcomeText[] {
  return data.outcomes.map(({ aliases: _, ...outcome }) => outcome);
}

/**
 * Puts the reasons of answers in their places, for a tree that travelled without them.
 *
 * @param text the text of a tree
 * @param reasons what answers say as facts, by `question/answer`
 * @returns the text with them
 */
export function withReasons(text: TreeText, reasons: Readonly<Record<string, string>>): TreeText {
  return {
    ...text,
    questions: text.questions.map((question) => ({
      ...question,
      answers: question.answers.map((answer) => ({ ...answer, reason: reasons[`${question.id}/${answer.id}`] })),
    })),
  };
}

/**
 * Makes a tree ready to walk. `check.ts` tells all that is wrong with a tree; this only refuses what cannot be walked.
 *
 * @param text the text of a tree, sound by `check.ts`
 * @returns the tree with its index
 * @throws Error when there is no question, when an answer leads nowhere, or when the tree runs in a circle
 */
export function indexTree(text: TreeText): Tree {
  const first = text.questions[0];
  if (!first) throw new Error(`The tree "${text.title}" has no question.`);
  const questions = new Map(text.questions.map((question) => [question.id, question]));
  const outcomes = new Map(text.outcomes.map((outcome) => [outcome.id, outcome]));
  return { text, first, questions, outcomes, order: inOrder(first, questions, outcomes) };
}

/** The reachable questions, each before all those it leads to. A stack of its own, since a long tree would use up the language's. */
function inOrder(
  first: Question,
  questions: ReadonlyMap<string, Question>,
  outcomes: ReadonlyMap<string, Outcome>,
): readonly Question[] {
  const finished: Question[] = [];
  const seen = new Map<string, 'open' | 'finished'>([[first.id, 'open']]);
  const stack = [{ question: first, next: 0 }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const answer = top.question.answers[top.next++];
    if (!answer) {
      seen.set(top.question.id, 'finished');
      finished.push(top.question);
      stack.pop();
      continue;
    }
    if (outcomes.has(answer.to)) continue;
    const question = questions.get(answer.to);
    if (!question)
      throw new Error(`The answer "${top.question.id}/${answer.id}" leads to "${answer.to}", which is not there.`);
    if (seen.get(question.id) === 'open') throw new Error(`The tree runs in a circle through "${question.id}".`);
    if (seen.has(question.id)) continue;
    seen.set(question.id, 'open');
    stack.push({ question, next: 0 });
  }
  return finished.reverse();
}

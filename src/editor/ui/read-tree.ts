import type { Choice } from '../api.ts';

/** What the outline needs of a tree's data, however unfinished it is. */
export interface Outlined {
  readonly questions: readonly {
    readonly id: string;
    readonly ask: string;
    readonly answers: readonly {
      readonly id: string;
      readonly text: string;
      readonly to: string;
      /** Whether it is for who does not know. */
      readonly isUnknown: boolean;
      /** Whether it excludes the others, as "none of these" does. */
      readonly isAlone: boolean;
    }[];
  }[];
  readonly outcomes: readonly { readonly id: string; readonly headline: string }[];
}

const list = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.map((entry) => (entry ?? {}) as Readonly<Record<string, unknown>>) : [];
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads a tree out of the data of a file. */
export function readTree(data: unknown): Outlined {
  const { questions, outcomes } = (data ?? {}) as Readonly<Record<string, unknown>>;
  return {
    questions: list(questions).map(({ id, ask, answers }) => ({
      id: text(id),
      ask: text(ask),
      answers: list(answers).map((answer) => ({
        id: text(answer['id']),
        text: text(answer['text']),
        to: text(answer['to']),
        isUnknown: answer['unknown'] === true,
        isAlone: answer['alone'] === true,
      })),
    })),
    outcomes: list(outcomes).map(({ id, headline }) => ({ id: text(id), headline: text(headline) })),
  };
}

/** Where an answer can lead: the questions with their numbers, then the outcomes. Those of the same words are numbered too. */
export function waysOf({ questions, outcomes }: Outlined): readonly Choice[] {
  const times = new Map<string, number>();
  const numbered = (headline: string): string => {
    const time = (times.get(headline) ?? 0) + 1;
    times.set(headline, time);
    return time === 1 ? headline : `${headline} (${time})`;
  };
  return [
    ...questions.map(({ id, ask }, place) => ({ id, title: `${place + 1}. ${ask}` })),
    ...outcomes.map(({ id, headline }) => ({ id, title: `→ ${numbered(headline)}` })),
  ];
}

/** The id of the tree that a file holds, or the cases of. */
export const treeIn = (file: string): string => file.replace(/^.*\/|\.yaml$/g, '');

/** What is said where a way, or a recorded case, no longer comes to an outcome: somebody has to answer more. */
export const toAnswerFirst = 'a question that has no answer yet';
/** Whether a recorded case comes to no outcome. */
export const isUnanswered = (outcome: string | null): outcome is null | 'no outcome' =>
  outcome === null || outcome === 'no outcome';

/** Where a new answer goes: above the one for who does not know, and above those right before it that exclude the others. */
export function placeOfNew({ answers }: Outlined['questions'][number]): number {
  const unknown = answers.findIndex(({ isUnknown }) => isUnknown);
  const above = unknown === -1 ? answers : answers.slice(0, unknown);
  return above.findLastIndex(({ isAlone }) => !isAlone) + 1;
}

/** The answers that lead to a question or an outcome, with the place of each. */
export const leadingTo = (tree: Outlined, id: string) =>
  tree.questions.flatMap((question, place) =>
    question.answers.flatMap((answer, at) => (answer.to === id ? [{ question, answer, place, at }] : [])),
  );

import type { Tree } from '../../content/content.ts';
import type { Answer, Question } from '../engine/tree.ts';

/** All answers to a question that lead to one place. */
export interface Exit {
  /** The question or the outcome they lead to. */
  readonly to: string;
  readonly answers: readonly Answer[];
}

/** A question on the map, with its number and where its answers lead. */
export interface Stop {
  readonly number: number;
  readonly question: Question;
  readonly exits: readonly Exit[];
}

/**
 * Sets a tree out as a line of questions, in the tree's own order: the order and the numbers of the worksheet.
 *
 * @param tree a sound tree
 * @returns every question with its exits; answers that lead to one place stand together, where the first of them stands
 */
export function lineOf({ questions }: Pick<Tree, 'questions'>): readonly Stop[] {
  return questions.map((question, place) => ({
    number: place + 1,
    question,
    exits: [...new Set(question.answers.map(({ to }) => to))].map((to) => ({
      to,
      answers: question.answers.filter((answer) => answer.to === to),
    })),
  }));
}

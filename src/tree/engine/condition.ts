import type { StepData, TreeData } from '../../content/schemas/tree.ts';

/**
 * Says in words when a step applies, for pages that show an outcome without answers.
 * @param tree the tree the step belongs to
 * @param condition question id to the answer ids of which one is needed
 * @returns for example "If you answered “Not mine” to “Whose decision is it?”:"
 */
export function conditionInWords(tree: Pick<TreeData, 'questions'>, condition: NonNullable<StepData['if']>): string {
  const parts = Object.entries(condition).flatMap(([id, answers]) => {
    const question = tree.questions.find((question) => question.id === id);
    if (!question) return [];
    const texts = question.answers.filter((answer) => answers.includes(answer.id)).map((answer) => `"${answer.text}"`);
    return [`${texts.join(' or ')} to "${question.ask}"`];
  });
  return `If you answered ${parts.join(', and ')}:`;
}

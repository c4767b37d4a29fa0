import type { Tree } from './tree.ts';
import { walk, type Path } from './walk.ts';

/** A recorded case: what it is called, and its answers as files have them. */
export interface RecordedCase {
  readonly title: string;
  readonly answers: Readonly<Record<string, string | readonly string[]>>;
}

/** A recorded case that says which outcome its answers lead to. */
interface SayingCase extends RecordedCase {
  readonly id: string;
  readonly outcome: string;
}

/** A recorded case whose answers do not lead where it says. */
export interface Elsewhere {
  /** The place of the case among the others. */
  readonly at: number;
  readonly id: string;
  readonly title: string;
  /** The outcome that it says. */
  readonly says: string;
  /** The outcome that its answers lead to; null when they end at a question. */
  readonly is: string | null;
  /** That question. */
  readonly asked: string | null;
}

/**
 * Walks a tree with the answers of a recorded case.
 *
 * @param tree the tree
 * @param recorded the case
 * @returns the path, as far as its answers reach
 */
export const walkRecorded = (tree: Tree, { answers }: RecordedCase): Path =>
  walk(tree, Object.fromEntries(Object.entries(answers).map(([question, chosen]) => [question, [chosen].flat()])));

/**
 * Finds the recorded cases whose answers do not lead where they say.
 *
 * @param tree the tree
 * @param cases its recorded cases
 * @returns those that end elsewhere, in order
 */
export const endingElsewhere = (tree: Tree, cases: readonly SayingCase[]): readonly Elsewhere[] =>
  cases.flatMap((recorded, at) => {
    const { id, title, outcome: says } = recorded;
    const { outcome, question } = walkRecorded(tree, recorded);
    if (outcome?.id === says) return [];
    return [{ at, id, title, says, is: outcome?.id ?? null, asked: question?.id ?? null }];
  });

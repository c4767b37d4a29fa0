import type { CircumstanceData } from '../../content/schemas/counsel.ts';
import type { ConditionData } from '../../content/schemas/condition.ts';
import type { Answer, Question } from './tree.ts';
import type { Path } from './walk.ts';

/** Something true of the case that an answer carries, named once for all trees. */
export type Circumstance = CircumstanceData;
/** What a circumstance excludes. */
type Excluding = Pick<Circumstance, 'id' | 'excludes'>;
/** When something applies, over circumstances. */
export type Condition = ConditionData;

/** An answer on a path that carries a circumstance. */
export interface Carrier {
  readonly question: Question;
  readonly answer: Answer;
}

/** The circumstances that hold, each with the answers that carry it: none when it is known from another tree. */
export type Circumstances = ReadonlyMap<string, readonly Carrier[]>;

/**
 * Gathers the circumstances of a path: those of every answer given, and those known from elsewhere. What the path itself
 * asked is not known from elsewhere, nor is what one of its answers excludes.
 *
 * @param path a path, ended or not
 * @param known ids of circumstances known from another tree
 * @param all every circumstance, for what excludes what
 * @returns the circumstances, those of the path first, in the order of the answers
 */
export function circumstancesOf(
  path: Path,
  known: readonly string[] = [],
  all: readonly Excluding[] = [],
): Circumstances {
  const found = new Map<string, Carrier[]>();
  for (const { question, given } of path.steps)
    for (const answer of given)
      for (const id of answer.means) found.set(id, [...(found.get(id) ?? []), { question, answer }]);
  const answered = [...found.keys()];
  const asked = (id: string): boolean =>
    path.steps.some(({ question }) => question.answers.some(({ means }) => means.includes(id)));
  for (const id of known) {
    if (!asked(id) && !answered.some((other) => exclude(all, id, other))) found.set(id, []);
  }
  return found;
}

/**
 * Says whether two circumstances cannot hold together.
 *
 * @param all every circumstance
 * @param one the id of one
 * @param other the id of another
 * @returns true when either names the other under `excludes`
 */
export function exclude(all: readonly Excluding[], one: string, other: string): boolean {
  return all.some(
    ({ id, excludes }) => (id === one && excludes.includes(other)) || (id === other && excludes.includes(one)),
  );
}

/**
 * Says whether a condition holds: at least one of `any`, if there are any, all of `all`, and none of `none`.
 *
 * @param condition the condition, or nothing
 * @param circumstances what holds, by id
 * @returns true when it holds, and when there is no condition
 */
export function holds(condition: Condition | undefined, circumstances: { has(id: string): boolean }): boolean {
  if (!condition) return true;
  const has = (id: string): boolean => circumstances.has(id);
  return (
    (condition.any.length === 0 || condition.any.some(has)) && condition.all.every(has) && !condition.none.some(has)
  );
}

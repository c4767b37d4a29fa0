import { tree as words } from '../../i18n/en.ts';
import { assertDefined } from './assert-defined.ts';
import type { Circumstance, Condition } from './circumstances.ts';
import type { Change, FlipGroup } from './sensitivity.ts';
import type { Answer, Outcome } from './tree.ts';

/**
 * Says on what conditions flips hold, the changes of one question in one clause.
 *
 * @param ways changes of answers
 * @returns clauses that begin with "if", in the order of the changes
 */
export function conditions(ways: readonly Change[]): readonly string[] {
  const clauses = new Map<string, Change[]>();
  for (const change of ways) {
    const key = `${change.how} ${change.question.id}`;
    clauses.set(key, [...(clauses.get(key) ?? []), change]);
  }
  return [...clauses.values()].map((changes) => {
    const answers = oneOf(changes.map(({ answer }) => `“${answer.text}”`));
    const { how, question } = assertDefined(changes[0]);
    if (how === 'also') return `if ${answers} were true as well (${question.ask})`;
    if (how === 'without') return `if ${answers} were not so (${question.ask})`;
    return `if the answer to “${question.ask}” were ${answers}`;
  });
}

/**
 * Says what comes of flips, before their conditions.
 *
 * @param group flips that lead to the same
 * @returns the beginning of a sentence, before the names of the outcomes
 */
export function becomes({ questions }: FlipGroup): string {
  if (questions === 0) return 'It would become';
  return `It would open ${questions === 1 ? 'one more question' : 'more questions'}, then lead to`;
}

/**
 * Joins names.
 *
 * @param names at least one name
 * @returns the names with commas, the last after "or"
 */
export function oneOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/**
 * Names outcomes one after another.
 *
 * @param outcomes at least one outcome
 * @returns their headlines, the last after "or"
 */
export function anyOf(outcomes: readonly Outcome[]): string {
  return oneOf(outcomes.map(({ headline }) => `“${headline}”`));
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

/**
 * Says in words when something applies, for pages that show an outcome without answers.
 *
 * @param condition the condition
 * @param circumstances every circumstance
 * @returns for example "Only if: someone on our side was insulted."
 */
export function conditionInWords(condition: Condition, circumstances: readonly Circumstance[]): string {
  const facts = (ids: readonly string[]): string[] =>
    ids.map((id) => bare(circumstances.find((circumstance) => circumstance.id === id)?.says ?? id));
  const { any, all, none } = condition;
  const needed = [...(any.length > 0 ? [words.or(facts(any))] : []), ...facts(all)];
  return [
    ...(needed.length > 0 ? [words.onlyIf(words.and(needed))] : []),
    ...(none.length > 0 ? [words.onlyUnless(words.or(facts(none)))] : []),
  ].join(' ');
}

/** A sentence as a part of another: without its full stop. */
const bare = (sentence: string): string => sentence.replace(/\.$/, '');

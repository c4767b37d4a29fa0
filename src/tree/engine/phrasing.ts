import { treeResult as words } from '../../i18n/en.ts';
import type { Circumstance, Condition } from './circumstances.ts';

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

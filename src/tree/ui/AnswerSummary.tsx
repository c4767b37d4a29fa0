import type { JSX } from 'preact';
import { tree as words } from '../../i18n/en.ts';
import type { Question, TreeText } from '../engine/tree.ts';
import { spoken, type Step } from '../engine/walk.ts';

import type { Known } from './known.ts';

interface Props {
  readonly tree: TreeText;
  /** The tree's id. */
  readonly id: string;
  readonly steps: readonly Step[];
  /** The question that is shown; its answer is not repeated. */
  readonly now: Question | null;
  /** The address that shows a question again, to change its answer. */
  readonly link: (at: string) => string;
  /** Circumstances from other trees that this link carries along. */
  readonly carried: readonly string[];
  /** Where what is known comes from. */
  readonly known: Known;
  /** The address without a circumstance that is carried along. */
  readonly without: (circumstance: string) => string;
  readonly onRemove: (circumstance: string) => void;
}

/** The answers so far, each with a link to change it, and what is known from other trees, each with a link to remove it. */
export function AnswerSummary({
  tree,
  id,
  steps,
  now,
  link,
  carried,
  known,
  without,
  onRemove,
}: Props): JSX.Element | null {
  const shown = steps.filter(({ question }) => question !== now);
  if (shown.length === 0 && carried.length === 0) return null;
  const origin = ({ given }: Step): string | undefined =>
    given.flatMap(({ means }) => means.flatMap((one) => known[one] ?? [])).find((found) => found.tree !== id)?.title;
  return (
    <section class="tree__so-far" aria-labelledby="tree-so-far">
      <h3 id="tree-so-far">{now ? words.answersSoFar : words.yourAnswers}</h3>
      <dl>
        {shown.map((step) => {
          const { question, given } = step;
          const from = origin(step);
          return (
            <div>
              <dt>{question.ask}</dt>
              <dd>
                {spoken(given)} {from && <span class="quiet">{words.fromYourAnswersIn(from)} </span>}
                <a class="tree__change" href={link(question.id)}>
                  {words.change}
                  <span class="visually-hidden"> {words.changeWhich(question.ask)}</span>
                </a>
              </dd>
            </div>
          );
        })}
        {carried.map((one) => {
          const says = tree.shared.find((circumstance) => circumstance.id === one)?.says ?? one;
          return (
            <div>
              <dt>{known[one] ? words.fromYourAnswersIn(known[one].title) : words.fromAnotherTree}</dt>
              <dd>
                {says}{' '}
                <a class="tree__change" href={without(one)} onClick={() => onRemove(one)}>
                  {words.remove}
                  <span class="visually-hidden"> {says}</span>
                </a>
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

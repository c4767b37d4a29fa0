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
  /** The address that begins again. */
  readonly again: string;
  /** How many results can still be reached; empty at a result. */
  readonly open: string;
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
  again,
  open,
}: Props): JSX.Element | null {
  const shown = steps.filter(({ question }) => question !== now);
  const origin = ({ given }: Step): string | undefined =>
    given.flatMap(({ means }) => means.flatMap((one) => known[one] ?? [])).find((found) => found.tree !== id)?.title;
  if (shown.length + carried.length === 0) return null;
  return (
    <div class="tree__so-far sheet">
      {now && <h2>{words.answersSoFar}</h2>}
      <dl>
        {shown.map((step) => {
          const { question, given } = step;
          const from = origin(step);
          return (
            <div>
              <dt>{question.ask}</dt>
              <dd>
                <b>{spoken(given)}</b> {from && <span class="quiet">{words.fromYourAnswersIn(from)} </span>}
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
                <b>{says}</b>{' '}
                <a class="tree__change" href={without(one)} onClick={() => onRemove(one)}>
                  {words.remove}
                  <span class="visually-hidden"> {says}</span>
                </a>
              </dd>
            </div>
          );
        })}
      </dl>
      {open && <p class="quiet">{open}</p>}
      <p class="tree__again">
        <a href={again}>{words.startAgain}</a>
      </p>
    </div>
  );
}

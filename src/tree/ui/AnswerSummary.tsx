import type { JSX } from 'preact';
import type { Question } from '../engine/tree.ts';
import type { Step } from '../engine/walk.ts';
import { spoken } from '../engine/phrasing.ts';

interface Props {
  readonly steps: readonly Step[];
  /** The question that is shown; its answer is not repeated. */
  readonly now: Question | null;
  /** The address that shows a question again, to change its answer. */
  readonly link: (at: string) => string;
}

/** The answers so far, each with a link to change it. */
export function SoFar({ steps, now, link }: Props): JSX.Element | null {
  const shown = steps.filter(({ question }) => question !== now);
  if (shown.length === 0) return null;
  return (
    <section class="tree__so-far" aria-labelledby="tree-so-far">
      <h3 id="tree-so-far">{now ? 'Your answers so far' : 'Your answers'}</h3>
      <dl>
        {shown.map(({ question, given }) => (
          <div>
            <dt>{question.ask}</dt>
            <dd>
              {spoken(given)}{' '}
              <a class="tree__change" href={link(question.id)}>
                Change<span class="visually-hidden"> your answer to: {question.ask}</span>
              </a>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

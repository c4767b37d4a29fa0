import { useEffect, useRef, useState } from 'preact/hooks';
import type { JSX, RefObject } from 'preact';
import { tree as words } from '../../i18n/en.ts';
import type { Question } from '../engine/tree.ts';
import { choice, tick } from '../engine/walk.ts';

interface Props {
  readonly question: Question;
  /** The ids answered before, when the reader comes back. */
  readonly given: readonly string[];
  readonly number: number;
  readonly atMostMore: number;
  /** Where "Back" leads. */
  readonly back: string;
  readonly heading: RefObject<HTMLHeadingElement>;
  readonly onError: () => void;
  readonly onAnswer: (ids: readonly string[]) => void;
}

/** One question. Choosing changes nothing until the reader presses Continue. */
export function QuestionForm({ question, given, number, atMostMore, back, heading, ...on }: Props): JSX.Element {
  const [chosen, setChosen] = useState(given);
  const [errors, setErrors] = useState(0);
  const summary = useRef<HTMLDivElement>(null);
  const first = useRef<HTMLInputElement>(null);
  const several = question.kind === 'several';
  const error = several ? words.selectAtLeastOne : words.chooseAnAnswer;

  useEffect(() => summary.current?.focus(), [errors]);

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (choice(question, chosen)) return on.onAnswer(chosen);
    setErrors(errors + 1);
    on.onError();
  };
  const toFirst = (event: MouseEvent): void => {
    // The address holds the answers, so the link moves the focus itself.
    event.preventDefault();
    first.current?.focus();
  };

  return (
    <form class="tree__question" noValidate onSubmit={submit}>
      {errors > 0 && (
        <div class="tree__error" role="alert" tabIndex={-1} ref={summary}>
          <p>
            <strong>{words.thereIsAProblem}</strong>{' '}
            <a href={`#answer-${question.answers[0]?.id}`} onClick={toFirst}>
              {error}
            </a>
          </p>
        </div>
      )}
      <p class="tree__back">
        <a href={back}>{words.back}</a>
      </p>
      <fieldset class="tree__fieldset" aria-describedby={several ? 'tree-several' : undefined}>
        <legend class="tree__legend">
          <span class="tree__count">{words.questionCount(number, atMostMore)}</span>
          <h2 class="tree__title" tabIndex={-1} ref={heading}>
            {question.ask}
          </h2>
        </legend>
        <details class="tree__help">
          <summary>{words.whyWeAsk}</summary>
          <p>{question.why}</p>
          <p>{question.find}</p>
          {question.noUnknown && <p>{question.noUnknown}</p>}
        </details>
        {several && (
          <p class="tree__hint" id="tree-several">
            {words.severalHint}
          </p>
        )}
        {errors > 0 && (
          <p class="tree__wrong" id="tree-wrong">
            {error}
          </p>
        )}
        <div class="tree__answers">
          {question.answers.map(({ id, text, help }, place) => (
            <div class="tree__answer">
              <input
                type={several ? 'checkbox' : 'radio'}
                name="answer"
                id={`answer-${id}`}
                ref={place === 0 ? first : null}
                checked={chosen.includes(id)}
                aria-describedby={
                  [help && `help-${id}`, errors > 0 && 'tree-wrong'].filter(Boolean).join(' ') || undefined
                }
                onChange={() => setChosen(tick(question, chosen, id))}
              />
              <label for={`answer-${id}`}>{text}</label>
              {help && (
                <p class="tree__answer-help" id={`help-${id}`}>
                  {help}
                </p>
              )}
            </div>
          ))}
        </div>
      </fieldset>
      <button class="button button--main" type="submit">
        {words.continue}
      </button>
    </form>
  );
}

import { useEffect, useRef, useState } from 'preact/hooks';
import type { JSX, RefObject } from 'preact';
import { tree as words } from '../../i18n/en.ts';
import type { Question } from '../engine/tree.ts';
import { choice, tick } from '../engine/walk.ts';

interface Props {
  readonly question: Question;
  /** The ids answered before, when the reader comes back. */
  readonly given: readonly string[];
  /** What the tree asks as a whole. */
  readonly title: string;
  readonly number: number;
  readonly atMostMore: number;
  /** Where "Back" leads. */
  readonly back: string;
  readonly heading: RefObject<HTMLHeadingElement>;
  readonly embedded: boolean | undefined;
  /** Whether nothing was chosen when the reader went on. */
  readonly isWrong?: boolean;
  readonly onError: () => void;
  readonly onAnswer: (ids: readonly string[]) => void;
}

/** One question. Choosing changes nothing until the reader presses Continue. */
export function QuestionForm({
  question,
  given,
  title,
  number,
  atMostMore,
  back,
  heading,
  embedded,
  isWrong = false,
  ...on
}: Props): JSX.Element {
  const [chosen, setChosen] = useState(given);
  const [errors, setErrors] = useState(Number(isWrong));
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const several = question.kind === 'several';
  const error = several ? words.selectAtLeastOne : words.chooseAnAnswer;
  const Heading = embedded ? 'h2' : 'h1';
  const inputs = (): NodeListOf<HTMLInputElement> | undefined => form.current?.querySelectorAll('input');

  useEffect(() => summary.current?.focus(), [errors]);
  useEffect(() => {
    // Numbers choose and Enter continues, unless somebody types or presses something else.
    const press = (event: KeyboardEvent): void => {
      const { key, target } = event;
      const isHere = form.current?.contains(target as Node) || (!embedded && target === document.body);
      if (!isHere || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const input = /^[1-9]$/.test(key) ? inputs()?.[Number(key) - 1] : undefined;
      if (input) {
        input.click();
        input.focus();
      } else if (key === 'Enter' && !(target as Element).closest('a, button, input')) form.current?.requestSubmit();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (choice(question, chosen)) return on.onAnswer(chosen);
    setErrors(errors + 1);
    on.onError();
  };
  const toFirst = (event: MouseEvent): void => {
    // The address holds the answers, so the link moves the focus itself.
    event.preventDefault();
    inputs()?.[0]?.focus();
  };

  return (
    <form class="tree__question" noValidate onSubmit={submit} ref={form}>
      <p class="tree__where">
        <a class="tree__back" href={back}>
          {words.back}
        </a>{' '}
        <span class="quiet">
          <span class="tree__of">{title} · </span>
          <span class="tree__count">{words.questionCount(number, atMostMore)}</span>
        </span>
      </p>
      <div class="tree__segments" aria-hidden="true">
        {Array.from({ length: number + atMostMore }, (_, place) => (
          <i class={place < number - 1 ? 'is-done' : place < number ? 'is-now' : ''} />
        ))}
      </div>
      {errors > 0 && (
        <div class="tree__error" role="alert" tabIndex={-1} ref={summary}>
          <h2>{words.thereIsAProblem}</h2>
          <p>
            <a href={`#answer-${question.answers[0]?.id}`} onClick={toFirst}>
              {error}
            </a>
          </p>
        </div>
      )}
      <fieldset
        class="tree__fieldset"
        // A group of boxes to tick cannot be wrong as a whole: there each box is.
        {...(several ? {} : { role: 'radiogroup', 'aria-invalid': errors > 0 })}
        aria-describedby={['tree-why', several && 'tree-several', errors > 0 && 'tree-wrong'].filter(Boolean).join(' ')}
      >
        <legend class="tree__legend">
          <Heading class="tree__title" tabIndex={-1} ref={heading}>
            {question.ask}
          </Heading>
        </legend>
        <p class="tree__why" id="tree-why">
          {question.why}
        </p>
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
          {question.answers.map(({ id, text, help, unknown }, place) => (
            <>
              {unknown && place > 0 && <p class="tree__or quiet">{words.or}</p>}
              <div class="tree__answer">
                <input
                  type={several ? 'checkbox' : 'radio'}
                  name={several ? undefined : 'answer'}
                  id={`answer-${id}`}
                  checked={chosen.includes(id)}
                  aria-invalid={(several && errors > 0) || undefined}
                  aria-describedby={
                    [help && `help-${id}`, several && errors > 0 && 'tree-wrong'].filter(Boolean).join(' ') || undefined
                  }
                  onChange={() => setChosen(tick(question, chosen, id))}
                />
                <label for={`answer-${id}`}>{text}</label>
                {place < 9 && <kbd aria-hidden="true">{place + 1}</kbd>}
                {help && (
                  <p class="tree__answer-help" id={`help-${id}`}>
                    {help}
                  </p>
                )}
              </div>
            </>
          ))}
        </div>
      </fieldset>
      <p class={embedded ? 'tree__do' : 'tree__do action-bar'}>
        <button class="button button--main" type="submit">
          {words.continue}
        </button>
      </p>
    </form>
  );
}

import { useState } from 'preact/hooks';
import { script as words } from '../../i18n/en.ts';
import { isFilled, readSum, write } from '../engine/values.ts';
import type { Settings, Value } from '../engine/values.ts';
import type { FieldData } from '../../content/schemas/script.ts';

interface Props {
  /** The id of the input, and the start of the ids around it. */
  id: string;
  field: FieldData;
  value: Value | undefined;
  optional: boolean;
  settings: Settings;
  /** Whether the value is what the last result puts in. */
  fromAnswers?: boolean;
  /** Whether the reader has been in it and gone on. */
  isLeft?: boolean;
  onValue: (value: Value) => void;
}

/** One field of the form: label, hint and the input of its kind. */
export function FieldInput({
  id,
  field,
  value,
  optional,
  settings,
  fromAnswers = false,
  isLeft = false,
  onValue,
}: Props) {
  const [left, leave] = useState(isLeft);
  const { kind, label, help, example, choices = [] } = field;
  const text = typeof value === 'string' ? value : '';
  // Told once the reader has gone on: the first sign of a sum is none yet.
  const noSum = left && kind === 'money' && isFilled(value) && readSum(text.trim(), settings) === undefined;
  const name = (
    <>
      {label}
      {optional && kind !== 'yes-or-no' && <span class="quiet"> {words.optional}</span>}
    </>
  );
  const about = help && (
    <p class="script__hint" id={`${id}-hint`}>
      {help}
    </p>
  );
  const described = [help && `${id}-hint`, noSum && `${id}-sum`, fromAnswers && `${id}-from`].filter(Boolean).join(' ');
  const common = {
    id,
    value: text,
    autocomplete: 'off' as const,
    // Some browsers send what they check to their makers.
    spellcheck: false,
    'aria-describedby': described || undefined,
    'aria-invalid': noSum || undefined,
    onInput: (event: { currentTarget: { value: string } }) => onValue(event.currentTarget.value),
    onBlur: () => leave(true),
  };
  const such = example ? words.suchAs(write(kind, example, settings) ?? example) : '';
  const placeholder = such;
  // What is likely to be long has two lines, so that the whole of it is seen; it stays one line of the text.
  const wide = kind === 'text' && such.length > 30;
  const oneLine = {
    ...common,
    onInput: (event: { currentTarget: { value: string } }) =>
      onValue(event.currentTarget.value.replace(/\s*\n\s*/g, ' ')),
    onKeyDown: (event: KeyboardEvent & { currentTarget: HTMLTextAreaElement }) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      event.currentTarget.form?.requestSubmit();
    },
  };

  if (kind === 'yes-or-no') {
    return (
      <div class="script__field">
        <label class="script__tick">
          <input
            type="checkbox"
            id={id}
            checked={value === true}
            aria-describedby={common['aria-describedby']}
            onChange={(event) => onValue(event.currentTarget.checked)}
          />
          <span>{name}</span>
        </label>
        {about}
      </div>
    );
  }
  if (kind === 'several') {
    const ticked = Array.isArray(value) ? value : [];
    const tick = (choice: string, on: boolean): void =>
      onValue(choices.filter((each) => (each === choice ? on : ticked.includes(each))));
    return (
      <fieldset class="script__field" aria-describedby={common['aria-describedby']}>
        <legend>{name}</legend>
        {about}
        {choices.map((choice, i) => (
          <label class="script__tick" key={choice}>
            <input
              type="checkbox"
              id={i === 0 ? id : undefined}
              checked={ticked.includes(choice)}
              onChange={(event) => tick(choice, event.currentTarget.checked)}
            />
            <span>{choice}</span>
          </label>
        ))}
      </fieldset>
    );
  }
  return (
    <div class="script__field">
      <label for={id}>{name}</label>
      {about}
      {kind === 'long-text' ? (
        <textarea rows={4} placeholder={placeholder} {...common} />
      ) : wide ? (
        <textarea rows={2} placeholder={placeholder} {...oneLine} />
      ) : kind === 'choice' ? (
        <select {...common}>
          <option value="">{words.choose}</option>
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      ) : (
        <input
          type={kind === 'date' ? 'date' : 'text'}
          // WebKit sets a field that asks for no completion back to its default once Back has brought the page back.
          {...(typeof document !== 'undefined' && { defaultValue: text })}
          inputMode={kind === 'money' ? 'decimal' : undefined}
          placeholder={kind === 'date' ? undefined : placeholder}
          {...common}
        />
      )}
      {noSum && (
        <p class="script__hint" id={`${id}-sum`}>
          {words.noSum}
        </p>
      )}
      {fromAnswers && (
        <p class="script__hint" id={`${id}-from`}>
          {words.fromAnswers}{' '}
          <button type="button" class="script__link" onClick={() => onValue('')}>
            {words.remove}
          </button>
        </p>
      )}
    </div>
  );
}

import { script as words } from '../../i18n/en.ts';
import { write } from '../engine/values.ts';
import type { Settings, Value } from '../engine/values.ts';
import type { FieldData } from '../../content/schemas/script.ts';

interface Props {
  /** The id of the input, and the start of the ids around it. */
  id: string;
  field: FieldData;
  value: Value | undefined;
  optional: boolean;
  settings: Settings;
  onValue: (value: Value) => void;
}

/** One field of the form: label, hint and the input of its kind. */
export function FieldInput({ id, field, value, optional, settings, onValue }: Props) {
  const { kind, label, help, example, choices = [] } = field;
  const such =
    example && kind !== 'choice' && kind !== 'several' && words.suchAs(write(kind, example, settings) ?? example);
  const hint = [help, such].filter(Boolean).join(' ');
  const name = (
    <>
      {label}
      {optional && kind !== 'yes-or-no' && <span class="quiet"> {words.optional}</span>}
    </>
  );
  const about = hint && (
    <p class="script__hint" id={`${id}-hint`}>
      {hint}
    </p>
  );
  const text = typeof value === 'string' ? value : '';
  const common = {
    id,
    value: text,
    autocomplete: 'off' as const,
    'aria-describedby': hint ? `${id}-hint` : undefined,
    onInput: (event: { currentTarget: { value: string } }) => onValue(event.currentTarget.value),
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
        <textarea rows={4} {...common} />
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
          inputMode={kind === 'money' ? 'decimal' : undefined}
          {...common}
        />
      )}
    </div>
  );
}

import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { Choice, Path } from '../api.ts';
import { optionOf } from '../engine/field-words.ts';
import type { Single as SingleForm } from '../engine/form.ts';
import { setting, valueAt } from './apply.ts';
import type { Desk } from './desk.ts';
import { Choices, many } from './Choices.tsx';
import { faultsAt } from './Faults.tsx';
import { readTree, treeIn, waysOf } from './read-tree.ts';
import { idAt, useDesk } from './use-desk.ts';
import { usedNear } from './used-near.ts';

interface Props {
  readonly form: SingleForm;
  readonly path: Path;
  readonly isRequired: boolean;
  /** What counts when it is left out. */
  readonly otherwise?: unknown;
  /** Its name, where no label stands beside it. */
  readonly label?: string;
  /** The id of the help that stands beside it, if any. */
  readonly help?: string | false;
  readonly onEnter?: () => void;
}

/** What a reference can be chosen from. */
function choicesFor(desk: Desk, to: string): readonly Choice[] {
  if (to === 'way') return waysOf(readTree(desk.data));
  if (to === 'ending') {
    const tree = `${treeIn(desk.open?.file ?? '')}/`;
    const endings = desk.files?.references.outcome.filter(({ id }) => id.startsWith(tree)) ?? [];
    return endings.map(({ id, title }) => ({ id: id.slice(tree.length), title }));
  }
  return (desk.files?.references as Readonly<Record<string, readonly Choice[]>> | undefined)?.[to] ?? [];
}

/** The key that a value stands under; an entry of a list under that of its list. */
const keyOf = (path: Path): string => String(path.findLast((key) => typeof key === 'string') ?? '');

/** The control of one value. What is emptied and need not be there is taken out of the file. */
export function Single({ form, path, isRequired, otherwise, label, help, onEnter }: Props): JSX.Element {
  const desk = useDesk();
  const value = valueAt(desk.data, path);
  const id = idAt(path);
  const set = (to: unknown): void => {
    if (to !== undefined) desk.change(setting(desk.data, path, to));
    else if (value !== undefined) desk.change({ remove: path });
  };
  const setText = (text: string): void => set(text === '' && !isRequired ? undefined : text);
  const faults = faultsAt(desk, path);
  const isWrong = faults.some((fault) => !desk.isStillToFill(fault));
  const common = {
    id,
    'aria-label': label,
    'aria-invalid': isWrong || undefined,
    'aria-describedby': [help, faults.length > 0 && `${id}-fault`].filter(Boolean).join(' ') || undefined,
    disabled: desk.isReadOnly,
  };
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  switch (form.kind) {
    case 'text':
      return (
        <Typed {...common} value={text} isLong={form.isLong} most={form.most} onText={setText} onEnter={onEnter} />
      );
    case 'number':
      return (
        <Typed
          {...common}
          value={text}
          type="number"
          min={form.least}
          max={form.most}
          onText={(typed) => (typed === '' ? setText('') : set(Number(typed)))}
        />
      );
    case 'date':
      return <Typed {...common} value={text} type="date" onText={setText} />;
    case 'yes or no':
      return (
        <input
          {...common}
          type="checkbox"
          checked={value === undefined ? otherwise === true : value === true}
          onChange={({ currentTarget: { checked } }) =>
            set(checked || isRequired || otherwise === true ? checked : undefined)
          }
        />
      );
    case 'fixed':
      return (
        <span id={id} class="quiet">
          {form.value}
        </span>
      );
    default: {
      const choices =
        form.kind === 'choice'
          ? form.of.map((one) => ({ id: one, title: optionOf(keyOf(path), one) }))
          : choicesFor(desk, form.to);
      const near = form.kind === 'reference' && choices.length >= many ? usedNear(desk.data, path) : [];
      return (
        <Choices
          {...common}
          choices={[
            ...near.flatMap(({ group, ids }) =>
              choices.filter(({ id }) => ids.has(id)).map((one) => ({ ...one, group })),
            ),
            ...choices,
          ]}
          value={text}
          empty={isRequired || desk.isToFill(path) ? 'Choose …' : 'None'}
          onChoice={setText}
        />
      );
    }
  }
}

interface TypedProps {
  readonly id: string;
  readonly value: string;
  readonly type?: 'text' | 'number' | 'date';
  readonly isLong?: boolean;
  readonly most?: number | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly disabled: boolean;
  readonly onText: (text: string) => void;
  readonly onEnter?: (() => void) | undefined;
}

/** A field one types in. While it has the focus it keeps what was typed: an answer of the server never moves the cursor. */
function Typed({ value, type = 'text', isLong = false, most, onText, onEnter, ...common }: TypedProps): JSX.Element {
  const { renewed } = useDesk();
  const [typed, setTyped] = useState(value);
  const [isIn, setIn] = useState(false);
  // Once drawn it stays what it is, however long the text becomes.
  const [isArea] = useState(isLong || value.length > 60 || value.includes('\n'));
  useEffect(() => {
    if (!isIn) setTyped(value);
  }, [value, isIn]);
  // At once: what is typed next goes into it.
  useLayoutEffect(() => setTyped(value), [renewed]);
  const given = {
    ...common,
    value: isIn ? typed : value,
    autocomplete: 'off' as const,
    onFocus: () => (setTyped(value), setIn(true)),
    onBlur: () => setIn(false),
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => {
      setTyped(currentTarget.value);
      onText(currentTarget.value);
    },
  };
  const left = most !== undefined && isIn && typed.length > most * 0.8 && (
    <small class="quiet">
      {typed.length > most ? `${typed.length - most} too many` : `${most - typed.length} letters left`}
    </small>
  );
  return (
    <>
      {isArea ? (
        <textarea {...given} rows={Math.min(12, Math.ceil(typed.length / 60) + typed.split('\n').length - 1) || 1} />
      ) : (
        <input
          {...given}
          type={type}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !onEnter) return;
            event.preventDefault();
            onEnter();
          }}
        />
      )}
      {left}
    </>
  );
}

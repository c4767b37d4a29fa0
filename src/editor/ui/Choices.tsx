import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Choice } from '../api.ts';
import { toldApart } from './drawing.ts';

/** So many choices are no longer taken in at a glance: they come in groups, and can be looked through by typing. */
export const many = 15;
/** So many of those found are in sight at once. */
const inSight = 8;

interface Props {
  readonly id: string;
  readonly value: string;
  /** In their order. One that stands in two groups is offered in the first. */
  readonly choices: readonly Choice[];
  /** What it says as long as nothing is chosen. */
  readonly empty: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly 'aria-label'?: string | undefined;
  readonly 'aria-invalid'?: boolean | undefined;
  readonly 'aria-describedby'?: string | undefined;
  readonly onChoice: (id: string) => void;
}

/** A list to choose one from. A long one has a field above it: what is typed there narrows it down. */
export function Choices({ choices: all, value, empty, onChoice, ...common }: Props): JSX.Element {
  const [typed, setTyped] = useState('');
  const choices = toldApart([...new Map(all.toReversed().map((one) => [one.id, one])).values()].toReversed());
  const isThere = value === '' || choices.some(({ id }) => id === value);
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = choices.filter(({ title, group = '' }) =>
    words.every((word) => `${title} ${group}`.toLowerCase().includes(word)),
  );
  const groups = Object.entries(Object.groupBy(found, ({ group = '' }) => group));
  const isLong = choices.length >= many;
  const options = (of: readonly Choice[]) =>
    of.map(({ id, title }) => (
      <option value={id} key={id}>
        {title}
      </option>
    ));
  return (
    <>
      {isLong && value === '' && !common.disabled && (
        <input
          type="search"
          class="choices__find"
          autocomplete="off"
          placeholder="Type to find …"
          aria-label={`Find in ${choices.length} to choose from`}
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      )}
      <select
        {...common}
        class="choices__all"
        value={value}
        // What was found is in sight at once, to be pressed.
        size={words.length > 0 ? Math.min(inSight, found.length + groups.length + 1) : undefined}
        onChange={({ currentTarget }) => {
          setTyped('');
          onChoice(currentTarget.value);
        }}
      >
        <option value="">{words.length > 0 ? `${found.length} found` : empty}</option>
        {!isThere && <option value={value}>{value} (not there)</option>}
        {groups.length > 1
          ? groups.map(([group, of = []]) =>
              group === '' ? (
                options(of)
              ) : (
                <optgroup label={group} key={group}>
                  {options(of)}
                </optgroup>
              ),
            )
          : options(found)}
      </select>
    </>
  );
}

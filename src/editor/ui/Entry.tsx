import type { ComponentChildren, JSX } from 'preact';
import type { Path } from '../api.ts';
import { Counts, Faults, faultsAt } from './Faults.tsx';
import { isWithin } from './is-within.ts';
import { holderIdAt, idAt, useDesk, useFold } from './use-desk.ts';

interface Props {
  readonly path: Path;
  /** What tells it from its neighbours. */
  readonly line: string;
  /** Short marks behind it. */
  readonly marks?: readonly string[];
  /** Where it can be moved to, before the next but one: undefined at the ends. */
  readonly onUp?: (() => void) | undefined;
  readonly onDown?: (() => void) | undefined;
  readonly onRemove?: (() => void) | undefined;
  /** Buttons of its own. */
  readonly actions?: ComponentChildren;
  /** Whether it is small enough to be shown as it is. */
  readonly isInline: boolean;
  readonly children: () => ComponentChildren;
}

/** One entry of a list: a single line until it is opened, with buttons to move and to remove it. */
export function Entry({ path, line, marks = [], isInline, actions, children, ...on }: Props): JSX.Element {
  const desk = useDesk();
  // In an entry just added all that is to fill is in sight.
  const isInFresh = desk.fresh.some((added) => added.path.length < path.length && isWithin(added.path, path));
  const [isOpen, open] = useFold([path], { atFirst: isInFresh || isInline });
  const all = faultsAt(desk, path, 'within');
  const id = `${idAt(path)}-entry`;
  const name = line || 'nothing yet';
  const button = (sign: string, does: string, press: (() => void) | undefined) => (
    <button type="button" class="sign" aria-label={`${does}: ${name}`} title={does} disabled={!press} onClick={press}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
  return (
    <li class={isInline ? 'entry entry--inline' : isOpen ? 'entry is-open' : 'entry'} id={id}>
      <div class="entry__line">
        {isInline ? (
          <div class="entry__value">{children()}</div>
        ) : (
          <button
            type="button"
            class="entry__open"
            id={holderIdAt(path)}
            aria-expanded={isOpen}
            onClick={() => open(!isOpen)}
          >
            <span>
              {name}
              {(marks.length > 0 || all.length > 0) && (
                <span class="entry__marks">
                  {marks.map((mark) => (
                    <small class="mark">{mark}</small>
                  ))}
                  <Counts faults={all} />
                </span>
              )}
            </span>
          </button>
        )}
        {!desk.isReadOnly && on.onRemove && (
          <span class="entry__do">
            {button('↑', 'Move up', on.onUp)}
            {button('↓', 'Move down', on.onDown)}
            {button('×', 'Remove', on.onRemove)}
          </span>
        )}
      </div>
      {!isInline && isOpen && (
        <div class="entry__in">
          <Faults path={path} />
          {!desk.isReadOnly && actions && <p class="buttons">{actions}</p>}
          {children()}
        </div>
      )}
    </li>
  );
}

import type { JSX } from 'preact';
import { blank, formLike, lineOf, namingKey, shows, wayTaken, type Form, type List } from '../engine/form.ts';
import { labelOf } from '../engine/field-words.ts';
import { setting, valueAt } from './apply.ts';
import { focusMoved, focusNear, isSmall, keysOf, newId, today, type Draw, type Drawn } from './drawing.ts';
import { Entry } from './Entry.tsx';
import { Faults, faultsAt } from './Faults.tsx';
import { idAt, useDesk, useFold, useNames } from './use-desk.ts';

/** A list: its entries one below the other, and a button that adds one. A long list of short texts folds as a whole. */
export function Entries({
  form: { entry, atLeast },
  path,
  isRequired,
  label,
  look = {},
  draw: Control,
}: Drawn<List> & { readonly draw: Draw }): JSX.Element {
  const desk = useDesk();
  const value = valueAt(desk.data, path);
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  const names = useNames(entries.length);
  // One that can be written in two ways is as small as the way it is written in.
  const isInlineAt = (at: number): boolean => isSmall(wayOf(entry, entries[at]));
  const isInline = isSmall(entry);
  const isWanted = faultsAt(desk, path, 'within').length > 0;
  const [isOpen, open] = useFold([path], { atFirst: !isInline || entries.length <= 6, isWanted });
  const lineAt = (at: number): string => look.line?.(at) ?? shortLine(desk, entry, entries[at]);

  const insert = (at: number, what: unknown): void => {
    names.inserted(at);
    open(true);
    desk.change(Array.isArray(value) ? { insert: [...path, at], value: what } : setting(desk.data, path, [what]));
    if (!Array.isArray(value)) desk.tell({ fresh: [...desk.fresh, { path: [...path, at], isEntered: false }] });
    desk.go([...path, at]);
  };
  const add = (at = entries.length): void => {
    const group = entry.kind === 'group' ? entry : undefined;
    const naming = namingKey(entry);
    const hasId = group?.fields.some(({ key, form }) => key === 'id' && form.kind === 'text');
    if (look.onAdd) look.onAdd();
    else if (!group || !naming || !hasId) insert(at, blank(entry, today()));
    else
      desk.tell({
        asking: {
          title: `Add to “${label}”`,
          words: labelOf(naming),
          yes: 'Add',
          run: (words) => insert(at, { ...keysOf(blank(entry, today())), id: newId(words, entries), [naming]: words }),
        },
      });
  };
  const move = (at: number, to: number): void => {
    names.moved(at, to);
    desk.change({ move: [...path, at], to });
    desk.tell({ said: `Moved to place ${to + 1} of ${entries.length}.` });
    focusMoved(path, to, at, to, entries.length);
  };
  const remove = (at: number): void => {
    names.removed(at);
    desk.change({ remove: entries.length === 1 && !isRequired && atLeast === 0 ? path : [...path, at] });
    desk.tell({ said: `Removed: ${lineAt(at)}` });
    focusNear(path, at, entries.length - 1);
  };

  if (!isOpen)
    return (
      <button type="button" class="more__open" aria-expanded={false} onClick={() => open(true)}>
        {entries.length} entries{' '}
        <small class="quiet">
          {entries
            .slice(0, 4)
            .map((_, at) => lineAt(at))
            .join(', ')}{' '}
          …
        </small>
      </button>
    );
  return (
    <>
      <ul class="entries">
        {entries.map((_, at) => (
          <Entry
            key={names.list[at]}
            path={[...path, at]}
            line={lineAt(at)}
            marks={look.marks?.(at) ?? []}
            isInline={isInlineAt(at)}
            actions={look.actions?.(at)}
            onUp={at > 0 ? () => move(at, at - 1) : undefined}
            onDown={at < entries.length - 1 ? () => move(at, at + 1) : undefined}
            onRemove={look.onRemove ? () => look.onRemove?.(at) : () => remove(at)}
          >
            {() => (
              <>
                {isInlineAt(at) && <Faults path={[...path, at]} />}
                <Control
                  form={shows(entry, entries[at]) ? entry : formLike(entries[at])}
                  path={[...path, at]}
                  looks={look.looks}
                  isRequired
                  label={`${label} ${at + 1}`}
                  onEnter={() => add(at + 1)}
                />
              </>
            )}
          </Entry>
        ))}
      </ul>
      {!desk.isReadOnly && (
        <button type="button" class="button--small" id={`${idAt(path)}-add`} onClick={() => add()}>
          {look.addText ?? 'Add'}
          <span class="visually-hidden"> to {label}</span>
        </button>
      )}
    </>
  );
}

/** The form that a value is written in. */
const wayOf = (form: Form, value: unknown): Form =>
  form.kind === 'one of' ? (form.ways[wayTaken(form, value)]?.form ?? form) : form;

/** The line of an entry; an id that is chosen from a list is told by its title. */
function shortLine(desk: ReturnType<typeof useDesk>, entry: Form, value: unknown): string {
  const line = lineOf(entry, value);
  const all = Object.values(desk.files?.references ?? {}).flat();
  const isReference = JSON.stringify(entry).includes('"reference"');
  return (isReference && all.find(({ id }) => id === line)?.title) || line;
}

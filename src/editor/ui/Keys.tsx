import type { JSX } from 'preact';
import { blank, formLike, lineOf, shows, type FreeKeys } from '../engine/form.ts';
import { setting, valueAt } from './apply.ts';
import { focusEntry, focusMoved, isSmall, keysOf, today, type Draw, type Drawn } from './drawing.ts';
import { Entry } from './Entry.tsx';
import { Faults } from './Faults.tsx';
import { idAt, useDesk } from './use-desk.ts';

/** Keys of the keeper's choice, each with its value. */
export function Keys({ form, path, label, draw: Control }: Drawn<FreeKeys> & { readonly draw: Draw }): JSX.Element {
  const desk = useDesk();
  const value = keysOf(valueAt(desk.data, path));
  const keys = Object.keys(value);
  const isInline = isSmall(form.entry);
  const add = (key: string): void => {
    if (Object.hasOwn(value, key)) {
      desk.go([...path, key]);
      return desk.refuse(`There is “${key}” already.`);
    }
    desk.change(setting(desk.data, [...path, key], blank(form.entry, today())));
    desk.tell({ fresh: [...desk.fresh, { path: [...path, key], isEntered: false }] });
    desk.go([...path, key]);
  };
  // Order has a meaning here, and no key has a place: the whole is written anew.
  const move = (at: number, to: number): void => {
    const order = keys.toSpliced(at, 1).toSpliced(to, 0, keys[at] ?? '');
    desk.change({ set: path, to: Object.fromEntries(order.map((key) => [key, value[key]])) });
    desk.tell({ said: `Moved to place ${to + 1} of ${keys.length}.` });
    focusMoved(path, order[to] ?? '', at, to, keys.length);
  };
  const remove = (at: number): void => {
    desk.change({ remove: [...path, keys[at] ?? ''] });
    desk.tell({ said: `Removed: ${keys[at]}` });
    focusEntry(path, keys[at + 1] ?? keys[at - 1]);
  };
  return (
    <>
      <ul class="entries">
        {keys.map((key, at) => {
          const line = lineOf(form.entry, value[key]);
          const inner = shows(form.entry, value[key]) ? form.entry : formLike(value[key]);
          return (
            <Entry
              key={key}
              path={[...path, key]}
              line={isInline || line === key ? key : `${key}: ${line}`}
              isInline={isInline}
              onUp={at > 0 ? () => move(at, at - 1) : undefined}
              onDown={at < keys.length - 1 ? () => move(at, at + 1) : undefined}
              onRemove={() => remove(at)}
            >
              {() => (
                <>
                  {isInline && <b class="entry__key">{key}</b>}
                  {isInline && <Faults path={[...path, key]} />}
                  <Control form={inner} path={[...path, key]} isRequired label={key} />
                </>
              )}
            </Entry>
          );
        })}
      </ul>
      {!desk.isReadOnly && (
        <button
          type="button"
          class="button--small"
          id={`${idAt(path)}-add`}
          onClick={() => desk.tell({ asking: { title: 'Add a name', words: 'Name', yes: 'Add', run: add } })}
        >
          Add<span class="visually-hidden"> to {label}</span>
        </button>
      )}
    </>
  );
}

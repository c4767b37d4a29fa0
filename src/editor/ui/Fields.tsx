import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { idOf } from '../../content/id-of.ts';
import type { Path } from '../api.ts';
import { blank, formLike, lineOf, namingKey, shows, titleOf, wayTaken } from '../engine/form.ts';
import type { Field, Form, FreeKeys, Group, List, OneOf } from '../engine/form.ts';
import { setting, valueAt } from './apply.ts';
import { Entry } from './Entry.tsx';
import { Faults, faultsAt } from './Faults.tsx';
import { Single } from './Single.tsx';
import { idAt, useDesk, useFold, useNames } from './use-desk.ts';

const today = (): string => new Date().toISOString().slice(0, 10);
const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === '' ||
  value === false ||
  (typeof value === 'object' && Object.keys(value ?? {}).length === 0);
const keysOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};

/** What a list looks like beyond what its form says: the outline of a tree names, marks and moves its own way. */
export interface ListLook {
  readonly line?: (at: number) => string;
  readonly marks?: (at: number) => readonly string[];
  readonly actions?: (at: number) => ComponentChildren;
  /** In place of taking it out at once. */
  readonly onRemove?: (at: number) => void;
  /** In place of adding an entry of the form's own making. */
  readonly onAdd?: () => void;
  readonly addText?: string;
  readonly looks?: Looks;
}
/** The looks of the lists in a group, by key. */
export type Looks = Readonly<Record<string, (path: Path) => ListLook>>;

interface Props<F extends Form> {
  readonly form: F;
  readonly path: Path;
  readonly looks?: Looks | undefined;
}

/** The fields of a group. What is empty and need not be there folds away under "More". */
export function Fields({
  form,
  path,
  looks,
  skip = [],
}: Props<Group> & { readonly skip?: readonly string[] }): JSX.Element {
  const desk = useDesk();
  const value = keysOf(valueAt(desk.data, path));
  const known = form.fields.filter(({ key }) => !skip.includes(key));
  // A company's list says only what differs from the playbook's.
  const isPartial = desk.open?.layer === 'company' && desk.open.kind === 'list';
  const [folded] = useState(() =>
    known.filter(
      ({ key, isRequired }) => (!isRequired || (isPartial && value[key] === undefined)) && isEmpty(value[key]),
    ),
  );
  const unforeseen = Object.keys(value)
    .filter((key) => !form.fields.some((field) => field.key === key))
    .map((key): Field => {
      return {
        key,
        title: titleOf(key),
        help: 'The playbook knows no such field.',
        isRequired: false,
        form: formLike(value[key]),
      };
    });
  const row = (field: Field) => (
    <Row
      key={field.key}
      field={isPartial ? { ...field, isRequired: false } : field}
      path={[...path, field.key]}
      looks={looks}
    />
  );
  return (
    <>
      {known.filter((field) => !folded.includes(field)).map(row)}
      {unforeseen.map(row)}
      {folded.length > 0 && <More paths={folded.map(({ key }) => [...path, key])}>{() => folded.map(row)}</More>}
    </>
  );
}

/** What is folded away until it is wanted, gone to or faulty. */
function More({
  paths,
  children,
}: {
  readonly paths: readonly Path[];
  readonly children: () => ComponentChildren;
}): JSX.Element {
  const desk = useDesk();
  const folds = paths.map((path) => useFold(path));
  const isOpen = folds.some(([open]) => open) || paths.some((path) => faultsAt(desk, path, 'within').length > 0);
  const names = paths.map((path) => titleOf(String(path.at(-1))).toLowerCase()).join(', ');
  return (
    <div class="more">
      <button
        type="button"
        class="more__open"
        aria-expanded={isOpen}
        onClick={() => {
          for (const [, set] of folds) set(!isOpen);
        }}
      >
        More <small class="quiet">{names}</small>
      </button>
      {isOpen && <div>{children()}</div>}
    </div>
  );
}

/** One field: its label, what it is, what is wrong with it, and its control. */
function Row({
  field,
  path,
  looks,
}: {
  readonly field: Field;
  readonly path: Path;
  readonly looks: Looks | undefined;
}): JSX.Element {
  const desk = useDesk();
  const id = idAt(path);
  const value = valueAt(desk.data, path);
  // A value in a form that is not foreseen is shown as what it is, to be put right.
  const form = value === undefined || value === null || shows(field.form, value) ? field.form : formLike(value);
  const isOne = form.kind !== 'group' && form.kind !== 'list' && form.kind !== 'free keys' && form.kind !== 'one of';
  const help = field.help && (
    <p class="help" id={`${id}-help`}>
      {field.help}
    </p>
  );
  const optional = !field.isRequired && isOne && form.kind !== 'yes or no' && (
    <small class="quiet"> may stay empty</small>
  );
  if (isOne)
    return (
      <div class={form.kind === 'yes or no' ? 'field field--tick' : 'field'}>
        <label for={id}>
          {field.title}
          {optional}
        </label>
        {help}
        <Faults path={path} />
        <Single
          form={form}
          path={path}
          isRequired={field.isRequired}
          otherwise={field.otherwise}
          help={help && `${id}-help`}
        />
      </div>
    );
  return (
    <fieldset class="field field--group" id={id} tabIndex={-1} aria-describedby={help ? `${id}-help` : undefined}>
      <legend>{field.title}</legend>
      {help}
      <Faults path={path} />
      <Control
        form={form}
        path={path}
        looks={looks}
        isRequired={field.isRequired}
        label={field.title}
        look={looks?.[field.key]?.(path)}
      />
    </fieldset>
  );
}

interface ControlProps extends Props<Form> {
  readonly label: string;
  readonly isRequired: boolean;
  readonly look?: ListLook | undefined;
  readonly onEnter?: () => void;
}

/** The control of a value, whatever its form is. */
export function Control({ form, path, looks, label, isRequired, look, onEnter }: ControlProps): JSX.Element {
  switch (form.kind) {
    case 'group':
      return <Fields form={form} path={path} looks={looks} />;
    case 'list':
      return <Entries form={form} path={path} isRequired={isRequired} label={label} {...look} />;
    case 'free keys':
      return <Keys form={form} path={path} />;
    case 'one of':
      return <Ways form={form} path={path} label={label} />;
    default:
      return <Single form={form} path={path} isRequired label={label} {...(onEnter ? { onEnter } : {})} />;
  }
}

const isSmall = (form: Form): boolean =>
  form.kind === 'one of'
    ? form.ways.every((way) => isSmall(way.form))
    : form.kind !== 'group' && form.kind !== 'free keys';

/** A list: its entries one below the other, and a button that adds one. A long list of short texts folds as a whole. */
export function Entries({
  form: { entry, atLeast },
  path,
  isRequired,
  label,
  ...look
}: Props<List> & { readonly isRequired: boolean; readonly label: string } & ListLook): JSX.Element {
  const desk = useDesk();
  const value = valueAt(desk.data, path);
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  const names = useNames(entries.length);
  const isInline = isSmall(entry);
  const [isOpen, open] = useFold(path, !isInline || entries.length <= 6);
  const lineAt = (at: number): string => look.line?.(at) ?? shortLine(desk, entry, entries[at]);

  const insert = (at: number, what: unknown): void => {
    names.inserted(at);
    open(true);
    desk.change(Array.isArray(value) ? { insert: [...path, at], value: what } : setting(desk.data, path, [what]));
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
          words: titleOf(naming),
          yes: 'Add',
          run: (words) => insert(at, { ...keysOf(blank(entry, today())), id: newId(words, entries), [naming]: words }),
        },
      });
  };
  const move = (at: number, to: number): void => {
    names.moved(at, to);
    desk.change({ move: [...path, at], to });
    desk.tell({ said: `Moved to place ${to + 1} of ${entries.length}.` });
    const sign = to < at ? (to > 0 ? 1 : 2) : to < entries.length - 1 ? 2 : 1;
    requestAnimationFrame(() =>
      document
        .getElementById(`${idAt([...path, to])}-entry`)
        ?.querySelector<HTMLElement>(`.sign:nth-child(${sign})`)
        ?.focus(),
    );
  };
  const remove = (at: number): void => {
    names.removed(at);
    desk.change({ remove: entries.length === 1 && !isRequired && atLeast === 0 ? path : [...path, at] });
    desk.tell({ said: `Removed: ${lineAt(at)}` });
    document.getElementById(`${idAt(path)}-add`)?.focus();
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
            isInline={isInline}
            actions={look.actions?.(at)}
            onUp={at > 0 ? () => move(at, at - 1) : undefined}
            onDown={at < entries.length - 1 ? () => move(at, at + 1) : undefined}
            onRemove={look.onRemove ? () => look.onRemove?.(at) : () => remove(at)}
          >
            {() => (
              <>
                {isInline && <Faults path={[...path, at]} />}
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

/** The line of an entry; an id that is chosen from a list is told by its title. */
function shortLine(desk: ReturnType<typeof useDesk>, entry: Form, value: unknown): string {
  const line = lineOf(entry, value);
  const all = Object.values(desk.files?.references ?? {}).flat();
  const isReference = JSON.stringify(entry).includes('"reference"');
  return (isReference && all.find(({ id }) => id === line)?.title) || line;
}

/** An id made from words that no neighbour has. */
export function newId(words: string, neighbours: readonly unknown[]): string {
  const taken = new Set(neighbours.map((one) => keysOf(one)['id']));
  const id = idOf(words).split('-').slice(0, 6).join('-') || 'new';
  for (let more = 1; ; more++) {
    const one = more === 1 ? id : `${id}-${more}`;
    if (!taken.has(one)) return one;
  }
}

/** Keys of the keeper's choice, each with its value. */
function Keys({ form, path }: Props<FreeKeys>): JSX.Element {
  const desk = useDesk();
  const value = keysOf(valueAt(desk.data, path));
  const keys = Object.keys(value);
  const isInline = isSmall(form.entry);
  const add = (key: string): void => {
    desk.change(setting(desk.data, [...path, key], blank(form.entry, today())));
    desk.go([...path, key]);
  };
  // Order has a meaning here, and no key has a place: the whole is written anew.
  const move = (at: number, to: number): void => {
    const order = keys.toSpliced(at, 1).toSpliced(to, 0, keys[at] ?? '');
    desk.change({ set: path, to: Object.fromEntries(order.map((key) => [key, value[key]])) });
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
              onRemove={() => desk.change({ remove: [...path, key] })}
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
          onClick={() => desk.tell({ asking: { title: 'Add a name', words: 'Name', yes: 'Add', run: add } })}
        >
          Add
        </button>
      )}
    </>
  );
}

/** A value that can be written in more than one way: which, and then its control. */
function Ways({ form, path, label }: Props<OneOf> & { readonly label: string }): JSX.Element {
  const desk = useDesk();
  const value = valueAt(desk.data, path);
  const taken = wayTaken(form, value);
  const way = form.ways[taken];
  const change = (to: number): void => {
    const next = form.ways[to]?.form;
    if (!next) return;
    const started = blank(next, today());
    // The words stay, in the field that holds them there.
    const line = lineOf(way?.form ?? next, value);
    const key = next.kind === 'group' ? next.fields.find(({ isRequired }) => isRequired)?.key : undefined;
    const kept =
      next.kind === 'group'
        ? { ...keysOf(started), ...(way?.form.kind !== 'fixed' && key ? { [key]: line } : {}) }
        : undefined;
    const plain = next.kind === 'text' || next.kind === 'reference' ? line : next.kind === 'list' ? [line] : started;
    desk.change(setting(desk.data, path, kept ?? plain));
  };
  return (
    <div class="ways">
      <select
        class="ways__how"
        aria-label={`How ${label} is written`}
        value={taken}
        disabled={desk.isReadOnly}
        onChange={({ currentTarget }) => change(Number(currentTarget.value))}
      >
        {form.ways.map(({ title }, at) => (
          <option value={at} key={title}>
            {title}
          </option>
        ))}
      </select>
      {way && <Control form={way.form} path={path} isRequired label={label} />}
    </div>
  );
}

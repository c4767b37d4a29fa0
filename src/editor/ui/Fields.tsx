import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Path } from '../api.ts';
import { formLike, namingKey, shows, type Field, type Group } from '../engine/form.ts';
import { labelOf } from '../engine/field-words.ts';
import { valueAt } from './apply.ts';
import { keysOf, someOf, type Drawn, type Looks } from './drawing.ts';
import { Entries } from './Entries.tsx';
import { Counts, Faults, faultsAt } from './Faults.tsx';
import { Keys } from './Keys.tsx';
import { Single } from './Single.tsx';
import { holderIdAt, idAt, useDesk, useFold } from './use-desk.ts';
import { Ways } from './Ways.tsx';

/** An empty text that stands in the file is asked for: there is something to fill in. */
const isEmpty = (value: unknown): boolean =>
  value === undefined || value === false || (typeof value === 'object' && Object.keys(value ?? {}).length === 0);

/** Whether at least half of the other entries of a list say something under a key: then it is asked of each of them. */
function neighboursHave(data: unknown, path: Path, key: string): boolean {
  const list = valueAt(data, path.slice(0, -1));
  if (!Array.isArray(list)) return false;
  const others = list.filter((_, at) => at !== path.at(-1));
  return others.length > 0 && others.filter((one) => !isEmpty(keysOf(one)[key])).length * 2 >= others.length;
}

/** The fields of a group. What is empty and need not be there, nor is asked for, folds away under "More". */
export function Fields({
  form,
  path,
  looks,
  skip = [],
}: Pick<Drawn<Group>, 'form' | 'path' | 'looks'> & { readonly skip?: readonly string[] }): JSX.Element {
  const desk = useDesk();
  const value = keysOf(valueAt(desk.data, path));
  const known = form.fields.filter(({ key }) => !skip.includes(key));
  const isPartial = desk.isPartial(path);
  const isNamed = namingKey(form) !== undefined;
  const [folded] = useState(() =>
    known.filter(
      ({ key, isRequired, isAsked, form }) =>
        ((isPartial
          ? !isRequired || value[key] === undefined
          : !isRequired && !isAsked && !neighboursHave(desk.data, path, key)) &&
          isEmpty(value[key])) ||
        // An id that is there stays as it is: what is said comes first.
        (key === 'id' && form.kind === 'text' && isNamed && !isEmpty(value[key]) && value[key] !== ''),
    ),
  );
  // What no schema foresees stands with the title, where a group is drawn in two parts.
  const unforeseen = (skip.includes('title') ? [] : Object.keys(value))
    .filter((key) => !form.fields.some((field) => field.key === key))
    .map((key): Field => {
      return {
        key,
        title: labelOf(key),
        help:
          isPartial && key === 'remove'
            ? 'Takes it out of the list of the playbook.'
            : 'The playbook knows no such field.',
        isRequired: false,
        isAsked: false,
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
  const faults = paths.flatMap((path) => faultsAt(desk, path, 'within'));
  const [isOpen, open] = useFold(paths, { isWanted: faults.length > 0 });
  const names = someOf(paths.map((path) => labelOf(String(path.at(-1)))));
  return (
    <div class="more">
      <button type="button" class="more__open" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
        More <small class="quiet">{names}</small>
        {!isOpen && <Counts faults={faults} />}
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
  const isNothing = value === undefined || value === null || value === '';
  const form = isNothing || shows(field.form, value) ? field.form : formLike(value);
  const isOne = form.kind !== 'group' && form.kind !== 'list' && form.kind !== 'free keys' && form.kind !== 'one of';
  const help = field.help && (
    <p class="help" id={`${id}-help`}>
      {field.help}
    </p>
  );
  const optional = !field.isRequired && isOne && form.kind !== 'yes or no' && !desk.isToFill(path) && (
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
    <fieldset
      class="field field--group"
      id={holderIdAt(path)}
      tabIndex={-1}
      aria-describedby={help ? `${id}-help` : undefined}
    >
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

/** The control of a value, whatever its form is. */
export function Control(given: Drawn): JSX.Element {
  const { form, ...rest } = given;
  switch (form.kind) {
    case 'group':
      return <Fields {...rest} form={form} />;
    case 'list':
      return <Entries {...rest} form={form} draw={Control} />;
    case 'free keys':
      return <Keys {...rest} form={form} draw={Control} />;
    case 'one of':
      return <Ways {...rest} form={form} draw={Control} />;
    default:
      return <Single {...rest} form={form} isRequired />;
  }
}

import type { JSX } from 'preact';
import { blank, lineOf, wayTaken, type OneOf } from '../engine/form.ts';
import { setting, valueAt } from './apply.ts';
import { keysOf, today, type Draw, type Drawn } from './drawing.ts';
import { useDesk } from './use-desk.ts';

/** A value that can be written in more than one way: which, and then its control. */
export function Ways({ form, path, label, draw: Control }: Drawn<OneOf> & { readonly draw: Draw }): JSX.Element {
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

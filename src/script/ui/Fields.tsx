import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { script as words } from '../../i18n/en.ts';
import { isFilled } from '../engine/values.ts';
import type { Values } from '../engine/values.ts';
import type { FormField } from './ScriptForm.tsx';

interface Props {
  /** The fields of this message, in the order of the form. */
  fields: readonly FormField[];
  /** Those that tell of the writer, in the order in which they sign. */
  writer: readonly string[];
  isOptional: (field: string) => boolean;
  values: Values;
  /** How many of the fields that the message needs are filled in, and how many there are. */
  done: number;
  all: number;
  /** Draws one field. */
  draw: (field: FormField) => ComponentChildren;
  /** What stands around the fields: an offer before them, and the end of the form. */
  offer: ComponentChildren;
  children: ComponentChildren;
}

/** The fields of one message: first what it needs, then what may be left out, then the writer, who is the same in each. */
export function Fields({ fields, writer, isOptional, values, done, all, draw, offer, children }: Props) {
  const own = writer.flatMap((name) => fields.find((field) => field.name === name) ?? []);
  const others = fields.filter((field) => !own.includes(field));
  const later = (field: FormField): boolean => field.kind !== 'yes-or-no' && isOptional(field.name);
  const ordered = [...others.filter((field) => !later(field)), ...others.filter(later)];
  // Folded when it was filled in before; never while somebody types.
  const [folded] = useState(
    own.some(({ name }) => isFilled(values[name])) &&
      own.every(({ name }) => isFilled(values[name]) || isOptional(name)),
  );
  const signed = own.flatMap(({ name }) => (typeof values[name] === 'string' ? (values[name] ?? []) : []));
  return (
    <div class="script__fields no-print" role="group" aria-label={words.fillIn}>
      {all > 0 && (
        <p class="script__count">
          {words.filled(done, all)}
          <progress value={done} max={all} aria-hidden="true" />
        </p>
      )}
      {offer}
      {pairs(ordered).map((row) =>
        row.length === 1 ? row.map(draw) : <div class="script__pair">{row.map(draw)}</div>,
      )}
      {own.length > 0 && (
        <details class="script__from" open={!folded}>
          <summary>
            {words.from} <strong>{signed[0] ?? words.you}</strong>
            {signed.slice(1).map((part) => `, ${String(part)}`)}
          </summary>
          {own.map(draw)}
        </details>
      )}
      {children}
    </div>
  );
}

/** The fields in rows: two days that follow each other stand side by side. */
function pairs(fields: readonly FormField[]): FormField[][] {
  const rows: FormField[][] = [];
  for (const field of fields) {
    const last = rows.at(-1);
    if (last?.length === 1 && last[0]?.kind === 'date' && field.kind === 'date') last.push(field);
    else rows.push([field]);
  }
  return rows;
}

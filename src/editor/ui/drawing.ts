import type { ComponentChildren, JSX } from 'preact';
import { idOf } from '../../content/id-of.ts';
import type { Choice, Path } from '../api.ts';
import type { Form } from '../engine/form.ts';
import { elementAt, idAt } from './use-desk.ts';

/** What every control is told. */
export interface Drawn<F extends Form = Form> {
  readonly form: F;
  readonly path: Path;
  readonly label: string;
  readonly isRequired: boolean;
  /** The looks of the lists within. */
  readonly looks?: Looks | undefined;
  /** How this list looks. */
  readonly look?: ListLook | undefined;
  readonly onEnter?: () => void;
}
/** What draws a value of any form: handed down, since a list holds values of every form. */
export type Draw = (props: Drawn) => JSX.Element;

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

/** The day it is, where the keeper is. */
export const today = (): string => new Date().toLocaleDateString('sv');

/** A value's keys, if it has any. */
export const keysOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};

const most = 4;
/** What is inside something that is folded: a few of the names, and that there are more. */
export const someOf = (names: readonly string[]): string =>
  names
    .slice(0, most)
    .map((name) => name.charAt(0).toLowerCase() + name.slice(1))
    .join(', ') + (names.length > most ? ' …' : '');

/** Whether a value takes one line or little more. */
export const isSmall = (form: Form): boolean =>
  form.kind === 'one of'
    ? form.ways.every((way) => isSmall(way.form))
    : form.kind !== 'group' && form.kind !== 'free keys';

/** Takes the focus to an entry once it is drawn, or to the button that adds one when there is none. */
export const focusEntry = (list: Path, key: string | number | undefined): void =>
  void requestAnimationFrame(() => {
    const near = key === undefined ? null : elementAt([...list, key]);
    (near ?? document.getElementById(`${idAt(list)}-add`))?.focus();
  });

/**
 * Takes the focus to the entry that is now where one was taken out, or to the button that adds one.
 * @param left how many entries are left
 */
export const focusNear = (list: Path, at: number, left: number): void =>
  focusEntry(list, left === 0 ? undefined : Math.min(at, left - 1));

/**
 * Takes the focus to the button that moves an entry on, once it is drawn where it was moved to; at the end of the list to
 * the one that moves it back.
 * @param key of the entry there
 * @param count how many entries there are
 */
export const focusMoved = (list: Path, key: string | number, at: number, to: number, count: number): void => {
  const sign = to < at ? (to > 0 ? 1 : 2) : to < count - 1 ? 2 : 1;
  requestAnimationFrame(() =>
    document
      .getElementById(`${idAt([...list, key])}-entry`)
      ?.querySelector<HTMLElement>(`.sign:nth-child(${sign})`)
      ?.focus(),
  );
};

/** Choices by what they are called; those of the same words with their ids behind them. */
export function toldApart(choices: readonly Choice[]): readonly Choice[] {
  const times = new Map<string, number>();
  for (const { title } of choices) times.set(title, (times.get(title) ?? 0) + 1);
  return choices.map((one) => ((times.get(one.title) ?? 0) > 1 ? { ...one, title: `${one.title} (${one.id})` } : one));
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

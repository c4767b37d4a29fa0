import { createContext } from 'preact';
import { useContext, useEffect, useReducer, useState } from 'preact/hooks';
import type { Path } from '../api.ts';
import { Desk } from './desk.ts';
import { isWithin } from './is-within.ts';

export const DeskContext = createContext(new Desk());

/** What the page knows, drawn again whenever it changes. */
export const useDesk = (): Desk => useContext(DeskContext);

/** Draws a component again whenever the desk changes. For the outermost one. */
export function useNews(desk: Desk): void {
  const [, again] = useReducer((times: number) => times + 1, 0);
  useEffect(() => desk.listen(() => again(undefined)), [desk]);
}

/** The id of the control for a value. */
export const idAt = (path: Path): string => ['at', ...path].join('.').replace(/\s/g, '_');

/** The id of what holds a value that may have a control of its own within: the line that opens an entry, or a fieldset. */
export const holderIdAt = (path: Path): string => `${idAt(path)}-holder`;

/** The element to go to for a value: its control, or else what holds it. */
export const elementAt = (path: Path): HTMLElement | null =>
  document.getElementById(idAt(path)) ?? document.getElementById(holderIdAt(path));

/**
 * Whether a part that folds is open: as the keeper left it, but from when a field in it is gone to or something in it is
 * wanted of the keeper.
 * @param paths of what is in it
 * @param isWanted whether something in it is still to fill, or wrong
 */
export function useFold(
  paths: readonly Path[],
  { atFirst = false, isWanted = false } = {},
): [boolean, (isOpen: boolean) => void] {
  const { goTo } = useDesk();
  const isGoneTo = goTo !== undefined && paths.some((path) => isWithin(path, goTo.path));
  const [isOpen, set] = useState(atFirst || isGoneTo || isWanted);
  useEffect(() => {
    if (isGoneTo) set(true);
  }, [goTo?.time]);
  // What is filled does not close under the keeper's hands.
  useEffect(() => {
    if (isWanted) set(true);
  }, [isWanted]);
  return [isOpen, set];
}

/** Names for the entries of a list that stay with them when they move, so that what is open stays open. */
export function useNames(length: number) {
  const [names] = useState<{ list: number[]; next: number }>({ list: [], next: 0 });
  while (names.list.length < length) names.list.push(names.next++);
  names.list.length = length;
  return {
    list: names.list,
    inserted: (at: number) => names.list.splice(at, 0, names.next++),
    removed: (at: number) => names.list.splice(at, 1),
    moved: (at: number, to: number) => names.list.splice(to, 0, ...names.list.splice(at, 1)),
  };
}

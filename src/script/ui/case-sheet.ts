import { useEffect, useReducer } from 'preact/hooks';
import { canUndo, clearSheet, isKept, onSheet, readSheet, setValue, undoClear } from '../../site/client/case-sheet.ts';
import type { Values } from '../engine/values.ts';

const nothing: Values = {};

/**
 * Gives a script its part of the case sheet, and draws it anew whenever the sheet changes.
 *
 * @param script The script's id.
 * @param live Whether the page has come to life; before that nothing is read.
 * @returns The values, whether the tab keeps them, and what changes them.
 */
export function useCaseSheet(script: string, live: boolean) {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  useEffect(() => onSheet(() => redraw(undefined)), []);
  const { shared = nothing, own = {} } = live ? readSheet() : {};
  return {
    values: { ...shared, ...own[script] },
    kept: isKept(),
    canUndo: live && canUndo(),
    set: (field: Parameters<typeof setValue>[1], value: Parameters<typeof setValue>[2]): void =>
      setValue(script, field, value),
    clear: clearSheet,
    undo: undoClear,
  };
}

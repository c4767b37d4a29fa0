import type { Change, Path } from '../api.ts';
import { isWithin } from './is-within.ts';

/** An entry that was just added, and whether the keeper has been in it. */
export interface Fresh {
  readonly path: Path;
  readonly isEntered: boolean;
}

/** Where an entry stands after a change to the list it is in, or to one around that; undefined when it is gone. */
function pathAfter(path: Path, change: Change): Path | undefined {
  const at =
    'insert' in change ? change.insert : 'remove' in change ? change.remove : 'move' in change ? change.move : [];
  const [list, place] = [at.slice(0, -1), at.at(-1)];
  const own = path[list.length];
  if (at.length === 0 || !isWithin(list, path) || own === undefined) return path;
  if ('remove' in change && own === place) return undefined;
  if (typeof own !== 'number' || typeof place !== 'number') return path;
  const moved = (to: number): Path => path.with(list.length, to);
  if ('insert' in change) return moved(own >= place ? own + 1 : own);
  if ('remove' in change) return moved(own > place ? own - 1 : own);
  if (!('move' in change)) return path;
  if (own === place) return moved(change.to);
  return moved(own - (place < own ? 1 : 0) + (change.to <= own - (place < own ? 1 : 0) ? 1 : 0));
}

/** The entries that were just added, after a change. */
export function freshAfter(fresh: readonly Fresh[], change: Change): readonly Fresh[] {
  const kept = fresh.flatMap(({ path, isEntered }) => {
    const now = pathAfter(path, change);
    return now ? [{ path: now, isEntered }] : [];
  });
  return 'insert' in change ? [...kept, { path: change.insert, isEntered: false }] : kept;
}

/** The entries that were just added, after the keeper went somewhere: an entry that is left is as any other. */
export function freshAfterFocus(fresh: readonly Fresh[], isIn: (path: Path) => boolean): readonly Fresh[] {
  const left = fresh.filter(({ path, isEntered }) => isIn(path) || !isEntered);
  return left.map(({ path, isEntered }) => ({ path, isEntered: isEntered || isIn(path) }));
}

/**
 * Tells where the keeper takes the focus, with the mouse, a finger or the Tab key, from where it goes by itself: a part
 * that is drawn anew, a dialog that closes or a field that is gone to leaves no entry behind.
 */
export class OwnFocus {
  #isTaking = false;
  /** Whether the mouse or a finger is down. */
  isPressed = false;
  /** Takes what a page tells. The focus moves between the press and its end; what a press sets off comes after. */
  readonly take = ({ type, key }: { readonly type: string; readonly key?: string }): void => {
    this.isPressed = type === 'mousedown';
    this.#isTaking = type === 'mousedown' || (type === 'keydown' && key === 'Tab');
  };
  static readonly events = ['mousedown', 'mouseup', 'keydown', 'keyup'] as const;

  /** The entries that were just added, after the focus went somewhere. */
  after(fresh: readonly Fresh[], isIn: (path: Path) => boolean): readonly Fresh[] {
    return this.#isTaking
      ? freshAfterFocus(fresh, isIn)
      : fresh.map(({ path, isEntered }) => ({ path, isEntered: isEntered || isIn(path) }));
  }
}

/** Whether nothing stands there yet. */
export const isUnfilled = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

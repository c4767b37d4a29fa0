import type { Change, Path } from '../api.ts';
import { placeInWords } from './field-words.ts';

/** A change of data: what is left when texts are dealt with, and the keys of a map put into another order. */
export type DataChange =
  | Exclude<Change, { readonly body: string } | { readonly text: string }>
  | { readonly order: Path; readonly keys: readonly string[] };

/** The keys that a map has by its schema, in order; undefined where the keeper chooses them. */
export type KeysOf = (path: Path) => readonly string[] | undefined;

type Keys = Record<string, unknown>;

/** Whether a value is a map. */
export const isKeys = (value: unknown): value is Keys =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether two values are the same, in whatever order their keys stand. */
export function isEqual(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, index) => isEqual(value, other[index]));
  if (!isKeys(one) || !isKeys(other)) return Object.is(one, other);
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isEqual(one[key], other[key]))
  );
}

/** The value at a path; undefined where there is none. */
export const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return typeof key === 'number' ? (value as unknown[])[key] : undefined;
    return isKeys(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }, data);

/** Where a change takes place. */
export const pathOf = (change: DataChange): Path => {
  if ('set' in change) return change.set;
  if ('remove' in change) return change.remove;
  if ('insert' in change) return change.insert;
  return 'move' in change ? change.move : change.order;
};

/**
 * The data with a change.
 * @throws {RangeError} when there is no such place
 */
export function changeData(data: unknown, change: DataChange): unknown {
  const path = pathOf(change);
  if (path.includes('__proto__')) throw noPlace(path);
  if ('order' in change) {
    const map = valueAt(data, path);
    if (!isKeys(map)) throw noPlace(path);
    return put(data, path, path, Object.fromEntries(change.keys.map((key) => [key, map[key]])));
  }
  if ('set' in change) return put(data, path, path, change.to);
  const [above, last] = [path.slice(0, -1), path.at(-1)];
  const list = valueAt(data, above) ?? ('insert' in change ? [] : undefined);
  if ('remove' in change && isKeys(list) && typeof last === 'string' && Object.hasOwn(list, last))
    return put(data, above, path, Object.fromEntries(Object.entries(list).filter(([key]) => key !== last)));
  if (!Array.isArray(list) || typeof last !== 'number') throw noPlace(path);
  const isOver = (index: number): boolean => !Number.isInteger(index) || index < 0 || index >= list.length;
  if ('insert' in change) {
    if (isOver(last) && last !== list.length) throw noPlace(path);
    return put(data, above, path, list.toSpliced(last, 0, change.value));
  }
  if (isOver(last) || ('move' in change && isOver(change.to))) throw noPlace(path);
  const without = list.toSpliced(last, 1) as unknown[];
  return put(data, above, path, 'move' in change ? without.toSpliced(change.to, 0, list[last]) : without);
}

/** The data with a value in its place; lists and maps on the way there are made where they are missing. */
function put(data: unknown, path: Path, whole: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const there = data ?? (typeof key === 'number' ? [] : {});
  if (Array.isArray(there) && typeof key === 'number' && Number.isInteger(key) && key >= 0 && key <= there.length)
    return there.toSpliced(key, 1, put(there[key], rest, whole, value));
  if (!isKeys(there) || typeof key !== 'string') throw noPlace(whole);
  return { ...there, [key]: put(Object.hasOwn(there, key) ? there[key] : undefined, rest, whole, value) };
}

const noPlace = (path: Path): RangeError => new RangeError(`${placeInWords(path)} is not in the file any more.`);

/**
 * A change as the smallest ones that do the same, so that what stays the same is not written again.
 * @param keysOf says where the order of keys means nothing
 */
export function smallest(data: unknown, change: DataChange, keysOf: KeysOf): readonly DataChange[] {
  return 'set' in change ? between(valueAt(data, change.set), change.to, change.set, keysOf) : [change];
}

function between(from: unknown, to: unknown, path: Path, keysOf: KeysOf): DataChange[] {
  if (Array.isArray(from) && Array.isArray(to) && from.length > 0 && to.length > 0)
    return betweenLists(from, to, path, keysOf);
  if (!isKeys(from) || !isKeys(to) || Object.keys(from).length === 0)
    return isEqual(from, to) ? [] : [{ set: path, to }];
  const gone = Object.keys(from).filter((key) => !Object.hasOwn(to, key));
  const keys = Object.keys(to);
  const [added, kept] = [
    keys.filter((key) => !Object.hasOwn(from, key)),
    Object.keys(from).filter((key) => keys.includes(key)),
  ];
  const isInOrder = keysOf(path) !== undefined || [...kept, ...added].join('\n') === keys.join('\n');
  return [
    ...kept.flatMap((key) => between(from[key], to[key], [...path, key], keysOf)),
    ...added.map((key): DataChange => ({ set: [...path, key], to: to[key] })),
    ...gone.map((key): DataChange => ({ remove: [...path, key] })),
    ...(isInOrder ? [] : [{ order: path, keys }]),
  ];
}

function betweenLists(from: readonly unknown[], to: readonly unknown[], path: Path, keysOf: KeysOf): DataChange[] {
  const least = Math.min(from.length, to.length);
  let begin = 0;
  while (begin < least && isEqual(from[begin], to[begin])) begin++;
  let end = 0;
  while (end < least - begin && isEqual(from.at(-1 - end), to.at(-1 - end))) end++;
  const [gone, added] = [from.slice(begin, from.length - end), to.slice(begin, to.length - end)];
  const both = Math.min(gone.length, added.length);
  return [
    ...gone.slice(0, both).flatMap((value, index) => between(value, added[index], [...path, begin + index], keysOf)),
    ...gone.slice(both).map((): DataChange => ({ remove: [...path, begin + both] })),
    ...added.slice(both).map((value, index): DataChange => ({ insert: [...path, begin + both + index], value })),
  ];
}

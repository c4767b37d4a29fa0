import type { Change, Path } from '../api.ts';

type Keys = Readonly<Record<string, unknown>>;
const isKeys = (value: unknown): value is Keys => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a path; undefined where there is none. */
export const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (at, key) => (Array.isArray(at) ? at[Number(key)] : isKeys(at) ? at[key] : undefined) as unknown,
    data,
  );

/** Data with the value at a path altered; `alter` gives undefined to take a key away. */
function altered(data: unknown, [key, ...rest]: Path, alter: (value: unknown) => unknown): unknown {
  if (key === undefined) return alter(data);
  if (Array.isArray(data)) return data.map((entry: unknown, at) => (at === key ? altered(entry, rest, alter) : entry));
  const keys = isKeys(data) ? data : {};
  const value = altered(keys[key], rest, alter);
  if (value !== undefined) return { ...keys, [key]: value };
  return Object.fromEntries(Object.entries(keys).filter(([other]) => other !== key));
}

const inList = (data: unknown, path: Path, alter: (list: readonly unknown[], at: number) => unknown): unknown =>
  altered(data, path.slice(0, -1), (list) => alter(Array.isArray(list) ? list : [], Number(path.at(-1))));

/**
 * Data as it is after a change. The page shows it at once; what the server makes of it takes its place when it comes.
 * @param data the data of a file
 */
export function apply(data: unknown, change: Change): unknown {
  if ('set' in change) return altered(data, change.set, () => change.to);
  if ('insert' in change) return inList(data, change.insert, (list, at) => list.toSpliced(at, 0, change.value));
  if ('move' in change)
    return inList(data, change.move, (list, at) => list.toSpliced(at, 1).toSpliced(change.to, 0, list[at]));
  if (!('remove' in change)) return data;
  return typeof change.remove.at(-1) === 'number'
    ? inList(data, change.remove, (list, at) => list.toSpliced(at, 1))
    : altered(data, change.remove, () => undefined);
}

/** The change that sets a value, with the groups around it where they are not there yet. */
export function setting(data: unknown, path: Path, to: unknown): Change {
  const missing = path.findIndex((_, at) => at > 0 && valueAt(data, path.slice(0, at)) === undefined);
  if (missing === -1) return { set: path, to };
  return { set: path.slice(0, missing), to: path.slice(missing).reduceRight((inner, key) => ({ [key]: inner }), to) };
}

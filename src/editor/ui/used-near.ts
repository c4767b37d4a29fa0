import type { Path } from '../api.ts';
import { valueAt } from './apply.ts';

/**
 * What entries like this one name already, those beside it first: what is chosen often stands there already.
 * @param data of the file
 * @param path such as that of a circumstance, in an answer of a question
 */
export function usedNear(
  data: unknown,
  path: Path,
): readonly { readonly group: string; readonly ids: ReadonlySet<string> }[] {
  const own = path.slice(
    0,
    path.findLastIndex((key) => typeof key === 'number'),
  );
  const valuesLike = (value: unknown, [key, ...rest]: Path, at: Path): readonly string[] => {
    // What this very list has is chosen already.
    if (at.length === own.length && at.every((one, place) => one === own[place])) return [];
    if (key === undefined) return typeof value === 'string' ? [value] : [];
    if (typeof key === 'string') return valuesLike(valueAt(value, [key]), rest, [...at, key]);
    return Array.isArray(value) ? value.flatMap((inner, place) => valuesLike(inner, rest, [...at, place])) : [];
  };
  const whole = new Set(valuesLike(data, path, []));
  // The outermost entry that both are in, such as the question.
  const outer = path.findIndex((key) => typeof key === 'number') + 1;
  const beside = new Set(valuesLike(valueAt(data, path.slice(0, outer)), path.slice(outer), path.slice(0, outer)));
  return [
    { group: 'Chosen beside it', ids: beside },
    { group: 'Chosen elsewhere here', ids: new Set([...whole].filter((id) => !beside.has(id))) },
  ];
}

import type { KeysOf } from '../engine/change-data.ts';
import { isKeys } from '../engine/change-data.ts';

/**
 * Says which keys a JSON Schema has at a path, in their order.
 * @param schema of the whole data
 */
export const keysOf =
  (schema: object): KeysOf =>
  (path) => {
    const at = path.reduce<unknown[]>(
      (found, key) => found.flatMap((inner) => waysIn(inner).map((way) => within(way, key))),
      [schema],
    );
    const group = at.flatMap(waysIn).find((inner) => isKeys(inner) && isKeys(inner['properties']));
    return isKeys(group) && isKeys(group['properties']) ? Object.keys(group['properties']) : undefined;
  };

/** The schema itself, or each of the ways in which it lets a value be written. */
const waysIn = (schema: unknown): unknown[] =>
  isKeys(schema) && Array.isArray(schema['anyOf']) ? (schema['anyOf'] as unknown[]) : [schema];

function within(schema: unknown, key: string | number): unknown {
  if (!isKeys(schema)) return undefined;
  if (typeof key === 'number') return schema['items'];
  const { properties, additionalProperties } = schema;
  return isKeys(properties) && Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
}

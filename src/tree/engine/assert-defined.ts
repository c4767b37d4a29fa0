/**
 * Takes what must be there.
 *
 * @param value what was looked up
 * @returns the value
 * @throws Error when it is not there: the tree was not checked
 */
export function assertDefined<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('The tree was not checked.');
  return value;
}

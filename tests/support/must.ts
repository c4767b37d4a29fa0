/**
 * What a test needs in order to say anything: gives it, or ends the test with its name.
 * @param what what is missing then: "the new script"
 */
export function must<T>(value: T | null | undefined, what: string): T {
  if (value === undefined || value === null) throw new Error(`There is no such thing here: ${what}.`);
  return value;
}

/** An entry of a list, the first again behind the last. */
export const inTurn = <T>(list: readonly T[], place: number): T => must(list[place % list.length], 'an entry');

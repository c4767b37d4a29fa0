/**
 * What a test needs in order to say anything: gives it, or ends the test with its name.
 * @param what what is missing then: "the new script"
 */
export function must<T>(value: T | null | undefined, what: string): T {
  if (value === undefined || value === null) throw new Error(`There is no such thing here: ${what}.`);
  return value;
}

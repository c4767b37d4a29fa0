import { closest, distance } from 'fastest-levenshtein';

/**
 * Writes a name the way fields are named: lower case, single spaces, nothing but letters, digits and spaces.
 *
 * @param text What somebody wrote.
 * @returns The name; empty when nothing of it can be used. Never throws.
 */
export function asName(text: string): string {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/**
 * Finds the known name that somebody most likely meant.
 *
 * @param text What somebody wrote, in any case and with any separators.
 * @param known The names there are.
 * @returns The nearest name, or undefined when none is near. Never throws.
 */
export function nearest(text: string, known: readonly string[]): string | undefined {
  const name = asName(text);
  if (name === '' || known.length === 0) return undefined;
  const best = closest(name, known);
  return distance(name, best) <= Math.max(2, Math.floor(name.length / 3)) ? best : undefined;
}

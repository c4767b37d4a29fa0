import { closest, distance } from 'fastest-levenshtein';

/**
 * Points to what was probably meant, for the mend of a fault.
 *
 * @param id an id that is not there
 * @param there the ids there are
 * @returns a sentence that names an id close to it, if there is one
 */
export function nearest(id: string, there: ReadonlySet<string>): string {
  const best = there.size > 0 ? closest(id, [...there]) : '';
  return best && distance(id, best) <= Math.min(4, id.length / 2)
    ? `Correct the id; did you mean "${best}"?`
    : 'Correct the id, or add what is missing.';
}

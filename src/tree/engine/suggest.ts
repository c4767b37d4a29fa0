import { closest, distance } from 'fastest-levenshtein';

/**
 * Points to what was probably meant, for the mend of a fault.
 *
 * @param id an id that is not there
 * @param there the ids there are
 * @returns a sentence that names an id close to it, if there is one
 */
export function nearest(id: string, there: ReadonlySet<string>): string {
  const meant = meantBy(id, there);
  return meant === undefined ? 'Correct the id, or add what is missing.' : `Correct the id; did you mean "${meant}"?`;
}

/**
 * Finds what was probably meant by an id that is not there.
 *
 * @param id an id that is not there
 * @param there the ids there are
 * @returns an id close to it, if there is one
 */
export function meantBy(id: string, there: ReadonlySet<string>): string | undefined {
  const best = there.size > 0 ? closest(id, [...there]) : '';
  return best && distance(id, best) <= Math.min(4, id.length / 2) ? best : undefined;
}

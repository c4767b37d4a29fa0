import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { Difference } from '../api.ts';
import { nameOf } from './checked-desk.ts';
import type { Desk } from './desk.ts';
import { textOf } from './text-of.ts';

/** What saving would change, file by file. */
export function differenceOf(desk: Desk): Difference {
  const files = desk.places().flatMap((place) => {
    const unsaved = desk.unsaved(place);
    if (!unsaved) return [];
    const name = nameOf(desk.company, place);
    const { base, desk: mine } = desk.copies(place);
    const [before, after] = [base, mine].map((bytes) => (bytes ? textOf(bytes) : '')) as [string, string];
    const [was, is] = [base ? name : '/dev/null', mine ? name : '/dev/null'];
    const diff = createTwoFilesPatch(was, is, before, after, undefined, undefined, {
      context: 3,
      headerOptions: FILE_HEADERS_ONLY,
    });
    return [{ ...place, unsaved, diff }];
  });
  return { files };
}

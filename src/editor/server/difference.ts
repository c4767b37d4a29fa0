import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { Difference } from '../api.ts';
import { nameOf, type CheckedDesk } from './checked-desk.ts';
import { comparedWith, type Desk } from './desk.ts';
import { kindOf } from './kinds.ts';
import { isMadeFrom } from './made-from.ts';
import { treeOnDesk } from './open-file.ts';
import { textOf } from './text-of.ts';
import { asSaved } from './version-of-tree.ts';

/** What saving would change, file by file. */
export function differenceOf(desk: Desk, checked: Pick<CheckedDesk, 'reading'>): Difference {
  const changed = desk.places().flatMap((place) => {
    const unsaved = isMadeFrom(place) ? undefined : desk.unsaved(place);
    return unsaved ? [{ ...place, unsaved }] : [];
  });
  const files = changed.map((place) => {
    const mine = asSaved(desk, place, checked);
    const from = comparedWith(desk, place);
    const [before, after] = [from.bytes, mine].map((bytes) => (bytes ? textOf(bytes) : '')) as [string, string];
    const was = from.bytes ? nameOf(desk.company, from.place) : '/dev/null';
    const is = mine ? nameOf(desk.company, place) : '/dev/null';
    const diff = createTwoFilesPatch(was, is, before, after, undefined, undefined, {
      context: 3,
      headerOptions: FILE_HEADERS_ONLY,
    });
    return { ...place, diff };
  });
  const cases = changed
    .filter(({ file, unsaved }) => kindOf(file) === 'tree' && unsaved !== 'removed')
    .flatMap((place) =>
      (treeOnDesk(desk, place, checked)?.against?.cases ?? []).map((recorded) => ({ file: place.file, ...recorded })),
    );
  return { files, cases };
}

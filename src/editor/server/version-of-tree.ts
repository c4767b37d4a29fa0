import { editText } from '../engine/edit-text.ts';
import type { Place } from '../api.ts';
import type { CheckedDesk } from './checked-desk.ts';
import type { Desk } from './desk.ts';
import { kindOf } from './kinds.ts';
import { treeOnDesk } from './open-file.ts';
import { textOf } from './text-of.ts';

/**
 * A file of the desk as saving writes it. Links and memos name the version of a tree, so that readers hear when it has
 * changed: where links of before lead elsewhere it goes above that of before, whether the keeper has thought of it or not.
 */
export function asSaved(desk: Desk, place: Place, checked: Pick<CheckedDesk, 'reading'>): Buffer | undefined {
  const { desk: bytes } = desk.copies(place);
  if (!bytes || kindOf(place.file) !== 'tree') return bytes;
  const against = treeOnDesk(desk, place, checked)?.against;
  if (!against?.raiseVersion) return bytes;
  return Buffer.from(editText(textOf(bytes), [{ set: ['version'], to: against.nextVersion }], false), 'utf8');
}

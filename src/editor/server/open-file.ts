import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { isDraft } from '../../content/drafts.ts';
import type { FaultAt, FileSummary, OpenFile, Place, TreeView } from '../api.ts';
import { isKeys } from '../engine/change-data.ts';
import { plainText } from '../engine/edit-text.ts';
import { readOnDesk, type CheckedDesk } from './checked-desk.ts';
import { comparedWith, type Desk } from './desk.ts';
import { Refusal } from './gate.ts';
import { addressOf, hasBody, kindOf, schemaOf } from './kinds.ts';
import { textOf } from './text-of.ts';
import { treeView } from './tree-view.ts';

/** One file in the list; undefined for what is no content. */
export function summaryOf(desk: Desk, place: Place): FileSummary | undefined {
  const kind = kindOf(place.file);
  if (!kind) return undefined;
  const unsaved = desk.unsaved(place);
  const name = basename(place.file).replace(/\.[a-z]+$/, '');
  const data = unsaved === 'removed' ? undefined : readOnDesk(desk, place).read;
  const title = isKeys(data?.data) ? data.data['title'] : undefined;
  // A draft is known by the name that a file has in the playbook.
  const isBegun = data !== undefined && isDraft({ ...data, file: `content/${place.file}` });
  return {
    layer: place.layer,
    file: place.file,
    kind,
    title: typeof title === 'string' && title !== '' ? title : name,
    isDraft: isBegun,
    ...(unsaved ? { unsaved } : {}),
    ...(desk.isChangedElsewhere(place) ? { isChangedElsewhere: true as const } : {}),
  };
}

/** A digest of a text. */
export const versionOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

/**
 * One file as it lies on the desk.
 * @throws {Refusal} when it is not there
 */
export function openFile(
  desk: Desk,
  place: Place,
  { faults, reading }: Pick<CheckedDesk, 'faults' | 'reading'>,
): OpenFile {
  const summary = summaryOf(desk, place);
  const { desk: bytes, real } = desk.copies(place);
  if (!summary || !bytes) throw new Refusal(404, `There is no file ${place.file} on the desk.`);
  const { layer, file, kind } = summary;
  const { read, faults: broken } = readOnDesk(desk, place);
  const data = broken.length > 0 ? undefined : read.data;
  const own = faults.filter((fault: FaultAt) => fault.layer === layer && fault.file === file);
  const tree = kind === 'tree' ? treeOnDesk(desk, place, { reading }) : undefined;
  return {
    ...summary,
    text: plainText(textOf(bytes)),
    version: versionOf(bytes),
    ...(data === undefined ? {} : { data }),
    ...(hasBody(file) && data !== undefined ? { body: read.body } : {}),
    schema: schemaOf(kind, file),
    address: addressOf(kind, file, reading.content.guides),
    faults: own,
    ...(tree ? { tree } : {}),
    ...(summary.isChangedElsewhere ? { elsewhere: real ? plainText(textOf(real)) : null } : {}),
  };
}

/** A tree as it lies on the desk; undefined when its form is broken. */
export function treeOnDesk(desk: Desk, place: Place, { reading }: Pick<CheckedDesk, 'reading'>): TreeView | undefined {
  const { read, faults } = readOnDesk(desk, place);
  if (faults.length > 0 || read.data === undefined) return undefined;
  const id = basename(place.file, '.yaml');
  // Beneath a company's own tree the cases are that one's.
  const isCovered = place.layer === 'playbook' && desk.copies({ ...place, layer: 'company' }).desk !== undefined;
  const cases = isCovered ? [] : reading.content.trees.find((tree) => tree.id === id)?.cases;
  const { bytes } = comparedWith(desk, place);
  return treeView(id, read.data, bytes && yamlOf(bytes), cases);
}

function yamlOf(bytes: Buffer): unknown {
  try {
    return parse(textOf(bytes));
  } catch {
    return undefined;
  }
}

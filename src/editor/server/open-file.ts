import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { isDraft } from '../../content/drafts.ts';
import type { Reading } from '../../content/read-content.ts';
import { overridesOf } from '../../upkeep/overrides.ts';
import type { FaultAt, FileSummary, Kind, OpenFile, Place, TreeView } from '../api.ts';
import { isKeys } from '../engine/change-data.ts';
import { titleOf } from '../engine/field-words.ts';
import { plainText } from '../engine/edit-text.ts';
import { readOnDesk, unwrittenOnDesk, type CheckedDesk } from './checked-desk.ts';
import { comparedWith, type Desk } from './desk.ts';
import { Refusal } from './gate.ts';
import { addressOf, hasBody, kindOf, schemaOf } from './kinds.ts';
import { textOf } from './text-of.ts';
import { treeView } from './tree-view.ts';

/** The title that stands in a file. */
function titleIn(data: unknown): string | undefined {
  const title = isKeys(data) ? data['title'] : undefined;
  return typeof title === 'string' && title !== '' ? title : undefined;
}

/** What a file is called that has no title and belongs to a page which has one. */
const named: Readonly<Partial<Record<Kind, string>>> = { cases: 'Cases', phrasings: 'Words for' };

/** What a file without a title is called: after the page that it belongs to, or else by its name. */
function titleOfPlace({ files }: Reading, { file }: Place, kind: Kind): string {
  const name = titleOf(basename(file).replace(/\.[a-z]+$/, ''));
  const before = named[kind];
  if (before === undefined) return name;
  const page = file.replace(/^phrasings\/|\.yaml$/g, '').replace(/^(?:cases|decide)\//, 'trees/');
  const [title] = ['.yaml', '.mdx', '.md'].flatMap(
    (ending) => titleIn(files.get(`content/${page}${ending}`)?.data) ?? [],
  );
  return `${before}: ${title ?? name}`;
}

/** One file in the list; undefined for what is no content. */
export function summaryOf(desk: Desk, place: Place, reading: Reading): FileSummary | undefined {
  const kind = kindOf(place.file);
  if (!kind) return undefined;
  const unsaved = desk.unsaved(place);
  const data = unsaved === 'removed' ? undefined : readOnDesk(desk, place).read;
  // A draft is known by the name that a file has in the playbook.
  const isBegun = data !== undefined && isDraft({ ...data, file: `content/${place.file}` });
  return {
    layer: place.layer,
    file: place.file,
    kind,
    title: titleIn(data?.data) ?? titleOfPlace(reading, place, kind),
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
  const summary = summaryOf(desk, place, reading);
  const { desk: bytes, real } = desk.copies(place);
  if (!summary || !bytes) throw new Refusal(404, `There is no file ${place.file} on the desk.`);
  const { layer, file, kind } = summary;
  const { read, faults: broken } = readOnDesk(desk, place);
  const data = broken.length > 0 ? undefined : read.data;
  const own = faults.filter((fault: FaultAt) => fault.layer === layer && fault.file === file);
  const treePlace = kind === 'cases' ? inForce(desk, file.replace(/^cases/, 'trees')) : place;
  const tree = kind === 'tree' || kind === 'cases' ? treeOnDesk(desk, treePlace, { reading }) : undefined;
  return {
    ...summary,
    text: plainText(textOf(bytes)),
    version: versionOf(bytes),
    ...(data === undefined ? {} : { data }),
    ...(hasBody(file) && data !== undefined ? { body: read.body } : {}),
    schema: schemaOf(kind, file),
    address: addressOf(kind, file, reading.content.guides),
    faults: own,
    unwritten: summary.isDraft && broken.length === 0 ? unwrittenOnDesk(desk, place, reading) : [],
    ...(tree ? { tree } : {}),
    ...(kind === 'list' && layer === 'company' ? { beneath: entriesOf(desk, { layer: 'playbook', file }) } : {}),
    ...(layer === 'company' && isChangedBeneath(desk, file, reading) ? { isChangedBeneath: true as const } : {}),
    ...(summary.isChangedElsewhere ? { elsewhere: real ? plainText(textOf(real)) : null } : {}),
  };
}

/** Whether the playbook's file has changed since the company's own was made from it. */
const isChangedBeneath = ({ folder }: Desk, file: string, reading: Reading): boolean =>
  overridesOf(folder, reading, file).some(({ state }) => state === 'changed');

/** The entries of a list, by their ids or keys. */
function entriesOf(desk: Desk, place: Place): readonly string[] {
  const data: unknown = desk.copies(place).desk ? readOnDesk(desk, place).read.data : undefined;
  if (!Array.isArray(data)) return isKeys(data) ? Object.keys(data) : [];
  return data.flatMap((entry: unknown) => (isKeys(entry) && typeof entry['id'] === 'string' ? [entry['id']] : []));
}

/** The file of a name that counts: the company's where it has one. */
function inForce(desk: Desk, file: string): Place {
  const own: Place = { layer: 'company', file };
  return desk.copies(own).desk ? own : { layer: 'playbook', file };
}

/** A tree as it lies on the desk; undefined when it is not there, or its form is broken. */
export function treeOnDesk(desk: Desk, place: Place, { reading }: Pick<CheckedDesk, 'reading'>): TreeView | undefined {
  if (!desk.copies(place).desk) return undefined;
  const { read, faults } = readOnDesk(desk, place);
  if (faults.length > 0 || read.data === undefined) return undefined;
  const id = basename(place.file, '.yaml');
  // Beneath a company's own tree the cases are that one's.
  const isCovered = inForce(desk, place.file).layer !== place.layer;
  const cases = isCovered ? [] : reading.content.trees.find((tree) => tree.id === id)?.cases;
  const saved = (one: Place): unknown => {
    const { bytes } = comparedWith(desk, one);
    return bytes && yamlOf(bytes);
  };
  return treeView(id, read.data, saved(place), cases, saved(inForce(desk, `cases/${id}.yaml`)));
}

function yamlOf(bytes: Buffer): unknown {
  try {
    return parse(textOf(bytes));
  } catch {
    return undefined;
  }
}

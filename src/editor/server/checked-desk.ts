import { posix } from 'node:path';
import { checkContent } from '../../content/check-content.ts';
import { isDraft, unwrittenIn } from '../../content/drafts.ts';
import { pathInWords } from '../../content/explain.ts';
import { readContent, type Reading } from '../../content/read-content.ts';
import { readFrontMatter, readYaml, type FileFault, type ReadFile } from '../../content/read-file.ts';
import type { FaultAt, Path, Place } from '../api.ts';
import { isKeys, valueAt } from '../engine/change-data.ts';
import { partsOf, plainText } from '../engine/edit-text.ts';
import { faultInWords, type Names } from '../engine/fault-words.ts';
import { titleOf } from '../engine/field-words.ts';
import { formOf, type Form } from '../engine/form.ts';
import { pathAtLine } from '../engine/yaml-source.ts';
import type { Desk } from './desk.ts';
import { isFollowed } from './follow.ts';
import { hasBody, kindOf, schemaOf } from './kinds.ts';
import { referencesIn } from './references.ts';

/** What the check says of the desk. */
export interface CheckedDesk {
  readonly reading: Reading;
  readonly faults: readonly FaultAt[];
  /** Whether pages can be drawn from it, drafts among them. */
  readonly isShowable: boolean;
}

/**
 * Checks the desk as `npm run check:content` checks the content.
 * @param root the project's root folder
 */
export function checkDesk(root: string, desk: Desk): CheckedDesk {
  const { folder, layers } = desk;
  const reading = readContent(folder, layers);
  const checked = (drafts: 'shown' | 'left out') =>
    checkContent(folder, { layers, drafts, project: root, reading }).faults;
  const shown = checked('shown');
  // Without drafts both runs say the same.
  const faults = [...reading.files.values()].some(isDraft) ? [...checked('left out'), ...shown] : shown;
  const once = new Map(faults.map((fault) => [`${fault.file}:${fault.line} ${fault.what}`, fault]));
  const names = namesIn(reading);
  const told = [...once.values()].map((fault) => inWords(desk, reading, names, fault));
  return { reading, faults: told, isShowable: shown.length === 0 };
}

/** Reads one file as it lies on the desk; with the faults of its form, if it is broken. */
export function readOnDesk({ folder }: Desk, { layer, file }: Place): { read: ReadFile; faults: readonly FileFault[] } {
  const faults: FileFault[] = [];
  const path = `${layer === 'company' ? 'company' : 'content'}/${file}`;
  return { read: (hasBody(file) ? readFrontMatter : readYaml)(folder, path, faults), faults };
}

/** Where a file on the desk still says "Write here:", told as its faults are. */
export function unwrittenOnDesk(desk: Desk, place: Place, reading: Reading): readonly FaultAt[] {
  const { read } = readOnDesk(desk, place);
  const names = namesIn(reading);
  return unwrittenIn(read).map((found) =>
    inWords(desk, reading, names, { ...found, file: read.file, what: 'Your words go here.', mend: '' }),
  );
}

/** What everything is called that a fault may name. */
function namesIn({ content, files }: Reading): Names {
  const references = referencesIn(content);
  const titles = new Map(
    Object.entries(references).map(([kind, all]) => [kind, new Map(all.map(({ id, title }) => [id, title]))]),
  );
  return {
    title: (kind, id) =>
      kind === '' ? [...titles.values()].find((all) => all.has(id))?.get(id) : titles.get(kind)?.get(id),
    file: (name) => {
      const read = files.get(name.replace(/^company\//, 'content/'));
      const title = isKeys(read?.data) ? read.data['title'] : undefined;
      return typeof title === 'string' && title !== ''
        ? title
        : read && titleOf(posix.basename(name).replace(/\..*/, ''));
    },
  };
}

const forms = new WeakMap<object, Form>();

/** The form that a file is edited with. */
function formFor(file: string): Form | undefined {
  const kind = kindOf(file);
  const schema = kind && schemaOf(kind, file);
  if (!schema) return undefined;
  const form = forms.get(schema) ?? formOf(schema);
  forms.set(schema, form);
  return form;
}

/** A fault at its field, in the words of the form. Where the form of a file is broken, it is told as it is. */
function inWords(desk: Desk, reading: Reading, names: Names, fault: FileFault): FaultAt {
  const at = atField(desk, fault);
  const form = formFor(at.file);
  const { read, faults } = form && desk.copies(at).desk ? readOnDesk(desk, at) : { read: undefined, faults: [] };
  if (!form || !read || faults.length > 0) return at;
  // A list of the company's is checked together with the playbook's.
  const named = pathInWords(fault.path, reading.files.get(`content/${at.file}`) ?? read);
  const { where, ...said } = faultInWords({ ...fault, named, path: at.path ?? [] }, { form, data: read.data }, names);
  return { ...at, ...said, ...(where === '' ? {} : { where }) };
}

function atField(desk: Desk, { file, line, path, what, mend }: FileFault): FaultAt {
  const [folder, ...rest] = file.split('/');
  const place: Place = { layer: folder === 'company' ? 'company' : 'playbook', file: rest.join('/') };
  // A picture has no lines.
  if (isFollowed(place.file)) return { ...place, what, mend };
  const field = line === undefined ? undefined : fieldAt(desk, place, line, path);
  return { ...place, what, mend, ...(line === undefined ? {} : { line }), ...(field ? { path: field } : {}) };
}

/** The path of the field with a fault: what the check says, where that is of this very file, otherwise by the line. */
function fieldAt(desk: Desk, place: Place, line: number, path: Path): Path | undefined {
  const bytes = desk.copies(place).desk;
  if (!bytes) return undefined;
  const { read } = readOnDesk(desk, place);
  const isOfThisFile = path.length > 0 && read.lineOf(path) === line && isThere(read.data, path);
  if (isOfThisFile) return path;
  const parts = partsOf(plainText(bytes.toString('utf8')), hasBody(place.file));
  return parts && pathAtLine(parts.yaml, line - parts.before.split('\n').length + 1);
}

/** Whether there is a value at a path, or something that it may be missing in. */
const isThere = (data: unknown, path: Path): boolean => typeof valueAt(data, path.slice(0, -1)) === 'object';

/** A file as people name it, with its folder. */
export const nameOf = (company: string | undefined, { layer, file }: Place): string =>
  posix.join(layer === 'company' ? (company ?? 'company') : 'content', file);

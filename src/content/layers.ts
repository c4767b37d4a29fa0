import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { nearest } from '../script/engine/suggest.ts';
import { realFile, type FileFault, type ReadFile } from './read-file.ts';

/** A folder of content. What lies in a later layer stands in for the same of an earlier one. */
export interface Layer {
  readonly name: 'playbook' | 'company';
  /** From the project's root, with forward slashes. */
  readonly folder: string;
  /** Whether there is no such folder. */
  readonly isMissing?: boolean;
}

/** The playbook's own content. Its files are known everywhere by their place in it: `content/guides/…`. */
export const playbookLayer: Layer = { name: 'playbook', folder: 'content' };

/** The layers without a company's: what the playbook itself says. */
export const playbookOnly: readonly Layer[] = [playbookLayer];

/**
 * The layers there are, the company's last.
 * @param root the project's root folder
 * @param environment COMPANY may name the company's folder, from the root, or be `none`; otherwise it is `company`, if
 *   there is one. EDITING names a folder with copies of both, `content` and `company`, which count in their place: the
 *   editor shows what is not saved yet
 */
export function layersOf(
  root: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): readonly Layer[] {
  const editing = environment['EDITING'];
  if (editing)
    return [{ ...playbookLayer, folder: `${editing}/content` }, { name: 'company' as const, folder: `${editing}/company` }].filter(
      ({ name, folder }) => name === 'playbook' || existsSync(resolve(root, folder)),
    );
  const named = environment['COMPANY']?.trim();
  if (named === 'none' || (!named && !existsSync(resolve(root, 'company')))) return playbookOnly;
  const folder = relative(root, resolve(root, named || 'company')).replaceAll('\\', '/');
  return [playbookLayer, { name: 'company', folder, isMissing: !existsSync(resolve(root, folder)) }];
}

/** Something that a layer adds to a list of the layers beneath, or takes out of it. */
export interface Entry {
  /** The list: the file as the playbook names it, such as `content/situations.yaml`. */
  readonly list: string;
  readonly id: string;
  readonly place: Place;
}

/** Where something stands. */
interface Place {
  /** The real file, from the project's root. */
  readonly file: string;
  readonly line: number;
  readonly layer: Layer['name'];
}

/** What a merge needs besides the data. */
interface Merge {
  /** The list, as above. */
  readonly list: string;
  /** Takes what cannot be merged. */
  readonly faults: FileFault[];
  /** Takes what was taken out. */
  readonly removals: Entry[];
  /** Takes what was added under an id. Names of fields are no ids: they are words that a script's text is written with. */
  readonly additions: Entry[];
  readonly usersOf: UsersOf;
}

/** Says which files need an entry of a list, given the list's file and the entry's id. */
export type UsersOf = (list: string, id: string) => readonly string[];

type Path = readonly (string | number)[];
type Keys = Readonly<Record<string, unknown>>;

/** A value with the file and the path that it was written at, and the same for what is in it. */
interface Traced {
  readonly value: unknown;
  readonly read: ReadFile;
  readonly path: Path;
  /** For a value put together from several files: its parts, by key or place. */
  readonly parts?: ReadonlyMap<string | number, Traced>;
}

/**
 * Puts the same YAML file of several layers together. Keys are merged by name, entries of a list by their `id`, and what
 * has neither is added. `remove` takes something out: as the value of a key, as `remove: true` beside an id, or with the
 * entry itself behind it in a list that has no ids.
 *
 * @param file the file as the playbook names it
 * @param reads the file in each layer that has it, the company's last
 * @param told what becomes of faults, additions and removals; an entry that other files need stays, and a fault says so
 */
export function mergeFiles(
  file: string,
  reads: readonly ReadFile[],
  told: Omit<Merge, 'list'>,
): ReadFile | undefined {
  const [first, ...above] = reads;
  if (!first || above.length === 0) return first;
  // Without one of its parts the rest would seem to lack what stands in it.
  if (reads.some(({ data }) => data === undefined)) return { ...first, data: undefined };
  const merge: Merge = { list: file, ...told };
  const whole = above.reduce<Traced>(
    (below, read) => mergeValue(below, { value: read.data, read, path: [] }, merge),
    { value: first.data, read: first, path: [] },
  );
  return {
    ...first,
    data: whole.value,
    lineOf: (path, lineInText) => placeOf(whole, path, lineInText).line,
    fileOf: (path) => placeOf(whole, path).file,
  };
}

const isKeys = (value: unknown): value is Keys => typeof value === 'object' && value !== null && !Array.isArray(value);

const inside = (traced: Traced, key: string | number, value: unknown): Traced =>
  traced.parts?.get(key) ?? { value, read: traced.read, path: [...traced.path, key] };

function mergeValue(below: Traced, above: Traced, merge: Merge): Traced {
  if (isKeys(below.value) && isKeys(above.value)) return mergeKeys(below, below.value, above, above.value, merge);
  if (Array.isArray(below.value) && Array.isArray(above.value))
    return mergeLists(below, below.value, above, above.value, merge);
  return above;
}

function mergeKeys(below: Traced, under: Keys, above: Traced, over: Keys, merge: Merge): Traced {
  const parts = new Map<string | number, Traced>(
    Object.entries(under).map(([key, value]) => [key, inside(below, key, value)]),
  );
  for (const [key, value] of Object.entries(over)) {
    const part = inside(above, key, value);
    const beneath = parts.get(key);
    if (value === 'remove') remove(key, beneath, part, [...parts.keys()].map(String), () => parts.delete(key), merge);
    else {
      parts.set(key, beneath ? mergeValue(beneath, part, merge) : part);
      const isRole = above.path.join() === 'people';
      if (!beneath && isRole) merge.additions.push({ list: merge.list, id: key, place: placeOf(part, []) });
    }
  }
  return {
    value: Object.fromEntries([...parts].map(([key, part]) => [key, part.value])),
    read: above.read,
    path: above.path,
    parts,
  };
}

const idOf = (value: unknown): string | undefined =>
  isKeys(value) && typeof value['id'] === 'string' ? value['id'] : undefined;

function mergeLists(
  below: Traced,
  under: readonly unknown[],
  above: Traced,
  over: readonly unknown[],
  merge: Merge,
): Traced {
  const entries = under.map((value, index) => inside(below, index, value));
  const seen = new Set<string>();
  over.forEach((value, index) => {
    const part = inside(above, index, value);
    const id = idOf(value);
    if (id !== undefined && seen.has(id)) {
      merge.faults.push(fault(part, `${id} stands here twice.`, 'Put the two together, or give one another id.'));
      return;
    }
    if (id !== undefined) seen.add(id);
    const at = entries.findIndex((entry) => id !== undefined && idOf(entry.value) === id);
    const beneath = entries[at];
    if (id !== undefined && isKeys(value) && value['remove'] === true) {
      const ids = entries.flatMap((entry) => idOf(entry.value) ?? []);
      remove(id, beneath, part, ids, () => entries.splice(at, 1), merge);
    } else if (id === undefined && isKeys(value) && Object.keys(value).join() === 'remove') {
      const gone = entries.findIndex((entry) => isDeepStrictEqual(entry.value, value['remove']));
      const words = entries.flatMap((entry) => (typeof entry.value === 'string' ? entry.value : []));
      remove(JSON.stringify(value['remove']), entries[gone], part, words, () => entries.splice(gone, 1), merge);
    } else if (beneath) entries[at] = mergeValue(beneath, part, merge);
    else if (!entries.some((entry) => isDeepStrictEqual(entry.value, value))) {
      entries.push(part);
      if (id !== undefined && above.path.length === 0) merge.additions.push({ list: merge.list, id, place: placeOf(part, []) });
    }
  });
  return {
    value: entries.map((entry) => entry.value),
    read: above.read,
    path: above.path,
    parts: new Map(entries.map((entry, index) => [index, entry])),
  };
}

function remove(
  id: string,
  beneath: Traced | undefined,
  above: Traced,
  ids: readonly string[],
  take: () => void,
  { list, faults, removals, usersOf }: Merge,
): void {
  if (!beneath) {
    const close = nearest(id.replaceAll('"', ''), [...ids]);
    const mend = close === undefined ? `Take the entry out; ${list} says what there is.` : `Did you mean ${close}?`;
    faults.push(fault(above, `${id} is not in the playbook's list, so there is nothing to remove.`, mend));
    return;
  }
  const users = usersOf(list, id);
  if (users.length > 0) {
    const what = `${id} cannot be removed: ${users.length === 1 ? 'one file needs' : `${users.length} files need`} it, ${users[0] ?? ''}${users.length > 1 ? ' first' : ''}.`;
    const mend = 'Take this entry out, or put files of your own in place of those that need it.';
    faults.push(fault(above, what, mend));
    return;
  }
  take();
  removals.push({ list, id, place: placeOf(above, []) });
}

const fault = (at: Traced, what: string, mend: string): FileFault => ({ ...placeOf(at, []), path: [], what, mend });

/** Where the value at a path was written. */
function placeOf(whole: Traced, path: Path, lineInText?: number): Place {
  let traced = whole;
  let depth = 0;
  for (const key of path) {
    const part = traced.parts?.get(key);
    if (!part) break;
    traced = part;
    depth++;
  }
  const { read } = traced;
  return {
    file: realFile(read),
    line: read.lineOf([...traced.path, ...path.slice(depth)], lineInText),
    layer: read.layer ?? 'playbook',
  };
}

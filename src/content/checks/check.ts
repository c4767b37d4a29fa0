import { isDraft, leftOutUntil } from '../drafts.ts';
import type { Fault } from '../fault.ts';
import { playbookLayer } from '../layers.ts';
import { idsOf, type Reading } from '../read-content.ts';
import { locate, realFile, type FileFault, type ReadFile } from '../read-file.ts';

/** What a check gets. */
export interface Checked extends Reading {
  /** The project's root folder. */
  readonly root: string;
  /** The folder that the layers' folders are named from: the same, unless the content is a copy. */
  readonly contentRoot: string;
  /** Whether drafts are shown, as while editing, or left out, as in a build. */
  readonly drafts: 'shown' | 'left out';
  /** The day of today, year-month-day. */
  readonly today: string;
}

/** One check over the whole content. It gets what was read and tells the faults it finds. */
export type Check = (checked: Checked) => FileFault[];

/** The file of a page, as all files are named here. */
export const fileOf = {
  guide: (ref: string): string => `content/guides/${ref}.mdx`,
  script: (id: string): string => `content/scripts/${id}.yaml`,
  tree: (id: string): string => `content/trees/${id}.yaml`,
  source: (id: string): string => `content/sources/${id}.md`,
  page: (id: string): string => `content/pages/${id}.mdx`,
  fact: (country: string, id: string): string => `content/facts/${country === '' ? '' : `${country}/`}${id}.yaml`,
};

/**
 * Every id that a file may refer to, by what it names. A file with faults of its own still counts as being there, so that
 * one mistake is told once and not again wherever the file is named.
 */
export function known(reading: Reading) {
  const { content, files } = reading;
  const inFolder = (folder: string) =>
    [...files.keys()].flatMap((file) =>
      file.startsWith(`content/${folder}/`) ? file.slice(folder.length + 9).replace(/\.\w+$/, '') : [],
    );
  return {
    guide: new Set(inFolder('guides')),
    script: new Set(inFolder('scripts')),
    tree: new Set(inFolder('trees')),
    outcome: new Set(content.trees.flatMap((tree) => tree.outcomes.map((outcome) => `${tree.id}/${outcome.id}`))),
    point: new Set(content.sources.flatMap((source) => source.points.map((point) => `${source.id}/${point.id}`))),
    source: new Set(inFolder('sources')),
    /** Of any country: where the organisation's has none, the page says whom to ask. */
    fact: new Set(inFolder('facts').map((file) => file.replace(/^.*\//, ''))),
    'subject beyond the documents': idsOf(reading, 'beyond.yaml', content.beyond.map(({ id }) => id)),
    situation: idsOf(reading, 'situations.yaml', content.situations.map(({ id }) => id)),
    'group of playbook.yaml': idsOf(reading, 'playbook.yaml', content.playbook.situationGroups.map(({ id }) => id)),
  };
}

/** The ids that a file may refer to. */
export type Known = ReturnType<typeof known>;

/** Whether an outcome or a point cannot be judged, because the file that would define it has faults of its own. */
export const undecided = ({ content }: Reading, ids: Known, value: string): boolean => {
  const [owner = ''] = value.split('/');
  return (
    (ids.tree.has(owner) && !content.trees.some(({ id }) => id === owner)) ||
    (ids.source.has(owner) && !content.sources.some(({ id }) => id === owner))
  );
};

/** Whether a page is a draft that this run leaves out. */
export const isLeftOut = ({ files, drafts }: Checked, file: string): boolean => {
  const read = files.get(file);
  return drafts === 'left out' && read !== undefined && isDraft(read);
};

/**
 * Whether readers of one page would find nothing where it leads: a build leaves the other out for longer. What goes out
 * later than the page that names it is told at once, and not on the day when a build would stop at it.
 */
export const leadsNowhere = ({ files, drafts, today }: Checked, to: string, from: string): boolean => {
  const until = (file: string): string => {
    const read = files.get(file);
    return read ? leftOutUntil(read, today) : '';
  };
  return drafts === 'left out' && until(to) > until(from);
};

/** The folder of the layer that a file lies in, from the project's root: where what it needs is to be put. */
export const folderOf = ({ layers }: Reading, read: ReadFile): string =>
  layers.find(({ name }) => name === read.layer)?.folder ?? playbookLayer.folder;

/** A fault in a file's data; none if the file was not read. */
export const faultIn = (files: Reading['files'], file: string, fault: Fault): FileFault[] => {
  const read = files.get(file);
  return read ? [locate(read, fault)] : [];
};

/** A fault on a line of a file's text. */
export const faultOn = (read: ReadFile, line: number, what: string, mend: string): FileFault => ({
  file: realFile(read),
  line,
  path: [],
  what,
  mend,
});

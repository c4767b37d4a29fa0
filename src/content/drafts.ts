import type { Content } from './content.ts';
import { realFile, type ReadFile } from './read-file.ts';
import { day } from './schemas/shared.ts';

/** What stands in a new file where its writer's words go. */
export const placeholder = 'Write here:';

/** A place in a file that still waits for its words. */
export interface Unwritten {
  readonly path: readonly (string | number)[];
  readonly line: number;
}

const found = new WeakMap<ReadFile, readonly Unwritten[]>();

/** The places in a file that still say "Write here:", in order of its keys, then of its text. Notes do not count. */
export function unwrittenIn(read: ReadFile): readonly Unwritten[] {
  const known = found.get(read) ?? look(read);
  found.set(read, known);
  return known;
}

function look(read: ReadFile): Unwritten[] {
  const inData = (value: unknown, path: readonly (string | number)[]): Unwritten[] => {
    if (typeof value === 'string') return value.includes(placeholder) ? [{ path, line: read.lineOf(path) }] : [];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) =>
      inData(inner, [...path, Array.isArray(value) ? Number(key) : key]),
    );
  };
  const inBody = read.body
    .split('\n')
    .flatMap((line, index) => (line.includes(placeholder) ? { path: [], line: read.bodyLine + index } : []));
  return [...inData(read.data, []), ...inBody];
}

/** Whether pages of this kind may be drafts. The pages outside the topics and the sources always stand. */
export const mayBeDraft = ({ file }: ReadFile): boolean => /^content\/(?:guides|scripts|trees)\//.test(file);

/**
 * Whether a file is begun and not written: it says so (`draft: true`), or still holds "Write here:". One that says
 * `draft: false` is none.
 */
export function isDraft(read: ReadFile): boolean {
  if (!mayBeDraft(read)) return false;
  const said = (read.data as { draft?: unknown } | undefined)?.draft;
  return typeof said === 'boolean' ? said : unwrittenIn(read).length > 0;
}

/** What leaves a draft out of every build; greater than any day. */
const unfinished = 'until it is written';

/**
 * How long builds leave a file out: until a day that is still to come, as `publish` says, or as long as it is a draft. The
 * longer, the greater; empty when a build takes it in.
 * @param today year-month-day
 */
export function leftOutUntil(read: ReadFile, today: string): string {
  if (!mayBeDraft(read)) return '';
  if (isDraft(read)) return unfinished;
  const { data: publish } = day.safeParse((read.data as { publish?: unknown } | undefined)?.publish);
  return publish !== undefined && publish > today ? publish : '';
}

/** The content without its drafts and without what waits for its day: what a build publishes on a day. */
export function published(content: Content, files: ReadonlyMap<string, ReadFile>, today: string): Content {
  const stands = (file: string): boolean => {
    const read = files.get(file);
    return read === undefined || leftOutUntil(read, today) === '';
  };
  return {
    ...content,
    guides: content.guides.filter(({ ref }) => stands(`content/guides/${ref}.mdx`)),
    scripts: content.scripts.filter(({ id }) => stands(`content/scripts/${id}.yaml`)),
    trees: content.trees.filter(({ id }) => stands(`content/trees/${id}.yaml`)),
  };
}

/** A page that is finished and waits for its day. */
export interface Waiting {
  readonly kind: 'guide' | 'script' | 'tree';
  readonly title: string;
  /** The role that keeps it. */
  readonly owner: string;
  /** The file it is written in, from the project's root. */
  readonly file: string;
  /** The day from which a build takes it in, year-month-day. */
  readonly publish: string;
}

/** The pages that wait for a day after today, the next first. */
export const waitingIn = (files: ReadonlyMap<string, ReadFile>, today: string): Waiting[] =>
  [...files.values()]
    .flatMap((read): Waiting[] => {
      const publish = leftOutUntil(read, today);
      if (publish === '' || publish === unfinished) return [];
      const { title, owner } = read.data as Readonly<Record<string, unknown>>;
      const kind = (['guide', 'script', 'tree'] as const).find((kind) => read.file.startsWith(`content/${kind}s/`));
      return kind ? [{ kind, title: String(title), owner: String(owner), file: realFile(read), publish }] : [];
    })
    .sort((a, b) => a.publish.localeCompare(b.publish) || a.title.localeCompare(b.title));

import type { Content } from './content.ts';
import type { ReadFile } from './read-file.ts';

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

/** The content without its drafts: what a build publishes. */
export function published(content: Content, files: ReadonlyMap<string, ReadFile>): Content {
  const stands = (file: string): boolean => {
    const read = files.get(file);
    return read === undefined || !isDraft(read);
  };
  return {
    ...content,
    guides: content.guides.filter(({ ref }) => stands(`content/guides/${ref}.mdx`)),
    scripts: content.scripts.filter(({ id }) => stands(`content/scripts/${id}.yaml`)),
    trees: content.trees.filter(({ id }) => stands(`content/trees/${id}.yaml`)),
  };
}

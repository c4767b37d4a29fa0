import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { publishDay } from '../site/build-day.ts';
import { keepForBuild } from './built-content.ts';
import { checkContent, tellFaults } from './check-content.ts';
import type { FileFault } from './read-file.ts';
import { loaderName } from './loader-name.ts';
import { readContent, type Reading } from './read-content.ts';
import { toldError } from './told-error.ts';

/** The kinds of page, and the facts that pages show: one collection each, one entry a file. */
export const pageKinds = ['guides', 'scripts', 'trees', 'sources', 'pages', 'facts'] as const;

/** What whoever asks for the content to be read again hands over. */
export interface RefreshContext extends Record<string, unknown> {
  /** Is called when the reading begins. */
  readonly onRead: () => void;
}

let reading: Reading | undefined;

/** Reads and checks the content: once for all collections that ask in the same turn, anew when they ask again. */
function readOnce(root: string, drafts: 'shown' | 'left out'): Reading {
  if (!reading) {
    // What the editor shows it has checked before it showed it.
    reading = process.env['EDITING']
      ? readContent(root)
      : checkContent(root, { drafts, today: publishDay(process.env) });
    setImmediate(() => (reading = undefined));
  }
  return reading;
}

/**
 * A loader for one collection of the content. It stands around the project's own reader, so that all faults of a run are
 * told at once, each with file and line. A build stops with them. The development server keeps what it had, and every page
 * shows them until they are mended.
 */
const loader = (fill: (reading: Reading, context: LoaderContext) => void): Loader => ({
  name: loaderName,
  load: (context) => {
    (context.refreshContextData as RefreshContext | undefined)?.onRead();
    const root = fileURLToPath(context.config.root);
    const read = readOnce(root, context.watcher ? 'shown' : 'left out');
    if (!context.watcher) {
      if (read.faults.length > 0) throw toldError(`\n\n${tellFaults(read.faults)}\n`);
      keepForBuild(root, read);
    }
    fill(read, context);
    return Promise.resolve();
  },
});

/** One entry of a collection. */
interface Entry {
  readonly id: string;
  readonly data: Record<string, unknown>;
}

/** Puts entries into a collection's store and takes out those that are gone. */
function replace(context: LoaderContext, entries: readonly Entry[]): void {
  const { store } = context;
  const ids = new Set(entries.map(({ id }) => id));
  for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
  for (const { id, data } of entries) store.set({ id, data, digest: context.generateDigest(JSON.stringify(data)) });
}

/** A collection of pages: an entry for each file, known by its id. */
export const pagesLoader = (kind: (typeof pageKinds)[number]): Loader =>
  loader(({ content, faults }, context) => {
    if (faults.length === 0) replace(context, content[kind].map((page) => ({ id: idOf(page), data: { ...page } })));
  });

const idOf = (page: { readonly id: string; readonly country?: string } | { readonly ref: string }): string =>
  'ref' in page ? page.ref : page.country === undefined ? page.id : `${page.country}/${page.id}`;

/** Everything that is no page: the lists, the organisation, the playbook's own facts; and what is wrong, if anything is. */
export const siteLoader = (): Loader =>
  loader(({ content, faults }, context) => {
    const kept = context.store.values().map(({ id, data }) => ({ id, data }));
    const isPages = (name: string) => (pageKinds as readonly string[]).includes(name);
    const lists = Object.entries(content)
      .filter(([name]) => !isPages(name))
      .map(([id, value]) => ({ id, data: { value: value as unknown } }));
    replace(context, [
      ...(faults.length > 0 ? kept.filter(({ id }) => id !== 'faults') : lists),
      { id: 'faults', data: { value: faults.length > 0 ? asTold(faults) : undefined } },
    ]);
  });

/** What is wrong, in words, and where the first of it stands. */
export interface ToldFaults {
  readonly text: string;
  readonly file: string;
  readonly line: number;
}

const asTold = (faults: readonly FileFault[]): ToldFaults => ({
  text: tellFaults(faults),
  file: faults[0]?.file ?? '',
  line: faults[0]?.line ?? 1,
});

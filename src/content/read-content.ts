import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'astro/zod';
import { nearest } from '../script/engine/suggest.ts';
import { inOrder, type Content, type Fact, type Guide } from './content.ts';
import { layersOf, mergeFiles, playbookLayer, type Layer, type Entry } from './layers.ts';
import { explain } from './explain.ts';
import type { lists } from './lists.ts';
import { embedded, markupOf, tagsOf } from './mdx.ts';
import { locate, readFrontMatter, realFile, readYaml, type FileFault, type ReadFile } from './read-file.ts';
import { circumstancesSchema, needsSchema, safeguardsSchema } from './schemas/counsel.ts';
import { factSchema } from './schemas/fact.ts';
import { guideSchema } from './schemas/guide.ts';
import { pageSchema } from './schemas/page.ts';
import { addressOfPhrasings, phrasingsSchema } from './schemas/phrasings.ts';
import { scriptSchema, sharedFieldsSchema } from './schemas/script.ts';
import {
  beyondSchema,
  organisationSchema,
  playbookSchema,
  situationsSchema,
  topicsSchema,
  dangerSchema,
  vocabularySchema,
} from './schemas/site.ts';
import { sourceSchema } from './schemas/source.ts';
import { casesSchema, treeSchema } from './schemas/tree.ts';

/** Holds every id there might be: for a list that cannot be read. */
class Anything extends Set<string> {
  override has(): boolean {
    return true;
  }
}

/** The ids of a list; when it has faults of its own every id counts as being there, so that one mistake is told once. */
export const idsOf = (
  { unsoundLists }: Pick<Reading, 'unsoundLists'>,
  list: (typeof lists)[number],
  ids: readonly string[],
): ReadonlySet<string> => (unsoundLists.has(list) ? new Anything() : new Set(ids));

/** What reading gives: the content as far as it is sound, the faults, and the files for further checks. */
export interface Reading {
  readonly content: Content;
  readonly faults: FileFault[];
  /** Every file that was read, by its name in the playbook: `content/guides/…`. */
  readonly files: ReadonlyMap<string, ReadFile>;
  readonly layers: readonly Layer[];
  /** Lists that have faults of their own, so that nobody can say whether something is in them. */
  readonly unsoundLists: ReadonlySet<(typeof lists)[number]>;
  /** What the company's layer takes out of the playbook's lists. */
  readonly removals: readonly Entry[];
  /** What the company's layer adds to the playbook's lists. */
  readonly additions: readonly Entry[];
  /** Files of each layer, by their place in it, whether or not anything reads them. */
  readonly playbookFiles: readonly string[];
  readonly companyFiles: readonly string[];
  /** What the files were made from that stand in for the playbook's: a digest of it, by their place in the folder. */
  readonly madeFrom: ReadonlyMap<string, string>;
}

/** The files in a layer's folder with a given ending, from the layer's own folder. */
function listFiles(root: string, layer: Layer, folder: string, ending = ''): string[] {
  const path = join(root, layer.folder, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(join(root, layer.folder), join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

const nameOf = (file: string): string => file.replace(/^.*\//, '').replace(/\.[a-z]+$/, '');

// What was read stays the same object as long as its file stays as it was, so what was found out about it is kept with it.
const placed = new WeakMap<ReadFile, ReadFile>();
const checked = new WeakMap<ReadFile, Map<z.ZodType, z.ZodSafeParseResult<unknown>>>();

/** Reads one file of a layer. Its name is the one it has in the playbook; its path is where it lies. */
function readIn(root: string, layer: Layer, inner: string, faults: FileFault[]): ReadFile {
  const path = `${layer.folder}/${inner}`;
  const read = inner.endsWith('.yaml') ? readYaml(root, path, faults) : readFrontMatter(root, path, faults);
  const known = placed.get(read);
  if (known?.layer === layer.name) return known;
  const named = { ...read, file: `${playbookLayer.folder}/${inner}`, path, layer: layer.name };
  placed.set(read, named);
  return named;
}

/** Holds a file against its schema; once for each file as it was read. */
function parseOnce<S extends z.ZodType>(read: ReadFile, schema: S): z.ZodSafeParseResult<z.infer<S>> {
  const results = checked.get(read) ?? new Map<z.ZodType, z.ZodSafeParseResult<unknown>>();
  checked.set(read, results);
  const result = results.get(schema) ?? schema.safeParse(read.data, { reportInput: true });
  results.set(schema, result);
  return result as z.ZodSafeParseResult<z.infer<S>>;
}

/**
 * Reads every content file of all layers, checks each against its schema, and puts the sound ones together. A file of the
 * company's layer stands in for the same file of the playbook; the files in the folder itself, which are lists, are merged.
 * Never stops at a fault: all of them come back at once.
 * @param root the project's root folder
 * @param layers the folders of content, the company's last
 */
export function readContent(root: string, layers: readonly Layer[] = layersOf(root)): Reading {
  const faults: FileFault[] = [];
  const files = new Map<string, ReadFile>();
  const removals: Entry[] = [];
  const additions: Entry[] = [];
  const unsoundLists = new Set<(typeof lists)[number]>();

  const check = <S extends z.ZodType>(read: ReadFile, schema: S): z.infer<S> | undefined => {
    files.set(read.file, read);
    if (read.data === undefined) return undefined;
    const result = parseOnce(read, schema);
    if (result.success) return result.data;
    faults.push(...result.error.issues.flatMap((issue) => explain(issue, read, schema)));
    return undefined;
  };
  const each = <S extends z.ZodType, T>(
    folder: string,
    ending: string,
    schema: S,
    make: (data: z.infer<S>, id: string, read: ReadFile) => T,
  ): T[] => {
    const layerOf = new Map(
      layers.flatMap((layer) => listFiles(root, layer, folder, ending).map((inner) => [inner, layer] as const)),
    );
    return [...layerOf.keys()].sort().flatMap((inner) => {
      const read = readIn(root, layerOf.get(inner) ?? playbookLayer, inner, faults);
      const data = check(read, schema);
      return data === undefined ? [] : [make(data, nameOf(inner), read)];
    });
  };
  const guides = each('guides', '.mdx', guideSchema, (data, slug, read): Guide => {
    const topic = read.file.split('/').slice(2, -1).join('/');
    return {
      ...data,
      ref: `${topic}/${slug}`,
      topic,
      slug,
      file: realFile(read),
      scripts: embedded(read, 'Script'),
      trees: embedded(read, 'Tree'),
      facts: embedded(read, 'Fact'),
      hasMonths: tagsOf(markupOf(read)).some(({ name }) => name === 'MonthsWithout'),
    };
  });
  const cases = new Map(each('cases', '.yaml', casesSchema, (data, id) => [id, data] as const));
  const scripts = each('scripts', '.yaml', scriptSchema, (data, id, read) => ({ ...data, id, file: realFile(read) }));
  const trees = each('trees', '.yaml', treeSchema, (data, id, read) => ({
    ...data,
    id,
    file: realFile(read),
    cases: cases.get(id) ?? [],
  }));
  const sources = each('sources', '.md', sourceSchema, (data, id, read) => ({ ...data, id, file: realFile(read) }));
  const phrasings = new Map(
    each('phrasings', '.yaml', phrasingsSchema, (data, _, read) => [addressOfPhrasings(read.file), data] as const),
  );
  const facts = each('facts', '.yaml', factSchema, (data, id, read): Fact => {
    const country = read.file.split('/').slice(2, -1).join('/');
    return { ...data, id, country, file: realFile(read) };
  });
  const pages = each('pages', '.mdx', pageSchema, (data, id, read) => ({ ...data, id, file: realFile(read) }));

  /** Which files need an entry of a list. Scripts only say which situations they suit, so those may go. */
  const usersOf = (list: string, id: string): string[] => {
    switch (list) {
      case 'content/topics.yaml':
        return [...guides, ...scripts].filter(({ topic }) => topic === id).map(({ file }) => file);
      case 'content/beyond.yaml':
        return guides.filter(({ beyond }) => beyond.includes(id)).map(({ file }) => file);
      case 'content/fields.yaml':
        return scripts.filter(({ fields }) => fields[id] === 'shared').map(({ file }) => file);
      case 'content/organisation.yaml':
        return [
          ...[...files.values()].filter((read) => embedded(read, 'Who', 'role').includes(id)).map((read) => realFile(read)),
          ...facts.filter(({ confirm }) => confirm === id).map(({ file }) => file),
        ];
      default:
        return [];
    }
  };
  const single = <S extends z.ZodType>(
    name: (typeof lists)[number],
    schema: S,
    otherwise: z.infer<S>,
    isNeeded = true,
  ): z.infer<S> => {
    const told = faults.length;
    const file = `content/${name}`;
    const reads = layers
      .filter((layer) => existsSync(join(root, layer.folder, name)))
      .map((layer) => readIn(root, layer, name, faults));
    const read = mergeFiles(file, reads, { faults, removals, additions, usersOf });
    const data = read && check(read, schema);
    if (!read && !isNeeded) return otherwise;
    if (data === undefined || faults.length > told) unsoundLists.add(name);
    if (read) return data ?? otherwise;
    faults.push({
      file,
      path: [],
      what: 'The file is missing.',
      mend: 'Put it back from an earlier version; the site cannot be built without it.',
    });
    return otherwise;
  };
  const content: Content = {
    guides,
    scripts,
    trees,
    sources,
    pages,
    facts,
    situations: single('situations.yaml', situationsSchema, []),
    circumstances: single('circumstances.yaml', circumstancesSchema, [], false),
    safeguards: single('safeguards.yaml', safeguardsSchema, [], false),
    needs: single('needs.yaml', needsSchema, [], false),
    vocabulary: single('vocabulary.yaml', vocabularySchema, {
      empty: [],
      filler: [],
      danger: [],
      people: [], tellers: [], between: [], harmless: [],
      contractions: {},
      synonyms: [],
      notCovered: [],
    }),
    danger: single('danger.yaml', dangerSchema, { lead: '', told: [], harmless: [] }, false),
    phrasings,
    beyond: single('beyond.yaml', beyondSchema, []),
    fields: single('fields.yaml', sharedFieldsSchema, {}),
    topics: single('topics.yaml', topicsSchema, []),
    playbook: single('playbook.yaml', playbookSchema, {
      name: '',
      summary: '',
      danger: { guide: '', script: '', tell: [], leave: { guides: [], scripts: [] } },
      situationGroups: [],
      firstTree: '',
      newPagesGoTo: '',
      guideForm: false,
    }),
    organisation: single('organisation.yaml', organisationSchema, {
      company: '',
      people: {},
      emergency: '112',
      country: '',
      address: '',
      harmlessPage: '',
      feedback: '',
      edit: '',
      locale: 'en-GB',
      currency: 'GBP',
      framedBy: [],
      forMachines: true,
    }),
  };
  if (!unsoundLists.has('topics.yaml')) faults.push(...strayGuides(content, files));
  const company = layers.find(({ name }) => name === 'company');
  return {
    content: inOrder(withoutRemoved(content, removals)),
    faults,
    files,
    layers,
    unsoundLists,
    removals,
    additions,
    playbookFiles: listFiles(root, layers[0] ?? playbookLayer, ''),
    companyFiles: company ? listFiles(root, company, '') : [],
    madeFrom: company ? readMadeFrom(root, company, faults) : new Map(),
  };
}

/** Reads which of the playbook's files a company's were made from. */
function readMadeFrom(root: string, company: Layer, faults: FileFault[]): Reading['madeFrom'] {
  if (!existsSync(join(root, company.folder, 'overrides.yaml'))) return new Map();
  const read = readIn(root, company, 'overrides.yaml', faults);
  const parsed = madeFromSchema.safeParse(read.data ?? {});
  if (parsed.success) return new Map(Object.entries(parsed.data));
  const what = 'The file does not say which files yours were made from.';
  const mend = 'Delete it, and run npm run override with each file that stands in for one of the playbook.';
  faults.push(locate(read, { path: [], what, mend }));
  return new Map();
}

const madeFromSchema = z.record(z.string(), z.string());

/** Guides and scripts belong to a topic there is. */
function strayGuides({ guides, scripts, topics }: Content, files: ReadonlyMap<string, ReadFile>): FileFault[] {
  const ids = topics.map(({ id }) => id);
  const told = (name: string, path: string[], topic: string, what: string, mend: string): FileFault[] => {
    const read = files.get(name);
    const meant = nearest(topic, ids);
    const there = meant === undefined ? `There are: ${ids.join(', ')}.` : `Did you mean ${meant}?`;
    return read && !ids.includes(topic) ? [locate(read, { path, what, mend: `${mend} ${there}` })] : [];
  };
  return [
    ...guides.flatMap(({ ref, topic }) =>
      told(
        `content/guides/${ref}.mdx`,
        [],
        topic,
        topic === '' ? 'The guide lies in no topic.' : `The folder ${topic} is no topic.`,
        'Move the file to the folder of a topic, guides/<topic>/, or add the topic to topics.yaml.',
      ),
    ),
    ...scripts.flatMap(({ id, topic }) =>
      told(`content/scripts/${id}.yaml`, ['topic'], topic, `${topic} is no topic.`, 'Correct it, or add it to topics.yaml.'),
    ),
  ];
}

/** Scripts without the situations that the company's layer has removed: they only say where a script suits. */
function withoutRemoved(content: Content, removals: readonly Entry[]): Content {
  const gone = new Set(removals.filter(({ list }) => list === 'content/situations.yaml').map(({ id }) => id));
  if (gone.size === 0) return content;
  const scripts = content.scripts.map((script) => ({
    ...script,
    situations: script.situations.filter((id) => !gone.has(id)),
  }));
  return { ...content, scripts };
}

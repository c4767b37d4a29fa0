import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { z } from 'astro/zod';
import type { Content, Guide } from './content.ts';
import { explain } from './explain.ts';
import { readFrontMatter, readYaml, type FileFault, type ReadFile } from './read-file.ts';
import { topicIds, topics, type TopicId } from './topics.ts';
import { guideSchema } from './schemas/guide.ts';
import { pageSchema } from './schemas/page.ts';
import { scriptSchema, sharedFieldsSchema } from './schemas/script.ts';
import { beyondSchema, organisationSchema, situationsSchema, vocabularySchema } from './schemas/site.ts';
import { sourceSchema } from './schemas/source.ts';
import { casesSchema, treeSchema } from './schemas/tree.ts';

/** What reading gives: the content as far as it is sound, the faults, and the files for further checks. */
export interface Reading {
  readonly content: Content;
  readonly faults: FileFault[];
  readonly files: ReadonlyMap<string, ReadFile>;
}

function listFiles(root: string, folder: string, ending: string): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

const nameOf = (file: string): string => file.replace(/^.*\//, '').replace(/\.[a-z]+$/, '');

/** The ids inside `<Script id="…" />` and the like, in order, each once. */
export const embedded = (body: string, component: string): string[] => [
  ...new Set(
    [...body.matchAll(new RegExp(`<${component}\\s[^>]*?\\bid="([^"]*)"`, 'g'))].map((match) => match[1] ?? ''),
  ),
];

/**
 * Reads every file under `content/`, checks each against its schema, and puts the sound ones together.
 * Never stops at a fault: all of them come back at once.
 * @param root the project's root folder
 */
export function readContent(root: string): Reading {
  const faults: FileFault[] = [];
  const files = new Map<string, ReadFile>();

  const check = <S extends z.ZodType>(read: ReadFile, schema: S): z.infer<S> | undefined => {
    files.set(read.file, read);
    if (read.data === undefined) return undefined;
    const result = schema.safeParse(read.data, { reportInput: true });
    if (result.success) return result.data;
    faults.push(...result.error.issues.flatMap((issue) => explain(issue, read, schema)));
    return undefined;
  };
  const each = <S extends z.ZodType, T>(
    folder: string,
    ending: string,
    schema: S,
    make: (data: z.infer<S>, id: string, read: ReadFile) => T,
  ): T[] =>
    listFiles(root, folder, ending).flatMap((file) => {
      const read = ending === '.yaml' ? readYaml(root, file, faults) : readFrontMatter(root, file, faults);
      const data = check(read, schema);
      return data === undefined ? [] : [make(data, nameOf(file), read)];
    });
  const single = <S extends z.ZodType>(file: string, schema: S, otherwise: z.infer<S>): z.infer<S> => {
    if (!existsSync(join(root, file))) {
      faults.push({
        file,
        path: [],
        what: 'The file is missing.',
        mend: 'Put it back from an earlier version; the site cannot be built without it.',
      });
      return otherwise;
    }
    return check(readYaml(root, file, faults), schema) ?? otherwise;
  };

  const guides = each('content/guides', '.mdx', guideSchema, (data, slug, read): Guide => {
    const topic = read.file.split('/').at(-2) ?? '';
    if (!(topicIds as string[]).includes(topic) || read.file.split('/').length !== 4)
      faults.push({
        file: read.file,
        path: [],
        what: `The folder ${topic} is no topic.`,
        mend: `Move the file to content/guides/<topic>/, the topic being one of: ${topicIds.join(', ')}.`,
      });
    return {
      ...data,
      ref: `${topic}/${slug}`,
      topic: topic as TopicId,
      slug,
      scripts: embedded(read.body, 'Script'),
      trees: embedded(read.body, 'Tree'),
    };
  });
  const placeOf = new Map<string, number>(topics.map((topic, index) => [topic.id, index]));
  const cases = new Map(each('content/cases', '.yaml', casesSchema, (data, id) => [id, data] as const));
  const none = { role: 'your manager', name: '', contact: '' };

  const content: Content = {
    guides: guides.sort(
      (a, b) =>
        (placeOf.get(a.topic) ?? 99) - (placeOf.get(b.topic) ?? 99) ||
        a.order - b.order ||
        a.slug.localeCompare(b.slug),
    ),
    scripts: each('content/scripts', '.yaml', scriptSchema, (data, id) => ({ ...data, id })),
    trees: each('content/trees', '.yaml', treeSchema, (data, id) => ({ ...data, id, cases: cases.get(id) ?? [] })).sort(
      (a, b) => a.order - b.order,
    ),
    sources: each('content/sources', '.md', sourceSchema, (data, id) => ({ ...data, id })).sort(
      (a, b) => a.order - b.order,
    ),
    pages: each('content/pages', '.mdx', pageSchema, (data, id) => ({ ...data, id })),
    situations: single('content/situations.yaml', situationsSchema, []),
    vocabulary: single('content/vocabulary.yaml', vocabularySchema, {
      filler: [],
      danger: [],
      ours: [],
      contractions: {},
      synonyms: [],
    }),
    beyond: single('content/beyond.yaml', beyondSchema, []),
    fields: single('content/fields.yaml', sharedFieldsSchema, {}),
    organisation: single('content/organisation.yaml', organisationSchema, {
      company: '',
      people: { manager: none, exit: none, legal: none, hr: none, security: none, crisis: none, finance: none },
      emergency: '112',
      feedback: '',
      edit: '',
      locale: 'en-GB',
      currency: 'GBP',
    }),
  };
  return { content, faults, files };
}

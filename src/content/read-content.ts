import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'astro/zod';
import type { Content, Guide } from './content.ts';
import type { Fault } from './fault.ts';
import { topicIds, topics, type TopicId } from './topics.ts';
import { guideSchema } from './schemas/guide.ts';
import { pageSchema } from './schemas/page.ts';
import { scriptSchema, sharedFieldsSchema } from './schemas/script.ts';
import { beyondSchema, organisationSchema, situationsSchema, vocabularySchema } from './schemas/site.ts';
import { sourceSchema } from './schemas/source.ts';
import { casesSchema, treeSchema } from './schemas/tree.ts';

/** A fault with the file and, where the format gives one, the line. */
export interface FileFault extends Fault {
  /** The file, from the project's root, with forward slashes. */
  readonly file: string;
  /** The line in the file, the first being 1. */
  readonly line?: number;
}

/** One content file, read: its data as written, its text, and a way to find lines. */
export interface ReadFile {
  readonly file: string;
  readonly data: unknown;
  /** The text below the front matter; empty for YAML files. */
  readonly body: string;
  /** The line on which `body` begins. */
  readonly bodyLine: number;
  /** The line of the value at a path, or of the nearest value above it. */
  lineOf(path: readonly (string | number)[]): number;
}

/** What reading gives: the content as far as it is sound, the faults, and the files for further checks. */
export interface Reading {
  readonly content: Content;
  readonly faults: FileFault[];
  readonly files: ReadonlyMap<string, ReadFile>;
}

/** Turns a fault in a file's data into one with file and line. */
export function locate(file: ReadFile, fault: Fault): FileFault {
  const from = file.lineOf(fault.path);
  // A block text begins on the line after its key.
  return { ...fault, file: file.file, line: fault.lineInText === undefined ? from : from + 1 + fault.lineInText };
}

function parse(file: string, text: string, firstLine: number, faults: FileFault[]): Pick<ReadFile, 'data' | 'lineOf'> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  for (const error of document.errors)
    faults.push({
      file,
      line: counter.linePos(error.pos[0]).line + firstLine - 1,
      path: [],
      what: `This is not valid YAML: ${error.message}`,
      mend: 'Check the indentation and the quotes around this line. A text with a colon in it needs quotes.',
    });
  return {
    data: document.errors.length > 0 ? undefined : (document.toJS() as unknown),
    lineOf: (path) => lineAt(document, counter, path) + firstLine - 1,
  };
}

function lineAt(document: Document.Parsed, counter: LineCounter, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (!isNode(node) || !node.range) continue;
    const { line, col } = counter.linePos(node.range[0]);
    // The value of a key on a line of its own is reported where it begins; the first value of a map begins with its key.
    return col === 0 ? line : line;
  }
  return 1;
}

function readYaml(root: string, file: string, faults: FileFault[]): ReadFile {
  const text = readFileSync(join(root, file), 'utf8');
  return { file, body: '', bodyLine: 1, ...parse(file, text, 1, faults) };
}

function readFrontMatter(root: string, file: string, faults: FileFault[]): ReadFile {
  const text = readFileSync(join(root, file), 'utf8');
  const match = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!match) {
    faults.push({
      file,
      line: 1,
      path: [],
      what: 'The file has no front matter.',
      mend: 'Begin the file with a line ---, then title, summary and the rest, then a line ---.',
    });
    return { file, data: undefined, body: text, bodyLine: 1, lineOf: () => 1 };
  }
  const body = text.slice(match[0].length);
  return {
    file,
    body,
    bodyLine: match[0].split('\n').length,
    ...parse(file, match[1] ?? '', 2, faults),
  };
}

/** Says what is wrong with one value in plain words, from what the schema library found. */
function explain(issue: z.core.$ZodIssue, file: ReadFile): FileFault[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  const name = path.length > 0 ? path.join(' › ') : 'The file';
  const at = (what: string, mend: string, where = path): FileFault => ({
    file: file.file,
    line: file.lineOf(where),
    path: where,
    what,
    mend,
  });
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      at(
        `${[...path, key].join(' › ')} is not a known key.`,
        'Check its spelling, or remove it. README.md says where the keys are listed.',
        [...path, key],
      ),
    );
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return [at(`${name} is missing.`, `Add it: ${String(path.at(-1) ?? '')} needs ${kindInWords(issue.expected)}.`)];
  if (issue.code === 'invalid_type')
    return [
      at(
        `${name} should be ${kindInWords(issue.expected)}.`,
        'Correct the value. Text that looks like a number or a date needs quotes.',
      ),
    ];
  if (issue.code === 'invalid_value')
    return [at(`${name} is none of the values it may have.`, `Use one of: ${issue.values.map(String).join(', ')}.`)];
  if (issue.code === 'too_big')
    return [
      at(
        `${name} is too long or too large.`,
        `At most ${String(issue.maximum)} ${issue.origin === 'string' ? 'characters' : ''}`.trim() + '.',
      ),
    ];
  if (issue.code === 'too_small' && issue.origin === 'array')
    return [at(`${name} has too few entries.`, `Give at least ${String(issue.minimum)}.`)];
  if (issue.code === 'too_small' && issue.origin === 'number')
    return [at(`${name} is too small.`, `Give at least ${String(issue.minimum)}.`)];
  if (issue.code === 'invalid_union') {
    const nested = issue.errors
      .flat()
      .filter((inner) => inner.code !== 'invalid_type' && inner.code !== 'invalid_value');
    const first = nested[0];
    return first
      ? explain({ ...first, path: [...issue.path, ...first.path] } as z.core.$ZodIssue, file)
      : [
          at(
            `${name} has none of the shapes it may have.`,
            'Compare it with the same key in another file of this folder.',
          ),
        ];
  }
  if (issue.code === 'invalid_key')
    return [at(`${name} is no name that can be used here.`, issue.issues[0]?.message ?? 'Choose another name.')];
  return [at(`${name} ${issue.message}${issue.message.endsWith('.') ? '' : '.'}`, 'Correct it as said.')];
}

const kindInWords = (expected: string): string =>
  ({
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'keys with values',
    record: 'keys with values',
  })[expected] ?? expected;

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
    faults.push(...result.error.issues.flatMap((issue) => explain(issue, read)));
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

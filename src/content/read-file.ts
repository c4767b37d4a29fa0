import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'astro/zod';
import type { Fault } from './fault.ts';

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

/** Reads one YAML file. Faults of form are added to `faults`; the data is then undefined. */
export function readYaml(root: string, file: string, faults: FileFault[]): ReadFile {
  const text = readFileSync(join(root, file), 'utf8');
  return { file, body: '', bodyLine: 1, ...parse(file, text, 1, faults) };
}

/** Reads one Markdown file: its front matter and its text. Faults of form are added to `faults`; the data is then undefined. */
export function readFrontMatter(root: string, file: string, faults: FileFault[]): ReadFile {
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
export function explain(issue: z.core.$ZodIssue, file: ReadFile): FileFault[] {
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

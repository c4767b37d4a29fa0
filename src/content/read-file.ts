import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument, type Document } from 'yaml';
import type { Fault } from './fault.ts';
import { firstFormFault, lineAt } from './yaml-faults.ts';

/** A fault with the file and, where the format gives one, the line. */
export interface FileFault extends Fault {
  /** The file, from the project's root, with forward slashes. */
  readonly file: string;
  /** The line in the file, the first being 1. */
  readonly line?: number;
  /** Whose layer the file lies in, when there is a company's beside the playbook's. */
  readonly layer?: 'playbook' | 'company';
}

/** One content file, read: its data as written, its text, and a way to find lines. */
export interface ReadFile {
  /** Its name throughout: where it lies in the playbook's own layer, such as `content/scripts/late-payment.yaml`. */
  readonly file: string;
  /** Where it really lies, from the project's root; the same, unless it is a company's. */
  readonly path?: string;
  /** Whose layer it lies in. */
  readonly layer?: 'playbook' | 'company';
  readonly data: unknown;
  /** The text below the front matter, its lines ending in \n; empty for YAML files. */
  readonly body: string;
  /** The line on which `body` begins. */
  readonly bodyLine: number;
  /**
   * The line of the value at a path, or of the nearest value above it.
   * @param lineInText for a text of several lines: which of them, the first being 0
   */
  lineOf(path: readonly (string | number)[], lineInText?: number): number;
  /** For a file put together from several layers: the real file in which the value at a path stands. */
  fileOf?(path: readonly (string | number)[]): string;
}

/** The real file in which the value at a path stands. */
export const realFile = (read: ReadFile, path: readonly (string | number)[] = []): string =>
  read.fileOf?.(path) ?? read.path ?? read.file;

/** Turns a fault in a file's data into one with file and line. */
export const locate = (file: ReadFile, fault: Fault): FileFault => ({
  ...fault,
  file: realFile(file, fault.path),
  line: file.lineOf(fault.path, fault.lineInText),
});

/** Reads one YAML file. Faults of form are added to `faults`; the data is then undefined. */
export const readYaml = (root: string, file: string, faults: FileFault[]): ReadFile =>
  remembered(root, file, faults, (text, told) => ({ file, body: '', bodyLine: 1, ...parse(file, text, 1, told) }));

/** Reads one Markdown file: its front matter and its text. Faults of form are added to `faults`; the data is then undefined. */
export const readFrontMatter = (root: string, file: string, faults: FileFault[]): ReadFile =>
  remembered(root, file, faults, (text, told) => {
    const match = /^---[ \t]*\n(?:([\s\S]*?)\n)??---[ \t]*(?:\n|$)/.exec(text);
    if (match)
      return {
        file,
        body: text.slice(match[0].length),
        bodyLine: match[0].split('\n').length,
        ...parse(file, match[1] ?? '', 2, told),
      };
    const begins = /^---[ \t]*\n/.test(text);
    told.push({
      file,
      line: 1,
      path: [],
      what: begins ? 'The front matter does not end.' : 'The file has no front matter.',
      mend: begins
        ? 'Write a line with three hyphens, ---, below the last key and above the text.'
        : 'Begin the file with a line ---, then title, summary and the rest, then a line ---.',
    });
    return { file, data: undefined, body: '', bodyLine: 1, lineOf: () => 1 };
  });

/** A file as it was last read. */
interface Remembered {
  readonly bytes: Buffer;
  readonly read: ReadFile;
  readonly faults: readonly FileFault[];
}
const everywhere = globalThis as { playbookFiles?: Map<string, Remembered> };

/**
 * What was read last, by place. While a file's bytes stay the same it is not parsed again. One for the whole process: a
 * build loads this module several times, for the loader, for pages and for what comes after them.
 */
const memory = (everywhere.playbookFiles ??= new Map<string, Remembered>());

function remembered(
  root: string,
  file: string,
  faults: FileFault[],
  read: (text: string, faults: FileFault[]) => ReadFile,
): ReadFile {
  const place = join(root, file);
  const bytes = readFileSync(place);
  let known = memory.get(place);
  if (!known?.bytes.equals(bytes) || known.read.file !== file) {
    const told: FileFault[] = [];
    const text = decode(file, bytes, told);
    known = {
      bytes,
      read: text === undefined ? { file, data: undefined, body: '', bodyLine: 1, lineOf: () => 1 } : read(text, told),
      faults: told,
    };
    memory.set(place, known);
  }
  faults.push(...known.faults);
  return known.read;
}

/**
 * The text of a file, strictly as UTF-8; a byte order mark and the line endings of Windows are taken and left out.
 * @param faults takes why it cannot be read; the text is then undefined
 */
export function decode(file: string, bytes: Buffer, faults: FileFault[]): string | undefined {
  const refuse = (line: number, what: string, mend: string): undefined => {
    faults.push({ file, line, path: [], what, mend });
  };
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16 || bytes.subarray(0, 64).includes(0))
    return refuse(1, 'The file is saved as UTF-16, or is no text.', 'Save it as UTF-8 in your editor.');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const line = lineOfWrongByte(bytes);
    return refuse(
      line,
      `The file is not saved as UTF-8, but probably as Windows-1252: line ${line} has a letter or sign that cannot be read.`,
      'Save it as UTF-8 in your editor, then look at quotes, dashes and letters with accents.',
    );
  }
  text = text.replace(/\r\n?/g, '\n');
  const odd = oddSign.exec(text);
  if (!odd) return text;
  const line = text.slice(0, odd.index).split('\n').length;
  return refuse(
    line,
    odd[0] === '\uFFFD'
      ? `Line ${line} has the sign \uFFFD, which stands for a letter that was lost when the file was saved.`
      : /^[âÃ]/.test(odd[0])
        ? `Line ${line} has "${odd[0]}", which was a single letter or sign before the file was saved wrongly.`
        : `Line ${line} has a character that nobody can see.`,
    'Write the line again and save the file as UTF-8.',
  );
}

/**
 * Signs that no text holds on purpose: control characters, marks without width or of direction, the replacement
 * character, and what is left when UTF-8 was read as Windows-1252 and saved again: quotes, dashes, letters with accents.
 */
export const oddSign = /[\u0000-\u0008\u000B-\u001F\u007F\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFD]|â€[™œ\u009D“”˜¦¢]|Ã[©¨¤¶¼Ÿ¡±§]/;

function lineOfWrongByte(bytes: Buffer): number {
  let from = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(0x0a, from);
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(from, end === -1 ? undefined : end));
    } catch {
      return line;
    }
    if (end === -1) return line;
    from = end + 1;
  }
}

/** Parses YAML that begins on a line of a file. Blank lines stand for what is above it, so that all lines are the file's. */
function parse(file: string, yaml: string, firstLine: number, faults: FileFault[]): Pick<ReadFile, 'data' | 'lineOf'> {
  const text = '\n'.repeat(firstLine - 1) + yaml;
  const counter = new LineCounter();
  // The library warns of odd tags and keys by itself; what matters of it is told as a fault.
  let document: Document.Parsed;
  try {
    document = parseDocument(text, { lineCounter: counter, prettyErrors: false, logLevel: 'error' });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const what = 'Lists or keys stand inside each other too many times.';
    faults.push({ file, path: [], line: firstLine, what, mend: 'Look for a row of brackets, and take them out.' });
    return { data: undefined, lineOf: () => 1 };
  }
  const fault = firstFormFault(text, document, counter);
  if (fault) faults.push({ file, path: [], ...fault });
  return {
    data: fault ? undefined : (document.toJS() as unknown),
    lineOf: (path, lineInText) => (path.length === 0 ? 1 : lineAt(document, counter, path, lineInText)),
  };
}

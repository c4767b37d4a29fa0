import { isMap, isScalar, isSeq, type Document } from 'yaml';
import type { Change } from '../api.ts';
import { changeData, isEqual, pathOf, smallest, valueAt, type DataChange, type KeysOf } from './change-data.ts';
import { placeInWords } from './field-words.ts';
import { spliceYaml } from './splice-yaml.ts';
import { nodeAt, parseSource } from './yaml-source.ts';

/** A text that cannot be changed as asked. Its message is a sentence for the keeper. */
export class NotEditable extends Error {}

/** The parts of a file: what stands around its YAML, and the text below it. */
export interface Parts {
  readonly before: string;
  readonly yaml: string;
  readonly after: string;
  readonly body: string;
}

/**
 * Parts a file into its YAML and the text below.
 * @param text with \n at the end of its lines
 * @param hasBody whether its YAML is front matter
 * @returns undefined when there is no front matter
 */
export function partsOf(text: string, hasBody: boolean): Parts | undefined {
  if (!hasBody) return { before: '', yaml: text, after: '', body: '' };
  const match = /^(---[ \t]*\n)((?:[\s\S]*?\n)??)(---[ \t]*(?:\n|$))/.exec(text);
  if (!match) return undefined;
  const [whole, before = '', yaml = '', after = ''] = match;
  return { before, yaml, after, body: text.slice(whole.length) };
}

/** A text without a byte order mark and with \n at the end of its lines, as forms and the check take it. */
export const plainText = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

/**
 * Changes a content file. Whatever a change does not touch stays as it is, sign for sign: notes, order, quotes, empty
 * lines, line endings.
 *
 * @param text the whole file
 * @param changes what is to change, one after the other
 * @param hasBody whether its YAML is front matter, above a text
 * @param keysOf the keys that the schema has at a path, in order; undefined where they are free
 * @returns the file with the changes; the same text when they change nothing
 * @throws {NotEditable} when a change does not fit
 */
export function editText(
  text: string,
  changes: readonly Change[],
  hasBody: boolean,
  keysOf: KeysOf = () => undefined,
): string {
  const edited = changes.reduce((before, change) => {
    if ('text' in change) return plainText(change.text);
    const parts = partsOf(before, hasBody);
    if (!parts) throw new NotEditable('The file has no front matter. It can be edited as text only.');
    if ('body' in change) return hasBody ? parts.before + parts.yaml + parts.after + plainText(change.body) : before;
    return parts.before + editYaml(parts.yaml, change, keysOf) + parts.after + parts.body;
  }, plainText(text));
  return withLineEnds(text, edited);
}

function editYaml(yaml: string, change: DataChange, keysOf: KeysOf): string {
  const endless = yaml !== '' && !yaml.endsWith('\n');
  const text = endless ? `${yaml}\n` : yaml;
  const document = parseSource(text);
  if (document.errors.length > 0)
    throw new NotEditable('The form of the file is broken. It can be edited as text only.');
  const edited = smallest(document.toJS(), change, keysOf).reduce(
    (before, step) => editOnce(before, step, keysOf),
    text,
  );
  return endless && edited.endsWith('\n') ? edited.slice(0, -1) : edited;
}

/** One step: in the text itself if that gives what is wanted, otherwise by way of the library, which may lay lines anew. */
function editOnce(text: string, step: DataChange, keysOf: KeysOf): string {
  const document = parseSource(text);
  const wanted = wantedOf(document, step);
  const isRight = (edited: string | undefined): edited is string => {
    if (edited === undefined) return false;
    const after = parseSource(edited);
    // A value that stands elsewhere under a name may have been taken away.
    const data = after.errors.length > 0 ? undefined : dataOf(after);
    if (data === undefined) return false;
    const isInOrder =
      !('order' in step) || Object.keys(valueAt(data, step.order) as object).join('\n') === step.keys.join('\n');
    return isInOrder && isEqual(data, wanted);
  };
  const spliced = spliceYaml(text, document, step, keysOf);
  if (isRight(spliced)) return spliced;
  const rewritten = rewrite(parseSource(text), step);
  if (isRight(rewritten)) return rewritten;
  throw new NotEditable(`${placeInWords(pathOf(step))} cannot be changed here. Change it in the file itself.`);
}

/** What a document holds; undefined where it names a value that it does not have. */
function dataOf(document: Document): unknown {
  try {
    return document.toJS() as unknown;
  } catch {
    return undefined;
  }
}

function wantedOf(document: Document, step: DataChange): unknown {
  try {
    return changeData(document.toJS(), step);
  } catch (error) {
    throw error instanceof RangeError ? new NotEditable(error.message) : error;
  }
}

/** The whole text as the library writes it, which keeps notes and order. */
function rewrite(document: Document.Parsed, step: DataChange): string | undefined {
  const path = pathOf(step);
  const node = nodeAt(document, 'order' in step ? path : path.slice(0, -1));
  const last = path.at(-1);
  try {
    if ('set' in step) document.setIn(path, document.createNode(step.to));
    else if ('remove' in step) document.deleteIn(path);
    else if ('order' in step && isMap(node))
      node.items.sort((a, b) => place(step.keys, a.key) - place(step.keys, b.key));
    else if (isSeq(node) && typeof last === 'number') {
      const entry = 'insert' in step ? document.createNode(step.value) : node.items.splice(last, 1)[0];
      node.items.splice('move' in step ? step.to : last, 0, entry);
    } else return undefined;
    return document.toString({ lineWidth: 0 });
  } catch {
    return undefined;
  }
}

const place = (keys: readonly string[], key: unknown): number => (isScalar(key) ? keys.indexOf(String(key.value)) : -1);

/** A text with the byte order mark and the line endings of the one that it was made from. */
function withLineEnds(from: string, edited: string): string {
  const mark = from.startsWith('\uFEFF') ? '\uFEFF' : '';
  if (!from.includes('\r')) return mark + edited;
  const old = from.slice(mark.length).match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  const lines = edited.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const isSame = (one: string | undefined, other: string | undefined): boolean =>
    one !== undefined && other !== undefined && plainText(one) === other;
  let head = 0;
  while (head < lines.length && isSame(old[head], lines[head])) head++;
  let tail = 0;
  while (tail < Math.min(lines.length, old.length) - head && isSame(old.at(-1 - tail), lines.at(-1 - tail))) tail++;
  const windows = old.filter((line) => line.endsWith('\r\n')).length * 2 >= old.length;
  const middle = lines.slice(head, lines.length - tail).map((line) => (windows ? line.replace('\n', '\r\n') : line));
  return mark + [...old.slice(0, head), ...middle, ...old.slice(old.length - tail)].join('');
}

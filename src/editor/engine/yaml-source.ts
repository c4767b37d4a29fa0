import {
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Path } from '../api.ts';

/** A list or a map. */
export type Collection = YAMLMap | YAMLSeq;

/** Where an entry of a list or a key of a map stands in the text. */
export interface Entry {
  /** Of its hyphen or its key. */
  readonly start: number;
  /** Behind the hyphen or the colon. */
  readonly valueStart: number;
  /** Behind its last sign; between brackets without the comma, otherwise with the rest of the line and its end. */
  readonly end: number;
  /** The key of a map. */
  readonly key: string | undefined;
  readonly value: Node | null;
}

/** Parses a text so that places in it can be found. */
export const parseSource = (text: string): Document.Parsed =>
  parseDocument(text, { keepSourceTokens: true, prettyErrors: false, logLevel: 'error' });

/** Whether a value is a list or a map. */
export const isCollection = (node: unknown): node is Collection => isMap(node) || isSeq(node);

/** The value at a path; undefined where there is none. */
export function nodeAt(document: Document, path: Path): Node | null | undefined {
  let node: unknown = document.contents;
  for (const key of path) {
    if (isSeq(node)) node = typeof key === 'number' ? node.items[key] : undefined;
    else if (isMap(node)) node = node.items.find((pair) => keyOf(pair.key) === key)?.value;
    else return undefined;
    if (node === undefined) return undefined;
  }
  return isNode(node) ? node : node === null ? null : undefined;
}

const keyOf = (key: unknown): string | undefined => (isScalar(key) ? String(key.value) : undefined);

/** The end of the line at a place, behind its line break. */
export const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
};

/** Where the line of a place begins. */
export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/**
 * Finds the entries of a list or a map in its text.
 * @returns undefined when it is written in a way that nobody writes by hand, such as keys with a question mark
 */
export function entriesOf(text: string, collection: Collection): readonly Entry[] | undefined {
  const token = collection.srcToken;
  const isFlow = token?.type === 'flow-collection';
  if (!token || !('items' in token)) return undefined;
  const sources = (
    token.items as readonly { start: readonly Token[]; key?: unknown; sep?: readonly Token[]; value?: unknown }[]
  ).filter(({ start, key, sep, value }) =>
    isFlow || isMap(collection) ? key || sep || value : start.some(({ type }) => type === 'seq-item-ind'),
  );
  if (sources.length !== collection.items.length) return undefined;
  const entries = collection.items.map((item, index): Entry | undefined => {
    const source = sources[index];
    const inMap = isPair(item);
    const [key, value] = inMap ? [item.key, item.value] : [undefined, item];
    const node = isNode(value) ? value : null;
    const mark = inMap
      ? source?.sep?.find(({ type }) => type === 'map-value-ind')
      : source?.start.find(({ type }) => type === 'seq-item-ind');
    const begin = inMap ? (isScalar(key) ? key.range?.[0] : undefined) : isFlow ? node?.range?.[0] : mark?.offset;
    if (inMap !== isMap(collection) || begin === undefined || (!mark && !isFlow)) return undefined;
    const valueStart = mark ? mark.offset + 1 : begin;
    const end = Math.max(valueStart, endOf(text, node) ?? 0);
    const isAtLineEnd = text[end - 1] === '\n';
    return {
      start: begin,
      valueStart,
      end: isFlow || isAtLineEnd ? end : lineEnd(text, end),
      key: inMap ? keyOf(key) : undefined,
      value: node,
    };
  });
  return entries.every((entry) => entry !== undefined) ? entries : undefined;
}

interface Token {
  readonly type: string;
  readonly offset: number;
}

/** Where a value ends, without the notes and empty lines below it. */
function endOf(text: string, node: Node | null): number | undefined {
  if (isCollection(node) && !node.flow) {
    const last = entriesOf(text, node)?.at(-1);
    if (last) return last.end;
  }
  return node?.range?.[1];
}

/**
 * The place in the data that a line of a YAML text belongs to: the path of the innermost value whose lines hold it.
 * @param line the first being 1
 * @returns undefined when it holds none, such as a note above all keys
 */
export function pathAtLine(text: string, line: number): Path | undefined {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    keepSourceTokens: true,
    prettyErrors: false,
    logLevel: 'error',
    lineCounter: counter,
  });
  const within = (node: Node | null, path: Path): Path | undefined => {
    if (!isCollection(node)) return undefined;
    for (const [index, { start, end, key, value }] of (entriesOf(text, node) ?? []).entries()) {
      if (line < counter.linePos(start).line || line > counter.linePos(Math.max(start, end - 1)).line) continue;
      const inner = [...path, key ?? index];
      return within(value, inner) ?? inner;
    }
    return undefined;
  };
  return within(document.contents, []);
}

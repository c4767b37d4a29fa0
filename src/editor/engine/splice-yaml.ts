import { isScalar, Scalar, type Document, type Node } from 'yaml';
import type { Path } from '../api.ts';
import { isKeys, pathOf, type DataChange, type KeysOf } from './change-data.ts';
import { flowOf, foldLike, linesOf } from './write-yaml.ts';
import { entriesOf, isCollection, lineStart, nodeAt, type Entry } from './yaml-source.ts';

/**
 * A YAML text with one change, which touches the lines of what changes and no others.
 * @param text ends in a line break
 * @param document the text as parsed with its tokens
 * @returns undefined where that is not possible; whoever calls has to look whether the data is right
 */
export function spliceYaml(text: string, document: Document, change: DataChange, keysOf: KeysOf): string | undefined {
  const path = pathOf(change);
  if ('order' in change) {
    const map = nodeAt(document, path);
    const entries = isCollection(map) ? entriesOf(text, map) : undefined;
    const order = change.keys.map((key) => entries?.findIndex((entry) => entry.key === key) ?? -1);
    return isCollection(map) && entries && !map.flow ? inOrder(text, entries, order) : undefined;
  }
  if ('set' in change) return setValue(text, document, path, change.to, keysOf);
  const [above, last] = [path.slice(0, -1), path.at(-1)];
  const collection = nodeAt(document, above);
  if ('insert' in change && !(isCollection(collection) && collection.items.length > 0))
    return setValue(text, document, above, [change.value], keysOf);
  const entries = isCollection(collection) ? entriesOf(text, collection) : undefined;
  const at = typeof last === 'number' ? last : (entries?.findIndex(({ key }) => key === last) ?? -1);
  if (!isCollection(collection) || !entries || at < 0) return undefined;
  if ('insert' in change)
    return collection.flow
      ? inFlow(text, entries, { at, add: flowOf(change.value) })
      : insertLines(text, entries, at, linesOf([change.value]), isSpaced(text, entries));
  if ('move' in change) {
    if (collection.flow) return inFlow(text, entries, { at, to: change.to });
    return inOrder(text, entries, moved([...entries.keys()], at, change.to));
  }
  if (entries.length === 1) return setValue(text, document, above, typeof last === 'number' ? [] : {}, keysOf);
  return collection.flow ? inFlow(text, entries, { at }) : removeLines(text, entries, at);
}

const moved = <T>(list: readonly T[], from: number, to: number): T[] => {
  const without = list.toSpliced(from, 1);
  return without.toSpliced(to, 0, ...list.slice(from, from + 1));
};

function setValue(text: string, document: Document, path: Path, to: unknown, keysOf: KeysOf): string | undefined {
  const last = path.at(-1);
  const node = nodeAt(document, path);
  if (last === undefined) return setRoot(text, document.contents, to);
  const above = path.slice(0, -1);
  const collection = nodeAt(document, above);
  if (!isCollection(collection) || collection.items.length === 0) {
    // What it stands in is missing, or empty, and comes with it.
    return setValue(text, document, above, typeof last === 'number' ? [to] : { [last]: to }, keysOf);
  }
  const entries = entriesOf(text, collection);
  const at = typeof last === 'number' ? last : (entries?.findIndex(({ key }) => key === last) ?? -1);
  const entry = entries?.[at];
  if (!entries) return undefined;
  if (!entry) {
    const place = typeof last === 'number' ? at : placeOf(last, entries, keysOf(above));
    const inside: readonly unknown[] | Record<string, unknown> = typeof last === 'number' ? [to] : { [last]: to };
    if (!collection.flow)
      return insertLines(text, entries, place, linesOf(inside), typeof last === 'number' && isSpaced(text, entries));
    return inFlow(text, entries, { at: place, add: flowOf(inside).slice(1, -1).trim() });
  }
  if (isScalar(node) && node.range && node.range[1] > node.range[0] && (typeof to !== 'object' || to === null)) {
    const [from, end] = node.range;
    const written = collection.flow ? flowOf(to, node.type) : scalarLike(text, node, entry, to);
    const rest = text[end - 1] === '\n' ? '\n' : '';
    return text.slice(0, from) + written + rest + text.slice(end);
  }
  if (
    collection.flow ||
    (isCollection(node) && node.flow && typeof to === 'object' && to !== null && isFilled(to) && node.items.length > 0)
  ) {
    const range = node?.range;
    return range ? text.slice(0, range[0]) + flowOf(to) + text.slice(range[1]) : undefined;
  }
  const [first = '', ...more] = linesOf(typeof last === 'number' ? [to] : { k: to });
  const lines = [first.slice(typeof last === 'number' ? 1 : 2), ...indented(more, columnOf(text, entry))];
  return `${text.slice(0, entry.valueStart)}${lines.join('\n')}\n${text.slice(entry.end)}`;
}

const isFilled = (value: object): boolean => Object.keys(value).length > 0;

/** Puts a value in the place of all there is; notes above it stay. */
function setRoot(text: string, node: Node | null, to: unknown): string {
  const start = node?.range?.[0] ?? text.length;
  const entries = isCollection(node) ? entriesOf(text, node) : undefined;
  const end = entries?.at(-1)?.end ?? node?.range?.[1] ?? text.length;
  const lines = Array.isArray(to) || isKeys(to) ? linesOf(to) : [flowOf(to)];
  return `${text.slice(0, start)}${lines.join('\n')}\n${text.slice(end).replace(/^[^\n]*\n/, (rest) => (text[end - 1] === '\n' ? rest : ''))}`;
}

/** A text, a number or the like, written as the one that it replaces. */
function scalarLike(text: string, old: Scalar, entry: Entry, to: unknown): string {
  const [from, end] = old.range ?? [0, 0, 0];
  const column = columnOf(text, entry);
  const isBlock = old.type === Scalar.BLOCK_LITERAL || old.type === Scalar.BLOCK_FOLDED;
  const [head = '', ...was] = text.slice(from, end).replace(/\n$/, '').split('\n');
  const indent = isBlock ? (/^ */.exec(was.find((line) => line.trim() !== '') ?? '')?.[0] ?? '') : '';
  if (isBlock && old.type === Scalar.BLOCK_FOLDED && typeof to === 'string') {
    const lines = was.map((line) => line.slice(indent.length));
    const folded = foldLike(to, lines, Math.max(...lines.map(({ length }) => length)));
    if (folded) return [head, ...folded.map((line) => indent + line)].join('\n');
  }
  // The quotes of an empty text say nothing of the next one.
  const [first = '', ...more] = linesOf({ k: to }, old.value === '' ? undefined : old.type);
  const own = /^[|>]/.test(first.slice(3)) && isBlock && indent.length > column;
  const lines = own
    ? more.map((line) => (line === '' ? '' : indent + line.replace(/^ {2}/, '')))
    : indented(more, column);
  return [first.slice(3), ...lines].join('\n');
}

const columnOf = (text: string, { start }: Entry): number => start - lineStart(text, start);
const indented = (lines: readonly string[], column: number): string[] =>
  lines.map((line) => (line === '' ? '' : ' '.repeat(column) + line));

/** Where a new key goes: behind those that its schema has before it, otherwise at the end. */
function placeOf(key: string, entries: readonly Entry[], keys: readonly string[] | undefined): number {
  const before = keys?.slice(0, keys.indexOf(key)) ?? [];
  if (!keys?.includes(key)) return entries.length;
  return entries.findLastIndex((entry) => entry.key !== undefined && before.includes(entry.key)) + 1;
}

const gap = (text: string, entries: readonly Entry[], after: number): string =>
  text.slice(entries[after]?.end, entries[after + 1]?.start);

/** Whether empty lines stand between the entries. */
const isSpaced = (text: string, entries: readonly Entry[]): boolean =>
  entries.length > 1 && /^[ \t]*\n/m.test(gap(text, entries, entries.length - 2));

function insertLines(
  text: string,
  entries: readonly Entry[],
  at: number,
  lines: readonly string[],
  spaced: boolean,
): string | undefined {
  const [before, first] = [entries[at - 1], entries[0]];
  if (!first) return undefined;
  const column = columnOf(text, first);
  const empty = spaced ? '\n' : '';
  if (before)
    return `${text.slice(0, before.end)}${empty}${indented(lines, column).join('\n')}\n${text.slice(before.end)}`;
  const [line = '', ...more] = lines;
  const written = [line, ...indented(more, column)].join('\n');
  return `${text.slice(0, first.start)}${written}\n${empty}${' '.repeat(column)}${text.slice(first.start)}`;
}

/** Without one entry of several. Notes stay, and one of the empty gaps around it goes. */
function removeLines(text: string, entries: readonly Entry[], at: number): string | undefined {
  const [entry, next, before] = [entries[at], entries[at + 1], entries[at - 1]];
  if (!entry) return undefined;
  const begin = lineStart(text, entry.start);
  const isAlone = text.slice(begin, entry.start).trim() === '';
  if (!next) {
    const isBare = before !== undefined && gap(text, entries, at - 1).trim() === '';
    return text.slice(0, isBare ? before.end : begin) + text.slice(entry.end);
  }
  if (gap(text, entries, at).trim() === '') return text.slice(0, entry.start) + text.slice(next.start);
  return isAlone ? text.slice(0, begin) + text.slice(entry.end).replace(/^(?:[ \t]*\n)+/, '') : undefined;
}

/** The entries in another order, each with the notes right above it; what stands between them stays where it is. */
function inOrder(text: string, entries: readonly Entry[], order: readonly number[]): string | undefined {
  const starts = entries.map((entry, index) => {
    const column = columnOf(text, entry);
    const above = index === 0 ? '' : gap(text, entries, index - 1);
    const notes = new RegExp(`(?<=^|\\n {${column}})(?:#.*\\n {${column}})+$`).exec(above)?.[0] ?? '';
    // The first line of the gap begins a line too.
    const own = new RegExp(`^ {${column}}((?:#.*\\n {${column}})+)$`).exec(above)?.[1] ?? notes;
    return entry.start - own.length;
  });
  const parts = entries.map(({ end }, index) => text.slice(starts[index], end));
  const between = entries.map(({ end }, index) =>
    index === entries.length - 1 ? '' : text.slice(end, starts[index + 1]),
  );
  if (order.length !== entries.length || order.some((index) => parts[index] === undefined)) return undefined;
  const changed = order.map((index, place) => (parts[index] ?? '') + (between[place] ?? '')).join('');
  return text.slice(0, starts[0]) + changed + text.slice(entries.at(-1)?.end);
}

/**
 * A list or map between brackets with an entry more, with one in another place, or with one less.
 * @param change the place, and what is added there or where the entry goes; neither takes it out
 */
function inFlow(
  text: string,
  entries: readonly Entry[],
  { at, add, to }: { readonly at: number; readonly add?: string; readonly to?: number },
): string {
  const parts = entries.map(({ start, end }) => text.slice(start, end));
  const gaps = entries.slice(1).map(({ start }, index) => text.slice(entries[index]?.end, start));
  // A note between two entries is said of them, and not of another one.
  const [first, ...more] = gaps.map((one) => one.replace(/[ \t]*#.*/g, ''));
  const usual = first !== undefined && more.every((other) => other === first) ? first : ', ';
  const [others, between] =
    add !== undefined
      ? [parts.toSpliced(at, 0, add), gaps.toSpliced(Math.max(at, 0), 0, usual)]
      : to !== undefined
        ? [moved(parts, at, to), gaps]
        : [parts.toSpliced(at, 1), gaps.toSpliced(Math.min(at, gaps.length - 1), 1)];
  const written = others
    .map((part, index) => part + (index < others.length - 1 ? (between[index] ?? usual) : ''))
    .join('');
  return text.slice(0, entries[0]?.start) + written + text.slice(entries.at(-1)?.end);
}

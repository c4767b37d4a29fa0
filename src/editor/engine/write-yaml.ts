import { Document, isScalar, Scalar, visit } from 'yaml';
import { isKeys } from './change-data.ts';

/** How a text is written: in which quotes, or as lines of its own below its key. */
export type Style = Scalar.Type | null | undefined;

/**
 * Writes a value as YAML, in lines, as the one value of a list or of a key.
 * @param within a list or map with the value alone in it
 * @param style how the text was written that it replaces
 * @param width for a text that is folded: so many signs a line
 */
export function linesOf(
  within: readonly unknown[] | Readonly<Record<string, unknown>>,
  style?: Style,
  width = 0,
): string[] {
  const document = new Document(within);
  visit(document, {
    Scalar(key, node, path) {
      if (key === 'key' || typeof node.value !== 'string') return;
      const isWhole = path.length <= 3;
      const isBlock = style === Scalar.BLOCK_LITERAL || style === Scalar.BLOCK_FOLDED;
      if (node.value.includes('\n')) node.type = isWhole && isBlock ? style : Scalar.BLOCK_LITERAL;
      else if (isWhole && style && node.value !== '') node.type = style;
    },
  });
  return document.toString({ lineWidth: width, minContentWidth: 0 }).replace(/\n$/, '').split('\n');
}

/** Writes a value on one line, as it stands between the brackets of a list or map. */
export function flowOf(value: unknown, style?: Style): string {
  if (Array.isArray(value)) return `[${value.map((entry) => flowOf(entry)).join(', ')}]`;
  if (isKeys(value)) {
    const pairs = Object.entries(value).map(([key, inner]) => `${flowOf(key)}: ${flowOf(inner)}`);
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
  }
  // The library would put it on lines of its own.
  if (typeof value === 'string' && value.includes('\n')) return JSON.stringify(value);
  const document = new Document([value]);
  const node = document.get(0, true);
  const isQuoted = style === Scalar.QUOTE_DOUBLE || style === Scalar.QUOTE_SINGLE;
  if (isScalar(node) && typeof value === 'string' && isQuoted) node.type = style;
  return document
    .toString({ lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: false, blockQuote: false })
    .trim()
    .slice(1, -1);
}

/**
 * Writes a text of one paragraph in lines as it was folded before, as far as it is the same.
 * @param old the lines it was folded into
 * @param width so many signs a line at most
 * @returns undefined when it is no text of one paragraph
 */
export function foldLike(text: string, old: readonly string[], width: number): string[] | undefined {
  if (/\n|^\s|\s$| {2}/.test(text) || old.some((line) => line === '' || /^\s|\s$/.test(line))) return undefined;
  let head = 0;
  while (head < old.length && text.startsWith(`${old.slice(0, head + 1).join(' ')} `)) head++;
  const rest = head === 0 ? text : text.slice(old.slice(0, head).join(' ').length + 1);
  let tail = 0;
  while (tail < old.length - head && rest.endsWith(` ${old.slice(old.length - tail - 1).join(' ')}`)) tail++;
  const end = tail === 0 ? '' : old.slice(old.length - tail).join(' ');
  const middle = (end === '' ? rest : rest.slice(0, -end.length - 1)).split(' ');
  const lines: string[] = [];
  for (const word of middle) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return [...old.slice(0, head), ...lines, ...old.slice(old.length - tail)];
}

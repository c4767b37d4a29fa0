/** A text to put into another, and where. */
export interface PutIn {
  readonly at: number;
  readonly text: string;
}

/** The beginning of an entry of a list: how far it is indented, its sign, and the blanks behind it. */
const entry = /^( *)(?:[-*+]|\d+[.)])( +)/;
const isEmpty = (line: string | undefined): boolean => line === undefined || line.trim() === '';

/**
 * Puts something on lines of its own into a text, with an empty line above and below, whatever the cursor stands in: no
 * sentence is torn apart. Within a list a picture belongs to its entry, so that the list goes on behind it; a component
 * comes behind the list.
 *
 * @param text the whole text
 * @param cursor where the cursor is
 * @param block what is put in, one line
 * @param kind a picture, or a component such as <Script id="…" />
 */
export function blockAt(text: string, cursor: number, block: string, kind: 'picture' | 'component'): PutIn {
  const lines = text.split('\n');
  let line = text.slice(0, cursor).split('\n').length - 1;
  // On an empty line it stands where that is.
  const isOnEmpty = isEmpty(lines[line]);
  const indent = isOnEmpty ? '' : indentOf(lines, line);
  const isInList = indent !== '' || entry.test(lines[line] ?? '');
  const goesOn = (next: string | undefined): boolean =>
    !isEmpty(next) && (kind === 'component' || !isInList || !entry.test(next ?? ''));
  if (!isOnEmpty) while (goesOn(lines[line + 1])) line++;
  const at = lines.slice(0, line + 1).join('\n').length;
  const above = isOnEmpty ? (isEmpty(lines[line - 1]) ? '' : '\n') : '\n\n';
  const below = isEmpty(lines[line + 1]) ? '' : '\n';
  return { at, text: `${above}${kind === 'picture' ? indent : ''}${block}${below}` };
}

/** How far the text of the entry is indented that a line belongs to; nothing outside of lists. */
function indentOf(lines: readonly string[], line: number): string {
  for (let at = line; at >= 0 && !isEmpty(lines[at]); at--) {
    const [whole] = entry.exec(lines[at] ?? '') ?? [];
    if (whole !== undefined) return ' '.repeat(whole.length);
  }
  return /^ */.exec(lines[line] ?? '')?.[0] ?? '';
}

import type { ScriptNode, SyntaxFault } from './nodes.ts';

/** A field's name: lower-case words with single spaces between them. */
const namePattern = '[a-z0-9]+(?: [a-z0-9]+)*';
const ifMarker = new RegExp(`^if (${namePattern})$`);
const fieldMarker = new RegExp(`^(?!(?:if|else|end)\\b)${namePattern}$`);

interface OpenPart {
  readonly name: string;
  readonly line: number;
  readonly source: string;
  readonly shown: ScriptNode[];
  otherwise?: ScriptNode[];
}

/**
 * Reads a text with markers.
 *
 * `((name))` is a field; `((if name))`, `((else))` and `((end))` make an optional part, and parts may
 * stand inside parts. A backslash before `((` makes the brackets plain text. Backslashes right before
 * `((` count in pairs, one backslash a pair, so `\\((name))` is a backslash and then a field; anywhere
 * else a backslash is a backslash. Of three brackets the last two belong to the marker: `(((name)))` is
 * a field in round brackets. In a longer row the first two are a marker that nothing closes.
 *
 * @param source The text as written in the content file.
 * @returns The nodes, neighbouring text in one node, and every syntax fault. Whatever is faulty stands
 *   in the nodes as text; an optional part without an end reaches to the end of the text. Never throws.
 */
export function parse(source: string): { nodes: ScriptNode[]; faults: SyntaxFault[] } {
  const top: ScriptNode[] = [];
  const faults: SyntaxFault[] = [];
  const open: OpenPart[] = [];
  let here = top;
  let line = 0;

  const addText = (text: string): void => {
    if (text === '') return;
    const last = here.at(-1);
    if (last?.kind === 'text') here[here.length - 1] = { ...last, text: last.text + text };
    else here.push({ kind: 'text', text, line });
    line += text.split('\n').length - 1;
  };
  const fault = (kind: SyntaxFault['kind'], at: string): void => {
    faults.push({ kind, line, source: at });
    addText(at);
  };
  const close = (part: OpenPart): void => {
    const { name, line: from, shown, otherwise } = part;
    here = listOf(open.at(-1)) ?? top;
    here.push({ kind: 'part', name, line: from, shown, ...(otherwise && { otherwise }) });
  };
  const addMarker = (inside: string, marker: string): void => {
    const part = open.at(-1);
    const condition = ifMarker.exec(inside)?.[1];
    if (condition !== undefined) {
      const opened: OpenPart = { name: condition, line, source: marker, shown: [] };
      open.push(opened);
      here = opened.shown;
    } else if (inside === 'else') {
      if (!part) fault('else alone', marker);
      else if (part.otherwise) fault('second else', marker);
      else here = part.otherwise = [];
    } else if (inside === 'end') {
      if (!part) return fault('end alone', marker);
      open.pop();
      close(part);
    } else if (fieldMarker.test(inside)) {
      here.push({ kind: 'field', name: inside, line });
    } else fault('not a marker', marker);
  };

  const brackets = /(\\*)(\({2,})/g;
  const whole = /\(\(([^()\n]*)\)\)/y;
  let done = 0;
  for (let found = brackets.exec(source); found; found = brackets.exec(source)) {
    const [, slashes = '', row = ''] = found;
    addText(source.slice(done, found.index) + '\\'.repeat(slashes.length >> 1));
    const rowStart = found.index + slashes.length;
    if (slashes.length % 2 === 1) {
      addText('((');
      done = rowStart + 2;
    } else if (row.length > 3) {
      faults.push({ kind: 'not closed', line, source: startOfLine(source, rowStart) });
      addText('((');
      done = rowStart + 2;
    } else {
      addText('('.repeat(row.length - 2));
      whole.lastIndex = rowStart + row.length - 2;
      const marker = whole.exec(source);
      if (marker) {
        addMarker(marker[1] ?? '', marker[0]);
        done = whole.lastIndex;
      } else {
        faults.push({ kind: 'not closed', line, source: startOfLine(source, rowStart) });
        addText('((');
        done = rowStart + row.length;
      }
    }
    brackets.lastIndex = done;
  }
  addText(source.slice(done));
  for (let part = open.pop(); part; part = open.pop()) {
    faults.push({ kind: 'no end', line: part.line, source: part.source });
    close(part);
  }
  return { nodes: top, faults };
}

/** The list that the next node of an open part goes into. */
function listOf(part: OpenPart | undefined): ScriptNode[] | undefined {
  return part?.otherwise ?? part?.shown;
}

/** What an editor needs to see to find the place again. */
function startOfLine(source: string, from: number): string {
  return source.slice(from, from + 40).split('\n')[0] ?? '';
}

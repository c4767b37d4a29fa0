import { parseFragment } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { fill } from '../../../src/script/engine/fill.ts';
import type { Piece } from '../../../src/script/engine/fill.ts';
import type { ScriptNode } from '../../../src/script/engine/nodes.ts';
import { parse } from '../../../src/script/engine/parse.ts';
import type { Fields, Settings, Values } from '../../../src/script/engine/values.ts';
import { anyText, fc } from '../runs.ts';

export const settings: Settings = { locale: 'en-GB', currency: 'GBP' };

/** Fills a text whose fields are all of the kind text unless said otherwise. */
export function filled(text: string, values: Values, fields: Fields = {}): Piece[] {
  return fill(parse(text).nodes, fields, values, settings);
}

/** Text that tries to be trouble: brackets, backslashes, markup, header breaks, other scripts, half characters. */
export const trouble = fc
  .array(
    fc.oneof(
      anyText(8),
      fc.constantFrom(
        '((',
        '))',
        '(',
        ')',
        '\\',
        '\\((',
        '((client name))',
        '((if a))',
        '((end))',
        '<script>alert(1)</script>',
        '&amp;',
        '"',
        "'",
        '\n',
        '\n\n',
        '- ',
        ' ',
        '  ',
        '\t',
        'ü€🙂',
        'שלום',
        '\u202e',
        '%0A',
        '+',
        '=?utf-8?B?',
        '--=_part_=',
        '{{x}}',
        '[x]',
        'Bcc: x@example.com',
        ' , .',
        '\u0001',
        '\u0002',
      ),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

/** The same nodes without line numbers, empty text and neighbours that belong together. */
export function bare(nodes: readonly ScriptNode[]): unknown[] {
  const out: { kind: string; text?: string }[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (node.kind === 'field') out.push({ kind: 'field', ...{ name: node.name } });
    else if (node.kind === 'part') {
      out.push({
        kind: 'part',
        ...{ name: node.name, shown: bare(node.shown), otherwise: node.otherwise && bare(node.otherwise) },
      });
    } else if (last?.kind === 'text') last.text += node.text;
    else if (node.text !== '') out.push({ kind: 'text', text: node.text });
  }
  return out;
}

/** What a reader of the HTML sees: text, with a line break for each <br>, and blocks apart. */
export function seen(html: string): string {
  const read = (node: DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.DocumentFragment): string => {
    if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
    if (node.nodeName === 'br') return '\n';
    const inside = 'childNodes' in node ? node.childNodes.map(read).join('') : '';
    return ['p', 'ul', 'li'].includes(node.nodeName) ? `${inside}\n` : inside;
  };
  return read(parseFragment(html));
}

/** The names of all elements in the HTML. */
export function elements(html: string): Set<string> {
  const names = new Set<string>();
  const walk = (node: DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.DocumentFragment): void => {
    if (!node.nodeName.startsWith('#')) names.add(node.nodeName);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  parseFragment(html).childNodes.forEach(walk);
  return names;
}

/** Reads an .eml file the way a mail program does. */
export function readEml(file: string): { headers: Map<string, string>; parts: { type: string; text: string }[] } {
  const split = (text: string): [string, string] => {
    const at = text.indexOf('\r\n\r\n');
    return [text.slice(0, at), text.slice(at + 4)];
  };
  const headersOf = (text: string): Map<string, string> =>
    new Map(
      text
        .replace(/\r\n[ \t]/g, ' ')
        .split('\r\n')
        .filter((line) => line !== '')
        .map((line) => {
          const colon = line.indexOf(': ');
          return [line.slice(0, colon), line.slice(colon + 2)];
        }),
    );
  const decode = (base64: string): string => Buffer.from(base64, 'base64').toString('utf8');
  const [head, body] = split(file);
  const headers = headersOf(head);
  const subject = headers.get('Subject') ?? '';
  headers.set(
    'Subject',
    subject
      .replace(/\?= =\?/g, '?==?')
      .replace(/=\?utf-8\?B\?([A-Za-z0-9+/=]*)\?=/g, (_, base64: string) => decode(base64)),
  );
  const boundary = /boundary="(.+)"/.exec(headers.get('Content-Type') ?? '')?.[1] ?? '';
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [partHead, content] = split(part.replace(/^\r\n/, ''));
      return { type: headersOf(partHead).get('Content-Type') ?? '', text: decode(content) };
    });
  return { headers, parts };
}

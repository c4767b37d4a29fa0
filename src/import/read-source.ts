import { extname } from 'node:path';
import { readFileSync } from 'node:fs';
import mammoth from 'mammoth';
import { markdownToHtml } from 'satteri';
import { parseDocument } from 'yaml';
import { signsInARow } from '../content/mdx.ts';
import { decode, type FileFault } from '../content/read-file.ts';
import { importing as words } from '../i18n/en.ts';
import type { Note } from './left-out.ts';

/** A file that somebody wrote elsewhere, as HTML, with what its front matter says. */
export interface Source {
  readonly html: string;
  readonly title?: string;
  readonly summary?: string;
}

/**
 * Reads a Word, Markdown or HTML file.
 * @param note takes what of it gets lost here
 * @throws {Error} saying in plain words why it cannot be read
 */
export async function readSource(path: string, note: Note): Promise<Source> {
  const ending = extname(path).toLowerCase();
  if (!/^\.(?:doc[xm]?|md|markdown|html?)$/.test(ending)) throw new Error(words.why.otherKind);
  const bytes = readFileSync(path);
  if (ending.startsWith('.doc')) return readWord(bytes, note);
  if (ending.startsWith('.htm')) return { html: textOfHtml(bytes) };
  return readMarkdown(textOf(bytes), note);
}

/** Parts of a Word file that are no text of its page, by the names that they have in it. They stand there uncompressed. */
const besides = [
  ['word/vbaProject.bin', 'macros'],
  ['word/comments.xml', 'comments'],
  ['word/header1.xml', 'headersAndFooters'],
  ['word/footer1.xml', 'headersAndFooters'],
  ['word/charts/', 'objects'],
  ['word/diagrams/', 'objects'],
  ['word/embeddings/', 'objects'],
] as const;

/** How Word's own styles are read, besides those that the library knows. */
const styles = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='No Spacing'] => p:fresh",
  ...[1, 2, 3, 4, 5, 6].map((rank) => `p[style-name='toc ${rank}'] => nav > p:fresh`),
  "p[style-name='TOC Heading'] => nav > p:fresh",
  'strike => s',
];

async function readWord(bytes: Buffer, note: Note): Promise<Source> {
  // Word's old kind of file, and a new one with a password, begin alike.
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0') throw new Error(words.why.oldOrLocked);
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') throw new Error(words.why.noWord);
  let result: Awaited<ReturnType<typeof mammoth.convertToHtml>>;
  try {
    // Pictures are left out, so their bytes are never read.
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
    result = await mammoth.convertToHtml({ buffer: bytes }, { styleMap: styles, convertImage });
  } catch {
    throw new Error(words.why.brokenWord);
  }
  for (const loss of new Set(besides.flatMap(([name, loss]) => (bytes.includes(name) ? loss : [])))) note(loss);
  for (const { message } of result.messages) {
    const [, element] = /^An unrecognised element was ignored: (.+)/.exec(message) ?? [];
    if (element !== undefined) note('unknown', element);
  }
  return { html: result.value };
}

/** A text in UTF-8. @throws {Error} when it is none */
function textOf(bytes: Buffer): string {
  const faults: FileFault[] = [];
  const text = decode('', bytes, faults);
  if (text === undefined) throw new Error(`${faults[0]?.what ?? ''} ${faults[0]?.mend ?? ''}`.trim());
  return text;
}

/** The text of a page, in the letters that it says it is written in. */
function textOfHtml(bytes: Buffer): string {
  const [, charset = 'utf-8'] = /charset=["']?([\w-]+)/i.exec(bytes.toString('latin1', 0, 2048)) ?? [];
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return textOf(bytes);
  }
}

/** What of a front matter stands in ours too, whatever it is called there. */
const known: Readonly<Record<string, 'title' | 'summary'>> = {
  title: 'title',
  summary: 'summary',
  description: 'summary',
};

function readMarkdown(text: string, note: Note): Source {
  const [head, yaml] = /^---[ \t]*\n(?:([\s\S]*?)\n)??---[ \t]*(?:\n|$)/.exec(text) ?? [''];
  const said: Partial<Record<'title' | 'summary', string>> = {};
  // What its front matter means nobody has to know: what cannot be read of it is left out with the rest.
  const data = dataOf(yaml ?? '');
  for (const [key, value] of Object.entries(typeof data === 'object' && data !== null ? data : {})) {
    const name = known[key.toLowerCase()];
    if (name !== undefined && typeof value === 'string' && value.trim() !== '') said[name] = value.trim();
    else note('frontMatter', key);
  }
  // The engine would end the whole program.
  if (signsInARow.test(text)) throw new Error(words.why.tangled);
  const built = markdownToHtml(text.slice(head.length), { features: { smartPunctuation: false } });
  return { html: built.html, ...said };
}

function dataOf(yaml: string): unknown {
  try {
    return parseDocument(yaml, { logLevel: 'error' }).toJS();
  } catch {
    return undefined;
  }
}

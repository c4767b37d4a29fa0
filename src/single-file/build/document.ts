import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { parse } from 'parse5';
import type { FileData } from '../runtime/data.ts';
import { readMarks, verbatim } from '../../i18n/marks.ts';
import type { Strings } from '../../i18n/strings.ts';
import { escaped, find, has, hasClass, set, textOf, write, type Element } from './html.ts';
import type { TakenPage } from './pages.ts';
import { contentsAddress, homeAddress } from '../../routes.ts';
import { rewrite, type Frame } from './rewrite.ts';

/** What the file is made of. */
export interface Parts {
  readonly pages: readonly TakenPage[];
  /** The first page of the built site, whose bar, foot and search box the file has as well. */
  readonly home: string;
  /** The script that sets the theme before anything is drawn. */
  readonly theme: string;
  /** The site's icon, as SVG. */
  readonly icon: string;
  /** The code and the style of all pages. */
  readonly code: { readonly script: string; readonly style: string };
  /** What the code needs besides the pages. */
  readonly data: FileData;
  /** The day that the pages are of, in words. */
  readonly made: string;
  /** The address of the site, if known. */
  readonly site: string | undefined;
  readonly frame: Frame;
  readonly strings: Strings;
}

/** Writes the file: one document that asks for nothing and works from a disk. */
export function writeDocument({ pages, home, theme, icon, code, data, made, site, frame, strings }: Parts): string {
  const shell = parse(home);
  const part = (fits: (element: Element) => boolean): string => {
    const found = find(shell, fits);
    if (!found) throw new Error('The first page of the built site has lost its bar, its foot or its search box.');
    rewrite(found, homeAddress, frame, '');
    const opener = find(found, (one) => has(one, 'data-search-open'));
    if (opener) set(opener, 'class', 'button needs-js');
    return write(found);
  };
  const bar = part((one) => hasClass(one, 'bar'));
  const foot = part((one) => hasClass(one, 'foot'));
  const search = part((one) => one.tagName === 'dialog' && has(one, 'data-search'));
  const name = textOf(find(shell, ({ tagName }) => tagName === 'title') ?? shell);
  const head = inScript(theme);
  const script = inScript(code.script);
  const policy = [
    "default-src 'none'",
    `script-src ${hash(head)} ${hash(script)}`,
    `style-src ${hash(code.style)}`,
    'img-src data:',
    'font-src data:',
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  const copy = readMarks(strings.singleFile.copyMadeOn(verbatim(made), site && verbatim(site)))
    .map(({ kind, text }) => (kind === 'bracket' ? `<a href="${escaped(text)}">${escaped(text)}</a>` : escaped(text)))
    .join('');
  return [
    `<!doctype html><html lang="${strings.language}"><head><meta charset="utf-8">`,
    `<meta http-equiv="content-security-policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(name)}</title>`,
    `<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon)}">`,
    `<style>${code.style}</style><script>${head}</script></head><body>`,
    `<a class="skip" href="#main">${escaped(strings.site.skipToText)}</a>`,
    bar,
    '<main id="main">',
    contentsPage(pages, name, copy, strings),
    ...pages.map(({ html }) => html),
    '</main>',
    foot.replace('<footer class="foot">', (start) => `${start}<p>${copy}</p>`),
    search,
    // Most of it stands in the pages as well, so it packs to a third.
    `<script type="application/octet-stream" data-file>${pack(data)}</script>`,
    `<script>${script}</script></body></html>`,
  ].join('');
}

/** The list of all pages, in the order of the file. It comes first, so that the file can be read without code. */
function contentsPage(pages: readonly TakenPage[], name: string, copy: string, strings: Strings): string {
  const { contents, allPages } = strings.singleFile;
  const title = escaped(strings.site.titleOn(contents, name));
  return [
    `<div data-page="${title}" id="${contentsAddress}" class="page"><div class="prose">`,
    `<h1>${escaped(contents)}</h1><p class="lead">${escaped(allPages(name))}</p><p class="quiet">${copy}</p>`,
    listOf(pages, 0),
    '</div></div>',
  ].join('');
}

/** The pages of a depth as a list, each with those below it. */
function listOf(pages: readonly TakenPage[], depth: number): string {
  const items = pages.flatMap((page, at) => {
    if (page.depth !== depth) return [];
    const rest = pages.slice(at + 1);
    const end = rest.findIndex((next) => next.depth <= depth);
    const below = end < 0 ? rest : rest.slice(0, end);
    const list = below.length > 0 ? listOf(below, depth + 1) : '';
    return `<li><a href="#${escaped(page.address)}">${escaped(page.title)}</a>${list}</li>`;
  });
  return `<ul>${items.join('')}</ul>`;
}

/** What a script element may hold: nothing in it may end the element early. */
const inScript = (code: string): string => code.trim().replace(/<(?=\/script|script|!--)/gi, '\\x3c');

const pack = (data: unknown): string => deflateRawSync(JSON.stringify(data), { level: 9 }).toString('base64');

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

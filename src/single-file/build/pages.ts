import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'parse5';
import type { FormProps } from '../../script/ui/ScriptForm.tsx';
import type { FileData } from '../runtime/data.ts';
import type { ResultText, WalkText } from '../../tree/ui/links.ts';
import {
  aboutAddress,
  decideAddress,
  formFile,
  guidesAddress,
  homeAddress,
  resultFile,
  routeOf,
  scriptsAddress,
  sourcesAddress,
  walkFile,
} from '../../routes.ts';
import { elementsIn, escaped, find, get, has, hasClass, set, text, textOf, write, type Element } from './html.ts';
import { inFile, rewrite, type Frame } from './rewrite.ts';

/** A built page that goes into the file. */
interface BuiltPage {
  /** From the site's root. */
  readonly address: string;
  /** How many pages lie above it. */
  readonly depth: number;
  /** What its title says, without the site's name. */
  readonly title: string;
  /** Its title in full. */
  readonly fullTitle: string;
  readonly main: Element;
  /** Whether it uses the whole width. */
  readonly wide: boolean;
  /** The way out of a page on danger. It stands before the main part. */
  readonly leave: Element | undefined;
}

/** A page as it stands in the file. */
export interface TakenPage {
  readonly address: string;
  readonly depth: number;
  readonly title: string;
  readonly html: string;
  /** What its tree needs, if it is the page of one. */
  readonly tree?: FileData['walks'][string];
  /** What its script needs, if it is the page of one. */
  readonly form?: FormProps;
}

/** Where the reader finds everything else; the order is that of the file. */
const roots = [homeAddress, guidesAddress, decideAddress, scriptsAddress, sourcesAddress, aboutAddress];

/** The built page of an address. */
export const readPage = (folder: string, address: string): string =>
  readFileSync(join(folder, address, 'index.html'), 'utf8');

/**
 * Takes the pages of a built site for the file, in reading order: each page is followed by those below it, in the order
 * in which it links to them.
 *
 * @param folder the built folder
 * @param base the base path that it was built for
 * @param site the site's origin, if known: links that are passed on then lead to the site and not into a file
 * @param pictureInWords what stands in place of a picture; left out where the file holds the pictures themselves
 */
export function takePages(
  folder: string,
  base: string,
  site: string | undefined,
  pictureInWords: PictureInWords | undefined,
): readonly TakenPage[] {
  const built = new Map<string, BuiltPage>();
  for (const root of roots) visit(root, 0);
  const frame: Frame = { base, taken: new Set(built.keys()) };
  return [...built.values()].map((page) => take(page, folder, frame, site, pictureInWords));

  function visit(address: string, depth: number): void {
    if (built.has(address) || !routeOf(address)?.inSingleFile) return;
    const page = read(folder, address, depth);
    built.set(address, page);
    const below = elementsIn(page.main).flatMap((link) => {
      const href = link.tagName === 'a' && get(link, 'href');
      const url = URL.parse(href || base, `http://site${base.slice(0, -1)}${address}`);
      const path = url?.host === 'site' ? url.pathname.slice(base.length - 1) : '';
      return address !== homeAddress && path.endsWith('/') && path.startsWith(address) && path !== address ? path : [];
    });
    for (const next of below) visit(next, depth + 1);
  }
}

function read(folder: string, address: string, depth: number): BuiltPage {
  const document = parse(readPage(folder, address));
  const main = find(document, ({ tagName }) => tagName === 'main');
  const fullTitle = textOf(find(document, ({ tagName }) => tagName === 'title') ?? document);
  const heading = main && find(main, ({ tagName }) => tagName === 'h1');
  if (!main || !heading) throw new Error(`${address} of the built site has no main part with a heading.`);
  return {
    address,
    depth,
    main,
    fullTitle,
    title: address === homeAddress ? textOf(heading) : fullTitle.replace(/ – [^–]*$/, ''),
    leave: find(document, (part) => hasClass(part, 'leave') && !has(part, 'hidden')),
    wide: find(document, (part) => hasClass(part, 'page--wide')) !== undefined,
  };
}

/** Says what a picture shows, by its description. */
type PictureInWords = (words: string) => string;

function take(
  page: BuiltPage,
  folder: string,
  frame: Frame,
  site: string | undefined,
  pictureInWords: PictureInWords | undefined,
): TakenPage {
  const { address, main, title, fullTitle, depth, wide, leave } = page;
  const tree = find(main, (part) => has(part, 'data-tree'));
  const { name: route } = routeOf(address) ?? {};
  const ownTree = tree && route === 'tree';
  // The start of a tree inside a guide leads to the tree's own page.
  const begin = tree && !ownTree ? find(tree, ({ tagName }) => tagName === 'a') : undefined;
  const treePage = begin && new URL('..', `http://site${get(begin, 'href') ?? ''}`).pathname;
  for (const picture of elementsIn(main).filter(({ tagName }) => tagName === 'img'))
    if (pictureInWords) {
      const words = pictureInWords(get(picture, 'alt') ?? '');
      Object.assign(picture, { tagName: 'span', nodeName: 'span', attrs: [], childNodes: [text(picture, words)] });
    } else holdPicture(picture, folder, frame);
  rewrite(main, address, frame);
  if (begin && treePage) set(begin, 'href', inFile(treePage, address, frame));
  const id = address.split('/').at(-2) ?? '';
  const json = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown;
  const place = escaped(address);
  const content = write(main).replace(/^<main[^>]*>|<\/main>$/g, '');
  return {
    address,
    depth,
    title,
    html: `<div class="page${wide ? ' page--wide' : ''}" id="${place}" data-page="${escaped(fullTitle)}">${leave ? write(leave) : ''}${content}</div>`,
    ...(ownTree
      ? {
          tree: {
            walk: walkInFile(json(walkFile(id)) as WalkText, address, frame, site),
            results: resultsInFile(json(resultFile(id)) as ResultText, address, frame),
          },
        }
      : {}),
    ...(route === 'script' ? { form: json(formFile(id)) as FormProps } : {}),
  };
}

/** Puts the bytes of a picture into the page. The one for fine screens would make the file much larger. */
function holdPicture(picture: Element, folder: string, { base }: Frame): void {
  const source = decodeURIComponent(get(picture, 'src') ?? '');
  const ending = /\w*$/.exec(source)?.[0] ?? '';
  const kind = { svg: 'svg+xml', jpg: 'jpeg' }[ending] ?? ending;
  const bytes = readFileSync(join(folder, source.slice(base.length)));
  set(picture, 'src', `data:image/${kind};base64,${bytes.toString('base64')}`);
  for (const name of ['srcset', 'loading']) set(picture, name, undefined);
}

/** The links of a walk, leading to the pages in the file. Only the link that is passed on leads to the site. */
function walkInFile(walk: WalkText, page: string, frame: Frame, site: string | undefined): WalkText {
  const { links } = walk;
  const address = (link: string) => inFile(link, page, frame) ?? '';
  return {
    ...walk,
    place: address(links.self),
    links: {
      self: site ? new URL(links.self, site).href : address(links.self),
      worksheet: address(links.worksheet),
      outcomes: Object.fromEntries(Object.entries(links.outcomes).map(([id, link]) => [id, address(link)])),
    },
  };
}

/** The links of results, leading to the pages in the file. */
function resultsInFile({ links, ...results }: ResultText, page: string, frame: Frame): ResultText {
  const address = (link: string) => inFile(link, page, frame) ?? '';
  const pages = <T extends { readonly href: string }>(named: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(named).map(([id, page]) => [id, { ...page, href: address(page.href) }] as const));
  const { map, scripts, guides, trees } = links;
  return {
    ...results,
    links: { map: address(map), scripts: pages(scripts), guides: pages(guides), trees: pages(trees) },
  };
}

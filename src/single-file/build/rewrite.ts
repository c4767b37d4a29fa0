import { contentsAddress, lettersAddress, searchAddress } from '../../routes.ts';
import {
  childrenOf,
  elementsIn,
  get,
  has,
  hasClass,
  isElement,
  replace,
  set,
  text,
  textOf,
  type Element,
} from './html.ts';

/** Which pages the file holds. */
export interface Frame {
  /** The base path that the pages were built for. */
  readonly base: string;
  /** The addresses of the pages in the file, from the site's root. */
  readonly taken: ReadonlySet<string>;
}

/** Pages of the site whose place the contents of the file take. */
const lists: ReadonlySet<string> = new Set([searchAddress, lettersAddress]);

/**
 * The address inside the file of a page of the site: its path becomes the fragment, and its fragment stays behind it, as
 * in `#/guides/danger/#now` or `#/decide/fire/#v=3&danger=no`. Anything else comes back as it is; undefined is for a page
 * that the file does not hold.
 *
 * @param link an address as it stands in a page
 * @param page the address of that page, from the site's root
 * @param frame the pages in the file
 */
export function inFile(link: string, page: string, { base, taken }: Frame): string | undefined {
  const url = URL.parse(link, `http://site${base.slice(0, -1)}${page}`);
  if (url?.host !== 'site') return link;
  const path = url.pathname.startsWith(base) ? url.pathname.slice(base.length - 1) : '';
  if (lists.has(path)) return `#${contentsAddress}`;
  return taken.has(path) ? `#${path}${url.hash}` : undefined;
}

/** Attributes that hold ids of the same page. */
const idLists = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls'];

/** Attributes that only the site's own pages need. An open search box takes the focus by itself. */
const unneeded = /^(autofocus|data-(broken$|share$|pagefind-|script$|node$|from$|to$|astro).*)$/;

/**
 * Makes a part of a built page hold inside the file: ids stand behind the page's address, as in `/guides/danger/#now`, so
 * that browsers find them without code; links lead to the pages in the file; what needs the server or has code of its
 * own goes.
 *
 * @param root the part; changed in place
 * @param page the page's address, from the site's root
 * @param frame the pages in the file
 * @param prefix what to put before ids, so that each is there once
 */
export function rewrite(root: Element, page: string, frame: Frame, prefix = `${page}#`): void {
  for (const element of elementsIn(root)) {
    const { tagName } = element;
    if (['script', 'style', 'link', 'noscript'].includes(tagName) || has(element, 'data-library')) replace(element);
    // What stands beside a page on the site, its list of contents with it, is not in the file; nor are the site's ways
    // without code: the file is one page, which has its own.
    else if (hasClass(element, 'contents-link') || hasClass(element, 'without-js')) replace(element);
    // Nor is there an address to pass on.
    else if (tagName === 'span' && has(element, 'data-share')) replace(element);
    else if (hasClass(element, 'gap')) element.childNodes = [text(element, textOf(element))];
    else rewriteAttributes(element, page, frame, prefix);
  }
  dropBlanks(root);
}

function rewriteAttributes(element: Element, page: string, frame: Frame, prefix: string): void {
  element.attrs = element.attrs.filter(({ name }) => !unneeded.test(name));
  for (const attribute of element.attrs) {
    if (attribute.name === 'id') attribute.value = prefix + attribute.value;
    else if (idLists.includes(attribute.name))
      attribute.value = attribute.value
        .split(/\s+/)
        .map((id) => prefix + id)
        .join(' ');
  }
  if (has(element, 'data-form')) set(element, 'data-form', get(element, 'data-form')?.replace(/[^/]*$/, ''));
  if (element.tagName === 'form') {
    // Without code there is nothing that a form could be sent to.
    for (const name of ['action', 'method']) set(element, name, undefined);
    set(element, 'class', `${get(element, 'class') ?? ''} needs-js`.trim());
  }
  const link = get(element, 'href');
  if (link === undefined) return;
  const address = inFile(link, page, frame);
  set(element, 'href', address);
  if (address === undefined) element.tagName = element.nodeName = 'span';
  else if (address === `#${contentsAddress}` && link.replace(/\?.*/, '').endsWith(searchAddress))
    set(element, 'data-search-open', '');
}

/** Elements that stand on lines of their own: blanks around them say nothing. */
const blocks =
  /^(address|article|aside|blockquote|br|dd|details|div|dl|dt|fieldset|figure|footer|form|h[1-6]|header|legend|li|main|nav|ol|p|pre|section|summary|table|tbody|td|th|tr|ul)$/;

/** Takes out comments, and blanks that nobody sees. The words of a script keep every line. */
function dropBlanks(node: Element): void {
  if (hasClass(node, 'script__text') || node.tagName === 'pre') return;
  const isEdge = (at: number): boolean => {
    const beside = node.childNodes[at];
    return beside === undefined ? blocks.test(node.tagName) : blocks.test(beside.nodeName);
  };
  node.childNodes = node.childNodes.filter(
    (child, at) =>
      child.nodeName !== '#comment' &&
      !('value' in child && child.value.trim() === '' && (isEdge(at - 1) || isEdge(at + 1))),
  );
  for (const child of childrenOf(node)) {
    if ('value' in child) child.value = child.value.replace(/\s+/g, ' ');
    else if (isElement(child)) dropBlanks(child);
  }
}

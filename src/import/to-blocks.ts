import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Block, Inline } from '../machines/to-markdown.ts';
import type { Note } from './left-out.ts';

type Heading = Extract<Block, { type: 'heading' }>;
type Table = Extract<Block, { type: 'table' }>;
type Row = Table['children'][number];
type ListItem = Extract<Block, { type: 'list' }>['children'][number];

/** The parts of a page, as this site's Markdown can say them. */
export interface Page {
  /** The heading of the whole page, if it has one. */
  readonly title: string | undefined;
  readonly blocks: readonly Block[];
  /** The headings in order, each with the ids by which links may name it. */
  readonly headings: readonly { readonly ids: readonly string[] }[];
}

/** Says where a link leads on this site; undefined when it leads nowhere here. */
export type Lead = (address: string) => string | undefined;

/** What is being read: where links lead, what gets lost, and what was met on the way. */
interface Reading {
  readonly lead: Lead;
  readonly note: Note;
  readonly headings: {
    readonly node: Heading;
    readonly rank: number;
    readonly ids: readonly string[];
    readonly isTitle: boolean;
  }[];
  /** The footnotes by the ids that they have in the source, with the numbers they get here. */
  readonly footnotes: ReadonlyMap<string, string>;
}

/**
 * Turns HTML into parts of a page of this site: headings, lists, tables, links, marks, footnotes. Everything else is noted
 * as lost; its words stay.
 * @param lead says where each link leads
 * @param note takes what gets lost
 */
export function toBlocks(html: string, lead: Lead, note: Note): Page {
  const document = parse(html);
  const [body] = document.childNodes.flatMap((node) => (isElement(node) ? find(node, 'main', 'body') : []));
  const notes = body ? everyIn(body).flatMap((one) => (one.tagName === 'li' ? (attribute(one, 'id') ?? []) : [])) : [];
  const footnotes = new Map(notes.filter((id) => isNote.test(id)).map((id, at) => [id, String(at + 1)] as const));
  const reading: Reading = { lead, note, headings: [], footnotes };
  const all = body ? blocksOf(body.childNodes, reading) : [];
  const { title, node } = titleOf(reading);
  ranksOf(reading, node);
  const [named] = document.childNodes.flatMap((child) => (isElement(child) ? find(child, 'title') : []));
  const asSaid = named ? clean(textIn(named)) : '';
  return {
    title: title ?? (asSaid === '' ? undefined : asSaid),
    blocks: all.filter((block) => block !== node),
    headings: reading.headings.filter((heading) => heading.node !== node),
  };
}

const isElement = (node: Tree.Node): node is Tree.Element => 'tagName' in node;
const attribute = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;

/** The first element of the first of these names, within another one. */
function find(within: Tree.Element, ...names: readonly string[]): Tree.Element[] {
  for (const name of names) {
    const found = everyIn(within).find(({ tagName }) => tagName === name);
    if (found) return [found];
  }
  return [];
}

const everyIn = (element: Tree.Element): Tree.Element[] => [
  element,
  ...element.childNodes.flatMap((child) => (isElement(child) ? everyIn(child) : [])),
];

const textIn = (node: Tree.Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textIn).join('') : '';

/** Signs that nobody sees, which no text of this site may hold. */
const unseen = /[\u0000-\u0008\u000B-\u001F\u007F\u00AD\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFD]/g;
const clean = (text: string): string =>
  text
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(unseen, '')
    .trim();

/** What is no part of what a page says; a reader would not miss it. */
const silent = /^(?:script|style|template|noscript|head|title|meta|link|base|col|colgroup|wbr|datalist)$/;
/** What holds other blocks and says nothing by itself. */
const box =
  /^(?:div|section|article|main|body|header|figure|figcaption|center|form|fieldset|legend|address|details|summary|hgroup|dl|caption|tbody|thead|tfoot|tr|td|th|li|search|dialog)$/;
/** What readers would have to press, watch or fill in. */
const active = /^(?:iframe|video|audio|object|embed|canvas|svg|math|button|select|textarea|map|applet)$/;
const block = /^(?:p|h[1-6]|ul|ol|menu|dir|table|blockquote|pre|hr|dt|dd|nav|footer|aside)$/;

const isBlock = (node: Tree.Node): boolean => isElement(node) && (block.test(node.tagName) || box.test(node.tagName));
/** Marks around blocks, as some programs write them, are boxes. */
const isBox = (element: Tree.Element): boolean =>
  box.test(element.tagName) || (!block.test(element.tagName) && everyIn(element).slice(1).some(isBlock));

function blocksOf(nodes: readonly Tree.ChildNode[], reading: Reading): Block[] {
  const blocks: Block[] = [];
  let run: Tree.ChildNode[] = [];
  const end = (): void => {
    blocks.push(...paragraphOf(run, reading));
    run = [];
  };
  for (const node of nodes) {
    if (isElement(node) && (isBlock(node) || isBox(node))) {
      end();
      blocks.push(...blockOf(node, reading));
    } else run.push(node);
  }
  end();
  return blocks;
}

function paragraphOf(nodes: readonly Tree.ChildNode[], reading: Reading): Block[] {
  const children = trimmed(inlinesOf(nodes, reading));
  return children.length === 0 ? [] : [{ type: 'paragraph', children }];
}

function blockOf(element: Tree.Element, reading: Reading): Block[] {
  const { tagName, childNodes } = element;
  switch (tagName) {
    case 'p':
      return paragraphOf(childNodes, reading);
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return headingOf(element, reading);
    case 'ul':
    case 'menu':
    case 'dir':
    case 'ol':
      return listOf(element, reading);
    case 'table':
      return tableOf(element, reading);
    case 'blockquote': {
      const children = blocksOf(childNodes, reading);
      return children.length === 0 ? [] : [{ type: 'blockquote', children }];
    }
    case 'pre': {
      const value = textIn(element).replace(unseen, '').replace(/\n$/, '');
      return value.trim() === '' ? [] : [{ type: 'code', value }];
    }
    case 'hr':
      return [{ type: 'thematicBreak' }];
    case 'dt': {
      const children = trimmed(marked('strong', inlinesOf(childNodes, reading)));
      return children.length === 0 ? [] : [{ type: 'paragraph', children }];
    }
    case 'nav':
      reading.note('menu');
      return [];
    case 'footer':
      reading.note('headersAndFooters');
      return [];
    case 'section':
      // What Markdown engines write below a text with footnotes; the heading is for screen readers.
      if (attribute(element, 'data-footnotes') !== undefined)
        return blocksOf(
          childNodes.filter((node) => !isElement(node) || node.tagName !== 'h2'),
          reading,
        );
      return blocksOf(childNodes, reading);
    default:
      return blocksOf(childNodes, reading);
  }
}

/** A heading is plain: no bold, no picture. */
function headingOf(element: Tree.Element, reading: Reading): Block[] {
  const children = trimmed(inlinesOf(element.childNodes, reading, new Set(['strong', 'emphasis']))).filter(
    ({ type }) => type !== 'html' && type !== 'break',
  );
  if (children.length === 0) return [];
  const rank = Number(element.tagName.slice(1));
  const node: Heading = { type: 'heading', depth: 2, children };
  const ids = everyIn(element).flatMap((one) => attribute(one, 'id') ?? attribute(one, 'name') ?? []);
  reading.headings.push({ node, rank, ids, isTitle: attribute(element, 'class') === 'title' });
  return [node];
}

/** The heading of the whole page: the one that says so, or the first if it alone has the highest rank. */
function titleOf({ headings }: Reading): { title?: string; node?: Heading } {
  const [first] = headings;
  const alone = first && headings.slice(1).every(({ rank }) => rank > first.rank) ? first : undefined;
  const found = headings.find(({ isTitle }) => isTitle) ?? (alone?.rank === 1 ? alone : undefined);
  return found ? { title: plain(found.node.children), node: found.node } : {};
}

/** The lowest rank that a page may have. */
const lowest = 4;

/** The highest rank in a text is the second, as the first is the title's, and none is left out on the way down. */
function ranksOf({ headings, note }: Reading, title: Heading | undefined): void {
  const parts = headings.filter(({ node }) => node !== title);
  const highest = Math.min(...parts.map(({ rank }) => rank));
  let before = 1;
  for (const { node, rank } of parts) {
    const meant = rank - highest + 2;
    const depth = Math.min(meant, before + 1, lowest);
    if (depth !== meant) note('heading', plain(node.children));
    node.depth = depth as Heading['depth'];
    before = depth;
  }
}

/** The words of a part of a page. */
export const plain = (children: readonly Inline[]): string =>
  clean(
    children
      .map((child) =>
        'value' in child && child.type !== 'html' ? child.value : 'children' in child ? plain(child.children) : ' ',
      )
      .join(''),
  );

function listOf(element: Tree.Element, reading: Reading): Block[] {
  const children: ListItem[] = [];
  const notes: Block[] = [];
  for (const node of element.childNodes) {
    if (!isElement(node)) continue;
    const number = reading.footnotes.get(attribute(node, 'id') ?? '');
    const inside = blocksOf(node.tagName === 'li' ? node.childNodes : [node], reading);
    const last = children.at(-1);
    if (number !== undefined && inside.length > 0)
      notes.push({ type: 'footnoteDefinition', identifier: number, label: number, children: inside });
    // A list right in a list, as some programs write it, belongs to the entry before.
    else if (node.tagName !== 'li' && last) last.children.push(...inside);
    else if (inside.length > 0) children.push({ type: 'listItem', spread: false, children: inside });
  }
  if (children.length === 0) return notes;
  const ordered = element.tagName === 'ol';
  const start = Number(attribute(element, 'start') ?? 1);
  const isNumbered = ordered && Number.isInteger(start) && start >= 0;
  return [{ type: 'list', ordered, spread: false, ...(isNumbered ? { start } : {}), children }, ...notes];
}

function tableOf(element: Tree.Element, reading: Reading): Block[] {
  const cells = (row: Tree.Element): Tree.Element[] =>
    row.childNodes.filter((node): node is Tree.Element => isElement(node) && /^t[dh]$/.test(node.tagName));
  const parts = element.childNodes.filter(isElement);
  const rows = parts.flatMap((part) =>
    part.tagName === 'tr'
      ? [part]
      : part.childNodes.filter((node): node is Tree.Element => isElement(node) && node.tagName === 'tr'),
  );
  const [first] = rows.map(cells);
  // A table of one cell is a box around a text.
  if (rows.length === 1 && first?.length === 1 && first[0]) return blocksOf(first[0].childNodes, reading);
  const caption = parts
    .filter(({ tagName }) => tagName === 'caption')
    .flatMap((part) => blocksOf(part.childNodes, reading));
  const below: Block[] = [];
  const grid: (Inline[] | undefined)[][] = rows.map(() => []);
  rows.forEach((row, at) => {
    let column = 0;
    for (const cell of cells(row)) {
      while (grid[at]?.[column] !== undefined) column++;
      const [wide = 1, high = 1] = ['colspan', 'rowspan'].map((name) => spanOf(cell, name));
      if (wide > 1 || high > 1) reading.note('mergedCells');
      const content = cellOf(cell, reading, below);
      for (let down = 0; down < high; down++)
        for (let across = 0; across < wide; across++) {
          const line = grid[at + down];
          if (line) line[column + across] ??= down + across === 0 ? content : [];
        }
      column += wide;
    }
  });
  const width = Math.max(0, ...grid.map((line) => line.length));
  const written = grid.map((line): Row => ({
    type: 'tableRow',
    children: Array.from({ length: width }, (_, at) => ({ type: 'tableCell', children: line[at] ?? [] })),
  }));
  const isEmpty = grid.flat().every((cell) => cell === undefined || plain(cell) === '');
  return isEmpty ? below : [...caption, { type: 'table', align: [], children: written }, ...below];
}

/** How many cells one takes up. More than a page has room for is a mistake of the program that wrote it. */
const spanOf = (cell: Tree.Element, name: string): number =>
  Math.min(50, Math.max(1, Math.trunc(Number(attribute(cell, name) ?? 1)) || 1));

/** A cell is one line: what stood on several is parted by breaks. A table in it comes below the one it stood in. */
function cellOf(cell: Tree.Element, reading: Reading, below: Block[]): Inline[] {
  const lines: Inline[][] = [];
  const add = (blocks: readonly Block[], before = ''): void => {
    for (const block of blocks) {
      if (block.type === 'paragraph' || block.type === 'heading')
        lines.push([...(before === '' ? [] : [{ type: 'text' as const, value: before }]), ...block.children]);
      else if (block.type === 'list')
        block.children.forEach((item, at) => add(item.children, block.ordered ? `${(block.start ?? 1) + at}. ` : '– '));
      else if (block.type === 'blockquote') add(block.children);
      else if (block.type === 'code') lines.push([{ type: 'inlineCode', value: block.value.replace(/\s+/g, ' ') }]);
      else if (block.type !== 'thematicBreak') {
        if (block.type === 'table') reading.note('nestedTable');
        below.push(block);
      }
    }
  };
  const headings = reading.headings.length;
  add(blocksOf(cell.childNodes, reading));
  // A heading in a cell is a line of it, and no heading any more.
  reading.headings.splice(headings);
  const oneLine = (inline: Inline): Inline => (inline.type === 'break' ? lineBreak : inline);
  return lines.flatMap((line, at) => (at === 0 ? line : [lineBreak, ...line])).map(oneLine);
}

const lineBreak: Inline = { type: 'html', value: '<br />' };

type Mark = 'strong' | 'emphasis' | 'delete';
const marks: Readonly<Record<string, Mark>> = {
  strong: 'strong',
  b: 'strong',
  em: 'emphasis',
  i: 'emphasis',
  s: 'delete',
  del: 'delete',
  strike: 'delete',
};

/** @param within the marks that stand around already: none stands in itself */
function inlinesOf(
  nodes: readonly Tree.ChildNode[],
  reading: Reading,
  within: ReadonlySet<Mark> = new Set(),
): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.nodeName === '#text' && 'value' in node) return textOf(node.value);
    return isElement(node) ? inlineOf(node, reading, within) : [];
  });
}

function inlineOf(element: Tree.Element, reading: Reading, within: ReadonlySet<Mark>): Inline[] {
  const { tagName, childNodes } = element;
  const mark = marks[tagName];
  if (mark !== undefined)
    return within.has(mark)
      ? inlinesOf(childNodes, reading, within)
      : marked(mark, inlinesOf(childNodes, reading, new Set([...within, mark])));
  if (silent.test(tagName)) return [];
  if (active.test(tagName)) {
    reading.note('active', tagName);
    return [];
  }
  switch (tagName) {
    case 'br':
      return [{ type: 'break' }];
    case 'img':
      return pictureOf(element, reading);
    case 'a':
      return linkOf(element, reading, within);
    case 'code':
    case 'tt': {
      const value = clean(textIn(element));
      return value === '' ? [] : [{ type: 'inlineCode', value }];
    }
    case 'input': {
      if (attribute(element, 'type') !== 'checkbox') {
        reading.note('active', tagName);
        return [];
      }
      return [{ type: 'text', value: attribute(element, 'checked') === undefined ? '☐ ' : '☑ ' }];
    }
    case 'sup':
    case 'sub':
    case 'kbd': {
      const children = inlinesOf(childNodes, reading, within);
      if (children.some(({ type }) => type === 'footnoteReference') || plain(children) === '') return children;
      return [{ type: 'html', value: `<${tagName}>` }, ...children, { type: 'html', value: `</${tagName}>` }];
    }
    default:
      return inlinesOf(childNodes, reading, within);
  }
}

/** A note that nobody sees says where a picture stood. */
function pictureOf(element: Tree.Element, reading: Reading): Inline[] {
  const shown = clean(attribute(element, 'alt') ?? '');
  reading.note('picture', shown);
  const words = shown
    .replace(/[*|{}<>\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return [{ type: 'html', value: `{/* Picture left out${words === '' ? '' : `: ${words}`} */}` }];
}

/** The id of a footnote, in what Word and what Markdown becomes. */
const isNote = /^(?:user-content-fn|footnote|endnote)-(?!ref)[\w-]+$/;
const fromNote = /^#(?:user-content-fnref|footnote-ref|endnote-ref)-/;

function linkOf(element: Tree.Element, reading: Reading, within: ReadonlySet<Mark>): Inline[] {
  const address = attribute(element, 'href')?.trim();
  const number = address?.startsWith('#') ? reading.footnotes.get(address.slice(1)) : undefined;
  if (number !== undefined) return [{ type: 'footnoteReference', identifier: number, label: number }];
  if (fromNote.test(address ?? '')) return [];
  const children = inlinesOf(element.childNodes, reading, within).flatMap((child) =>
    child.type === 'link' ? child.children : [child],
  );
  if (address === undefined || plain(children) === '') return children;
  const url = reading.lead(address);
  if (url === undefined) {
    reading.note('link', `${plain(children)} (${address})`);
    return children;
  }
  const [before, inside, after] = parted(children);
  return [...before, { type: 'link', url, children: inside }, ...after];
}

/** Addresses that stand in a text as they are. */
const written =
  /(https?:\/\/(?!\/)[^\s<>"'{}|\\^`[\]()]*[^\s<>"'{}|\\^`[\]().,;:!?])|([\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,})/gi;

function textOf(said: string): Inline[] {
  const text = said.replace(/[ \t\r\n\f]+/g, ' ').replace(unseen, '');
  return text === '' ? [] : addressesIn(text);
}

function addressesIn(text: string): Inline[] {
  const parts: Inline[] = [];
  let from = 0;
  for (const found of text.matchAll(written)) {
    const [whole, page] = found;
    if (page !== undefined && !URL.canParse(page)) continue;
    if (found.index > from) parts.push({ type: 'text', value: text.slice(from, found.index) });
    parts.push({ type: 'link', url: page ?? `mailto:${whole}`, children: [{ type: 'text', value: whole }] });
    from = found.index + whole.length;
  }
  if (from < text.length) parts.push({ type: 'text', value: text.slice(from) });
  return parts;
}

/** Puts a mark around words. Blanks at their ends stay outside, where Markdown wants them. */
function marked(type: Mark, children: readonly Inline[]): Inline[] {
  if (plain(children) === '') return [...children];
  const [before, inside, after] = parted(children);
  return [...before, { type, children: inside }, ...after];
}

const isBlank = (inline: Inline): boolean =>
  inline.type === 'break' || (inline.type === 'text' && inline.value.trim() === '');

/** Parts words from the blanks and breaks before and behind them. */
function parted(children: readonly Inline[]): [before: Inline[], inside: Inline[], after: Inline[]] {
  const first = children.findIndex((child) => !isBlank(child));
  const last = children.findLastIndex((child) => !isBlank(child));
  if (first === -1) return [[...children], [], []];
  const inside = children.slice(first, last + 1);
  const before = children.slice(0, first);
  const after = children.slice(last + 1);
  const head = inside[0];
  if (head?.type === 'text' && /^ /.test(head.value)) {
    before.push({ type: 'text', value: ' ' });
    inside[0] = { ...head, value: head.value.trimStart() };
  }
  const tail = inside.at(-1);
  if (tail?.type === 'text' && / $/.test(tail.value)) {
    after.unshift({ type: 'text', value: ' ' });
    inside[inside.length - 1] = { ...tail, value: tail.value.trimEnd() };
  }
  return [before, inside, after];
}

/** A line without blanks and breaks at its ends, and what stands next to each other as one. */
const trimmed = (children: readonly Inline[]): Inline[] => parted(joined(children))[1];

/** Words with a blank in what would be taken for a link or a footnote that nobody wrote. */
function unlinked(text: string, inLink: boolean): string {
  const words = text.replace(/\](?=[[(])/g, '] ').replace(/\[(?=\^)/g, '[ ');
  return inLink ? words : words.replace(/(?:https?|ftp):(?=\/\/)|\bwww(?=\.)|\b(?:mailto|xmpp):(?=\S*@)/gi, '$& ');
}

/** Texts next to each other as one, so that none begins or ends in the middle of a word. */
function joined(children: readonly Inline[], inLink = false): Inline[] {
  const all: Inline[] = [];
  for (const each of children) {
    const isInLink = inLink || each.type === 'link';
    const child = 'children' in each ? ({ ...each, children: joined(each.children, isInLink) } as Inline) : each;
    const last = all.at(-1);
    if (child.type === 'text' && last?.type === 'text')
      all[all.length - 1] = { ...last, value: `${last.value}${child.value}`.replace(/ {2,}/g, ' ') };
    else all.push(child);
  }
  return all.map((child) => (child.type === 'text' ? { ...child, value: unlinked(child.value, inLink) } : child));
}

import { parse, type DefaultTreeAdapterTypes } from 'parse5';

/** A built page as search needs it. */
export interface SearchPage {
  readonly title: string;
  /** Its aliases. */
  readonly keywords: string;
  /** One or two sentences, shown with a result. */
  readonly summary: string;
  /** The first line of a script; empty on other pages. */
  readonly first: string;
  /** What results can be narrowed by: kind, topic, situation. */
  readonly filters: readonly { readonly name: string; readonly value: string }[];
  /** The text from one heading to the next. The first has no heading. */
  readonly sections: readonly Section[];
}
/** A heading with an id, and the text below it. */
export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly text: string;
}

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const isElement = (node: Node): node is Element => 'tagName' in node;
const attribute = (element: Element, name: string) => element.attrs.find((one) => one.name === name)?.value;
const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);
const textOf = (node: Node): string => ('value' in node ? node.value : childrenOf(node).map(textOf).join(' '));
const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

/**
 * Reads a built page by the marks that Pagefind knows: `data-pagefind-body`, `-ignore`, `-meta` and `-filter`
 * (`name:value, name:value`). A page without a body mark is not for search.
 */
export function searchPage(html: string): SearchPage | undefined {
  const document = parse(html);
  const all = elementsOf(document);
  const body = all.find((element) => attribute(element, 'data-pagefind-body') !== undefined);
  if (!body) return undefined;
  const meta: Record<string, string> = {};
  for (const element of all) {
    const content = /^(\w+)\[content\]$/.exec(attribute(element, 'data-pagefind-meta') ?? '')?.[1];
    if (content) meta[content] = attribute(element, 'content') ?? '';
  }
  const named = all.find((element) => attribute(element, 'data-pagefind-meta') === 'title');
  const filters = (attribute(body, 'data-pagefind-filter') ?? '').split(', ').flatMap((filter) => {
    const [name, value] = filter.split(':');
    return name && value ? [{ name, value }] : [];
  });
  return {
    title: named ? tidy(textOf(named)) : '',
    keywords: meta['keywords'] ?? '',
    summary: meta['description'] ?? '',
    first: meta['first'] ?? '',
    filters,
    sections: sectionsOf(body),
  };
}

const elementsOf = (node: Node): Element[] => [
  ...(isElement(node) ? [node] : []),
  ...childrenOf(node).flatMap(elementsOf),
];

function sectionsOf(body: Element): Section[] {
  const sections = [{ id: '', heading: '', text: '' }];
  const walk = (node: Node): void => {
    if (isElement(node)) {
      if (
        attribute(node, 'data-pagefind-ignore') !== undefined ||
        node.tagName === 'script' ||
        node.tagName === 'style'
      )
        return;
      if (node.tagName === 'h1') return;
      if (/^h[23]$/.test(node.tagName)) {
        sections.push({ id: attribute(node, 'id') ?? '', heading: tidy(textOf(node)), text: '' });
        return;
      }
    }
    const here = sections.at(-1);
    if ('value' in node && here) here.text += ` ${node.value}`;
    childrenOf(node).forEach(walk);
  };
  walk(body);
  return sections.map((section) => ({ ...section, text: tidy(section.text) }));
}

import { serializeOuter, type DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

export const isElement = (node: Node): node is Element => 'tagName' in node;

export const childrenOf = (node: Node): readonly DefaultTreeAdapterTypes.ChildNode[] =>
  'childNodes' in node ? node.childNodes : [];

/** All elements in a node, itself included, in the order of the document. */
export function elementsIn(node: Node): Element[] {
  const found: Element[] = [];
  const take = (node: Node): void => {
    if (isElement(node)) found.push(node);
    childrenOf(node).forEach(take);
  };
  take(node);
  return found;
}

/** The first element that fits. */
export function find(node: Node, fits: (element: Element) => boolean): Element | undefined {
  if (isElement(node) && fits(node)) return node;
  for (const child of childrenOf(node)) {
    const found = find(child, fits);
    if (found) return found;
  }
  return undefined;
}

export const get = (element: Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;

export const has = (element: Element, name: string): boolean => get(element, name) !== undefined;

export const hasClass = (element: Element, name: string): boolean =>
  (get(element, 'class') ?? '').split(/\s+/).includes(name);

/** Sets an attribute, or takes it away when there is no value. */
export function set(element: Element, name: string, value: string | undefined): void {
  element.attrs = element.attrs.filter((attribute) => attribute.name !== name);
  if (value !== undefined) element.attrs.push({ name, value });
}

/** The text of a node, with single blanks. */
export const textOf = (node: Node): string => rawText(node).replace(/\s+/g, ' ').trim();
const rawText = (node: Node): string =>
  'value' in node
    ? node.value
    : childrenOf(node)
        .map(rawText)
        .join(isElement(node) ? '' : ' ');

/** Puts other nodes in the place of one. */
export function replace(node: DefaultTreeAdapterTypes.ChildNode, ...others: DefaultTreeAdapterTypes.ChildNode[]): void {
  const parent = node.parentNode;
  if (!parent) return;
  for (const other of others) other.parentNode = parent;
  parent.childNodes.splice(parent.childNodes.indexOf(node), 1, ...others);
}

/** A text to be put into an element. */
export const text = (parentNode: Element, value: string): DefaultTreeAdapterTypes.TextNode => ({
  nodeName: '#text',
  value,
  parentNode,
});

export const write = (node: Element): string => serializeOuter(node);

/** A text for HTML, also between quotes. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

import { parse, type DefaultTreeAdapterTypes } from 'parse5';

/** An element that a text stands in. */
interface Element {
  readonly tagName: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A text that a reader may meet, and what it stands in. */
export interface Said {
  readonly text: string;
  readonly path: readonly Element[];
}

type Node = DefaultTreeAdapterTypes.Node;

/** Attributes that are read out or shown. */
const shown = ['alt', 'title', 'placeholder', 'aria-label', 'aria-description', 'aria-roledescription', 'label'];

/** Every text of a page. */
export const textsOfPage = (html: string): Said[] => textsIn(parse(html));

function textsIn(node: Node, path: readonly Element[] = []): Said[] {
  if (node.nodeName === '#text' && 'value' in node) return [{ text: node.value.replace(/\s+/g, ' ').trim(), path }];
  if (!('childNodes' in node)) return [];
  if (!('tagName' in node)) return node.childNodes.flatMap((child) => textsIn(child, path));
  if (['script', 'style'].includes(node.tagName)) return [];
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  const here = [...path, { tagName: node.tagName, attributes }];
  const names = node.tagName === 'meta' && attributes['name'] === 'description' ? [...shown, 'content'] : shown;
  return [
    ...names.flatMap((name) => (attributes[name] ? [{ text: attributes[name], path: here }] : [])),
    ...node.childNodes.flatMap((child) =>
      // Without JavaScript, what stands in it is part of the page.
      node.tagName === 'noscript' && 'value' in child ? textsIn(parse(child.value), here) : textsIn(child, here),
    ),
  ];
}

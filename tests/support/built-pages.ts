import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

/** An element of a built page with its attributes and its text. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** One built page. */
export interface BuiltPage {
  /** Its address from the server's root, with the base path. */
  readonly address: string;
  readonly file: string;
  readonly html: string;
  readonly elements: readonly Element[];
}

/** Every file below a folder, relative to it, with forward slashes. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

/**
 * Reads every page of a built folder.
 * @param folder the built folder
 * @param base the base path it was built for
 */
export const builtPages = (folder: string, base: string): BuiltPage[] =>
  filesIn(folder)
    .filter((file) => file.endsWith('.html') && !file.startsWith('pagefind/') && file !== 'good-terms.html')
    .map((file) => {
      const html = readFileSync(join(folder, file), 'utf8');
      return { address: base + file.replace(/index\.html$/, ''), file, html, elements: elementsOf(parse(html)) };
    });

type Node = DefaultTreeAdapterTypes.Node;

function elementsOf(node: Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  const content = 'content' in node ? elementsOf(node.content) : [];
  const own =
    'tagName' in node
      ? [
          {
            name: node.tagName,
            attributes: Object.fromEntries(node.attrs.map((attribute) => [attribute.name, attribute.value])),
            text: textOf(node),
          },
        ]
      : [];
  return [...own, ...content, ...children.flatMap(elementsOf)];
}

const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';

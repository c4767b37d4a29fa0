import type { Lean } from '../../search/query/lean.ts';

const tidy = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

/**
 * The text of a page from one heading to the next, for search: without what is around the page's own text, and without
 * forms that were opened. Ids come without the page's address before them.
 */
export function sectionsOf(page: Element | null): Lean['sections'] {
  let here = { id: '', heading: '', text: '' };
  const sections = [here];
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) here.text += ` ${node.nodeValue}`;
    if (!(node instanceof Element) || node.matches('h1, [data-tool], [data-pagefind-ignore]')) return;
    if (node.matches('h2, h3')) {
      here = { id: node.id.replace(/^.*#/, ''), heading: tidy(node.textContent), text: '' };
      sections.push(here);
    } else node.childNodes.forEach(walk);
  };
  if (page) walk(page);
  return sections.map((section) => ({ ...section, text: tidy(section.text) }));
}

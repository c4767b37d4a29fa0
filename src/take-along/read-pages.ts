import type { Instead } from '../client/search/load.ts';
import type { MemoryPage } from './memory-index.ts';

/**
 * Reads the pages of the file for search: those that say what kind of page they are. What readers say of a situation
 * becomes aliases of the guide to read in it.
 *
 * @param document the file
 * @param instead the situations and where they lead
 */
export function readPages(document: Document, { situations }: Instead): MemoryPage[] {
  return [...document.querySelectorAll<HTMLElement>('[data-page][data-kind]')].map((page) => {
    const { kind = '', keywords = '', summary = '', first = '', weight = '1' } = page.dataset;
    const said = situations.filter(({ address }) => address === page.id).map(({ words }) => words);
    return {
      address: page.id,
      title: tidy(page.querySelector('h1')?.textContent ?? ''),
      kind,
      keywords: [keywords, ...said].filter((words) => words !== '').join(', '),
      summary,
      shown: { summary, first },
      weight: Number(weight),
      sections: sectionsOf(page),
    };
  });
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The text from one heading to the next, without what is around the page's own text. */
function sectionsOf(page: HTMLElement): MemoryPage['sections'] {
  const sections = [{ id: '', heading: '', text: '' }];
  const walk = (node: Node): void => {
    if (node instanceof Text) sections[sections.length - 1]!.text += ` ${node.data}`;
    if (!(node instanceof Element) || node.matches('h1, script, .script--live, [data-pagefind-ignore]')) return;
    if (node.matches('h2, h3')) sections.push({ id: node.id, heading: tidy(node.textContent ?? ''), text: '' });
    else node.childNodes.forEach(walk);
  };
  walk(page);
  return sections.map((section) => ({ ...section, text: tidy(section.text) }));
}

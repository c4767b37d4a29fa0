import { hasAll } from '../../search/query/marks.ts';
import { unpack } from '../../search/query/packed.ts';
import type { SearchSource, TextHit } from '../../search/query/types.ts';
import { fileData } from './data.ts';

// `#search-source` (package.json) is this module in the file: what the site fetches, the file has in itself.

/** How many pages are shown by their text. */
const mostHits = 4;

/** The file as search sees it. */
export const source: SearchSource = {
  address: (path) => new URL(`#${path}`, location.href).href,
  load: async () => unpack((await fileData()).search),
  text: async (words) =>
    [...document.querySelectorAll<HTMLElement>('[data-page]')]
      .filter((page) => words.length > 0 && hasAll(page.textContent, words))
      .slice(0, mostHits)
      .map((page): TextHit => ({
        url: page.id,
        title: page.querySelector('h1')?.textContent?.trim() ?? page.id,
        kind: '',
        excerpt: page.textContent.replace(/\s+/g, ' '),
      })),
};

import { root, wordsOf } from '../../search/query/normalise.ts';
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
  text: async (words) => {
    const wanted = words.map(root);
    const pages = [...document.querySelectorAll<HTMLElement>('[data-page]')];
    return pages.flatMap((page) => hitIn(page, wanted) ?? []).slice(0, mostHits);
  },
};

/** A page as a hit when its text has all the words. */
function hitIn(page: HTMLElement, wanted: readonly string[]): TextHit | undefined {
  const sentences = page.textContent.split(/(?<=[.!?])\s+/);
  const rootsOf = (text: string) => new Set(wordsOf(text).map(root));
  const all = rootsOf(page.textContent);
  if (wanted.length === 0 || !wanted.every((word) => all.has(word))) return undefined;
  const counted = sentences.map((sentence) => ({ sentence, has: rootsOf(sentence) }));
  const [best] = counted.sort((a, b) => count(b.has, wanted) - count(a.has, wanted));
  return {
    url: page.id,
    title: page.querySelector('h1')?.textContent?.trim() ?? page.id,
    kind: '',
    excerpt: (best?.sentence ?? '').replace(/\s+/g, ' ').trim().slice(0, 240),
  };
}

const count = (roots: ReadonlySet<string>, wanted: readonly string[]): number =>
  wanted.filter((word) => roots.has(word)).length;

import type { PageData, PageHit } from '../client/search/pagefind.ts';
import type { Lean } from '../domain/search/lean.ts';
import { root, wordsOf } from '../domain/search/normalise.ts';
import type { Index } from '../domain/search/types.ts';

/** A page of the file, for search. */
export interface MemoryPage extends Lean {
  /** From the site's root; also the id of the page in the file. */
  readonly address: string;
  readonly kind: string;
  /** What the page counts beside others. */
  readonly weight: number;
  /** What a result shows of it. */
  readonly shown: { readonly summary: string; readonly first: string };
}

/** What a word counts by where it stands. */
const fields = { title: 5, keywords: 3, headings: 1.5, text: 1 };

/** A page as the index keeps it. */
interface Entry {
  readonly page: MemoryPage;
  /** Each word with the most that it counts in this page. */
  readonly words: ReadonlyMap<string, number>;
  /** The roots of the words of each field in their order, blanks around each, and what the field counts. */
  readonly lines: readonly { readonly text: string; readonly counts: number }[];
}

/**
 * A small index in memory that answers as the site's own does: all words of a query must match, a word also matches the
 * beginning of a longer one, and words between quotes must stand side by side.
 */
export function memoryIndex(pages: readonly MemoryPage[]): Index<PageHit> {
  const entries = pages.map(entryOf);
  const rarity = new Map<string, number>();
  for (const { words } of entries) for (const word of words.keys()) rarity.set(word, (rarity.get(word) ?? 0) + 1);
  const telling = (word: string): number => Math.log(1 + entries.length / (rarity.get(word) ?? 1));

  /** What one word of the query counts in a page; 0 when the page does not have it. */
  const scoreOf = ({ words }: Entry, asked: string): number => {
    let best = 0;
    const key = root(asked);
    for (const [word, counts] of words) {
      const near = word === asked || root(word) === key ? 1 : word.startsWith(asked) ? asked.length / word.length / 2 : 0;
      if (near > 0) best = Math.max(best, near * counts * telling(word));
    }
    return best;
  };
  const phraseOf = ({ lines }: Entry, phrase: string): number =>
    Math.max(0, ...lines.filter(({ text }) => text.includes(phrase)).map(({ counts }) => counts));

  return {
    async search(query, filters = {}) {
      const quoted = /^"(.*)"$/.exec(query)?.[1];
      const asked = wordsOf(quoted ?? query);
      const kinds = filters['kind'];
      const found = entries.flatMap((entry) => {
        if (kinds && !kinds.includes(entry.page.kind)) return [];
        const scores =
          quoted === undefined ? asked.map((word) => scoreOf(entry, word)) : [phraseOf(entry, inLine(asked))];
        return scores.every((score) => score > 0) ? hit(entry.page, scores, asked) : [];
      });
      return found.sort((a, b) => b.score - a.score);
    },
  };
}

const inLine = (words: readonly string[]): string => ` ${words.map(root).join(' ')} `;

function entryOf(page: MemoryPage): Entry {
  const { title, keywords, summary, sections } = page;
  const words = new Map<string, number>();
  const texts = [
    { texts: [title], counts: fields.title },
    { texts: keywords.split(','), counts: fields.keywords },
    { texts: sections.map(({ heading }) => heading), counts: fields.headings },
    { texts: [summary, ...sections.map(({ text }) => text)], counts: fields.text },
  ];
  const lines = texts.flatMap(({ texts, counts }) =>
    texts.map((text) => {
      const line = wordsOf(text);
      for (const word of line) words.set(word, Math.max(words.get(word) ?? 0, counts));
      return { text: inLine(line), counts };
    }),
  );
  return { page, words, lines };
}

function hit(page: MemoryPage, scores: readonly number[], asked: readonly string[]): PageHit {
  const roots = new Set(asked.map(root));
  const score = scores.reduce((sum, one) => sum + one, 0);
  return {
    id: page.address,
    score,
    data: async (): Promise<PageData> => ({
      url: `#${page.address}`,
      meta: { title: page.title },
      filters: { kind: [page.kind], summary: [page.shown.summary], first: page.shown.first ? [page.shown.first] : [] },
      sub_results: page.sections
        .filter(({ id, heading, text }) => id && wordsOf(`${heading} ${text}`).some((word) => roots.has(root(word))))
        .map(({ id, heading }) => ({ title: heading, url: `#${id}` })),
    }),
  };
}

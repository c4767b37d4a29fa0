import type { SearchIndex, IndexedPage } from './search-index.ts';

/** A page that few ways of saying lead to. */
export interface Sparse {
  readonly page: IndexedPage;
  /** How many aliases and phrasings it has. */
  readonly said: number;
}

/** Two pages that people say much the same for. */
export interface Rivals {
  readonly pages: readonly [IndexedPage, IndexedPage];
  /** How alike what is said of them is: 1 is the same. */
  readonly alike: number;
}

/** Guides, scripts and decisions with fewer aliases and phrasings than this find their readers by luck. */
const enough = 25;
/** Pages that are more alike than this compete: readers get one for the other. */
const tooAlike = 0.6;

/** The guides, scripts and decisions that few ways of saying lead to, the fewest first. */
export const sparselySaid = ({ pages }: Pick<SearchIndex, 'pages'>): Sparse[] =>
  pages
    .filter(({ kind, said }) => ['guide', 'script', 'decision'].includes(kind) && said < enough)
    .map((page) => ({ page, said: page.said }))
    .sort((a, b) => a.said - b.said);

/** Pairs of pages of one kind that compete for what people say, the most alike first. */
export function rivals({ pages }: Pick<SearchIndex, 'pages'>): Rivals[] {
  const pairs = pages.flatMap((a, at) =>
    pages
      .slice(at + 1)
      .filter((b) => a.kind === b.kind && ['guide', 'script', 'decision'].includes(a.kind))
      .map((b): Rivals => ({ pages: [a, b], alike: alike(a, b) })),
  );
  return pairs.filter((pair) => pair.alike > tooAlike).sort((a, b) => b.alike - a.alike);
}

function alike(a: IndexedPage, b: IndexedPage): number {
  const shared = [...a.vector].reduce((sum, [root, value]) => sum + value * (b.vector.get(root) ?? 0), 0);
  return shared / (a.length * b.length);
}

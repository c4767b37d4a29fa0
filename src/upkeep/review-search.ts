import type { SearchIndex } from '../search/query/search-index.ts';
import type { SearchPage } from '../search/query/types.ts';

/** A page that few ways of saying lead to. */
export interface Sparse {
  readonly page: SearchPage;
  /** How many aliases and phrasings it has. */
  readonly said: number;
}

/** Two pages that people say much the same for. */
export interface Rivals {
  readonly pages: readonly [SearchPage, SearchPage];
  /** How alike what is said of them is: 1 is the same. */
  readonly alike: number;
}

/** Guides, scripts and decisions with fewer aliases and phrasings than this find their readers by luck. */
const enough = 25;
/** Pages that are more alike than this compete: readers get one for the other. */
const tooAlike = 0.6;

const led = ({ kind }: SearchPage): boolean => ['guide', 'script', 'decision'].includes(kind);

/** The guides, scripts and decisions that few ways of saying lead to, the fewest first. */
export const sparselySaid = ({ pages }: Pick<SearchIndex, 'pages'>): Sparse[] =>
  pages
    .filter((page) => led(page) && page.says.length < enough)
    .map((page) => ({ page, said: page.says.length }))
    .sort((a, b) => a.said - b.said);

/** Pairs of pages of one kind that compete for what people say, the most alike first. */
export function rivals({ pages, units, weight }: SearchIndex): Rivals[] {
  // A root counts the more for a page, the more of its units have it.
  const vectors = pages.map((page) => {
    const sums = new Map<string, number>();
    for (const { roots, length } of units.filter((unit) => unit.page === page))
      for (const one of roots) sums.set(one, (sums.get(one) ?? 0) + weight(one) / length);
    return new Map([...sums].map(([one, sum]) => [one, weight(one) * Math.log(1 + 8 * sum)]));
  });
  const alike = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number =>
    [...a].reduce((sum, [one, value]) => sum + value * (b.get(one) ?? 0), 0) /
    (Math.hypot(...a.values()) * Math.hypot(...b.values()) || 1);
  const none: ReadonlyMap<string, number> = new Map();
  const pairs = pages.flatMap((page, at) =>
    pages
      .map((other, place): Rivals => ({
        pages: [page, other],
        alike:
          place > at && led(page) && page.kind === other.kind ? alike(vectors[at] ?? none, vectors[place] ?? none) : 0,
      }))
      .filter(({ alike }) => alike > tooAlike),
  );
  return pairs.sort((a, b) => b.alike - a.alike);
}

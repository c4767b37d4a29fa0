import type { Term } from './read-query.ts';
import { put, type SearchIndex, type Unit } from './search-index.ts';
import type { SearchPage } from './types.ts';

/** A page with what speaks for it. */
export interface Ranked {
  readonly page: SearchPage;
  readonly score: number;
  /** The unit that is nearest to the query, and how near it is: 1 is the same words. */
  readonly unit: Unit | undefined;
  readonly near: number;
}

/** How much the nearest of a page's units stand out from the rest of them, which count too. */
const power = 3;
/** How many of a page's units count for a word. */
const few = 3;
/** What it counts how a page speaks of each word, beside how near its units are. */
const byWord = 0.8;

/**
 * Ranks all pages. Two views of a page are added, each divided by its best value. In the first, all units of the page
 * count by how near they are, the nearest by far the most. Nearness is the cosine between the roots of the query and of a
 * unit, by how telling each root is; a synonym or another form of a word counts less than the word. In the second view
 * each word of the query counts by the units of the page that speak of it, the more of them the less each adds: one rare
 * word that a page is about is not outdone by several common ones.
 */
export function rank(terms: readonly Term[], { pages, postings, weight }: SearchIndex): Ranked[] {
  const length = Math.hypot(...terms.map((term) => term.weight)) || 1;
  const nearness = new Map<Unit, number>();
  const spoken = new Map<SearchPage, number>();
  for (const term of terms) {
    const best = new Map<Unit, number>();
    for (const [root, factor] of term.roots) {
      const value = factor * term.weight * weight(root);
      for (const unit of postings.get(root) ?? []) if ((best.get(unit) ?? 0) < value) best.set(unit, value);
    }
    const speaking = new Map<SearchPage, number[]>();
    for (const [unit, value] of best) {
      nearness.set(unit, (nearness.get(unit) ?? 0) + value / (length * unit.length));
      put(speaking, unit.page, value / unit.length);
    }
    for (const [page, values] of speaking) {
      const most = sum(values.sort((a, b) => b - a).slice(0, few));
      spoken.set(page, (spoken.get(page) ?? 0) + term.weight * Math.log(1 + most / term.weight));
    }
  }
  const own = new Map<SearchPage, Pick<Ranked, 'unit' | 'near'>[]>();
  for (const [unit, near] of nearness) put(own, unit.page, { unit, near });
  const near = besideBest(
    pages.map((page) => sum((own.get(page) ?? []).map((one) => one.near ** power)) ** (1 / power)),
  );
  const spokenOf = besideBest(pages.map((page) => spoken.get(page) ?? 0));
  return pages.map((page, at) => {
    const nearest = (own.get(page) ?? []).reduce((a, b) => (b.near > a.near ? b : a), { unit: undefined, near: 0 });
    return { page, score: (near[at] ?? 0) + byWord * (spokenOf[at] ?? 0), ...nearest };
  });
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** Numbers divided by the highest of them. */
export function besideBest(values: readonly number[]): number[] {
  const best = Math.max(...values) || 1;
  return values.map((value) => value / best);
}

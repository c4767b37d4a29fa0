import { norm, put, type SearchIndex, type Unit } from './search-index.ts';
import { mostWeight, type Term } from './read-query.ts';
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
/** What the views of a page count: how near its units are, and how it speaks of each word that is asked for. */
const views = [1, 0.8];

/**
 * Ranks all pages. Two views of a page are added, each divided by its best value. In the first, all units of the page
 * count by how near they are, the nearest by far the most. Nearness is the cosine between the roots of the query and of a
 * unit, by how telling each root is; a synonym or another form of a word counts less than the word. In the second view
 * each word of the query counts by the units of the page that speak of it, the more of them the less each adds: one rare
 * word that a page is about is not outdone by several common ones.
 */
export function rank(terms: readonly Term[], { pages, units, postings, weight }: SearchIndex): Ranked[] {
  const length = norm(terms.map((term) => term.weight)) || 1;
  const nearness = new Map<number, number>();
  const byWord = pages.map(() => 0);
  for (const term of terms) {
    const best = new Map<number, number>();
    for (const [root, factor] of term.roots) {
      const value = factor * term.weight * weight(root);
      for (const at of postings.get(root) ?? []) if ((best.get(at) ?? 0) < value) best.set(at, value);
    }
    const speaking = new Map<number, number[]>();
    for (const [at, value] of best) {
      const unit = units[at];
      if (!unit) continue;
      nearness.set(at, (nearness.get(at) ?? 0) + value / (length * unit.length));
      put(speaking, unit.page, value / unit.length);
    }
    for (const [page, values] of speaking)
      byWord[page] = (byWord[page] ?? 0) + term.weight * Math.log(1 + most(values, few) / term.weight);
  }
  const own = pages.map((): { unit: Unit; near: number }[] => []);
  for (const [at, near] of nearness) {
    const unit = units[at];
    if (unit) own[unit.page]?.push({ unit, near });
  }
  for (const all of own) all.sort((a, b) => b.near - a.near);
  const seen = own.map((all, page) => {
    const near = all.reduce((sum, one) => sum + one.near ** power, 0) ** (1 / power);
    return [near, byWord[page] ?? 0];
  });
  const highest = views.map((_, view) => Math.max(...seen.map((values) => values[view] ?? 0)) || 1);
  return pages.map((page, at) => ({
    page,
    score: views.reduce((sum, counts, view) => sum + (counts * (seen[at]?.[view] ?? 0)) / (highest[view] ?? 1), 0),
    unit: own[at]?.[0]?.unit,
    near: own[at]?.[0]?.near ?? 0,
  }));
}

/** The sum of the highest of some numbers. */
const most = (values: readonly number[], count: number): number =>
  values
    .toSorted((a, b) => b - a)
    .slice(0, count)
    .reduce((sum, value) => sum + value, 0);

/** How much of what a query asks for a page speaks of, from 0 to 1. */
export function coverage(terms: readonly Term[], roots: ReadonlySet<string>): number {
  let all = 0;
  let covered = 0;
  for (const term of terms) {
    const counts = Math.min(term.weight, mostWeight);
    all += counts;
    covered += counts * Math.max(0, ...[...term.roots].map(([root, factor]) => (roots.has(root) ? factor : 0)));
  }
  return all === 0 ? 0 : covered / all;
}

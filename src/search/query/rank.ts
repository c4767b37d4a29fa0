import { norm, type SearchIndex, type Unit } from './search-index.ts';
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

/** How many of a page's nearest units count: few, for what it is plainly about, and more, for what it is much about. */
const few = 3;
const many = 12;

/**
 * Ranks all pages. Two views of a page are added, each divided by its best value: its few nearest units, and its many.
 * Nearness is the cosine between the roots of the query and of the unit, by how telling each root is; a synonym or another
 * form of a word counts less than the word.
 */
export function rank(terms: readonly Term[], { pages, units, postings, weight }: SearchIndex): Ranked[] {
  const length = norm(terms.map((term) => term.weight)) || 1;
  const nearness = new Map<number, number>();
  for (const term of terms) {
    const best = new Map<number, number>();
    for (const [root, factor] of term.roots) {
      const value = factor * term.weight * weight(root);
      for (const at of postings.get(root) ?? []) if ((best.get(at) ?? 0) < value) best.set(at, value);
    }
    for (const [at, value] of best) nearness.set(at, (nearness.get(at) ?? 0) + value);
  }
  const own = pages.map((): { unit: Unit; near: number }[] => []);
  for (const [at, value] of nearness) {
    const unit = units[at];
    if (unit) own[unit.page]?.push({ unit, near: value / (length * unit.length) });
  }
  const views = own.map((all) => {
    all.sort((a, b) => b.near - a.near);
    return [few, many].map((most) => all.slice(0, most).reduce((sum, { near }) => sum + near, 0));
  });
  const highest = [0, 1].map((view) => Math.max(...views.map((values) => values[view] ?? 0)) || 1);
  return pages.map((page, at) => ({
    page,
    score: (views[at] ?? []).reduce((sum, value, view) => sum + value / (highest[view] ?? 1), 0),
    unit: own[at]?.[0]?.unit,
    near: own[at]?.[0]?.near ?? 0,
  }));
}

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

import type { Ranked } from './rank.ts';
import { formsOf, type Query } from './read-query.ts';
import { root } from './normalise.ts';
import type { SearchIndex } from './search-index.ts';
import type { SearchPage } from './types.ts';

/** A query is answered when it is known and covered by this much on average; by less when it tells of somebody. */
const least = { ofThings: 0.62, ofPeople: 0.45 };
/** A word that one thing says is known by a sixth, one that five say by half; where little is said, once is enough. */
const doubt = (units: number): number => Math.min(5, units / 1500);
/** No word counts more than this: one unheard word is no proof. */
const mostWeight = 5;

/**
 * Whether this is a question for us: what it is about is known here, and one of the best pages speaks of most of it. Our
 * words in another sense are each known, and on no page together.
 */
export function makesSense(query: Query, ranked: readonly Ranked[], index: SearchIndex): boolean {
  const first = ranked.toSorted((a, b) => b.score - a.score).slice(0, 3);
  const covered = Math.max(0, ...first.map(({ page }) => coverage(query, page, index)));
  return (known(query, index) + covered) / 2 >= (query.ofPeople ? least.ofPeople : least.ofThings);
}

/** How much of what a query asks for a page speaks of, from 0 to 1. */
export function coverage({ terms }: Pick<Query, 'terms'>, page: SearchPage, { postings }: SearchIndex): number {
  const speaksOf = (root: string) => postings.get(root)?.some((unit) => unit.page === page);
  return meanBy(
    terms,
    ({ weight }) => weight,
    ({ roots }) => Math.max(0, ...[...roots].map(([root, factor]) => (speaksOf(root) ? factor : 0))),
  );
}

/** How much of what a query is about we have heard of, from 0 to 1. A number says nothing either way: "at 11pm", "60 days". */
export function known({ words }: Pick<Query, 'words'>, index: SearchIndex): number {
  const { vocabulary, postings, units, weight } = index;
  const about = words.map(root).filter((one) => !/\d/.test(one) && !vocabulary.filler.has(one));
  return meanBy(about, weight, (one) => {
    const forms = postings.has(one) ? [one] : formsOf(one, index);
    const said = Math.max(0, ...forms.map((form) => postings.get(form)?.length ?? 0));
    return vocabulary.roots.has(one) ? 1 : said / (said + doubt(units.length));
  });
}

/** The mean of what some things are worth, each by its weight. */
function meanBy<Thing>(
  things: readonly Thing[],
  weight: (thing: Thing) => number,
  worth: (thing: Thing) => number,
): number {
  const weights = things.map((thing) => Math.min(weight(thing), mostWeight));
  const all = weights.reduce((sum, one) => sum + one, 0);
  return things.reduce((sum, thing, at) => sum + (weights[at] ?? 0) * worth(thing), 0) / (all || 1);
}

import type { Hit, Term, Wording } from './types.ts';
import type { WordList } from './words.ts';

/*
 * How a query becomes several, since its words are seldom all in one page, and how their answers become one list.
 * All numbers were chosen by the golden list (tests/search); small changes to them change little.
 */

/** What a match counts: of all terms at once, of all but one, of one alone. */
const weights = { whole: 1, leaveOneOut: 0.8, single: 1 };
/** A phrase that stands word by word in a page scores a flat 1 to 5 in the index; this lifts it beside other scores. */
const phraseLift = 4;
/** What a match counts that is only the beginning of another word. */
const looseWeight = 0.3;
/** Results below this share of the best one are left out: a page that shares one common word is no answer. */
const leastShare = 0.12;
/** No more results than this. */
const mostResults = 30;

/** One query of the plan. */
export interface Step {
  readonly query: string;
  readonly weight: number;
  /** Which terms it asks for, by their place in the query. */
  readonly terms: readonly number[];
  /** Whether it asks for one term as the reader wrote it. */
  readonly own?: boolean;
  /** Whether it asks for pages with an alias that is the whole query, word by word. */
  readonly alias?: boolean;
  /** Whether it asks for what speaks of danger. */
  readonly danger?: boolean;
  /** A second query: pages that it does not find match by a beginning only, and count less. */
  readonly exact?: string;
}

/** All queries to run for these terms: the whole, the whole without one term, and each term alone in each wording. */
export function plan(terms: readonly Term[]): Step[] {
  const places = terms.map((_, at) => at);
  const whole = places.length > 1 ? [together(terms, places, weights.whole)] : [];
  const parts =
    places.length > 2
      ? places.map((out) =>
          together(
            terms,
            places.filter((at) => at !== out),
            weights.leaveOneOut,
          ),
        )
      : [];
  const singles = terms.flatMap((term, at) => term.wordings.map((wording) => alone(wording, at, term.danger)));
  const swapped = places.length > 1 && places.length < 5 ? swaps(terms, places) : [];
  return [...whole, ...swapped, ...parts, ...singles].filter(({ query }) => query !== '');
}

/** Several terms at once, each in its best wording. */
function together(terms: readonly Term[], places: readonly number[], weight: number): Step {
  const wordings = places.flatMap((at) => terms[at]?.wordings.slice(0, 1) ?? []);
  return {
    query: wordings.map(({ text }) => text.replaceAll('"', '')).join(' '),
    weight: weight * Math.min(...wordings.map((wording) => wording.weight)),
    terms: places,
  };
}

/** The whole query with one term in another wording, for each other wording that is no beginning of other words. */
function swaps(terms: readonly Term[], places: readonly number[]): Step[] {
  return terms.flatMap((term, at) =>
    term.wordings
      .slice(1)
      .filter(({ loose }) => !loose)
      .map((wording) => {
        const others = terms.map((other, place) => (place === at ? { ...other, wordings: [wording] } : other));
        return together(others, places, weights.whole);
      }),
  );
}

/** One term alone. */
function alone({ text, weight, loose }: Wording, at: number, danger: boolean): Step {
  return {
    query: text,
    weight: weights.single * weight * (text.startsWith('"') ? phraseLift : 1),
    terms: [at],
    own: weight === 1,
    danger,
    ...(loose ? { exact: `"${text}"` } : {}),
  };
}

/** The answer of the index to one step. */
export interface Answered<H extends Hit> {
  readonly step: Step;
  readonly hits: readonly H[];
  /** The ids that `exact` found. */
  readonly exact?: ReadonlySet<string>;
}

/** A page found, with what speaks for it. */
export interface Found<H extends Hit> {
  /** The hit to show: of the query that asked for most of the terms. */
  readonly hit: H;
  readonly score: number;
}

/** What the queries say of one page. */
interface Page<H extends Hit> {
  hit: H;
  /** How many terms the query of `hit` asked for, and its score. */
  asked: number;
  best: number;
  /** Its best match of several terms at once. */
  together: number;
  /** Its best match of each term alone. */
  readonly alone: Map<number, number>;
  /** Whether one of its aliases is the whole query. */
  alias: boolean;
  /** Its best match of a word of danger. */
  danger: number;
}

/**
 * Joins the lists of several queries to one. A page counts by its best match of several terms at once, and by its
 * best match of each term alone; the more of the telling terms it has, the more the latter counts. So the whole
 * query wins over parts of it, and a word that the reader wrote over one that stands in for it. A rare word
 * that stands in for a common one ("customer" for "client") is no more telling than the common one. Pages with the
 * whole query as an alias stand above all others: an editor meant them. So does, when the reader speaks of danger, what
 * answers to that best; the less a page answers to it, the less it is lifted.
 *
 * @param atLeast unless some page matches so many terms, there is nothing
 */
export function merge<H extends Hit>(
  answers: readonly Answered<H>[],
  { pages: allPages, weights: pageWeights }: Pick<WordList, 'pages' | 'weights'>,
  atLeast = 1,
): Found<H>[] {
  const worth = worthOfTerms(answers, allPages);
  const allWorth = sum(worth.values());
  const pages = new Map<string, Page<H>>();
  const pageOf = (hit: H): Page<H> => {
    const page = pages.get(hit.id) ?? {
      hit,
      asked: 0,
      best: 0,
      together: 0,
      alone: new Map(),
      alias: false,
      danger: 0,
    };
    pages.set(hit.id, page);
    return page;
  };
  for (const { step, hits, exact } of answers) {
    const [at, ...others] = step.terms;
    if (step.alias) for (const hit of hits) pageOf(hit).alias = true;
    if (at === undefined) continue;
    const single = others.length === 0;
    const fair = single ? Math.min(1, (worth.get(at) ?? 0) / telling(hits.length, allPages)) : 1;
    for (const hit of hits) {
      const loose = exact !== undefined && !exact.has(hit.id);
      const score = hit.score * step.weight * fair * (loose ? looseWeight : 1);
      const page = pageOf(hit);
      if (step.danger) page.danger = Math.max(page.danger, score);
      if (step.terms.length > page.asked || (step.terms.length === page.asked && score > page.best)) {
        Object.assign(page, { hit, asked: step.terms.length, best: score });
      }
      if (single) page.alone.set(at, Math.max(page.alone.get(at) ?? 0, score));
      else page.together = Math.max(page.together, score);
    }
  }
  if (![...pages.values()].some(({ alone, alias }) => alias || alone.size >= atLeast)) return [];
  const mostDanger = Math.max(0, ...[...pages.values()].map(({ danger }) => danger));
  const scored = [...pages.values()].map(({ hit, together, alone, alias, danger }) => {
    const covered = sum([...alone.keys()].map((at) => worth.get(at) ?? 0));
    const score = together + (allWorth === 0 ? 0 : (sum(alone.values()) * covered) / allWorth);
    const lift = Number(alias) + (mostDanger === 0 ? 0 : danger / mostDanger);
    return { hit, lift, score: score * (pageWeights.get(hit.id) ?? 1) };
  });
  const highest = Math.max(0, ...scored.map(({ score }) => score));
  const found = scored.map(({ hit, lift, score }) => ({
    hit,
    score: score + lift * (highest || 1) * (pageWeights.get(hit.id) ?? 1),
  }));
  found.sort((a, b) => b.score - a.score || (a.hit.id < b.hit.id ? -1 : 1));
  const least = highest * leastShare;
  return found.filter(({ score }) => score >= least).slice(0, mostResults);
}

/** How telling a word is that this many of all pages have: next to nothing when all have it. */
const telling = (pages: number, all: number) => Math.log(1 + Math.max(0.1, all - pages + 0.5) / (pages + 0.5));

/** What each term is worth: by the pages that have the reader's own word, or else any of its stand-ins. */
function worthOfTerms<H extends Hit>(answers: readonly Answered<H>[], allPages: number): Map<number, number> {
  const own = new Map<number, number>();
  const any = new Map<number, Set<string>>();
  for (const { step, hits, exact } of answers) {
    const [at, ...others] = step.terms;
    if (at === undefined || others.length > 0) continue;
    if (step.own) own.set(at, exact?.size ?? hits.length);
    const pages = any.get(at) ?? new Set();
    any.set(at, pages);
    for (const hit of hits) pages.add(hit.id);
  }
  return new Map([...any].map(([at, pages]) => [at, telling(own.get(at) || pages.size, allPages)]));
}

const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, one) => total + one, 0);

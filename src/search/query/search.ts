import { root } from './normalise.ts';
import { coverage, rank, type Ranked } from './rank.ts';
import { readQuery, type Query } from './read-query.ts';
import type { SearchIndex, Unit } from './search-index.ts';

/** What people say about a query. */
export interface Answer {
  /** Best first. */
  readonly found: readonly Ranked[];
  /** Whether the first is plainly the one. */
  readonly clear: boolean;
  /** The query as it was read, if a word was misspelt. */
  readonly mended: string | undefined;
  /** The words that say what the query is about. */
  readonly words: readonly string[];
  /** Those to look for in the text of pages: the most telling, as each costs a request. */
  readonly inText: readonly string[];
  /** Whether there was nothing to look for. */
  readonly empty: boolean;
  /** Whether it speaks of danger. */
  readonly danger: boolean;
}

/** A query is answered when it is known and covered by this much on average. */
const leastSense = 0.57;
/** The first is plainly the one when the second has less than this share of its score. */
const clearShare = 0.9;
/** What has less than this share of the best score is no answer. */
const leastShare = 0.25;
/** No more words than this are looked for in the text of pages. */
const mostInText = 2;
/** No more results than this. */
const mostResults = 30;
/** How much the pages on a danger are lifted, beside the best of the rest. */
const dangerLift = 0.7;
/** A page answers to a danger when it speaks of it by this share of the page that speaks of it most. */
const dangerShare = 0.5;
/**
 * What a page gets when the whole query is its title or a situation that it is for, something else said of it word by
 * word, or the same but for endings.
 */
const whole = { title: 6, situation: 5, titleAlike: 4.8, said: 4.5, alike: 3 };

/**
 * Finds the pages that people mean when they say this. No query makes it throw.
 *
 * @param text what was typed
 * @param index what people say
 */
export function search(text: string, index: SearchIndex): Answer {
  const query = readQuery(text, index);
  const said = saidWhole(query, index);
  const ranked = rank(query.terms, index);
  const ours = query.danger !== undefined || said.size > 0 || makesSense(query, ranked);
  const lifted = query.danger ? withDanger(ranked, query.danger, index) : ranked;
  const found = (ours ? lifted : [])
    .map((one, at) => {
      const own = said.get(at);
      return own ? { ...one, unit: own.unit, near: 1, score: one.score + own.worth } : one;
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.page.url < b.page.url ? -1 : 1));
  const best = found[0]?.score ?? 0;
  return {
    found: found.filter(({ score }) => score >= best * leastShare).slice(0, mostResults),
    clear: best > 0 && (found[1]?.score ?? 0) < best * clearShare,
    mended: query.mended,
    words: query.words,
    inText: query.words.toSorted((a, b) => index.weight(root(b)) - index.weight(root(a))).slice(0, mostInText),
    empty: query.terms.length === 0,
    danger: query.danger !== undefined,
  };
}

/** The pages of which somebody says just this, by place: what, and what that is worth. */
function saidWhole({ key, text }: Query, { same, units, pages, vocabulary }: SearchIndex): ReadonlyMap<number, Whole> {
  const best = new Map<number, Whole>();
  for (const at of key === '' ? [] : (same.get(key) ?? [])) {
    const unit = units[at];
    const page = pages[unit?.page ?? -1];
    if (!unit || !page) continue;
    const asSaid = vocabulary.words(unit.says).join(' ') === text;
    const worth = wholeWorth(unit, page.title === unit.says, asSaid) * page.counts;
    if (worth > (best.get(unit.page)?.worth ?? 0)) best.set(unit.page, { unit, worth });
  }
  return best;
}

function wholeWorth({ part }: Unit, isTitle: boolean, asSaid: boolean): number {
  if (isTitle) return asSaid ? whole.title : whole.titleAlike;
  if (!asSaid) return whole.alike;
  return part?.kind === 'situation' ? whole.situation : whole.said;
}

interface Whole {
  readonly unit: Unit;
  readonly worth: number;
}

/**
 * Whether this is a question for us: what it is about is known here, and one of the best pages speaks of most of it. Our
 * words in another sense are each known, and on no page together.
 */
function makesSense({ known, terms }: Query, ranked: readonly Ranked[]): boolean {
  const first = ranked.toSorted((a, b) => b.score - a.score).slice(0, 3);
  const covered = Math.max(0, ...first.map(({ page }) => coverage(terms, page)));
  return (known + covered) / 2 >= leastSense;
}

/** Whoever speaks of danger sees a page on it first, and the others on it higher up. */
function withDanger(ranked: readonly Ranked[], danger: Query['terms'], index: SearchIndex): Ranked[] {
  const speaks = rank(danger, index).map(({ score }) => score);
  const most = Math.max(...speaks) || 1;
  const highest = Math.max(...ranked.map(({ score }) => score)) || 1;
  const lifted = ranked.map((one, at) => ({
    ...one,
    score: one.score + (dangerLift * highest * (speaks[at] ?? 0)) / most,
  }));
  const answers = lifted.filter((_, at) => (speaks[at] ?? 0) >= dangerShare * most);
  const first = answers.toSorted((a, b) => b.score - a.score)[0];
  const top = Math.max(...lifted.map(({ score }) => score));
  return lifted.map((one) => (one === first ? { ...one, score: top + 0.01 } : one));
}

import { root } from './normalise.ts';
import { besideBest, rank, type Ranked } from './rank.ts';
import { readQuery, type Query, type Spoken } from './read-query.ts';
import type { SearchIndex, Unit } from './search-index.ts';
import { makesSense } from './sense.ts';
import type { SearchPage } from './types.ts';

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
/** How much more the page that the vocabulary names first for it is lifted, and how much less each that follows. */
const [leadLift, leadStep] = [0.4, 0.2];
/** What comes as near as this to something that people say is that; the more its words tell of danger, the nearer it must come. */
const [leastNear, nearer] = [0.63, 0.03];
/** What a page gets when the whole query is its title, the same but for endings and order, a situation that it is for, or a part of it. */
const whole = { title: 6, alike: 4.8, situation: 5, part: 5 };

/**
 * Finds the pages that people mean when they say this. No query makes it throw.
 *
 * @param text what was typed
 * @param index what people say
 */
export function search(text: string, index: SearchIndex): Answer {
  const query = readQuery(text, index);
  const plain = rank(query.terms, index);
  const said = wholes(query, index);
  const isNear = said.size > 0 || plain.some(({ near }) => near >= leastNear + nearer * query.tells);
  const isTold = query.tells >= 0 && !isNear;
  const isOurs = query.danger !== undefined || isTold || said.size > 0 || makesSense(query, plain, index);
  const lifted = query.danger ? withDanger(plain, query.danger, index) : plain;
  const led = isTold || isOfOthers(query, index) ? withFirst(lifted, index.vocabulary.onDanger.tree) : lifted;
  const found = (isOurs ? led : [])
    .map((one) => {
      const { unit, worth } = said.get(one.page) ?? { unit: one.unit, worth: 0 };
      return { ...one, unit, score: one.score + worth };
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
    danger: query.danger !== undefined || isTold,
  };
}

interface Whole {
  readonly unit: Unit;
  readonly worth: number;
}

/** The units that the whole query is, by their page, with what that is worth. */
function wholes({ text, key }: Query, { same, vocabulary }: SearchIndex): ReadonlyMap<SearchPage, Whole> {
  const best = new Map<SearchPage, Whole>();
  for (const unit of same.get(key) ?? []) {
    const asSaid = vocabulary.words(unit.says).join(' ') === text;
    const kind = unit.situation ? 'situation' : unit.part ? 'part' : unit.says === unit.page.title && 'title';
    const worth = (asSaid ? kind && whole[kind] : kind === 'title' && whole.alike) || 0;
    if (worth > (best.get(unit.page)?.worth ?? -1)) best.set(unit.page, { unit, worth });
  }
  return best;
}

/**
 * Whether somebody else may be the one in danger: the words name people, and have a word for danger alone. The guide on
 * danger speaks to whoever is in it; the tree asks who that is.
 */
const isOfOthers = ({ danger, namesPeople }: Query, { vocabulary }: SearchIndex): boolean =>
  namesPeople && (danger?.leads.every(([first]) => first === vocabulary.onDanger.guide) ?? false);

/** One page before the best of all. */
const withFirst = (ranked: readonly Ranked[], url: string): readonly Ranked[] =>
  ranked.map((one) => (one.page.url === url ? { ...one, score: bestOf(ranked) / clearShare + 0.1 } : one));

const bestOf = (ranked: readonly Ranked[]): number => Math.max(...ranked.map(({ score }) => score)) || 1;

/** Whoever speaks of danger sees the pages on it first. */
function withDanger(ranked: readonly Ranked[], { terms, leads }: Spoken, index: SearchIndex): Ranked[] {
  const speaks = besideBest(rank(terms, index).map(({ score }) => score));
  const best = bestOf(ranked);
  const lead = (url: string) =>
    Math.max(...leads.map((urls) => (urls.includes(url) ? Math.max(0, leadLift - leadStep * urls.indexOf(url)) : 0)));
  return ranked.map((one, at) => ({
    ...one,
    score: one.score + best * (dangerLift * (speaks[at] ?? 0) + lead(one.page.url)),
  }));
}

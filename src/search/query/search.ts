import { wholeAlias } from './aliases.ts';
import { prepare, type Prepared } from './parse-query.ts';
import { merge, plan, type Answered, type Found, type Step } from './query-plan.ts';
import type { Filters, Hit, Index, Term } from './types.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { WordList } from './words.ts';

/** What search needs besides the query. */
export interface Library<H extends Hit> {
  readonly index: Index<H>;
  readonly vocabulary: Vocabulary;
  readonly words: WordList;
  /** For the rare words of running text, which the index leaves out; missing where it has them all. */
  readonly running?: {
    /** The ids of the pages that have such a word. */
    pagesWith(word: string): Promise<readonly string[]>;
    /** Every page that passes. */
    pages(filters?: Filters): Promise<readonly H[]>;
  };
}

/** What came of a query. */
export interface Answer<H extends Hit> {
  /** Best first. */
  readonly found: readonly Found<H>[];
  /** The query that was asked in place of the reader's, because a word was misspelt. */
  readonly corrected?: string;
  /** A query that might be meant; offered, not asked. */
  readonly suggestion?: string;
  /** Whether there was nothing to look for. */
  readonly empty: boolean;
  /** The words that were looked for, to mark them: the reader's own and those that stand in for them. */
  readonly words: readonly string[];
}

/**
 * Finds pages for what a reader typed. No query makes it throw; an index that cannot be reached does.
 *
 * @param query what was typed
 * @param library what to search
 * @param filters which pages may be found
 */
export async function search<H extends Hit>(query: string, library: Library<H>, filters?: Filters): Promise<Answer<H>> {
  const prepared = prepare(query, library.vocabulary, library.words);
  const byIndex = await find(prepared, library, filters);
  const found = byIndex.length > 0 ? byIndex : await findInText(prepared, library, filters);
  const words = prepared.terms.flatMap(({ wordings }) =>
    wordings.flatMap(({ text }) => text.replaceAll('"', '').split(' ')),
  );
  return {
    found,
    empty: prepared.terms.length === 0,
    words: words.filter((word) => !library.vocabulary.filler.has(word)),
    ...otherQuery(prepared, found.length > 0),
  };
}

async function find<H extends Hit>(prepared: Prepared, library: Library<H>, filters?: Filters): Promise<Found<H>[]> {
  const askAll = async (steps: readonly Step[], atLeast = 1) =>
    merge(await Promise.all(steps.map((step) => ask(step, library.index, filters))), library.words, atLeast);
  if (prepared.quotation !== undefined) {
    const quoted = await askAll([{ query: `"${prepared.quotation}"`, weight: 1, terms: [0] }]);
    if (quoted.length > 0) return quoted;
  }
  const alias = wholeAlias(prepared.all);
  const { known } = sorted(prepared.terms);
  return askAll(
    [
      ...(alias === undefined ? [] : [{ query: alias, weight: 1, terms: [], alias: true }]),
      ...(isOurSubject(prepared.terms) ? plan(known) : []),
    ],
    isLikelyOurs(prepared.terms) ? 1 : Math.min(2, known.length),
  );
}

/**
 * Pages that the index finds for each term that it knows, and whose running text has every other word. A quotation is
 * left to the index.
 */
async function findInText<H extends Hit>(
  { terms, quotation }: Prepared,
  { index, words, running }: Library<H>,
  filters?: Filters,
): Promise<Found<H>[]> {
  const { known, unknown } = sorted(terms);
  const rare = unknown.flatMap(({ wrote }) => wrote.split(' '));
  if (rare.length === 0 || quotation !== undefined || running === undefined) return [];
  const byTerm = known.map(async ({ wordings }) => {
    const hits = await Promise.all(wordings.map(({ text }) => index.search(text, filters)));
    return hits.flat().map(({ id }) => id);
  });
  const [first, ...others] = await Promise.all([...rare.map((word) => running.pagesWith(word)), ...byTerm]);
  const ids = (first ?? []).filter((id) => others.every((pages) => pages.includes(id)));
  if (ids.length === 0) return [];
  const hits = (await running.pages(filters)).filter(({ id }) => ids.includes(id));
  return hits.map((hit) => ({ hit, score: words.weights.get(hit.id) ?? 1 })).sort((a, b) => b.score - a.score);
}

async function ask<H extends Hit>(step: Step, index: Index<H>, filters?: Filters): Promise<Answered<H>> {
  const [hits, exact] = await Promise.all([
    index.search(step.query, filters),
    step.exact === undefined ? undefined : index.search(step.exact, filters),
  ]);
  return { step, hits, ...(exact === undefined ? {} : { exact: new Set(exact.map(({ id }) => id)) }) };
}

/**
 * Whether the site has anything to say on this. A lone word that we mended into one of running text is too little to
 * go by. Beside words that the site has never heard of, at least one word must be the reader's own, at least one
 * must be of a title or an alias, and as many must be known as are not. A word of danger, or of what the site is about,
 * is always enough.
 */
function isOurSubject(terms: readonly Term[]): boolean {
  const { known, unknown } = sorted(terms);
  if (known.some(isPlainlyOurs)) return true;
  const own = known.filter((term) => term.corrected === undefined);
  const strong = known.some((term) => term.strong);
  if (unknown.length === 0) return own.length > 0 || strong;
  return own.length > 0 && strong && known.length >= unknown.length;
}

const isPlainlyOurs = ({ danger, ours }: Term) => danger || ours;

/**
 * Whether one word in common with a page says enough. Beside something that the site has never heard of, or among many
 * words, it may be chance; not with a word of danger, or of what the site is about.
 */
function isLikelyOurs(terms: readonly Term[]): boolean {
  const { known, unknown } = sorted(terms);
  return known.some(isPlainlyOurs) || (unknown.length === 0 && known.length < 4);
}

/** Terms that the site speaks of, and those that it does not. A number says nothing either way: "at 11pm", "60 days". */
function sorted(terms: readonly Term[]): Readonly<Record<'known' | 'unknown', readonly Term[]>> {
  const known = terms.filter((term) => term.wordings.length > 0);
  return { known, unknown: terms.filter((term) => !known.includes(term) && !/\d/.test(term.wrote)) };
}

/** What to tell the reader about another query: the mended one when it found something, or one to offer. */
function otherQuery(prepared: Prepared, found: boolean): { corrected?: string; suggestion?: string } {
  if (prepared.mended && found) return { corrected: prepared.read };
  const all = prepared.mended && prepared.terms.every((term) => term.wordings.length > 0);
  return all ? { suggestion: prepared.read } : {};
}

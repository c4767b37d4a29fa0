import { root } from './normalise.ts';
import type { Kind, Part, SearchData, SearchPage } from './types.ts';
import { readVocabulary, type Vocabulary } from './vocabulary.ts';

/*
 * Everything that people say is a small document of its own, a unit: a title, an alias, a phrasing, a heading, a question,
 * a situation. Pooled into one text a page, a rare word of one idiom would count like a topic.
 */

/** One thing that people say. */
export interface Unit {
  /** Its page, by place. */
  readonly page: number;
  readonly says: string;
  /** Set when it leads to a place of its own. */
  readonly part?: Part;
  /** The roots of its telling words. */
  readonly roots: ReadonlySet<string>;
  /** All its words as they compare, for a query that is the whole unit. */
  readonly key: string;
  /** The length of its vector. */
  readonly length: number;
}

/** A page with its vector: what each root counts for it. */
export interface IndexedPage extends SearchPage {
  readonly vector: ReadonlyMap<string, number>;
  readonly length: number;
  /** How many aliases and phrasings it has. */
  readonly said: number;
  /** What the page counts beside others. */
  readonly counts: number;
}

/** What people say, ready to be asked. */
export interface SearchIndex {
  readonly pages: readonly IndexedPage[];
  readonly units: readonly Unit[];
  readonly vocabulary: Vocabulary;
  /** The units that have a root. */
  readonly postings: ReadonlyMap<string, readonly number[]>;
  /** The units that are the same words as a query, by `key`. */
  readonly same: ReadonlyMap<string, readonly number[]>;
  /** Words for mending: those of the units and of the vocabulary. */
  readonly words: ReadonlySet<string>;
  /** How telling a root is. */
  readonly weight: (root: string) => number;
}

/** What filler counts beside other words. */
const fillerWeight = 0.35;
/** Longer units count a little less than their cosine says, as one shared word is then less of a chance. */
const lengthPower = 0.9;

/** An outcome means most to those who walked its tree; sources and pages about the site stand behind the advice. */
const counts: Readonly<Record<Kind, number>> = {
  guide: 1,
  script: 1,
  decision: 1,
  outcome: 0.8,
  source: 0.7,
  page: 0.7,
  gap: 1,
};

/** The words that a unit or a query is compared by: without those that say nothing, unless there are no others. */
export function tellingWords(words: readonly string[], { filler, empty }: Vocabulary): readonly string[] {
  const kept = words.filter((word) => !empty.has(root(word)));
  return kept.some((word) => !filler.has(root(word))) ? kept : words;
}

/** Reads what the site ships. */
export function readIndex(data: SearchData): SearchIndex {
  const vocabulary = readVocabulary(data.vocabulary);
  const words = new Set(vocabulary.known);
  const read = (page: number, says: string, part?: Part): Omit<Unit, 'length'> => {
    const all = vocabulary.words(says);
    for (const word of all) if (!vocabulary.filler.has(root(word))) words.add(word);
    const roots = new Set(tellingWords(all, vocabulary).map(root));
    return { page, says, roots, key: tellingWords(all, vocabulary).map(root).join(' '), ...(part && { part }) };
  };
  const said = data.says.split('\n\n').map((lines) => lines.split('\n').filter((line) => line !== ''));
  const bare = data.pages.flatMap(({ title, parts }, page) => [
    read(page, title),
    ...(said[page] ?? []).map((one) => read(page, one)),
    ...parts.map((part) => read(page, part.says, part)),
  ]);
  const postings = new Map<string, number[]>();
  const same = new Map<string, number[]>();
  for (const [at, { roots, key }] of bare.entries()) {
    put(same, key, at);
    for (const one of roots) put(postings, one, at);
  }
  const weights = new Map<string, number>();
  const weight = (one: string): number => {
    let own = weights.get(one);
    if (own === undefined) {
      const telling = Math.log(1 + bare.length / (1 + (postings.get(one)?.length ?? 0)));
      weights.set(one, (own = telling * (vocabulary.filler.has(one) ? fillerWeight : 1)));
    }
    return own;
  };
  const units = bare.map((unit): Unit => ({ ...unit, length: norm([...unit.roots].map(weight)) ** lengthPower || 1 }));
  return {
    pages: withVectors(data.pages, units, weight).map((page, at) => ({ ...page, said: said[at]?.length ?? 0 })),
    units,
    vocabulary,
    postings,
    same,
    words,
    weight,
  };
}

/** The pages with their vectors: a root counts the more, the more of the page's units have it. */
function withVectors(
  pages: readonly SearchPage[],
  units: readonly Unit[],
  weight: (root: string) => number,
): Omit<IndexedPage, 'said'>[] {
  const sums = pages.map(() => new Map<string, number>());
  for (const { page, roots, length } of units)
    for (const one of roots) sums[page]?.set(one, (sums[page].get(one) ?? 0) + weight(one) / length);
  return pages.map((page, at) => {
    const vector = new Map([...(sums[at] ?? [])].map(([one, sum]) => [one, weight(one) * Math.log(1 + 8 * sum)]));
    return { ...page, vector, length: norm([...vector.values()]) || 1, counts: counts[page.kind] };
  });
}

function put(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** The length of a vector. */
export const norm = (values: readonly number[]): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

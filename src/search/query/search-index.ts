import { root } from './normalise.ts';
import type { Worths } from './told.ts';
import type { Part, SearchData, SearchPage, Situation } from './types.ts';
import { readVocabulary, tellingWords, type Vocabulary } from './vocabulary.ts';

/*
 * Everything that people say is a small document of its own, a unit: a title, an alias, a phrasing, a question, a
 * situation. Pooled into one text a page, a rare word of one idiom would count like a topic.
 */

/** One thing that people say. */
export interface Unit {
  readonly page: SearchPage;
  readonly says: string;
  /** Set when it leads to a place of its own. */
  readonly part?: Part;
  /** Set when it is one of the situations of the home page. */
  readonly situation?: Situation;
  /** The roots of its telling words. */
  readonly roots: ReadonlySet<string>;
  /** The length of its vector. */
  readonly length: number;
}

/** What people say, ready to be asked. */
export interface SearchIndex {
  readonly pages: readonly SearchPage[];
  readonly situations: readonly Situation[];
  readonly units: readonly Unit[];
  readonly vocabulary: Vocabulary;
  /** The units that have a root. */
  readonly postings: ReadonlyMap<string, readonly Unit[]>;
  /** The units by the roots they are made of, for a query that is the whole of one. */
  readonly same: ReadonlyMap<string, readonly Unit[]>;
  /** Words for mending: those of the units and of the vocabulary. */
  readonly words: ReadonlySet<string>;
  /** What roots say of danger that no phrase names. */
  readonly worths: Worths;
  /** How telling a root is. */
  readonly weight: (root: string) => number;
}

/** Longer units count a little less than their cosine says, as one shared word is then less of a chance. */
const lengthPower = 0.9;

/** Reads what search knows. */
export function readIndex(data: SearchData): SearchIndex {
  const reading = readingIndex(data);
  let step = reading.next();
  while (!step.done) step = reading.next();
  return step.value;
}

/**
 * Reads what search knows, a step at a time: on a slow phone it takes longer than a key may wait, so whoever reads can let
 * the page answer in between.
 */
export function* readingIndex(data: SearchData): Generator<void, SearchIndex> {
  const { pages, situations, worths } = data;
  const vocabulary = readVocabulary(data.vocabulary);
  const words = new Set(vocabulary.known);
  const units: (Unit & { length: number })[] = [];
  const [postings, same] = [new Map<string, Unit[]>(), new Map<string, Unit[]>()];
  const add = (page: SearchPage, says: string, more: Pick<Unit, 'part' | 'situation'> = {}): void => {
    const all = vocabulary.words(says);
    for (const word of all) if (!vocabulary.filler.has(root(word))) words.add(word);
    const roots = new Set(tellingWords(all, vocabulary).map(root));
    const unit = { page, says, roots, length: 1, ...more };
    units.push(unit);
    for (const one of roots) put(postings, one, unit);
    put(same, keyOfRoots(roots), unit);
  };
  for (const page of pages) {
    yield;
    for (const one of [page.title, ...page.says]) add(page, one);
    for (const part of page.parts) add(page, part.says, { part });
    for (const situation of situations.filter(({ guide }) => guide === page.url))
      for (const one of [situation.says, ...situation.aliases]) add(page, one, { situation });
  }
  const weight = (one: string): number => Math.log(1 + units.length / (1 + (postings.get(one)?.length ?? 0)));
  for (const [at, unit] of units.entries()) {
    if (at % 100 === 0) yield;
    // How telling a root is shows only once all are read.
    const squares = [...unit.roots].reduce((sum, one) => sum + weight(one) ** 2, 0);
    unit.length = squares ** (lengthPower / 2) || 1;
  }
  return { pages, situations, units, vocabulary, postings, same, words, worths, weight };
}

/** Adds a value to the list of a key. */
export function put<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** The same for texts of the same words, whatever their endings and order. */
export const keyOfRoots = (roots: ReadonlySet<string>): string => [...roots].sort().join(' ');

import { root } from './normalise.ts';
import type { Part, SearchData, SearchPage, Situation } from './types.ts';
import { readVocabulary, tellingWords, type Vocabulary } from './vocabulary.ts';

/*
 * Everything that people say is a small document of its own, a unit: a title, an alias, a phrasing, a question, a
 * situation. Pooled into one text a page, a rare word of one idiom would count like a topic.
 */

/** One thing that people say. */
export interface Unit {
  /** Its page, by place. */
  readonly page: number;
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
  /** All roots that are said of a page. */
  readonly rootsOf: ReadonlyMap<SearchPage, ReadonlySet<string>>;
  readonly units: readonly Unit[];
  readonly vocabulary: Vocabulary;
  /** The units that have a root. */
  readonly postings: ReadonlyMap<string, readonly number[]>;
  /** The units by the roots they are made of, for a query that is the whole of one. */
  readonly same: ReadonlyMap<string, readonly number[]>;
  /** Words for mending: those of the units and of the vocabulary. */
  readonly words: ReadonlySet<string>;
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
export function* readingIndex({ pages, situations, vocabulary: data }: SearchData): Generator<void, SearchIndex> {
  const vocabulary = readVocabulary(data);
  const words = new Set(vocabulary.known);
  const read = (page: number, says: string, more: Pick<Unit, 'part' | 'situation'> = {}): Omit<Unit, 'length'> => {
    const all = vocabulary.words(says);
    for (const word of all) if (!vocabulary.filler.has(root(word))) words.add(word);
    return { page, says, roots: new Set(tellingWords(all, vocabulary).map(root)), ...more };
  };
  const bare: Omit<Unit, 'length'>[] = [];
  for (const [page, { url, title, says, parts }] of pages.entries()) {
    yield;
    bare.push(
      read(page, title),
      ...says.map((one) => read(page, one)),
      ...parts.map((part) => read(page, part.says, { part })),
      ...situations
        .filter(({ guide }) => guide === url)
        .flatMap((situation) => [situation.says, ...situation.aliases].map((one) => read(page, one, { situation }))),
    );
  }
  const postings = new Map<string, number[]>();
  const same = new Map<string, number[]>();
  for (const [at, { roots }] of bare.entries()) {
    if (at % 100 === 0) yield;
    for (const one of roots) put(postings, one, at);
    put(same, keyOfRoots(roots), at);
  }
  const weight = (one: string): number => Math.log(1 + bare.length / (1 + (postings.get(one)?.length ?? 0)));
  const units: Unit[] = [];
  const rootsOf = new Map(pages.map((page) => [page, new Set<string>()]));
  for (const [at, unit] of bare.entries()) {
    if (at % 100 === 0) yield;
    units.push({ ...unit, length: norm([...unit.roots].map(weight)) ** lengthPower || 1 });
    for (const one of unit.roots) rootsOf.get(pages[unit.page] as SearchPage)?.add(one);
  }
  return { pages, rootsOf, units, vocabulary, postings, same, words, weight };
}

/** Adds a value to the list of a key. */
export function put<Key>(lists: Map<Key, number[]>, key: Key, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** The same for texts of the same words, whatever their endings and order. */
export const keyOfRoots = (roots: ReadonlySet<string>): string => [...roots].sort().join(' ');

/** The length of a vector. */
export const norm = (values: readonly number[]): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

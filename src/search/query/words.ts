import type { Lean } from './lean.ts';
import { root, wordsOf } from './normalise.ts';
import { pack, unpack, type Packed } from './front-coding.ts';
import { guess } from './spelling.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The words that the site has, as shipped in `search-words.json`: one form of each word. */
export interface WordListData {
  /** Words of titles and aliases: what the site is about. */
  readonly strong: Packed;
  /** Words found in running text only. */
  readonly weak: Packed;
  /** Words of the language that look like misspelt words of the site, and are none. */
  readonly real: Packed;
  /** How many pages the index has. */
  readonly pages: number;
  /** What a page counts, by its id, when that is not 1: sources stand below the pages that say what to do. */
  readonly weights: Readonly<Record<string, number>>;
}

/** A word that the site has. */
export interface KnownWord {
  readonly word: string;
  /** Whether a title or an alias has it. */
  readonly strong: boolean;
  /** Whether other words of the site begin with it and are not forms of it. */
  readonly loose: boolean;
}

/** The words of the site, ready for looking up. */
export interface WordList {
  readonly pages: number;
  readonly weights: ReadonlyMap<string, number>;
  readonly strong: readonly string[];
  readonly weak: readonly string[];
  /** Words that the site does not have, and that are spelt right all the same. */
  readonly real: ReadonlySet<string>;
  /** The word to send for one that a reader wrote: itself, or another form of it that the site has. */
  find(word: string): KnownWord | undefined;
}

/** The words of some texts that have at least three letters and are no number. */
function distinct(texts: readonly string[], contractions?: ReadonlyMap<string, string>): Set<string> {
  return new Set(texts.flatMap((text) => wordsOf(text, contractions)).filter((word) => /^\p{L}{3,30}$/u.test(word)));
}

/** The shortest form of each word. */
function shortest(words: Iterable<string>): string[] {
  const byRoot = new Map<string, string>();
  for (const word of [...words].sort()) {
    const key = root(word);
    if (word.length < (byRoot.get(key)?.length ?? Infinity)) byRoot.set(key, word);
  }
  return [...byRoot.values()];
}

/**
 * Makes the list for the site: of each word the shortest form that the site has.
 *
 * @param pages every page that the index has
 * @param weights those of pages that count less than others, by id
 * @param vocabulary so that "won't" does not become a word
 * @param language words that people use every day: those that search would mistake for a misspelt one are noted
 */
export function makeWordList(
  pages: readonly Lean[],
  weights: Readonly<Record<string, number>>,
  vocabulary?: Pick<Vocabulary, 'contractions' | 'words' | 'roots'>,
  language: readonly string[] = [],
): WordListData {
  const contractions = vocabulary?.contractions;
  const strong = distinct(
    pages.flatMap(({ title, keywords }) => [title, keywords]),
    contractions,
  );
  const running = pages.flatMap(({ summary, sections }) => [
    summary,
    ...sections.flatMap(({ heading, text }) => [heading, text]),
  ]);
  const roots = new Set([...strong].map(root));
  const data = {
    strong: pack(shortest(strong).sort()),
    weak: pack(
      shortest(distinct(running, contractions))
        .filter((word) => !roots.has(root(word)))
        .sort(),
    ),
    real: pack([]),
    pages: pages.length,
    weights,
  };
  const list = readWordList(data);
  const mistaken = (word: string) =>
    !list.find(word) && !vocabulary?.roots.has(root(word)) && guess(word, list, vocabulary?.words) !== undefined;
  return { ...data, real: pack(language.filter(mistaken).sort()) };
}

/** Reads the list that the site ships. */
export function readWordList(data: WordListData): WordList {
  const strong = unpack(data.strong);
  const weak = unpack(data.weak);
  const all = new Set([...strong, ...weak]);
  const isStrong = new Set(strong.map(root));
  const byRoot = new Map([...all].reverse().map((word) => [root(word), word]));
  const startingWith = (word: string) =>
    word.length < 3
      ? undefined
      : (strong.find((other) => other.startsWith(word)) ?? weak.find((other) => other.startsWith(word)));
  const isLoose = (word: string, key: string) => {
    const another = (other: string) => other.startsWith(word) && root(other) !== key;
    return word.length < 6 && (strong.some(another) || weak.some(another));
  };
  return {
    pages: data.pages,
    weights: new Map(Object.entries(data.weights)),
    strong,
    weak,
    real: new Set(unpack(data.real)),
    find(word) {
      const key = root(word);
      const same = all.has(word) ? word : byRoot.get(key);
      if (same !== undefined)
        return { word: same, strong: isStrong.has(key), loose: isLoose(same.startsWith(word) ? word : same, key) };
      const longer = startingWith(word);
      return longer === undefined ? undefined : { word, strong: isStrong.has(root(longer)), loose: false };
    },
  };
}

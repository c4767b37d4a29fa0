import { normalise, root, wordsOf } from './normalise.ts';
import type { SearchVocabulary } from './types.ts';

/** A phrase of the vocabulary. */
export interface Phrase {
  /** The roots of single words that say the same. */
  readonly others: readonly string[];
  readonly danger: Danger | undefined;
}

/** A danger: what our pages call it, the pages on it, the words beside which a phrase does not speak of it. */
export type Danger = SearchVocabulary['danger'][number];

/** The vocabulary of the editors, ready for looking up. Sets are of roots, but for `known`. */
export interface Vocabulary {
  /** The words of a text, with short forms written out. */
  readonly words: (text: string) => string[];
  /** Words that say little, and those that say nothing. */
  readonly filler: ReadonlySet<string>;
  readonly empty: ReadonlySet<string>;
  /** Words for people, words that may stand between those of a phrase, and words that tell of somebody. */
  readonly people: ReadonlySet<string>;
  readonly between: ReadonlySet<string>;
  readonly tellers: ReadonlySet<string>;
  readonly onDanger: SearchVocabulary['onDanger'];
  /** Phrases by their key, and how many words the longest has. */
  readonly phrases: ReadonlyMap<string, Phrase>;
  readonly longest: number;
  /** Every word of every phrase that is no filler, and their roots. */
  readonly known: ReadonlySet<string>;
  readonly roots: ReadonlySet<string>;
}

/** Whom something happens to, and whose it is, changes no phrase: "hang up on me", "hang up on them". */
const persons: ReadonlyMap<string, string> = new Map([
  ...['him', 'her', 'us', 'them'].map((word) => [word, 'me'] as const),
  ...['his', 'our', 'their'].map((word) => [word, 'my'] as const),
  ...['himself', 'herself', 'ourselves', 'yourself', 'themselves'].map((word) => [word, 'myself'] as const),
]);

/** The key of a phrase, the same for all forms of its words and all persons: "missed meetings" and "miss meeting". */
export const keyOf = (words: readonly string[]): string =>
  words.map((word) => persons.get(word) ?? root(word)).join(' ');

/** The words that a unit or a query is compared by: without those that say nothing, unless there are no others. */
export function tellingWords(words: readonly string[], { filler, empty }: Vocabulary): readonly string[] {
  const kept = words.filter((word) => !empty.has(root(word)));
  return kept.some((word) => !filler.has(root(word))) ? kept : words;
}

/** Reads `content/vocabulary.yaml` or its copy on the site. */
export function readVocabulary(data: SearchVocabulary): Vocabulary {
  const words = readWords(data);
  const rootsOf = (all: readonly string[]) => new Set(all.flatMap((word) => wordsOf(word)).map(root));
  const empty = rootsOf(data.empty);
  const filler = new Set([...rootsOf(data.filler), ...empty]);
  const withoutFiller = (phrase: string) => words(phrase).filter((word) => !filler.has(root(word)));
  const phrases = new Map<string, Phrase>();
  const known = new Set(data.people.flatMap(withoutFiller));
  const add = (said: readonly string[], means: readonly string[], danger?: Danger): void => {
    const single = means.flatMap((phrase) => {
      const [word, more] = withoutFiller(phrase);
      return word !== undefined && more === undefined ? [{ phrase, root: root(word) }] : [];
    });
    for (const phrase of said) {
      const others = single.filter((other) => other.phrase !== phrase).map(({ root }) => root);
      for (const word of withoutFiller(phrase)) known.add(word);
      for (const key of keysOf(words(phrase))) {
        const before = phrases.get(key);
        phrases.set(key, { others: [...(before?.others ?? []), ...others], danger: before?.danger ?? danger });
      }
    }
  };
  for (const danger of data.danger) add([...danger.means, ...danger.words], danger.means, danger);
  for (const group of data.synonyms) add(group, group);
  for (const phrase of data.harmless.map(words))
    for (const key of keysOf(phrase)) phrases.set(key, { others: phrases.get(key)?.others ?? [], danger: undefined });
  return {
    words,
    filler,
    empty,
    people: rootsOf(data.people),
    between: rootsOf(data.between),
    tellers: rootsOf(data.tellers),
    onDanger: data.onDanger,
    phrases,
    longest: Math.max(1, ...[...phrases.keys()].map((key) => key.split(' ').length)),
    known,
    roots: new Set([...known].map(root)),
  };
}

/** What reads the words of a text, with short forms written out. */
export function readWords(data: Pick<SearchVocabulary, 'contractions'>): (text: string) => string[] {
  const contractions = readContractions(data.contractions);
  return (text) => wordsOf(text, contractions);
}

/** The keys under which a phrase is found. "Her" is read as "me", and may mean "my". */
const keysOf = (words: readonly string[]): ReadonlySet<string> => {
  const key = keyOf(words);
  return new Set([key, key.replace(/\bmy\b/g, 'me')]);
};

/** The contractions by their short form; "n't" is understood without its apostrophe too. */
function readContractions(data: SearchVocabulary['contractions']): ReadonlyMap<string, string> {
  const read = new Map(Object.entries(data).map(([short, long]) => [normalise(short), wordsOf(long).join(' ')]));
  for (const [short, long] of read) if (short.endsWith("n't")) read.set(short.replace("'", ''), long);
  return read;
}

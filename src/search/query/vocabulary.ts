import type { VocabularyData } from '../../content/schemas/site.ts';
import { root, wordsOf } from './normalise.ts';

/** The vocabulary of the editors, ready for looking up. */
export interface Vocabulary {
  readonly filler: ReadonlySet<string>;
  /** The keys of phrases that speak of danger. */
  readonly danger: ReadonlySet<string>;
  /** The keys of phrases that show that a question is about what the site is about. */
  readonly ours: ReadonlySet<string>;
  readonly contractions: ReadonlyMap<string, string>;
  /** For each phrase, by its key: the other phrases of its groups; for one of danger, what our pages call it. */
  readonly synonyms: ReadonlyMap<string, readonly string[]>;
  /** Every word of every phrase that is no filler: words that a misspelt one may stand for. */
  readonly words: ReadonlySet<string>;
  /** The roots of these words. */
  readonly roots: ReadonlySet<string>;
  /** How many words the longest phrase has. */
  readonly longest: number;
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

/** The keys under which a phrase of the vocabulary is found. "Her" is read as "me", and may mean "my". */
const keysOf = (words: readonly string[]): readonly string[] => {
  const key = keyOf(words);
  return [key, key.replace(/\bmy\b/g, 'me')];
};

/** Reads `content/vocabulary.yaml` or its copy on the site. */
export function readVocabulary(data: VocabularyData): Vocabulary {
  const contractions = new Map<string, string>();
  for (const [short, long] of Object.entries(data.contractions)) {
    const key = short.toLowerCase();
    contractions.set(key, wordsOf(long).join(' '));
    if (key.endsWith("n't")) contractions.set(key.replace("'", ''), wordsOf(long).join(' '));
  }
  const filler = new Set(data.filler.flatMap((word) => wordsOf(word)));
  const read = (phrases: readonly string[]) =>
    phrases.map((phrase) => wordsOf(phrase, contractions)).filter((phrase) => phrase.length > 0);
  const synonyms = new Map<string, readonly string[]>();
  const add = (phrase: readonly string[], others: readonly (readonly string[])[]): void => {
    const all = others.filter((other) => other !== phrase).map((other) => other.join(' '));
    for (const key of keysOf(phrase)) synonyms.set(key, [...new Set([...(synonyms.get(key) ?? []), ...all])]);
  };
  const dangers = data.danger.map(({ means, words }) => ({ stands: read(means), phrases: read([...means, ...words]) }));
  for (const { stands, phrases } of dangers) for (const phrase of phrases) add(phrase, stands);
  const groups = data.synonyms.map(read);
  for (const group of groups) for (const phrase of group) add(phrase, group);
  const ofDanger = dangers.flatMap(({ phrases }) => phrases);
  const all = [...groups.flat(), ...ofDanger];
  const words = new Set(all.flat().filter((word) => !filler.has(word)));
  return {
    filler,
    danger: new Set(ofDanger.flatMap(keysOf)),
    ours: new Set(read(data.ours).map(keyOf)),
    contractions,
    synonyms,
    words,
    roots: new Set([...words].map(root)),
    longest: Math.max(1, ...all.map(({ length }) => length)),
  };
}

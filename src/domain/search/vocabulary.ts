import type { VocabularyData } from '../../schemas/site.ts';
import { root, wordsOf } from './normalise.ts';

/** The vocabulary of the editors, ready for looking up. */
export interface Vocabulary {
  readonly filler: ReadonlySet<string>;
  /** The keys of phrases that speak of danger. */
  readonly danger: ReadonlySet<string>;
  readonly contractions: ReadonlyMap<string, string>;
  /** For each phrase, by the roots of its words: the other phrases of its groups. */
  readonly synonyms: ReadonlyMap<string, readonly string[]>;
  /** Words of the phrases that are no filler: words that a misspelt one may stand for. */
  readonly words: ReadonlySet<string>;
  /** How many words the longest phrase has. */
  readonly longest: number;
}

/** The key of a phrase, the same for all forms of its words: "missed meetings" and "miss meeting". */
export const keyOf = (words: readonly string[]): string => words.map(root).join(' ');

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
    const key = keyOf(phrase);
    const all = others.filter((other) => other !== phrase).map((other) => other.join(' '));
    synonyms.set(key, [...new Set([...(synonyms.get(key) ?? []), ...all])]);
  };
  const dangers = data.danger.map(({ means, words }) => ({ stands: read(means), phrases: read([...means, ...words]) }));
  for (const { stands, phrases } of dangers) for (const phrase of phrases) add(phrase, stands);
  const groups = data.synonyms.map(read);
  for (const group of groups) for (const phrase of group) add(phrase, group);
  const ofDanger = dangers.flatMap(({ phrases }) => phrases);
  // The longer phrases of danger are made of everyday words.
  const spelt = [...groups.flat(), ...ofDanger.filter(({ length }) => length === 1)];
  return {
    filler,
    danger: new Set(ofDanger.map(keyOf)),
    contractions,
    synonyms,
    words: new Set(spelt.flat().filter((word) => !filler.has(word))),
    longest: Math.max(1, ...[...groups.flat(), ...ofDanger].map(({ length }) => length)),
  };
}

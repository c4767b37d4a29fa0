import type { VocabularyData } from '../../schemas/site.ts';
import { root, wordsOf } from './normalise.ts';

/** The vocabulary of the editors, ready for looking up. */
export interface Vocabulary {
  readonly filler: ReadonlySet<string>;
  /** Roots of words that speak of danger. */
  readonly danger: ReadonlySet<string>;
  readonly contractions: ReadonlyMap<string, string>;
  /** For each phrase, by the roots of its words: the other phrases of its groups. */
  readonly synonyms: ReadonlyMap<string, readonly string[]>;
  /** Every word of every phrase that is no filler: words that a misspelt one may stand for. */
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
  const words = new Set<string>();
  const synonyms = new Map<string, string[]>();
  let longest = 1;
  for (const group of data.synonyms) {
    const phrases = group.map((phrase) => wordsOf(phrase, contractions)).filter((phrase) => phrase.length > 0);
    for (const phrase of phrases) {
      const others = phrases.filter((other) => other !== phrase).map((other) => other.join(' '));
      const key = keyOf(phrase);
      synonyms.set(key, [...new Set([...(synonyms.get(key) ?? []), ...others])]);
      longest = Math.max(longest, phrase.length);
      for (const word of phrase) if (!filler.has(word)) words.add(word);
    }
  }
  const danger = new Set(data.danger.flatMap((word) => wordsOf(word)).map(root));
  return { filler, danger, contractions, synonyms, words, longest };
}

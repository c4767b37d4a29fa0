import { normalise, root, wordsOf } from './normalise.ts';
import type { SearchVocabulary } from './types.ts';

/** A phrase of the vocabulary: what it also means, and the danger that it speaks of. */
export interface Phrase {
  /** Other ways to say it, each as words. */
  readonly others: readonly (readonly string[])[];
  readonly danger?: Danger | undefined;
}

/** A danger, as our pages call it. */
export interface Danger {
  readonly means: readonly string[];
  /** The pages on it. */
  readonly leads: readonly string[];
  /** Roots beside which a phrase does not speak of it. */
  readonly unless: ReadonlySet<string>;
  /** Whether it gives way when another is spoken of too. */
  readonly vague: boolean;
}

/** The vocabulary of the editors, ready for looking up. */
export interface Vocabulary {
  /** The words of a text, with short forms written out. */
  readonly words: (text: string) => string[];
  /** Roots of words that say little, and of those that say nothing. */
  readonly filler: ReadonlySet<string>;
  readonly empty: ReadonlySet<string>;
  /** Phrases by their key. */
  readonly phrases: ReadonlyMap<string, Phrase>;
  /** Every word of every phrase that is no filler, and their roots. */
  readonly known: ReadonlySet<string>;
  readonly roots: ReadonlySet<string>;
  /** The ways to read words in which danger is looked for: as they are, without what may stand between, and with people as "me". */
  readonly readings: (words: readonly string[]) => readonly (readonly string[])[];
  /** Roots of words that tell of somebody. */
  readonly tellers: ReadonlySet<string>;
  /** How many words the longest phrase has. */
  readonly longest: number;
}

/** Whom something happens to, and whose it is, changes no phrase: "hang up on me", "hang up on them". */
const persons: ReadonlyMap<string, string> = new Map([
  ...['him', 'her', 'us', 'them'].map((word) => [word, 'me'] as const),
  ...['his', 'our', 'their'].map((word) => [word, 'my'] as const),
  ...['himself', 'herself', 'ourselves', 'yourself', 'themselves'].map((word) => [word, 'myself'] as const),
]);

const whose: ReadonlySet<string> = new Set(['my', 'our', 'his', 'her', 'their', 'your']);

/** The key of a phrase, the same for all forms of its words and all persons: "missed meetings" and "miss meeting". */
export const keyOf = (words: readonly string[]): string =>
  words.map((word) => persons.get(word) ?? root(word)).join(' ');

/** The keys under which a phrase is found. "Her" is read as "me", and may mean "my". */
const keysOf = (words: readonly string[]): readonly string[] => {
  const key = keyOf(words);
  return [key, key.replace(/\bmy\b/g, 'me')];
};

/** The contractions by their short form; "n't" is understood without its apostrophe too. */
function readContractions(data: SearchVocabulary['contractions']): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(data).flatMap(([short, long]) => {
      const key = normalise(short);
      const full = wordsOf(long).join(' ');
      return key.endsWith("n't")
        ? [
            [key, full],
            [key.replace("'", ''), full],
          ]
        : [[key, full]];
    }),
  );
}

/** The words that a unit or a query is compared by: without those that say nothing, unless there are no others. */
export function tellingWords(words: readonly string[], { filler, empty }: Vocabulary): readonly string[] {
  const kept = words.filter((word) => !empty.has(root(word)));
  return kept.some((word) => !filler.has(root(word))) ? kept : words;
}

/** Reads `content/vocabulary.yaml` or its copy on the site. */
export function readVocabulary(data: SearchVocabulary): Vocabulary {
  const contractions = readContractions(data.contractions);
  const words = (text: string) => wordsOf(text, contractions);
  const rootsOf = (all: readonly string[]) => new Set(all.flatMap((word) => wordsOf(word)).map(root));
  const empty = rootsOf(data.empty);
  const filler = new Set([...rootsOf(data.filler), ...empty]);
  const phrases = new Map<string, Phrase>();
  const add = (phrase: readonly string[], others: readonly (readonly string[])[], danger?: Danger) => {
    for (const key of keysOf(phrase)) {
      const before = phrases.get(key);
      const more = others.filter((other) => other !== phrase);
      phrases.set(key, { others: [...(before?.others ?? []), ...more], danger: before?.danger ?? danger });
    }
  };
  for (const { means, leads, words: own, unless, vague } of data.danger) {
    const names = means.map(words);
    const danger = { means: names.flat(), leads, unless: rootsOf(unless), vague };
    for (const phrase of [...names, ...own.map(words)]) add(phrase, names, danger);
  }
  for (const group of data.synonyms.map((phrases) => phrases.map(words)))
    for (const phrase of group) add(phrase, group);
  for (const phrase of data.harmless.map(words))
    for (const key of keysOf(phrase)) phrases.set(key, { others: phrases.get(key)?.others ?? [] });
  const all = [
    ...data.danger.flatMap(({ means, words: own }) => [...means, ...own]),
    ...data.synonyms.flat(),
    ...data.people,
  ].map(words);
  const [people, between] = [rootsOf(data.people), rootsOf(data.between)];
  const readings: Vocabulary['readings'] = (words) => {
    const close = words.filter((word) => !between.has(root(word)));
    const toPeople = close
      .filter((word, at) => !(whose.has(word) && people.has(root(close[at + 1] ?? ''))))
      .map((word) => (people.has(root(word)) ? 'me' : word));
    return [words, close, toPeople];
  };
  const known = new Set(all.flat().filter((word) => !filler.has(root(word))));
  return {
    words,
    filler,
    empty,
    phrases,
    readings,
    tellers: rootsOf(data.tellers),
    known,
    roots: new Set([...known].map(root)),
    longest: Math.max(1, ...[...all, ...data.harmless.map(words)].map(({ length }) => length)),
  };
}

import { longestQuery, root } from './normalise.ts';
import { keyOfRoots, type SearchIndex } from './search-index.ts';
import { nearest } from './spelling.ts';
import { tellOfDanger } from './told.ts';
import { keyOf, tellingWords, type Danger, type Phrase, type Vocabulary } from './vocabulary.ts';

/** Something a query asks for: how telling it is, and the roots that answer to it, each with what it counts. */
export interface Term {
  readonly weight: number;
  readonly roots: ReadonlyMap<string, number>;
}

/** A danger: what our pages call it, and the pages on it, first things first. */
export interface Spoken {
  readonly terms: readonly Term[];
  readonly leads: readonly (readonly string[])[];
}

/** What a query means to us. */
export interface Query {
  readonly terms: readonly Term[];
  /** The danger that it has words for. */
  readonly danger: Spoken | undefined;
  /** How much more than enough it tells of danger without a word for it; below 0 when it does not. */
  readonly tells: number;
  /** All its words, mended, and the same for all texts of these words. */
  readonly text: string;
  readonly key: string;
  /** The words that say what it is about, mended; for marking and for the full text. */
  readonly words: readonly string[];
  /** Whether it tells of somebody: "they", "the client", "to me". What is about things alone is rarely for us. */
  readonly ofPeople: boolean;
  /** Whether it names somebody to whom something may happen: "my colleague", "her husband". */
  readonly namesPeople: boolean;
  /** The query with misspelt words mended, when there are any. */
  readonly mended: string | undefined;
}

/** A part of a query: a phrase of the vocabulary, or a word. */
interface Said {
  readonly words: readonly string[];
  readonly phrase: Phrase | undefined;
}

/** What counts beside a word itself: another form, or a synonym. */
const counts = { form: 0.5, synonym: 0.6 };

/** Reads what somebody typed. Takes anything and never throws. */
export function readQuery(text: string, index: SearchIndex): Query {
  const { vocabulary } = index;
  const typed = text.slice(0, longestQuery);
  const wrote = vocabulary.words(typed);
  const words = wrote.map((word, at) => mend(word, at === wrote.length - 1, index));
  const telling = new Set(tellingWords(words, vocabulary));
  const dangers = dangersIn(words, vocabulary);
  const about = words.filter((word) => !vocabulary.filler.has(root(word)));
  return {
    terms: phrasesOf(words, vocabulary).flatMap((said) => termsOf(said, telling, index)),
    danger: spokenOf(meant(dangers, words, vocabulary), index),
    // Where a phrase says that something else is meant, that holds.
    tells: dangers.length > 0 ? -1 : tellOfDanger(new Set(words.map(root)), index.worths),
    text: words.join(' '),
    key: keyOfRoots(new Set([...telling].map(root))),
    words: about.length > 0 ? about : words,
    ofPeople: words.some((word) => vocabulary.tellers.has(root(word))),
    namesPeople: words.some((word) => vocabulary.people.has(root(word))),
    mended: wrote.every((word, at) => word === words[at]) ? undefined : mendedIn(typed.trim(), wrote, words),
  };
}

/** A text with other words in their places. */
const mendedIn = (text: string, wrote: readonly string[], words: readonly string[]): string =>
  wrote.reduce(
    (read, word, at) =>
      word === words[at] ? read : read.replace(new RegExp(`\\b${word}\\b`, 'iu'), words[at] ?? word),
    text,
  );

/** What a phrase or a word asks for: each of its telling words, and what a phrase of several words means beside them. */
function termsOf({ words, phrase }: Said, telling: ReadonlySet<string>, index: SearchIndex): Term[] {
  const { weight, postings } = index;
  const synonyms = (phrase?.others ?? []).map((other) => [other, counts.synonym] as const);
  const isPhrase = words.length > 1;
  const asked = words
    .filter((word) => telling.has(word))
    .map(root)
    // A number that nobody says is no subject: "15000 off", "60 days".
    .filter((one) => postings.has(one) || !/^\d+$/.test(one))
    .map((one) => {
      const forms = formsOf(one, index).map((form) => [form, counts.form] as const);
      return { weight: weight(one), roots: new Map([...(isPhrase ? [] : synonyms), ...forms, [one, 1]]) };
    });
  if (!isPhrase || synonyms.length === 0) return asked;
  return [...asked, { weight: Math.max(...words.map((word) => weight(root(word)))), roots: new Map(synonyms) }];
}

/** The dangers that words have phrases for. */
const dangersIn = (words: readonly string[], vocabulary: Vocabulary): readonly Danger[] => [
  ...new Set(
    readingsOf(words, vocabulary)
      .flatMap((reading) => phrasesOf(reading, vocabulary))
      .flatMap(({ phrase }) => phrase?.danger ?? []),
  ),
];

/** Those of some dangers that words speak of, as what stands beside a phrase allows; a vague one only when there is no other. */
function meant(dangers: readonly Danger[], words: readonly string[], vocabulary: Vocabulary): readonly Danger[] {
  const roots = new Set(words.map(root));
  const all = dangers.filter(({ unless }) => !unless.flatMap(vocabulary.words).some((word) => roots.has(root(word))));
  const plain = all.filter(({ vague }) => !vague);
  return plain.length > 0 ? plain : all;
}

/** Dangers as a query asks for them. */
function spokenOf(dangers: readonly Danger[], { vocabulary, weight }: SearchIndex): Spoken | undefined {
  if (dangers.length === 0) return undefined;
  const named = new Set(dangers.flatMap(({ means }) => means.flatMap(vocabulary.words)).map(root));
  return {
    terms: [...named].map((one) => ({ weight: weight(one), roots: new Map([[one, 1]]) })),
    leads: dangers.map(({ leads }) => leads),
  };
}

const whose: ReadonlySet<string> = new Set(['my', 'our', 'his', 'her', 'their', 'your']);

/** The ways to read words in which danger is looked for: as they are, without what may stand between, and with people as "me". */
function readingsOf(words: readonly string[], { people, between }: Vocabulary): readonly (readonly string[])[] {
  const close = words.filter((word) => !between.has(root(word)));
  const toPeople = close
    .filter((word, at) => !(whose.has(word) && people.has(root(close[at + 1] ?? ''))))
    .map((word) => (people.has(root(word)) ? 'me' : word));
  return [words, close, toPeople];
}

/** Takes the nearest known word for one that nobody here says, unless it is the last and may still be on its way to one. */
function mend(word: string, isLast: boolean, { words, postings, vocabulary }: SearchIndex): string {
  const key = root(word);
  if (postings.has(key) || vocabulary.roots.has(key) || vocabulary.filler.has(key)) return word;
  if (isLast && word.length >= 3 && [...words].some((other) => other.startsWith(word))) return word;
  const often = (other: string) => postings.get(root(other))?.length ?? 0;
  // The form that was meant need not be among the words, and what it shares with others is.
  const bare = new Map([...words].map((other) => [root(other), other]));
  return nearest(word, words, often) ?? bare.get(nearest(key, bare.keys(), often) ?? '') ?? word;
}

/** Cuts words into the longest phrases that the vocabulary has, and single words. */
function phrasesOf(words: readonly string[], vocabulary: Vocabulary): Said[] {
  for (let length = Math.min(vocabulary.longest, words.length); length > 0; length--) {
    const part = words.slice(0, length);
    const phrase = phraseOf(part, vocabulary);
    if (phrase || length === 1) return [{ words: part, phrase }, ...phrasesOf(words.slice(length), vocabulary)];
  }
  return [];
}

/** A phrase of the vocabulary: no filler word alone; "threw something at" is "threw a spanner at", with any word inside. */
function phraseOf(words: readonly string[], { phrases, filler }: Vocabulary): Phrase | undefined {
  const key = keyOf(words);
  if (words.length === 1 && filler.has(key)) return undefined;
  const withAnything = words.slice(2).map((_, before) => keyOf(words.with(before + 1, 'something')));
  return phrases.get([key, ...withAnything].find((one) => phrases.has(one)) ?? key);
}

/** Other roots that are forms of this one, or words that somebody is still typing: "cancel" for "cancellation". */
export function formsOf(one: string, { postings }: SearchIndex): readonly string[] {
  if (one.length < (postings.has(one) ? 5 : 3)) return [];
  return [...postings.keys()].filter((other) => {
    if (other === one || other[0] !== one[0] || Math.abs(other.length - one.length) > 4) return false;
    if (!postings.has(one) && other.startsWith(one)) return true;
    let same = 0;
    while (same < one.length && one[same] === other[same]) same++;
    return same >= Math.max(5, Math.min(one.length, other.length) - 1);
  });
}

import { longestQuery, root } from './normalise.ts';
import { keyOfRoots, type SearchIndex } from './search-index.ts';
import { nearest } from './spelling.ts';
import { keyOf, tellingWords, type Danger, type Phrase, type Vocabulary } from './vocabulary.ts';

/** Something a query asks for: how telling it is, and the roots that answer to it, each with what it counts. */
export interface Term {
  readonly weight: number;
  readonly roots: ReadonlyMap<string, number>;
}

/** What a query means to us. */
export interface Query {
  readonly terms: readonly Term[];
  /** What our pages call the danger that it speaks of; undefined when it speaks of none. */
  readonly danger: { readonly terms: readonly Term[]; readonly leads: readonly (readonly string[])[] } | undefined;
  /** All its words, mended, and the same for all texts of these words. */
  readonly text: string;
  readonly key: string;
  /** The words that say what it is about, mended; for marking and for the full text. */
  readonly words: readonly string[];
  /** How well known these are to us, from 0 to 1. */
  readonly known: number;
  /** Whether it tells of somebody: "they", "the client", "to me". What is about things alone is rarely for us. */
  readonly ofPeople: boolean;
  /** The query with misspelt words mended, when there are any. */
  readonly mended: string | undefined;
}

/** What counts beside a word itself: another form, or a synonym. */
const counts = { form: 0.5, synonym: 0.6 };
/** A word that one thing says is known by a sixth, one that five say by half; where little is said, once is enough. */
const doubt = (units: number): number => Math.min(5, units / 1500);
/** In judging whether a query is for us, no word counts more than this: one unheard word is no proof. */
export const mostWeight = 5;

/** Reads what somebody typed. Takes anything and never throws. */
export function readQuery(text: string, index: SearchIndex): Query {
  const { vocabulary } = index;
  const wrote = vocabulary.words(text.slice(0, longestQuery));
  const words = wrote.map((word, at) => mend(word, at === wrote.length - 1, index));
  const isFiller = (word: string) => vocabulary.filler.has(root(word));
  const telling = new Set(tellingWords(words, vocabulary));
  const terms: Term[] = [];
  const dangers = dangersIn(words, vocabulary);
  for (const { part, phrase } of phrasesOf(words, vocabulary)) {
    // A synonym counts when it is one word but for filler.
    const single = (phrase?.others ?? []).map((other) => other.filter((word) => !isFiller(word)));
    const synonyms = single
      .filter(({ length }) => length === 1)
      .map(([word = '']) => [root(word), counts.synonym] as const);
    // A number that nobody says is no subject: "15000 off", "60 days".
    const asked = part
      .map(root)
      .filter((one, at) => telling.has(part[at] ?? '') && (index.postings.has(one) || !/^\d+$/.test(one)));
    for (const one of asked) {
      const forms = formsOf(one, index).map((form) => [form, counts.form] as const);
      terms.push({
        weight: index.weight(one),
        roots: new Map([...(part.length === 1 ? synonyms : []), ...forms, [one, 1]]),
      });
    }
    if (part.length > 1 && synonyms.length > 0)
      terms.push({
        weight: Math.max(...part.map((word) => index.weight(root(word)))),
        roots: new Map(synonyms),
      });
  }
  const about = words.filter((word) => !isFiller(word));
  const mended = wrote.reduce(
    (read, word, at) =>
      word === words[at] ? read : read.replace(new RegExp(`\\b${word}\\b`, 'iu'), words[at] ?? word),
    text.trim().slice(0, longestQuery),
  );
  return {
    terms,
    danger:
      dangers.length === 0
        ? undefined
        : {
            terms: [...new Set(dangers.flatMap(({ means }) => means).map(root))].map((one) => ({
              weight: index.weight(one),
              roots: new Map([[one, 1]]),
            })),
            leads: dangers.map(({ leads }) => leads),
          },
    text: words.join(' '),
    key: keyOfRoots(new Set([...telling].map(root))),
    words: about.length > 0 ? about : words,
    known: knownShare(about, index),
    ofPeople: words.some((word) => vocabulary.tellers.has(root(word))),
    mended: words.some((word, at) => word !== wrote[at]) ? mended : undefined,
  };
}

/** The dangers that words speak of; a vague one only when there is no other. */
function dangersIn(words: readonly string[], vocabulary: Vocabulary): readonly Danger[] {
  const spoken = vocabulary.readings(words).flatMap((reading) => phrasesOf(reading, vocabulary));
  const all = [...new Set(spoken.flatMap(({ phrase }) => phrase?.danger ?? []))].filter(
    ({ unless }) => !words.some((word) => unless.has(root(word))),
  );
  const plain = all.filter(({ vague }) => !vague);
  return plain.length > 0 ? plain : all;
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

/** Cuts words into the longest phrases that the vocabulary has, and single words. A lone filler word is no phrase. */
function phrasesOf(words: readonly string[], vocabulary: Vocabulary): { part: readonly string[]; phrase?: Phrase }[] {
  const found: { part: readonly string[]; phrase?: Phrase }[] = [];
  for (let at = 0; at < words.length;) {
    let length = Math.min(vocabulary.longest, words.length - at);
    let phrase: Phrase | undefined;
    for (; length > 0 && !phrase; length--) {
      const window = words.slice(at, at + length);
      const key = keyOf(window);
      if (length > 1 || !vocabulary.filler.has(key))
        phrase = vocabulary.phrases.get(key) ?? withAnything(window, vocabulary);
    }
    const part = words.slice(at, at + (phrase ? length + 1 : 1));
    found.push({ part, ...(phrase && { phrase }) });
    at += part.length;
  }
  return found;
}

/** A phrase with "something" inside is one with any word there: "threw something at" is "threw a spanner at". */
function withAnything(words: readonly string[], { phrases }: Vocabulary): Phrase | undefined {
  return words
    .slice(2)
    .map((_, before) => phrases.get(keyOf(words.with(before + 1, 'something'))))
    .find((phrase) => phrase !== undefined);
}

/** Other roots that are forms of this one, or words that somebody is still typing: "cancel" for "cancellation". */
function formsOf(one: string, { postings }: SearchIndex): readonly string[] {
  if (one.length < (postings.has(one) ? 5 : 3)) return [];
  return [...postings.keys()].filter((other) => {
    if (other === one || other[0] !== one[0] || Math.abs(other.length - one.length) > 4) return false;
    if (!postings.has(one) && other.startsWith(one)) return true;
    let same = 0;
    while (same < one.length && one[same] === other[same]) same++;
    return same >= Math.max(5, Math.min(one.length, other.length) - 1);
  });
}

/** How much of what a query is about we have heard of. A number says nothing either way: "at 11pm", "60 days". */
function knownShare(about: readonly string[], index: SearchIndex): number {
  const { vocabulary, postings, units, weight } = index;
  let all = 0;
  let known = 0;
  for (const one of about.filter((word) => !/\d/.test(word)).map(root)) {
    const forms = postings.has(one) ? [] : formsOf(one, index);
    const said = Math.max(...[one, ...forms].map((form) => postings.get(form)?.length ?? 0));
    const counts = Math.min(weight(one), mostWeight);
    all += counts;
    known += counts * (vocabulary.roots.has(one) ? 1 : said / (said + doubt(units.length)));
  }
  return all === 0 ? 0 : known / all;
}

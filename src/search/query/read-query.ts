import { longestQuery, root } from './normalise.ts';
import { tellingWords, type SearchIndex } from './search-index.ts';
import { nearest } from './spelling.ts';
import { keyOf, type Phrase, type Vocabulary } from './vocabulary.ts';

/** Something a query asks for: how telling it is, and the roots that answer to it, each with what it counts. */
export interface Term {
  readonly weight: number;
  readonly roots: ReadonlyMap<string, number>;
}

/** What a query means to us. */
export interface Query {
  readonly terms: readonly Term[];
  /** What our pages call the danger that it speaks of; undefined when it speaks of none. */
  readonly danger: readonly Term[] | undefined;
  /** All its words, mended, and as they compare. */
  readonly text: string;
  readonly key: string;
  /** The words that say what it is about, mended; for marking and for the full text. */
  readonly words: readonly string[];
  /** How well known these are to us, from 0 to 1. */
  readonly known: number;
  /** The query with misspelt words mended, when there are any. */
  readonly mended: string | undefined;
}

/** What counts beside a word itself: another form, a synonym, one of a whole phrase; and a word of danger that means none. */
const counts = { form: 0.5, synonym: 0.7, phrase: 0.7, harmless: 0.3 };
/** A word that one thing says is known by a fifth, one that four say by half; where little is said, once is enough. */
const doubt = (units: number): number => Math.min(4, units / 1500);
/** In judging whether a query is for us, no word counts more than this: one unheard word is no proof. */
export const mostWeight = 5;
/** What a mended word counts as known. */
const mendedCounts = 0.8;

/** Reads what somebody typed. Takes anything and never throws. */
export function readQuery(text: string, index: SearchIndex): Query {
  const { vocabulary } = index;
  const wrote = vocabulary.words(text.slice(0, longestQuery));
  const words = wrote.map((word, at) => (at === wrote.length - 1 && isBegun(word, index) ? word : mend(word, index)));
  const term = (roots: Iterable<readonly [string, number]>, weight: number): Term => ({
    weight,
    roots: new Map(roots),
  });
  const isFiller = (word: string) => vocabulary.filler.has(root(word));
  const telling = new Set(tellingWords(words, vocabulary));
  const terms: Term[] = [];
  const means: string[] = [];
  for (const { part, phrase } of phrasesOf(words, vocabulary)) {
    const danger = phrase?.danger && !words.some((word) => phrase.unless.has(root(word)));
    if (danger) means.push(...phrase.others.flat());
    const single = (phrase?.others ?? []).flatMap((other) => singleWord(other, isFiller));
    const synonyms = single.map((word) => [root(word), part.length > 1 ? counts.phrase : counts.synonym] as const);
    for (const one of part.filter((word) => telling.has(word)).map(root))
      terms.push(
        term(
          [
            ...(part.length === 1 ? synonyms : []),
            ...formsOf(one, index).map((form) => [form, counts.form] as const),
            [one, 1],
          ],
          index.weight(one) * (danger || !speaksOfDanger(one, vocabulary) ? 1 : counts.harmless),
        ),
      );
    if (part.length > 1 && synonyms.length > 0)
      terms.push(term(synonyms, Math.max(...part.map((word) => index.weight(root(word))))));
  }
  const about = words.filter((word) => !isFiller(word));
  const mended = words.some((word, at) => word !== wrote[at]);
  return {
    terms,
    danger:
      means.length === 0 ? undefined : [...new Set(means.map(root))].map((one) => term([[one, 1]], index.weight(one))),
    text: words.join(' '),
    key: [...tellingWords(words, vocabulary)].map(root).join(' '),
    words: about.length > 0 ? about : words,
    known: knownShare(words, wrote, index),
    mended: mended
      ? wrote.reduce(
          (read, word, at) => read.replace(new RegExp(`\\b${word}\\b`, 'iu'), words[at] ?? word),
          text.trim().slice(0, longestQuery),
        )
      : undefined,
  };
}

/** Whether a word alone is one of danger. */
const speaksOfDanger = (one: string, { phrases }: Vocabulary): boolean => phrases.get(one)?.danger ?? false;

/** The word of a synonym that is one word but for filler. */
const singleWord = (words: readonly string[], isFiller: (word: string) => boolean): readonly string[] => {
  const telling = words.filter((word) => !isFiller(word));
  return telling.length === 1 ? telling : [];
};

/** Takes the nearest known word for one that nobody here says. */
function mend(word: string, { words, postings, vocabulary }: SearchIndex): string {
  const key = root(word);
  if (postings.has(key) || vocabulary.roots.has(key) || vocabulary.filler.has(key) || words.has(word)) return word;
  return nearest(word, words, (other) => postings.get(root(other))?.length ?? 0) ?? word;
}

/** Whether a last word may still be on its way to one that is known here. */
const isBegun = (word: string, { words }: SearchIndex): boolean =>
  word.length >= 3 && [...words].some((other) => other.startsWith(word));

/** Cuts words into the longest phrases that the vocabulary has, and single words. A lone filler word is no phrase. */
function phrasesOf(words: readonly string[], vocabulary: Vocabulary): { part: readonly string[]; phrase?: Phrase }[] {
  const found: { part: readonly string[]; phrase?: Phrase }[] = [];
  for (let at = 0; at < words.length;) {
    let length = Math.min(vocabulary.longest, words.length - at);
    let phrase: Phrase | undefined;
    for (; length > 0 && !phrase; length--) {
      const key = keyOf(words.slice(at, at + length));
      if (length > 1 || !vocabulary.filler.has(key)) phrase = vocabulary.phrases.get(key);
    }
    const part = words.slice(at, at + (phrase ? length + 1 : 1));
    found.push({ part, ...(phrase && { phrase }) });
    at += part.length;
  }
  return found;
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
function knownShare(words: readonly string[], wrote: readonly string[], index: SearchIndex): number {
  const { vocabulary, postings, units, weight } = index;
  let all = 0;
  let known = 0;
  for (const [at, word] of words.entries()) {
    const key = root(word);
    if (vocabulary.filler.has(key) || /\d/.test(word)) continue;
    const begun = at === words.length - 1 && isBegun(word, index) ? formsOf(key, index) : [];
    const said = Math.max(...[key, ...begun].map((one) => postings.get(one)?.length ?? 0));
    const counts = Math.min(weight(key), mostWeight);
    all += counts;
    known +=
      counts *
      (vocabulary.roots.has(key) ? 1 : said / (said + doubt(units.length))) *
      (word === wrote[at] ? 1 : mendedCounts);
  }
  return all === 0 ? 0 : known / all;
}

import { border } from './aliases.ts';
import { longestQuery, normalise, root, wordsOf } from './normalise.ts';
import { guess } from './spelling.ts';
import type { Term, Wording } from './types.ts';
import { keyOf, type Vocabulary } from './vocabulary.ts';
import type { WordList } from './words.ts';

/** What a synonym counts, measured against the word that the reader wrote. */
export const synonymWeight = 0.8;
/** What the words of a phrase count when they do not stand side by side. */
const looseWeight = 0.25;
/** No more than this many terms of a query are looked for. */
const mostTerms = 10;
/** No more than this many ways to say one term are tried. */
const mostWordings = 6;

/** What a query means to us. */
export interface Prepared {
  readonly terms: readonly Term[];
  /** The words between quotes, if the whole query is one quotation. */
  readonly quotation?: string;
  /** Every word, filler too, in order. */
  readonly all: readonly string[];
  /** The query as we read it: misspelt words mended, the rest as written. */
  readonly read: string;
  /** Whether `read` has mended words. */
  readonly mended: boolean;
}

/** A word on its way to a term. */
interface Token {
  readonly wrote: string;
  /** The word to go by: what was written, or the word of the site taken for it. */
  readonly word: string;
  readonly quoted: boolean;
  readonly corrected?: string;
}

/** Reads a query: finds phrases of the vocabulary, mends misspelt words, drops filler, adds synonyms. */
export function prepare(query: string, vocabulary: Vocabulary, words: WordList): Prepared {
  const text = normalise(query.slice(0, longestQuery * 2)).slice(0, longestQuery);
  const quotation = /^"([^"]+)"$/.exec(text)?.[1];
  // Every second part lies between quotes; an odd number of quotes leaves the last part unquoted.
  const parts = text.split('"');
  const tokens = parts.flatMap((part, at) => {
    const quoted = at % 2 === 1 && at < parts.length - 1;
    const read = wordsOf(part, vocabulary.contractions).filter((word) => word !== border);
    return read.map((word) => (quoted ? asWritten(word) : mend(word, vocabulary, words)));
  });
  const terms = termsOf(tokens, vocabulary, words).slice(0, mostTerms);
  return {
    terms,
    ...(quotation && tokens.length > 0 ? { quotation: tokens.map(({ word }) => word).join(' ') } : {}),
    all: tokens.map(({ word }) => word),
    read: tokens.reduce(
      (read, { wrote, corrected }) => (corrected ? read.replace(new RegExp(wrote, 'iu'), corrected) : read),
      query.trim().slice(0, longestQuery),
    ),
    mended: tokens.some((token) => token.corrected !== undefined),
  };
}

const asWritten = (word: string): Token => ({ wrote: word, word, quoted: true });

/** Takes the nearest known word for one that neither the site nor the vocabulary has. */
function mend(word: string, vocabulary: Vocabulary, words: WordList): Token {
  const plain: Token = { wrote: word, word, quoted: false };
  if (vocabulary.filler.has(word) || words.find(word) || vocabulary.roots.has(root(word))) return plain;
  const found = guess(word, words, vocabulary.words);
  return found === undefined ? plain : { ...plain, word: found, corrected: found };
}

/** Joins tokens to the longest phrases the vocabulary has; what is left and is no filler stands alone. */
function termsOf(tokens: readonly Token[], vocabulary: Vocabulary, words: WordList): Term[] {
  const isFiller = (token: Token) => !token.quoted && vocabulary.filler.has(token.word);
  const keepFiller = tokens.every((token, at) => isFiller(token) && phraseAt(tokens, at, vocabulary) === 0);
  const terms: Term[] = [];
  for (let at = 0; at < tokens.length;) {
    const length = phraseAt(tokens, at, vocabulary);
    const taken = tokens.slice(at, at + Math.max(1, length));
    at += taken.length;
    if (length === 0 && !keepFiller && taken.every(isFiller)) continue;
    terms.push(termOf(taken, vocabulary, words));
  }
  const seen = new Set<string>();
  return terms.filter((term) => !seen.has(term.wrote) && seen.add(term.wrote));
}

/** How many tokens from here form a phrase of the vocabulary; 0: none. A lone filler word is no phrase. */
function phraseAt(tokens: readonly Token[], at: number, vocabulary: Vocabulary): number {
  for (let length = Math.min(vocabulary.longest, tokens.length - at); length > 0; length--) {
    const phrase = tokens.slice(at, at + length);
    if (phrase.some((token) => token.quoted)) continue;
    if (phrase.length === 1 && phrase.every((token) => vocabulary.filler.has(token.word))) continue;
    if (vocabulary.synonyms.has(keyOf(phrase.map((token) => token.word)))) return length;
  }
  return 0;
}

function termOf(tokens: readonly Token[], vocabulary: Vocabulary, words: WordList): Term {
  const phrase = tokens.map((token) => token.word);
  const synonyms = tokens.some((token) => token.quoted) ? [] : (vocabulary.synonyms.get(keyOf(phrase)) ?? []);
  const wordings: Wording[] = [];
  let strong = false;
  const add = (found: ReturnType<typeof onSite>, weight: number) => {
    if (found === undefined || wordings.length === mostWordings || wordings.some(({ text }) => text === found.text))
      return;
    wordings.push({ text: found.text, weight, loose: found.loose });
    strong ||= found.strong;
  };
  add(onSite(phrase, vocabulary, words), 1);
  const telling = tellingOf(phrase, vocabulary);
  if (phrase.length > 1) add(onSite(telling, vocabulary, words), (looseWeight * telling.length) / phrase.length);
  for (const synonym of synonyms) add(onSite(synonym.split(' '), vocabulary, words), synonymWeight);
  const corrected = tokens.find((token) => token.corrected !== undefined)?.corrected;
  return {
    wrote: tokens.map((token) => token.wrote).join(' '),
    wordings,
    strong,
    ours: vocabulary.ours.has(keyOf(phrase)),
    danger: vocabulary.danger.has(keyOf(phrase)),
    ...(corrected === undefined ? {} : { corrected }),
  };
}

/** A phrase without its filler, unless it has nothing else. */
function tellingOf(phrase: readonly string[], vocabulary: Vocabulary): readonly string[] {
  const telling = phrase.filter((word) => !vocabulary.filler.has(word));
  return telling.length > 0 ? telling : phrase;
}

/**
 * What to send for a phrase, if the site has all its telling words. When filler makes the phrase ("turn up", "not my
 * call"), the telling words alone would be found everywhere: then the words must stand side by side.
 */
function onSite(phrase: readonly string[], vocabulary: Vocabulary, words: WordList) {
  const found = tellingOf(phrase, vocabulary).map((word) => words.find(word));
  if (!found.every((word) => word !== undefined)) return undefined;
  const strong = found.every((word) => word.strong);
  if (phrase.length > 1 && found.length < phrase.length) return { text: `"${phrase.join(' ')}"`, strong, loose: false };
  return {
    text: found.map(({ word }) => word).join(' '),
    strong,
    loose: found.length === 1 && found.some(({ loose }) => loose),
  };
}

import { root } from './normalise.ts';
import { tellingWords, readVocabulary } from './vocabulary.ts';
import type { Kind, SearchData, SearchVocabulary } from './types.ts';

/*
 * `search.json`, as short as it can be read: lists in place of names, and words by number in what is compared and never
 * shown. A line there is its words, each as the letter of its number; the order of words means nothing to search.
 */

/** `search.json`. */
export interface Packed {
  /** The words that the numbers stand for, the most frequent first. */
  readonly words: string;
  readonly pages: readonly (readonly [
    kind: Kind,
    url: string,
    title: string,
    summary: string,
    parts: readonly (readonly [says: string, behind: string])[],
    words: number,
  ])[];
  /** Other pages are named by their place. */
  readonly situations: readonly (readonly [
    url: string,
    says: string,
    first: string,
    guide: number,
    words: number,
    decide: number,
  ])[];
  /** What people say, of each page and then of each situation, with an empty line between. In one piece it packs better. */
  readonly says: string;
  readonly vocabulary: SearchVocabulary;
}

/** A word that fewer lines have is left out of those that have others: it would take more bytes than it finds. */
const leastLines = 2;
/** The letter of the first number: behind the signs that JSON or the lines themselves need. */
const firstLetter = 35;

/**
 * Packs what search needs. What is not compared need not travel: words that say nothing, endings, words that one line
 * alone has, a second line of the same words.
 */
export function pack({ pages, situations, vocabulary }: SearchData): Packed {
  const read = readVocabulary(vocabulary);
  const roots = (line: string) => [...new Set(tellingWords(read.words(line), read).map(root))];
  const all = [...pages.flatMap(({ says }) => says), ...situations.flatMap(({ aliases }) => aliases)];
  const shortest = new Map<string, string>();
  for (const word of all.flatMap(read.words).sort())
    if (word.length < (shortest.get(root(word))?.length ?? Infinity)) shortest.set(root(word), word);
  const said = new Map<string, number>();
  for (const one of all.flatMap(roots)) said.set(one, (said.get(one) ?? 0) + 1);
  const kept = (line: string) => {
    const shared = roots(line).filter((one) => (said.get(one) ?? 0) >= leastLines);
    return shared.length > 1 ? shared : roots(line);
  };
  const used = new Set(all.flatMap(kept));
  const byNumber = [...said].filter(([one]) => used.has(one)).sort(([, a], [, b]) => b - a);
  const numbers = new Map(byNumber.map(([one], at) => [one, at]));
  const letters = (line: string) =>
    kept(line)
      .map((one) => numbers.get(one) ?? 0)
      .sort((a, b) => b - a)
      .map((number) => String.fromCodePoint(firstLetter + number))
      .join('');
  const place = (url: string) => pages.findIndex((page) => page.url === url);
  const lines = (says: readonly string[]) => [...new Set(says.map(letters))].sort().join('\n');
  // In this order it packs best: numbers first, then text beside text.
  return {
    says: [...pages.map(({ says }) => lines(says)), ...situations.map(({ aliases }) => lines(aliases))].join('\n\n'),
    vocabulary,
    words: byNumber.map(([one]) => shortest.get(one) ?? one).join(' '),
    situations: situations.map(({ url, says, first, guide, words, decide }) => [
      url,
      says,
      first,
      ...([guide, words, decide].map(place) as [number, number, number]),
    ]),
    pages: pages.map(({ kind, url, title, summary, parts, words }) => [
      kind,
      url,
      title,
      summary,
      parts.map((part) => [part.says, part.url.slice(url.length)]),
      words === undefined ? -1 : place(words),
    ]),
  };
}

/** Reads `search.json`. */
export function unpack({ words, pages, situations, says, vocabulary }: Packed): SearchData {
  const byNumber = words.split(' ');
  const word = (letter: string) => byNumber[(letter.codePointAt(0) ?? 0) - firstLetter] ?? '';
  const address = (place: number) => pages[place]?.[1];
  const lines = says
    .split('\n\n')
    .map((own) => (own ? own.split('\n').map((line) => [...line].map(word).join(' ')) : []));
  return {
    pages: pages.map(([kind, url, title, summary, parts, script], at) => ({
      kind,
      url,
      title,
      summary,
      says: lines[at] ?? [],
      parts: parts.map(([says, behind]) => ({ says, url: url + behind })),
      words: address(script),
    })),
    situations: situations.map(([url, says, first, guide, script, decide], at) => ({
      url,
      says,
      first,
      guide: address(guide) ?? '',
      words: address(script) ?? '',
      decide: address(decide) ?? '',
      aliases: lines[pages.length + at] ?? [],
    })),
    vocabulary,
  };
}

import { root } from './normalise.ts';
import { keyOfRoots, put } from './search-index.ts';
import { tellingWords, readVocabulary } from './vocabulary.ts';
import type { Kind, SearchData, SearchPage, SearchVocabulary } from './types.ts';

/*
 * `search.json`, as short as it can be read: lists in place of names, and what is compared and never shown word by word.
 * Each word has the lines it is in, as letters: how far each is from the one before. Lines that share words stand side by
 * side, and pages too, so most of these are one step. The order of words in a line means nothing to search.
 */

/** `search.json`. */
export interface Packed {
  /** What people say: the words in the order of the alphabet, each without the beginning that it shares with the one before. */
  readonly words: string;
  /** The lines that each of these words is in, one word a line. */
  readonly lines: string;
  /** How many lines each page and then each situation has. */
  readonly counts: string;
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
  readonly vocabulary: SearchVocabulary;
}

/** A word that fewer lines have is left out of those that have others: it would take more bytes than it finds. */
const leastLines = 2;
/** More things than this are not put in order. */
const mostOrdered = 500;
/** The letter of the number 0, behind the signs that JSON needs; halves of letters are left out. */
const firstLetter = 35;
const halves = { from: 0xd8_00, many: 0x8_00 };
const letterOf = (number: number): string => {
  const code = firstLetter + number;
  return String.fromCodePoint(code < halves.from ? code : code + halves.many);
};
const numberOf = (letter: string): number => {
  const code = letter.codePointAt(0) ?? 0;
  return (code < halves.from ? code : code - halves.many) - firstLetter;
};

/**
 * Packs what search needs. What is not compared need not travel: words that say nothing, endings, words that one line
 * alone has, a second line of the same words.
 */
export function pack({ pages: given, situations, vocabulary }: SearchData): Packed {
  const read = readVocabulary(vocabulary);
  const rootsOf = (line: string) => [...new Set(tellingWords(read.words(line), read).map(root))];
  const everything = [...given.flatMap(({ says }) => says), ...situations.flatMap(({ aliases }) => aliases)];
  const shortest = new Map<string, string>();
  for (const word of everything.flatMap(read.words).sort())
    if (word.length < (shortest.get(root(word))?.length ?? Infinity)) shortest.set(root(word), word);
  const said = new Map<string, number>();
  for (const one of everything.flatMap(rootsOf)) said.set(one, (said.get(one) ?? 0) + 1);
  /** How much two sets of roots share: what is seldom said counts most. */
  const shared = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
    [...one].reduce((sum, each) => sum + (other.has(each) ? 1 / (said.get(each) ?? 1) : 0), 0);
  // The order of pages means nothing to search either. Those of which nothing is said are never told apart by it.
  const ofPage = new Map(given.map((page) => [page, new Set(page.says.flatMap(rootsOf))]));
  const setOf = (page: SearchPage) => ofPage.get(page) ?? new Set();
  const pages = [
    ...sideBySide(
      given.filter(({ says }) => says.length > 0),
      (a, b) => shared(setOf(a), setOf(b)) / Math.sqrt(setOf(a).size * setOf(b).size || 1),
    ),
    ...given.filter(({ says }) => says.length === 0),
  ];
  const owners = [...pages.map(({ says }) => says), ...situations.map(({ aliases }) => aliases)];
  const kept = (line: string) => {
    const all = rootsOf(line);
    const shared = all.filter((one) => (said.get(one) ?? 0) >= leastLines);
    return new Set(shared.length > 1 ? shared : all);
  };
  const lines = owners.map((own) => {
    const different = new Map(own.map(kept).map((line) => [keyOfRoots(line), line]));
    different.delete('');
    return sideBySide([...different.values()], shared);
  });
  const places = new Map<string, number[]>();
  for (const [at, line] of lines.flat().entries()) for (const one of line) put(places, shortest.get(one) ?? one, at);
  const words = [...places.keys()].sort();
  const place = (url: string) => pages.findIndex((page) => page.url === url);
  // In this order it packs best: numbers first, then text beside text.
  return {
    lines: words.map((word) => steps(places.get(word) ?? [])).join('\n'),
    counts: lines.map(({ length }) => letterOf(length)).join(''),
    vocabulary,
    words: words.map((word, at) => withoutShared(word, words[at - 1] ?? '')).join(''),
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

/** Each number by its distance from the one before. */
const steps = (numbers: readonly number[]): string =>
  numbers.map((number, at) => letterOf(number - (numbers[at - 1] ?? 0))).join('');

/** A word after a capital that says how many letters it shares with the one before. */
function withoutShared(word: string, before: string): string {
  let same = 0;
  while (same < word.length && same < 25 && word[same] === before[same]) same++;
  return String.fromCodePoint(65 + same) + word.slice(same);
}

/**
 * Orders things so that each stands beside those that it shares most with: each behind the nearest of those that are left,
 * and then stretches are turned round as long as that brings more together (2-opt). Very many stay as they
 * are: the time grows with their square.
 */
function sideBySide<Thing>(things: readonly Thing[], shared: (one: Thing, other: Thing) => number): Thing[] {
  if (things.length > mostOrdered) return [...things];
  const left = new Set(things);
  const order: Thing[] = [];
  while (left.size > 0) {
    const last = order.at(-1);
    const best = [...left].reduce((a, b) => (last !== undefined && shared(last, b) > shared(last, a) ? b : a));
    order.push(best);
    left.delete(best);
  }
  for (let turned = true; turned;) {
    turned = false;
    for (let from = 1; from < order.length - 2; from++)
      for (let to = from + 1; to < order.length - 1; to++) {
        const [before, first, last, after] = [order[from - 1], order[from], order[to], order[to + 1]] as [
          Thing,
          Thing,
          Thing,
          Thing,
        ];
        if (shared(before, last) + shared(first, after) <= shared(before, first) + shared(last, after) + 1e-9) continue;
        order.splice(from, to - from + 1, ...order.slice(from, to + 1).reverse());
        turned = true;
      }
  }
  return order;
}

/** Reads `search.json`. */
export function unpack({ words, lines, counts, pages, situations, vocabulary }: Packed): SearchData {
  const address = (place: number) => pages[place]?.[1];
  const all: string[][] = [];
  let word = '';
  const each = words.match(/[A-Z][^A-Z]*/g) ?? [];
  for (const [at, own] of lines.split('\n').entries()) {
    const rest = each[at] ?? 'A';
    word = word.slice(0, rest.charCodeAt(0) - 65) + rest.slice(1);
    let line = 0;
    for (const letter of own) (all[(line += numberOf(letter))] ??= []).push(word);
  }
  let from = 0;
  const owners = [...counts].map((letter) => all.slice(from, (from += numberOf(letter))).map((line) => line.join(' ')));
  return {
    pages: pages.map(([kind, url, title, summary, parts, script], at) => ({
      kind,
      url,
      title,
      summary,
      says: owners[at] ?? [],
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
      aliases: owners[pages.length + at] ?? [],
    })),
    vocabulary,
  };
}

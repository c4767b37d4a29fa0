import { root } from './normalise.ts';
import { keyOfRoots, put } from './search-index.ts';
import { tellingWords, readVocabulary } from './vocabulary.ts';
import type { SearchData, SearchPage, SearchVocabulary, Situation } from './types.ts';

/*
 * `search.json`, as short as it can be read. What is compared and never shown is written word by word: each word with the
 * lines it is in, as letters: how far each is from the one before. Lines that share words stand side by side, and pages
 * too, so most of these are one step. The order of words in a line means nothing to search.
 */

/** `search.json`. */
export interface Packed {
  /** What people say: the words in the order of the alphabet, each without the beginning that it shares with the one before. */
  readonly words: string;
  /** The lines that each of these words is in, one word a line. */
  readonly lines: string;
  /** How many lines each page and then each situation has. */
  readonly counts: string;
  /** What each of these words says of danger, a letter each. */
  readonly worths: string;
  /** Other roots that say something of danger, by what they say. */
  readonly more: Readonly<Record<string, string>>;
  readonly pages: Columns<Omit<SearchPage, 'says'>>;
  readonly situations: Columns<Omit<Situation, 'aliases'>>;
  /** The vocabulary, each list of its phrases as one text. */
  readonly vocabulary: Readonly<Record<string, unknown>>;
}

/** Things of one kind, field by field: addresses beside addresses, titles beside titles. */
type Columns<Row> = { readonly [Field in keyof Row]: readonly Row[Field][] };

/** A word that fewer lines have is left out of those that have others: it would take more bytes than it finds. */
const leastLines = 2;
/** A word that no line has travels for this alone when it says as much of danger. */
const leastAlone = 2;
/** More things than this are not put in order: the time for it grows with their square. */
const mostOrdered = 500;
/** The letter of the number 0, behind the signs that JSON needs. */
const firstLetter = 35;
const letterOf = (number: number): string => String.fromCharCode(firstLetter + number);
const numberOf = (letter: string): number => letter.charCodeAt(0) - firstLetter;

/** What a word says of danger, as a letter: hardly any says more than this, one way or the other. */
const mostWorth = 6;
const worthAsLetter = (worth = 0): string => letterOf(mostWorth + Math.max(-mostWorth, Math.min(mostWorth, worth)));

/**
 * Packs what search needs. What is not compared need not travel: words that say nothing, endings, words that one line
 * alone has, a second line of the same words.
 */
export function pack({ pages: given, situations, vocabulary, worths }: SearchData): Packed {
  const read = readVocabulary(vocabulary);
  const rootsOf = (line: string) => [...new Set(tellingWords(read.words(line), read).map(root))];
  const everything = [...given.flatMap(({ says }) => says), ...situations.flatMap(({ aliases }) => aliases)];
  const longestFirst = everything.flatMap(read.words).sort((a, b) => b.length - a.length || (a < b ? 1 : -1));
  const shortest = new Map(longestFirst.map((word) => [root(word), word]));
  const said = new Map<string, number>();
  for (const one of everything.flatMap(rootsOf)) said.set(one, (said.get(one) ?? 0) + 1);
  const kept = (line: string) => {
    const all = rootsOf(line);
    const shared = all.filter((one) => (said.get(one) ?? 0) >= leastLines);
    return new Set(shared.length > 1 ? shared : all);
  };
  const pages = sideBySide(given, ({ says }) => new Set(says.flatMap(rootsOf)));
  const lines = [...pages.map(({ says }) => says), ...situations.map(({ aliases }) => aliases)].map((own) => {
    const different = new Map(own.map(kept).map((line) => [keyOfRoots(line), line]));
    const some = [...different.values()].filter(({ size }) => size > 0);
    // The longest find their places first: of all orders that were tried this packs best.
    some.sort((a, b) => b.size - a.size);
    return sideBySide(some, (line) => line);
  });
  const places = new Map<string, number[]>();
  for (const [at, line] of lines.flat().entries()) for (const one of line) put(places, shortest.get(one) ?? one, at);
  const words = [...places.keys()].sort();
  const steps = (lines: readonly number[] = []) =>
    lines.map((line, at) => letterOf(line - (lines[at - 1] ?? 0))).join('');
  // In this order, of fields too, it packs best.
  return {
    lines: words.map((word) => steps(places.get(word))).join('\n'),
    words: words.map((word, at) => withoutShared(word, words[at - 1] ?? '')).join(''),
    worths: words.map((word) => worthAsLetter(worths.get(root(word)))).join(''),
    more: moreWorths(worths, new Set(words.map(root))),
    vocabulary: JSON.parse(JSON.stringify(vocabulary, joined)) as Packed['vocabulary'],
    situations: toColumns(situations.map(({ aliases: _, ...shown }) => shown)),
    pages: toColumns(pages.map(({ says: _, ...shown }) => shown)),
    counts: lines.map(({ length }) => letterOf(length)).join(''),
  };
}

/**
 * A list of phrases as one text, and back: what JSON puts between two of them is a twentieth of what search loads. One with
 * a comma in a phrase stays as it is.
 */
const joined = (_: string, value: unknown): unknown =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string' && !one.includes(','))
    ? `,${value.join(',')}`
    : value;
const apart = (_: string, value: unknown): unknown =>
  typeof value === 'string' && value.startsWith(',') ? value.slice(1).split(',') : value;

/** What roots beside some say of danger. */
function moreWorths(worths: SearchData['worths'], beside: ReadonlySet<string>): Packed['more'] {
  const much = [...worths].filter(([one, worth]) => !beside.has(one) && Math.abs(worth) >= leastAlone).sort();
  const by = Map.groupBy(much, ([, worth]) => worth);
  return Object.fromEntries([...by].map(([worth, all]) => [worth, all.map(([one]) => one).join(' ')]));
}

/** A word after a capital that says how many letters it shares with the one before. */
function withoutShared(word: string, before: string): string {
  let same = 0;
  while (same < word.length && same < 25 && word[same] === before[same]) same++;
  return String.fromCharCode(65 + same) + word.slice(same);
}

/** Orders things so that each stands beside those that it shares words with: one after the other goes where it brings most together. */
function sideBySide<Thing>(things: readonly Thing[], wordsOf: (thing: Thing) => ReadonlySet<string>): Thing[] {
  if (things.length > mostOrdered) return [...things];
  const words = new Map<Thing | undefined, ReadonlySet<string>>(things.map((thing) => [thing, wordsOf(thing)]));
  const shared = (one: Thing | undefined, other: Thing | undefined): number =>
    [...(words.get(one) ?? [])].filter((word) => words.get(other)?.has(word)).length;
  const order: Thing[] = [];
  for (const thing of things) {
    const gains = [...order, undefined].map(
      (after, at) => shared(order[at - 1], thing) + shared(thing, after) - shared(order[at - 1], after),
    );
    order.splice(gains.indexOf(Math.max(...gains)), 0, thing);
  }
  return order;
}

function toColumns<Row extends object>(rows: readonly Row[]): Columns<Row> {
  const columns: { [Field in keyof Row]?: Row[Field][] } = {};
  for (const field of Object.keys(rows[0] ?? {}) as (keyof Row)[]) columns[field] = rows.map((row) => row[field]);
  return columns as Columns<Row>;
}

function toRows<Row>(columns: Columns<Row>): Row[] {
  const fields = Object.entries<readonly unknown[]>(columns);
  const [, first = []] = fields[0] ?? [];
  return first.map((_, at) => Object.fromEntries(fields.map(([field, values]) => [field, values[at]])) as Row);
}

/** Reads `search.json`. */
export function unpack({ words, worths, more, lines, counts, pages, situations, vocabulary }: Packed): SearchData {
  const worthOf = new Map(
    Object.entries(more).flatMap(([worth, all]) => all.split(' ').map((one) => [one, Number(worth)] as const)),
  );
  const all: string[][] = [];
  let word = '';
  const each = words.match(/[A-Z][^A-Z]*/g) ?? [];
  for (const [at, own] of lines.split('\n').entries()) {
    const rest = each[at] ?? 'A';
    word = word.slice(0, rest.charCodeAt(0) - 65) + rest.slice(1);
    worthOf.set(root(word), numberOf(worths[at] ?? worthAsLetter()) - mostWorth);
    let line = 0;
    for (const letter of own.split('')) (all[(line += numberOf(letter))] ??= []).push(word);
  }
  let from = 0;
  const owners = counts
    .split('')
    .map((letter) => all.slice(from, (from += numberOf(letter))).map((line) => line.join(' ')));
  const [ofPages, ofSituations] = [toRows(pages), toRows(situations)];
  return {
    pages: ofPages.map((page, at) => ({ ...page, says: owners[at] ?? [] })),
    situations: ofSituations.map((one, at) => ({ ...one, aliases: owners[ofPages.length + at] ?? [] })),
    vocabulary: JSON.parse(JSON.stringify(vocabulary), apart) as SearchVocabulary,
    worths: worthOf,
  };
}

import { library as words } from '../../i18n/en.ts';

/** What the library knows of a script for filtering. */
export interface ScriptFacts {
  readonly topic: string;
  readonly situations: readonly string[];
  readonly channels: readonly string[];
  readonly tones: readonly string[];
  /** Everything that words may be found in, in any case. */
  readonly text: string;
}

/** What the reader asks for. An empty part asks for nothing. */
export interface ScriptFilter {
  readonly topic: string;
  readonly situation: string;
  readonly channel: string;
  readonly tone: string;
  readonly words: string;
}

/** The parts of a filter, which are also their names in the address. */
export const filterParts = ['situation', 'topic', 'channel', 'tone', 'words'] as const;

/**
 * Says whether a script is what the reader asks for: every part must match, and every word must begin a word of its text.
 *
 * @param facts what is known of the script
 * @param filter what is asked for
 * @returns true when it does; never throws
 */
export function matches(facts: ScriptFacts, filter: ScriptFilter): boolean {
  const words = plainWords(filter.words);
  const own = plainWords(facts.text);
  return (
    (filter.topic === '' || facts.topic === filter.topic) &&
    (filter.situation === '' || facts.situations.includes(filter.situation)) &&
    (filter.channel === '' || facts.channels.includes(filter.channel)) &&
    (filter.tone === '' || facts.tones.includes(filter.tone)) &&
    words.every((word) => own.some((other) => other.startsWith(word)))
  );
}

/**
 * Picks the words of aliases that the reader does not see.
 *
 * @param aliases words and phrases
 * @param shown what is shown of the script
 * @returns each word once, with blanks between
 */
export function unseenWords(aliases: readonly string[], shown: string): string {
  const seen = new Set(plainWords(shown));
  return [...new Set(plainWords(aliases.join(' ')))].filter((word) => !seen.has(word)).join(' ');
}

const plainWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Reads a filter from the fragment of an address.
 *
 * @param text such as `channel=phone&words=money`, with or without a sign before it
 * @returns the filter; parts that are not there are empty
 */
export function readFilter(text: string): ScriptFilter {
  const values = new URLSearchParams(text.replace(/^#/, ''));
  const [situation = '', topic = '', channel = '', tone = '', words = ''] = filterParts.map(
    (part) => values.get(part) ?? '',
  );
  return { situation, topic, channel, tone, words };
}

/**
 * Writes a filter as the fragment of an address.
 *
 * @returns such as `#channel=phone`; empty when nothing is asked for
 */
export function writeFilter(filter: ScriptFilter): string {
  const values = new URLSearchParams(
    filterParts.flatMap((part) => (filter[part] === '' ? [] : [[part, filter[part]]])),
  );
  return values.size > 0 ? `#${values.toString()}` : '';
}

/**
 * Asks for less when nothing fits: first without the words, then without the tone, then without the channel.
 *
 * @param all what is known of each script
 * @param filter what is asked for, and found nowhere
 * @returns the first filter that finds something and still asks for something; undefined when there is none
 */
export function nearest(all: readonly ScriptFacts[], filter: ScriptFilter): ScriptFilter | undefined {
  const less = [
    { ...filter, words: '' },
    { ...filter, words: '', tone: '' },
    { ...filter, words: '', tone: '', channel: '' },
  ];
  return less.find((one) => writeFilter(one) !== '' && all.some((facts) => matches(facts, one)));
}

/**
 * Says in words how many scripts there are to see.
 *
 * @param shown how many match
 * @param all how many there are
 */
export const countInWords = (shown: number, all: number): string =>
  shown === all ? words.all(all) : shown === 0 ? words.none : words.some(shown, all);

import { syllable } from 'syllable';

/** The text of a guide as a reader meets it, without what other files write into it. */
export interface Prose {
  /** Headings, in order. */
  readonly headings: readonly string[];
  /** Paragraphs, list entries and quotations, each as one line of plain text. */
  readonly blocks: readonly string[];
}

/** What stands in the text for a component inside a sentence, such as the role for `<Who role="manager" />`. */
export type InWords = (component: string, property: string) => string;

/**
 * Reads the body of an MDX file as plain text.
 *
 * @param body the text below the front matter
 * @param inWords what a component inside a sentence says. Components on lines of their own say nothing here.
 */
export function proseOf(body: string, inWords: InWords): Prose {
  const headings: string[] = [];
  const blocks: string[] = [];
  let open = false;
  for (const line of body.split(/\r?\n/)) {
    const text = line.trim().replace(/^(?:> ?)+/, '');
    if (text === '' || /^<\/?[A-Z][^>]*>$/.test(text)) {
      open = false;
      continue;
    }
    const heading = /^#+ (.+)$/.exec(text)?.[1];
    if (heading !== undefined) {
      headings.push(plain(heading, inWords));
      open = false;
      continue;
    }
    const entry = /^(?:[-*+]|\d+\.) +(.+)$/.exec(text)?.[1];
    const said = plain(entry ?? text, inWords);
    if (open && entry === undefined) blocks.push(`${blocks.pop()} ${said}`);
    else blocks.push(said);
    open = true;
  }
  return { headings, blocks };
}

/** A line of Markdown without its marks. */
const plain = (text: string, inWords: InWords): string =>
  text
    .replace(/<([A-Z]\w*)[^>]*?(?:="([^"]*)"[^>]*)?\/>/g, (_, component: string, property: string = '') =>
      inWords(component, property),
    )
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]/g, '')
    .trim();

/** The words of a text. A number is a word. */
export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu) ?? [];

/** The sentences of a block of text. What follows the last full stop is one too. */
export const sentencesOf = (block: string): string[] =>
  block.split(/(?<=[.!?]["'”’)]*)\s+/).filter((sentence) => wordsOf(sentence).length > 0);

/** How many words a guide has, its headings included. */
export const wordCount = ({ headings, blocks }: Prose): number =>
  [...headings, ...blocks].reduce((sum, text) => sum + wordsOf(text).length, 0);

/**
 * The Flesch-Kincaid grade of a text: the years of school that it asks of a reader, from the length of sentences and
 * of words. Headings do not count, since they would make every text look easier.
 */
export function readingGrade({ blocks }: Prose): number {
  const sentences = blocks.flatMap(sentencesOf);
  const words = blocks.flatMap(wordsOf);
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

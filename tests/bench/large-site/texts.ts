import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../../support/built-pages.ts';
import { inTurn } from '../../support/must.ts';

/** The text of a guide to be: its title and its Markdown. */
export interface Text {
  readonly title: string;
  readonly markdown: string;
}

/** Numbers from 0 to 1, the same ones each time. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const withoutFrontMatter = (text: string): string => text.replace(/^---\r?\n[\s\S]*?\r?\n---[ \t]*\r?\n/, '');

/**
 * Every Markdown file of a folder as a text, in order.
 * @param folder any folder with Markdown in it, at any depth
 * @throws when there is none
 */
export function textsOf(folder: string): Text[] {
  const texts = filesIn(folder)
    .filter((file) => /\.mdx?$/.test(file))
    .sort()
    .map((file) => ({ file, markdown: withoutFrontMatter(readFileSync(join(folder, file), 'utf8')).trim() }))
    .filter(({ markdown }) => markdown !== '')
    .map(({ file, markdown }) => ({ title: /^# +(.+)$/m.exec(markdown)?.[1] ?? file, markdown }));
  if (texts.length === 0) throw new Error(`${folder} holds no Markdown file with text in it.`);
  return texts;
}

const syllables = [...'bcdfglmnprstv'].flatMap((consonant) => [...'aeiou'].map((vowel) => consonant + vowel));

/** A word that no language has; the same for the same number. */
function inventedWord(number: number): string {
  let word = '';
  for (let rest = number + syllables.length ** 2; rest > 0; rest = Math.floor(rest / syllables.length))
    word += syllables[rest % syllables.length];
  return word;
}

/**
 * Makes texts up. Most words are the site's own, as often as the site has them; one in forty is invented, so that the
 * number of different words grows with the number of texts, as it does in real ones.
 * @param amount how many texts
 * @param sample text of the site, from which to take words
 */
export function madeUpTexts(amount: number, sample: string): Text[] {
  const random = seeded(1);
  const own = withoutFrontMatter(sample).match(/\p{L}+/gu) ?? ['word'];
  const word = (): string =>
    random() < 0.025
      ? inventedWord(Math.floor(random() ** 3 * 60_000))
      : inTurn(own, Math.floor(random() * own.length));
  const words = (least: number, most: number): string =>
    Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, word).join(' ');
  const times = (least: number, most: number, make: () => string, between: string): string =>
    Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, make).join(between);
  const sentence = (): string => `${words(6, 16)}.`;
  const section = (): string =>
    `## ${words(2, 5)}\n\n${times(1, 3, () => times(2, 4, sentence, ' '), '\n\n')}\n\n${times(2, 5, () => `- ${sentence()}`, '\n')}`;
  return Array.from({ length: amount }, () => ({
    title: words(3, 6),
    markdown: `${times(2, 4, sentence, ' ')}\n\n${times(3, 6, section, '\n\n')}`,
  }));
}

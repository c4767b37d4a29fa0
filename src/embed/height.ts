import type { Script, Tree } from '../content/content.ts';
import { paragraphs, spokenLines } from '../script/engine/lines.ts';
import { fillVariant, parseVariant } from '../script/engine/message.ts';
import { plain } from '../script/engine/plain.ts';

// A frame stays as high as its code says, unless the page around listens. So the code says what fits on a page about 720
// pixels wide. It is reckoned from the words, since the true height needs a browser and differs with the fonts of each
// machine; the figures were read off in one, and tests/site/browser/frames.test.ts holds them against one.

/** How many lines a text takes where so many characters go into one. */
const linesOf = (text: string | undefined, characters: number): number =>
  text ? text.split('\n').reduce((sum, part) => sum + Math.ceil(part.length / characters), 0) : 0;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
/** More than a desk's window shows at once. */
const screenful = 960;
/** A figure that people write. */
const rounded = (height: number): number => Math.ceil(height / 20) * 20;

/**
 * How high the frame of a tree is, in pixels: three of four of its questions fit whole, down to Continue, unless they are
 * longer than a window. Those that do not are long lists of what may be the case; with room for them the frame would be half empty at the start and most of the way.
 */
export function treeHeight({ questions }: Pick<Tree, 'questions'>): number {
  const heights = questions
    .map(({ ask, why, answers, kind }) => {
      const lines = sum(answers.map(({ text, help }) => linesOf(text, 64) + linesOf(help, 64)));
      const others = (kind === 'several' ? 42 : 0) + (answers.some(({ unknown }) => unknown) ? 33 : 0);
      return 281 + 29 * linesOf(ask, 52) + 27 * linesOf(why, 74) + 26.5 * lines + 35.5 * answers.length + others;
    })
    .sort((a, b) => a - b);
  return rounded(Math.min(heights[Math.ceil(heights.length * 0.75) - 1] ?? 0, screenful));
}

/**
 * How high the frame of a script is, in pixels: the longest of its wordings fits, with what is done with it. The fields below
 * are as long again, or twice; they scroll, and each gap in the words opens its own.
 */
export function scriptHeight({ variants }: Pick<Script, 'variants'>): number {
  const heights = variants.map((variant) => {
    const { text, gaps } = fillVariant(parseVariant(variant), {}, {}, { locale: 'en', currency: 'GBP', today: '' });
    const isSpoken = variant.channel === 'phone' || variant.channel === 'in-person';
    const parts = isSpoken ? spokenLines(text) : paragraphs(text);
    const lines = sum(parts.map((part) => linesOf(plain(part), isSpoken ? 58 : 78)));
    if (isSpoken) return 320 + 17 * lines + 36 * parts.length + 4 * gaps.length;
    return (variant.channel === 'email' ? 370 : 280) + 24 * lines + 20 * parts.length + 9 * gaps.length;
  });
  return rounded(Math.max(...heights));
}

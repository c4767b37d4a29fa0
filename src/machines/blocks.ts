import type { Block, Inline } from './to-markdown.ts';
import { readMarks } from '../i18n/marks.ts';

/** A paragraph of words, or of what stands in it. */
export const paragraph = (...words: readonly (string | Inline)[]): Block => ({
  type: 'paragraph',
  children: words.map(inline),
});

/** A heading. @param depth 1 for the whole page */
export const heading = (depth: 1 | 2 | 3, words: string): Block => ({
  type: 'heading',
  depth,
  children: [{ type: 'text', value: words }],
});

/** Words as they stand. */
const inline = (words: string | Inline): Inline => (typeof words === 'string' ? { type: 'text', value: words } : words);

export const strong = (words: string): Inline => ({ type: 'strong', children: [{ type: 'text', value: words }] });
export const code = (words: string): Inline => ({ type: 'inlineCode', value: words });
export const link = (words: string, url: string): Inline => ({
  type: 'link',
  url,
  children: [{ type: 'text', value: words }],
});

/** A list, each entry one line. */
export const list = (entries: readonly (readonly (string | Inline)[])[], ordered = false): Block => ({
  type: 'list',
  ordered,
  spread: false,
  children: entries.map((words) => ({ type: 'listItem', spread: false, children: [paragraph(...words)] })),
});

/** A heading with a list below it; nothing when the list is empty. */
export const listed = (title: string, entries: readonly (readonly (string | Inline)[])[], ordered = false): Block[] =>
  entries.length > 0 ? [heading(2, title), list(entries, ordered)] : [];

/** Words to be said or sent, exactly as they stand. */
export const verbatimText = (value: string): Block => ({ type: 'code', lang: 'text', value });

/**
 * A text of the language file, with its marks.
 * @param brackets where each text in brackets leads, in order; undefined where it leads nowhere, such as a day
 */
export function sentence(text: string, brackets: readonly (string | undefined)[] = []): Inline[] {
  let at = 0;
  return readMarks(text).map(({ kind, text }) => {
    if (kind === 'strong') return strong(text);
    if (kind === 'code') return code(text);
    const address = kind === 'bracket' ? brackets[at++] : undefined;
    return address === undefined ? inline(text) : link(text, address);
  });
}

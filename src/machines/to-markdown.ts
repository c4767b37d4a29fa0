import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';

type Parts = Parameters<typeof toMarkdown>[0];
/** A part of a page that stands on lines of its own. */
export type Block = Extract<Parts, { type: 'blockquote' }>['children'][number];
/** A part of a line. */
export type Inline = Extract<Parts, { type: 'paragraph' }>['children'][number];

/**
 * Writes a page as Markdown. What would be read as a mark and is none gets a backslash.
 * @param children the parts of the page, in order
 * @returns the text, which ends with a line break
 */
export const writeMarkdown = (children: readonly Block[]): string =>
  toMarkdown(
    { type: 'root', children: [...children] },
    {
      extensions: [gfmToMarkdown({ tablePipeAlign: false })],
      bullet: '-',
      emphasis: '_',
      fences: true,
      listItemIndent: 'one',
      resourceLink: true,
    },
  );

import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Content } from '../content/content.ts';
import type { Block } from '../machines/to-markdown.ts';
import { plain } from './to-blocks.ts';

/** What a guide's file is made from. */
export interface GuideStart {
  readonly title: string;
  readonly summary: string;
  /** Its place within the topic. */
  readonly order: number;
  /** The subject of content/beyond.yaml that it answers, until somebody chooses. */
  readonly beyond: string;
  /** Today, year-month-day. */
  readonly today: string;
}

/** The place behind all guides of a topic. */
export const nextOrder = ({ guides }: Content, topic: string): number =>
  Math.max(0, ...guides.filter((other) => other.topic === topic).map(({ order }) => order)) + 1;

/** A subject that a new guide may name until its writer chooses. */
export const lastSubject = ({ beyond }: Content): string => beyond.at(-1)?.id ?? 'write-here';

/** What a new page says about its own upkeep. */
export const upkeepFrom = (today: string): string => `owner: Head of client services
reviewed: ${today}
reviewEvery: 6
`;

/** The front matter of a guide that somebody begins, as YAML without its dashes. */
export const frontMatterOf = ({
  title,
  summary,
  order,
  beyond,
  today,
}: GuideStart): string => `title: ${JSON.stringify(title)}
summary: ${JSON.stringify(summary)}
order: ${order}
# The points of the documents that it carries, such as terson/rehearse. As long as there is none, the page is marked as going beyond them.
covers: []
# The subject of content/beyond.yaml that it answers. Choose the right one, or take it out once the guide carries a point.
beyond:
  - ${beyond}
# Words that readers search for and the page does not use.
aliases: []
related:
  guides: []
  outcomes: []
${upkeepFrom(today)}`;

/**
 * Writes parts of a page as the text of a guide: Markdown in which nothing is taken for code.
 * @returns the text, which ends with a line break
 */
export const proseOf = (blocks: readonly Block[]): string =>
  toMarkdown(
    { type: 'root', children: blocks.map(besideCode) },
    {
      extensions: [
        gfmToMarkdown({ tablePipeAlign: false }),
        { unsafe: [{ character: '{' }, { character: '<' }].map((sign) => ({ ...sign, inConstruct: 'phrasing' })) },
      ],
      bullet: '-',
      emphasis: '_',
      fences: true,
      listItemIndent: 'one',
      resourceLink: true,
      rule: '-',
    },
  );

/** A paragraph that begins with "import" or "export" would be code; with a capital letter it is none. */
function besideCode(block: Block): Block {
  const [first, ...rest] = block.type === 'paragraph' ? block.children : [];
  if (block.type !== 'paragraph' || first?.type !== 'text') return block;
  const value = first.value.replace(/^(?:import|export)\b/, (word) => word.charAt(0).toUpperCase() + word.slice(1));
  return { ...block, children: [{ ...first, value }, ...rest] };
}

/** The most that a guide's summary may have. */
const longestSummary = 200;

/** The first sentences of a text, as many as a summary has room for; undefined when it begins otherwise. */
export function summaryOf(blocks: readonly Block[]): string | undefined {
  const first = blocks.find((block) => block.type === 'paragraph' && plain(block.children) !== '');
  if (first?.type !== 'paragraph') return undefined;
  return shortened(plain(first.children), longestSummary);
}

/** As many whole sentences as there is room for, or else words, with a sign that there are more. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const sentences = /^[\s\S]*[.?!](?=\s)/.exec(text.slice(0, longest + 1))?.[0];
  return sentences ?? `${text.slice(0, longest - 1).replace(/\s+\S*$/, '')}…`;
}

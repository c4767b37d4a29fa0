import { satteriHeadingIdsPlugin } from '@astrojs/markdown-satteri';
import { markdownToHtml, markdownToMdast, mdxToJs, mdxToMdast, type MdastNode } from 'satteri';
import type { ReadFile } from './read-file.ts';
import type { FormFault } from './yaml-faults.ts';

/** The text of a guide, page or source, parsed by the engine that builds the site. */
export interface Markup {
  /** Every part of the text, in order, each before what is in it. Lines are those of the file. */
  readonly nodes: readonly MdastNode[];
  /** The ids of its headings, as the site writes them. */
  readonly anchors: ReadonlySet<string>;
  /** Why the text cannot be parsed; there are no nodes then. */
  readonly fault?: FormFault;
}

/** A tag in a text: a component of ours or an element of HTML. */
export type Tag = Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** One for the whole process: a build loads this module for the loader and for pages, which read the same files. */
const everywhere = globalThis as { playbookParsed?: WeakMap<ReadFile, Markup> };
const parsed = (everywhere.playbookParsed ??= new WeakMap<ReadFile, Markup>());

/** Parses the text of a file, once. Never throws: what the engine refuses is a fault. */
export function markupOf(read: ReadFile): Markup {
  const known = parsed.get(read);
  if (known) return known;
  const markup = parse(read);
  parsed.set(read, markup);
  return markup;
}

/** The engine ends the whole program at thousands of signs that open something inside each other. Nobody means that. */
export const signsInARow = /([*_>[\](<{~!`+])[ ]?(?:\1[ ]?){499}|(- ){500}/;

function parse({ file, body, bodyLine }: ReadFile): Markup {
  // Blank lines stand for the front matter, so that all lines are the file's.
  const text = '\n'.repeat(bodyLine - 1) + body;
  const run = signsInARow.exec(text);
  if (run) {
    const line = text.slice(0, run.index).split('\n').length;
    const what = `The sign ${run[1] ?? '-'} stands here hundreds of times in a row.`;
    return { nodes: [], anchors: new Set(), fault: { line, what, mend: 'Take them out.' } };
  }
  try {
    const isMdx = file.endsWith('.mdx');
    const tree = isMdx ? mdxToMdast(text) : markdownToMdast(text);
    // The whole way that the build goes: whatever it would stop at is found here.
    const astro = { frontmatter: {}, headings: [], localImagePaths: new Set<string>(), remoteImagePaths: new Set<string>() };
    const options = { hastPlugins: [satteriHeadingIdsPlugin()], features: { smartPunctuation: true }, data: { astro } };
    const built = isMdx ? mdxToJs(text, options) : markdownToHtml(text, options);
    const headings = 'data' in built ? (built.data.astro?.headings ?? []) : [];
    return { nodes: withinOf(tree), anchors: new Set(headings.map(({ slug }) => slug)) };
  } catch (error) {
    const fault =
      error instanceof RangeError
        ? { line: bodyLine, what: 'Parts of this text stand inside each other too many times.', mend: 'Take them apart.' }
        : refusal(error instanceof Error ? error.message : String(error), text);
    return { nodes: [], anchors: new Set(), fault };
  }
}

const withinOf = (node: MdastNode): MdastNode[] => [
  node,
  ...('children' in node ? node.children.flatMap((child) => withinOf(child)) : []),
];

/** The line of a part of a text. */
export const lineOf = (node: MdastNode): number => node.position?.start.line ?? 1;

/** The words of a part of a text. */
export const wordsIn = (node: MdastNode): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map((child) => wordsIn(child)).join('') : '';

/** The tags of a text. */
export const tagsOf = ({ nodes }: Markup): Tag[] =>
  nodes.filter((node): node is Tag => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement');

/** What an attribute of a tag says; undefined when it is not there or is code. */
export const attributeOf = (tag: Tag, name: string): string | undefined => {
  const found = tag.attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === name);
  return typeof found?.value === 'string' ? found.value : undefined;
};

/** The values of one attribute of all tags of a name, in order, each once: the scripts that a text embeds, say. */
export const embedded = (read: ReadFile, component: string, attribute = 'id'): string[] => [
  ...new Set(
    tagsOf(markupOf(read)).flatMap((tag) => (tag.name === component ? (attributeOf(tag, attribute) ?? []) : [])),
  ),
];

/** Whether a tag is an element of HTML, as its small letters say. */
const isElement = (tag: string): boolean => /^[a-z]/.test(tag);

/** What the engine says of a text that it cannot parse, in the words of those who write such texts. */
function refusal(message: string, text: string): FormFault {
  const [, from, , said = message] = /^(\d+):(\d+): ([\s\S]*)/.exec(message) ?? [];
  const line = Number(from ?? 1);
  const written = text.split('\n')[line - 1] ?? '';
  const tag = /`<\/?([^`>]*)>`/.exec(said)?.[1] ?? '';
  const tell = (what: string, mend: string): FormFault => ({ line, what, mend });
  if (/in expression|closing brace/.test(said))
    return tell('A curly bracket { opens code, and nothing closes it.', 'Write \\{ for a bracket, or say it in words.');
  if (said.includes('`!`')) return tell('A comment does not begin with <!-- here.', 'Write {/* comment */}.');
  if (/<[^>]*[“”„‘’]/.test(written))
    return tell('A tag on this line has smart quotes.', 'Use straight quotes, such as id="late-payment".');
  if (/expected an open tag first/.test(said))
    return tell('A closing tag closes nothing that was opened.', 'Remove it, or write the opening tag above.');
  if (/paragraph|after the start/.test(said) && !isElement(tag))
    return tell(
      `<${tag}> begins and ends in different paragraphs.`,
      'Put the opening and the closing tag each on a line of its own, with an empty line above and below.',
    );
  if (/expected corresponding closing/.test(said)) {
    const opened = /for `<([^`>]*)>`/.exec(said)?.[1] ?? '';
    return tell(`</${tag}> closes <${opened}>.`, `Write </${opened}>, or close what was opened in between.`);
  }
  if (/expected (?:a|the) closing tag/i.test(said) && tag)
    return isElement(tag)
      ? tell(`The tag <${tag}> is not closed.`, `Write <${tag} />, or leave it out.`)
      : tell(`The tag <${tag}> is not closed.`, `End it with </${tag}> on a line of its own; one without text in it ends in />.`);
  if (/tag|name|attribute|`<`/.test(said))
    return tell(
      'A < opens a tag, and what follows is none.',
      'Write \\< for the sign, or say it in words. An address is written [words](https://…).',
    );
  return tell('This line cannot be read as Markdown.', `Look at its brackets, < and {. The engine says: ${said}`);
}

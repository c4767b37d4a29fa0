import type { MdastNode } from 'satteri';
import { isDraft } from '../drafts.ts';
import { lineOf, markupOf, wordsIn } from '../mdx.ts';
import type { FileFault, ReadFile } from '../read-file.ts';
import { faultOn, fileOf, type Check } from './check.ts';

/** The parts that every guide has, in this order. Parts with names of their own stand between the third and the fourth. */
export const fixedParts = ['Do this first', 'Say this', 'Do not', 'If that does not work'] as const;
const [doFirst, say, doNot, lastPart] = fixedParts;
/** How many parts with names of their own a guide may have, "Next" among them. */
export const mostOwnParts = 3;
/** How many links the last part may have, and how many a whole text. */
export const mostWaysOn = 3;
export const mostLinks = 7;
/** What is different for whom stands after the own parts: "If you’re employed, freelance or a manager". */
const isForRoles = (heading: string): boolean => /^If you’re (?:employed|freelance|(?:a|the) manager)\b/.test(heading);

/** A part of a text: its heading and what stands below it. */
interface Part {
  readonly heading: string;
  readonly line: number;
  readonly nodes: readonly MdastNode[];
}

/**
 * The playbook's guides have one form, so that who has read one finds their way in all: when to use it, what to do first,
 * what to say, what not to do, what comes next, what is different for whom, and a way on. Why it is so, and an example, are
 * folded below. docs/guide-format.md shows it. A playbook in another language has no `guideForm: true`.
 */
export const guideForm: Check = ({ content, files }) =>
  !content.playbook.guideForm
    ? []
    : content.guides.flatMap(({ ref }) => {
        const read = files.get(fileOf.guide(ref));
        const isHeldToIt =
          read && (read.layer ?? 'playbook') === 'playbook' && !isDraft(read) && !markupOf(read).fault;
        return isHeldToIt ? formFaults(read) : [];
      });

function formFaults(read: ReadFile): FileFault[] {
  const tell = (line: number, what: string, mend: string): FileFault => faultOn(read, line, what, mend);
  const { nodes } = markupOf(read);
  const [root] = nodes;
  const blocks = root && 'children' in root ? (root.children as readonly MdastNode[]) : [];
  const parts = partsOf(blocks);
  const links = nodes.filter(({ type }) => type === 'link');
  const opening = blocks.find(({ type }) => type === 'paragraph');
  const faults = orderFaults(parts, tell);
  if (!opening || !/^Use this if\b/.test(wordsIn(opening)) || lineOf(opening) > (parts[0]?.line ?? Infinity))
    faults.push(
      tell(opening ? lineOf(opening) : read.bodyLine, 'The guide does not begin with when to use it.', 'Begin its text with "**Use this if** …".'),
    );
  const part = (heading: string) => parts.find((one) => one.heading === heading);
  const needs = (heading: string, is: (node: MdastNode) => boolean, what: string, mend: string): void => {
    const found = part(heading);
    if (found && !found.nodes.some((node) => within(node).some(is))) faults.push(tell(found.line, `"${heading}" has no ${what}.`, mend));
  };
  needs(doFirst, (node) => node.type === 'list' && node.ordered === true, 'numbered steps', 'Write the steps as 1. 2. 3.');
  needs(
    say,
    (node) => node.type === 'blockquote' || isTag(node, 'Script') || isTag(node, 'Tree'),
    'words to say',
    'Write a sentence to say behind >, or put a script there: <Script id="…" />.',
  );
  needs(doNot, ({ type }) => type === 'list', 'list', 'Write each thing behind a hyphen, as it would follow "do not".');
  const last = part(lastPart);
  if (last) {
    const from = blocks.find((node) => isFold(node));
    if (from && lineOf(from) < last.line)
      faults.push(tell(lineOf(from), `<${nameOf(from)}> stands above the last part.`, `Put it at the end, below "${lastPart}".`));
    const ways = last.nodes.filter((node) => !isFold(node)).flatMap((node) => within(node).filter(({ type }) => type === 'link')).length;
    if (ways === 0 || ways > mostWaysOn)
      faults.push(
        tell(last.line, `"${lastPart}" has ${ways} links.`, `Name one to ${mostWaysOn} pages that help next, each with a link.`),
      );
  }
  if (links.length > mostLinks)
    faults.push(
      tell(
        links[mostLinks] ? lineOf(links[mostLinks]) : read.bodyLine,
        `The text has ${links.length} links, and this is the eighth.`,
        `At most ${mostLinks}: leave out those that nobody needs at this moment.`,
      ),
    );
  return faults;
}

/** The fixed parts are there, each once, in order, and nothing stands between them that belongs elsewhere. */
function orderFaults(parts: readonly Part[], tell: (line: number, what: string, mend: string) => FileFault): FileFault[] {
  const order = `The order is: ${fixedParts.slice(0, 3).join(', ')}, Next or parts of your own, If you’re employed, freelance or a manager, ${lastPart}.`;
  const place = ({ heading }: Part): number => {
    const fixed = (fixedParts as readonly string[]).indexOf(heading);
    return fixed === -1 ? (isForRoles(heading) ? 2.75 : 2.5) : fixed === 3 ? 3 : fixed;
  };
  const missing = fixedParts.find((name) => !parts.some(({ heading }) => heading === name));
  const twice = parts.find(({ heading }, at) => parts.findIndex((one) => one.heading === heading) < at);
  const displaced = parts.find(
    (part, at) => part !== twice && parts.slice(0, at).some((before) => place(before) > place(part)),
  );
  const own = parts.filter((part) => place(part) === 2.5);
  const tooMany = own[mostOwnParts];
  return [
    ...(missing === undefined ? [] : [tell(parts.at(-1)?.line ?? 1, `The guide has no part "${missing}".`, order)]),
    ...(twice ? [tell(twice.line, `"${twice.heading}" stands here twice.`, 'Put the two together.')] : []),
    ...(displaced ? [tell(displaced.line, `"${displaced.heading}" does not stand in its place.`, order)] : []),
    ...(tooMany
      ? [tell(tooMany.line, `The guide has ${own.length} parts of its own.`, `At most ${mostOwnParts}: put them under ### within one.`)]
      : []),
  ];
}

/** The parts of a text, each from a heading of the second rank to the next. */
function partsOf(blocks: readonly MdastNode[]): Part[] {
  const parts: { heading: string; line: number; nodes: MdastNode[] }[] = [];
  for (const node of blocks) {
    if (node.type === 'heading' && node.depth === 2)
      parts.push({ heading: wordsIn(node).trim().replaceAll("'", '’'), line: lineOf(node), nodes: [] });
    else parts.at(-1)?.nodes.push(node);
  }
  return parts;
}

const within = (node: MdastNode): MdastNode[] => [
  node,
  ...('children' in node ? node.children.flatMap((child) => within(child)) : []),
];

const nameOf = (node: MdastNode): string =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement' ? (node.name ?? '') : '';

const isTag = (node: MdastNode, name: string): boolean => nameOf(node) === name;

/** What is folded at the end of a page. */
const isFold = (node: MdastNode): boolean => isTag(node, 'Why') || isTag(node, 'Example');

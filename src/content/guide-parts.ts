import { defineHastPlugin, type HastNode } from 'satteri';
import { fixedParts } from './checks/guide-form.ts';

type Nodes = readonly HastNode[];

/** Words of danger: what holds one of them stays above the first steps. */
const ofSafety = /threat|afraid|fear|frighten|hurt|harm|danger|safe|insult|harass|sexual|touch|slur|abuse|life|living|suicid/i;
/** What is said to one role or of the page itself, and not of what happened. */
const ofRole = /^(?:If you’re (?:employed|freelance|the manager)|If you work\b|This page isn’t)/;
const opens = /^Use this if\b/;

/**
 * A plug-in of the Markdown engine: in a guide that has the form of docs/guide-format.md, the first steps become a card with
 * the words on it, high up in the first window. Above it stand only what the page is for and what has to do with safety;
 * which other page may fit better, and what holds for one role, follow below it. Any other text stays as it is.
 */
export const guideParts = defineHastPlugin({
  name: 'guide-parts',
  before(root, context) {
    const blocks: Nodes = root.children;
    const start = blocks.findIndex((node) => isTag(node, 'h2') && wordsIn(node) === fixedParts[0]);
    const lead = blocks.findIndex((node) => isTag(node, 'p') && opens.test(wordsIn(node)));
    const steps = blocks.findIndex((node, at) => at > start && isTag(node, 'ol'));
    const next = blocks.findIndex((node, at) => at > start && isTag(node, 'h2'));
    if (lead === -1 || start < lead || steps === -1 || (next !== -1 && next < steps)) return;
    const opening = blocks.slice(lead, start).map(groupsOf);
    const [purpose = [], ...said] = opening.flat();
    // What begins with bold words is said in full, and so is all below it.
    const inFull = said.findIndex(isSaidInFull);
    const notes = (inFull === -1 ? said : said.slice(0, inFull)).map((group) => ({ group, note: noteOf(group) }));
    const full = inFull === -1 ? [] : said.slice(inFull);
    const script = scriptToSay(blocks);
    const words: HastNode = {
      type: 'mdxJsxFlowElement',
      name: 'Words',
      attributes: script === undefined ? [] : [{ type: 'mdxJsxAttribute', name: 'script', value: script }],
      children: [],
    };
    // Numbers to call are a first step of their own, and the button that calls stands above them.
    const callsFirst = full.some((group) => group.some(isBlock));
    const saidInFull = full.flatMap((group) => (group.every(isBlock) ? group : [paragraph(undefined, group)]));
    const children = [
      ...blocks.slice(0, lead),
      paragraph('lead', purpose),
      ...notes.flatMap(({ group, note }) => (note === 'below' ? [] : [paragraph(note, group)])),
      ...(callsFirst ? [element('div', 'first', [words, ...saidInFull])] : saidInFull),
      element('section', 'first', [
        ...blocks.slice(start, start + 1),
        ...(callsFirst ? [] : [words]),
        ...blocks.slice(start + 1, steps + 1),
      ]),
      ...notes.flatMap(({ group, note }) => (note === 'below' ? [paragraph('besides', group)] : [])),
      ...blocks.slice(steps + 1).map((node, at, rest) => (isTag(node, 'ul') && isAvoid(rest.slice(0, at)) ? element('ul', 'avoid', childrenOf(node)) : node)),
    ];
    context.replaceNode(root, { type: 'root', children: children as typeof root.children });
  },
});

/** The id of the first script among what to say. Scripts elsewhere in a guide are for later, or for somebody else. */
function scriptToSay(blocks: Nodes): string | undefined {
  const start = blocks.findIndex((node) => isTag(node, 'h2') && wordsIn(node) === fixedParts[1]);
  const after = start === -1 ? [] : blocks.slice(start + 1);
  const end = after.findIndex((node) => isTag(node, 'h2'));
  for (const node of end === -1 ? after : after.slice(0, end))
    if (node.type === 'mdxJsxFlowElement' && node.name === 'Script')
      for (const attribute of node.attributes)
        if (attribute.type === 'mdxJsxAttribute' && attribute.name === 'id' && typeof attribute.value === 'string')
          return attribute.value;
  return undefined;
}

/** How something said before the first steps is shown: as a matter of safety, as a note above them, or below them. */
function noteOf(group: Nodes): 'heed' | 'besides' | 'below' {
  const words = group.map(wordsIn).join('').trim();
  if (ofSafety.test(words) || group.some((node) => nameOf(node) === 'Emergency')) return 'heed';
  return ofRole.test(words) || group.some((node) => isTag(node, 'a')) ? 'below' : 'besides';
}

/** Whether what stands before a list is the heading of what not to do. */
const isAvoid = (before: Nodes): boolean => {
  const heading = before.findLast((node) => node.type !== 'text');
  return heading !== undefined && isTag(heading, 'h2') && wordsIn(heading) === fixedParts[2];
};

const isSaidInFull = ([first]: Nodes): boolean => first !== undefined && (isBlock(first) || isTag(first, 'strong'));

/**
 * What a block says, one thing a group: a paragraph is parted where a sentence begins with "If", and once where bold words
 * begin; a list at its entries. Any other block is a group of its own.
 */
function groupsOf(block: HastNode): Nodes[] {
  if (isTag(block, 'ul')) return childrenOf(block).flatMap((entry) => (isTag(entry, 'li') ? groupsOf({ ...entry, tagName: 'p' } as HastNode) : []));
  if (!isTag(block, 'p')) return block.type === 'text' ? [] : [[block]];
  const groups: HastNode[][] = [[]];
  let before = '';
  let isFull = false;
  const add = (node: HastNode): void => {
    groups.at(-1)?.push(node);
    before = wordsIn(node).trimEnd() || before;
  };
  for (const node of childrenOf(block)) {
    const isNew = !isFull && /[.?!”]$/.test(before);
    if (node.type === 'text') {
      const [head = '', ...sentences] = isFull ? [node.value] : node.value.split(/(?<=[.?!”]) (?=If )/);
      if (isNew && /^ If /.test(head)) groups.push([]);
      for (const [at, value] of [head, ...sentences].entries()) {
        if (at > 0) groups.push([]);
        if (value !== '') add({ type: 'text', value: groups.at(-1)?.length === 0 ? value.trimStart() : value });
      }
    } else {
      if (isNew && isTag(node, 'strong')) {
        isFull = true;
        groups.push([]);
      }
      add(node);
    }
  }
  return groups.filter((group) => group.length > 0);
}

const element = (tagName: string, className: string | undefined, children: Nodes): HastNode => ({
  type: 'element',
  tagName,
  properties: className === undefined ? {} : { className: [className] },
  children: children as Extract<HastNode, { type: 'element' }>['children'],
});
const paragraph = (className: string | undefined, children: Nodes): HastNode => element('p', className, children);
const childrenOf = (node: HastNode): Nodes => ('children' in node ? node.children : []);
const wordsIn = (node: HastNode): string => (node.type === 'text' ? node.value : childrenOf(node).map(wordsIn).join(''));
const nameOf = (node: HastNode): string => (node.type === 'mdxJsxTextElement' ? (node.name ?? '') : '');
const isTag = (node: HastNode, name: string): boolean => node.type === 'element' && node.tagName === name;
const isBlock = (node: HastNode): boolean =>
  node.type === 'mdxJsxFlowElement' || (node.type === 'element' && /^(?:ol|table|blockquote|h\d|pre|hr)$/.test(node.tagName));

import { markWords } from '../query/marks.ts';
import { bestParts } from '../query/parts.ts';
import { addressOf, type Instead, type Offer } from '#search-source';
import type { PageData } from '../pagefind.ts';

/** What results call each kind of page. */
const kinds: Readonly<Record<string, string>> = {
  guide: 'Guide',
  script: 'Script',
  decision: 'Decision',
  question: 'Question',
  situation: 'Situation',
  source: 'Source',
};

/** An element with a class and content. Text goes in as text, so a query can never become markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

export function link(address: string, className: string, ...content: (Node | string)[]): HTMLAnchorElement {
  const made = element('a', className, ...content);
  made.href = address;
  return made;
}

/** A text with the words marked that were searched for. */
const marked = (text: string, words: readonly string[]) =>
  markWords(text, words).map((piece) => (piece.marked ? element('mark', '', piece.text) : piece.text));

/** One result: its title as a link, what kind of page it is, and what it is about or how it begins. */
export function result(page: PageData, words: readonly string[]): HTMLLIElement {
  const shown = (name: string) => page.filters[name]?.[0] ?? '';
  const kind = shown('kind');
  const title = shown('title') || page.meta['title'] || page.url;
  const item = element(
    'li',
    'search__result',
    link(page.url, 'search__title', ...marked(title, words)),
    ' ',
    element('span', 'kind', kinds[kind] ?? 'Page'),
    element('p', '', ...marked(shown('summary'), words)),
  );
  if (shown('first')) item.append(element('p', 'search__first', ...marked(shown('first'), words)));
  const parts = bestParts(page.filters['part'] ?? [], words);
  if (parts.length > 0) {
    const list = parts.map(({ id, heading }) =>
      element('li', '', link(`${page.url}#${id}`, '', ...marked(heading, words))),
    );
    item.append(element('ul', 'search__parts', ...list));
  }
  const tree = kind === 'decision' ? /^.*\/decide\/[^/]+\//.exec(page.url)?.[0] : undefined;
  if (tree) item.append(element('p', '', begin(tree, title)));
  return item;
}

/** The way into a tree. Many of these may stand in one list, so the name read aloud says which. */
function begin(tree: string, title: string): HTMLAnchorElement {
  const made = link(tree, 'button', 'Begin');
  made.append(element('span', 'visually-hidden', `: ${title}`));
  return made;
}

/** What to do when nothing is found: what is happening, in readers' words, and the trees. */
export function instead({ situations, trees }: Instead): HTMLElement[] {
  const list = (offers: readonly Offer[]) =>
    element(
      'ul',
      'links',
      ...offers.map(({ words, address }) => element('li', '', link(addressOf(address).href, '', words))),
    );
  return [
    element('p', '', 'Is it one of these?'),
    list(situations),
    element('p', '', 'Or let questions lead you:'),
    list(trees),
  ];
}

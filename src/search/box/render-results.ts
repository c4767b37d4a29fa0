import { search as words } from '../../i18n/en.ts';
import { markWords } from '../query/marks.ts';
import type { Ranked } from '../query/rank.ts';
import type { SearchIndex } from '../query/search-index.ts';
import type { Answer } from '../query/search.ts';
import type { Kind, SearchPage, SearchSource, TextHit } from '../query/types.ts';

/** The group that a kind of page belongs to. */
export const groupOf: Readonly<Record<Kind, keyof typeof words.groups | undefined>> = {
  guide: 'guide',
  script: 'script',
  decision: 'decision',
  outcome: 'decision',
  source: 'source',
  page: 'source',
  gap: undefined,
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

/**
 * Draws results.
 *
 * @param source makes the addresses, so that the same code serves the site and the file to take along
 * @param index what people say, once it is there
 * @param heading the heading that fits below what stands above the box
 * @param some how many results a group shows at first
 */
export function drawing({ address }: SearchSource, index: SearchIndex | undefined, heading: 'h2' | 'h3', some: number) {
  const pages = new Map(index?.pages.filter(({ kind }) => kind !== 'gap').map((page) => [page.url, page]));

  const link = (to: string, className: string, ...content: (Node | string)[]): HTMLAnchorElement => {
    const made = element('a', className, ...content);
    made.href = address(to);
    return made;
  };
  const marked = (text: string, searched: readonly string[]) =>
    markWords(text, searched).map(({ text: piece, marked }) => (marked ? element('mark', '', piece) : piece));

  const item = (to: string, title: string, searched: readonly string[], ...more: Node[]): HTMLLIElement =>
    element('li', 'search__result', link(to, 'search__title', ...marked(title, searched)), ...more);

  /** The place in a page that the query is nearest to. */
  const place = ({ page, unit }: Ranked, searched: readonly string[]): Node[] => {
    if (!unit?.part) return [];
    const to = link(page.url + unit.part.behind, '', ...marked(unit.part.says, searched));
    return [element('p', 'search__part', `${words.question}: `, to)];
  };

  /** One page: its title, what it is about, and the place in it that the query is nearest to. */
  const result = (one: Ranked, searched: readonly string[]): HTMLLIElement => {
    const { page } = one;
    const more: Node[] = page.kind === 'outcome' ? [element('span', 'kind', words.outcome)] : [];
    more.push(element('p', '', ...marked(page.summary, searched)), ...place(one, searched));
    return item(page.url, page.title, searched, ...more);
  };

  /** A heading with its results; those beyond the first few wait behind a button. */
  const group = (title: string, items: readonly HTMLLIElement[]): HTMLElement => {
    const list = element('ol', 'search__results', ...items.slice(0, some));
    const made = element('section', 'search__group', element(heading, '', title), list);
    if (items.length <= some) return made;
    const button = element('button', 'button--small', words.more(items.length - some));
    button.type = 'button';
    button.addEventListener('click', () => {
      button.remove();
      list.append(...items.slice(some));
      items[some]?.querySelector('a')?.focus();
    });
    made.append(button);
    return made;
  };

  /** A button that says what one gets; which page it is, is said to those who cannot see what stands above. */
  const way = (label: string, to: string | undefined): HTMLAnchorElement[] => {
    const page = to === undefined ? undefined : pages.get(to);
    if (!page) return [];
    const made = link(page.url, 'button', label);
    made.ariaLabel = `${label}: ${page.title}`;
    return [made];
  };

  /** What stands out above the groups. */
  const sheet = (label: string, ...content: Node[]): HTMLElement =>
    element('section', 'search__best sheet', element(heading, 'search__label', label), ...content);

  /** What to do first, the words for it, and the guide to read, when one page is plainly the answer. */
  const bestBet = (one: Ranked, searched: readonly string[]): HTMLElement => {
    const { page, unit } = one;
    const situation = unit?.situation ?? index?.situations.find(({ says }) => says === unit?.says);
    const isA = (kind: Kind, otherwise: string | undefined) => (page.kind === kind ? page.url : otherwise);
    const ways = [
      ...way(words.words, isA('script', situation?.words ?? page.words)),
      ...way(words.guide, isA('guide', index?.pages.find((other) => other.words === page.url)?.url)),
      ...way(words.decide, isA('decision', situation?.decide)),
    ];
    ways[0]?.classList.add('button--main');
    return sheet(
      words.bestBet,
      element('p', '', link(page.url, 'search__title', ...marked(page.title, searched))),
      element('p', '', situation?.first ?? page.summary),
      ...place(one, searched),
      ...(ways.length > 0 ? [element('p', 'search__links', ...ways)] : []),
    );
  };

  /** What the playbook leaves alone, and whom to ask instead. */
  const gap = ({ title, summary, url }: SearchPage): HTMLElement => {
    const near = pages.get(url);
    return sheet(
      `${words.notCovered}: ${title}`,
      element('p', '', summary),
      ...(near ? [element('p', '', `${words.nearestPage}: `, link(near.url, 'search__title', near.title))] : []),
    );
  };

  return {
    link,
    /** What people say, best first: a best bet if there is one, then groups in the order of their best. */
    found({ found, clear, words: searched }: Answer): HTMLElement[] {
      const drawn: HTMLElement[] = [];
      const [first] = found;
      const left = found.find(({ page }) => page.kind === 'gap');
      if (left && (left === first || found.indexOf(left) < 3)) drawn.push(gap(left.page));
      const best = clear && first && first !== left ? first : undefined;
      if (best) drawn.push(bestBet(best, searched));
      const groups = new Map<keyof typeof words.groups, HTMLLIElement[]>();
      for (const one of found) {
        const name = groupOf[one.page.kind];
        if (one === best || name === undefined) continue;
        const items = groups.get(name) ?? [];
        groups.set(name, items);
        items.push(result(one, searched));
      }
      return [...drawn, ...[...groups].map(([name, items]) => group(words.groups[name], items))];
    },
    /** What pages say, as a group of its own. */
    text(title: string, hits: readonly TextHit[], searched: readonly string[]): HTMLElement {
      const items = hits.map((hit) => {
        const sentence = sentenceWith(searched, withoutMarkers(hit.excerpt), hit.title);
        return item(hit.url, hit.title, searched, element('p', '', ...marked(sentence, searched)));
      });
      return group(title, items);
    },
    /** What to choose from when nothing is found or asked: what is happening, in readers' words, and the trees. */
    offers(): HTMLElement[] {
      if (!index) return [];
      const list = (offers: readonly (readonly [url: string, says: string])[]) =>
        element('ul', 'links search__offers', ...offers.map(([url, says]) => element('li', '', link(url, '', says))));
      return [
        element(heading, 'search__label', words.isItOneOfThese),
        list(index.situations.map(({ url, says }) => [url, says])),
        element(heading, 'search__label', words.letQuestionsLead),
        list(index.pages.filter(({ kind }) => kind === 'decision').map(({ url, title }) => [url, title])),
      ];
    },
  };
}

/** The text of a script without the marks of its fields, whole or cut in two: their names stay. */
const withoutMarkers = (text: string): string =>
  text.replace(/\(\((?:if [^()]*|else|end)\)\)/g, '').replace(/\(\((?:if )?|\)\)/g, '');

/** Letters of a sentence beyond this are not shown: a list may have no full stop. */
const longestSentence = 240;

/** The sentence of an excerpt that has the words, and is not the title over again. An excerpt begins and ends anywhere, and dots say so. */
function sentenceWith(searched: readonly string[], excerpt: string, title: string): string {
  const all = excerpt.trim().split(/(?<=[.!?])\s+/u);
  const others = all.filter((sentence) => !title.includes(sentence.replace(/\.$/, '')));
  const sentences = others.length > 0 ? others : all;
  const has = (text: string) => markWords(text, searched).filter(({ marked }) => marked).length;
  const best = sentences.reduce((most, one) => (has(one) > has(most) ? one : most)).slice(0, longestSentence);
  return `${/^\p{Ll}/u.test(best) ? '…' : ''}${best}${/\p{L}$/u.test(best) ? '…' : ''}`;
}

import { commonIn, commonShare, tellingWords, type Lean } from './lean.ts';
import { root, wordsOf } from './normalise.ts';

/** A part of a page that results lead to: the text below one heading. */
export interface Part {
  readonly id: string;
  readonly heading: string;
}

/**
 * For each page its parts, packed to travel with a result: id, heading and the roots of the words that lead there. These
 * are words of titles and aliases of the site, which queries are mostly made of, save those that many pages have.
 */
export function packParts(
  pages: readonly Lean[],
  filler: ReadonlySet<string>,
  contractions: ReadonlyMap<string, string>,
): string[][] {
  const rootsOf = (text: string) => tellingWords(text, filler, contractions).map(root);
  const named = new Set(pages.flatMap(({ title, keywords }) => rootsOf(`${title} ${keywords}`)));
  const isCommon = commonIn(pages, ({ sections }) => sections.flatMap(({ text }) => rootsOf(text)), commonShare);
  const isShared = commonIn(pages, ({ sections }) => sections.map(({ heading }) => heading), commonShare);
  return pages.map(({ sections }) =>
    sections.flatMap(({ id, heading, text }) => {
      const roots = new Set(rootsOf(text).filter((one) => named.has(one) && !isCommon(one)));
      if (id === '' || (roots.size === 0 && isShared(heading))) return [];
      return [[id, heading, [...roots].sort().join(' ')].join('|')];
    }),
  );
}

/** No more parts of one page than this are offered. */
const mostParts = 2;

/** The parts of a page that have most of the words searched for, best first; none when no part has any. */
export function bestParts(packed: readonly string[], searched: Iterable<string>): Part[] {
  const wanted = new Set([...searched].map(root));
  const count = (roots: readonly string[]) => roots.filter((one) => wanted.has(one)).length;
  return packed
    .flatMap((one) => {
      const [, id = '', heading = '', roots = ''] = /^([^|]*)\|(.*)\|([^|]*)$/.exec(one) ?? [];
      const worth = count(roots.split(' ')) + count([...new Set(wordsOf(heading).map(root))]);
      return id === '' || worth === 0 ? [] : [{ id, heading, worth }];
    })
    .sort((a, b) => b.worth - a.worth)
    .slice(0, mostParts)
    .map(({ id, heading }) => ({ id, heading }));
}

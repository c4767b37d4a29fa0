import {
  guideAddress,
  outcomeAddress,
  scriptAddress,
  treeAddress,
  type Content,
  type Tree,
} from '../domain/content.ts';
import { treeText } from '../domain/tree/tree.ts';
import type { TreeProps } from '../islands/tree/links.ts';
import { href } from './href.ts';

/** What the walk through a tree needs: its text, and the titles and addresses of all that its outcomes name. */
export function walkOf(tree: Tree, content: Content): TreeProps {
  const self = href(treeAddress(tree.id));
  const named = <T>(
    pages: readonly T[],
    id: (page: T) => string,
    title: (page: T) => string,
    address: (page: T) => string,
    ids: ReadonlySet<string>,
  ) =>
    Object.fromEntries(
      pages
        .filter((page) => ids.has(id(page)))
        .map((page) => [id(page), { title: title(page), href: href(address(page)) }]),
    );
  const { outcomes } = tree;
  return {
    tree: treeText(tree),
    locale: content.house.locale,
    links: {
      self,
      worksheet: `${self}worksheet/`,
      map: `${self}map/`,
      outcomes: Object.fromEntries(outcomes.map(({ id }) => [id, href(outcomeAddress(`${tree.id}/${id}`))])),
      scripts: named(
        content.scripts,
        ({ id }) => id,
        ({ title }) => title,
        ({ id }) => scriptAddress(id),
        new Set(outcomes.flatMap(({ scripts }) => scripts)),
      ),
      guides: named(
        content.guides,
        ({ ref }) => ref,
        ({ title }) => title,
        ({ ref }) => guideAddress(ref),
        new Set(outcomes.flatMap(({ guides }) => guides)),
      ),
      trees: named(
        content.trees,
        ({ id }) => id,
        ({ title }) => title,
        ({ id }) => treeAddress(id),
        new Set(outcomes.flatMap(({ leadsTo }) => leadsTo ?? [])),
      ),
    },
  };
}

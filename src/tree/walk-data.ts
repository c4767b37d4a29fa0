import type { Content, Tree } from '../content/content.ts';
import { guideAddress, outcomeAddress, scriptAddress, treeAddress } from '../routes.ts';
import { outcomeTexts, treeText } from './engine/tree.ts';
import type { ResultText, WalkText } from './ui/links.ts';
import { href } from '../site/href.ts';

/** What the walk through a tree needs: its questions, and the names of its outcomes. */
export function walkOf(tree: Tree, content: Content): WalkText {
  const self = href(treeAddress(tree.id));
  return {
    tree: treeText(tree),
    locale: content.organisation.locale,
    links: {
      self,
      worksheet: `${self}worksheet/`,
      outcomes: Object.fromEntries(tree.outcomes.map(({ id }) => [id, href(outcomeAddress(`${tree.id}/${id}`))])),
    },
  };
}

/** What the results of a tree say, and the titles and addresses of all that they name. */
export function resultsOf(tree: Tree, content: Content): ResultText {
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
    outcomes: outcomeTexts(tree),
    links: {
      map: href(`${treeAddress(tree.id)}map/`),
      scripts: named(
        content.scripts,
        ({ id }) => id,
        ({ title }) => title,
        ({ id }) => scriptAddress(id),
        new Set(outcomes.flatMap(({ scripts }) => scripts.map(({ id }) => id))),
      ),
      guides: named(
        content.guides,
        ({ ref }) => ref,
        ({ title }) => title,
        ({ ref }) => guideAddress(ref),
        new Set(outcomes.flatMap(({ guides }) => guides.map(({ guide }) => guide))),
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

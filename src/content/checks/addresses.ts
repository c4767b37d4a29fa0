import {
  addressesOf,
  guideAddress,
  isOwnFile,
  outcomeAddress,
  pageAddresses,
  reservedIds,
  routes,
  scriptAddress,
  sourceAddress,
  topicAddress,
  treeAddress,
  type Route,
  type RouteName,
} from '../../routes.ts';
import type { Fault } from '../fault.ts';
import { locate, type FileFault } from '../read-file.ts';
import type { Reading } from '../read-content.ts';

/** A page with the file that it is written in, and where its id and its old addresses stand there. */
interface Addressed {
  readonly name: RouteName;
  readonly id: string;
  readonly address: string;
  readonly file: string;
  readonly path: readonly (string | number)[];
  readonly formerly: readonly string[];
}

/** Addresses hold: none is that of two pages, and old ones lead from where no page is today. */
export function addressFaults({ content, files }: Pick<Reading, 'content' | 'files'>): FileFault[] {
  const pages = addressedPages(content);
  const fault = ({ file }: Addressed, told: Fault): FileFault[] => {
    const read = files.get(file);
    return read ? [locate(read, told)] : [];
  };
  const own: readonly Route[] = routes;
  const today = new Set([
    ...addressesOf({
      topics: content.topics.map(({ id }) => id),
      guides: content.guides.map(({ ref }) => ref),
      scripts: content.scripts.map(({ id }) => id),
      trees: content.trees.map(({ id }) => id),
      outcomes: content.trees.flatMap((tree) => tree.outcomes.map(({ id }) => `${tree.id}/${id}`)),
      sources: content.sources.map(({ id }) => id),
    }),
    ...own.map(({ pattern }) => pattern),
  ]);
  const claims = new Map<string, string>(own.flatMap(({ pattern, formerly = [] }) => formerly.map((was) => [was, pattern])));
  return pages.flatMap((page) => [
    ...(reservedIds(page.name).includes(page.id)
      ? fault(page, {
          path: page.path,
          what: `${page.id} cannot be the id here: ${page.address} is the address of another page.`,
          mend: `Choose another. Taken are: ${reservedIds(page.name).join(', ')}.`,
        })
      : []),
    ...page.formerly.flatMap((was, at) => {
      const path = [...(page.name === 'outcome' ? page.path.slice(0, -1) : []), 'formerly', at];
      const claimed = claims.get(was);
      claims.set(was, claimed ?? page.address);
      if (was === page.address)
        return fault(page, {
          path,
          what: `${was} is the address that this page has now.`,
          mend: 'Remove it. Here stand addresses that the page had before (formerly).',
        });
      if (today.has(was) || isOwnFile(was))
        return fault(page, {
          path,
          what: `${was} is the address of another page today, so nobody can be sent on from there.`,
          mend: 'Remove it here, or rename that page.',
        });
      if (claimed !== undefined)
        return fault(page, {
          path,
          what: `${was} leads to ${claimed} already.`,
          mend: 'Decide for one of the two pages, and remove it from the other.',
        });
      return [];
    }),
  ]);
}

const addressedPages = ({ topics, guides, scripts, trees, sources, pages }: Reading['content']): Addressed[] => [
  ...topics.map(({ id }, at) => ({
    name: 'topic' as const,
    id,
    address: topicAddress(id),
    file: 'content/topics.yaml',
    path: [at, 'id'],
    formerly: [],
  })),
  ...guides.map(({ ref, slug, formerly = [] }) => ({
    name: 'guide' as const,
    id: slug,
    address: guideAddress(ref),
    file: `content/guides/${ref}.mdx`,
    path: [],
    formerly,
  })),
  ...scripts.map(({ id, formerly = [] }) => ({
    name: 'script' as const,
    id,
    address: scriptAddress(id),
    file: `content/scripts/${id}.yaml`,
    path: [],
    formerly,
  })),
  ...sources.map(({ id, formerly = [] }) => ({
    name: 'source' as const,
    id,
    address: sourceAddress(id),
    file: `content/sources/${id}.md`,
    path: [],
    formerly,
  })),
  ...pages.map(({ id, formerly = [] }) => ({
    // Pages of content/pages/ have a place of their own, so that no id is taken.
    name: 'home' as const,
    id: '',
    address: pageAddresses[id] ?? '',
    file: `content/pages/${id}.mdx`,
    path: [],
    formerly,
  })),
  ...trees.flatMap((tree) => {
    const file = `content/trees/${tree.id}.yaml`;
    return [
      { name: 'tree' as const, id: tree.id, address: treeAddress(tree.id), file, path: [], formerly: tree.formerly ?? [] },
      ...tree.outcomes.map(({ id, formerly = [] }, at) => ({
        name: 'outcome' as const,
        id,
        address: outcomeAddress(`${tree.id}/${id}`),
        file,
        path: ['outcomes', at, 'id'],
        formerly,
      })),
    ];
  }),
];

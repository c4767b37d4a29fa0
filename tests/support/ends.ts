import { answersOf, paths } from '../../src/tree/engine/paths.ts';
import { writeLink } from '../../src/tree/engine/link.ts';
import { indexTree, treeText, type Tree } from '../../src/tree/engine/tree.ts';
import type { Path } from '../../src/tree/engine/walk.ts';
import { content, type TreeOf } from './example-tree.ts';

/** A way to the end of a tree. */
export interface End {
  readonly outcome: string;
  readonly isStop: boolean;
  /** Whether a question of several answers has more than one. */
  readonly several: boolean;
  /** Whether it is the path on which the most is ticked, which is neither the shortest nor the longest. */
  readonly isFullest: boolean;
  /** The answers, as the fragment of the tree's address. */
  readonly link: string;
}

/** For each outcome of a tree the shortest and the longest path to it, and one on which the most is ticked. */
export function endsOf(data: TreeOf): readonly End[] {
  const tree = indexTree(treeText(data, content.circumstances));
  return pathsOf(tree).map(({ path, isFullest }) => ({
    outcome: path.outcome?.id ?? '',
    isStop: path.outcome?.rung === 'stop-now',
    several: path.steps.some(({ given }) => given.length > 1),
    isFullest,
    link: writeLink(tree, answersOf(path)),
  }));
}

function pathsOf(tree: Tree): readonly { path: Path; isFullest: boolean }[] {
  const found = new Map<string, { short: Path; long: Path; full: Path }>();
  const ticks = (path: Path): number => path.steps.reduce((sum, { given }) => sum + given.length, 0);
  for (const path of paths(tree)) {
    const at = path.outcome.id;
    const known = found.get(at) ?? { short: path, long: path, full: path };
    found.set(at, {
      short: path.steps.length < known.short.steps.length ? path : known.short,
      long: path.steps.length > known.long.steps.length ? path : known.long,
      full: ticks(path) > ticks(known.full) ? path : known.full,
    });
  }
  return [...found.values()].flatMap(({ short, long, full }) =>
    [...new Set([short, long, full])].map((path) => ({ path, isFullest: path !== short && path !== long })),
  );
}

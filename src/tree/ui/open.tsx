import { hydrate } from 'preact';
import type { ResultText, WalkText } from './links.ts';
import { byLink } from './by-link.ts';
import { wear } from '../../site/client/wear.ts';
import resultStyles from './result.css?url';
import styles from './tree.css?url';
import { TreeWalk, type ResultParts } from './TreeWalk.tsx';

/**
 * Brings the start of a tree to life: the next thing shown is the question that the address holds, or the first one; or
 * still the start, now with what is known from other trees.
 *
 * @param start the element with the start as the server sent it
 * @param walk the tree and its links
 * @param results what results say; asked for once the first question is there
 * @param stay whether the start is shown until the reader begins
 */
export async function openTree(
  start: Element,
  walk: WalkText,
  results: () => Promise<ResultText>,
  stay = false,
): Promise<void> {
  await wear(styles);
  let parts: Promise<ResultParts> | undefined;
  const loadResult = (): Promise<ResultParts> =>
    (parts ??= Promise.all([import('./Result.tsx'), results(), wear(resultStyles)]).then(([{ Result }, text]) => ({
      Result,
      text,
    })));
  // A tree that stands on another page than its own keeps to its place there.
  const embedded = !location.pathname.startsWith(new URL(walk.links.self, location.href).pathname);
  hydrate(<TreeWalk {...walk} loadResult={loadResult} embedded={embedded} />, start);
  // What was hidden is shown with the result, or with what is said when it cannot be loaded.
  const shown = (): boolean => byLink(false);
  if (!stay) void loadResult().then(shown, shown);
  if (!stay && !location.hash.includes('=')) location.hash = `#v=${walk.tree.version}&need=`;
}

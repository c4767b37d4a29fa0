import { hydrate } from 'preact';
import type { TreeProps } from './links.ts';
import { TreeWalk } from './TreeWalk.tsx';

/**
 * Brings the start of a tree to life: the next thing shown is the question that the address holds, or the first one.
 *
 * @param start the element with the start as the server sent it
 * @param props the tree and its links
 */
export function openTree(start: Element, props: TreeProps): void {
  hydrate(<TreeWalk {...props} />, start);
  if (!location.hash.includes('=')) location.hash = `#v=${props.tree.version}`;
}

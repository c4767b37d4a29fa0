import { hydrate } from 'preact';
import type { TreeProps } from './links.ts';
import styles from './tree.css?url';
import { TreeWalk } from './TreeWalk.tsx';

/**
 * Brings the start of a tree to life: the next thing shown is the question that the address holds, or the first one.
 *
 * @param start the element with the start as the server sent it
 * @param props the tree and its links
 */
export async function openTree(start: Element, props: TreeProps): Promise<void> {
  await wear(styles);
  hydrate(<TreeWalk {...props} />, start);
  if (!location.hash.includes('=')) location.hash = `#v=${props.tree.version}`;
}

/** Adds a style sheet to the page. Imported by address, because pages would otherwise carry it from the start. */
function wear(address: string): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  return new Promise((resolve) => {
    // Without its style the walk is plain, and works.
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  });
}

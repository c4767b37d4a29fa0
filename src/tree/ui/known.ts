import type { Path } from '../engine/walk.ts';
import type { TreeText } from '../engine/tree.ts';
import { knownPlace } from './known-place.ts';

/** Which tree told us a circumstance. */
export interface Origin {
  readonly tree: string;
  readonly title: string;
}

/** What is known in this tab from the trees walked before: by the id of a circumstance, where it comes from. */
export type Known = Readonly<Record<string, Origin>>;

/**
 * Reads what is known in this tab.
 *
 * @returns what is known; nothing when the browser keeps nothing or what it kept is damaged
 */
export function readKnown(): Known {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(knownPlace()) ?? '{}');
    const entries = typeof kept === 'object' && kept !== null ? Object.entries(kept) : [];
    return Object.fromEntries(entries.filter((entry): entry is [string, Origin] => isOrigin(entry[1])));
  } catch {
    return {};
  }
}

function isOrigin(value: unknown): value is Origin {
  return (
    typeof value === 'object' &&
    value !== null &&
    'tree' in value &&
    typeof value.tree === 'string' &&
    'title' in value &&
    typeof value.title === 'string'
  );
}

/**
 * Remembers what the reader has answered, as far as it carries over, until the tab is closed. What was known before keeps
 * its origin; what the reader answers otherwise now is forgotten.
 *
 * @param id the tree's id
 * @param tree the tree
 * @param path the way so far
 * @returns what is known now
 */
export function remember(id: string, tree: TreeText, path: Path): Known {
  const asked = new Set(path.steps.flatMap(({ question }) => question.answers.flatMap(({ means }) => means)));
  const given = new Set(path.steps.flatMap(({ given }) => given.flatMap(({ means }) => means)));
  const before = readKnown();
  const denied = ({ id: one, excludes }: TreeText['shared'][number]): boolean =>
    asked.has(one) || excludes.some((other) => given.has(other));
  const known = tree.shared.flatMap((one): [string, Origin][] => {
    const there = before[one.id];
    if (given.has(one.id)) return [[one.id, there ?? { tree: id, title: tree.title }]];
    return there && !denied(one) ? [[one.id, there]] : [];
  });
  return keep(Object.fromEntries(known));
}

/**
 * Forgets a circumstance, or all of them.
 *
 * @param circumstance the id of the one; all when left out
 * @returns what is known now
 */
export function forget(circumstance?: string): Known {
  const { [circumstance ?? '']: _, ...others } = readKnown();
  return keep(circumstance === undefined ? {} : others);
}

function keep(known: Known): Known {
  try {
    if (Object.keys(known).length === 0) sessionStorage.removeItem(knownPlace());
    else sessionStorage.setItem(knownPlace(), JSON.stringify(known));
  } catch {
    // A browser that keeps nothing asks twice.
  }
  return known;
}

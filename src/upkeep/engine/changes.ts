import type { Content } from '../../content/content.ts';
import { guideAddress, pageAddresses, scriptAddress, sourceAddress, treeAddress } from '../../routes.ts';
import { dueDay } from './day.ts';

/** What changed on a page on a day, as its file says it. */
export interface Change {
  /** Year-month-day. */
  readonly on: string;
  readonly what: string;
  readonly why?: string | undefined;
}

/** A change with the page that it is about. */
export interface PageChange extends Change {
  readonly kind: 'guide' | 'script' | 'decision' | 'source' | 'page';
  readonly title: string;
  /** From the site's root. */
  readonly address: string;
  /** Tells it from every other change: the page, the day, and a number from the second of that day on. */
  readonly key: string;
}

/** For so many months a page says that it has changed. */
const monthsShown = 1;

/**
 * All changes of all pages.
 * @returns the newest first; those of one day in the order in which the site lists their pages
 */
export function changesOf({ guides, scripts, trees, sources, pages }: Content): PageChange[] {
  const of = (
    kind: PageChange['kind'],
    address: string,
    { title, changes = [] }: { readonly title: string; readonly changes?: readonly Change[] | undefined },
  ): PageChange[] =>
    changes.map((change, at) => {
      const before = changes.slice(0, at).filter(({ on }) => on === change.on).length;
      return { ...change, kind, title, address, key: `${address} ${change.on}${before === 0 ? '' : ` ${before + 1}`}` };
    });
  return [
    ...guides.flatMap((guide) => of('guide', guideAddress(guide.ref), guide)),
    ...scripts.flatMap((script) => of('script', scriptAddress(script.id), script)),
    ...trees.flatMap((tree) => of('decision', treeAddress(tree.id), tree)),
    ...sources.flatMap((source) => of('source', sourceAddress(source.id), source)),
    ...pages.flatMap((page) => of('page', pageAddresses[page.id] ?? '', page)),
  ].sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1));
}

/**
 * What a page says of its last change, for a month from that day on.
 * @param changes what its file names, in any order
 * @param today year-month-day
 * @returns undefined when nothing changed so recently
 */
export function changeToShow(changes: readonly Change[], today: string): Change | undefined {
  const [latest] = changes.toSorted((a, b) => b.on.localeCompare(a.on));
  return latest && today < dueDay(latest.on, monthsShown) ? latest : undefined;
}

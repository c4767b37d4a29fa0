import type { Content, Guide } from '../../content/content.ts';
import type { Waiting } from '../../content/drafts.ts';
import { guideAddress, pageAddresses, scriptAddress, sourceAddress, treeAddress } from '../../routes.ts';
import { upkeep as words } from '../../i18n/en.ts';
import { daysBetween, dueDay } from './day.ts';

/** A page that is due to be read through again, or soon will be. */
export interface DuePage {
  readonly kind: 'guide' | 'page' | 'script' | 'tree' | 'source' | 'fact';
  readonly title: string;
  /** From the site's root; empty where the page has none. */
  readonly address: string;
  /** The file it is written in, from the project's root. */
  readonly file: string;
  /** The role that keeps it. */
  readonly owner: string;
  /** The day of the last review, and the day by which the next was or is due. */
  readonly reviewed: string;
  readonly due: string;
  /** How many days are left; below 0 when it is overdue. */
  readonly days: number;
  /** Of a fact: what was read when it was not the authority of that day. */
  readonly readIn?: string | undefined;
}

/** A point of a document, or a subject beyond them, that few guides or none carry. */
export interface Point {
  /** `source/point`, or the id of a subject of `content/beyond.yaml`. */
  readonly ref: string;
  /** What it says. */
  readonly says: string;
  /** The guides that carry it. */
  readonly guides: readonly Guide[];
}

/** A company's file that stands in for one of the playbook's. */
export interface Override {
  /** The company's file and the playbook's, from the project's root. */
  readonly file: string;
  readonly beneath: string;
  /** Whether the playbook's has changed since; `unknown` when nobody wrote down what it was made from. */
  readonly state: 'sound' | 'changed' | 'same' | 'unknown';
}

/** What needs the care of those who keep the site, as it stands on one day. */
export interface UpkeepReport {
  /** The day it is about, year-month-day. */
  readonly on: string;
  /** Pages whose day has passed, the longest overdue first. */
  readonly overdue: readonly DuePage[];
  /** Pages due today or within `soonDays` days, the next first. */
  readonly soon: readonly DuePage[];
  /** Points and subjects beyond the documents that no guide carries. */
  readonly uncovered: readonly Point[];
  /** Points that hang on one guide only. */
  readonly thin: readonly Point[];
  /** Guides that readers find only in lists and by search. */
  readonly notLedTo: readonly Guide[];
  /** Facts of law, money and safety of all countries, the one checked longest ago first. */
  readonly facts: readonly DuePage[];
  /** Files of the company that stand in for the playbook's and want to be looked at. */
  readonly overrides: readonly Override[];
  /** Pages that are finished and wait for their day, the next first. */
  readonly waiting: readonly Waiting[];
}

/** How far ahead the report looks. */
export const soonDays = 30;

/**
 * Says what needs upkeep.
 *
 * @param content the whole content
 * @param links which addresses the text of a guide or page links to, by its own address
 * @param on the day to look from, year-month-day
 * @param overrides the company's files that stand in for the playbook's
 * @param waiting the pages that wait for their day
 */
export function upkeepReport(
  content: Content,
  links: ReadonlyMap<string, readonly string[]>,
  on: string,
  overrides: readonly Override[] = [],
  waiting: readonly Waiting[] = [],
): UpkeepReport {
  const pages = keptPages(content, on).sort((a, b) => a.days - b.days || a.title.localeCompare(b.title));
  const points = everyPoint(content);
  const subjects = content.beyond.map((subject) => ({
    ref: subject.id,
    says: subject.title,
    guides: content.guides.filter(({ beyond }) => beyond.includes(subject.id)),
  }));
  return {
    on,
    overdue: pages.filter((page) => page.days < 0),
    soon: pages.filter((page) => page.days >= 0 && page.days <= soonDays),
    uncovered: [...points, ...subjects].filter((point) => point.guides.length === 0),
    thin: points.filter((point) => point.guides.length === 1),
    notLedTo: guidesNotLedTo(content, links),
    facts: pages
      .filter(({ kind }) => kind === 'fact')
      .sort((a, b) => a.reviewed.localeCompare(b.reviewed) || a.days - b.days),
    overrides: overrides.filter(({ state }) => state !== 'sound'),
    waiting,
  };
}

/** Whether something in it cannot wait: a page is overdue, or a point has no guide. */
export const needsUpkeepNow = (report: UpkeepReport): boolean =>
  report.overdue.length > 0 || report.uncovered.length > 0;

/** What a page says of its own upkeep. */
type Kept = Pick<DuePage, 'title' | 'owner' | 'reviewed' | 'file'> & { readonly reviewEvery: number };

/**
 * Every page and fact that somebody keeps, with the day by which it is due.
 * @param on the day to count from, year-month-day
 */
export function keptPages(content: Content, on: string): DuePage[] {
  const page = (
    kind: DuePage['kind'],
    { title, owner, reviewed, reviewEvery, file }: Kept,
    address: string,
  ): DuePage => {
    const due = dueDay(reviewed, reviewEvery);
    return { kind, title, address, file, owner, reviewed, due, days: daysBetween(on, due) };
  };
  return [
    ...content.guides.map((guide) => page('guide', guide, guideAddress(guide.ref))),
    ...content.pages.map((other) => page('page', other, pageAddresses[other.id] ?? '')),
    ...content.scripts.map((script) => page('script', script, scriptAddress(script.id))),
    ...content.trees.map((tree) => page('tree', tree, treeAddress(tree.id))),
    ...content.sources.map((source) => page('source', source, sourceAddress(source.id))),
    ...content.facts.map(({ title, country, file, confirm, checked, readIn, review }): DuePage => ({
      kind: 'fact',
      title: words.factOf(title, country),
      address: '',
      file,
      owner: content.organisation.people[confirm]?.role ?? confirm,
      reviewed: checked,
      due: review,
      days: daysBetween(on, review),
      readIn,
    })),
  ];
}

/** Every point of every document with the guides that carry it. */
const everyPoint = (content: Content): Point[] =>
  content.sources.flatMap((source) =>
    source.points.map((point) => {
      const ref = `${source.id}/${point.id}`;
      return { ref, says: point.says, guides: content.guides.filter(({ covers }) => covers.includes(ref)) };
    }),
  );

/**
 * Guides that no other guide names or links to, no page links to, and no outcome and no situation sends readers to.
 * A guide that leads to itself is not led to.
 */
function guidesNotLedTo(content: Content, links: ReadonlyMap<string, readonly string[]>): Guide[] {
  const led = new Set([
    ...content.guides.flatMap((guide) => guide.related.guides.filter((ref) => ref !== guide.ref)).map(guideAddress),
    ...content.trees
      .flatMap((tree) => tree.outcomes.flatMap((outcome) => outcome.guides))
      .map(({ guide }) => guideAddress(guide)),
    ...content.situations.map((situation) => guideAddress(situation.guide)),
    ...[...links].flatMap(([from, addresses]) => addresses.filter((address) => address !== from)),
  ]);
  return content.guides.filter((guide) => !led.has(guideAddress(guide.ref)));
}

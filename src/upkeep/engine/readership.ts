import type { Content } from '../../content/content.ts';
import { formFile, outcomeAddress, routeOf, scriptAddress } from '../../routes.ts';
import { keptPages, type DuePage } from './report.ts';

/** What of a line of a log counts: which address was asked for and what became of it. Nothing of who asked. */
export interface Asked {
  /** From the server's root, without a query. */
  readonly path: string;
  readonly status: number;
  /** Year-month-day, as the server's clock had it. */
  readonly day: string;
  /** Whether the program says itself that it is no browser of a person. */
  readonly byProgram: boolean;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * The format that nginx calls combined and Apache combined or common, with Apache's name of the host before it or not:
 * address, two names, time, request, status, bytes; then where from, and which program.
 */
const format =
  /^(?:\S+:\d+ )?\S+ \S+ .*?\[(\d{2})\/([A-Z][a-z]{2})\/(\d{4}):[^\]]+\] "((?:[^"\\]|\\.)*)" (\d{3}) (?:\d+|-)(?: "(?:[^"\\]|\\.)*" "((?:[^"\\]|\\.)*)")?/;

const programs =
  /bot\b|crawl|spider|slurp|monitor|uptime|health|scan|curl|wget|python|java\/|go-http|node|axios|headless/i;

/**
 * Reads one line of a log.
 * @returns undefined for a line of another format; `nothing` for one that asks for nothing that could be a page
 */
export function readLogLine(line: string): Asked | 'nothing' | undefined {
  const [, date = '', month = '', year = '', request = '', status = '', program = ''] = format.exec(line) ?? [];
  const place = months.indexOf(month) + 1;
  if (place === 0) return undefined;
  const target = /^GET (\S+)(?: HTTP\/[\d.]+)?$/.exec(request)?.[1];
  if (target === undefined || !target.startsWith('/')) return 'nothing';
  return {
    path: target.replace(/[?#].*$/, '').replace(/\/{2,}/g, '/'),
    status: Number(status),
    day: `${year}-${String(place).padStart(2, '0')}-${date}`,
    byProgram: programs.test(program),
  };
}

/** How often each address was asked for. */
export interface Counts {
  /** Pages that were given, by address from the site's root. */
  readonly read: Map<string, number>;
  /** Addresses that no page has. */
  readonly notFound: Map<string, number>;
  /** Requests for pages by programs, which are left out. */
  programs: number;
  /** Lines that were read, and lines of another format. */
  lines: number;
  unreadable: number;
}

/** Counts of nothing. */
export const noCounts = (): Counts => ({ read: new Map(), notFound: new Map(), programs: 0, lines: 0, unreadable: 0 });

/**
 * Adds a line of a log to the counts, so that a log of any length needs no more memory than its addresses.
 * @param base the base path of the site, with a slash at both ends; what lies elsewhere is not this site's
 * @param since the first day that counts, year-month-day; all when left out
 */
export function count(counts: Counts, line: string, base: string, since = ''): void {
  if (line.trim() === '') return;
  const asked = readLogLine(line);
  if (asked === undefined) {
    counts.unreadable += 1;
    return;
  }
  counts.lines += 1;
  if (asked === 'nothing' || asked.day < since || !asked.path.startsWith(base)) return;
  const address = asked.path.slice(base.length - 1);
  const wasGiven = asked.status === 200 || asked.status === 304;
  const wasMissing = asked.status === 404 || asked.status === 410;
  // A page ends in a slash; all else is what pages load, but for the form of a script opened inside a guide.
  const page = wasGiven ? (scriptOf(address) ?? (routeOf(address) ? address : undefined)) : undefined;
  const missing = wasMissing && /^\/[\p{L}\p{N}/_-]*$/u.test(decoded(address)) ? decoded(address) : undefined;
  if (page === undefined && missing === undefined) return;
  if (asked.byProgram) counts.programs += 1;
  else if (page !== undefined) add(counts.read, page);
  else if (missing !== undefined) add(counts.notFound, missing);
}

const add = (to: Map<string, number>, key: string): void => void to.set(key, (to.get(key) ?? 0) + 1);

/** The page of a script whose form was loaded. */
const scriptOf = (address: string): string | undefined => {
  const [, id] = /^\/[^/]+\/([^/]+)\/[^/]+$/.exec(address) ?? [];
  return id !== undefined && address === formFile(id) ? scriptAddress(id) : undefined;
};

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** A page with how often it was read. */
export interface ReadPage {
  readonly title: string;
  readonly address: string;
  readonly times: number;
  /** What upkeep knows of it; undefined for a page that is no file, such as a list. */
  readonly kept: DuePage | undefined;
}

/** What a log says of the pages of a site. */
export interface Readership {
  readonly times: number;
  readonly pages: number;
  /** The most read, the first first. */
  readonly most: readonly ReadPage[];
  /** Kept pages that nobody read, those due first first. */
  readonly never: readonly DuePage[];
  /** Addresses that no page has, the most asked for first. */
  readonly notFound: readonly { readonly address: string; readonly times: number }[];
}

/** So many lines of each part are told. */
const most = 25;
/** What was asked for once may be a slip, or a name that somebody typed; it stays untold. */
const leastMissed = 2;

/**
 * Joins counts with what upkeep knows.
 * @param on today, year-month-day
 */
export function readership({ read, notFound }: Counts, content: Content, on: string): Readership {
  const kept = keptPages(content, on).filter(({ address }) => address !== '');
  const byAddress = new Map(kept.map((page) => [page.address, page]));
  const titles = new Map([
    ...content.trees.flatMap((tree) =>
      tree.outcomes.map(({ id, headline }) => [outcomeAddress(`${tree.id}/${id}`), headline] as const),
    ),
    ...kept.map(({ address, title }) => [address, title] as const),
  ]);
  // An address of the right form that the content does not have is a page of an earlier day.
  const known = [...read].filter(([address]) => titles.has(address) || !isOfContent(address));
  const byTimes = (a: { times: number; address: string }, b: { times: number; address: string }): number =>
    b.times - a.times || a.address.localeCompare(b.address);
  return {
    times: known.reduce((sum, [, times]) => sum + times, 0),
    pages: known.length,
    most: known
      .map(([address, times]) => ({ title: titles.get(address) ?? '', address, times, kept: byAddress.get(address) }))
      .sort(byTimes)
      .slice(0, most),
    never: kept
      .filter(({ address }) => !read.has(address))
      .sort((a, b) => a.days - b.days || a.title.localeCompare(b.title)),
    notFound: [...notFound]
      .map(([address, times]) => ({ address, times }))
      .filter(({ times }) => times >= leastMissed)
      .sort(byTimes)
      .slice(0, most),
  };
}

/** Whether a page of this address would be made from a file of the content. */
const isOfContent = (address: string): boolean => routeOf(address)?.pattern.includes('[') ?? false;

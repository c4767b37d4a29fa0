import type { Content } from '../content/content.ts';
import { upkeep } from '../i18n/en.ts';
import {
  casesAddress,
  guideAddress,
  mapAddress,
  outcomeAddress,
  pageAddresses,
  routeOf,
  routes,
  scriptAddress,
  sourceAddress,
  treeAddress,
  worksheetAddress,
  type Route,
} from '../routes.ts';

/** An address that a page had, and where the page is now. */
export interface Moved {
  /** From the site's root, as all addresses here. */
  readonly from: string;
  readonly to: string;
  /** What the page is called. */
  readonly title: string;
}

/** Names of the software's own pages that have moved. */
const ownTitles: Readonly<Record<string, string>> = { upkeep: upkeep.title };

/**
 * Every address that a page of today had before. A tree takes its outcomes and its other pages along when it moves. No
 * address leads to one that has moved itself: each is named by the page that readers end at.
 * @param content the content, checked: no old address is that of a page of today
 */
export function movedPages(content: Content): Moved[] {
  const moved = new Map<string, Moved>();
  const add = (title: string, to: string, formerly: readonly string[] = []) => {
    for (const from of formerly) if (!moved.has(from)) moved.set(from, { from, to, title });
  };
  const own: readonly Route[] = routes;
  for (const { name, pattern, formerly } of own) add(ownTitles[name] ?? pattern, pattern, formerly);
  for (const { title, ref, formerly } of content.guides) add(title, guideAddress(ref), formerly);
  for (const { title, id, formerly } of content.scripts) add(title, scriptAddress(id), formerly);
  for (const { title, id, formerly } of content.sources) add(title, sourceAddress(id), formerly);
  for (const { title, id, formerly } of content.pages) add(title, pageAddresses[id] ?? '', formerly);
  for (const tree of content.trees)
    for (const { id, headline, formerly } of tree.outcomes) add(headline, outcomeAddress(`${tree.id}/${id}`), formerly);
  for (const { id, title, outcomes, cases, formerly = [] } of content.trees) {
    add(title, treeAddress(id), formerly);
    for (const address of formerly.filter((from) => routeOf(from)?.name === 'tree')) {
      const was = address.split('/').at(-2) ?? '';
      const pages = [worksheetAddress, mapAddress, ...(cases.length > 0 ? [casesAddress] : [])];
      for (const page of pages) add(title, page(id), [page(was)]);
      for (const { id: outcome, headline } of outcomes)
        add(headline, outcomeAddress(`${id}/${outcome}`), [outcomeAddress(`${was}/${outcome}`)]);
    }
  }
  return [...moved.values()];
}

/** A web server that can send readers on by itself. */
export type Server = keyof typeof entries;

/** An entry of each server's configuration. Every address holds the base path, and letters that need no escape. */
const entries = {
  nginx: (from: string, to: string) => `location = ${from} { absolute_redirect off; return 301 ${to}$is_args$args; }`,
  apache: (from: string, to: string) => `RedirectMatch 301 "^${from}$" "${to}"`,
  iis: (from: string, to: string, base: string) =>
    [
      `  <location path="${from.slice(base.length, -1)}">`,
      `    <system.webServer><httpRedirect enabled="true" exactDestination="true" destination="${to}" httpResponseStatus="Permanent" /></system.webServer>`,
      '  </location>',
    ].join('\n'),
} as const;

/** The servers there are entries for. */
export const servers = Object.keys(entries) as Server[];

/**
 * Writes what a web server needs to send readers on by itself, which is quicker than the pages that do it otherwise, and
 * tells other programs that the address has changed for good.
 * @param base the base path of the site, with a slash at both ends
 * @returns lines for its configuration; deploy/README.md says where they go
 */
export const serverEntries = (server: Server, moved: readonly Moved[], base: string): string =>
  moved.map(({ from, to }) => `${entries[server](base + from.slice(1), base + to.slice(1), base)}\n`).join('');

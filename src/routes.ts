/**
 * Every address of the site: what leads to a page, what kind of page it is, and whether search and the single file take
 * it. No other file of src/ writes an address out. Addresses count from the site's root; `href` (src/site/href.ts) puts
 * the base path before them.
 */

// Pages of the software, whose addresses hold no id.
export const homeAddress = '/';
export const guidesAddress = '/guides/';
export const decideAddress = '/decide/';
export const scriptsAddress = '/scripts/';
export const sourcesAddress = '/sources/';
export const disagreementsAddress = `${sourcesAddress}disagreements/`;
export const aboutAddress = '/about/';
export const upkeepAddress = `${aboutAddress}upkeep/`;
/** Every part of a page in every state. */
export const designAddress = `${aboutAddress}design/`;
/** What has changed, newest first. */
export const newAddress = `${aboutAddress}new/`;
/** How decisions and scripts are put into pages of other sites, each with its code, or what has to be set first. */
export const embedAddress = `${aboutAddress}embed/`;
export const searchAddress = '/search/';
export const lettersAddress = '/a-to-z/';
export const offlineAddress = '/offline/';
/** The page for unknown addresses. It is built as a file of that name; servers show it in place of any other page. */
export const notFoundAddress = '/404/';
/** The list of all pages in the single file; the site itself has no such page. */
export const contentsAddress = '/contents/';

/** The address of a topic. */
export const topicAddress = (topic: string): string => `${guidesAddress}${topic}/`;
/** The address of a guide. @param ref `topic/slug` */
export const guideAddress = (ref: string): string => `${guidesAddress}${ref}/`;
/** The address of a script. */
export const scriptAddress = (id: string): string => `${scriptsAddress}${id}/`;
/** The address of a tree. */
export const treeAddress = (id: string): string => `${decideAddress}${id}/`;
/** The address of an outcome. @param ref `tree/outcome` */
export const outcomeAddress = (ref: string): string => `${decideAddress}${ref}/`;
/** The address of a tree's worksheet: the whole tree on one page. */
export const worksheetAddress = (tree: string): string => `${treeAddress(tree)}worksheet/`;
/** The address of the map of a tree: its questions in a line, with where each answer leads. */
export const mapAddress = (tree: string): string => `${treeAddress(tree)}map/`;
/** The address of the made-up cases of a tree. */
export const casesAddress = (tree: string): string => `${treeAddress(tree)}cases/`;
/** The address of a tree or a script in the form that other sites show in a frame. @param address that of its own page */
export const frameAddress = (address: string): string => `/embed${address}`;
/** The element, on the page with the code of each, of a tree or a script. @param address that of its own page */
export const frameAnchor = (address: string): string => `frame${address.replaceAll('/', '-')}`;
/** Where the code of a tree or a script stands. @param address that of its own page */
export const frameEntryAddress = (address: string): string => `${embedAddress}#${frameAnchor(address)}`;
/** The address of a source document. */
export const sourceAddress = (id: string): string => `${sourcesAddress}${id}/`;

// Ids from content become ids of elements. Each gets its kind before it, so that none can be that of a part of the page.

/** The element of a question, on a worksheet and on a map. */
export const questionAnchor = (id: string): string => `question-${id}`;
/** The element of a situation on the first page. */
export const situationAnchor = (id: string): string => `situation-${id}`;
/** The element of a point on the page of its document. */
export const pointAnchor = (id: string): string => `point-${id}`;
/** The element of a made-up case. */
export const caseAnchor = (id: string): string => `case-${id}`;
/** The element of a topic in the library of scripts. */
export const topicAnchor = (id: string): string => `topic-${id}`;
/** The element, on the page of a guide, that counts the months without one client. */
export const monthsAnchor = 'page_months';
/** The element of a letter in the A to Z. */
export const letterAnchor = (letter: string): string => `letter-${letter}`;

/** The address of a question on the worksheet of its tree. */
export const questionAddress = (tree: string, id: string): string => `${worksheetAddress(tree)}#${questionAnchor(id)}`;
/** The address of a situation on the first page. */
export const situationAddress = (id: string): string => `${homeAddress}#${situationAnchor(id)}`;
/** The address of a point on the page of its document. */
export const pointAddress = (source: string, id: string): string => `${sourceAddress(source)}#${pointAnchor(id)}`;

// Files that pages load or offer.

/** What the walk through a tree needs. */
export const walkFile = (tree: string): string => `${treeAddress(tree)}walk.json`;
/** What the results of a tree say. */
export const resultFile = (tree: string): string => `${treeAddress(tree)}result.json`;
/** What the form of a script needs. */
export const formFile = (script: string): string => `${scriptAddress(script)}form.json`;
/** The page at an address as Markdown, for programs. */
export const markdownFile = (address: string): string => `${address}index.md`;
/** What has changed, for programs that tell of it. */
export const feedFile = `${newAddress}feed.xml`;
/** The index of all pages for assistants. */
export const llmsFile = '/llms.txt';
/** The whole content as data, and the schema of it. */
export const contentFile = '/content.json';
export const contentSchemaFile = '/content.schema.json';
/** Whether an address is that of a file for programs: no reader needs it without a network. */
export const isForPrograms = (address: string): boolean =>
  address.endsWith('.md') || [feedFile, llmsFile, contentFile, contentSchemaFile].includes(address);
/** Where the pictures of the content lie, and the files that pages offer, such as forms. */
export const picturesAddress = '/pictures/';
export const attachmentsAddress = '/files/';
/**
 * The file that pages load of a picture: smaller than the picture itself, and in a modern format. A drawing stays as it is.
 * @param address the picture's own, such as `/pictures/form.png`
 * @param isFine whether it is the one for fine screens
 */
export const pictureFile = (address: string, isFine = false): string =>
  address.endsWith('.svg') ? address : `${address}${isFine ? '.2x' : ''}.webp`;
export const themeFile = '/theme.js';
export const iconFile = '/favicon.svg';
export const workerFile = '/sw.js';
/** The name under which a page's script may say which address is the worker's; the policy allows that one. */
export const workerPolicy = 'good-terms-worker';
/** The whole playbook in one file. */
export const singleFileAddress = '/good-terms.html';
/** Whose code readers get, and under which licence. */
export const noticesFile = '/third-party.txt';

/** Pages whose text is a file of content/pages/, by the name of that file. */
export const pageAddresses: Readonly<Record<string, string>> = {
  about: aboutAddress,
  disagreements: disagreementsAddress,
};

/** What a page is to its readers. */
export type PageKind = 'guide' | 'script' | 'decision' | 'outcome' | 'source' | 'page' | 'list' | 'tool';

/** One row of the table: all pages whose addresses differ in ids only. */
export interface Route {
  readonly name: string;
  /** The address; ids stand in brackets, as in the names of the files of src/pages/. */
  readonly pattern: string;
  readonly kind: PageKind;
  /** What search calls such a page and filters by; left out where search does not find it. */
  readonly search?: 'guide' | 'script' | 'decision' | 'source' | 'page';
  /** Whether the single file holds it. */
  readonly inSingleFile: boolean;
  /** Whether it is there only where another site may show pages in a frame; its file is then below src/embed/pages/. */
  readonly ifFramed?: true;
  /** Earlier addresses of a page of the software. Pages of content name theirs under `formerly`. */
  readonly formerly?: readonly string[];
}

const table = <const Rows extends readonly Route[]>(rows: () => Rows): Rows => rows();

/**
 * All pages there are, one row each. Every page file of src/pages/ has a row here (a test compares them). Marked as pure,
 * so that a script of a page that needs an address does not carry the table.
 */
export const routes = /* @__PURE__ */ table(() => [
  { name: 'home', pattern: homeAddress, kind: 'list', inSingleFile: true },
  { name: 'guides', pattern: guidesAddress, kind: 'list', inSingleFile: true },
  { name: 'topic', pattern: topicAddress('[topic]'), kind: 'list', inSingleFile: true },
  { name: 'guide', pattern: guideAddress('[topic]/[slug]'), kind: 'guide', search: 'guide', inSingleFile: true },
  { name: 'decide', pattern: decideAddress, kind: 'list', search: 'page', inSingleFile: true },
  { name: 'tree', pattern: treeAddress('[tree]'), kind: 'decision', search: 'decision', inSingleFile: true },
  { name: 'worksheet', pattern: worksheetAddress('[tree]'), kind: 'tool', inSingleFile: true },
  // It would make the file larger by a thirtieth; the worksheet says the same.
  { name: 'map', pattern: mapAddress('[tree]'), kind: 'tool', inSingleFile: false },
  { name: 'cases', pattern: casesAddress('[tree]'), kind: 'tool', inSingleFile: true },
  {
    name: 'outcome',
    pattern: outcomeAddress('[tree]/[outcome]'),
    kind: 'outcome',
    search: 'decision',
    inSingleFile: true,
  },
  { name: 'scripts', pattern: scriptsAddress, kind: 'list', search: 'page', inSingleFile: true },
  { name: 'script', pattern: scriptAddress('[script]'), kind: 'script', search: 'script', inSingleFile: true },
  { name: 'sources', pattern: sourcesAddress, kind: 'list', inSingleFile: true },
  { name: 'source', pattern: sourceAddress('[source]'), kind: 'source', search: 'source', inSingleFile: true },
  { name: 'disagreements', pattern: disagreementsAddress, kind: 'page', search: 'page', inSingleFile: true },
  { name: 'about', pattern: aboutAddress, kind: 'page', search: 'page', inSingleFile: true },
  { name: 'new', pattern: newAddress, kind: 'list', inSingleFile: false },
  // For those who keep the site.
  { name: 'upkeep', pattern: upkeepAddress, kind: 'list', inSingleFile: false, formerly: ['/about/care/'] },
  // It lists all that pages are made of.
  { name: 'design', pattern: designAddress, kind: 'list', inSingleFile: false },
  { name: 'embed', pattern: embedAddress, kind: 'tool', inSingleFile: false },
  {
    name: 'tree in a frame',
    pattern: frameAddress(treeAddress('[tree]')),
    kind: 'tool',
    inSingleFile: false,
    ifFramed: true,
  },
  {
    name: 'script in a frame',
    pattern: frameAddress(scriptAddress('[script]')),
    kind: 'tool',
    inSingleFile: false,
    ifFramed: true,
  },
  { name: 'search', pattern: searchAddress, kind: 'tool', inSingleFile: false },
  { name: 'letters', pattern: lettersAddress, kind: 'list', inSingleFile: false },
  { name: 'offline', pattern: offlineAddress, kind: 'tool', inSingleFile: false },
  { name: 'not found', pattern: notFoundAddress, kind: 'tool', inSingleFile: false },
]);

/** The name of a row of the table. */
export type RouteName = (typeof routes)[number]['name'];

/**
 * The row that an address belongs to. A word of an address goes before an id: `/decide/fire/map/` is the map and no
 * outcome.
 * @param address from the site's root, without a fragment
 * @returns undefined for an address that no page can have
 */
export function routeOf(address: string): (Route & { readonly name: RouteName }) | undefined {
  const fits = ({ pattern }: Route) => new RegExp(`^${pattern.replace(/\[\w+\]/g, '[^/]+')}$`).test(address);
  const ids = ({ pattern }: Route) => pattern.split('[').length;
  return routes.filter(fits).sort((a, b) => ids(a) - ids(b))[0];
}

/** Whether a page is there as Markdown too: all that say something themselves, and neither list nor do something. */
export const isAlsoMarkdown = ({ kind }: Pick<Route, 'kind'>): boolean => kind !== 'list' && kind !== 'tool';

/**
 * Ids that a thing must not have, because its address would be that of another page: an outcome called `map`, say.
 * @param name the row of the thing
 */
export function reservedIds(name: RouteName): readonly string[] {
  const pattern = routes.find((route) => route.name === name)?.pattern ?? '';
  const above = pattern.replace(/[^/]+\/$/, '');
  const beside = routes.flatMap(({ pattern: other }) => {
    const id = other.startsWith(above) ? other.slice(above.length, -1) : '';
    return /^[^/[]+$/.test(id) ? [id] : [];
  });
  // The file of a folder's own page.
  return [...beside, 'index'];
}

/** Whether a page is one for a frame: neither search engines nor the worker for times without a network take it. */
export const isForFrames = (address: string): boolean => address.startsWith(frameAddress('/'));

/** Whether an address is one that the site's own files need, so that no page may have had it. */
export const isOwnFile = (address: string): boolean =>
  /^\/(_astro|pagefind|search-running)\//.test(address) ||
  [picturesAddress, attachmentsAddress].some((folder) => address.startsWith(folder));

/** What can be reached by an id, as far as the table does not know it: the ids of everything in the content. */
export interface Ids {
  readonly topics: Iterable<string>;
  /** `topic/slug` */
  readonly guides: Iterable<string>;
  readonly scripts: Iterable<string>;
  readonly trees: Iterable<string>;
  /** `tree/outcome` */
  readonly outcomes: Iterable<string>;
  readonly sources: Iterable<string>;
}

/** The addresses of all pages that readers can be sent to, without those that only a server or a worker shows. */
export function addressesOf({ topics, guides, scripts, trees, outcomes, sources }: Ids): ReadonlySet<string> {
  const unlinked: readonly RouteName[] = ['offline', 'not found'];
  return new Set([
    ...(routes as readonly (Route & { readonly name: RouteName })[])
      .filter(({ name, pattern, ifFramed }) => !pattern.includes('[') && !ifFramed && !unlinked.includes(name))
      .map(({ pattern }) => pattern),
    ...[...topics].map(topicAddress),
    ...[...guides].map(guideAddress),
    ...[...scripts].map(scriptAddress),
    ...[...trees].flatMap((tree) =>
      [treeAddress, worksheetAddress, mapAddress, casesAddress].map((page) => page(tree)),
    ),
    ...[...outcomes].map(outcomeAddress),
    ...[...sources].map(sourceAddress),
  ]);
}

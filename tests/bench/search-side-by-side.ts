import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readSearchData } from '../../src/search/index/search-data.ts';
import { readIndex } from '../../src/search/query/search-index.ts';
import { search } from '../../src/search/query/search.ts';
import { golden, measure, type Golden } from '../site/search/measure.ts';
import { loadText } from '../support/pagefind.ts';
import { sites } from '../support/sites.ts';
import { must } from '../support/must.ts';

// The golden list asked of other search engines and of ours, over the same pages, titles and aliases.
//
//   node tests/bench/search-side-by-side.ts [<built folder>]

/** The engines to compare with, fetched for the time being: nobody else needs them. */
const engines = ['minisearch@7.2.0', 'flexsearch@0.8.212'];

/** How an engine answers: the addresses found, best first. */
type Find = (query: string) => Promise<readonly string[]>;

/** A page as every engine gets it. */
interface Page {
  readonly id: string;
  readonly title: string;
  readonly keywords: string;
  readonly headings: string;
  readonly text: string;
}

const folder = resolve(
  process.argv[2] ?? [sites[0].folder, 'dist'].find((one) => existsSync(join(one, 'pagefind'))) ?? 'dist',
);
if (!existsSync(join(folder, 'pagefind')))
  throw new Error(`${folder} holds no built site. Run npm run build, or name a built folder.`);

/** The pages that search knows, with all that people say of each. Their running text stays out: it costs every engine places. */
function readPages(): Page[] {
  return readSearchData(process.cwd()).pages.flatMap(({ url, title, kind, summary, says, parts }) =>
    kind === 'gap'
      ? []
      : [
          {
            id: url,
            title,
            keywords: says.join('\n'),
            headings: parts.map(({ says }) => says).join(' '),
            text: summary,
          },
        ],
  );
}

const first = 10;

/** The part of MiniSearch's interface that is used here. */
interface MiniSearch {
  addAll(pages: readonly Page[]): void;
  search(query: string, options?: Record<string, unknown>): { readonly id: string }[];
}

function miniSearch(make: new (options: object) => MiniSearch, pages: readonly Page[], options: object): Find {
  const index = new make({ fields: ['title', 'keywords', 'headings', 'text'], searchOptions: options });
  index.addAll(pages);
  return async (query) =>
    index
      .search(query)
      .slice(0, first)
      .map(({ id }) => id);
}

/** The part of FlexSearch's interface that is used here. */
interface FlexSearch {
  add(id: number, text: string): void;
  search(query: string, options: Record<string, unknown>): readonly number[];
}

/** All of a page as one text: with a field each, the same settings find fewer of the pages wanted. */
function flexSearch(
  make: new (options: object) => FlexSearch,
  pages: readonly Page[],
  options: object,
  how: Record<string, unknown>,
): Find {
  const index = new make(options);
  pages.forEach(({ title, keywords, headings, text }, at) =>
    index.add(at, [title, keywords, headings, text].join(' ')),
  );
  return async (query) => index.search(query, { limit: first, ...how }).map((at) => must(pages[at], 'page').id);
}

/** The main module of a package in a folder of packages. */
async function load(temporary: string, name: string): Promise<Record<string, unknown>> {
  const at = join(temporary, 'node_modules', name);
  const { module, main } = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8')) as Record<string, string>;
  return (await import(pathToFileURL(join(at, module ?? main ?? 'index.js')).href)) as Record<string, unknown>;
}

async function contestants(temporary: string): Promise<(readonly [string, Find])[]> {
  execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', temporary, ...engines], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  const pages = readPages();
  const Mini = (await load(temporary, 'minisearch'))['default'] as new (options: object) => MiniSearch;
  const flex = await load(temporary, 'flexsearch');
  const Flex = (flex['Index'] ?? (flex['default'] as typeof flex)['Index']) as new (options: object) => FlexSearch;
  const boost = { title: 5, keywords: 3, headings: 2 };
  const index = readIndex(readSearchData(process.cwd()));
  const text = await loadText(folder);
  return [
    ['Pagefind as it comes', async (query) => (await text([query])).urls],
    ['MiniSearch as it comes', miniSearch(Mini, pages, {})],
    [
      'MiniSearch, prefixes, spelling, boosts',
      miniSearch(Mini, pages, { prefix: true, fuzzy: 0.2, boost, combineWith: 'OR' }),
    ],
    [
      'MiniSearch, the same, all words',
      miniSearch(Mini, pages, { prefix: true, fuzzy: 0.2, boost, combineWith: 'AND' }),
    ],
    ['FlexSearch as it comes', flexSearch(Flex, pages, {}, {})],
    // The best of its tokenisers and encoders on this very list.
    ['FlexSearch, spelling, any word', flexSearch(Flex, pages, { tokenize: 'tolerant' }, { suggest: true })],
    [
      'ours',
      async (query) =>
        search(query, index)
          .found.filter(({ page }) => page.kind !== 'gap')
          .slice(0, first)
          .map(({ page }) => page.url),
    ],
  ];
}

const asked = golden.filter(({ want }) => want.length > 0);
const aside = asked.filter((one: Golden) => one.aside);
const nonsense = golden.filter(({ want }) => want.length === 0);

const temporary = mkdtempSync(join(tmpdir(), 'good-terms-engines-'));
try {
  const list = await contestants(temporary);
  console.log(
    `${asked.length} queries, ${aside.length} of them kept aside from tuning, and ${nonsense.length} that must find nothing.\n`,
  );
  console.log('| engine | first | first three | reciprocal rank | first, kept aside | empty | wrong lists |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const [name, find] of list) {
    const all = await measure(asked, find);
    const kept = await measure(aside, find);
    let wrong = 0;
    for (const { q } of nonsense) if ((await find(q)).length > 0) wrong++;
    const shares = [all.at1, all.at3, all.mrr, kept.at1].map((share) => share.toFixed(3));
    console.log(`| ${[name, ...shares, all.empty, wrong].join(' | ')} |`);
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

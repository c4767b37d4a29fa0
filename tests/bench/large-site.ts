import { rmSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { readContent } from '../../src/content/read-content.ts';
import { build, checkContent, copyProject, writeCare, type Cost } from './large-site/build.ts';
import { textOfGuides, writeGuides } from './large-site/guides.ts';
import { askAll, sizesOf, spread, type Asked, type Sizes } from './large-site/measure.ts';
import { madeUpTexts, textsOf } from './large-site/texts.ts';
import { golden } from '../site/search/measure.ts';
import { must } from '../support/must.ts';
import { searchBytes, type SearchBytes } from '../support/pagefind.ts';

// How the site grows: builds made-up ones of several sizes, each in a copy of the project with the real trees, scripts
// and sources, and prints what they cost.
//
//   node tests/bench/large-site.ts                         texts are made up; 90, 900 and 9,000 guides
//   node tests/bench/large-site.ts <folder>                texts are the Markdown files of a folder
//   node tests/bench/large-site.ts [<folder>] 90 900       so many guides

/** One built site, measured. */
interface Measured {
  readonly guides: number;
  readonly load: string;
  readonly check: Cost;
  readonly care: Cost | undefined;
  readonly build: Cost;
  readonly sizes: Sizes;
  readonly asked: readonly Asked[];
  /** The most that any query of the golden list loads. */
  readonly search: SearchBytes;
}

const args = process.argv.slice(2);
const folder = args.find((arg) => !/^\d+$/.test(arg));
const wanted = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
const amounts = (wanted.length > 0 ? wanted : [90, 900, 9000]).toSorted((a, b) => a - b);

const project = process.cwd();
const texts = folder ? textsOf(folder) : madeUpTexts(Math.max(...amounts), textOfGuides(project));
console.log(
  folder
    ? `The texts: ${texts.length} Markdown files of ${folder}, used again where they are too few.`
    : 'The texts are made up: words of the guides in no order, some invented. Name a folder of Markdown to use that.',
);

const all: Measured[] = [];
for (const amount of amounts) {
  const copy = copyProject(project);
  try {
    const written = writeGuides(copy, amount, texts);
    const guides = readContent(copy).content.guides.length;
    console.log(`${guides} guides, ${written} of them made up …`);
    const load = must(loadavg()[0], 'load').toFixed(1);
    const [check, care] = [await checkContent(copy), await writeCare(copy)];
    const cost = await build(copy);
    const dist = join(copy, 'dist');
    const search = await searchBytes(
      golden.map(({ q }) => q),
      dist,
    );
    all.push({ guides, load, check, care, build: cost, sizes: sizesOf(dist), asked: await askAll(dist), search });
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;
const megabytes = (bytes: number | undefined): string =>
  bytes === undefined ? 'unknown' : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
const seconds = (cost: Cost | undefined): string => (cost ? `${cost.seconds.toFixed(1)} s` : 'none');
const milliseconds = (time: number): string => `${Math.round(time)} ms`;

const rows: readonly (readonly [string, (one: Measured) => string])[] = [
  ['pages', ({ sizes }) => String(sizes.pages)],
  ['machine load before', ({ load }) => `${load} on ${cpus().length} cores`],
  ['build', ({ build }) => seconds(build)],
  ['  a page', (one) => milliseconds((one.build.seconds * 1000) / one.sizes.pages)],
  ['  peak memory', ({ build }) => megabytes(build.bytes)],
  ['content check alone', ({ check }) => seconds(check)],
  ['care report alone', ({ care }) => seconds(care)],
  ['output', ({ sizes }) => megabytes(sizes.output)],
  ['  files', ({ sizes }) => String(sizes.files)],
  ['  .gz and .br besides', ({ sizes }) => megabytes(sizes.compressedCopies)],
  ['HTML of a guide, median', ({ sizes }) => kilobytes(sizes.guide.median)],
  ['  gzip', ({ sizes }) => kilobytes(sizes.guideGzip.median)],
  ['HTML of a guide, largest', ({ sizes }) => kilobytes(sizes.guide.largest)],
  ['  gzip', ({ sizes }) => kilobytes(sizes.guideGzip.largest)],
  ['search index', ({ sizes }) => megabytes(sizes.index)],
  ['  what people say, gzip', ({ sizes }) => kilobytes(sizes.saidGzip)],
  ['first results, at most', ({ search }) => kilobytes(search.said)],
  ['first search with the text, at most', ({ search }) => kilobytes(search.withText)],
  ['later search, at most', ({ search }) => kilobytes(search.later)],
  ['first result after, median', (one) => milliseconds(spread(one.asked.map((time) => time.milliseconds)).median)],
];
console.log(`\n| ${['guides', ...all.map(({ guides }) => guides)].join(' | ')} |`);
console.log(`| --- |${all.map(() => ' ---: |').join('')}`);
for (const [name, tell] of rows) console.log(`| ${[name.replace(/^ +/, '… '), ...all.map(tell)].join(' | ')} |`);

/** What each further guide adds, from one size to the next. */
const added = (of: (one: Measured) => number): number[] =>
  all.slice(1).map((one, at) => {
    const before = must(all[at], 'size before');
    return (of(one) - of(before)) / (one.guides - before.guides);
  });
const tellAdded = (name: string, of: (one: Measured) => number, tell: (value: number) => string): void => {
  if (all.length > 1) console.log(`${name}: ${added(of).map(tell).join(', then ')}`);
};
console.log('\nEach further guide adds');
tellAdded('  to the build', ({ build }) => build.seconds * 1000, milliseconds);
tellAdded('  to the output', ({ sizes }) => sizes.output, kilobytes);
tellAdded('  to the index', ({ sizes }) => sizes.index, kilobytes);

const [smallest, largest] = [all[0], all.at(-1)];
if (smallest && largest && smallest !== largest) {
  const grown = [...largest.sizes.byPage]
    .map(([page, bytes]) => ({ page, bytes, before: smallest.sizes.byPage.get(page) ?? 0 }))
    .filter(({ bytes, before }) => before > 0 && bytes > before * 1.1 + 200)
    .sort((a, b) => b.bytes - a.bytes);
  console.log('\nPages that grow with the site:');
  for (const { page, bytes, before } of grown) console.log(`  ${page}: ${kilobytes(before)} to ${kilobytes(bytes)}`);
  if (grown.length === 0) console.log('  none');
}

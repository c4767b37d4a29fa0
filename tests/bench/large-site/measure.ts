import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { serve } from '../../../src/cli/serve.ts';
import { filesIn } from '../../support/built-pages.ts';
import { startBrowser } from '../../support/browser.ts';

/** A built folder in bytes. Copies for servers that send files as they lie (.gz, .br) count apart. */
export interface Sizes {
  readonly files: number;
  readonly pages: number;
  readonly output: number;
  readonly compressedCopies: number;
  /** Pagefind's files and what people say beside them, in bytes. */
  readonly index: number;
  readonly saidGzip: number;
  /** The pages of guides. */
  readonly guide: Spread;
  readonly guideGzip: Spread;
  /** Every page's HTML in bytes, by its place in the folder. */
  readonly byPage: ReadonlyMap<string, number>;
}

/** Some numbers in short. */
export interface Spread {
  readonly median: number;
  readonly largest: number;
}

/** Numbers in short. */
export const spread = (numbers: readonly number[]): Spread => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, largest: sorted.at(-1) ?? 0 };
};

/** Measures a built folder. */
export function sizesOf(folder: string): Sizes {
  const all = filesIn(folder).map((file) => ({ file, bytes: statSync(join(folder, file)).size }));
  const isCopy = ({ file }: { file: string }): boolean => /\.(gz|br)$/.test(file);
  const files = all.filter((one) => !isCopy(one));
  const sum = (some: readonly { bytes: number }[]): number => some.reduce((total, { bytes }) => total + bytes, 0);
  const pages = files.filter(({ file }) => file.endsWith('.html'));
  const guides = pages.filter(({ file }) => /^guides\/[^/]+\/[^/]+\/index\.html$/.test(file));
  const gzipped = (file: string): number => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;
  return {
    files: files.length,
    pages: pages.length,
    output: sum(files),
    compressedCopies: sum(all.filter(isCopy)),
    index: sum(files.filter(({ file }) => /^(pagefind\/|search\.json$)/.test(file))),
    saidGzip: gzipped('search.json'),
    guide: spread(guides.map(({ bytes }) => bytes)),
    guideGzip: spread(guides.map(({ file }) => gzipped(file))),
    byPage: new Map(pages.map(({ file, bytes }) => [file, bytes])),
  };
}

/** What people ask: a few words, a sentence, something misspelt, a single common word. */
const questions = [
  'client shouting at my team',
  'how do I get an overdue invoice paid',
  'invoise',
  'they keep adding work',
  'client',
  'meeting',
];
/** One question, asked in a browser that has nothing kept. */
export interface Asked {
  readonly question: string;
  /** From the last letter typed to the first result, with nothing loaded before. */
  readonly milliseconds: number;
}

/**
 * Searches a built site in a browser.
 * @param folder a site built for the root of a server
 */
export async function askAll(folder: string): Promise<Asked[]> {
  const server = await serve(folder, '/', 0);
  const browser = await startBrowser();
  try {
    const asked: Asked[] = [];
    for (const question of questions) asked.push(await askAfresh(browser, server.address, question));
    return asked;
  } finally {
    await browser.close();
    await server.close();
  }
}

async function askAfresh(browser: Browser, address: string, question: string): Promise<Asked> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.locator('a[data-search-open]').click();
  await page.locator('#search-field').fill(question);
  const began = performance.now();
  await page.waitForFunction(
    (asked) => document.querySelector('dialog[data-search] [data-search-told]')?.textContent?.includes(`“${asked}”`),
    // A misspelt word shows mended.
    question.replace('invoise', 'invoice'),
  );
  const milliseconds = performance.now() - began;
  await context.close();
  return { question, milliseconds };
}

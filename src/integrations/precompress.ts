import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { someAtOnce } from './some-at-once.ts';

/**
 * What is text and often asked for. Pagefind's own files are compressed already; each page's Markdown is for programs, which
 * come rarely, and would be as many files again as all pages.
 */
const text = new Set(['.html', '.css', '.js', '.svg', '.json', '.xml', '.txt']);

/** Below this many bytes the answer's headers weigh more than what is saved. */
const worthIt = 1024;

/**
 * Writes a `.gz` and a `.br` beside every text file of the built site, so that servers need not compress (deploy/).
 * Goes last: it sees what the integrations before it wrote.
 */
export const precompress = (): AstroIntegration => ({
  name: 'precompress',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const { files, before, after } = await compressFolder(fileURLToPath(dir));
      const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} KB`;
      logger.info(`${files} files compressed: ${kilobytes(before)} become ${kilobytes(after)} with gzip.`);
    },
  },
});

/** What was compressed: how many files, and their bytes before and after gzip. */
interface Compressed {
  readonly files: number;
  readonly before: number;
  readonly after: number;
}

/**
 * Compresses the text files of a folder and of the folders in it.
 * @param folder the built folder
 */
export async function compressFolder(folder: string): Promise<Compressed> {
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => text.has(extname(name)));
  let [files, before, after] = [0, 0, 0];
  await someAtOnce(texts, async (name) => {
    const file = join(folder, name);
    const content = readFileSync(file);
    if (content.length < worthIt) return;
    const zipped = await zip(content);
    writeFileSync(`${file}.gz`, zipped);
    writeFileSync(`${file}.br`, await brotli(content, file));
    files += 1;
    before += content.length;
    after += zipped.length;
  });
  return { files, before, after };
}

const zip = (content: Buffer): Promise<Buffer> => promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION });

/** Styles and scripts are few and every reader loads them: the slowest setting. Pages may be thousands: a quick one. */
const brotli = (content: Buffer, file: string): Promise<Buffer> =>
  promisify(brotliCompress)(content, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: /\.(css|js)$/.test(file) ? constants.BROTLI_MAX_QUALITY : 5,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });

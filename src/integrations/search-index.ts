import { existsSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import sirv from 'sirv';
import { loadStrings } from './language.ts';
import { readSearchData } from '../search/index/search-data.ts';
import { pack } from '../search/query/packed.ts';

/** Parts of Pagefind's bundle that this site does without: it has a box of its own, and asks without a worker. */
const unused = /^pagefind-(.*ui|highlight|worker)\.(js|css)$/;

/** Bytes of the parts that Pagefind cuts the words of the text into, before packing: a search loads one for each word. */
const chunkSize = 600;

/**
 * Makes both sources of search: `search.json`, what people say, and Pagefind's index of the text of the built pages.
 * Pagefind is a program of its own, so it works while the next integrations do. The development server has what people
 * say as the content is now, and the text of pages as it was at the last build.
 *
 * @returns what begins it, and what waits for it: before anything that reads the whole built folder
 */
export function searchIndex(): { readonly begin: AstroIntegration; readonly end: AstroIntegration } {
  let text: Promise<number> | undefined;
  const begin: AstroIntegration = {
    name: 'search-index',
    hooks: {
      'astro:server:setup': async ({ server, logger }) => {
        const strings = await loadStrings();
        const base = server.config.base.replace(/\/$/, '');
        const files = sirv('dist', { dev: true });
        server.middlewares.use((request, response, next) => {
          const path = (request.url ?? '').slice(base.length);
          if (path === '/search.json') {
            response.setHeader('content-type', 'application/json');
            response.end(JSON.stringify(pack(readSearchData(process.cwd(), strings))));
          } else if (path.startsWith('/pagefind/')) {
            request.url = path;
            files(request, response, () => {
              response.writeHead(404).end();
            });
          } else next();
        });
        if (!existsSync('dist/pagefind'))
          logger.info('Search knows what people say, and no text of pages until npm run build was run once.');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        text = indexText(folder);
        // Whoever waits for it hears of its failure; until then no one does.
        text.catch(() => undefined);
        const data = readSearchData(process.cwd(), await loadStrings());
        await writeFile(join(folder, 'search.json'), JSON.stringify(pack(data)));
        logger.info(`${data.pages.length} pages by what people say.`);
      },
    },
  };
  const end: AstroIntegration = {
    name: 'search-text',
    hooks: {
      'astro:build:done': async ({ logger }) => {
        logger.info(`${await text} pages by their text.`);
      },
    },
  };
  return { begin, end };
}

async function indexText(folder: string): Promise<number> {
  // Read by Pagefind's program. Should a later one not know it, parts are larger and nothing else changes.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(chunkSize);
  // Without rules of a language, which are 4 KB: it is asked for roots of words, and finds all words that begin with one.
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'unknown' });
  if (!index) throw new Error(`The text could not be indexed: ${errors.join('; ')}`);
  const added = await index.addDirectory({ path: folder });
  const outputPath = join(folder, 'pagefind');
  const written = await index.writeFiles({ outputPath });
  await pagefind.close();
  const faults = [...added.errors, ...written.errors];
  if (faults.length > 0) throw new Error(`The text could not be indexed: ${faults.join('; ')}`);
  const files = await readdir(outputPath);
  await Promise.all(files.filter((name) => unused.test(name)).map((name) => rm(join(outputPath, name))));
  return added.page_count;
}

import { existsSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import sirv from 'sirv';
import { loadStrings } from './language.ts';
import { readSearchData } from '../search/index/read-search-data.ts';
import { pack } from '../search/query/packed.ts';

/**
 * Lets search work in the development server: what people say as the content is now, the text of pages as it was at the
 * last build.
 */
export const devSearch = (): AstroIntegration => ({
  name: 'dev-search',
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
  },
});

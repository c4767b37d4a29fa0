import { existsSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import sirv from 'sirv';

/** What search asks for, below the base path. */
const ofSearch = /^\/(pagefind\/|search-[a-z]+(\/[a-z]+)?\.json)/;

/** Lets search work in the development server on the index of the last build, and says how to get one. */
export const devSearch = (): AstroIntegration => ({
  name: 'dev-search',
  hooks: {
    'astro:server:setup': ({ server, logger }) => {
      const base = server.config.base.replace(/\/$/, '');
      const files = sirv('dist', { dev: true });
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '').slice(base.length);
        if (!ofSearch.test(path)) return next();
        request.url = path;
        files(request, response, () => {
          response.writeHead(404).end();
        });
      });
      logger.info(
        existsSync('dist/pagefind')
          ? 'Search uses the index of the last npm run build.'
          : 'Search has no index yet: run npm run build once.',
      );
    },
  },
});

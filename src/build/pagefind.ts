import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';

/** Indexes the built pages for search, and serves the last built index to the development server. */
export const pagefindIndex = (): AstroIntegration => ({
  name: 'pagefind-index',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const folder = fileURLToPath(dir);
      const { index, errors } = await pagefind.createIndex({ forceLanguage: 'en' });
      if (!index) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
      const added = await index.addDirectory({ path: folder });
      const written = await index.writeFiles({ outputPath: `${folder}/pagefind` });
      await pagefind.close();
      const faults = [...added.errors, ...written.errors];
      if (faults.length > 0) throw new Error(`The search index could not be made: ${faults.join('; ')}`);
      await Promise.all(
        ['pagefind-ui.js', 'pagefind-ui.css', 'pagefind-modular-ui.js', 'pagefind-modular-ui.css', 'pagefind-component-ui.js', 'pagefind-component-ui.css', 'pagefind-highlight.js'].map(
          (name) => rm(`${folder}/pagefind/${name}`, { force: true }),
        ),
      );
      logger.info(`${added.page_count} pages indexed for search.`);
    },
  },
});

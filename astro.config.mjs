// @ts-check
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { contentWatch } from './src/integrations/content-watch.ts';
import { language, partsForBrowsers, plainImports } from './src/integrations/language.ts';
import { layerFiles } from './src/integrations/layer-files.ts';
import { editor } from './src/integrations/editor.ts';
import { frames } from './src/integrations/frames.ts';
import { headlineFont } from './src/integrations/headline-font.ts';
import { offline } from './src/integrations/offline.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { precompress } from './src/integrations/precompress.ts';
import { directives, noHashes, scriptResources } from './src/integrations/policy.ts';
import { siteAddress } from './src/content/site-address.ts';
import { smaller } from './src/integrations/smaller.ts';
import { thirdParty } from './src/integrations/third-party.ts';
import { isForSitemap, movedPagesForServers } from './src/integrations/moved-pages.ts';
import { singleFile } from './src/integrations/single-file.ts';

// What a company builds is nobody else's business: Astro reports each build to its makers unless told not to.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

const { site, base } = siteAddress(process.cwd(), process.env);
const search = searchIndex();

export default defineConfig({
  ...(site ? { site } : {}),
  base,
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 8 },
  compressHTML: true,
  devToolbar: { enabled: false },
  // Nothing is highlighted; the default would need styles that the policy blocks.
  markdown: { syntaxHighlight: false },
  security: { csp: { directives: [...directives], scriptDirective: { resources: [...scriptResources] } } },
  vite: {
    plugins: [language(), partsForBrowsers(), plainImports()],
    environments: {
      client: {
        build: {
          // Preact comes together: three small files pack worse than one.
          rolldownOptions: {
            output: {
              // Every page names them: what Astro adds to the name of a page's own script says nothing to anybody.
              entryFileNames: ({ name }) =>
                `_astro/${name.replace(/\.astro_astro_type_.*/, '').replace(/[^\w.-]/g, '_')}.[hash].js`,
              codeSplitting: { groups: [{ name: 'preact', test: /node_modules.preact.(dist|hooks|jsx-runtime)/ }] },
            },
          },
        },
      },
    },
    build: {
      // A script inside a page needs its hash in the policy of every page; 50 bytes that do not pack.
      assetsInlineLimit: 0,
    },
  },
  integrations: [
    headlineFont(),
    editor(),
    contentWatch(),
    // Its compiler is slow, and only these files need it.
    preact({ include: ['**/*.tsx'] }),
    ...(site ? [sitemap({ filter: (page) => isForSitemap(page, base) })] : []),
    movedPagesForServers(),
    frames(),
    noHashes(),
    layerFiles(),
    search.begin,
    singleFile(),
    search.end,
    smaller(),
    offline(),
    thirdParty(),
    precompress(),
  ],
});

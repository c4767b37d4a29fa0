// @ts-check
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { readAddress } from './src/build/address.ts';
import { contentChecks } from './src/build/content-checks.ts';
import { devSearch } from './src/build/dev-search.ts';
import { offline } from './src/build/offline.ts';
import { pagefindIndex } from './src/build/pagefind.ts';
import { precompress } from './src/build/precompress.ts';
import { directives, scriptResources } from './src/build/policy.ts';
import { proseLinks } from './src/build/prose-links.ts';
import { takeAlong } from './src/build/take-along.ts';

const { site, base } = readAddress(process.env);

export default defineConfig({
  ...(site ? { site } : {}),
  base,
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  compressHTML: true,
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false, processor: satteri({ hastPlugins: [proseLinks(base)] }) },
  security: { csp: { directives: [...directives], scriptDirective: { resources: [...scriptResources] } } },
  vite: {
    build: {
      rolldownOptions: {
        // Astro marks every MDX module with a directive that the bundler warns of and that does no harm (withastro/astro#18087).
        onLog: (level, log, handle) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
        },
      },
    },
  },
  integrations: [
    contentChecks(),
    devSearch(),
    mdx(),
    preact(),
    ...(site ? [sitemap()] : []),
    pagefindIndex(),
    takeAlong(),
    offline(),
    precompress(),
  ],
});

// @ts-check
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { readAddress } from './src/build/address.ts';
import { clientPress } from './src/build/client-press.ts';
import { contentChecks } from './src/build/content-checks.ts';
import { pagefindIndex } from './src/build/pagefind.ts';
import { directives, scriptResources } from './src/build/policy.ts';
import { proseLinks } from './src/build/prose-links.ts';

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
  integrations: [contentChecks(), clientPress(), mdx(), preact(), ...(site ? [sitemap()] : []), pagefindIndex()],
});

import { defineCollection } from 'astro:content';
import { pagesLoader, siteLoader } from './content/loader.ts';

// Content comes in one way: the project's own reader, which tells all faults at once, fills every collection.
export const collections = {
  guides: defineCollection({ loader: pagesLoader('guides') }),
  scripts: defineCollection({ loader: pagesLoader('scripts') }),
  trees: defineCollection({ loader: pagesLoader('trees') }),
  sources: defineCollection({ loader: pagesLoader('sources') }),
  pages: defineCollection({ loader: pagesLoader('pages') }),
  facts: defineCollection({ loader: pagesLoader('facts') }),
  site: defineCollection({ loader: siteLoader() }),
};

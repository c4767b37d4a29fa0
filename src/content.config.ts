import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { guideSchema } from './content/schemas/guide.ts';
import { pageSchema } from './content/schemas/page.ts';
import { scriptSchema } from './content/schemas/script.ts';
import { sourceSchema } from './content/schemas/source.ts';
import { treeSchema } from './content/schemas/tree.ts';

// What Astro renders and watches. The checks read the same files with the same schemas (src/content/read-content.ts),
// because they tell all faults at once, each with its line.
export const collections = {
  guides: defineCollection({ loader: glob({ pattern: '*/*.mdx', base: './content/guides' }), schema: guideSchema }),
  pages: defineCollection({ loader: glob({ pattern: '*.mdx', base: './content/pages' }), schema: pageSchema }),
  sources: defineCollection({ loader: glob({ pattern: '*.md', base: './content/sources' }), schema: sourceSchema }),
  scripts: defineCollection({ loader: glob({ pattern: '*.yaml', base: './content/scripts' }), schema: scriptSchema }),
  trees: defineCollection({ loader: glob({ pattern: '*.yaml', base: './content/trees' }), schema: treeSchema }),
};

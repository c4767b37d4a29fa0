import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { guideSchema } from './schemas/guide.ts';
import { pageSchema } from './schemas/page.ts';
import { scriptSchema } from './schemas/script.ts';
import { sourceSchema } from './schemas/source.ts';
import { treeSchema } from './schemas/tree.ts';

// What Astro renders and watches. The checks read the same files with the same schemas (src/build/read-content.ts),
// because they tell all faults at once, each with its line.
export const collections = {
  guides: defineCollection({ loader: glob({ pattern: '*/*.mdx', base: './content/guides' }), schema: guideSchema }),
  pages: defineCollection({ loader: glob({ pattern: '*.mdx', base: './content/pages' }), schema: pageSchema }),
  sources: defineCollection({ loader: glob({ pattern: '*.md', base: './content/sources' }), schema: sourceSchema }),
  scripts: defineCollection({ loader: glob({ pattern: '*.yaml', base: './content/scripts' }), schema: scriptSchema }),
  trees: defineCollection({ loader: glob({ pattern: '*.yaml', base: './content/trees' }), schema: treeSchema }),
};

import { z } from 'astro/zod';
import { aliases, changes, formerly, upkeep, line } from './shared.ts';

/** The front matter of a page that belongs to no topic: `content/pages/<name>.mdx` (about, disagreements). */
export const pageSchema = z.strictObject({
  title: line.max(70).describe('The heading of the page.'),
  summary: line.max(200).describe('One or two sentences under the title, also shown in search results.'),
  aliases,
  formerly,
  ...changes,
  ...upkeep,
});

/** The checked front matter of such a page. */
export type PageData = z.infer<typeof pageSchema>;

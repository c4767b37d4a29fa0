import { z } from 'astro/zod';
import { changes, formerly, upkeep, id, line } from './shared.ts';

/** The front matter of one source document: `content/sources/<id>.md`. The body says in our words what it is about. */
export const sourceSchema = z.strictObject({
  title: line.describe("The document's own title, or what it is about when it has none."),
  author: line.optional().describe('The author as the document names them; leave the line out when it names nobody.'),
  about: line.describe('What it is about, in a few of our own words.'),
  order: z.number().int().describe('Its place in the list of documents.'),
  points: z
    .array(
      z.strictObject({
        id: id.describe('Guides name the point by it, behind its document. Never changes.'),
        says: line.describe('What the document teaches here, in our own words, one sentence.'),
      }),
    )
    .min(1)
    .describe('What the document teaches, point by point.'),
  formerly,
  ...changes,
  ...upkeep,
});

/** The checked front matter of a source document. */
export type SourceData = z.infer<typeof sourceSchema>;

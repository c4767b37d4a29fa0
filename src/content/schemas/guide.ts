import { z } from 'astro/zod';
import { aliases, changes, draft, formerly, upkeep, guideRef, id, line, outcomeRef, pointRef, refersTo } from './shared.ts';

/** The front matter of one guide: `content/guides/<topic>/<file>.mdx`. Topic and address come from the folder and the file name. */
export const guideSchema = z.strictObject({
  title: line
    .max(70)
    .describe('The heading of the page and its name in lists: what the reader would call the problem.'),
  summary: line
    .max(200)
    .describe(
      'One or two sentences in lists of guides and in search results: what the reader will be able to do. Below the title it shows only in a guide without "Do this first".',
    ),
  order: z.number().int().describe('Its place within the topic: lower comes first.'),
  covers: z
    .array(pointRef)
    .default([])
    .describe('The points of the source documents that this guide carries, such as terson/go-to-the-top.'),
  beyond: z
    .array(refersTo('subject', id))
    .default([])
    .describe('The subjects beyond the documents that this guide answers. It needs one when it covers no point.'),
  aliases,
  formerly,
  related: z
    .strictObject({
      guides: z.array(guideRef).default([]).describe('Guides to read next.'),
      outcomes: z
        .array(outcomeRef)
        .default([])
        .describe('Outcomes of trees that this guide helps with, such as fire/challenge.'),
    })
    .default({ guides: [], outcomes: [] })
    .describe('Where to go next. Scripts are not listed here: embed them in the text.'),
  ...changes,
  ...upkeep,
  ...draft,
});

/** The checked front matter of a guide. */
export type GuideData = z.infer<typeof guideSchema>;

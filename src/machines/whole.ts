import { z } from 'astro/zod';
import type { Content } from '../content/content.ts';
import { jsonSchemaOf } from '../content/schemas/json-schema.ts';
import { circumstancesSchema, needsSchema, safeguardsSchema } from '../content/schemas/counsel.ts';
import { factSchema } from '../content/schemas/fact.ts';
import { guideSchema } from '../content/schemas/guide.ts';
import { pageSchema } from '../content/schemas/page.ts';
import { phrasingsSchema } from '../content/schemas/phrasings.ts';
import { scriptSchema, sharedFieldsSchema } from '../content/schemas/script.ts';
import {
  beyondSchema,
  organisationSchema,
  playbookSchema,
  situationsSchema,
  topicsSchema,
  dangerSchema,
  vocabularySchema,
} from '../content/schemas/site.ts';
import { day } from '../content/schemas/shared.ts';
import { sourceSchema } from '../content/schemas/source.ts';
import { casesSchema, treeSchema } from '../content/schemas/tree.ts';
import { language } from '../i18n/en.ts';
import { contentSchemaFile, markdownFile } from '../routes.ts';
import { machinePages } from './pages.ts';
import type { Site } from './prose.ts';

const fileId = z.string().describe('Its id: the name of its file.');

const wholeSchema = z.strictObject({
  $schema: z.string().describe('The address of this schema.'),
  name: z.string().describe('What the playbook is called.'),
  language: z.string().describe('The language of its pages, such as en-GB.'),
  asOf: day.describe('The day of the last change that this was made from.'),
  pages: z
    .array(
      z.strictObject({
        address: z.string().describe('Where readers find the page.'),
        markdown: z.string().describe('The address of the same text by itself.'),
        kind: z.enum(['guide', 'script', 'decision', 'outcome', 'source', 'page']).describe('What it is.'),
        title: z.string(),
        summary: z.string(),
        topic: z.string().optional().describe('Of a guide or a script: the id of its topic.'),
        owner: z.string().describe('The role that keeps it true.'),
        reviewed: day.describe('The day somebody last read it through.'),
        text: z.string().describe('The whole page in Markdown. Details to fill in stand in square brackets.'),
      }),
    )
    .describe('Every page as text, ready to be searched or quoted.'),
  content: z
    .strictObject({
      guides: z.array(
        guideSchema.extend({
          ref: z.string().describe('How other entries name it: topic/file.'),
          topic: z.string().describe('The id of its topic.'),
          slug: z.string().describe('The name of its file.'),
          scripts: z.array(z.string()).describe('The scripts in its text.'),
          trees: z.array(z.string()).describe('The trees in its text.'),
          facts: z.array(z.string()).describe('The facts in its text.'),
          hasMonths: z.boolean().describe('Whether it has the count of months without a client.'),
        }),
      ),
      scripts: z.array(scriptSchema.extend({ id: fileId })),
      trees: z.array(treeSchema.extend({ id: fileId, cases: casesSchema })),
      sources: z.array(sourceSchema.extend({ id: fileId })),
      pages: z.array(pageSchema.extend({ id: fileId })),
      facts: z.array(factSchema.extend({ id: fileId, country: z.string().describe('The country it holds in.') })),
      situations: situationsSchema,
      circumstances: circumstancesSchema,
      safeguards: safeguardsSchema,
      needs: needsSchema,
      vocabulary: vocabularySchema,
      danger: dangerSchema,
      phrasings: z
        .record(z.string(), phrasingsSchema)
        .describe('What people say when a page is the answer, by address.'),
      beyond: beyondSchema,
      topics: topicsSchema,
      playbook: playbookSchema,
      // Who may frame the site is a matter of its server.
      organisation: organisationSchema.omit({ framedBy: true }),
      fields: sharedFieldsSchema,
    })
    .describe('The data of the pages as their files have it; texts of scripts still hold their markers.'),
});

/** The JSON Schema of {@link wholeContent}. */
export const wholeContentSchema = () => jsonSchemaOf('The whole playbook', wholeSchema);

/**
 * The whole playbook as data: every page as text, and what its files say.
 * @param asOf the day of the build, year-month-day
 * @returns what fits {@link wholeContentSchema} once it is written as JSON
 */
export function wholeContent(site: Site, asOf: string) {
  const { content, address } = site;
  return {
    $schema: address(contentSchemaFile),
    name: content.playbook.name,
    language,
    asOf,
    pages: machinePages(site).map(({ address: path, markdown, ...page }) => ({
      ...page,
      address: address(path),
      markdown: address(markdownFile(path)),
      text: markdown(),
    })),
    content: {
      ...content,
      guides: withoutFile(content.guides),
      scripts: withoutFile(content.scripts),
      trees: withoutFile(content.trees),
      sources: withoutFile(content.sources),
      pages: withoutFile(content.pages),
      facts: withoutFile(content.facts),
      phrasings: Object.fromEntries(content.phrasings),
      organisation: withoutFrames(content.organisation),
    } satisfies Record<keyof Content, unknown>,
  };
}

const withoutFrames = ({ framedBy: _, ...organisation }: Content['organisation']) => organisation;

/** Where a page lies on the disk of whoever built the site is nobody else's business. */
const withoutFile = <T extends { readonly file: string }>(pages: readonly T[]) =>
  pages.map(({ file: _, ...page }) => page);

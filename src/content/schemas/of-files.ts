import type { z } from 'astro/zod';
import { circumstancesSchema, needsSchema, safeguardsSchema } from './counsel.ts';
import { factSchema } from './fact.ts';
import { guideSchema } from './guide.ts';
import { pageSchema } from './page.ts';
import { phrasingsSchema } from './phrasings.ts';
import { scriptSchema, sharedFieldsSchema } from './script.ts';
import {
  beyondSchema,
  dangerSchema,
  organisationSchema,
  playbookSchema,
  situationsSchema,
  topicsSchema,
  vocabularySchema,
} from './site.ts';
import { sourceSchema } from './source.ts';
import { casesSchema, treeSchema } from './tree.ts';

/** What a kind of file is checked against, with its title for an editor. */
type Named = Readonly<Record<string, readonly [title: string, schema: z.ZodType]>>;

/** The YAML files that an editor of text completes and checks by a JSON Schema, by its name. */
export const yamlSchemas: Named = {
  script: ['A script: content/scripts/<id>.yaml', scriptSchema],
  tree: ['A tree: content/trees/<id>.yaml', treeSchema],
  cases: ['Worked cases of a tree: content/cases/<tree>.yaml', casesSchema],
  circumstances: ['What answers mean: content/circumstances.yaml', circumstancesSchema],
  safeguards: ['What has to happen whatever the result: content/safeguards.yaml', safeguardsSchema],
  needs: ['The front door: content/needs.yaml', needsSchema],
  fact: ['A fact of law, money or safety: content/facts/<country>/<id>.yaml', factSchema],
  situations: ['What brings people here: content/situations.yaml', situationsSchema],
  vocabulary: ['How search understands people: content/vocabulary.yaml', vocabularySchema],
  danger: ['How danger is told: content/danger.yaml', dangerSchema],
  beyond: ['Subjects beyond the documents: content/beyond.yaml', beyondSchema],
  topics: ['The topics in order: content/topics.yaml', topicsSchema],
  playbook: ['The playbook as a whole: content/playbook.yaml', playbookSchema],
  organisation: ['What belongs to this company: content/organisation.yaml', organisationSchema],
  fields: ['The case sheet: content/fields.yaml', sharedFieldsSchema],
};

/** All kinds of files: front matter and phrasings as well. */
export const fileSchemas: Named = {
  ...yamlSchemas,
  guide: ['A guide: content/guides/<topic>/<file>.mdx', guideSchema],
  page: ['A page outside the topics: content/pages/<name>.mdx', pageSchema],
  source: ['A source document: content/sources/<id>.md', sourceSchema],
  phrasings: ['What people say: content/phrasings/<address>.yaml', phrasingsSchema],
};

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import { circumstancesSchema, needsSchema, safeguardsSchema } from '../content/schemas/counsel.ts';
import { factSchema } from '../content/schemas/fact.ts';
import { jsonSchemaOf } from '../content/schemas/json-schema.ts';
import { scriptSchema, sharedFieldsSchema } from '../content/schemas/script.ts';
import {
  beyondSchema,
  organisationSchema,
  playbookSchema,
  situationsSchema,
  topicsSchema,
  vocabularySchema,
} from '../content/schemas/site.ts';
import { casesSchema, treeSchema } from '../content/schemas/tree.ts';

/** Where the JSON Schemas lie, from the project's root. */
export const schemaFolder = 'content/.schemas';

/** What each kind of YAML file is checked against, by the name of its JSON Schema, with its title for the editor. */
const schemas: Readonly<Record<string, readonly [title: string, schema: z.ZodType]>> = {
  script: ['A script: content/scripts/<id>.yaml', scriptSchema],
  tree: ['A tree: content/trees/<id>.yaml', treeSchema],
  cases: ['Worked cases of a tree: content/cases/<tree>.yaml', casesSchema],
  circumstances: ['What answers mean: content/circumstances.yaml', circumstancesSchema],
  safeguards: ['What has to happen whatever the result: content/safeguards.yaml', safeguardsSchema],
  needs: ['The front door: content/needs.yaml', needsSchema],
  fact: ['A fact of law, money or safety: content/facts/<country>/<id>.yaml', factSchema],
  situations: ['What brings people here: content/situations.yaml', situationsSchema],
  vocabulary: ['How search understands people: content/vocabulary.yaml', vocabularySchema],
  beyond: ['Subjects beyond the documents: content/beyond.yaml', beyondSchema],
  topics: ['The topics in order: content/topics.yaml', topicsSchema],
  playbook: ['The playbook as a whole: content/playbook.yaml', playbookSchema],
  organisation: ['What belongs to this company: content/organisation.yaml', organisationSchema],
  fields: ['The case sheet: content/fields.yaml', sharedFieldsSchema],
};

/**
 * The JSON Schemas of all YAML files, by file name. An editor that knows YAML completes and checks the files by them
 * while one types; the build checks more than they can say.
 */
export const jsonSchemas = (): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(schemas).map(([name, [title, schema]]) => {
      return [`${name}.schema.json`, `${JSON.stringify(jsonSchemaOf(title, schema), null, 2)}\n`];
    }),
  );

if (import.meta.main) {
  mkdirSync(schemaFolder, { recursive: true });
  const files = jsonSchemas();
  for (const [name, text] of files) writeFileSync(join(schemaFolder, name), text);
  console.log(`Written to ${schemaFolder}: ${[...files.keys()].join(', ')}.`);
}

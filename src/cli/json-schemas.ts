import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemaOf } from '../content/schemas/json-schema.ts';
import { tellingWhatCannotBeWritten } from './cannot-write.ts';
import { yamlSchemas } from '../content/schemas/of-files.ts';

/** Where the JSON Schemas lie, from the project's root. */
export const schemaFolder = 'content/.schemas';

/**
 * The JSON Schemas of all YAML files, by file name. An editor that knows YAML completes and checks the files by them
 * while one types; the build checks more than they can say.
 */
export const jsonSchemas = (): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(yamlSchemas).map(([name, [title, schema]]) => {
      return [`${name}.schema.json`, `${JSON.stringify(jsonSchemaOf(title, schema), null, 2)}\n`];
    }),
  );

if (import.meta.main) {
  const files = jsonSchemas();
  process.exitCode = tellingWhatCannotBeWritten(() => {
    mkdirSync(schemaFolder, { recursive: true });
    for (const [name, text] of files) writeFileSync(join(schemaFolder, name), text);
    console.log(`Written to ${schemaFolder}: ${[...files.keys()].join(', ')}.`);
    return 0;
  });
}

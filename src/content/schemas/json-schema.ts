import { z } from 'astro/zod';

/**
 * A schema as a JSON Schema. Draft 7 is what editors understand. It describes files as they are written: a value with a
 * default may be left out.
 * @param title what it describes
 */
export function jsonSchemaOf(title: string, schema: z.ZodType) {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    reused: 'inline',
    // That a day exists is beyond a JSON Schema; what a day looks like is not.
    override: ({ jsonSchema, path }) => {
      if (['reviewed', 'checked', 'review', 'on', 'asOf', 'publish'].includes(String(path.at(-1))))
        jsonSchema.pattern = '^\\d{4}-\\d{2}-\\d{2}$';
    },
  });
  return { $schema, title, ...rest };
}

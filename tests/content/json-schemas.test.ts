import { globSync, readdirSync, readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { jsonSchemas, schemaFolder } from '../../src/cli/json-schemas.ts';

const made = jsonSchemas();
const mapping = (
  JSON.parse(readFileSync('.vscode/settings.json', 'utf8')) as { 'yaml.schemas': Record<string, string> }
)['yaml.schemas'];
const filesOf = (pattern: string): string[] => globSync(pattern);

test('the committed JSON Schemas are up to date; if not: node src/cli/json-schemas.ts', () => {
  expect(readdirSync(schemaFolder).sort()).toEqual([...made.keys()].sort());
  for (const [name, text] of made) expect(readFileSync(`${schemaFolder}/${name}`, 'utf8'), name).toBe(text);
});

test('editors know a file pattern for each', () => {
  expect(Object.keys(mapping).sort()).toEqual([...made.keys()].map((name) => `./${schemaFolder}/${name}`).sort());
});

describe.each([...made])('%s', (name, text) => {
  const schema = JSON.parse(text) as Parameters<typeof z.fromJSONSchema>[0] & { readonly type: string };

  test('says what each key is', () => {
    const silent: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [key, inner] of Object.entries((node as { properties?: object }).properties ?? {}))
        if (typeof inner === 'object' && inner !== null && !('description' in inner) && !lists.has(key))
          silent.push(`${path}.${key}`);
      for (const [key, inner] of Object.entries(node)) visit(inner, `${path}.${key}`);
    };
    // Lists whose entries say it.
    const lists = new Set(['answers', 'questions', 'outcomes', 'aliases']);
    visit(schema, name);
    expect(silent).toEqual([]);
  });

  test('passes the files of this site and refuses an unknown key', () => {
    const check = z.fromJSONSchema(schema);
    for (const file of filesOf(mapping[`./${schemaFolder}/${name}`] ?? '')) {
      const data: unknown = parse(readFileSync(file, 'utf8'));
      expect(check.safeParse(data).error?.issues, file).toBeUndefined();
    }
    const wrong = schema.type === 'array' ? [{ nonsense: 1 }] : { nonsense: 1 };
    expect(check.safeParse(wrong).success).toBe(false);
  });
});

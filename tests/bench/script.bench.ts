import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { fieldDefinitions } from '../../src/script/engine/check.ts';
import { toEml } from '../../src/script/engine/eml.ts';
import { fillVariant, parseVariant, toCopy, toMailLink } from '../../src/script/engine/message.ts';
import { scriptSchema, sharedFieldsSchema } from '../../src/content/schemas/script.ts';

const content = new URL('../../content/', import.meta.url);
const read = (file: string): unknown => parseYaml(readFileSync(new URL(file, content), 'utf8'));
const shared = sharedFieldsSchema.parse(read('fields.yaml'));
const settings = { locale: 'en-GB', currency: 'GBP' };

/** The longest variant of the library, which decides how fast the page feels. */
const longest = readdirSync(new URL('scripts/', content))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => scriptSchema.parse(read(`scripts/${file}`)))
  .flatMap((script) => script.variants.map((variant) => ({ script, variant })))
  .reduce((a, b) => (b.variant.text.length > a.variant.text.length ? b : a));

const fields = fieldDefinitions(longest.script, shared);
const values = longest.script.samples[0]?.values ?? {};
const long = Object.fromEntries(Object.keys(fields).map((name) => [name, '<((x))>\n'.repeat(1250)]));
const parsed = parseVariant(longest.variant);
const message = fillVariant(parsed, fields, values, settings);

test(`the longest variant: ${longest.variant.text.length} characters`, async ({ bench }) => {
  await bench.compare(
    bench('parse', () => {
      parseVariant(longest.variant);
    }),
    bench('fill', () => {
      fillVariant(parsed, fields, values, settings);
    }),
    bench('fill, 10,000 characters in each field', () => {
      fillVariant(parsed, fields, long, settings);
    }),
    bench('mail link, both forms to copy, .eml', () => {
      toMailLink(message);
      toCopy(message);
      toEml(message);
    }),
  );
});

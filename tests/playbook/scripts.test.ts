import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { checkScript, fieldDefinitions } from '../../src/script/engine/check.ts';
import { languageWarnings } from '../../src/script/engine/language.ts';
import { toEml } from '../../src/script/engine/eml.ts';
import { fillVariant, parseVariant, toCopy, toMailLink, toTextFile } from '../../src/script/engine/message.ts';
import type { Message, ParsedVariant } from '../../src/script/engine/message.ts';
import { nameUses } from '../../src/script/engine/names.ts';
import { plain } from '../../src/script/engine/plain.ts';
import type { Value, Values } from '../../src/script/engine/values.ts';
import { scriptSchema, sharedFieldsSchema } from '../../src/content/schemas/script.ts';
import type { FieldData, ScriptData, VariantData } from '../../src/content/schemas/script.ts';

// Every script of the library is put through everything a reader can do with it. What each variant says
// with each sample is kept under golden/ to be read as text; after a change of words, read the new
// text and keep it with: npx vitest run tests/playbook/scripts.test.ts -u

const content = new URL('../../content/', import.meta.url);
const read = (file: string): unknown => parseYaml(readFileSync(new URL(file, content), 'utf8'));

const settings = { locale: 'en-GB', currency: 'GBP', today: '2026-11-24' };
const shared = sharedFieldsSchema.parse(read('fields.yaml'));
const scripts = readdirSync(new URL('scripts/', content))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => ({
    id: file.replace('.yaml', ''),
    data: scriptSchema.parse(read(`scripts/${file}`), { reportInput: true }),
  }));

/** Traces that a dropped part leaves when white space does not close up. */
const UNTIDY = /\n{3}| {2}| [,;!?)]|\( | \.(?!\w|\.)| \n|\n |^\s|\s$/;

function everyText({ subject, text, ifTheySay }: Message): string[] {
  return [subject ?? [], text, ...ifTheySay.flatMap(({ they, you }) => [they, you])].map(plain);
}

/** Something to fill a field with, so that its parts are shown. */
function something(field: FieldData): Value {
  if (field.kind === 'yes-or-no') return true;
  if (field.kind === 'several') return field.choices?.slice(0, 2) ?? [];
  if (field.kind === 'choice') return field.choices?.[0] ?? '';
  if (field.kind === 'date') return '2026-11-20';
  if (field.kind === 'money') return '1200';
  return 'word';
}

/** Every way of filling and not filling the fields that decide about optional parts. */
function* combinations(variant: ParsedVariant, fields: Readonly<Record<string, FieldData>>): Generator<Values> {
  const texts = [variant.subject ?? [], variant.text, ...variant.ifTheySay.flatMap(({ they, you }) => [they, you])];
  const deciding = [
    ...new Set(texts.flatMap((nodes) => nameUses(nodes).flatMap(({ name, decides }) => (decides ? [name] : [])))),
  ];
  const all = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, something(field)]));
  expect(deciding.length, 'so many optional parts in one variant cannot be read through').toBeLessThan(13);
  for (let mask = 0; mask < 2 ** deciding.length; mask++) {
    const off = deciding.filter((_, i) => (mask & (1 << i)) === 0);
    yield { ...all, ...Object.fromEntries(off.map((name) => [name, undefined])) };
  }
}

/** A script ready to be filled: its fields, its variants, and what each says with some values. */
function ready(data: ScriptData) {
  const fields = fieldDefinitions(data, shared);
  const variants = data.variants.map((variant) => ({ variant, parsed: parseVariant(variant) }));
  const message = (parsed: ParsedVariant, values: Values): Message => fillVariant(parsed, fields, values, settings);
  return { fields, variants, message };
}

describe.each(scripts)('$id', ({ id, data }: { id: string; data: ScriptData }) => {
  const { fields, variants, message } = ready(data);

  test('has no fault', () => {
    expect(checkScript(data, shared)).toEqual([]);
  });

  test('is tidy in every combination of its optional parts, and has no gap that could not be filled', () => {
    for (const { variant, parsed } of variants) {
      for (const values of combinations(parsed, fields)) {
        const filled = message(parsed, values);
        for (const text of everyText(filled)) expect(UNTIDY.exec(text)?.[0], `${variant.id}: ${text}`).toBeUndefined();
        expect(text(filled), variant.id).not.toBe('');
      }
      const complete = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, something(field)]));
      for (const each of everyText(message(parsed, complete))) expect(each).not.toMatch(/\(\(|\)\)/);
    }
  });

  test('the first sample leaves no gap', () => {
    for (const { variant, parsed } of variants) {
      data.samples.forEach(({ name, values }, i) => {
        const { gaps } = message(parsed, values);
        if (i === 0) expect(gaps, `${variant.id}: ${name}`).toEqual([]);
      });
    }
  });

  test('a note to the writer is in no output', () => {
    const notes = data.variants.flatMap(({ note }) => (note === undefined ? [] : [note]));
    for (const { parsed } of variants) {
      for (const { values } of data.samples) {
        const filled = message(parsed, values);
        const outputs = [
          toTextFile(filled),
          toCopy(filled).html,
          decodeURIComponent(toMailLink(filled)?.address ?? ''),
          decodedEml(filled),
        ];
        for (const note of notes) for (const output of outputs) expect(output).not.toContain(note.slice(0, 40));
      }
    }
  });

  const cases = variants.flatMap(({ variant, parsed }) =>
    data.samples.map(({ values }, i) => ({ variant: variant.id, n: i + 1, parsed, values })),
  );
  test.each(cases)('reads as kept: $variant $n', async ({ variant, n, parsed, values }) => {
    await expect(toTextFile(message(parsed, values))).toMatchFileSnapshot(`golden/${id}/${variant}.${n}.txt`);
  });
});

describe('the whole library', () => {
  const listed = (title: string, found: readonly string[]): string =>
    `${title}\n${found.map((line) => `- ${line}\n`).join('')}`;
  const gaps = scripts.flatMap(({ id, data }) => {
    const { variants, message } = ready(data);
    return variants.flatMap(({ variant, parsed }) =>
      data.samples.flatMap(({ name, values }) => {
        const { gaps } = message(parsed, values);
        return gaps.length > 0 ? [`${id} ${variant.id}, "${name}": ${gaps.join(', ')}`] : [];
      }),
    );
  });
  const long = scripts.flatMap(({ id, data }) => {
    const { variants, message } = ready(data);
    return variants.flatMap(({ variant, parsed }) => {
      const link = toMailLink(message(parsed, data.samples[0]?.values ?? {}));
      return link && !link.fits ? [`${id} ${variant.id}: ${link.length}`] : [];
    });
  });
  const language = scripts.flatMap(({ id, data }) =>
    languageWarnings(data).map(({ path, lineInText = 0, what }) => {
      const variant: VariantData | undefined = data.variants[Number(path[1])];
      return `${id} ${variant?.id ?? ''}, ${path.slice(2).join(' ')}, line ${lineInText + 1}: ${what}`;
    }),
  );

  test('gaps that samples leave are those that were read and kept', async () => {
    await expect(listed('Gaps that a sample leaves, on purpose', gaps)).toMatchFileSnapshot('golden/gaps.txt');
  });

  test('mails too long for a link are those that are known', async () => {
    await expect(
      listed('Mails too long for a mail link with the first sample; the page offers the other ways', long),
    ).toMatchFileSnapshot('golden/too-long-for-a-link.txt');
  });

  test('warnings about language are those that were read and kept', async () => {
    if (language.length > 0) console.warn(listed('Warnings about language', language));
    await expect(listed('Warnings about language that were read and kept', language)).toMatchFileSnapshot(
      'golden/language.txt',
    );
  });
});

function text(filled: Message): string {
  return plain(filled.text);
}

function decodedEml(filled: Message): string {
  return (toEml(filled) ?? '').replace(/^[A-Za-z0-9+/=\r\n]{20,}$/gm, (lines) =>
    Buffer.from(lines, 'base64').toString('utf8'),
  );
}

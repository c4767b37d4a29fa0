import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { jsonSchemaOf } from '../../../src/content/schemas/json-schema.ts';
import { fileSchemas } from '../../../src/content/schemas/of-files.ts';
import {
  blank,
  formLike,
  formOf,
  lineOf,
  shows,
  wayTaken,
  withoutControl,
  type Form,
} from '../../../src/editor/engine/form.ts';
import {
  hasLabel,
  labelOf,
  optionOf,
  placeInWords,
  tickHelp,
  titleOf,
} from '../../../src/editor/engine/field-words.ts';
import { lookedAt } from '../runs.ts';

/** Where the files of each kind lie; a list lies in the folder itself. */
const folders: Readonly<Record<string, string>> = {
  script: 'scripts/*.yaml',
  tree: 'trees/*.yaml',
  cases: 'cases/*.yaml',
  fact: 'facts/*/*.yaml',
  guide: 'guides/*/*.mdx',
  page: 'pages/*.mdx',
  source: 'sources/*.md',
  phrasings: 'phrasings/**/*.yaml',
};
const kinds = Object.entries(fileSchemas).map(([kind, [title, schema]]) => ({
  kind,
  schema: jsonSchemaOf(title, schema),
  files: folders[kind] ?? `${kind}.yaml`,
}));

const dataOf = (file: string): unknown => {
  const text = readFileSync(file, 'utf8');
  return parse(/\.mdx?$/.test(file) ? (/^---\n(.*?)\n---/s.exec(text)?.[1] ?? '') : text);
};
const formFor = (kind: string): Form => formOf(kinds.find((one) => one.kind === kind)?.schema ?? {});
/** The form under some keys. */
const under = (form: Form, ...keys: readonly string[]): Form =>
  keys.reduce((at, key) => {
    const group = at.kind === 'list' ? at.entry : at;
    const field = group.kind === 'group' ? group.fields.find((one) => one.key === key) : undefined;
    if (!field) throw new Error(`There is no field ${key}.`);
    return field.form;
  }, form);

describe.each(kinds)('$kind', ({ schema, files }) => {
  const form = formOf(schema);

  test('has a control for every value of every file', () => {
    const found = globSync([`content/${files}`, `tests/small-playbook/${files}`, `tests/company/${files}`]);
    expect(found).not.toEqual([]);
    // A company's list may take an entry out of the playbook's: `remove` stands in no schema, and has a control all the same.
    for (const file of lookedAt(found))
      expect(
        withoutControl(form, dataOf(file)).filter((path) => path.at(-1) !== 'remove'),
        file,
      ).toEqual([]);
  });

  test('has a control for all that a new one begins with', () => {
    expect(withoutControl(form, blank(form, '2026-12-01'))).toEqual([]);
  });
});

test('what a new entry begins with chooses nothing for the keeper, and makes up no number', () => {
  const outcomes = under(formFor('tree'), 'outcomes');
  const made = blank(outcomes.kind === 'list' ? outcomes.entry : outcomes, '2026-12-01');
  expect(made).toMatchObject({ rung: '', guides: [''], lookAgain: { at: '' } });
  expect(made).not.toHaveProperty('lookAgain.days');
});

test('titles are made of the keys', () => {
  expect(titleOf('doNotUseWhen')).toBe('Do not use when');
  expect(titleOf('title')).toBe('Title');
});

test('fields and options have words of their own where the key says too little', () => {
  expect(labelOf('rung')).toBe('Step on the ladder');
  expect(labelOf('summary')).toBe('Summary');
  expect(optionOf('rung', 'challenge-the-decision-maker')).toBe('Go to the top');
  expect(optionOf('rung', 'made-up')).toBe('made-up');
  const tree = formFor('tree');
  const fields = (form: Form) => (form.kind === 'list' && form.entry.kind === 'group' ? form.entry.fields : []);
  const titles = fields(under(tree, 'questions', 'answers')).map(({ title }) => title);
  expect(titles).toContain('What it means (circumstances)');
  for (const kind of kinds) expect(JSON.stringify(formOf(kind.schema)), kind.kind).not.toMatch(/"help":"true/i);
  expect(tickHelp('true: it ends the work.')).toBe('It ends the work.');
});

test('a value without a control is found wherever it stands', () => {
  const tree = formFor('tree');
  expect(withoutControl(tree, { questions: [{ answers: [{ speak: 'leave', id: 'a' }] }], title: 7 })).toEqual([
    ['questions', 0, 'answers', 0, 'speak'],
    ['title'],
  ]);
});

test('texts, days, numbers, choices and references have their own controls', () => {
  const tree = formFor('tree');
  expect(under(tree, 'reviewed')).toEqual({ kind: 'date' });
  expect(under(tree, 'minutes')).toEqual({ kind: 'number', least: 1, most: 30 });
  expect(under(tree, 'order')).toEqual({ kind: 'number', least: undefined, most: undefined });
  expect(under(tree, 'title')).toEqual({ kind: 'text', isLong: false, most: 70 });
  expect(under(tree, 'questions', 'kind')).toEqual({ kind: 'choice', of: ['one', 'several'] });
  expect(under(tree, 'questions', 'why')).toEqual({ kind: 'text', isLong: true });
  expect(formOf({ type: 'string', pattern: '^x$', refersTo: 'guide' })).toEqual({ kind: 'reference', to: 'guide' });
});

test('a value that can be written in two ways says which way it is', () => {
  const fields = under(formFor('script'), 'fields');
  const entry = fields.kind === 'free keys' ? fields.entry : fields;
  if (entry.kind !== 'one of') throw new Error('A field is shared or defined.');
  expect(entry.ways.map(({ title }) => title)).toEqual(['as in other scripts', 'of its own']);
  expect(wayTaken(entry, 'shared')).toBe(0);
  expect(wayTaken(entry, { kind: 'text' })).toBe(1);
  expect(shows(entry, 'other')).toBe(false);
});

test('an entry is told by its words, and by what it names where it has none', () => {
  const outcome = under(formFor('tree'), 'outcomes');
  const entry = outcome.kind === 'list' ? outcome.entry : outcome;
  expect(lineOf(entry, { id: 'leave-now', headline: 'Get out now' })).toBe('Get out now');
  expect(lineOf(entry, { id: 'leave-now', headline: '' })).toBe('leave-now');
  const variants = under(formFor('script'), 'variants');
  expect(lineOf(variants, { channel: 'in-person', tone: 'warm', text: 'Hello' })).toBe('in person, warm');
  expect(lineOf(variants, { id: 'in-person-warm', channel: 'in-person', tone: 'warm' })).toBe('in person, warm');
  expect(lineOf(variants, { id: 'email-firm-let-them-check', channel: 'email', tone: 'firm' })).toBe(
    'email, firm, let them check',
  );
  const fields = under(formFor('script'), 'fields');
  expect(lineOf(fields.kind === 'free keys' ? fields.entry : fields, 'shared')).toBe('as in other scripts');
  const guides = under(entry, 'guides');
  expect(lineOf(guides.kind === 'list' ? guides.entry : guides, 'when-they-push/price-rise')).toBe(
    'when-they-push/price-rise',
  );
});

test('a value that no schema foresees has a control by its looks', () => {
  for (const value of ['remove', true, 3, ['a'], { a: 'b' }, null, undefined]) {
    const form = formLike(value);
    expect(shows(form, value ?? ''), JSON.stringify(value)).toBe(true);
  }
});

test('references that the schemas name are chosen from lists, also where a condition can stand beside them', () => {
  expect(under(formFor('tree'), 'questions', 'answers', 'to')).toEqual({ kind: 'reference', to: 'way' });
  const guides = under(formFor('tree'), 'outcomes', 'guides');
  expect(guides).toMatchObject({
    entry: { kind: 'one of', ways: [{ title: 'always', form: { kind: 'reference' } }, { title: 'with a condition' }] },
  });
});

test('what a new entry begins with is as empty as its kind can be', () => {
  const begun = (form: Form) => blank(form, '2026-12-01');
  const of = (schema: object) => begun(formOf(schema));
  expect(of({ type: 'string' })).toBe('');
  expect(of({ type: 'boolean' })).toBe(false);
  expect(of({ type: 'integer', minimum: 3 })).toBe(3);
  expect(of({ type: 'integer' })).toBe(0);
  expect(of({ const: 'shared' })).toBe('shared');
  expect(of({ type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' })).toBe('2026-12-01');
  expect(of({ type: 'array', items: { type: 'string' }, minItems: 2 })).toEqual(['', '']);
  expect(of({ type: 'array', items: { type: 'string' } })).toEqual([]);
  expect(of({ type: 'object', additionalProperties: { type: 'string' } })).toEqual({});
  expect(of({ anyOf: [{ type: 'boolean' }, { type: 'array', items: { type: 'string' } }] })).toBe(false);
  expect(begun({ kind: 'one of', ways: [] })).toBe('');
});

test('limits that JavaScript alone has are none, and what no form can show is said', () => {
  expect(formOf({ type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 })).toEqual({
    kind: 'number',
    least: undefined,
    most: undefined,
  });
  expect(() => formOf({ type: 'odd' }, 'key')).toThrow('There is no form for {"type":"odd"} under "key".');
});

test('one line of a value of any kind', () => {
  const text: Form = { kind: 'text', isLong: false };
  expect([undefined, null, '', 'a', 3, true].map((value) => lineOf(text, value))).toEqual([
    '',
    '',
    '',
    'a',
    '3',
    'true',
  ]);
  expect(lineOf(text, ['a', { title: 'B', id: 'c' }])).toBe('a, c');
  expect(lineOf(text, { odd: '', other: 'x' })).toBe('x');
  expect(lineOf(text, { odd: 1 })).toBe('');
});

test('ways of writing a value are told apart by what they look like', () => {
  const titles = (...anyOf: object[]) => {
    const form = formOf({ anyOf });
    return form.kind === 'one of' ? form.ways.map(({ title }) => title) : [];
  };
  const list = { type: 'array', items: { type: 'string' } };
  const only = { type: 'object', properties: { only: { type: 'string' } } };
  expect(titles({ type: 'string' }, list)).toEqual(['one', 'several']);
  expect(titles({ type: 'string' }, { type: 'boolean' })).toEqual(['as it is', 'yes or no']);
  expect(titles({ type: 'string' }, only)).toEqual(['always', 'with a condition']);
  expect(titles({ const: 'none' }, { type: 'object', properties: { a: { type: 'string' } } })).toEqual([
    'none',
    'of its own',
  ]);
});

test('every field and every option has words, and options that only programmers know have others than their own', () => {
  const look = (form: Form, key: string): void => {
    if (form.kind === 'list' || form.kind === 'free keys') look(form.entry, key);
    if (form.kind === 'one of') for (const way of form.ways) look(way.form, key);
    if (form.kind === 'choice')
      for (const one of form.of) expect(optionOf(key, one), `${key}: ${one}`).toMatch(/^\p{L}/u);
    if (form.kind !== 'group') return;
    for (const field of form.fields) {
      expect(field.title, field.key).toMatch(/^“?\p{Lu}/u);
      look(field.form, field.key);
    }
  };
  for (const { kind, schema } of kinds) look(formOf(schema), kind);
  expect(optionOf('speaks', 'leave')).toBe('to leave');
  expect(optionOf('asks', 'law')).toBe('the law');
  expect(optionOf('forbids', 'refusal')).toBe('saying not to end it');
  expect(optionOf('kind', 'several')).toBe('several may be ticked');
  expect(optionOf('fromResult', 'reviewOn')).toBe('the day to look again');
});

test('a place is told in words, counted as people count, and a box by its sentence', () => {
  expect(placeInWords(['questions', 0, 'answers', 2, 'to'])).toBe('Questions › 1 › Answers › 3 › Where it leads');
  expect(placeInWords([])).toBe('');
  expect(hasLabel('rung')).toBe(true);
  expect(hasLabel('title')).toBe(false);
  expect(hasLabel('toString')).toBe(false);
  expect(tickHelp('true: it ends the work.')).toBe('It ends the work.');
  expect(tickHelp('Ends: true when it does.')).toBe('Ends: when it does.');
  expect(tickHelp('Is it true: yes.')).toBe('Is it true: yes.');
});

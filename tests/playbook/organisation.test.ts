import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isScalar, parse, parseDocument, visit } from 'yaml';
import { readContent } from '../../src/content/read-content.ts';
import { personInWords } from '../../src/content/person.ts';
import { organisationSchema, type Contact, type OrganisationData } from '../../src/content/schemas/site.ts';

// A company fills in what it can. Whatever it leaves empty, the file is sound and people are named in words that fit
// into a sentence.

const file = 'content/organisation.yaml';
const text = readFileSync(file, 'utf8');
/** The roles there are; nothing in the software names one. */
const organisationRoles = Object.keys((parse(text) as OrganisationData).people);
const mayNotBeEmpty = [
  ...organisationRoles.map((role) => `people.${role}.role`),
  'emergency',
  'country',
  'locale',
  'currency',
  'forMachines',
];

/** The path of every value in the file. */
const values: string[] = [];
visit(parseDocument(text), {
  Pair(_, pair, path) {
    if (!isScalar(pair.value)) return;
    const keys = [...path, pair].flatMap((node) =>
      'key' in node && isScalar(node.key) ? [String(node.key.value)] : [],
    );
    values.push(keys.join('.'));
  },
});
const mayBeEmpty = values.filter((path) => !mayNotBeEmpty.includes(path));

/** The file with some of its values set to something else. */
function having(paths: readonly string[], value: string | null): string {
  const organisation = parseDocument(text);
  for (const path of paths) organisation.setIn(path.split('.'), value);
  return organisation.toString();
}

/** The file without some of its lines. */
function without(paths: readonly string[]): string {
  const organisation = parseDocument(text);
  for (const path of paths) organisation.deleteIn(path.split('.'));
  return organisation.toString();
}

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'organisation-'));
  mkdirSync(join(root, 'content'));
});
afterAll(() => rmSync(root, { recursive: true }));

/** Reads a organisation file as the build does. The faults are those of this file; the rest of the site is not there. */
function readOrganisation(organisation: string): { organisation: OrganisationData; faults: string[] } {
  writeFileSync(join(root, file), organisation);
  const { content, faults } = readContent(root);
  return {
    organisation: content.organisation,
    faults: faults.filter((fault) => fault.file === file).map(({ what }) => what),
  };
}

const personOf = (organisation: OrganisationData, role: string): Contact => {
  const person = organisation.people[role];
  if (!person) throw new Error(`There is no role ${role}.`);
  return person;
};
const named = (organisation: OrganisationData) =>
  organisationRoles.map((role) => personInWords(personOf(organisation, role)));

test('every value of the file may be empty, but for roles, emergency number, country, locale and currency', () => {
  expect(mayBeEmpty).toEqual([
    'company',
    ...organisationRoles.flatMap((role) => [`people.${role}.name`, `people.${role}.contact`]),
    'address',
    'harmlessPage',
    'feedback',
    'edit',
  ]);
});

describe.each([...mayBeEmpty.map((path) => [path, [path]] as const), ['all of them', mayBeEmpty] as const])(
  'with %s empty',
  (_, paths) => {
    test.each([
      ['empty', () => having(paths, '')],
      ['left out', () => without(paths)],
    ])('%s', (_, write) => {
      const { organisation, faults } = readOrganisation(write());
      expect(faults).toEqual([]);
      expect(organisationSchema.safeParse(parse(write())).success).toBe(true);
      for (const words of named(organisation))
        expect(words).not.toMatch(/\(\s*\)|\(,|, *\)|undefined|null| {2}|^\s|\s$/);
    });
  },
);

test('people without name and contact are named by their role alone', () => {
  const people = mayBeEmpty.filter((path) => path.startsWith('people.'));
  const { organisation } = readOrganisation(having(people, ''));
  expect(named(organisation)).toEqual(organisationRoles.map((role) => personOf(organisation, role).role));
});

test.each([
  ['name', 'Jo Field', '(Jo Field)'],
  ['contact', 'ext. 42', '(ext. 42)'],
])('people with a %s alone have it behind their role', (key, value, words) => {
  const others = mayBeEmpty.filter((path) => path.startsWith('people.'));
  const filled = others.filter((path) => path.endsWith(`.${key}`));
  writeFileSync(join(root, file), having(others, ''));
  const organisation = parseDocument(readFileSync(join(root, file), 'utf8'));
  for (const path of filled) organisation.setIn(path.split('.'), value);
  const read = readOrganisation(organisation.toString());
  expect(read.faults).toEqual([]);
  expect(named(read.organisation)).toEqual(
    organisationRoles.map((role) => `${personOf(read.organisation, role).role} ${words}`),
  );
});

test('a name of white space counts as empty', () => {
  const { organisation } = readOrganisation(having(['people.manager.name'], '  '));
  const manager = personOf(organisation, 'manager');
  expect(personInWords({ ...manager, contact: '' })).toBe(manager.role);
});

test.each(mayNotBeEmpty)('%s must not be empty, and the fault says so', (path) => {
  expect(readOrganisation(having([path], '')).faults).toHaveLength(1);
});

test('roles fit into the middle of a sentence', () => {
  for (const role of organisationRoles) {
    const { role: words } = personOf(readOrganisation(text).organisation, role);
    expect(words, role).toMatch(/^[a-z][^.!?]*$/);
  }
});

test('no sentence begins with a role, which is written in lower case', () => {
  const { content, files } = readContent('.');
  const texts = [...content.guides, ...content.pages].map(({ file }) => [file, files.get(file)?.body ?? ''] as const);
  expect(texts.length).toBeGreaterThan(50);
  for (const [file, source] of texts)
    expect(source, file).not.toMatch(/(?:^|^(?:[-*]|\d+\.) |[.!?]\*{0,2} )\*{0,2}<Who /m);
});

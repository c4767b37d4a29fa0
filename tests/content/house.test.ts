import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isScalar, parse, parseDocument, visit } from 'yaml';
import { readContent } from '../../src/build/read-content.ts';
import { personInWords } from '../../src/domain/house.ts';
import { houseRoles, houseSchema, type HouseData } from '../../src/schemas/site.ts';

// A company fills in what it can. Whatever it leaves empty, the file is sound and people are named in words that fit
// into a sentence.

const file = 'content/house.yaml';
const text = readFileSync(file, 'utf8');
const mayNotBeEmpty = [...houseRoles.map((role) => `people.${role}.role`), 'emergency', 'locale', 'currency'];

/** The path of every value in the file. */
const values: string[] = [];
visit(parseDocument(text), {
  Pair(_, pair, path) {
    if (!isScalar(pair.value)) return;
    const keys = [...path, pair].flatMap((node) => ('key' in node && isScalar(node.key) ? [String(node.key.value)] : []));
    values.push(keys.join('.'));
  },
});
const mayBeEmpty = values.filter((path) => !mayNotBeEmpty.includes(path));

/** The file with some of its values set to something else. */
function having(paths: readonly string[], value: string | null): string {
  const house = parseDocument(text);
  for (const path of paths) house.setIn(path.split('.'), value);
  return house.toString();
}

/** The file without some of its lines. */
function without(paths: readonly string[]): string {
  const house = parseDocument(text);
  for (const path of paths) house.deleteIn(path.split('.'));
  return house.toString();
}

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'house-'));
  mkdirSync(join(root, 'content'));
});
afterAll(() => rmSync(root, { recursive: true }));

/** Reads a house file as the build does. The faults are those of this file; the rest of the site is not there. */
function readHouse(house: string): { house: HouseData; faults: string[] } {
  writeFileSync(join(root, file), house);
  const { content, faults } = readContent(root);
  return { house: content.house, faults: faults.filter((fault) => fault.file === file).map(({ what }) => what) };
}

const named = (house: HouseData) => houseRoles.map((role) => personInWords(house.people[role]));

test('every value of the file may be empty, but for roles, emergency number, locale and currency', () => {
  expect(mayBeEmpty).toEqual([
    'company',
    ...houseRoles.flatMap((role) => [`people.${role}.name`, `people.${role}.contact`]),
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
      const { house, faults } = readHouse(write());
      expect(faults).toEqual([]);
      expect(houseSchema.safeParse(parse(write())).success).toBe(true);
      for (const words of named(house)) expect(words).not.toMatch(/\(\s*\)|\(,|, *\)|undefined|null| {2}|^\s|\s$/);
    });
  },
);

test('people without name and contact are named by their role alone', () => {
  const people = mayBeEmpty.filter((path) => path.startsWith('people.'));
  const { house } = readHouse(having(people, ''));
  expect(named(house)).toEqual(houseRoles.map((role) => house.people[role].role));
});

test.each([
  ['name', 'Jo Field', '(Jo Field)'],
  ['contact', 'ext. 42', '(ext. 42)'],
])('people with a %s alone have it behind their role', (key, value, words) => {
  const others = mayBeEmpty.filter((path) => path.startsWith('people.'));
  const filled = others.filter((path) => path.endsWith(`.${key}`));
  writeFileSync(join(root, file), having(others, ''));
  const house = parseDocument(readFileSync(join(root, file), 'utf8'));
  for (const path of filled) house.setIn(path.split('.'), value);
  const read = readHouse(house.toString());
  expect(read.faults).toEqual([]);
  expect(named(read.house)).toEqual(houseRoles.map((role) => `${read.house.people[role].role} ${words}`));
});

test('a name of white space counts as empty', () => {
  const { house } = readHouse(having(['people.manager.name'], '  '));
  expect(personInWords({ ...house.people.manager, contact: '' })).toBe(house.people.manager.role);
});

test.each(mayNotBeEmpty)('%s must not be empty, and the fault says so', (path) => {
  expect(readHouse(having([path], '')).faults).toHaveLength(1);
});

test('roles fit into the middle of a sentence', () => {
  for (const role of houseRoles) {
    const { role: words } = readHouse(text).house.people[role];
    expect(words, role).toMatch(/^[a-z][^.!?]*$/);
  }
});

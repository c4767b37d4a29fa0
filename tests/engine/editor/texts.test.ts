import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { diffLines } from 'diff';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import type { Change, Path } from '../../../src/editor/api.ts';
import { changeData, isKeys, valueAt, type DataChange } from '../../../src/editor/engine/change-data.ts';
import { editText, partsOf } from '../../../src/editor/engine/edit-text.ts';
import { kindOf } from '../../../src/editor/server/kinds.ts';
import { fc, lookedAt } from '../runs.ts';

// Changes as a form makes them, to every file of the real content: the data is what was wanted, and no line differs but
// those of what changed.

const files = lookedAt(
  readdirSync('content', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative('content', join(entry.parentPath, entry.name)))
    .filter((file) => kindOf(file) !== undefined)
    .map((file) => `content/${file}`)
    .sort(),
  90,
);

const hasBody = (file: string): boolean => !file.endsWith('.yaml');
const dataOf = (text: string, file: string): unknown =>
  parse(partsOf(text, hasBody(file))?.yaml ?? '', { logLevel: 'error' });

/** Every value in some data, with where it stands. */
function* values(data: unknown, path: Path = []): Generator<readonly [Path, unknown]> {
  if (path.length > 0) yield [path, data];
  if (typeof data !== 'object' || data === null) return;
  for (const [key, value] of Object.entries(data))
    yield* values(value, [...path, Array.isArray(data) ? Number(key) : key]);
}

/** How many lines a file has lost and got. */
function touched(before: string, after: string): { readonly lost: number; readonly got: number } {
  const parts = diffLines(before, after);
  const count = (is: 'added' | 'removed'): number =>
    parts.filter((part) => part[is]).reduce((sum, part) => sum + part.count, 0);
  return { lost: count('removed'), got: count('added') };
}

/** At most so many lines a value takes: one for each key, entry and line of text, whatever it is wrapped to. */
const linesOf = (value: unknown): number => {
  if (typeof value === 'string') return value.split('\n').length + Math.ceil(value.length / 60);
  if (typeof value !== 'object' || value === null) return 1;
  return 1 + Object.values(value).reduce<number>((sum, inner) => sum + linesOf(inner), 0);
};

const words = fc.constantFrom(
  'Another text',
  'yes',
  '2026-11-20',
  '116 123',
  'It is: a text',
  'a # no note',
  'with “quotes” and "quotes" and it’s',
  "it's",
  '- a hyphen',
  '[bracket, and comma]',
  '{ brace',
  'two\nlines',
  'a paragraph\n\nand another: one\n- with a list',
  'ends with a colon:',
  ' blanks around ',
  'x'.repeat(300).replace(/.{7}/g, '$& '),
);

/** Runs a change and looks at what became of the file. @returns the lines touched */
function run(text: string, file: string, change: DataChange): { readonly lost: number; readonly got: number } {
  const after = editText(text, [change as Change], hasBody(file));
  const wanted = changeData(dataOf(text, file), change);
  expect(dataOf(after, file)).toEqual(wanted);
  expect(partsOf(after, hasBody(file))?.body).toBe(partsOf(text, hasBody(file))?.body);
  // What is taken out takes the notes inside it along.
  const gone = 'remove' in change ? valueAt(dataOf(text, file), change.remove) : undefined;
  if (typeof gone === 'object') return touched(text, after);
  const notes = (all: string): string[] =>
    all
      .split('\n')
      .filter((line) => /^\s*#/.test(line))
      .map((line) => line.trim())
      .sort();
  expect(notes(partsOf(after, hasBody(file))?.yaml ?? '')).toEqual(notes(partsOf(text, hasBody(file))?.yaml ?? ''));
  return touched(text, after);
}

describe.each(files)('%s', (file) => {
  const text = readFileSync(file, 'utf8');
  const data = dataOf(text, file);
  const all = [...values(data)];
  const runs = { seed: 17, numRuns: 5 };
  const lists = all.filter(([, value]) => Array.isArray(value) && value.length > 0) as [Path, unknown[]][];
  if (Array.isArray(data)) lists.push([[], data as unknown[]]);

  test('setting a value to what it is changes nothing', () => {
    expect(editText(text, [{ set: [], to: data }], hasBody(file))).toBe(text);
    const some = fc.constantFrom(...all);
    fc.assert(
      fc.property(some, ([path, value]) => editText(text, [{ set: path, to: value }], hasBody(file)) === text),
      runs,
    );
  });

  test('another text', () => {
    const texts = all.filter(([, value]) => typeof value === 'string');
    fc.assert(
      fc.property(fc.constantFrom(...texts), words, ([path, value], to) => {
        const { lost, got } = run(text, file, { set: path, to });
        expect(lost).toBeLessThanOrEqual(linesOf(value));
        expect(got).toBeLessThanOrEqual(linesOf(to) + 1);
      }),
      runs,
    );
  });

  test.runIf(lists.length > 0)('an entry added, taken out, moved', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...lists),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('insert', 'remove', 'move'),
        words,
        ([path, list], a, b, what, word) => {
          const at = a % list.length;
          const value = list[at];
          if (what === 'insert') {
            const added = isKeys(value) ? { ...value, id: 'another' } : word;
            const { lost, got } = run(text, file, { insert: [...path, b % (list.length + 1)], value: added });
            expect(lost).toBeLessThanOrEqual(1);
            expect(got).toBeLessThanOrEqual(linesOf(added) + 2);
          } else if (what === 'remove') {
            const { lost, got } = run(text, file, { remove: [...path, at] });
            expect(got).toBeLessThanOrEqual(1);
            expect(lost).toBeLessThanOrEqual(linesOf(value) + 2);
          } else {
            const to = b % list.length;
            const { lost, got } = run(text, file, { move: [...path, at], to });
            expect(got).toBe(lost);
            expect(lost).toBeLessThanOrEqual(linesOf(list));
          }
        },
      ),
      runs,
    );
  });

  test('a key taken out and put back', () => {
    const keys = all.filter(([path]) => typeof path.at(-1) === 'string');
    if (keys.length === 0) return;
    fc.assert(
      fc.property(fc.constantFrom(...keys), ([path, value]) => {
        const { got } = run(text, file, { remove: path });
        expect(got).toBeLessThanOrEqual(1);
        const without = editText(text, [{ remove: path }], hasBody(file));
        if (valueAt(dataOf(without, file), path) === undefined) run(without, file, { set: path, to: value });
      }),
      runs,
    );
  });
});

import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Path } from '../../../src/editor/api.ts';
import {
  changeData,
  isEqual,
  isKeys,
  pathOf,
  smallest,
  valueAt,
  type DataChange,
} from '../../../src/editor/engine/change-data.ts';
import { editText } from '../../../src/editor/engine/edit-text.ts';
import { fc, runs } from '../runs.ts';

const data = { title: 'A', list: ['a', { id: 'b' }, 'c'], map: { one: 1, two: { three: 3 } }, nothing: null };

/** Data of few values and keys, so that two of them are often alike in part. */
const { some } = fc.letrec<{ some: unknown }>((tie) => ({
  some: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<unknown>('a', 'b c', '', 'x: y', 'two\nlines', 1, 0, true, null),
    fc.array(tie('some'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c d'), tie('some'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

/** A text that two values have in common when they are the same, in whatever order their keys stand. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    isKeys(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );

describe('two values', () => {
  test('are equal when they are written alike', () => {
    fc.assert(
      fc.property(some, some, (one, other) => {
        expect(isEqual(one, other)).toBe(inOrder(one) === inOrder(other));
        expect(isEqual(one, structuredClone(one))).toBe(true);
      }),
      { numRuns: runs(1000), seed: 20261201 },
    );
  });
  test.each([
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [{ a: 1, b: 2 }, { a: 1 }, false],
    [{ a: undefined }, { b: undefined }, false],
    [{ a: 1 }, { a: 2 }, false],
    [[1, 2], [1], false],
    [[1], [1, 2], false],
    [[1, 2], [2, 1], false],
    [[], {}, false],
    [null, {}, false],
    [{}, 'a', false],
    ['a', ['a'], false],
    [[{ a: [1] }], [{ a: [1] }], true],
  ])('%j and %j: %j', (one, other, are) => {
    expect(isEqual(one, other)).toBe(are);
  });
});

test('the value at a path, and nothing where there is none', () => {
  expect(valueAt(data, [])).toBe(data);
  expect(valueAt(data, ['list', 1, 'id'])).toBe('b');
  expect(valueAt(data, ['map', 'two', 'three'])).toBe(3);
  for (const path of [
    ['list', 'length'],
    ['list', 9],
    ['title', 0],
    ['title', 'length'],
    ['nothing', 'a'],
    ['toString'],
  ])
    expect(valueAt(data, path), path.join()).toBeUndefined();
});

describe('a change', () => {
  test.each<[DataChange, Path, unknown]>([
    [{ set: ['title'], to: 'B' }, ['title'], 'B'],
    [{ set: ['list', 1, 'id'], to: 'x' }, ['list'], ['a', { id: 'x' }, 'c']],
    [{ set: ['list', 3], to: 'd' }, ['list'], ['a', { id: 'b' }, 'c', 'd']],
    [{ set: ['new', 'list', 0], to: 'x' }, ['new'], { list: ['x'] }],
    [{ set: ['nothing', 'a'], to: 'x' }, ['nothing'], { a: 'x' }],
    [{ set: ['toString'], to: 'x' }, ['toString'], 'x'],
    [{ remove: ['map', 'one'] }, ['map'], { two: { three: 3 } }],
    [{ remove: ['list', 0] }, ['list'], [{ id: 'b' }, 'c']],
    [{ insert: ['list', 0], value: 'x' }, ['list'], ['x', 'a', { id: 'b' }, 'c']],
    [{ insert: ['list', 3], value: 'x' }, ['list'], ['a', { id: 'b' }, 'c', 'x']],
    [{ insert: ['new', 0], value: 'x' }, ['new'], ['x']],
    [{ move: ['list', 0], to: 2 }, ['list'], [{ id: 'b' }, 'c', 'a']],
    [{ move: ['list', 2], to: 0 }, ['list'], ['c', 'a', { id: 'b' }]],
  ])('%j', (change, path, value) => {
    const before = structuredClone(data);
    const after = changeData(data, change);
    expect(valueAt(after, path)).toEqual(value);
    expect(data).toEqual(before);
    // All else is as it was.
    const other = (all: unknown) => Object.entries(all as object).filter(([key]) => key !== path[0]);
    expect(other(after)).toEqual(other(data));
    expect(pathOf(change)[0]).toBe(path[0]);
  });

  test('of the order of keys', () => {
    expect(JSON.stringify(changeData(data, { order: ['map'], keys: ['two', 'one'] }))).toBe(
      JSON.stringify({ ...data, map: { two: { three: 3 }, one: 1 } }),
    );
  });

  test.each<[DataChange]>([
    [{ order: ['list'], keys: [] }],
    [{ order: ['title'], keys: [] }],
    [{ set: ['__proto__', 'a'], to: 1 }],
    [{ set: ['list', 4], to: 1 }],
    [{ set: ['list', -1], to: 1 }],
    [{ set: ['list', 0.5], to: 1 }],
    [{ set: ['list', 'a'], to: 1 }],
    [{ set: ['map', 0], to: 1 }],
    [{ set: ['title', 'a'], to: 1 }],
    [{ remove: ['gone'] }],
    [{ remove: ['toString'] }],
    [{ remove: ['list', 3] }],
    [{ remove: ['list', -1] }],
    [{ remove: ['list', 'a'] }],
    [{ remove: ['gone', 0] }],
    [{ remove: [] }],
    [{ insert: ['list', 4], value: 1 }],
    [{ insert: ['list', -1], value: 1 }],
    [{ insert: ['list', 0.5], value: 1 }],
    [{ insert: ['map', 0], value: 1 }],
    [{ insert: ['list', 'a'], value: 1 }],
    [{ insert: ['map', 'one'], value: 1 }],
    [{ move: ['list', 3], to: 0 }],
    [{ move: ['list', 0], to: 3 }],
    [{ move: ['list', 0], to: -1 }],
    [{ move: ['map', 'one'], to: 0 }],
  ])('that has no place is refused: %j', (change) => {
    expect(() => changeData(data, change)).toThrow(RangeError);
    expect(() => changeData(data, change)).toThrow('is not in the file any more.');
  });
});

describe('the smallest changes that do the same', () => {
  const stepsOf = (from: unknown, to: unknown, keysOf: () => readonly string[] | undefined = () => undefined) =>
    smallest(from, { set: [], to }, keysOf);

  test('do the same, in data and in a file', () => {
    fc.assert(
      fc.property(some, some, (from, to) => {
        const steps = stepsOf(from, to);
        const after = steps.reduce<unknown>((sofar, step) => changeData(sofar, step), from);
        expect(JSON.stringify(after)).toBe(JSON.stringify(to));
        expect(parse(editText(stringify(from), [{ set: [], to }], false))).toEqual(to);
      }),
      { numRuns: runs(1000), seed: 20261201 },
    );
  });

  test.each<[unknown, unknown, DataChange[]]>([
    [{ a: 1 }, { a: 1 }, []],
    [{ a: 1, b: 2 }, { a: 1, b: 3 }, [{ set: ['b'], to: 3 }]],
    [{ a: 1 }, { a: 1, b: 2 }, [{ set: ['b'], to: 2 }]],
    [{ a: 1, b: 2 }, { b: 2 }, [{ remove: ['a'] }]],
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, [{ order: [], keys: ['b', 'a'] }]],
    [{}, { a: 1 }, [{ set: [], to: { a: 1 } }]],
    [{ a: 1 }, [1], [{ set: [], to: [1] }]],
    [[1], [], [{ set: [], to: [] }]],
    [[], [1], [{ set: [], to: [1] }]],
    [['a', 'c'], ['a', 'b', 'c'], [{ insert: [1], value: 'b' }]],
    [
      ['a'],
      ['a', 'b', 'c'],
      [
        { insert: [1], value: 'b' },
        { insert: [2], value: 'c' },
      ],
    ],
    [['a', 'b', 'c'], ['a', 'c'], [{ remove: [1] }]],
    [['a', 'b', 'c'], ['a'], [{ remove: [1] }, { remove: [1] }]],
    [['a', 'a'], ['a', 'a', 'a'], [{ insert: [2], value: 'a' }]],
    [
      ['x', 'b', 'y'],
      ['x', 'c', 'd', 'y'],
      [
        { set: [1], to: 'c' },
        { insert: [2], value: 'd' },
      ],
    ],
    [[{ a: 1, b: 1 }], [{ a: 1, b: 2 }], [{ set: [0, 'b'], to: 2 }]],
  ])('from %j to %j', (from, to, steps) => {
    expect(stepsOf(from, to)).toEqual(steps);
  });

  test('leave the order of keys where it means nothing, and other changes as they are', () => {
    expect(stepsOf({ a: 1, b: 2 }, { b: 2, a: 1 }, () => ['a', 'b'])).toEqual([]);
    const change: DataChange = { remove: ['a'] };
    expect(smallest({ a: 1 }, change, () => undefined)).toEqual([change]);
  });
});

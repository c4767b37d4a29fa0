import { describe, expect, test } from 'vitest';
import { checkTree, type Known } from '../../../src/tree/engine/check.ts';
import { indexTree, treeText } from '../../../src/tree/engine/tree.ts';
import { broken } from './fixtures/broken.ts';
import { smallData } from './fixtures/load.ts';
import { must } from '../../support/must.ts';

const known: Known = { scripts: new Set(['purr']), guides: new Set(['cats/keeping']), trees: new Set(['small']) };

describe('a sound tree', () => {
  test('has no faults', () => {
    expect(checkTree(smallData(), known)).toEqual([]);
  });
});

describe('a broken tree', () => {
  test.each(broken)('is told of: $fault', ({ change, path, what, mend }) => {
    const data = smallData();
    change(data);
    const faults = checkTree(data, known);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.path).toEqual(path);
    expect(faults[0]?.what).toMatch(what);
    expect(faults[0]?.mend).toMatch(mend);
  });

  test('is told of all its faults at once', () => {
    const data = smallData();
    // Faults about the shape wait until the ids are right, so these are independent of it.
    const together = broken.filter(({ fault }) =>
      ['an empty text', 'a script that is not there', 'two answers with one id'].includes(fault),
    );
    for (const { change } of together) change(data);
    expect(checkTree(data, known)).toHaveLength(3);
  });

  test('is told of each retired id in a circle, and not of those that lead into it', () => {
    const data = smallData();
    data.retired.push(
      { was: 'smell', became: 'scent' },
      { was: 'scent', became: 'odour' },
      { was: 'odour', became: 'scent' },
    );
    const faults = checkTree(data, known);
    expect(faults.map(({ path }) => path)).toEqual([
      ['retired', 7, 'became'],
      ['retired', 8, 'became'],
    ]);
  });

  test('is refused by the index when it cannot be walked', () => {
    for (const [fault, message] of [
      ['an answer that leads nowhere', /leads to "ownr"/],
      ['a circle', /circle/],
    ] as const) {
      const data = smallData();
      must(
        broken.find((found) => found.fault === fault),
        fault,
      ).change(data);
      expect(() => indexTree(treeText(data))).toThrow(message);
    }
    expect(() => indexTree({ ...treeText(smallData()), questions: [] })).toThrow(/no question/);
  });
});

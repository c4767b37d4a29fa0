import { expect, test } from 'vitest';
import { assertDefined } from '../../../src/tree/engine/assert-defined.ts';

test('takes what is there, however empty, and refuses what is not', () => {
  expect([assertDefined(0), assertDefined(''), assertDefined(false)]).toEqual([0, '', false]);
  for (const nothing of [null, undefined]) expect(() => assertDefined(nothing)).toThrow('The tree was not checked.');
});

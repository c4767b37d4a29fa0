import { expect, test } from 'vitest';
import { titledAs } from '../../../src/editor/engine/find.ts';

const all = ['Why they pay late', 'They pay late again', 'Late', 'They pay late', 'They don’t answer'].map((title) => {
  return { title };
});
const found = (typed: string): readonly string[] => titledAs(all, typed).map(({ title }) => title);

test('a title that is what was typed comes first, then those that begin with it, in their order', () => {
  expect(found('They pay late')).toEqual(['They pay late', 'They pay late again']);
  expect(found('they')).toEqual(['They pay late again', 'They pay late', 'They don’t answer']);
});

test('capitals, quotes and blanks do not count, and words within a title are no beginning', () => {
  expect(found("  THEY  don't ")).toEqual(['They don’t answer']);
  expect(found('late')).toEqual(['Late']);
  expect(found('pay late')).toEqual([]);
});

test('nothing typed finds nothing', () => {
  expect(found(' ')).toEqual([]);
});

import { expect, test } from 'vitest';
import { placeOfNew, readTree } from '../../../src/editor/ui/read-tree.ts';

test.each([
  [['yes', 'no'], 2],
  [['yes', 'no', 'unknown'], 2],
  // "None of these" goes with it; what excludes the others further up does not.
  [['yes', 'alone', 'no', 'alone', 'unknown'], 3],
  [['yes', 'unknown', 'no'], 1],
  [['unknown'], 0],
  [[], 0],
])('a new answer to %j goes to place %i', (kinds, place) => {
  const answers = kinds.map((kind) => ({ id: kind, text: kind, [kind]: true }));
  const [question] = readTree({ questions: [{ answers }] }).questions;
  expect(question && placeOfNew(question)).toBe(place);
});

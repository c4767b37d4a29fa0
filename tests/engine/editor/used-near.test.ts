import { expect, test } from 'vitest';
import { usedNear } from '../../../src/editor/ui/used-near.ts';

test('what entries like one name comes first: those beside it, then those elsewhere, not what its own list has', () => {
  const answers = (...means: (readonly string[] | undefined)[]) => ({ answers: means.map((one) => ({ means: one })) });
  const data = { questions: [answers(['owed'], ['afraid', 'late', '']), answers(undefined, ['late'], ['owed'])] };
  const near = (...path: (string | number)[]) => usedNear(data, path).map(({ ids }) => [...ids].filter(Boolean));
  expect(near('questions', 0, 'answers', 1, 'means', 2)).toEqual([['owed'], ['late']]);
  expect(near('questions', 1, 'answers', 0, 'means', 0)).toEqual([['late', 'owed'], ['afraid']]);
  expect(near('title')).toEqual([[], []]);
});

import { expect, test } from 'vitest';
import { height, support } from '../../../src/tree/engine/ladder.ts';
import { directions, rungs } from '../../../src/tree/engine/rungs.ts';

test('on every rung each way an answer speaks counts for it or against it', () => {
  const counted = rungs.map((rung) => [rung, ...directions.map((way) => support(rung, way))].join(' '));
  expect(counted).toEqual([
    'carry-on for against against',
    'repair-our-part for for against',
    'hear-them-out for for against',
    'set-a-limit against against for',
    'challenge-the-decision-maker against against for',
    'plan-the-exit against against for',
    'end-it against against for',
    'stop-now against against for',
  ]);
  expect(rungs.map((rung) => support(rung, undefined))).toEqual(rungs.map(() => 'neither'));
});

test('the ladder rises', () => {
  expect(rungs.map(height)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

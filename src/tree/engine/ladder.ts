import { rungs, type Direction, type Rung } from './rungs.ts';

/**
 * Which ways an answer must speak to count for an outcome on each rung; any other way counts against it. Up to "hear them
 * out" the relationship goes on as it is; from "set a limit" on something is asked of the client.
 */
const leanings: Readonly<Record<Rung, readonly Direction[]>> = {
  'carry-on': ['stay'],
  'repair-our-part': ['repair', 'stay'],
  'hear-them-out': ['stay', 'repair'],
  'set-a-limit': ['leave'],
  'challenge-the-decision-maker': ['leave'],
  'plan-the-exit': ['leave'],
  'end-it': ['leave'],
  'stop-now': ['leave'],
};

/**
 * Says how an answer supports an outcome.
 *
 * @param rung the rung of the outcome
 * @param speaks which way the answer speaks, if it speaks at all
 * @returns for, against, or neither
 */
export function support(rung: Rung, speaks: Direction | undefined): 'for' | 'against' | 'neither' {
  if (!speaks) return 'neither';
  return leanings[rung].includes(speaks) ? 'for' : 'against';
}

/**
 * Says how far up the ladder a rung is.
 *
 * @param rung a rung
 * @returns 0 for the mildest
 */
export function height(rung: Rung): number {
  return rungs.indexOf(rung);
}

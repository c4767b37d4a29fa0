import { rungs, type Direction, type Rung } from './rungs.ts';

/**
 * Which way an answer must speak to count for an outcome on each rung, and which way to count against it.
 * Up to "hear them out" the relationship goes on as it is; from "set a limit" on something is asked of the client.
 */
const leanings: Readonly<Record<Rung, { readonly for: readonly Direction[]; readonly against: readonly Direction[] }>> =
  {
    'carry-on': { for: ['stay'], against: ['repair', 'leave'] },
    'repair-our-part': { for: ['repair', 'stay'], against: ['leave'] },
    'hear-them-out': { for: ['stay', 'repair'], against: ['leave'] },
    'set-a-limit': { for: ['leave'], against: ['stay', 'repair'] },
    'challenge-the-decision-maker': { for: ['leave'], against: ['stay', 'repair'] },
    'plan-the-exit': { for: ['leave'], against: ['stay', 'repair'] },
    'end-it': { for: ['leave'], against: ['stay', 'repair'] },
    'stop-now': { for: ['leave'], against: ['stay', 'repair'] },
  };

/**
 * Says how an answer bears on an outcome.
 *
 * @param rung the rung of the outcome
 * @param speaks which way the answer speaks, if it speaks at all
 * @returns for, against, or neither
 */
export function support(rung: Rung, speaks: Direction | undefined): 'for' | 'against' | 'neither' {
  if (!speaks) return 'neither';
  return leanings[rung].for.includes(speaks) ? 'for' : 'against';
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

import type { OutcomeText } from './tree.ts';

/** When to come back to a decision, and what to look at then. */
export interface LookAgain {
  /** The day, written 2026-11-20. */
  readonly day: string;
  readonly at: string;
}

/**
 * Counts out the day to look again.
 *
 * @param outcome the outcome decided on
 * @param today the day it was decided, written 2026-11-20
 * @returns the day and what to look at
 * @throws RangeError when `today` is no day
 */
export function lookAgain(outcome: OutcomeText, today: string): LookAgain {
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + outcome.lookAgain.days);
  return { day: day.toISOString().slice(0, 10), at: outcome.lookAgain.at };
}

import type { OutcomeText } from './tree.ts';

/** When to come back to a decision, and what to look at then. */
export interface LookAgain {
  /** The day, written 2026-11-20. */
  readonly day: string;
  readonly at: string;
}

/** Days on which few offices work, whatever the day of the week: month-day. */
const quietDays: readonly string[] = ['12-24', '12-25', '12-26', '12-31', '01-01'];

/**
 * Counts out the day to look again: a working day, the next one when the count ends on a weekend or around Christmas and
 * New Year.
 *
 * @param outcome the outcome decided on
 * @param today the day it was decided, written 2026-11-20
 * @returns the day and what to look at
 * @throws RangeError when `today` is no day
 */
export function lookAgain(outcome: Pick<OutcomeText, 'lookAgain'>, today: string): LookAgain {
  return { day: workday(today, outcome.lookAgain.days), at: outcome.lookAgain.at };
}

/**
 * Finds the working day on or after a day.
 *
 * @param from a day, written 2026-11-20
 * @param days so many days later
 * @returns that day, or the next one that is no weekend and none of the days around Christmas and New Year
 * @throws RangeError when `from` is no day
 */
export function workday(from: string, days = 0): string {
  const day = new Date(`${from}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  const isWorkday = (): boolean => {
    const weekday = day.getUTCDay();
    return weekday !== 0 && weekday !== 6 && !quietDays.includes(day.toISOString().slice(5, 10));
  };
  while (!isWorkday()) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

import { expect, test } from 'vitest';
import { dayInWords, daysBetween, dueDay } from '../../../src/upkeep/engine/day.ts';

test.each([
  ['2026-11-20', 3, '2027-02-20'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2027-11-30', 3, '2028-02-29'],
  ['2026-12-31', 2, '2027-02-28'],
  ['2026-01-31', 24, '2028-01-31'],
])('a page reviewed on %s is due after %i months on %s', (reviewed, months, due) => {
  expect(dueDay(reviewed, months)).toBe(due);
});

test.each([
  ['2026-11-20', '2026-11-20', 0],
  ['2026-11-20', '2026-12-20', 30],
  ['2026-11-20', '2026-11-19', -1],
  ['2026-03-28', '2026-03-30', 2],
  ['2028-02-28', '2028-03-01', 2],
])('from %s to %s it is %i days', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});

test('a day in words has no weekday', () => {
  expect(dayInWords('2026-11-20', 'en-GB')).toBe('20 November 2026');
});

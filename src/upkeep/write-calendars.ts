import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEvents, type DateArray } from 'ics';
import type { CalendarEntry, OwnerCalendar } from './engine/calendars.ts';

/**
 * Writes each calendar into a folder, which is made when it is not there.
 * @throws {Error} when the folder cannot be made or written to
 */
export function writeCalendars(folder: string, calendars: readonly OwnerCalendar[]): void {
  mkdirSync(folder, { recursive: true });
  for (const { file, entries, owner } of calendars) {
    const { value, error } = createEvents(entries.map(eventOf), { productId: 'good-terms', calName: owner });
    if (value === undefined || value === null) throw error ?? new Error(`No calendar came back for ${owner}.`);
    writeFileSync(join(folder, file), value);
  }
}

const eventOf = ({ uid, day, title, text }: CalendarEntry) => ({
  uid,
  start: parts(day),
  end: parts(new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString()),
  title,
  description: text,
  busyStatus: 'FREE' as const,
});

const parts = (iso: string): DateArray => iso.slice(0, 10).split('-').map(Number) as DateArray;

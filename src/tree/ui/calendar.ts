import { createEvent } from 'ics';

/** A day to be reminded of. */
export interface Reminder {
  /** Written 2026-11-20. */
  readonly day: string;
  /** The name of the file. */
  readonly file: string;
  readonly title: string;
  readonly description: string;
}

/**
 * Hands the reader a calendar file with one entry that lasts the day. Loaded only when it is asked for.
 *
 * @param reminder the day and what to look at
 * @throws Error when the entry cannot be written
 */
export function downloadReminder({ day, file, title, description }: Reminder): void {
  const morrow = new Date(`${day}T00:00:00Z`);
  morrow.setUTCDate(morrow.getUTCDate() + 1);
  const { value, error } = createEvent({
    start: parts(day),
    end: parts(morrow.toISOString()),
    title,
    description,
    busyStatus: 'FREE',
    // A calendar that colleagues may see shows them the title at most.
    classification: 'PRIVATE',
    productId: 'good-terms',
    alarms: [{ action: 'display', description: title, trigger: { hours: 9, minutes: 0, before: false } }],
  });
  if (!value) throw error ?? new Error('No entry came back.');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([value], { type: 'text/calendar;charset=utf-8' }));
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const parts = (iso: string): [number, number, number] =>
  iso.slice(0, 10).split('-').map(Number) as [number, number, number];

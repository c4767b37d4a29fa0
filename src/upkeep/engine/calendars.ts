import type { Waiting } from '../../content/drafts.ts';
import { upkeep as words } from '../../i18n/en.ts';
import { dayInWords } from './day.ts';
import type { DuePage } from './report.ts';

/** What an owner is to be reminded of, all day long. */
export interface CalendarEntry {
  /** Stays the same as long as the file does, so that a calendar taken in again moves its entries and doubles none. */
  readonly uid: string;
  /** Year-month-day. */
  readonly day: string;
  readonly title: string;
  readonly text: string;
}

/** The calendar of one owner. */
export interface OwnerCalendar {
  readonly owner: string;
  /** A file name made of the owner's, without one that another owner has. */
  readonly file: string;
  readonly entries: readonly CalendarEntry[];
}

/**
 * A calendar for each owner, with every page on the day it is due, and on the day it goes out. What is overdue stands on today.
 * @param pages every page that somebody keeps
 * @param waiting the pages that wait for their day to go out
 * @param on today, year-month-day
 * @param locale a language tag for days, such as en-GB
 * @returns owners in the order of the alphabet, entries by day
 */
export function calendarsOf(
  pages: readonly DuePage[],
  waiting: readonly Waiting[],
  on: string,
  locale: string,
): OwnerCalendar[] {
  const owners = [...new Set([...pages, ...waiting].map(({ owner }) => owner))].sort((a, b) => a.localeCompare(b));
  const taken = new Set<string>();
  return owners.map((owner) => ({
    owner,
    file: fileFor(owner, taken),
    entries: [
      ...pages
        .filter((page) => page.owner === owner)
        .map((page) => ({
          uid: uidOf(page.file),
          day: page.due < on ? on : page.due,
          title:
            page.due < on
              ? words.overdueReviewOf(page.title, dayInWords(page.due, locale))
              : words.reviewOf(page.title),
          text:
            page.kind === 'fact'
              ? words.howToCheckFact(page.file)
              : words.howToReview(words.kinds[page.kind], page.file),
        })),
      ...waiting
        .filter((page) => page.owner === owner)
        .map(({ file, publish, title }) => ({
          uid: uidOf(`${file}-publish`),
          day: publish,
          title: words.goesOut(title),
          text: words.buildThen,
        })),
    ].sort((a, b) => a.day.localeCompare(b.day) || a.title.localeCompare(b.title)),
  }));
}

const uidOf = (file: string): string => `${file.replace(/[^\w./-]/g, '-')}@good-terms`;

/** Letters and digits of any language, in small letters; a number behind them when the name is taken. */
function fileFor(owner: string, taken: Set<string>): string {
  const name =
    owner
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'owner';
  let file = `${name}.ics`;
  for (let again = 2; taken.has(file); again++) file = `${name}-${again}.ics`;
  taken.add(file);
  return file;
}

/**
 * A day in words for readers, without the weekday.
 * @param day year-month-day, such as 2026-11-20
 * @param locale a language tag, such as en-GB
 * @returns for example "20 November 2026"
 */
export function dayInWords(day: string, locale: string): string {
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
    formats.set(locale, format);
  }
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** Made once for each language: making one takes longer than using it a hundred times, and every page has its days. */
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The day on which a page is due to be read through again.
 * @param reviewed the day of the last review, year-month-day
 * @param months after how many months
 * @returns year-month-day; the last day of the month where the day does not exist in it
 */
export function dueDay(reviewed: string, months: number): string {
  const [year = 0, month = 1, date = 1] = reviewed.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** How many days lie between two days: 0 for the same day, below 0 when `to` comes first. Both year-month-day. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

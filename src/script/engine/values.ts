import { script as words } from '../../i18n/en.ts';
import type { FieldData } from '../../content/schemas/script.ts';

/** What the reader filled in: text, several chosen texts, or yes and no. Dates are written 2026-11-20. */
export type Value = string | readonly string[] | boolean;
/** The values by the name of their field. */
export type Values = Readonly<Record<string, Value | undefined>>;
/** What is known of each field: its kind, and what a gap of it is called. */
export type Fields = Readonly<
  Record<string, (Pick<FieldData, 'kind'> & Partial<Pick<FieldData, 'label' | 'gap'>>) | undefined>
>;
/** How dates, lists and money are written. */
export interface Settings {
  /** A language tag, such as en-GB. */
  readonly locale: string;
  /** A currency code, such as EUR. */
  readonly currency: string;
  /** Whether the words are said or chatted: a day then has its weekday and no year. */
  readonly spoken?: boolean;
  /** The day on which the message is written, such as 2026-11-30: days near it are written as they are said. */
  readonly today?: string | undefined;
}

/** Within so many days nobody needs to be told the year. */
const near = 60;

/** Signs that nobody sees: without width, or turning the direction of what follows. They come along with what is pasted. */
const unseen = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** What there is to see of a text. */
const seen = (text: string): string => text.replace(unseen, '');

/**
 * Tells whether a value counts as filled in: text with more than white space, a list with such a text,
 * or yes.
 *
 * @param value The value, if there is one.
 * @returns Whether optional parts that hang on it are shown. Never throws.
 */
export function isFilled(value: Value | undefined): boolean {
  if (typeof value === 'string') return seen(value).trim() !== '';
  if (Array.isArray(value)) return value.some(isFilled);
  return value === true;
}

/**
 * Tells whether a text is a day that exists, written 2026-11-20.
 *
 * @param text Any text.
 * @returns Whether it is. Never throws.
 */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(text);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/**
 * Tells whether a text is a plain number that can be written as money: 1200, 49.5 or 1200.50.
 *
 * @param text Any text.
 * @returns Whether it is. Never throws.
 */
export function isPlainNumber(text: string): boolean {
  return /^\d{1,12}(\.\d{1,2})?$/.test(text);
}

/**
 * Writes a value the way it stands in the message.
 *
 * @param kind The kind of its field; without one the value counts as text.
 * @param value The value, if there is one.
 * @param settings The locale and currency, whether it is said, and the day on which it is written.
 * @returns A day or a plain number in the form of the locale, several as "a, b and c", anything else as
 *   typed, without the signs that nobody sees; undefined when nothing is filled in. Never throws for a known locale and currency.
 */
export function write(
  kind: FieldData['kind'] | undefined,
  value: Value | undefined,
  settings: Settings,
): string | undefined {
  if (kind === 'yes-or-no') return value === true ? words.yes : words.no;
  if (!isFilled(value) || value === undefined) return undefined;
  if (typeof value === 'boolean') return words.yes;
  if (typeof value === 'object') return list(settings.locale).format(value.filter(isFilled).map(seen));
  const bare = seen(value).trim();
  if (kind === 'date' && isDay(bare))
    return (settings.spoken || isNear(bare, settings.today) ? spokenDate : date)(settings.locale).format(
      new Date(bare),
    );
  if (kind === 'money') {
    const sum = readSum(bare, settings);
    if (sum !== undefined) return money(settings).format(sum);
  }
  return seen(value);
}

/**
 * Reads a sum as people type it: in figures, with or without the currency and the separators of the locale, such as
 * 1850, 1,850.00 or £1,850.
 *
 * @param text What was typed.
 * @param settings The locale and currency.
 * @returns The sum, or undefined when it is none; such a text stands in the message as it was typed. Never throws.
 */
export function readSum(text: string, settings: Settings): number | undefined {
  const sign =
    money(settings)
      .formatToParts(1)
      .find(({ type }) => type === 'currency')?.value ?? '';
  const parts = plainNumber(settings.locale).formatToParts(12345.6);
  const [group = '', point = ''] = ['group', 'decimal'].map((type) => parts.find((part) => part.type === type)?.value);
  const bare = text.replace(sign, '').replace(settings.currency, '').trim();
  if (isPlainNumber(bare)) return Number(bare);
  const figures = [...bare].map((each) => (each === point ? '.' : each === group ? ',' : each)).join('');
  return /^\d{1,3}(,\d{3}){1,3}(\.\d{1,2})?$|^\d+\.\d{1,2}$/.test(figures)
    ? Number(figures.replaceAll(',', ''))
    : undefined;
}

function isNear(day: string, today: string | undefined): boolean {
  return today !== undefined && Math.abs(Date.parse(day) - Date.parse(today)) <= near * 24 * 60 * 60 * 1000;
}

/** Keeps the formatter of each setting: making one takes longer than using it, and fields are written at each keystroke. */
function kept<T>(make: (...keys: string[]) => T): (...keys: string[]) => T {
  const made = new Map<string, T>();
  return (...keys) => {
    const key = keys.join(' ');
    const formatter = made.get(key) ?? make(...keys);
    made.set(key, formatter);
    return formatter;
  };
}

const list = kept((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));
const date = kept(
  (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
);
const spokenDate = kept(
  (locale) => new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }),
);
const amount = kept(
  (locale, currency) =>
    new Intl.NumberFormat(locale, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }),
);
const plainNumber = kept((locale) => new Intl.NumberFormat(locale, { useGrouping: true }));
const money = ({ locale, currency }: Settings): Intl.NumberFormat => amount(locale, currency);

/**
 * Reads an amount as people type it: with a currency, with points or commas between thousands.
 *
 * @param typed what stands in the field
 * @returns the amount; undefined when it is none
 */
export function amountOf(typed: string): number | undefined {
  const digits = typed.replace(/[^\d.,-]/g, '');
  const decimals = /[.,](\d{1,2})$/.exec(digits);
  const whole = (decimals ? digits.slice(0, decimals.index) : digits).replace(/[.,]/g, '');
  return /^-?\d+$/.test(whole) && !/[a-z]{4}/i.test(typed) ? Number(`${whole}.${decimals?.[1] ?? 0}`) : undefined;
}

/**
 * How long the money lasts without one client.
 *
 * @param saved what is in the bank and owed to nobody
 * @param costs what goes out a month once the client has gone
 * @param others what all other clients pay a month
 * @returns months, rounded down to a tenth; Infinity when nothing is missing
 */
export function monthsWithout(saved: number, costs: number, others: number): number {
  const gap = costs - others;
  return gap <= 0 ? Infinity : Math.max(0, Math.floor((saved / gap) * 10) / 10);
}

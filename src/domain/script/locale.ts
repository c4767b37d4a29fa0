/**
 * How dates and money are written for this reader. The scripts are in English, so a day in another language would stand
 * out: the first of the reader's languages that is English of some country counts, otherwise the house's.
 *
 * @param house the language tag of the house, such as en-GB
 * @param reader the reader's languages, the dearest first, as browsers tell them
 * @returns a language tag; never throws
 */
export const localeFor = (house: string, reader: readonly string[]): string =>
  reader.find((tag) => /^en-[A-Z]{2}$/.test(tag)) ?? house;

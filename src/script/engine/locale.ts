/**
 * How dates and money are written for this reader. The scripts are in English, so a day in another language would stand
 * out: the first of the reader's languages that is English of some country counts, otherwise the organisation's.
 *
 * @param organisation the language tag of the organisation, such as en-GB
 * @param reader the reader's languages, the dearest first, as browsers tell them
 * @returns a language tag; never throws
 */
export const localeFor = (organisation: string, reader: readonly string[]): string =>
  reader.find((tag) => /^en-[A-Z]{2}$/.test(tag)) ?? organisation;

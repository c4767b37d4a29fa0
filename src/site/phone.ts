/**
 * Finds the numbers to call in a text such as "112 or 999". An extension of fewer than three digits is none.
 *
 * @param text what the organisation wrote
 * @returns each number as it is written, with the address that calls it
 */
export function phoneNumbers(text: string): readonly { readonly number: string; readonly href: string }[] {
  return [...text.matchAll(/\+?\d(?:[\d ().-]*\d)?/g)]
    .map(([number]) => ({ number, digits: number.replace('(0)', '').replace(/[^+\d]/g, '') }))
    .filter(({ digits }) => digits.length >= 3)
    .map(({ number, digits }) => ({ number, href: `tel:${digits}` }));
}

/** The fields of content/fields.yaml that name the case, in the order in which the bar under the header tells them. */
export const caseFields = [
  { name: 'client name', key: 'client' },
  { name: 'contact name', key: 'contact' },
] as const;

/** The fields of content/fields.yaml that somebody is written to by; the first that a message has is its addressee. */
const addressees: readonly string[] = ['contact name', 'manager name'];

/** The fields of content/fields.yaml that tell of the writer: the same in every message, so folded once they are filled in. */
const ofWriter: readonly string[] = ['sender name', 'sender role', 'company name', 'sender phone'];

/**
 * Tells the fields of a message apart by whom they are about.
 *
 * @param used The names of the fields that a message has.
 * @returns The one that says to whom it goes, if any, and those of the writer, in the order in which they sign. Never throws.
 */
export function partsOf(used: readonly string[]): { to: string | undefined; writer: readonly string[] } {
  return {
    to: addressees.find((name) => used.includes(name)),
    writer: ofWriter.filter((name) => used.includes(name)),
  };
}

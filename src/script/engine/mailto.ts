/** The longest mail link that every common browser opens. Chrome and Edge on Windows do nothing, without a word, from 2,047 on. */
export const mailLinkLimit = 2000;

/** A link that opens the message in a mail program. */
export interface MailLink {
  readonly address: string;
  readonly length: number;
  /** Whether it is short enough to be offered. */
  readonly fits: boolean;
}

/**
 * Makes the link that opens a message in the reader's mail program, without an addressee.
 *
 * @param subject One line, as `oneLine` gives it.
 * @param text The plain text.
 * @returns The address with everything percent-encoded and line breaks as CRLF, its length, and whether it fits. Never throws.
 */
export function mailLink(subject: string, text: string): MailLink {
  const address = `mailto:?subject=${encode(subject)}&body=${encode(text.replace(/\r\n?|\n/g, '\r\n'))}`;
  return { address, length: address.length, fits: address.length <= mailLinkLimit };
}

/** Percent-encodes a text. Half of a character pair, which a cut-off emoji leaves, cannot be encoded and becomes a question sign. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}

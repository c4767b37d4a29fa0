import { toCopy, type Message } from './message.ts';
import { oneLine } from './plain.ts';

/** Cannot stand in a part: "=_" is not possible in base64. */
const boundary = '=_part_=';
/** 45 bytes make 60 signs of base64; with `=?utf-8?B?` and `?=` a word stays below the 75 that RFC 2047 allows. */
const bytesAWord = 45;

/** A message ready to be written as a file. */
export interface Mail {
  /** One line, as `oneLine` gives it. */
  readonly subject: string;
  readonly plain: string;
  /** What goes into the body of the HTML part. */
  readonly html: string;
}

/**
 * Writes a message as an .eml file that mail programs open as a draft: marked unsent, with both text
 * forms, and without sender, addressee, date or message id.
 *
 * @param mail The subject and both forms of the text.
 * @returns The file: ASCII only, lines ended by CRLF. Never throws.
 */
export function eml({ subject, plain, html }: Mail): string {
  return [
    'X-Unsent: 1',
    `Subject: ${encodedWords(subject)}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    ...part('plain', plain.replace(/\r\n?|\n/g, '\r\n')),
    ...part('html', `<!doctype html><html><head><meta charset="utf-8"></head><body>${html}</body></html>`),
    `--${boundary}--`,
    '',
  ].join('\r\n');
}

function part(form: 'plain' | 'html', text: string): string[] {
  return [
    `--${boundary}`,
    `Content-Type: text/${form}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    ...(base64(text).match(/.{1,76}/g) ?? []),
  ];
}

/** The subject in encoded words, each of whole characters, so that no text can end the header or start another. */
function encodedWords(text: string): string {
  const words: string[] = [];
  let word = '';
  for (const sign of text) {
    if (new TextEncoder().encode(word + sign).length > bytesAWord) {
      words.push(word);
      word = '';
    }
    word += sign;
  }
  return [...words, word].map((each) => `=?utf-8?B?${base64(each)}?=`).join('\r\n ');
}

function base64(text: string): string {
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}

/**
 * Gives the content of an .eml file.
 *
 * @param message The message.
 * @returns The file, or undefined when the message is no email. Never throws.
 */
export function toEml(message: Message): string | undefined {
  return message.subject && eml({ subject: oneLine(message.subject), ...toCopy(message) });
}

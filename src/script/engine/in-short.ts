/**
 * Gives the first sentence of a text.
 *
 * @param text Whole sentences.
 * @returns The first with its full stop. Never throws.
 */
export const beginning = (text: string): string => /^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;

/**
 * Puts a sentence into the middle of another one: its first letter small, unless the word is in capitals or is "I".
 *
 * @param text The sentence.
 * @returns The same with a small first letter. Never throws.
 */
export const inSentence = (text: string): string =>
  /^\p{Lu}[\p{Ll}’ ]/u.test(text) && !/^I\b/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** How a message greets; the line says nothing about what the message is for. */
const greeting = /^(hello|hi|dear|good (morning|afternoon|evening))\b/i;

/**
 * The first line of a script that says what it is about, for lists and search results.
 *
 * @param text the text of a variant, with its markers
 * @returns the first line that is no greeting; the very first when all are; markers of optional parts are left out
 */
export function firstLine(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/\(\((?:if [^()]*|else|end)\)\)/g, '').trim())
    .filter(Boolean);
  return lines.find((line) => !greeting.test(line)) ?? lines[0] ?? '';
}

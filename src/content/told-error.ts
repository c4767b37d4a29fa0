/**
 * An error whose words are all that there is to say. The way through the software's own files mends no content; Astro
 * tells it, under a heading of its own, unless it is empty.
 */
export function toldError(message: string): Error {
  const error = new Error(message);
  error.stack = '';
  return error;
}

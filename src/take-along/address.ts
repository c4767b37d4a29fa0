/** A place in the file, from the fragment of its address. */
export interface Place {
  /** The page's address: `/guides/warning-signs/read-the-signs/`. */
  readonly page: string;
  /** The id of a heading on the page; empty for the page itself. Ids begin with the page's address. */
  readonly heading: string;
  /** Whether the fragment holds answers of a tree, behind a second #. */
  readonly answers: boolean;
}

/**
 * Reads the fragment of an address.
 *
 * @param hash the fragment with its #
 * @returns the place, or undefined for a fragment that names no page
 */
export function readPlace(hash: string): Place | undefined {
  if (!hash.startsWith('#/')) return undefined;
  const [path = '', ...answers] = unescaped(hash).slice(1).split('#');
  const page = path.slice(0, path.lastIndexOf('/') + 1);
  return { page, heading: page === path ? '' : path, answers: answers.length > 0 };
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

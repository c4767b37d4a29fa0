/** A place in the file, from the fragment of its address. */
export interface Place {
  /** The page's address: `/guides/warning-signs/read-the-signs/`. */
  readonly page: string;
  /** What the page's own fragment says: a heading, a variant of a script, answers of a tree, or nothing. */
  readonly part: string;
  /** Whether that are answers of a tree. */
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
  const [page = '', part = ''] = unescaped(hash).slice(1).split('#');
  return { page, part, answers: part.includes('=') };
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

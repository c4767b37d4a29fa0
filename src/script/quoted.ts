/** A piece of a text, with the address of the page that it names, if it names one. */
export interface QuotedPiece {
  readonly text: string;
  readonly address?: string | undefined;
}

/**
 * Finds the pages that a text names in quotes, as in: Use “Ask for a late payment”.
 *
 * @param text the text
 * @param pages the address of each page by its title
 * @returns the text in pieces; the quotes stay outside of the names
 */
export const quoted = (text: string, pages: ReadonlyMap<string, string>): QuotedPiece[] =>
  text.split(/(?<=“)([^”]+)(?=”)/).map((piece) => ({ text: piece, address: pages.get(piece) }));

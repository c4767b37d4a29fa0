import type { Piece } from './fill.ts';

/**
 * Cuts a filled text into its lines. Line breaks that the reader typed stay inside their piece.
 *
 * @param pieces A filled text.
 * @returns The lines without their line breaks; a blank line is an empty list. Never throws.
 */
export function lines(pieces: readonly Piece[]): Piece[][] {
  const out: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind === 'gap' || piece.typed) {
      out.at(-1)?.push(piece);
      continue;
    }
    piece.text.split('\n').forEach((text, i) => {
      if (i > 0) out.push([]);
      if (text !== '') out.at(-1)?.push({ ...piece, text });
    });
  }
  return out;
}

/**
 * Gives the paragraphs of a filled text: what stands between blank lines.
 *
 * @param pieces A filled text.
 * @returns The paragraphs, each with the line breaks inside it as they are. Never throws.
 */
export function paragraphs(pieces: readonly Piece[]): Piece[][] {
  const out: Piece[][] = [];
  let fresh = true;
  for (const line of lines(pieces)) {
    const last = out.at(-1);
    if (line.length === 0) fresh = true;
    else if (fresh || !last) {
      out.push([...line]);
      fresh = false;
    } else last.push({ kind: 'text', text: '\n', typed: false }, ...line);
  }
  return out;
}

/**
 * Gives what is said one breath at a time: the lines that hold something, without the dashes of a list.
 *
 * @param pieces A filled text.
 * @returns The lines. Never throws.
 */
export function spokenLines(pieces: readonly Piece[]): Piece[][] {
  return lines(pieces)
    .filter((line) => line.length > 0)
    .map((line) => withoutDash(line) ?? line);
}

/**
 * Takes the "- " off an item of a list.
 *
 * @param line A line as `lines` gives it.
 * @returns The line without it, or undefined when the script did not write one there. Never throws.
 */
export function withoutDash(line: readonly Piece[]): Piece[] | undefined {
  const [first, ...rest] = line;
  if (first?.kind !== 'text' || first.typed || !first.text.startsWith('- ')) return undefined;
  return [{ ...first, text: first.text.slice(2) }, ...rest];
}

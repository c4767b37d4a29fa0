import type { Piece } from './fill.ts';

/**
 * Names the fields that are still missing.
 *
 * @param pieces A filled text.
 * @returns Each missing field once, in the order of the text. Never throws.
 */
export function gaps(pieces: readonly Piece[]): string[] {
  return [...new Set(pieces.flatMap((piece) => (piece.kind === 'gap' ? [piece.name] : [])))];
}

/**
 * Writes a gap the way it stands in what is copied or sent, so that nobody overlooks it.
 *
 * @param name The field's name.
 * @returns The marker. Never throws.
 */
export function gapMarker(name: string): string {
  return `((${name}))`;
}

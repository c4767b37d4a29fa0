import type { Piece } from './fill.ts';
import { gapMarker } from './gaps.ts';

/**
 * Gives a filled text as plain text. Gaps keep their markers.
 *
 * @param pieces A filled text.
 * @returns The text with line breaks as \n. Never throws.
 */
export function plain(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.kind === 'gap' ? gapMarker(piece.called) : piece.text)).join('');
}

/**
 * Gives a filled text as one line, for a subject. Whatever could end a header line becomes a space.
 *
 * @param pieces A filled text.
 * @returns The text without line breaks or control characters. Never throws.
 */
export function oneLine(pieces: readonly Piece[]): string {
  return plain(pieces)
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .trim();
}

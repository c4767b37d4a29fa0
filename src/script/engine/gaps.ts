import type { Piece } from './fill.ts';
import type { Fields } from './values.ts';

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
 * @param called What people call the field.
 * @returns The marker. Never throws.
 */
export function gapMarker(called: string): string {
  return `[${called}]`;
}

/**
 * Says what a gap is called in the middle of a sentence: as its field says, otherwise by the label with a small first
 * letter, such as "what they've told you".
 *
 * @param name The field's name.
 * @param field The field, if it is known.
 * @returns The words. Never throws.
 */
export function gapName(name: string, field: Fields[string]): string {
  const { gap, label = name } = field ?? {};
  // A word in capitals, such as VAT, stays one.
  return gap ?? (/^\p{Lu}(?!\p{Lu})/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label);
}

import type { importing } from '../i18n/en.ts';

/** What a page of ours cannot hold, or holds otherwise than its source did. */
export type Loss = keyof (typeof importing)['leftOut'];

/** Takes note of a loss, and of what it was: the words of a link, the description of a picture. */
export type Note = (loss: Loss, what?: string) => void;

/** All that was lost of one file, with what each was, in order. */
export type Losses = ReadonlyMap<Loss, readonly string[]>;

/** A list to take notes in. */
export function notes(): { readonly note: Note; readonly losses: Losses } {
  const losses = new Map<Loss, string[]>();
  return { losses, note: (loss, what = '') => void losses.set(loss, [...(losses.get(loss) ?? []), what]) };
}

import type { Piece } from '../engine/fill.ts';

interface Props {
  pieces: readonly Piece[];
  /** What pressing a gap does; without it a gap is only marked. */
  onGap?: ((field: string) => void) | undefined;
}

/** A filled text, its gaps named in words. */
export function Pieces({ pieces, onGap }: Props) {
  return (
    <>
      {pieces.map((piece) => {
        if (piece.kind === 'text') return piece.text;
        const { name, called } = piece;
        const words = (
          <>
            <span class="gap__bracket">[</span>
            {called}
            <span class="gap__bracket">]</span>
          </>
        );
        return onGap ? (
          <button type="button" class="gap" onClick={() => onGap(name)}>
            {words}
          </button>
        ) : (
          <span class="gap">{words}</span>
        );
      })}
    </>
  );
}

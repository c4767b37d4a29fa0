import type { Piece } from '../engine/fill.ts';

interface Props {
  pieces: readonly Piece[];
  /** What the form calls each field. */
  labels: Readonly<Record<string, string>>;
}

/** A filled text, its gaps named in words. */
export function Pieces({ pieces, labels }: Props) {
  return (
    <>
      {pieces.map((piece) =>
        piece.kind === 'text' ? (
          piece.text
        ) : (
          <span class="gap">
            <span class="gap__bracket">((</span>
            {labels[piece.name] ?? piece.name}
            <span class="gap__bracket">))</span>
          </span>
        ),
      )}
    </>
  );
}

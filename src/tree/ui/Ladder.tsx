import type { JSX } from 'preact';
import { tree as words } from '../../i18n/en.ts';
import { rungs, type Rung } from '../engine/rungs.ts';

/**
 * The ladder as a picture: eight rungs in their order, each with its word.
 *
 * @param props.at The rung of a result: it is lit and said to be where the reader is. Without it all rungs have their colour.
 */
export function Ladder({ at }: { readonly at?: Rung | undefined }): JSX.Element {
  return (
    <ol class={at ? 'ladder' : 'ladder ladder--all'}>
      {rungs.map((rung) => (
        <li class={`rung--${rung}`} aria-current={rung === at ? 'step' : undefined}>
          <span>{words.rungs[rung]}</span>
        </li>
      ))}
    </ol>
  );
}

import type { JSX, RefObject } from 'preact';
import type { TreeText } from '../engine/tree.ts';

interface Props {
  readonly tree: TreeText;
  /** Where "Begin" leads: the worksheet until the code runs, then the first question. */
  readonly begin: string;
  readonly title?: string;
  readonly heading?: RefObject<HTMLHeadingElement>;
}

/** What the reader sees before the first question, and without code. */
export function Start({ tree, begin, title = 'Before you begin', heading }: Props): JSX.Element {
  return (
    <div class="tree tree--start">
      <h2 class="tree__title" tabIndex={-1} ref={heading}>
        {title}
      </h2>
      <p>
        It takes about {tree.minutes} {tree.minutes === 1 ? 'minute' : 'minutes'}. Your answers stay in the address of
        this page. Nothing is sent or stored.
      </p>
      {tree.have.length > 0 && (
        <>
          <p class="tree__have">Have at hand:</p>
          <ul>
            {tree.have.map((thing) => (
              <li>{thing}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a class="button button--main" href={begin}>
          Begin
        </a>
      </p>
    </div>
  );
}

import type { JSX, RefObject } from 'preact';
import { tree as words } from '../../i18n/en.ts';
import type { TreeText } from '../engine/tree.ts';
import type { Known } from './known.ts';

interface Props {
  readonly tree: TreeText;
  /** Where "Begin" leads: the worksheet until the code runs, then the first question. */
  readonly begin: string;
  readonly title?: string;
  readonly heading?: RefObject<HTMLHeadingElement>;
  /** What is known from other trees, and what forgets it. */
  readonly known?: Known;
  readonly onForget?: () => void;
}

/** What the reader sees before the first question, and without code. */
export function IntroPanel({
  tree,
  begin,
  title = words.beforeYouBegin,
  heading,
  known = {},
  onForget,
}: Props): JSX.Element {
  const carried = tree.shared.filter(({ id }) => known[id] !== undefined);
  return (
    <div class="tree tree--start sheet">
      <h2 class="tree__title" tabIndex={-1} ref={heading}>
        {title}
      </h2>
      <p class="tree__begin">
        <a class="button button--main" href={begin}>
          {words.begin}
        </a>
        <span>{words.howLong(tree.minutes)}</span>
      </p>
      {carried.length > 0 && (
        <div class="tree__note">
          <p>{words.knownAlready}</p>
          <ul>
            {carried.map(({ id, says }) => (
              <li>
                {says} <span class="quiet">{words.fromYourAnswersIn(known[id]?.title ?? '')}</span>
              </li>
            ))}
          </ul>
          <button type="button" onClick={onForget}>
            {words.forgetThese}
          </button>
        </div>
      )}
      {tree.have.length > 0 && (
        <div class="tree__need">
          <p class="tree__have">{words.youWillNeed}</p>
          <ul>
            {tree.have.map((thing) => (
              <li>{thing}</li>
            ))}
          </ul>
        </div>
      )}
      <p class="quiet">{words.whereAnswersStay}</p>
    </div>
  );
}

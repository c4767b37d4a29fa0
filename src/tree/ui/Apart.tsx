import { useState } from 'preact/hooks';
import type { JSX } from 'preact';
import { treeResult as words } from '../../i18n/en.ts';
import { copyText } from '../../site/client/copy.ts';
import { compare, type Comparison, type Difference } from '../engine/compare.ts';
import { writeLink } from '../engine/link.ts';
import { headlines } from '../engine/result.ts';
import type { Tree } from '../engine/tree.ts';
import { spoken, type Answers } from '../engine/walk.ts';
import type { WalkLinks } from './links.ts';
import { whole } from './whole.ts';

interface Props {
  readonly tree: Tree;
  readonly mine: Answers;
  readonly theirs: Answers;
  readonly links: WalkLinks;
}

/** Somebody answered the same on their own: where the two differ, as a table, and the link that shows them as well. */
export function Apart({ tree, mine, theirs, links }: Props): JSX.Element {
  const [said, setSaid] = useState('');
  const found = compare(tree, mine, theirs);
  const sendBack = async (): Promise<void> => {
    const plain = whole(links.self + writeLink(tree, theirs, null, [], mine));
    setSaid((await copyText({ plain })) ? words.apartCopied : plain);
  };
  return (
    <section class="sheet result__apart no-print">
      <h2>{words.differ}</h2>
      <p>{verdict(found)}</p>
      {found.differences.length > 0 && (
        <table class="result__differences">
          <thead>
            <tr>
              <th scope="col">{words.you}</th>
              <th scope="col">{words.they}</th>
            </tr>
          </thead>
          {found.differences.map((difference) => (
            <tbody>
              <tr>
                <th scope="rowgroup" colSpan={2}>
                  {difference.question.ask} <span class="quiet">{effect(difference)}</span>
                </th>
              </tr>
              <tr>
                <td>{spoken(difference.mine) || words.notAsked}</td>
                <td>{spoken(difference.theirs) || words.notAsked}</td>
              </tr>
            </tbody>
          ))}
        </table>
      )}
      <p>
        <button type="button" class="button--small" onClick={() => void sendBack()}>
          {words.sendBack}
        </button>{' '}
        <span role="status">{said}</span>
      </p>
    </section>
  );
}

function verdict({ mine, theirs, differences }: Comparison): string {
  if (differences.length === 0) return words.sameAnswers;
  if (theirs.outcome === mine.outcome) return words.sameOutcome;
  return theirs.outcome ? words.theirsLeadTo(theirs.outcome.headline) : words.theirsStopAt(theirs.question?.ask ?? '');
}

function effect({ mine, theirs, matters, outcomes }: Difference): string {
  if (mine.length === 0 || theirs.length === 0) return words.onlyOneAsked;
  return matters ? words.wouldLeadTo(headlines(outcomes)) : words.changesNothing;
}

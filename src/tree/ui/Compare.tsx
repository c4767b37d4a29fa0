import { decideAddress } from '../../routes.ts';
import { useState } from 'preact/hooks';
import type { JSX } from 'preact';
import { treeResult as words } from '../../i18n/en.ts';
import { copyText } from '../../site/client/copy.ts';
import { compare, type Comparison, type Difference } from '../engine/compare.ts';
import { readLink, writeLink } from '../engine/link.ts';
import type { Tree } from '../engine/tree.ts';
import { spoken, type Answers } from '../engine/walk.ts';
import { headlines } from '../engine/result.ts';
import type { WalkLinks } from './links.ts';
import { whole } from './whole.ts';

interface Props {
  readonly tree: Tree;
  readonly mine: Answers;
  readonly links: WalkLinks;
}

/** Two people, one case: a colleague's link is pasted, and the result opens with both. */
export function Compare({ tree, mine, links, root }: Props & { readonly root: string }): JSX.Element {
  const [pasted, setPasted] = useState('');
  const [wrong, setWrong] = useState('');

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { answers } = readLink(tree, pasted);
    // The tree may have been walked on the site or in the file to take along.
    const self = links.self.replace(/^.*(?=\/decide\/)/, '');
    if (pasted.includes(decideAddress) && !pasted.includes(self)) setWrong(words.linkOfAnotherTree);
    else if (Object.keys(answers).length === 0) setWrong(words.noAnswersInLink);
    else location.hash = root + writeLink(tree, mine, null, [], answers);
  };

  return (
    <form class="result__compare" onSubmit={submit}>
      <label for="compare-link">{words.pasteLink}</label>
      <input
        id="compare-link"
        value={pasted}
        onInput={(event) => setPasted(event.currentTarget.value)}
        autocomplete="off"
      />
      <button type="submit" class="button--small">
        {words.compareNow}
      </button>
      <p role="status">{wrong}</p>
    </form>
  );
}

/** Somebody answered the same on their own: where the two differ, as a table, and the link that shows them as well. */
export function Apart({ tree, mine, theirs, links }: Props & { readonly theirs: Answers }): JSX.Element {
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

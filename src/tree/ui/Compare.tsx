import { decideAddress } from '../../routes.ts';
import { useState } from 'preact/hooks';
import type { JSX } from 'preact';
import { treeResult as words } from '../../i18n/en.ts';
import { compare, type Comparison, type Difference } from '../engine/compare.ts';
import { readLink, type Opened } from '../engine/link.ts';
import type { Tree } from '../engine/tree.ts';
import { spoken, type Answers } from '../engine/walk.ts';
import { anyOf } from '../engine/phrasing.ts';
import { Dropped } from './Dropped.tsx';
import type { WalkLinks } from './links.ts';

interface Props {
  readonly tree: Tree;
  readonly mine: Answers;
  readonly links: WalkLinks;
}

/** Two people, one case: a colleague's link is pasted, and only what differs is shown. */
export function Compare({ tree, mine, links }: Props): JSX.Element {
  const [pasted, setPasted] = useState('');
  const [compared, setCompared] = useState<(Comparison & { readonly opened: Opened }) | string>('');

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const opened = readLink(tree, pasted);
    // The tree may have been walked on the site or in the file to take along.
    const self = links.self.replace(/^.*(?=\/decide\/)/, '');
    const elsewhere = pasted.includes(decideAddress) && !pasted.includes(self);
    if (elsewhere) setCompared(words.linkOfAnotherTree);
    else if (Object.keys(opened.answers).length === 0) setCompared(words.noAnswersInLink);
    else setCompared({ ...compare(tree, mine, opened.answers), opened });
  };

  return (
    <section class="result__part result__compare no-print">
      <h3>{words.compare}</h3>
      <form onSubmit={submit}>
        <label for="compare-link">{words.pasteLink}</label>
        <input
          id="compare-link"
          value={pasted}
          onInput={(event) => setPasted(event.currentTarget.value)}
          autocomplete="off"
        />
        <button type="submit">{words.compareNow}</button>
      </form>
      <div role="status">
        {typeof compared === 'string' ? (
          <p>{compared}</p>
        ) : (
          <>
            <Dropped opened={compared.opened} version={tree.text.version} />
            <p>{verdict(compared)}</p>
            <ul class="result__differences">
              {compared.differences.map((difference) => (
                <li>
                  <strong>{difference.question.ask}</strong>
                  <br />
                  {words.you(spoken(difference.mine) || words.notAsked)}
                  <br />
                  {words.they(spoken(difference.theirs) || words.notAsked)}
                  <br />
                  <span class="quiet">{effect(difference)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
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
  return matters ? words.wouldLeadTo(anyOf(outcomes)) : words.changesNothing;
}

import { decideAddress } from '../../routes.ts';
import { useState } from 'preact/hooks';
import type { JSX } from 'preact';
import { compare, type Comparison, type Difference } from '../engine/compare.ts';
import { readLink, type Opened } from '../engine/link.ts';
import type { Tree } from '../engine/tree.ts';
import type { Answers } from '../engine/walk.ts';
import { anyOf, spoken } from '../engine/phrasing.ts';
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
    if (elsewhere) setCompared('That link belongs to another tree or another page.');
    else if (Object.keys(opened.answers).length === 0) setCompared('That is no link to answers of this tree.');
    else setCompared({ ...compare(tree, mine, opened.answers), opened });
  };

  return (
    <section class="result__part result__compare no-print">
      <h3>Compare with a colleague</h3>
      <form onSubmit={submit}>
        <label for="compare-link">Paste the link that your colleague copied</label>
        <input
          id="compare-link"
          value={pasted}
          onInput={(event) => setPasted(event.currentTarget.value)}
          autocomplete="off"
        />
        <button type="submit">Compare</button>
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
                  You: {spoken(difference.mine) || 'not asked'}
                  <br />
                  They: {spoken(difference.theirs) || 'not asked'}
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
  if (differences.length === 0) return 'Your answers are the same.';
  const end = theirs.outcome
    ? `Theirs lead to “${theirs.outcome.headline}”.`
    : `Theirs stop at “${theirs.question?.ask}”`;
  return theirs.outcome === mine.outcome
    ? 'Both lead to the same outcome. These answers differ:'
    : `${end} These answers differ:`;
}

function effect({ mine, theirs, matters, outcomes }: Difference): string {
  if (mine.length === 0 || theirs.length === 0) return 'Only one of you was asked this.';
  if (!matters) return 'Their answer alone does not change your outcome.';
  return `With their answer alone, yours would lead to ${anyOf(outcomes)}.`;
}

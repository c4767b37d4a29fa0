import { decideAddress } from '../../routes.ts';
import { useState } from 'preact/hooks';
import type { JSX } from 'preact';
import { treeResult as words } from '../../i18n/en.ts';
import { readLink, writeLink } from '../engine/link.ts';
import type { Tree } from '../engine/tree.ts';
import type { Answers } from '../engine/walk.ts';
import type { WalkLinks } from './links.ts';

interface Props {
  readonly tree: Tree;
  readonly mine: Answers;
  readonly links: WalkLinks;
  /** What stands before the walk's own fragment; nothing on the site. */
  readonly root: string;
}

/** Two people, one case: a colleague's link is pasted, and the result opens with both. */
export function Compare({ tree, mine, links, root }: Props): JSX.Element {
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
        type="text"
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

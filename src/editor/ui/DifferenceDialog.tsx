import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Difference } from '../api.ts';
import { askServer } from './ask-server.ts';
import { isContent } from './desk.ts';
import { Dialog } from './Dialog.tsx';
import { useDesk } from './use-desk.ts';

/** What saving would change, line by line. */
export function DifferenceDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const desk = useDesk();
  const [found, setFound] = useState<Difference>();
  useEffect(() => {
    void desk.attempt(async () => {
      await desk.flush();
      setFound(await askServer<Difference>('difference'));
    });
  }, []);
  return (
    <Dialog title="What saving would change" isWide onClose={onClose}>
      {!found && <p role="status">Comparing …</p>}
      {found?.files.length === 0 && <p>Nothing is different from what is saved.</p>}
      {found?.files.filter(isContent).map(({ layer, file, unsaved, diff }) => (
        <section>
          <h3>
            {file} <small class="mark">{layer === 'company' ? `your own, ${unsaved}` : unsaved}</small>
          </h3>
          <Diff diff={diff} />
        </section>
      ))}
      <p class="buttons">
        <button type="button" class="button--main" onClick={onClose}>
          Close
        </button>
      </p>
    </Dialog>
  );
}

/** A unified diff to be read: what goes and what comes has a colour, its sign, and a word for those who hear it. */
export function Diff({ diff }: { readonly diff: string }): JSX.Element {
  const lines = diff.split('\n').filter((line) => !/^(?:={3,}|Index: |--- |\+\+\+ |\\ )/.test(line));
  return (
    <div class="diff" tabIndex={0} role="group" aria-label="Lines that change">
      {lines.map((line) => {
        const place = /^@@ -(\d+)/.exec(line)?.[1];
        if (place) return <p class="diff__place">From line {place}</p>;
        if (line.startsWith('+'))
          return (
            <ins>
              <span class="visually-hidden">comes: </span>
              {line}
            </ins>
          );
        if (line.startsWith('-'))
          return (
            <del>
              <span class="visually-hidden">goes: </span>
              {line.replace('-', '−')}
            </del>
          );
        return <span>{line || ' '}</span>;
      })}
    </div>
  );
}

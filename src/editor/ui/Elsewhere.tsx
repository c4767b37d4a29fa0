import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { OpenFile } from '../api.ts';
import { Dialog } from './Dialog.tsx';
import { useDesk } from './use-desk.ts';

/**
 * Somebody else has changed the file on the disk: both texts, and the choice.
 * @param props.theirs the text on the disk; null when they have removed it
 */
export function Elsewhere({ open, theirs }: { readonly open: OpenFile; readonly theirs: string | null }): JSX.Element {
  const desk = useDesk();
  const [isShown, show] = useState(true);
  const keep = async (which: 'mine' | 'theirs'): Promise<void> => {
    const { layer, file } = open;
    await desk.become('resolve', { layer, file, keep: which });
  };
  return (
    <div class="note note--fault">
      <p>Somebody else has changed this file since you opened it.</p>
      <button type="button" class="button--small" onClick={() => show(true)}>
        Compare and choose
      </button>
      {isShown && (
        <Dialog title={`Two versions of “${open.title}”`} isWide onClose={() => show(false)}>
          <p>Somebody else has changed this file. Which of the two shall stay? The other is gone then.</p>
          <div class="both">
            <section>
              <h3 id="mine">Yours</h3>
              <textarea readOnly rows={16} aria-labelledby="mine" value={open.text} />
              <button type="button" onClick={() => void keep('mine')}>
                Keep mine
              </button>
            </section>
            <section>
              <h3 id="theirs">Theirs</h3>
              {theirs === null ? (
                <p>They have removed the file.</p>
              ) : (
                <textarea readOnly rows={16} aria-labelledby="theirs" value={theirs} />
              )}
              <button type="button" onClick={() => void keep('theirs')}>
                Take theirs
              </button>
            </section>
          </div>
        </Dialog>
      )}
    </div>
  );
}

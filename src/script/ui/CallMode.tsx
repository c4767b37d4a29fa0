import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { callMode, script } from '../../i18n/en.ts';
import { spokenLines } from '../engine/lines.ts';
import type { Message } from '../engine/message.ts';
import { Pieces } from './Pieces.tsx';

interface Props {
  id: string;
  /** Which wording it is. */
  title: string;
  message: Message;
  onClose: () => void;
}

/** The words in large type, a line at a time, to be read out while talking. */
export function CallMode({ id, title, message, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [at, go] = useState(0);
  const lines = spokenLines(message.text);
  const last = lines.length - 1;
  const back = (): void => go(Math.max(0, at - 1));
  const next = (): void => go(Math.min(last, at + 1));
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      class="call"
      ref={dialog}
      aria-labelledby={`${id}-call`}
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') next();
        if (event.key === 'ArrowLeft') back();
      }}
    >
      <div class="call__head">
        <h2 id={`${id}-call`}>{title}</h2>
        <button type="button" onClick={() => dialog.current?.close()}>
          {callMode.close}
        </button>
      </div>
      <div class="call__now" aria-live="polite">
        <p class="quiet">{callMode.lineOf(at + 1, lines.length)}</p>
        <p class="call__line">
          <Pieces pieces={lines[at] ?? []} />
        </p>
      </div>
      <div class="call__turn">
        <button type="button" aria-disabled={at === 0} onClick={back}>
          {callMode.back}
        </button>
        <button type="button" class="button--main" aria-disabled={at === last} onClick={next} autofocus>
          {callMode.next}
        </button>
      </div>
      {message.ifTheySay.length > 0 && (
        <section>
          <h3>{script.ifTheySay}</h3>
          {message.ifTheySay.map(({ they, you }) => (
            <details>
              <summary>
                <Pieces pieces={they} />
              </summary>
              <p class="call__line">
                <Pieces pieces={you} />
              </p>
            </details>
          ))}
        </section>
      )}
    </dialog>
  );
}

import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Asking } from './desk.ts';
import { useDesk } from './use-desk.ts';

interface Props {
  readonly title: string;
  readonly isWide?: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A dialog over the page. Escape closes it, and the focus goes back to where it was. */
export function Dialog({ title, isWide = false, onClose, children }: Props): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => before instanceof HTMLElement && before.focus();
  }, []);
  return (
    <dialog
      ref={dialog}
      class={isWide ? 'dialog dialog--wide' : 'dialog'}
      aria-labelledby="dialog-title"
      onClose={onClose}
    >
      <h2 id="dialog-title">{title}</h2>
      {children}
    </dialog>
  );
}

/** A question to the keeper, with words to write or something to choose where it needs that. */
export function Ask({ asking }: { readonly asking: Asking }): JSX.Element {
  const desk = useDesk();
  const [words, setWords] = useState('');
  const [chosen, choose] = useState(asking.choice?.first ?? asking.choice?.from[0]?.id ?? '');
  const [more, setMore] = useState('');
  const asks = asking.choice?.from.find(({ id }) => id === chosen)?.asks;
  const close = (): void => desk.tell({ asking: undefined });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    close();
    // The dialog gives the focus back first; what follows may send it elsewhere.
    setTimeout(() => asking.run(words.trim(), chosen, more.trim()));
  };
  return (
    <Dialog title={asking.title} onClose={close}>
      <form onSubmit={submit}>
        {asking.says && <p>{asking.says}</p>}
        {asking.words && (
          <p>
            <label for="ask-words">{asking.words}</label>
            <input
              id="ask-words"
              required
              autocomplete="off"
              value={words}
              onInput={({ currentTarget }) => setWords(currentTarget.value)}
            />
          </p>
        )}
        {asking.choice && (
          <p>
            <label for="ask-choice">{asking.choice.label}</label>
            <select id="ask-choice" value={chosen} onChange={({ currentTarget }) => choose(currentTarget.value)}>
              {asking.choice.from.map(({ id, title }) => (
                <option value={id}>{title}</option>
              ))}
            </select>
          </p>
        )}
        {asks && (
          <p>
            <label for="ask-more">{asks}</label>
            <input
              id="ask-more"
              required
              autocomplete="off"
              value={more}
              onInput={({ currentTarget }) => setMore(currentTarget.value)}
            />
          </p>
        )}
        <p class="buttons">
          <button class="button--main">{asking.yes}</button>
          <button type="button" onClick={close}>
            Cancel
          </button>
        </p>
      </form>
    </Dialog>
  );
}

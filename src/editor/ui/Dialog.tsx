import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Asking } from './desk.ts';
import { toldApart } from './drawing.ts';
import { useDesk } from './use-desk.ts';

interface Props {
  readonly title: string;
  readonly isWide?: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** Whether an element can take the focus. */
const isThere = (element: Element | null | undefined): element is HTMLElement =>
  element instanceof HTMLElement &&
  element !== document.body &&
  element.isConnected &&
  !element.matches(':disabled') &&
  element.checkVisibility();

/** Gives the focus back to what had it, to what has taken its place, or else to the title of what is open. */
function giveBack(before: Element | null): void {
  const now = document.activeElement;
  // Who closed the dialog may have sent it somewhere already.
  if (isThere(now) && now !== before && !now.closest('dialog')) return;
  const successor = before?.id ? document.getElementById(before.id) : null;
  const to = [before, successor, document.getElementById('open-title'), document.querySelector('.form')].find(isThere);
  to?.focus();
}

/** A dialog over the page. Escape closes it, and the focus goes back to where it was. */
export function Dialog({ title, isWide = false, onClose, children }: Props): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    // What takes the place of a button that is gone is drawn by then.
    return () => void setTimeout(() => giveBack(before));
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

interface LineProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly most?: number;
  readonly help?: string;
  /** What may be chosen in place of being written. */
  readonly offers?: readonly string[];
  readonly onText: (text: string) => void;
}

/** A line to be written in a dialog. */
export function Line({ id, label, value, most, help, offers, onText }: LineProps): JSX.Element {
  return (
    <div class="line">
      <label for={id}>{label}</label>
      {help && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      <input
        id={id}
        required
        maxLength={most}
        aria-describedby={help && `${id}-help`}
        list={offers && `${id}-offers`}
        autocomplete="off"
        value={value}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
      />
      {offers && (
        <datalist id={`${id}-offers`}>
          {offers.map((offer) => (
            <option value={offer} key={offer} />
          ))}
        </datalist>
      )}
    </div>
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
        {asking.words && <Line id="ask-words" label={asking.words} value={words} onText={setWords} />}
        {asking.choice && (
          <p>
            <label for="ask-choice">{asking.choice.label}</label>
            <select
              id="ask-choice"
              required
              value={chosen}
              onChange={({ currentTarget }) => choose(currentTarget.value)}
            >
              {asking.choice.first === '' && <option value="">Choose …</option>}
              {toldApart(asking.choice.from).map(({ id, title }) => (
                <option value={id}>{title}</option>
              ))}
            </select>
          </p>
        )}
        {asks && <Line id="ask-more" label={asks} value={more} onText={setMore} />}
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

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { script as words } from '../../i18n/en.ts';

interface Props {
  /** The id of the dialog's title. */
  id: string;
  /** Which gap it is about; the field takes the focus whenever that changes. */
  gap: string;
  /** How many gaps come after this one. */
  more: number;
  onNext: () => void;
  onClose: () => void;
  /** The field. */
  children: ComponentChildren;
}

/** One gap at a time, where fields and letter have no room beside each other. */
export function GapDialog({ id, gap, more, onNext, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, [gap]);
  const done = (): void => dialog.current?.close();
  return (
    <dialog class="gaps" ref={dialog} aria-labelledby={id} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (more > 0) onNext();
          else done();
        }}
      >
        <p class="quiet" id={id}>
          {more > 0 ? words.gapsAfter(more) : words.lastGap}
        </p>
        {children}
        <div class="gaps__turn">
          {more > 0 && (
            <button type="submit" class="button--main">
              {words.nextGap}
            </button>
          )}
          <button
            type={more > 0 ? 'button' : 'submit'}
            class={more > 0 ? '' : 'button--main'}
            onClick={more > 0 ? done : undefined}
          >
            {words.done}
          </button>
        </div>
      </form>
    </dialog>
  );
}

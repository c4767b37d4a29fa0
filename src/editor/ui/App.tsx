import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Place } from '../api.ts';
import { Ending } from './Ending.tsx';
import { ContentList } from './ContentList.tsx';
import type { Desk } from './desk.ts';
import { Ask, Dialog } from './Dialog.tsx';
import { DifferenceDialog } from './DifferenceDialog.tsx';
import { FaultList } from './Faults.tsx';
import { FileEditor } from './FileEditor.tsx';
import { Frame, isSaving } from './Frame.tsx';
import { New } from './New.tsx';
import { OwnFocus } from './fresh.ts';
import { DeskContext, idAt, useNews } from './use-desk.ts';

/** The file that an address names: `#company/guides/…`. */
function placeIn(hash: string): Place | undefined {
  const [, layer, file] = /^#(playbook|company)\/(.+)$/.exec(decodeURIComponent(hash)) ?? [];
  return layer && file ? { layer: layer === 'company' ? 'company' : 'playbook', file } : undefined;
}

const parts = { list: 'Content', form: 'Edit', page: 'Page' } as const;
type Part = keyof typeof parts;

/** The editor: the list of content, the form of the open file, and the page as readers will see it. */
export function App({ desk }: { readonly desk: Desk }): JSX.Element {
  useNews(desk);
  const [part, setPart] = useState<Part>('list');
  const [shown, show] = useState<'difference' | 'new' | 'faults'>();
  const { open, toPutRight: faults, unsaved } = desk;
  const count = unsaved.length;

  useEffect(() => {
    const fromAddress = (): void => {
      const place = placeIn(location.hash);
      if (place) void desk.openFile(place);
    };
    void desk.readFiles().then(fromAddress);
    addEventListener('hashchange', fromAddress);
    addEventListener('keydown', (event) => {
      if (!isSaving(event)) return;
      event.preventDefault();
      // What is being written in a dialog comes first.
      if (!document.querySelector('dialog[open]')) void save();
    });
    addEventListener('keydown', (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.key !== 'z') return;
      // In a field it is the field's own.
      if ((event.target as Element).closest?.('input:not([type="checkbox"]), textarea, dialog') || !desk.canStepBack)
        return;
      event.preventDefault();
      void desk.stepBack();
    });
    const own = new OwnFocus();
    for (const event of OwnFocus.events) addEventListener(event, own.take, true);
    addEventListener('focusin', ({ target }) => {
      const { fresh } = desk;
      if (fresh.length === 0 || !(target instanceof Element) || !target.closest('.form')) return;
      // Who goes by the list of what is still to fill leaves nothing.
      if (target.closest('.faults')) return;
      const now = own.after(fresh, (path) => target.closest(`[id="${idAt(path)}-entry"]`) !== null);
      if (JSON.stringify(now) === JSON.stringify(fresh)) return;
      const tell = (): void => desk.tell({ fresh: now });
      // What is pressed stays where it is until it is pressed: faults that are told now would move it away.
      if (own.isPressed) addEventListener('mouseup', tell, { once: true });
      else tell();
    });
    addEventListener('beforeunload', (event) => desk.isBusy && event.preventDefault());
    // What others change on the disk is seen when the keeper comes back to this window.
    addEventListener('focus', () => void desk.refresh());
  }, []);
  useEffect(() => {
    if (!open) return;
    const hash = `#${open.layer}/${open.file}`;
    if (decodeURIComponent(location.hash) !== hash) history.pushState(null, '', hash);
    document.title = `${open.title} – editing`;
  }, [open?.layer, open?.file, open?.title]);

  const save = async (isAgreed = false): Promise<void> => {
    if (await desk.save(isAgreed)) show('faults');
  };
  const begin = (what: 'difference' | 'new' | 'faults'): void => {
    desk.tell({ said: '' });
    show(what);
  };
  const close = (): void => show(undefined);
  return (
    <DeskContext.Provider value={desk}>
      <button type="button" class="skip" onClick={() => document.querySelector<HTMLElement>('.form')?.focus()}>
        Skip to the form
      </button>
      <header class="top">
        <h1>Edit the playbook</h1>
        <p class={desk.isRefused ? 'top__said top__said--refused' : 'top__said'} role="status">
          {desk.said}
        </p>
        <p class="top__count">
          {desk.isBusy
            ? 'Taking over …'
            : count === 0
              ? 'Nothing to save'
              : count === 1
                ? '1 file changed'
                : `${count} files changed`}
        </p>
        <div class="buttons">
          {faults.length > 0 && (
            <button type="button" class="button--small top__faults" onClick={() => begin('faults')}>
              {faults.length === 1 ? '1 fault' : `${faults.length} faults`}
            </button>
          )}
          <button type="button" class="button--small" onClick={() => begin('new')}>
            New …
          </button>
          <button type="button" class="button--small" disabled={count === 0} onClick={() => begin('difference')}>
            Look at the difference
          </button>
          <button
            type="button"
            class="button--small button--main"
            title={desk.isSaved ? 'Nothing to save' : 'Ctrl+S'}
            aria-disabled={desk.isSaved || undefined}
            aria-keyshortcuts="Control+S"
            onClick={() => (desk.isSaved ? desk.tell({ said: 'Nothing to save.' }) : void save())}
          >
            Save
          </button>
        </div>
        <nav class="tabs" aria-label="Parts of the editor">
          {Object.entries(parts).map(([key, name]) => (
            <button type="button" aria-current={part === key ? 'true' : undefined} onClick={() => setPart(key as Part)}>
              {name}
            </button>
          ))}
        </nav>
      </header>
      <main class="parts" data-part={part}>
        <nav class="list" aria-label="Content">
          <ContentList onOpen={() => setPart('form')} />
        </nav>
        <section class="form" aria-label="What is open" tabIndex={-1}>
          {open ? (
            <FileEditor key={`${open.layer} ${open.file}`} open={open} />
          ) : (
            <>
              <h2>Choose what to edit</h2>
              <p>
                Choose a file on the left. What you change shows on the page beside it at once. Readers get it after you
                save and the site is built.
              </p>
            </>
          )}
        </section>
        <section class="page-beside" aria-label="The page">
          <Frame onSave={() => void save()} onGo={() => setPart('form')} />
        </section>
      </main>
      {desk.asking && <Ask asking={desk.asking} />}
      {desk.ending.length > 0 && <Ending onSave={() => void save(true)} />}
      {shown === 'new' && <New onClose={close} onBegun={() => setPart('form')} />}
      {shown === 'difference' && <DifferenceDialog onClose={close} />}
      {shown === 'faults' && (
        <Dialog
          title={faults.length === 0 ? 'Nothing stands in the way' : 'What to put right before saving'}
          isWide
          onClose={close}
        >
          <FaultList
            faults={faults}
            onGo={() => {
              close();
              setPart('form');
            }}
          />
          <p class="buttons">
            <button type="button" onClick={close}>
              Close
            </button>
          </p>
        </Dialog>
      )}
    </DeskContext.Provider>
  );
}

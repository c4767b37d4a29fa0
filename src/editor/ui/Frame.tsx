import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { mapAddress } from '../../routes.ts';
import type { Path } from '../api.ts';
import { FaultLink } from './Faults.tsx';
import { readTree } from './read-tree.ts';
import { useDesk } from './use-desk.ts';

const phone = 390;
const wide = 1040;
/** So long a page takes to load and to listen. */
const settling = 1200;
/** So long after a page was not there yet it is asked for again. */
const again = 1000;
/** And so long after it was on its way, should it not have come. */
const muchLater = 10_000;

/**
 * Whether the page that is asked for is there: a new one is not at once, then it is coming, and one may be in no state to
 * be drawn.
 */
type Found = 'there' | 'missing' | 'coming' | 'broken';
const foundBy = (status: number): Found => (status >= 500 ? 'broken' : status === 404 ? 'missing' : 'there');
/** How a loaded page was answered; browsers that do not tell say nothing. */
const statusOf = (page: Window): number =>
  (page.performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined)?.responseStatus ?? 0;

interface Props {
  /** Somebody saves from within the page. */
  readonly onSave: () => void;
  /** Something on the page leads to its field in the form. */
  readonly onGo: () => void;
}

/** Whether keys say to save, also with the capitals locked. */
export const isSaving = ({ ctrlKey, metaKey, shiftKey, key }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && !shiftKey && key.toLowerCase() === 's';

/** Why the page does not follow just now, with the way to what it waits for. */
function Behind({ onGo }: { readonly onGo: () => void }): JSX.Element | null {
  const { faults, toPutRight } = useDesk();
  const [first, ...more] = toPutRight.length > 0 ? toPutRight : faults;
  if (!first) return null;
  return (
    <p class="preview__note">
      {toPutRight.length > 0
        ? 'The page is as it was before the faults. It follows once they are put right: '
        : 'The page is as it was. It follows once this is filled: '}
      <FaultLink fault={first} onGo={onGo} />
      {more.length > 0 && ` and ${more.length} more`}
    </p>
  );
}

/** The real page of the open file, as readers will see it: it follows when the server has taken a change. */
export function Frame({ onSave, onGo }: Props): JSX.Element | null {
  const desk = useDesk();
  const frame = useRef<HTMLIFrameElement>(null);
  /** When the page that is shown was asked for, and whether it was from here. */
  const begun = useRef({ at: 0, isOurs: false });
  /** The address that is on its way. */
  const wanted = useRef('');
  /** The address that is wanted now, for what is asked and answered later. */
  const now = useRef('');
  const room = useRef<HTMLDivElement>(null);
  const [isPhone, setPhone] = useState(innerWidth < 640);
  const [size, setSize] = useState({ width: wide, height: 800 });
  const [found, setFound] = useState<Found>('there');
  const { open } = desk;
  const address = desk.framed || (open?.address ?? '');
  now.current = address;
  const isNew = open?.unsaved === 'new' && !desk.framed;

  useEffect(() => {
    if (!room.current) return;
    const watcher = new ResizeObserver(([entry]) => entry && setSize(entry.contentRect));
    watcher.observe(room.current);
    return () => watcher.disconnect();
  }, [open === undefined]);

  useEffect(() => {
    wanted.current = address;
    // Set from here, so that the frame adds no steps to the way back. The page draws itself again, as all pages do here.
    begun.current = { at: Date.now(), isOurs: true };
    setFound(isNew ? 'missing' : 'there');
    if (isNew) void look();
    else if (address) frame.current?.contentWindow?.location.replace(address);
  }, [address]);

  /** Asks whether the page is there by now, and shows it then. */
  const look = async (): Promise<void> => {
    const answer = await fetch(address, { method: 'HEAD' }).catch(() => undefined);
    if (address !== now.current) return;
    const state = answer ? foundBy(answer.status) : 'missing';
    setFound(state === 'there' ? 'coming' : state);
    if (state !== 'there') return;
    begun.current = { at: Date.now(), isOurs: true };
    // The page before may draw itself again just then, which stops the way here: it is gone once more.
    wanted.current = address;
    const page = frame.current?.contentWindow;
    // Where only what is after the # differs, nothing would be asked for.
    if (page?.location.pathname === new URL(address, location.href).pathname) page.location.reload();
    else page?.location.replace(address);
  };
  useEffect(() => {
    if (found !== 'missing' && found !== 'coming') return;
    const timer = setInterval(() => void look(), found === 'missing' ? again : muchLater);
    return () => clearInterval(timer);
  }, [found, address]);
  useEffect(() => {
    // After the next change it may well be drawn again.
    if (found !== 'broken') return;
    const timer = setTimeout(() => void look(), again);
    return () => clearTimeout(timer);
  }, [desk.changedAt]);

  const listen = (): void => {
    const inside = frame.current?.contentDocument;
    const page = frame.current?.contentWindow;
    const asked = begun.current;
    if (!page || page.location.href === 'about:blank') return;
    // A page that draws itself again just then stops the way to the next one: it is gone once more.
    const next = wanted.current;
    wanted.current = '';
    if (next && page.location.pathname !== new URL(next, location.href).pathname) return page.location.replace(next);
    const isWanted = page.location.pathname === new URL(address, location.href).pathname;
    if (isWanted) setFound(foundBy(statusOf(page)));
    // What a server says of a page that it cannot draw is for who writes code.
    const style = inside?.createElement('style');
    if (style) style.textContent = 'vite-error-overlay { display: none }';
    if (style) inside?.head?.append(style);
    page.addEventListener('pagehide', () => (begun.current = { at: Date.now(), isOurs: false }));
    // A page is told to draw itself again. What changed just before it was asked for, or while it loaded, it is not told.
    setTimeout(() => {
      const isMissed = desk.changedAt > asked.at - (asked.isOurs ? settling : 0);
      if (begun.current === asked && isMissed) page.location.reload();
    }, settling);
    inside?.addEventListener('keydown', (event) => {
      if (!isSaving(event)) return;
      event.preventDefault();
      onSave();
    });
    inside?.addEventListener(
      'click',
      (event) => {
        // On the tree's map a question opens in the outline, and so does what an answer leads to.
        const pressed = event.target as Element;
        const stop = pressed.closest?.<HTMLElement>('.map [data-stop]');
        const to = pressed.closest?.<HTMLElement>('.map [data-to]')?.dataset['to'] ?? stop?.dataset['stop'];
        const path = to && pathOf(desk.data, to);
        if (!path) return;
        event.preventDefault();
        onGo();
        desk.go(path);
      },
      true,
    );
  };
  if (!open) return null;
  const width = isPhone ? phone : Math.max(wide, size.width);
  const scale = Math.min(1, size.width / width);
  const map = mapAddress(open.file.replace(/^.*\/|\.yaml$/g, ''));
  const isMap = desk.framed === map;
  return (
    <div class="preview">
      <div class="preview__bar" role="group" aria-label="How the page is shown">
        <label>
          <input type="checkbox" checked={isPhone} onChange={() => setPhone(!isPhone)} /> As on a phone
        </label>
        {open.kind === 'tree' && (
          <button
            type="button"
            class="button--small"
            aria-pressed={isMap}
            onClick={() => desk.tell({ framed: isMap ? '' : map })}
          >
            Map
          </button>
        )}
        {desk.framed && !isMap && (
          <button type="button" class="button--small" onClick={() => desk.tell({ framed: '' })}>
            Back to the page
          </button>
        )}
        <a href={address} target="_blank" rel="noreferrer">
          Open in a new tab
        </a>
      </div>
      <Behind onGo={onGo} />
      {desk.isReadOnly && desk.twinOf(open) && desk.faults.length === 0 && (
        <p class="preview__note">This is the page with your own text. Readers never see the playbook’s.</p>
      )}
      <div class="preview__room" ref={room}>
        {(found === 'missing' || found === 'coming') && (
          <p class="preview__wait" role="status">
            {desk.faults.length > 0
              ? 'Your new page appears here once the faults are put right.'
              : 'Your new page appears here in a moment.'}
          </p>
        )}
        {found === 'broken' && (
          <div class="preview__wait" role="status">
            <p>The page can’t be drawn just now. It is tried again after your next change.</p>
            <button type="button" onClick={() => void look()}>
              Try again
            </button>
          </div>
        )}
        <iframe
          ref={frame}
          title="The page as readers see it"
          class={`${isPhone ? 'is-phone' : ''} ${found === 'there' ? '' : 'is-away'}`.trim()}
          onLoad={listen}
          style={{ width, height: size.height / scale, transform: `scale(${scale})` }}
        />
      </div>
    </div>
  );
}

/** Where a question or an outcome stands in a tree's data. */
function pathOf(data: unknown, id: string): Path | undefined {
  const tree = readTree(data);
  const question = tree.questions.findIndex((one) => one.id === id);
  if (question !== -1) return ['questions', question];
  const outcome = tree.outcomes.findIndex((one) => one.id === id);
  return outcome === -1 ? undefined : ['outcomes', outcome];
}

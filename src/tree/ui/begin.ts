import { treeStart as words } from '../../i18n/en.ts';
import { byLink } from './by-link.ts';
import { isAnythingKnown } from './known-place.ts';
import type { ResultText, WalkText } from './links.ts';

/**
 * Waits for the reader to begin. Code and questions are loaded when "Begin" is pressed, or at once when the address holds
 * answers; all that results say follows while the first question is read, and nothing is asked of the server after
 * that. Where something is known from another tree they are loaded at once, so that the start can say so. Until then, and
 * without code, "Begin" leads to the worksheet. Markup: an element that holds the start, whose first link is "Begin", with
 * `data-tree`, the address of the questions, and `data-results`, that of the results. Where a page holds several trees the
 * address can hold the answers of one: that is the first to be begun, and the others open on their own pages.
 */
export function awaitBegin(): void {
  let begun: Promise<void> | undefined;
  const places = [...document.querySelectorAll<HTMLElement>('[data-tree]')].flatMap((start) => {
    const begin = start.querySelector('a');
    return begin ? [{ start, begin }] : [];
  });
  const open = ({ start }: (typeof places)[number], stay = false): Promise<void> =>
    (begun ??= Promise.all([import('./open.tsx'), json<WalkText>(start.dataset['tree'])]).then(([{ openTree }, walk]) =>
      openTree(start, walk, () => json<ResultText>(start.dataset['results']), stay),
    ));
  const share = document.querySelector<HTMLAnchorElement>('[data-share] a');
  share?.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    import('../../embed/client/share.ts')
      .then((code) => code.openShare(share))
      .catch(() => location.assign(share.href));
  });
  let opened: HTMLElement | undefined;
  for (const place of places) {
    const { start, begin } = place;
    begin.addEventListener('pointerenter', () => void import('./open.tsx').catch(() => undefined), { once: true });
    begin.addEventListener('click', (event) => {
      // A new tab gets the worksheet; once opened, the link leads to the first question itself.
      if (opened === start || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (opened) return location.assign((start.dataset['tree'] ?? '').replace(/[^/]*$/, ''));
      opened = start;
      begin.setAttribute('aria-busy', 'true');
      open(place).catch(() => location.assign(begin.href));
    });
  }
  const fromAddress = (): void => {
    const [first] = places;
    if (!first || !location.hash.includes('=') || opened) return;
    opened = first.start;
    // On the tree's own page the start is not what the link led to: nothing is shown in its place until the answers are.
    if (location.pathname === first.start.dataset['tree']?.replace(/[^/]*$/, '')) byLink(true);
    open(first).catch(() => {
      byLink(false);
      tellInVain(first.begin);
    });
  };
  addEventListener('hashchange', fromAddress);
  fromAddress();
  const [only, ...others] = places;
  if (only && others.length === 0 && !opened && isAnythingKnown()) {
    opened = only.start;
    // When that fails, Begin leads to the worksheet as it stands.
    open(only, true).catch(() => (opened = undefined));
  }
}

async function json<T>(address: string | undefined): Promise<T> {
  const answer = await fetch(address ?? '');
  if (!answer.ok) throw new Error(answer.statusText);
  return (await answer.json()) as T;
}

/** Somebody came by a link to answers and the code cannot be loaded: say so beside the way that still works. */
function tellInVain(begin: HTMLAnchorElement): void {
  const note = document.createElement('p');
  note.role = 'alert';
  note.textContent = words.cannotOpen;
  // Above the line that the button stands in.
  (begin.parentElement ?? begin).before(note);
}

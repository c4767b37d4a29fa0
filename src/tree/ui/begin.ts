import type { ResultText, WalkText } from './links.ts';

/**
 * Waits for the reader to begin. Code and questions are loaded when "Begin" is pressed, or at once when the address holds
 * answers; all that results say follows while the first question is read, and nothing is asked of the server after
 * that. Until then, and without code, "Begin" leads to the worksheet. Markup: an element that holds the start, with
 * `data-tree`, the address of the questions, and `data-results`, that of the results.
 */
export function awaitBegin(): void {
  const start = document.querySelector<HTMLElement>('[data-tree]');
  const begin = start?.querySelector('a');
  if (!start || !begin) return;

  const json = async <T>(name: 'tree' | 'results'): Promise<T> => {
    const answer = await fetch(start.dataset[name] ?? '');
    if (!answer.ok) throw new Error(answer.statusText);
    return (await answer.json()) as T;
  };
  let opened: Promise<void> | undefined;
  const open = (): Promise<void> =>
    (opened ??= Promise.all([import('./open.tsx'), json<WalkText>('tree')]).then(([{ openTree }, walk]) =>
      openTree(start, walk, () => json<ResultText>('results')),
    ));
  begin.addEventListener('pointerenter', () => void import('./open.tsx').catch(() => undefined), { once: true });
  begin.addEventListener('click', (event) => {
    // A new tab gets the worksheet; once opened, the link leads to the first question itself.
    if (opened || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    begin.setAttribute('aria-busy', 'true');
    open().catch(() => location.assign(begin.href));
  });
  const fromAddress = (): void => {
    if (location.hash.includes('=') && !opened) open().catch(() => tellInVain(begin));
  };
  addEventListener('hashchange', fromAddress);
  fromAddress();
}

/** Somebody came by a link to answers and the code cannot be loaded: say so beside the way that still works. */
function tellInVain(begin: HTMLAnchorElement): void {
  const note = document.createElement('p');
  note.role = 'alert';
  note.textContent = 'The answers in this link could not be opened. Reload the page, or walk the tree on one page:';
  begin.before(note);
}

import { contentsAddress, homeAddress } from '../../routes.ts';
import { readPlace, type Place } from './address.ts';
import type { FileData } from './data.ts';
import { closeTools, openTools, watchEmbeds } from './tools.tsx';

/**
 * Shows the page that the address names, and follows the reader from page to page.
 *
 * @param data what the file carries for trees and scripts; without it pages are for reading
 */
export function showPages(data: FileData | undefined): void {
  const pages = new Map([...document.querySelectorAll<HTMLElement>('[data-page]')].map((page) => [page.id, page]));
  /** How far down the reader was when leaving an address, for going back. */
  const left = new Map<string, number>();
  let here: HTMLElement | undefined;
  let address = '';
  let pressed = false;

  const show = (): void => {
    const place = readPlace(location.hash);
    const page = place ? (pages.get(place.page) ?? pages.get(contentsAddress)) : (here ?? pages.get(homeAddress));
    if (!page) return;
    const first = here === undefined;
    const back = !pressed && !first;
    pressed = false;
    left.set(address, scrollY);
    address = location.hash;
    const turned = page !== here;
    if (turned) {
      if (here) closeTools(here);
      here?.classList.remove('is-here');
      page.classList.add('is-here');
      here = page;
      document.title = page.dataset['page'] ?? '';
      markBar(page.id);
      if (data) openTools(data, page, place?.part);
      scrollTo(0, back ? (left.get(address) ?? 0) : 0);
    }
    // A walk that goes on moves the focus by itself.
    if (turned ? !first || place?.part : !place?.answers) focusOn(page, place, back);
  };

  history.scrollRestoration = 'manual';
  addEventListener('hashchange', show);
  document.addEventListener('click', ({ target }) => {
    pressed = target instanceof Element && target.closest('a') !== null;
  });
  document.querySelector('.skip')?.addEventListener('click', (event) => {
    // The address stays that of the page.
    event.preventDefault();
    focus(here?.querySelector('h1'));
  });
  if (data) watchEmbeds(data);
  show();
}

/** Moves the focus to what the reader asked for: a heading, a question or result, or the page. */
function focusOn(page: HTMLElement, place: Place | undefined, stay: boolean): void {
  const part = place?.part && !place.answers ? document.getElementById(`${page.id}#${place.part}`) : null;
  if (part?.checkVisibility()) {
    const details = part.querySelector('details');
    if (details) details.open = true;
    part.scrollIntoView();
    focus(details?.querySelector('summary') ?? part);
  } else if (place?.answers)
    // What the walk has read from the address is drawn in a microtask that waits already.
    queueMicrotask(() =>
      focus(
        page.querySelector<HTMLElement>('[data-tool] :is(.tree__title, .result__headline)') ?? page.querySelector('h1'),
      ),
    );
  else if (stay) focus(page.querySelector('h1'));
  else {
    scrollTo(0, 0);
    focus(page.querySelector('h1'));
  }
}

function focus(element: HTMLElement | null | undefined): void {
  if (!element) return;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/** Marks in the bar to which part the page belongs. */
function markBar(page: string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.bar nav a')) {
    const part = link.hash.slice(1);
    link.ariaCurrent = page === part ? 'page' : part !== homeAddress && page.startsWith(part) ? 'true' : null;
  }
}

import { readPlace, type Place } from './address.ts';
import { closeTools, openTools, watchEmbeds } from './tools.tsx';

/** Shows the page that the address names, and follows the reader from page to page. */
export function showPages(): void {
  const pages = new Map([...document.querySelectorAll<HTMLElement>('[data-page]')].map((page) => [page.id, page]));
  let here: HTMLElement | undefined;
  let scrolled = '';
  /** How far down each address was when the reader left it, for going back. */
  const left = new Map<string, number>();
  let pressed = false;

  const show = (): void => {
    const place = readPlace(location.hash);
    const page = place ? (pages.get(place.page) ?? pages.get('/contents/')) : (here ?? pages.get('/'));
    if (!page) return;
    const first = here === undefined;
    const back = !pressed && !first;
    pressed = false;
    left.set(scrolled, scrollY);
    scrolled = location.hash;
    if (page !== here) {
      if (here) closeTools(here);
      here?.classList.remove('is-here');
      page.classList.add('is-here');
      here = page;
      document.title = page.dataset['page'] ?? '';
      markBar(page.id);
      openTools(page, place?.heading.slice(page.id.length));
      scrollTo(0, back ? (left.get(location.hash) ?? 0) : 0);
      if (!first || place?.heading) focusOn(page, place, back);
    } else if (place && !place.answers) focusOn(page, place, back);
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
  watchEmbeds();
  show();
}

/** Moves the focus to what the reader asked for: a heading, a question or result, or the page. */
function focusOn(page: HTMLElement, place: Place | undefined, stay: boolean): void {
  const heading = place?.heading ? document.getElementById(place.heading) : null;
  if (heading) {
    heading.scrollIntoView();
    focus(heading);
  } else if (place?.answers)
    // The walk draws itself a moment later.
    setTimeout(() => focus(page.querySelector('[data-tree] h2') ?? page.querySelector('h1'), stay), 50);
  else focus(page.querySelector('h1'), stay);
}

function focus(element: HTMLElement | null | undefined, preventScroll = true): void {
  if (!element) return;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll });
}

/** Marks in the bar to which part the page belongs. */
function markBar(page: string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.bar nav a')) {
    const part = link.hash.slice(1);
    if (page.startsWith(part)) link.ariaCurrent = page === part ? 'page' : 'true';
    else link.ariaCurrent = null;
  }
}

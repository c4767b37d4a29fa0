import { lettersAddress } from '../../routes.ts';
import { search, type Answer, type Library } from '../query/search.ts';
import { element, instead, link, result } from './render-results.ts';
import { addressOf, loadInstead, loadLibrary, preload } from '#search-source';
import type { PageHit } from '../pagefind.ts';

/** How long typing has to rest before the index is asked, in milliseconds. */
const rest = 40;
/** How many results show at first, and how many more each time. */
const some = 7;
/** The kinds of page that a choice of the form stands for, where it is not that kind alone. */
const wider: Readonly<Record<string, readonly string[]>> = { decision: ['decision', 'question'] };

/**
 * Makes sure that nothing found means just that. An index that was copied without its words finds nothing and complains
 * of nothing; so a word that the site is known to have is asked for.
 *
 * @throws {Error} when the index does not know it
 */
async function assureWords({ index, words }: Library<PageHit>): Promise<void> {
  const known = words.strong[0];
  if (known !== undefined && (await index.search(known)).length === 0) throw new Error('The index lacks its words.');
}

/**
 * Makes a search box work. The same markup serves the dialog and the page:
 * ```html
 * <dialog data-search>                                or any other element
 *   <form action="…/search/" role="search">
 *     <input type="search" name="q" />
 *     <button type="button" data-search-close>        in the dialog only
 *     <input type="radio" name="kind" value="" checked />  … value="guide", "script", "decision" …
 *   </form>
 *   <p role="status"></p>
 *   <ol data-search-results></ol>
 *   <div data-search-more></div>
 * </dialog>
 * ```
 * Without this code the form leads to the search page. The index loads when the field first has focus.
 * Give the page's own box `data-search="page"`: it reads and writes the query in the page's address.
 */
export function enhanceSearch(root: HTMLElement): void {
  const form = root.querySelector('form');
  const field = root.querySelector<HTMLInputElement>('input[type=search]');
  const status = root.querySelector<HTMLElement>('[role=status]');
  const list = root.querySelector<HTMLElement>('[data-search-results]');
  const more = root.querySelector<HTMLElement>('[data-search-more]');
  if (!form || !field || !status || !list || !more || root.dataset['searchReady']) return;
  root.dataset['searchReady'] = '';
  const inAddress = root.dataset['search'] === 'page';

  // Every question gets a number; an answer that is not to the last one is stale and dropped.
  let turn = 0;
  let timer = 0;
  const clear = () => {
    list.replaceChildren();
    more.replaceChildren();
  };
  const kind = () => String(new FormData(form).get('kind') ?? '');

  const ask = async (): Promise<void> => {
    clearTimeout(timer);
    const mine = ++turn;
    const current = () => mine === turn;
    const query = field.value;
    if (inAddress) writeAddress(query, kind());
    const slow = setTimeout(() => current() && (status.textContent = 'Looking …'), 300);
    try {
      const library = await loadLibrary();
      const filters = kind() ? { kind: wider[kind()] ?? [kind()] } : undefined;
      const answer = await search(query, library, filters);
      if (answer.found.length === 0 && !answer.empty) await assureWords(library);
      if (current()) await show(answer, query, current);
    } catch {
      if (!current()) return;
      clear();
      status.replaceChildren(
        'Search cannot be reached just now. The ',
        link(addressOf(lettersAddress).href, '', 'A to Z'),
        ' lists every page.',
      );
    } finally {
      clearTimeout(slow);
    }
  };

  const show = async (answer: Answer<PageHit>, query: string, current: () => boolean): Promise<void> => {
    const items = await drawn(answer, 0);
    if (!current()) return;
    clear();
    status.replaceChildren(...told(answer, query));
    list.append(...items);
    offerMore(answer, items.length, current);
    if (answer.found.length === 0) await offerInstead(current);
  };

  /** When there is nothing to show: what is happening, to choose from. */
  const offerInstead = async (current: () => boolean): Promise<void> => {
    const offers = await loadInstead();
    if (current()) more.replaceChildren(...instead(offers));
  };

  const drawn = (answer: Answer<PageHit>, from: number) =>
    Promise.all(answer.found.slice(from, from + some).map(async ({ hit }) => result(await hit.data(), answer.words)));

  const offerMore = (answer: Answer<PageHit>, shown: number, current: () => boolean): void => {
    if (shown >= answer.found.length) return;
    const button = element('button', '', `Show ${Math.min(some, answer.found.length - shown)} more`);
    button.type = 'button';
    button.addEventListener('click', async () => {
      const items = await drawn(answer, shown);
      if (!current()) return;
      button.remove();
      list.append(...items);
      items[0]?.querySelector('a')?.focus();
      offerMore(answer, shown + items.length, current);
    });
    more.append(button);
  };

  const told = (answer: Answer<PageHit>, query: string): (Node | string)[] => {
    const { found, corrected, suggestion, empty } = answer;
    if (empty) return [];
    const count = found.length === 0 ? 'Nothing found' : found.length === 1 ? '1 result' : `${found.length} results`;
    if (suggestion === undefined) return [`${count} for “${corrected ?? query.trim()}”.`];
    const button = element('button', 'search__suggestion', suggestion);
    button.type = 'button';
    button.addEventListener('click', () => {
      field.value = suggestion;
      field.focus();
      void ask();
    });
    return [`${count} for “${query.trim()}”. Did you mean `, button, '?'];
  };

  field.addEventListener('focus', () => void loadLibrary().catch(() => undefined), { once: true });
  field.addEventListener('input', () => {
    clearTimeout(timer);
    preload(field.value).catch(() => undefined);
    timer = window.setTimeout(() => void ask(), rest);
  });
  form.addEventListener('change', ({ target }) => target !== field && void ask());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void ask().then(() => list.querySelector('a')?.focus());
  });
  const dialog = root instanceof HTMLDialogElement ? root : undefined;
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [field, ...list.querySelectorAll<HTMLElement>('.search__title')];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });

  dialog?.querySelector('[data-search-close]')?.addEventListener('click', () => dialog.close());
  dialog?.addEventListener('click', (event) => {
    // The backdrop, or a link that may lead to a place on this very page.
    const { target } = event;
    if (target === dialog || (target instanceof Element && target.closest('a'))) dialog.close();
  });

  if (inAddress) {
    const asked = new URLSearchParams(location.search);
    field.value = asked.get('q') ?? '';
    for (const radio of form.querySelectorAll<HTMLInputElement>('[name=kind]')) {
      if (radio.value === asked.get('kind')) radio.checked = true;
    }
  }
  if (field.value) void ask();
  else {
    offerInstead(() => turn === 0).catch(() => undefined);
    if (document.activeElement === field) void loadLibrary().catch(() => undefined);
  }
}

/** Keeps the query in the page's address, so that it can be shared. */
function writeAddress(query: string, kind: string): void {
  const address = new URL(location.href);
  const set = (name: string, value: string) =>
    value ? address.searchParams.set(name, value) : address.searchParams.delete(name);
  set('q', query.trim());
  set('kind', kind);
  if (address.href !== location.href) history.replaceState(history.state, '', address);
}

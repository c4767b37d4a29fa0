import { search as words, searchForm } from '../../i18n/en.ts';
import { lettersAddress } from '../../routes.ts';
import { readingIndex, type SearchIndex } from '../query/search-index.ts';
import { search, type Answer } from '../query/search.ts';
import { kept } from '../kept.ts';
import type { TextHit } from '../query/types.ts';
import { source } from '#search-source';
import { drawing, element, groupOf } from './render-results.ts';

/** How long typing has to rest, in milliseconds, before what people say is asked, the text of pages is, it is read out, and kept in the address. */
const rests = { said: 20, text: 250, readOut: 900, address: 900 };
/** How long, in milliseconds, it may take before the page is let do something else. */
const longestTurn = 12;
/** After this long without an answer the reader is told that it takes a while. */
const slow = 700;

let ready: SearchIndex | undefined;
/** Loads what people say, and reads it, a little at a time. */
const load = kept(async (): Promise<SearchIndex> => {
  const reading = readingIndex(await source.load());
  await pause();
  let step = reading.next();
  for (let since = performance.now(); !step.done; step = reading.next()) {
    if (performance.now() - since < longestTurn) continue;
    await pause();
    since = performance.now();
  }
  const index = step.value;
  await pause();
  // Asked once before the reader does: browsers take their time over what they run for the first time.
  search(index.pages[0]?.title ?? '', index);
  await pause();
  return (ready = index);
});
/** Lets the page do what waits: a key, a paint. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Makes a search box work: what SearchBox.astro draws, in any element with `data-search`. What people say is loaded when
 * the field first has focus and answers at once; the text of pages is asked when typing rests. Either may be missing
 * without harm to the other. The page's own box, `data-search="page"`, keeps the query in the fragment of the address,
 * which is never sent.
 */
export function enhanceSearch(root: HTMLElement): void {
  const form = root.querySelector<HTMLFormElement>('[role=search]');
  const field = root.querySelector<HTMLInputElement>('input[type=search]');
  const told = root.querySelector<HTMLElement>('[data-search-told]');
  if (!form || !field || !told || root.dataset['searchReady'] !== undefined) return;
  root.dataset['searchReady'] = '';
  // Fields are hidden until public/theme.js says that there is code. Should it not have come: here is some.
  document.documentElement.classList.add('js');
  const place = root.dataset['search'];
  const inAddress = place === 'page';
  const readOut = element('p', 'visually-hidden');
  readOut.role = 'status';
  const results = element('div', 'search__found');
  results.dataset['searchResults'] = '';
  root.append(readOut, results);
  if (root instanceof HTMLDialogElement) root.prepend(headOf(root));
  const radios = place === 'home' ? [] : addKinds(form, `${field.id}-kind`);
  const kind = () => radios.find(({ checked }) => checked)?.value ?? '';

  const drawn = () => drawing(source, ready, place === 'dialog' ? 'h3' : 'h2', place === 'home' ? 2 : 4);

  // Every question gets a number; an answer that is not to the last one is stale and dropped.
  let turn = 0;
  const timers: { [What in keyof typeof rests]?: number } = {};
  /** Does something once typing rests for its time. */
  const later = (what: keyof typeof rests, act: () => void): void => {
    clearTimeout(timers[what]);
    timers[what] = window.setTimeout(act, rests[what]);
  };

  /** Shows what people say, with the hits in the text once they are there. */
  const show = (query: string, answer: Answer | undefined, hits: readonly TextHit[] | undefined, note = ''): void => {
    const draw = drawn();
    const found = (answer?.found ?? []).filter(({ page }) => !kind() || groupOf[page.kind] === kind());
    const urls = new Set(found.map(({ page }) => page.url));
    const inText = (hits ?? []).filter(({ url, kind: of }) => !urls.has(url) && (!kind() || of === kind()));
    const shown = answer ? draw.found({ ...answer, found }) : [];
    const pages = found.filter(({ page }) => page.kind !== 'gap').length + inText.length;
    if (inText.length > 0)
      shown.push(draw.text(found.length > 0 ? words.inText : words.onlyInText, inText, answer?.words ?? [query]));
    const isLast = hits !== undefined || note !== '';
    if (shown.length === 0) {
      if (!isLast) return;
      // On the home page all that could be offered stands below.
      if (place !== 'home') shown.push(...draw.offers());
    }
    // Somebody may have gone on to a result already: it is drawn anew, and the focus stays on it.
    const on = results.querySelector<HTMLAnchorElement>('a:focus')?.href;
    results.replaceChildren(...shown);
    if (on) [...results.querySelectorAll('a')].find(({ href }) => href === on)?.focus();
    const below = place === 'home' && shown.length === 0 ? words.chooseBelow : '';
    told.textContent = [words.count(pages, answer?.mended ?? query.trim()), below, note].filter(Boolean).join(' ');
    later('readOut', () => (readOut.textContent = told.textContent));
  };

  const broken = (): void => {
    const to = drawn().link(lettersAddress, '', words.listInstead);
    results.replaceChildren();
    told.replaceChildren(`${words.broken} `, to);
    readOut.textContent = told.textContent;
  };

  const askText = async (query: string, answer: Answer | undefined, current: () => boolean): Promise<void> => {
    const searched = answer?.inText ?? query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    try {
      const hits = await source.text(searched);
      if (current()) show(query, answer, hits, answer ? '' : words.noIndex);
    } catch {
      if (!current()) return;
      if (answer) show(query, answer, undefined, words.noText);
      else broken();
    }
  };

  const ask = async (): Promise<void> => {
    const mine = ++turn;
    const current = () => mine === turn;
    const query = field.value;
    const isSlow = setTimeout(() => current() && (told.textContent = words.loading), slow);
    const index = await load().catch(() => undefined);
    clearTimeout(isSlow);
    if (!current()) return;
    if (index && told.textContent === words.loading) told.textContent = '';
    const answer = index && search(query, index);
    if (answer ? answer.empty : query.trim() === '') {
      told.textContent = readOut.textContent = '';
      results.replaceChildren(...(place === 'home' ? [] : drawn().offers()));
      return;
    }
    if (answer) show(query, answer, undefined);
    later('text', () => current() && void askText(query, answer, current));
  };

  const begin = (): void => void load().catch(() => undefined);
  const toAddress = (): void => {
    const parts = new URLSearchParams({
      ...(field.value.trim() && { q: field.value.trim() }),
      ...(kind() && { kind: kind() }),
    });
    const hash = parts.size > 0 ? `#${parts.toString()}` : '';
    if (hash !== location.hash) history.replaceState(history.state, '', location.pathname + hash);
  };
  const fromAddress = (): void => {
    // Links of before carry the query where servers see it: it is moved.
    const asked = new URLSearchParams(location.hash.slice(1) || location.search);
    field.value = (asked.get('q') ?? '').slice(0, field.maxLength);
    for (const radio of radios) radio.checked = radio.value === (asked.get('kind') ?? '');
    if (location.search) toAddress();
    void ask();
  };

  field.addEventListener('focus', begin, { once: true });
  // WebKit sets a field that asks for no completion back to its default once Back has brought the page back.
  addEventListener('pagehide', () => (field.defaultValue = field.value));
  field.addEventListener('input', () => later('said', () => void ask()));
  form.addEventListener('change', ({ target }) => target !== field && void ask());
  if (inAddress) {
    // Once typing rests, and when the page is left: browsers refuse an address a key.
    form.addEventListener('change', toAddress);
    field.addEventListener('input', () => later('address', toAddress));
    addEventListener('hashchange', fromAddress);
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const to = form.getAttribute('action');
    if (place === 'home' && to) location.assign(`${to}#${new URLSearchParams({ q: field.value.trim() }).toString()}`);
    else void ask().then(() => results.querySelector('a')?.focus());
  });
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [field, ...results.querySelectorAll<HTMLElement>('.search__title')];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });

  if (root instanceof HTMLDialogElement) {
    root.addEventListener('click', ({ target }) => {
      // The backdrop, or a link that may lead to a place on this very page.
      if (target === root || (target instanceof Element && target.closest('a'))) root.close();
    });
  }
  // Somebody may have typed before this code came: that is not wiped.
  if (inAddress && !(field.value && !location.hash && !location.search)) fromAddress();
  else if (field.value || place === 'dialog') void ask();
  else begin();
}

/** Puts the choice of what to show below a field: everything, or one group. Gives its buttons. */
function addKinds(form: HTMLFormElement, name: string): HTMLInputElement[] {
  const choices = [['', searchForm.everything], ...Object.entries(words.groups)].map(([value = '', says = '']) => {
    const radio = element('input', '');
    Object.assign(radio, { type: 'radio', name, value, checked: value === '' });
    return { radio, label: element('label', '', radio, ` ${says}`) };
  });
  const legend = element('legend', 'visually-hidden', searchForm.showOnly);
  form.append(element('fieldset', 'search__kinds', legend, ...choices.map(({ label }) => label)));
  return choices.map(({ radio }) => radio);
}

/** The head of the dialog: what it is, and the way out. */
function headOf(dialog: HTMLDialogElement): HTMLElement {
  const close = element('button', 'button--small', searchForm.close);
  close.type = 'button';
  close.addEventListener('click', () => dialog.close());
  return element('div', 'search__head', element('h2', '', searchForm.title), close);
}

import { library as words } from '../../i18n/en.ts';
import { copyText } from '../../site/client/copy.ts';
import {
  countInWords,
  filterParts,
  matches,
  nearest,
  readFilter,
  writeFilter,
  type ScriptFacts,
  type ScriptFilter,
} from './filter.ts';

/**
 * Filters the list of scripts on the library page. The filter stands in the address, so that it can be shared and
 * survives Back; in its fragment, which is never sent.
 *
 * Markup: a form `[data-library]` with a control for each part of the filter, a `[role=status]` in it, a button to take
 * the filter away, and `[data-none]` for when nothing fits, with a link `[data-nearest]` and one `[data-search]` in it;
 * chips `[data-chip]` that are links to a situation; list items `[data-script]` that show a script and carry its facts as
 * JSON, with `text` for what they do not show. A group `[data-group]` hides when nothing in it is left.
 */
function startLibrary(form: HTMLFormElement): void {
  const status = form.querySelector('[role=status]');
  const reset = form.querySelector<HTMLElement>('[type=reset]');
  const none = document.querySelector<HTMLElement>('[data-none]');
  const chips = [...document.querySelectorAll<HTMLAnchorElement>('[data-chip]')];
  const items = [...document.querySelectorAll<HTMLElement>('[data-script]')].map((element) => {
    const facts = JSON.parse(element.dataset['script'] ?? '{}') as ScriptFacts;
    return { element, facts: { ...facts, text: `${element.textContent} ${facts.text}` } };
  });
  const control = (part: string) => form.elements.namedItem(part) as HTMLInputElement | HTMLSelectElement | null;

  const show = (filter: ScriptFilter) => {
    for (const { element, facts } of items) element.hidden = !matches(facts, filter);
    for (const group of document.querySelectorAll<HTMLElement>('[data-group]'))
      group.hidden = !group.querySelector('[data-script]:not([hidden])');
    for (const chip of chips) chip.ariaCurrent = chip.dataset['chip'] === filter.situation ? 'true' : null;
    const shown = items.filter(({ element }) => !element.hidden).length;
    if (status) status.textContent = countInWords(shown, items.length);
    if (reset) reset.hidden = writeFilter(filter) === '';
    if (none) tellNone(none, shown === 0 ? filter : undefined);
  };
  /** When nothing fits, the page leads on: to what nearly fits, and to search with the same words. */
  const tellNone = (place: HTMLElement, filter: ScriptFilter | undefined): void => {
    place.hidden = !filter;
    if (!filter) return;
    const all = items.map(({ facts }) => facts);
    const near = nearest(all, filter);
    const link = place.querySelector<HTMLAnchorElement>('[data-nearest]');
    if (link) link.hidden = !near;
    if (link && near) {
      link.href = writeFilter(near);
      link.textContent = words.without(all.filter((facts) => matches(facts, near)).length);
    }
    const search = place.querySelector<HTMLAnchorElement>('[data-search]');
    if (search) search.hash = filter.words === '' ? '' : new URLSearchParams({ q: filter.words }).toString();
  };
  const fromAddress = () => {
    // Links of before carry the filter where servers see it: it is moved.
    const filter = readFilter(location.hash.slice(1) || location.search);
    if (location.search) history.replaceState(null, '', location.pathname + writeFilter(filter));
    for (const part of filterParts) {
      const field = control(part);
      if (field) field.value = filter[part];
    }
    show(filter);
  };
  const set = (filter: ScriptFilter): void => {
    history.replaceState(null, '', location.pathname + writeFilter(filter));
    fromAddress();
  };
  const changed = () => {
    const values = Object.fromEntries(filterParts.map((part) => [part, control(part)?.value ?? '']));
    set(readFilter(new URLSearchParams(values).toString()));
  };
  for (const chip of chips)
    chip.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      // A second press takes it back.
      const situation = chip.ariaCurrent ? '' : (chip.dataset['chip'] ?? '');
      set({ ...readFilter(location.hash), situation });
    });
  form.addEventListener('input', changed);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    changed();
  });
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    set(readFilter(''));
    // The button is gone with the press.
    control('words')?.focus();
  });
  addEventListener('popstate', fromAddress);
  addEventListener('hashchange', fromAddress);
  // WebKit sets a field that asks for no completion back to its default once Back has brought the page back.
  addEventListener('pagehide', () => {
    const field = control('words');
    if (field instanceof HTMLInputElement) field.defaultValue = field.value;
  });
  form.hidden = false;
  fromAddress();
}

const form = document.querySelector<HTMLFormElement>('[data-library]');
if (form) startLibrary(form);

// What needs nothing filled in is copied here and now.
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]'))
  button.addEventListener('click', () => {
    void copyText({ plain: button.dataset['copy'] ?? '' }).then((copied) => {
      if (copied) button.textContent = words.copied;
      // The page of the script has the words to copy by hand.
      else button.closest('li')?.querySelector('a')?.click();
    });
  });

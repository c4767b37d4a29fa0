import {
  countInWords,
  filterParts,
  matches,
  readFilter,
  writeFilter,
  type ScriptFacts,
  type ScriptFilter,
} from './filter.ts';

/**
 * Filters the list of scripts on the library page. The filter stands in the address, so that it can be shared and
 * survives Back; in its fragment, which is never sent.
 *
 * Markup: a form `[data-library]` with a control for each part of the filter, a `[role=status]` in it, and list items
 * `[data-script]` that show a script and carry its facts as JSON, with `text` for what they do not show. A group
 * `[data-group]` hides when nothing in it is left.
 */
function startLibrary(form: HTMLFormElement): void {
  const status = form.querySelector('[role=status]');
  const items = [...document.querySelectorAll<HTMLElement>('[data-script]')].map((element) => {
    const facts = JSON.parse(element.dataset['script'] ?? '{}') as ScriptFacts;
    return { element, facts: { ...facts, text: `${element.textContent} ${facts.text}` } };
  });
  const control = (part: string) => form.elements.namedItem(part) as HTMLInputElement | HTMLSelectElement | null;

  const show = (filter: ScriptFilter) => {
    for (const { element, facts } of items) element.hidden = !matches(facts, filter);
    for (const group of document.querySelectorAll<HTMLElement>('[data-group]'))
      group.hidden = !group.querySelector('[data-script]:not([hidden])');
    if (status) status.textContent = countInWords(items.filter(({ element }) => !element.hidden).length, items.length);
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
  const changed = () => {
    const values = Object.fromEntries(filterParts.map((part) => [part, control(part)?.value ?? '']));
    const filter = readFilter(new URLSearchParams(values).toString());
    history.replaceState(null, '', location.pathname + writeFilter(filter));
    show(filter);
  };
  form.addEventListener('input', changed);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    changed();
  });
  form.addEventListener('reset', () => setTimeout(changed));
  addEventListener('popstate', fromAddress);
  addEventListener('hashchange', fromAddress);
  form.hidden = false;
  fromAddress();
}

const form = document.querySelector<HTMLFormElement>('[data-library]');
if (form) startLibrary(form);

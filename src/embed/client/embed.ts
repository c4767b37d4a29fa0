/** The page with the code to copy: finds an entry, makes the addresses in the codes whole ones, and copies. */
import { embed as words } from '../../i18n/en.ts';
import { matches, readFilter } from '../../script/library/filter.ts';
import { copyText, selectText } from '../../site/client/copy.ts';

const entries = [...document.querySelectorAll<HTMLElement>('[data-entry]')];

for (const entry of entries) {
  const code = entry.querySelector('[data-code]');
  const fold = entry.querySelector('details');
  const button = entry.querySelector('button');
  const said = entry.querySelector('[role=status]');
  if (!code || !fold || !button || !said) continue;
  // A build that does not know where the site will live has a path there.
  code.textContent = code.textContent.replace(' src="/', ` src="${location.origin}/`);
  button.addEventListener('click', () => {
    void copyText({ plain: code.textContent }).then((copied) => {
      if (!copied) {
        fold.open = true;
        selectText(code);
      }
      said.textContent = (copied ? button.dataset['copied'] : button.dataset['refused']) ?? '';
    });
  });
}

// Somebody comes from the page of one, for its code.
const openEntry = (): void => {
  const fold = document
    .getElementById(location.hash.slice(1))
    ?.querySelector<HTMLDetailsElement>('[data-entry] details');
  if (fold) fold.open = true;
};
addEventListener('hashchange', openEntry);
openEntry();

const form = document.querySelector<HTMLFormElement>('[data-find]');
const field = form?.querySelector('input');
const status = form?.querySelector('[role=status]');
const parts = form?.nextElementSibling;
if (form && field && status) {
  const facts = entries.map((entry) => ({
    entry,
    facts: {
      ...{ topic: '', situations: [], channels: [], tones: [] },
      text: `${entry.querySelector('a')?.textContent ?? ''} ${entry.dataset['entry'] ?? ''}`,
    },
  }));
  const find = (): void => {
    const asked = { ...readFilter(''), words: field.value };
    for (const { entry, facts: own } of facts) entry.hidden = !matches(own, asked);
    for (const group of document.querySelectorAll<HTMLElement>('[data-group]'))
      group.hidden = !group.querySelector('[data-entry]:not([hidden])');
    const shown = entries.filter((entry) => !entry.hidden).length;
    if (parts instanceof HTMLElement) parts.hidden = shown < entries.length;
    status.textContent =
      shown === 0 ? words.noneFound : shown < entries.length ? words.found(shown, entries.length) : '';
  };
  form.addEventListener('input', find);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.hidden = false;
  // A browser that comes back to the page may have kept the words.
  find();
}

/**
 * Scripts inside guides. A guide carries only their words; the code and the data of the form load when the reader presses
 * its link, so that a guide stays light. When they cannot be loaded, the link leads to the page of its own, as it does
 * without JavaScript.
 *
 * Markup, as for trees (src/tree/ui/begin.ts): an element that holds the words, with the address of the data in
 * `data-form`, and in it a link `[data-press]` to the script's own page.
 */
import { loadForm } from './load.ts';
import { wear } from '../../site/client/wear.ts';
import styles from './form.css?url';

for (const place of document.querySelectorAll<HTMLElement>('[data-form]')) {
  const link = place.querySelector<HTMLAnchorElement>('a[data-press]');
  link?.addEventListener('click', (event) => {
    // A new tab is the reader's choice.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    link.setAttribute('aria-busy', 'true');
    Promise.all([loadForm(place.dataset['form']), wear(styles)]).then(
      ([[{ mount }, form]]) => mount(place, form, link.href),
      () => location.assign(link.href),
    );
  });
}

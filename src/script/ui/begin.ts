/**
 * Scripts on a page. The page carries their words; the code and the data of the form are put over them.
 *
 * On a script's own page (an element with the address of the data in `data-own-form`) that happens at once. When they
 * cannot be loaded every wording shows, as it does without JavaScript, and a line says what to do: `data-broken`, because
 * the words of the form come with the form.
 *
 * Inside a guide (`data-form`, and in it a link `[data-press]` to the script's own page) it happens when the reader presses
 * the link, so that a guide stays light. When they cannot be loaded the link leads to the page of its own, as it does
 * without JavaScript. Trees do the same: src/tree/ui/begin.ts.
 */
import type { FormProps } from './ScriptForm.tsx';

/** Loads what the form of one script needs. */
const formAt = (address = ''): Promise<FormProps> =>
  fetch(address).then((answer) =>
    answer.ok ? (answer.json() as Promise<FormProps>) : Promise.reject(new Error(answer.statusText)),
  );

for (const place of document.querySelectorAll<HTMLElement>('[data-own-form]'))
  Promise.all([import('./mount.tsx'), formAt(place.dataset['ownForm'])]).then(
    ([{ bringToLife }, form]) => bringToLife(place, form),
    () => {
      place.querySelector('.script')?.classList.add('script--in-vain');
      const line = document.createElement('p');
      line.role = 'alert';
      line.textContent = place.dataset['broken'] ?? '';
      place.prepend(line);
    },
  );

for (const place of document.querySelectorAll<HTMLElement>('[data-form]')) {
  const link = place.querySelector<HTMLAnchorElement>('a[data-press]');
  link?.addEventListener('click', (event) => {
    // A new tab is the reader's choice.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    link.setAttribute('aria-busy', 'true');
    Promise.all([import('./embedded.ts'), formAt(place.dataset['form'])])
      .then(([{ openEmbedded }, form]) => openEmbedded(place, form, link.href))
      .catch(() => location.assign(link.href));
  });
}

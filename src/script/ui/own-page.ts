import { script as words } from '../../i18n/en.ts';
import { loadForm } from './load.ts';

/*
 * A script on its own page. The page carries its words, all of them; the form is put over them once its code and data are
 * there. When they cannot be loaded every wording shows, as it does without JavaScript, and a line says what to do.
 */
for (const place of document.querySelectorAll<HTMLElement>('[data-own-form]'))
  loadForm(place.dataset['ownForm']).then(
    ([{ bringToLife }, form]) => bringToLife(place, form),
    () => {
      place.querySelector('.script')?.classList.add('script--in-vain');
      const line = document.createElement('p');
      line.role = 'alert';
      line.textContent = words.couldNotLoad;
      place.prepend(line);
    },
  );

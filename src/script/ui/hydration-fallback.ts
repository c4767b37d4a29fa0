import { script as words } from '../../i18n/en.ts';

/**
 * When the code of a script's form cannot be loaded, every wording shows, as it does without JavaScript, and a line says
 * what to do. Astro tells of it with an event on the element that was to come to life.
 */
addEventListener('astro:hydration-error', ({ target }) => {
  const script = target instanceof Element ? target.querySelector('.script') : null;
  if (!script) return;
  script.classList.add('script--in-vain');
  const line = document.createElement('p');
  line.role = 'alert';
  line.textContent = words.couldNotLoad;
  script.before(line);
});

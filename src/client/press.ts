import type { ClientDirective } from 'astro';

/** Hydrates an island when its link marked `data-press` is pressed; lets modified clicks (new tab) through. */
const press: ClientDirective = (load, _options, island) => {
  const link = island.querySelector<HTMLAnchorElement>('a[data-press]');
  link?.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    link.setAttribute('aria-busy', 'true');
    load()
      .then((hydrate) => hydrate())
      // The code could not be loaded: the page of its own still works.
      .catch(() => location.assign(link.href));
  });
};

export default press;

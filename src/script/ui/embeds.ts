/**
 * Scripts and trees inside guides. A guide carries only their words; the code and the data of the tool load when the
 * reader presses its link, so that a guide stays light. When they cannot be loaded, the link leads to the page of its
 * own, as it does without JavaScript.
 *
 * Markup: an element `[data-embed=script|tree]` with the address of the tool's data in `data-props` and, in it, a link
 * `[data-press]` to the tool's own page.
 */
const tools = {
  script: () => import('./mount.tsx'),
} as const;

for (const place of document.querySelectorAll<HTMLElement>('[data-embed]')) {
  const link = place.querySelector<HTMLAnchorElement>('a[data-press]');
  const tool = tools[place.dataset['embed'] as keyof typeof tools];
  link?.addEventListener('click', (event) => {
    // A new tab is the reader's choice.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    link.setAttribute('aria-busy', 'true');
    Promise.all([tool(), fetch(place.dataset['props'] ?? '').then(asJson)]).then(
      ([{ mount }, props]) => mount(place, props, link.href),
      () => location.assign(link.href),
    );
  });
}

const asJson = (answer: Response): Promise<never> =>
  answer.ok ? (answer.json() as Promise<never>) : Promise.reject(new Error(answer.statusText));

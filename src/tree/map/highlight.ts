/**
 * Shows on the map which way the reader went. The address carries the questions passed and the outcome, as in
 * `#way=danger+law+leave-now`; ids that are not on the map are passed over. In the list below the drawing the questions
 * passed are marked as well.
 */
function showWay(): void {
  const map = document.querySelector('.map__drawing');
  const said = document.querySelector<HTMLElement>('[data-map-way]');
  if (!map || !said) return;
  const way = /(?:^#|&)way=([^&]*)/.exec(location.hash)?.[1]?.split('+') ?? [];
  const onMap = way.filter((id) => map.querySelector(`[data-node="${CSS.escape(id)}"]`));
  for (const marked of document.querySelectorAll('.is-taken')) marked.classList.remove('is-taken');
  for (const [at, id] of onMap.entries()) {
    for (const node of document.querySelectorAll(`[data-node="${CSS.escape(id)}"]`)) node.classList.add('is-taken');
    const next = onMap[at + 1];
    if (next)
      map.querySelector(`[data-from="${CSS.escape(id)}"][data-to="${CSS.escape(next)}"]`)?.classList.add('is-taken');
  }
  map.classList.toggle('map--way', onMap.length > 0);
  said.hidden = onMap.length === 0;
}

document.querySelector('[data-map-all]')?.addEventListener('click', (event) => {
  event.preventDefault();
  history.replaceState(null, '', location.pathname);
  showWay();
});
addEventListener('hashchange', showWay);
showWay();

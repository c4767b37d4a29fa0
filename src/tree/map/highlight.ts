/**
 * Shows on the map which way the reader went. The address carries the questions passed and the outcome, as in
 * `#way=danger+law+leave-now`; ids that are not on the map are passed over. Another fragment leads to a question and
 * leaves the way as it is.
 */
function showWay(): void {
  const map = document.querySelector('.map');
  const said = document.querySelector<HTMLElement>('[data-map-way]');
  const way = /(?:^#|&)way=([^&]*)/.exec(location.hash)?.[1]?.split('+');
  if (!map || !said || (!way && location.hash.length > 1)) return;
  for (const marked of map.querySelectorAll('.is-taken')) marked.classList.remove('is-taken');
  let passed = 0;
  for (const [at, id] of (way ?? []).entries()) {
    const stop = map.querySelector(`[data-stop="${CSS.escape(id)}"]`);
    const exit = stop?.querySelector(`[data-to="${CSS.escape(way?.[at + 1] ?? '')}"]`);
    for (const taken of [stop, exit]) taken?.classList.add('is-taken');
    if (stop) passed++;
  }
  map.classList.toggle('map--way', passed > 0);
  said.hidden = passed === 0;
}

document.querySelector('[data-map-all]')?.addEventListener('click', (event) => {
  event.preventDefault();
  history.replaceState(null, '', location.pathname);
  showWay();
});
addEventListener('hashchange', showWay);
showWay();

const root = document.documentElement;
try {
  const theme = localStorage.getItem(`good-terms ${root.dataset.base ?? ''} theme`);
  if (/^(light|dark)$/.test(theme)) root.dataset.theme = theme;
} catch {}
root.classList.add('js');

// Code of this site that does not come, or comes in part: the page is as it is without.
const isLost = ({ target, error, filename }) =>
  target.type === 'module' || (error instanceof SyntaxError && filename.startsWith(origin));
addEventListener('error', (event) => isLost(event) && root.classList.remove('js'), true);
addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || !form.matches('[role=search]')) return;
  event.preventDefault();
  location.href = `${form.action}#${new URLSearchParams({ q: form[0].value })}`;
});

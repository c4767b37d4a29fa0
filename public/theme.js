const root = document.documentElement;
try {
  const theme = localStorage.getItem(`good-terms ${root.dataset.base ?? ''} theme`);
  if (/^(light|dark)$/.test(theme)) root.dataset.theme = theme;
} catch {}
root.classList.add('js');

addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.getAttribute('role') !== 'search') return;
  event.preventDefault();
  const q = form.querySelector('[type=search]').value.trim();
  location.assign(`${form.action}#${new URLSearchParams({ q })}`);
});

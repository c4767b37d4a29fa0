const root = document.documentElement;
try {
  const theme = localStorage.getItem(`good-terms ${root.dataset.base ?? ''} theme`);
  if (/^(light|dark)$/.test(theme)) root.dataset.theme = theme;
} catch {}
root.classList.add('js');

addEventListener('error', (event) => event.target.type === 'module' && root.classList.remove('js'), true);
addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || !form.matches('[role=search]')) return;
  event.preventDefault();
  location.href = `${form.action}#${new URLSearchParams({ q: form[0].value })}`;
});

// The chosen theme, set before the page is drawn. A file because the policy allows no inline script; src/site/client/shell.ts has the same name.
const root = document.documentElement;
try {
  const theme = localStorage.getItem(`good-terms ${root.dataset.base ?? ''} theme`);
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
} catch {
  // Storage is blocked: the system’s theme it is.
}
root.classList.add('js');

// Search sent before its code has come: the words go into the fragment.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.getAttribute('role') !== 'search') return;
  event.preventDefault();
  const q = form.querySelector('[type=search]').value.trim();
  location.assign(`${form.action}#${new URLSearchParams({ q })}`);
});

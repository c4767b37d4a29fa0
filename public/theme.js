// Sets the chosen theme before the page is drawn, so that it does not flash. A file of its own because the policy
// allows no inline script. Without a choice the style sheet follows the system. The name is that of
// src/site/client/shell.ts.
const root = document.documentElement;
try {
  const theme = localStorage.getItem(`good-terms ${root.dataset.base ?? ''} theme`);
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
} catch {
  // Storage is blocked: the system's theme it is.
}
root.classList.add('js');

// A form for search that is sent before the code of search has come: the words go into the fragment, which no server sees.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.getAttribute('role') !== 'search') return;
  event.preventDefault();
  const q = form.querySelector('[type=search]').value.trim();
  location.assign(`${form.action}#${new URLSearchParams({ q })}`);
});

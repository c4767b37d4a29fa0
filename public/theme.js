// Sets the chosen theme before the page is drawn, so that it does not flash. A file of its own because the policy
// allows no inline script. Without a choice the style sheet follows the system.
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked: the system's theme it is.
}
document.documentElement.classList.add('js');

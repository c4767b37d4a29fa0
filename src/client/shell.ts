/** What every page's own script does: the theme choice, and opening search. Kept tiny; search itself loads when opened. */

const choice = document.querySelector<HTMLSelectElement>('[data-theme-choice]');
if (choice) {
  choice.value = document.documentElement.dataset['theme'] ?? '';
  choice.addEventListener('change', () => {
    if (choice.value) document.documentElement.dataset['theme'] = choice.value;
    else delete document.documentElement.dataset['theme'];
    try {
      if (choice.value) localStorage.setItem('theme', choice.value);
      else localStorage.removeItem('theme');
    } catch {
      // Storage is blocked: the choice holds for this page.
    }
  });
}

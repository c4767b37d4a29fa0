/** What every page's own script does: the theme choice, closing "In danger?", and opening search. Kept tiny; search itself loads when opened. */

/**
 * All sites of a server share the browser's storage, so the name holds the base path: two playbooks on one server keep
 * a choice each. public/theme.js reads the same name.
 */
const themeKey = `good-terms ${document.documentElement.dataset['base'] ?? ''} theme`;
const choice = document.querySelector<HTMLSelectElement>('[data-theme-choice]');
if (choice) {
  choice.value = document.documentElement.dataset['theme'] ?? '';
  choice.addEventListener('change', () => {
    if (choice.value) document.documentElement.dataset['theme'] = choice.value;
    else delete document.documentElement.dataset['theme'];
    try {
      if (choice.value) localStorage.setItem(themeKey, choice.value);
      else localStorage.removeItem(themeKey);
    } catch {
      // Storage is blocked: the choice holds for this page.
    }
  });
}

// "In danger?" opens without code. With it, a press elsewhere, walking on by key and Escape close it: it lies over the page.
const danger = document.querySelector<HTMLDetailsElement>('.bar .danger');
const closeDanger = ({ target }: Event): void => {
  if (danger && !(target instanceof Node && danger.contains(target))) danger.open = false;
};
addEventListener('pointerdown', closeDanger);
addEventListener('focusin', closeDanger);
addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || !danger?.open) return;
  danger.open = false;
  danger.querySelector('summary')?.focus();
});

const dialog = document.querySelector<HTMLDialogElement>('dialog[data-search]');
const ownBox = document.querySelector<HTMLElement>('[data-search=page]');
/** Opens search: the box of this page when it has one, otherwise the dialog. Its code comes on the first time. */
function openSearch(): void {
  if (ownBox) ownBox.querySelector('input')?.focus();
  else if (dialog && !dialog.open) {
    dialog.showModal();
    dialog.querySelector('input')?.select();
    void enhance(dialog);
  }
}
/** Loads the code of search for a box. Until it is there, and when it does not come, the box says so. */
async function enhance(box: HTMLElement): Promise<void> {
  if (box.dataset['searchReady'] !== undefined) return;
  const told = box.querySelector<HTMLElement>('[data-search-told]');
  const say = (words: string | undefined) => told && (told.textContent = words ?? '');
  const slow = setTimeout(() => say(told?.dataset['slow']), 700);
  try {
    const { enhanceSearch } = await import('../../search/box/box.ts');
    say('');
    enhanceSearch(box);
  } catch {
    say(`${told?.dataset['broken'] ?? ''} `);
    const list = document.createElement('a');
    list.href = told?.dataset['list'] ?? '';
    list.textContent = told?.dataset['instead'] ?? '';
    told?.append(list);
  } finally {
    clearTimeout(slow);
  }
}

// Escape closes at once. Some browsers would first empty the field.
dialog?.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  dialog.close();
});

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey } = event;
  const isSlash = key === '/' && !ctrlKey && !metaKey && !altKey && !isTyping(event.target);
  if (!isSlash && !(key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey)) return;
  event.preventDefault();
  openSearch();
});
for (const opener of document.querySelectorAll('[data-search-open]')) {
  opener.addEventListener('click', (event) => {
    if (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0)) return;
    event.preventDefault();
    openSearch();
  });
}
if (ownBox) void enhance(ownBox);
const homeBox = document.querySelector<HTMLElement>('[data-search=home]');
// Somebody may type before this code has come, or come back to what they typed.
if (homeBox?.contains(document.activeElement) || homeBox?.querySelector('input')?.value) void enhance(homeBox);
homeBox?.addEventListener('focusin', () => void enhance(homeBox));

// On a tree's page it waits for a result that needs it, whose code loads it. What cannot be had, or comes too late for a
// reader who has gone on, is left out: leaving is a link all the same, and nothing on the page needs the bar.
if (document.querySelector('.bar>.leave')) import('./leave.ts').catch(() => undefined);

const caseBar = document.querySelector<HTMLElement>('[data-case]');
if (caseBar && hasKept())
  import('./case-bar.ts').then(({ startCaseBar }) => startCaseBar(caseBar)).catch(() => undefined);

/** Whether this tab has kept something of this site: what was typed, or a result. */
function hasKept(): boolean {
  try {
    const start = `good-terms ${document.documentElement.dataset['base'] ?? ''} `;
    return Object.keys(sessionStorage).some((key) => key.startsWith(start));
  } catch {
    return false;
  }
}

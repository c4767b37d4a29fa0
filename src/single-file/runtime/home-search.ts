/** The search form of the first page opens the search box with what was typed. */
export function openHomeSearch(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.role !== 'search' || form.closest('dialog')) return;
    event.preventDefault();
    const field = document.querySelector<HTMLInputElement>('dialog[data-search] input[type=search]');
    if (!field) return;
    field.value = form.querySelector('input')?.value ?? '';
    document.querySelector<HTMLElement>('[data-search-open]')?.click();
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

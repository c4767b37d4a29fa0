import { render } from 'preact';
import { mount } from '../islands/script/mount.tsx';
import ScriptForm, { type FormProps } from '../islands/script/ScriptForm.tsx';
import type { TreeProps } from '../islands/tree/links.ts';
import { TreeWalk } from '../islands/tree/TreeWalk.tsx';

const dataIn = <T,>(page: ParentNode | null, name: string): T | undefined => {
  const block = page?.querySelector(`[data-${name}]`);
  return block ? (JSON.parse(block.textContent ?? '') as T) : undefined;
};

/**
 * Brings the tree or the script of a page to life. The words that stand there without code stay, hidden: search reads
 * them.
 *
 * @param page the page, now shown
 * @param wording the variant of the script that the address names, if any
 */
export function openTools(page: HTMLElement, wording = ''): void {
  const walk = dataIn<TreeProps>(page, 'walk');
  const start = page.querySelector('[data-tree]');
  if (walk && start) {
    start.replaceChildren();
    render(<TreeWalk {...walk} />, start);
  }
  const form = dataIn<FormProps>(page, 'form');
  const words = page.querySelector<HTMLElement>('.script');
  if (form && words && !words.hidden) {
    words.hidden = true;
    const place = document.createElement('div');
    words.after(place);
    render(<ScriptForm {...form} variant={wording} elsewhere={`#${page.id}`} />, place);
  }
}

/** Ends the walk when the reader leaves the page: it would follow the address. Scripts keep what was chosen. */
export function closeTools(page: HTMLElement): void {
  const start = page.querySelector('[data-walk]') && page.querySelector('[data-tree]');
  if (start) render(null, start);
}

/** Opens a script inside a guide when the reader presses its link. */
export function watchEmbeds(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-press]') : null;
    const place = link?.closest<HTMLElement>('[data-embed]');
    const form = dataIn<FormProps>(document.getElementById(place?.dataset['props'] ?? ''), 'form');
    if (!link || !place || !form) return;
    event.preventDefault();
    mount(place, form, link.hash);
  });
}

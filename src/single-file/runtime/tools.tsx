import { render } from 'preact';
import { mount } from '../../script/ui/mount.tsx';
import ScriptForm from '../../script/ui/ScriptForm.tsx';
import { Result } from '../../tree/ui/Result.tsx';
import { TreeWalk } from '../../tree/ui/TreeWalk.tsx';
import type { FileData } from './data.ts';

/**
 * Brings the tree or the script of a page to life. What stands there without code stays, hidden: search reads it.
 *
 * @param data what the file carries
 * @param page the page, now shown
 * @param wording the variant of the script that the address names, if any
 */
export function openTools({ walks, forms }: FileData, page: HTMLElement, wording?: string): void {
  const tree = walks[page.id];
  const form = forms[page.id];
  if (tree) {
    const loadResult = async () => ({ Result, text: tree.results });
    render(<TreeWalk {...tree.walk} loadResult={loadResult} />, placeFor(page, '[data-tree]'));
  }
  if (form) render(<ScriptForm {...form} variant={wording} elsewhere={`#${page.id}`} />, placeFor(page, '.script'));
}

/** Ends the walk when the reader leaves the page: it would follow the address. A script keeps what was chosen. */
export function closeTools(page: HTMLElement): void {
  const place = page.querySelector('[data-tree] + [data-tool]');
  if (place) render(null, place);
}

/** The place where a tool is drawn: behind the words that stand there without code, which are hidden. */
function placeFor(page: HTMLElement, words: string): Element {
  const there = page.querySelector('[data-tool]');
  if (there) return there;
  const place = document.createElement('div');
  place.dataset['tool'] = '';
  const instead = page.querySelector<HTMLElement>(words);
  if (instead) instead.hidden = true;
  instead?.after(place);
  return place;
}

/** Opens a script inside a guide when the reader presses its link. */
export function watchEmbeds({ forms }: FileData): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-press]') : null;
    const place = link?.closest<HTMLElement>('[data-form]');
    const form = forms[place?.dataset['form'] ?? ''];
    if (!link || !place || !form || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    mount(place, form, link.hash);
  });
}

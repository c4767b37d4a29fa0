/**
 * The bar under the header that says which case is being worked on: the client and the contact that were typed into a
 * script, and the way back to the last result. It is loaded only when this tab has kept something (shell.ts).
 */
import { caseBar as words } from '../../i18n/en.ts';
import { caseFields } from '../../script/engine/case-fields.ts';
import { canUndo, clearSheet, onSheet, readSheet, setValue, undoClear } from './case-sheet.ts';
import { lastResult } from './last-result.ts';
import { wear } from './wear.ts';
import styles from './case-bar.css?url';

/**
 * Draws the bar, and draws it anew whenever what was typed changes.
 *
 * @param bar the place for it; the element around it is shown once there is something to say
 */
export function startCaseBar(bar: HTMLElement): void {
  let editing = false;

  const draw = (): void => {
    if (editing) return;
    const { shared, own } = readSheet();
    const names = caseFields.flatMap(({ name }) => {
      const value = shared[name];
      return typeof value === 'string' && value.trim() ? [value.trim()] : [];
    });
    const result = lastResult();
    const parts: (Node | string)[] = [];
    if (result && !isHere(result.href)) parts.push(link(words.back, result.href));
    if (names.length > 0)
      parts.push(
        wrapped(
          'span',
          'case__name',
          wrapped('span', 'case__label', words.case),
          ...names.flatMap((name, i) => [i > 0 ? ' · ' : ' ', strong(name)]),
        ),
        button(words.edit, () => edit()),
        button(words.clear, () => turn(clearSheet)),
      );
    else if (canUndo() && Object.keys(shared).length + Object.keys(own).length === 0)
      parts.push(
        wrapped('span', 'case__name', words.cleared),
        button(words.undo, () => turn(undoClear)),
      );
    if (names.length > 0) parts.push(wrapped('span', 'case__kept', words.kept));
    bar.replaceChildren(...parts);
    if (bar.parentElement) bar.parentElement.hidden = parts.length === 0;
  };
  /** What was pressed goes away with the press: the focus moves to what stands there now. */
  const turn = (change: () => void): void => {
    change();
    bar.querySelector<HTMLElement>('button:last-of-type')?.focus();
  };
  const edit = (): void => {
    editing = true;
    const fields = caseFields.map(({ name, key }) => {
      const input = document.createElement('input');
      input.autocomplete = 'off';
      input.spellcheck = false;
      const value = readSheet().shared[name];
      input.value = typeof value === 'string' ? value : '';
      input.addEventListener('input', () => setValue('', { name, shared: true }, input.value));
      return wrapped('label', 'case__field', words[key], input);
    });
    const finish = button(words.done);
    finish.type = 'submit';
    const form = wrapped('form', 'case__form', ...fields, finish);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      editing = false;
      draw();
      bar.querySelector('button')?.focus();
    });
    bar.replaceChildren(form);
    form.querySelector('input')?.focus();
  };
  void wear(styles).then(() => {
    onSheet(draw);
    draw();
  });
}

const isHere = (address: string): boolean => URL.parse(address, location.href)?.pathname === location.pathname;

function wrapped(tag: 'span' | 'label' | 'form', name: string, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  element.append(...children);
  return element;
}
function strong(text: string): HTMLElement {
  const element = document.createElement('b');
  element.textContent = text;
  return element;
}
function link(text: string, address: string): HTMLElement {
  const element = document.createElement('a');
  element.href = address;
  element.textContent = text;
  return element;
}
function button(text: string, press?: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = text;
  if (press) element.addEventListener('click', press);
  return element;
}

import { hydrate, render } from 'preact';
import ScriptForm, { type FormProps } from './ScriptForm.tsx';

/**
 * Puts the form of a script in the place of its words, and the focus into its first field.
 *
 * @param place the element that holds the words; `data-variant` names the variant to start with
 * @param form what the form needs
 * @param page the address of the script's own page
 */
export function mount(place: HTMLElement, form: FormProps, page: string): void {
  place.replaceChildren();
  render(<ScriptForm {...form} variant={place.dataset['variant']} elsewhere={page} takeFocus />, place);
}

/**
 * Brings the words on a script's own page to life, where they stand.
 *
 * @param place the element that holds them
 * @param form what the form needs
 */
export function bringToLife(place: HTMLElement, form: FormProps): void {
  hydrate(<ScriptForm {...form} variant={place.dataset['variant']} />, place);
}

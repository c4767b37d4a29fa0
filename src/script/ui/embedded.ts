import { wear } from '../../site/client/wear.ts';
import styles from './form.css?url';
import { mount } from './mount.tsx';
import type { FormProps } from './ScriptForm.tsx';

/**
 * Opens the form of a script inside a guide, with its styles.
 *
 * @param place the element that holds the words
 * @param form what the form needs
 * @param page the address of the script's own page
 */
export async function openEmbedded(place: HTMLElement, form: FormProps, page: string): Promise<void> {
  await wear(styles);
  mount(place, form, page);
}

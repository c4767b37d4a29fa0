import { share as words } from '../../i18n/en.ts';
import { frameAddress, frameEntryAddress, embedAddress } from '../../routes.ts';
import { copyText } from '../../site/client/copy.ts';
import { wear } from '../../site/client/wear.ts';
import { frameCode } from '../frame-code.ts';
import styles from './share.css?url';

/**
 * Offers what passes this page on: its link, and the code that shows it inside a page of another site, or what has to be
 * set before there is any. Markup: an element with `data-share`, as `shareOf` (src/embed/to-frame.ts) says it.
 *
 * @param opener what was pressed; the focus goes back there, or to the head of the menu that it stands in
 */
export async function openShare(opener: HTMLElement): Promise<void> {
  await wear(styles);
  const menu = opener.closest('details');
  const base = document.documentElement.dataset['base'] ?? '';
  // Some servers show the file in the address.
  const path = location.pathname.replace(/index\.html$/, '');
  const address = `/${path.slice(base.length)}`;
  const title = document.querySelector('article > h1')?.textContent ?? '';
  const height = document.querySelector<HTMLElement>('[data-share]')?.dataset['share'] ?? '';
  /** The address of something on the site, from its root. */
  const here = (at: string): string => base + at.slice(1);
  // Where the site is set up to live, if it says so: it may be read at another address, such as that of a trial.
  const site = document.querySelector<HTMLLinkElement>('[rel=canonical]')?.href ?? location.href;
  /** The same, whole, for others. */
  const whole = (at: string): string => new URL(here(at), site).href;

  const dialog = make('dialog', { className: 'share' });
  const heading = make('h2', { id: 'share-title', textContent: words.title });
  const status = make('p', { className: 'share__said', role: 'status' });
  const close = make('button', { type: 'button', textContent: words.close });
  dialog.setAttribute('aria-labelledby', heading.id);

  /** A text in a field, with what it is for and the button that copies it. */
  const part = (label: string, says: string, text: string, copy: string, copied: string): readonly HTMLElement[] => {
    const name = make('label', { textContent: label });
    const field = make('textarea', { readOnly: true, value: text, rows: 1, spellcheck: false });
    const button = make('button', { type: 'button', className: 'button--small', textContent: copy });
    const sentence = make('p', { className: 'quiet', textContent: says });
    field.id = name.htmlFor = `share-${copied.length}-${text.length}`;
    button.onclick = async () => {
      const done = await copyText({ plain: text });
      if (!done) {
        field.focus();
        field.select();
      }
      status.textContent = done ? copied : words.copyRefused;
    };
    return [name, sentence, field, button];
  };

  // What is behind the # may be answers; the name of a wording is not.
  const wording = location.hash.includes('=') ? '' : location.hash;
  dialog.append(
    heading,
    ...part(words.link, words.linkSays, whole(address) + wording, words.copyLink, words.linkCopied),
  );
  const link = make('a', { href: here(frameEntryAddress(address)), textContent: words.whereItGoes });
  if (Number(height) > 0) {
    const code = frameCode({ title, address: whole(frameAddress(address)), height: Number(height) });
    dialog.append(...part(words.code, words.codeSays, code, words.copyCode, words.codeCopied), link);
  } else if (height === '') {
    link.href = here(embedAddress);
    link.textContent = words.whatFirst;
    const sentence = make('p', { className: 'quiet share__not', textContent: `${words.notYet} ` });
    sentence.append(link);
    dialog.append(sentence);
  }
  dialog.append(status, close);

  close.onclick = () => dialog.close();
  dialog.onclose = () => {
    dialog.remove();
    (menu?.querySelector('summary') ?? opener).focus();
  };
  document.body.append(dialog);
  if (menu) menu.open = false;
  dialog.showModal();
  dialog.querySelector('button')?.focus();
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties);
}

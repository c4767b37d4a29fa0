import { expect } from 'vitest';
import { must } from '../support/must.ts';
import type { Window } from './engine.ts';

/** What keys are called in WebDriver. */
const keys = {
  Enter: '\uE007',
  Escape: '\uE00C',
  Tab: '\uE004',
  Control: '\uE009',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
} as const;

/** An element that is seen: a selector, and the words on it or its label when there are several. */
export interface Seen {
  readonly css: string;
  readonly words?: string;
}

/** Where an element is to be pressed; nothing while it is not there, hidden, or something lies over it. */
function middleOf({ css, words }: Seen): { x: number; y: number } | null {
  const said = (element: Element) =>
    (element.getAttribute('aria-label') ?? element.textContent).replace(/\s+/g, ' ').trim();
  const found = [...document.querySelectorAll(css)].find(
    (element) =>
      element.checkVisibility({ visibilityProperty: true }) && (words === undefined || said(element) === words),
  );
  if (!found) return null;
  found.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const [box] = found.getClientRects();
  if (!box) return null;
  const [x, y] = [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
  const top = document.elementFromPoint(x, y);
  return top && (found.contains(top) || top.contains(found)) ? { x, y } : null;
}

/** Somebody at a window of the site: presses, types, and looks. */
export class Reader {
  readonly window: Window;
  readonly #site: string;

  /**
   * @param window where the site is opened
   * @param site the address of its root
   */
  constructor(window: Window, site: string) {
    this.window = window;
    this.#site = site;
  }

  /** Opens a page of the site. */
  open(path: string): Promise<void> {
    return this.window.open(this.#site + path);
  }

  /** Presses with the mouse, once it can be done. */
  async press(css: string, words?: string): Promise<void> {
    const seen: Seen = words === undefined ? { css } : { css, words };
    let at: { x: number; y: number } | null = null;
    const isStill = async () => {
      const before = at;
      at = await this.window.run(middleOf, seen);
      return at !== null && at.x === before?.x && at.y === before.y;
    };
    await expect.poll(isStill, { message: `to press: ${css} ${words ?? ''}` }).toBe(true);
    await this.window.act({
      type: 'pointer',
      id: 'mouse',
      actions: [
        { type: 'pointerMove', ...must<{ x: number; y: number }>(at, css) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ],
    });
  }

  /** Types where the focus is. */
  type(text: string): Promise<void> {
    return this.window.act({
      type: 'key',
      id: 'keys',
      actions: [...text].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]),
    });
  }

  /** Presses a key that has a name. */
  key(name: keyof typeof keys): Promise<void> {
    return this.type(keys[name]);
  }

  /** Types into a field. */
  async fill(css: string, value: string): Promise<void> {
    await this.press(css);
    await this.focus(css);
    await this.type(value);
  }

  /** The words of the first element that is seen; nothing when none is. */
  words(css: string): Promise<string> {
    return this.window.run(
      (css: string) =>
        [...document.querySelectorAll<HTMLElement>(css)].find((one) => one.checkVisibility())?.innerText.trim() ?? '',
      css,
    );
  }

  /** Waits for an element with these words in it. */
  async see(css: string, words: string | RegExp): Promise<void> {
    const poll = expect.poll(() => this.words(css), { message: css });
    await (typeof words === 'string' ? poll.toContain(words) : poll.toMatch(words));
  }

  /** The value of each field in a part of the page, by its label. */
  values(css: string): Promise<Record<string, string>> {
    return this.window.run(
      (css: string) =>
        Object.fromEntries(
          [...document.querySelectorAll<HTMLInputElement>(`${css} :is(input, textarea, select)`)].map((field) => [
            field.labels?.[0]?.textContent?.trim() ?? field.id,
            field.type === 'checkbox' || field.type === 'radio' ? String(field.checked) : field.value,
          ]),
        ),
      css,
    );
  }

  /** The value of a field. */
  value(css: string): Promise<string | undefined> {
    return this.window.run((css: string) => document.querySelector<HTMLInputElement>(css)?.value, css);
  }

  /** The ids of the choices that are ticked in a part of the page. */
  ticked(css: string): Promise<string[]> {
    return this.window.run(
      (css: string) => [...document.querySelectorAll(`${css} input:checked`)].map(({ id }) => id),
      css,
    );
  }

  /** Waits until an element has the focus; or gives it the focus first, as the Tab key would in the end. */
  async focus(css: string, give = false): Promise<void> {
    const has = (css: string, give: boolean) => {
      const element = document.querySelector<HTMLElement>(css);
      if (give) element?.focus();
      return document.hasFocus() && element !== null && element === document.activeElement;
    };
    await expect.poll(() => this.window.run(has, css, give), { message: `the focus on ${css}` }).toBe(true);
  }

  /** Lays the styles for paper over the page, for engines that print nothing here. */
  asOnPaper(): Promise<void> {
    return this.window.run(() => {
      const turn = (media: MediaList): void => {
        if (/\bprint\b/.test(media.mediaText)) media.mediaText = media.mediaText.replace(/\bprint\b/, 'all');
        else if (/\bscreen\b/.test(media.mediaText)) media.mediaText = 'not all';
      };
      const within = (rules: CSSRuleList): void => {
        for (const rule of rules) {
          if (rule instanceof CSSMediaRule) turn(rule.media);
          if (rule instanceof CSSGroupingRule) within(rule.cssRules);
        }
      };
      for (const sheet of document.styleSheets) {
        turn(sheet.media);
        within(sheet.cssRules);
      }
    });
  }

  /** What has the focus: its tag and its words. */
  focused(): Promise<string> {
    return this.window.run(() => {
      const element = document.activeElement;
      const words = element?.getAttribute('aria-label') ?? element?.textContent ?? '';
      return `${element?.tagName.toLowerCase() ?? ''}: ${words.replace(/\s+/g, ' ').trim()}`;
    });
  }

  /** The address without the server's name. */
  path(): Promise<string> {
    return this.window.run(() => location.pathname + location.hash);
  }

  /** What a paste gives, as plain text: into a field that is made for it and taken away again. */
  async pasted(): Promise<string> {
    await this.window.run(() => {
      const place = document.createElement('textarea');
      place.id = 'pasted-here';
      document.body.append(place);
      place.focus();
    });
    await this.window.act({
      type: 'key',
      id: 'keys',
      actions: [
        { type: 'keyDown', value: keys.Control },
        { type: 'keyDown', value: 'v' },
        { type: 'keyUp', value: 'v' },
        { type: 'keyUp', value: keys.Control },
      ],
    });
    const text = () => this.window.run(() => document.querySelector<HTMLTextAreaElement>('#pasted-here')?.value ?? '');
    await expect.poll(text).not.toBe('');
    const pasted = await text();
    await this.window.run(() => document.querySelector('#pasted-here')?.remove());
    return pasted;
  }

  /** By how many pixels the page, or a dialog open on it, is wider than its room, and what reaches out furthest. */
  tooWide(): Promise<string> {
    return this.window.run(() => {
      const room = document.documentElement.clientWidth;
      const over = Math.max(
        document.documentElement.scrollWidth - room,
        ...[...document.querySelectorAll('dialog[open]')].map((dialog) => dialog.scrollWidth - dialog.clientWidth),
      );
      if (over <= 0) return '';
      const widest = [...document.body.querySelectorAll('*')].sort(
        (a, b) => b.getBoundingClientRect().right - a.getBoundingClientRect().right,
      )[0];
      return `${over} px: ${widest?.tagName.toLowerCase()}.${widest?.className}`;
    });
  }
}

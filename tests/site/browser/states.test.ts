import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings, doubleText, pixelsTooWide } from '../../support/axe.ts';
import {
  guide,
  lastAnswer,
  linkApart,
  linkTo,
  otherStory,
  outcomeOf,
  severalTicked,
  stopStory,
  stopTree,
  story,
  tree,
} from '../../support/example-tree.ts';
import { browserAndSite, openPage } from './support.ts';

// The states that a page has only in use. How each page looks when it is opened, every-page.test.ts sees to.

const running = browserAndSite();

const firstQuestion = `decide/${tree.id}/#v=${tree.version}`;
const [firstAsked = '', secondAsked = ''] = Object.keys(story.answers);
const mapOfTheWay = `decide/${tree.id}/map/#way=${[...Object.keys(story.answers), story.outcome].join('+')}`;

/** Opens every fold, such as "Read the memo". */
const unfold = (page: Page) =>
  page.evaluate(() =>
    document.querySelectorAll('main details').forEach((fold) => ((fold as HTMLDetailsElement).open = true)),
  );
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const openSearch = (page: Page, words = '') =>
  page
    .locator('a[data-search-open]')
    .click()
    .then(() => page.keyboard.type(words));
async function fillIn(page: Page): Promise<void> {
  for (const field of await page.locator('.script__fields input[type=text]').all()) await field.fill('Okafor 118');
  for (const field of await page.locator('.script__fields input[type=date]').all()) await field.fill('2026-12-11');
  await page.getByLabel('Amount outstanding').fill('1850');
}

async function chooseOtherTheme(page: Page): Promise<void> {
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  await page.getByLabel('Theme').selectOption(dark ? 'light' : 'dark');
}

interface State {
  readonly name: string;
  readonly path: string;
  /** Brings the page into the state. */
  readonly enter?: (page: Page) => Promise<unknown>;
  /** What is there in this state and in no other. */
  readonly sign: string;
}

const states: readonly State[] = [
  { name: 'a question', path: firstQuestion, sign: '.tree__question input' },
  {
    name: 'a question with help and answers so far',
    path: linkTo(story, secondAsked),
    enter: unfold,
    sign: '.tree__so-far dd',
  },
  {
    name: 'a question that takes several answers',
    path: linkTo(severalTicked.told, severalTicked.question.id, severalTicked.of),
    sign: '.tree__question input[type=checkbox]:checked',
  },
  {
    name: 'an error',
    path: firstQuestion,
    enter: (page) => press(page, 'Continue'),
    sign: '.tree__error:focus',
  },
  { name: 'a result with its folds open', path: linkTo(story), enter: unfold, sign: '.result details[open]' },
  {
    name: 'a result that says to stop',
    path: linkTo(stopStory, null, stopTree),
    enter: unfold,
    sign: '.rung--stop-now',
  },
  {
    name: 'a result with the memo copied',
    path: linkTo(story),
    enter: async (page) => {
      await press(page, 'Copy memo');
      await page.getByText('Memo copied').waitFor();
    },
    sign: '.result__said',
  },
  {
    name: 'a link that is none, to compare with',
    path: linkTo(story),
    enter: async (page) => {
      await unfold(page);
      await page.getByLabel('Paste the link your colleague copied').fill('nothing');
      await press(page, /^Compare$/);
      await page.getByText('does not contain answers').waitFor();
    },
    sign: '.result__compare',
  },
  {
    name: 'a result beside that of a colleague who answered separately',
    path: linkApart(story, otherStory),
    sign: '.result__apart td',
  },
  { name: 'a question asked by a colleague', path: linkApart(null, otherStory), sign: '.tree__note' },
  {
    name: 'a result that a changed answer has changed',
    path: linkTo(story),
    enter: async (page) => {
      await page.getByRole('link', { name: 'Change my answers' }).click();
      await page.locator(`#answer-${lastAnswer.other.id}`).check();
      await press(page, 'Continue');
    },
    sign: '.result__head .tree__note a',
  },
  {
    name: 'a note on what was dropped from a link',
    path: `decide/${tree.id}/#v=99&nonsense=%zz&${firstAsked}=nobody`,
    sign: '.tree__note li',
  },
  {
    name: 'a tree begun inside a guide',
    path: `guides/${guide.ref}/`,
    enter: (page) => page.getByRole('link', { name: 'Start now', exact: true }).click(),
    sign: '.tree__question h2:focus',
  },
  {
    name: 'a result inside a guide',
    path: `guides/${guide.ref}/${linkTo(story).replace(/^.*\//, '')}`,
    sign: '.result__start',
  },
  { name: 'a script with gaps', path: 'scripts/late-payment/', sign: '.script--live .gap' },
  {
    name: 'a script with its menu open',
    path: 'scripts/late-payment/',
    enter: (page) => page.locator('.more > summary').click(),
    sign: '.more[open] button',
  },
  {
    name: 'what passes a script on',
    path: 'scripts/late-payment/',
    enter: async (page) => {
      await page.locator('.more > summary').click();
      await press(page, 'Share');
      await press(page, 'Copy the link');
      await page.getByText('Link copied.').waitFor();
    },
    sign: 'dialog.share[open] .share__not a',
  },
  {
    name: 'a script filled in and copied',
    path: 'scripts/late-payment/',
    enter: async (page) => {
      await fillIn(page);
      await press(page, 'Copy message');
      await page.getByRole('button', { name: 'Copied ✓' }).waitFor();
    },
    sign: '.script__words:not(:has(.gap))',
  },
  {
    name: 'a script too long for mail',
    path: 'scripts/late-payment/',
    enter: (page) => page.getByLabel('Invoice number').fill('2026-118, '.repeat(250)),
    sign: '[aria-disabled=true][aria-describedby$=too-long]',
  },
  {
    name: 'call mode with what they may say',
    path: 'scripts/calm-an-upset-caller/',
    enter: async (page) => {
      await press(page, 'Read it out');
      await page.locator('dialog.call[open]').waitFor();
      await unfold(page);
      await press(page, 'Next');
    },
    sign: 'dialog.call[open] details[open]',
  },
  {
    name: 'a script opened inside a guide',
    path: 'guides/when-they-push/paying-late/',
    enter: (page) => page.getByRole('link', { name: 'Fill in and copy' }).first().click(),
    sign: '.embed .script--live .gap',
  },
  { name: 'search, empty', path: 'about/', enter: (page) => openSearch(page), sign: 'dialog.search[open]' },
  {
    name: 'search with results',
    path: 'about/',
    enter: (page) => openSearch(page, 'late payment'),
    sign: 'dialog .search__group .search__result',
  },
  {
    name: 'search with a suggested spelling',
    path: 'search/#q=invoise',
    sign: '[data-search=page] .search__title',
  },
  {
    name: 'search with nothing found',
    path: 'about/',
    enter: (page) => openSearch(page, 'zzzzzz'),
    sign: 'dialog [data-search-results] a',
  },
  { name: 'the library, few left', path: 'scripts/#channel=phone&words=invoice', sign: '[data-group][hidden]' },
  { name: 'the library, none left', path: 'scripts/#words=zzzzzz', sign: 'main:not(:has([data-group]:not([hidden])))' },
  {
    name: 'the front page with a situation open',
    path: '',
    enter: (page) => page.locator('.situations summary').first().click(),
    sign: '.situations details[open] a',
  },
  {
    name: 'the front page with results',
    path: '',
    enter: (page) => page.locator('#home-search').fill('they will not pay'),
    sign: '[data-search=home] .search__best .button',
  },
  {
    name: 'the front page with nothing found',
    path: '',
    enter: (page) => page.locator('#home-search').fill('zzzzzz'),
    sign: '[data-search=home] .search__status:not(:empty)',
  },
  {
    name: 'the start of a tree with all its results',
    path: `decide/${tree.id}/`,
    enter: (page) => page.locator('.tree-ends summary').click(),
    sign: '.tree-ends details[open] a',
  },
  {
    name: 'the front door with a second level',
    path: 'decide/',
    enter: (page) => page.locator('.needs summary').first().click(),
    sign: '.needs details[open] a',
  },
  { name: 'the map with the way on it', path: mapOfTheWay, sign: '.map--way .is-taken' },
  {
    name: 'the theme chosen against the system',
    path: 'guides/when-they-push/paying-late/',
    enter: chooseOtherTheme,
    sign: 'html[data-theme]',
  },
  {
    name: 'a drawing in the theme chosen against the system',
    path: mapOfTheWay,
    enter: chooseOtherTheme,
    sign: 'html[data-theme] .map--way',
  },
];

/** Opens a page and brings it into a state. */
async function open({ path, enter, sign }: State, options: BrowserContextOptions): Promise<Page> {
  const page = await openPage(running.browser, { permissions: ['clipboard-read', 'clipboard-write'], ...options });
  await page.goto(running.server.address + path);
  if (/^scripts\/\w/.test(path)) await page.locator('.script--live').waitFor();
  if (path.includes('#v=')) await page.locator('.tree__question, .result__start').waitFor();
  await enter?.(page);
  await page.locator(sign).first().waitFor({ state: 'attached' });
  return page;
}

/** The elements that are ever in motion, with what moves them. */
const inMotion = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) =>
      [undefined, '::before', '::after', '::backdrop'].flatMap((part) => {
        const style = getComputedStyle(element, part);
        const moves =
          style.animationName !== 'none' || /[1-9]/.test(style.transitionDuration) || style.scrollBehavior === 'smooth';
        return moves ? [`${element.tagName.toLowerCase()}.${element.className}${part ?? ''} moves`] : [];
      }),
    ),
  );

/**
 * Every text with too little contrast to what is behind it. axe leaves out drawings and what is half transparent, and
 * does not see which colours the reader's own palette puts in.
 */
const unreadable = (page: Page) =>
  page.evaluate(() => {
    type Colour = readonly [number, number, number, number];
    const read = (colour: string): Colour => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
      return [red, green, blue, alpha];
    };
    const over = ([r, g, b]: Colour, alpha: number, [R, G, B]: Colour): Colour =>
      [r * alpha + R * (1 - alpha), g * alpha + G * (1 - alpha), b * alpha + B * (1 - alpha), 1] as const;
    const light = (colour: Colour) => {
      const [red = 0, green = 0, blue = 0] = colour
        .map((part) => part / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one: Colour, other: Colour) => {
      const [a, b] = [light(one), light(other)];
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    };
    const ground = read(getComputedStyle(document.body).backgroundColor);
    const behind = (element: Element): Colour => {
      const colour = read(getComputedStyle(element).backgroundColor);
      return colour[3] === 0 && element.parentElement ? behind(element.parentElement) : colour;
    };
    const opacity = (element: Element | null): number =>
      element ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1;

    const faults: string[] = [];
    for (const element of document.querySelectorAll('body *')) {
      const hasWords = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim(),
      );
      if (!hasWords || !element.checkVisibility()) continue;
      const { color, fill } = getComputedStyle(element);
      const under = over(behind(element), opacity(element), ground);
      const text = over(read(element instanceof SVGElement ? fill : color), opacity(element), ground);
      if (contrast(text, under) < 4.5) faults.push(`cannot be read: ${element.textContent.trim().slice(0, 60)}`);
    }
    for (const exit of document.querySelectorAll('.exit--end'))
      if (contrast(read(getComputedStyle(exit).borderLeftColor), over(behind(exit), 1, ground)) < 3)
        faults.push(`the edge of ${exit.textContent.trim()} cannot be seen`);
    return faults;
  });

// A desk in the light and the narrowest phone in the dark, as for the pages themselves.
describe.each([
  { theme: 'light' as const, width: 1280 },
  { theme: 'dark' as const, width: 320 },
])('for everybody, in the $theme at $width pixels', ({ theme, width }) => {
  test.each(states)('$name', async (state) => {
    const page = await open(state, {
      colorScheme: theme,
      reducedMotion: 'reduce',
      viewport: { width, height: 900 },
    });
    expect(await axeFindings(page)).toEqual([]);
    expect(await unreadable(page)).toEqual([]);
    expect(await inMotion(page)).toEqual([]);
    expect(await pixelsTooWide(page)).toBeLessThanOrEqual(0);
    if (width < 600) return;
    await doubleText(page);
    expect(await pixelsTooWide(page), 'with the text at 200 %').toBeLessThanOrEqual(0);
  });
});

describe('in forced colours', () => {
  const forced = { forcedColors: 'active' } as const;

  /** Everything that colour alone would tell. */
  const toldByColour = (page: Page) =>
    page.evaluate(() => {
      const faults: string[] = [];
      const shown = (selector: string) =>
        [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => element.checkVisibility());
      const width = (element: Element, side: 'Bottom' | 'Left') => {
        const style = getComputedStyle(element);
        return style[`border${side}Style`] === 'none' ? 0 : Number.parseFloat(style[`border${side}Width`]);
      };
      for (const gap of shown('.gap'))
        if (width(gap, 'Bottom') < 1 || !gap.innerText.includes('[')) faults.push(`gap ${gap.innerText}`);
      for (const rung of shown('.rung'))
        if (width(rung, 'Left') < 1 || rung.innerText.trim() === '') faults.push(`rung ${rung.innerText}`);
      for (const exit of shown('.exit--end'))
        if (width(exit, 'Left') < 4 || (exit.querySelector('.exit__rung')?.textContent ?? '').trim() === '')
          faults.push(`exit ${exit.innerText}`);
      const look = (element: Element) => {
        const { fontWeight, textDecorationLine, borderBottomWidth, borderBottomStyle } = getComputedStyle(element);
        return [fontWeight, textDecorationLine, borderBottomWidth, borderBottomStyle].join();
      };
      for (const chosen of shown('.script__choice a[aria-current]'))
        for (const other of shown('.script__choice a:not([aria-current])'))
          if (look(chosen) === look(other)) faults.push(`variant ${chosen.innerText} looks like ${other.innerText}`);
      for (const taken of shown('.map--way .map__exits > .is-taken'))
        for (const other of shown('.map--way .map__exits > :not(.is-taken)'))
          if (getComputedStyle(taken).outlineStyle === getComputedStyle(other).outlineStyle) faults.push('the way');

      return faults;
    });

  test.each(states)('nothing is told by colour alone or cannot be seen: $name', async (state) => {
    const page = await open(state, forced);
    expect(await toldByColour(page)).toEqual([]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await unreadable(page), colorScheme).toEqual([]);
    }
  });

  test.each(states.filter(({ name }) => !name.includes('copied')))(
    'the focus can be seen at every stop: $name',
    async (state) => {
      const page = await open(state, forced);
      await page.evaluate(() => {
        if (!document.querySelector('dialog[open]')) (document.activeElement as HTMLElement).blur();
      });
      const faults: string[] = [];
      const seen = new Set<string>();
      // The focus may begin in the middle, as in a dialog, and leaves the page once on its way round.
      let hasLeft = false;
      for (;;) {
        await page.keyboard.press('Tab');
        const stop = await page.evaluate(() => {
          const element = document.activeElement;
          if (!element || element === document.body) return null;
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          const box = element.getClientRects()[0] ?? new DOMRect();
          const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
          const all = [...document.querySelectorAll('*')];
          return {
            place: String(all.indexOf(element)),
            name: `${element.tagName.toLowerCase()} ${element.textContent.trim().slice(0, 60)}`,
            outlined: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
            uncovered: top !== null && (element.contains(top) || top.contains(element)),
          };
        });
        if (!stop && !hasLeft) {
          hasLeft = true;
          continue;
        }
        if (!stop || seen.has(stop.place)) break;
        seen.add(stop.place);
        if (!stop.outlined) faults.push(`${stop.name} has no outline`);
        if (!stop.uncovered) faults.push(`${stop.name} is covered or out of sight`);
      }
      expect(seen.size).toBeGreaterThan(1);
      expect(faults).toEqual([]);
    },
  );
});

describe('on paper', () => {
  const chrome =
    '.bar, .skip, .foot nav, .trail, .aside, .turn, dialog, button:not(.gap), .needs-js, .script__fields, .script__choice, ' +
    '.script__out, form.library, form[role=search]';

  /** Opens a page in the dark, by the reader's own choice, and puts it on paper. */
  async function onPaper(path: string): Promise<Page> {
    const page = await openPage(running.browser, { colorScheme: 'dark' });
    await page.addInitScript(() => localStorage.setItem('good-terms / theme', 'dark'));
    await page.goto(running.server.address + path);
    if (/^scripts\/\w/.test(path)) await page.locator('.script--live').waitFor();
    if (path.includes('#v=')) await page.locator('.result__start').waitFor();
    await page.emulateMedia({ media: 'print' });
    return page;
  }

  test.each([
    { name: 'a guide', path: 'guides/when-they-push/paying-late/', upkeep: true },
    { name: 'a script', path: 'scripts/late-payment/', upkeep: true },
    { name: 'an outcome', path: `decide/${tree.id}/${outcomeOf(story).id}/`, upkeep: true },
    { name: 'a source', path: 'sources/terson/', upkeep: false },
    { name: 'a worksheet', path: `decide/${tree.id}/worksheet/`, upkeep: false },
    { name: 'a map', path: `decide/${tree.id}/map/`, upkeep: false },
    { name: 'a result', path: linkTo(story), upkeep: false },
    { name: 'the library', path: 'scripts/#tone=warm', upkeep: false },
    { name: 'the front page', path: '', upkeep: false },
  ])('$name: its words dark on white, nothing to press, and who keeps it', async ({ path, upkeep }) => {
    const page = await onPaper(path);
    expect(await page.locator(chrome).filter({ visible: true }).allInnerTexts()).toEqual([]);
    const pale = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('body, main *')]
        .filter((element) => element.checkVisibility() && [...element.childNodes].some((node) => node.nodeType === 3))
        .filter((element) => {
          const { color, fill } = getComputedStyle(element);
          const parts = ((element instanceof SVGElement ? fill : color).match(/[\d.]+/g) ?? []).slice(0, 3);
          return parts.reduce((sum, part) => sum + Number(part), 0) > 3 * 140;
        })
        .map((element) => element.textContent.trim().slice(0, 60))
        .filter(Boolean),
    );
    expect(pale).toEqual([]);
    const paragraphs = page.locator('main p, main li, main text').filter({ visible: true });
    expect(await paragraphs.count()).toBeGreaterThan(3);
    if (!upkeep) return;
    expect(await page.locator('.page-meta').innerText()).toMatch(/Page owner: \S.*Last reviewed \d+ \w+ \d{4}/);
  });

  test('a guide keeps all of its text', async () => {
    const page = await openPage(running.browser);
    await page.goto(`${running.server.address}guides/when-they-push/paying-late/`);
    // What is pressed is not text.
    await page.locator('article .action-bar').evaluate((bar) => bar.remove());
    const article = page.locator('article > :not([data-pagefind-ignore]):not(.embed)');
    // Paper opens what is folded.
    const folds = page.locator('article .fold');
    await folds.evaluateAll((all) => all.forEach((fold) => ((fold as HTMLDetailsElement).open = true)));
    const onScreen = await article.allInnerTexts();
    await folds.evaluateAll((all) => all.forEach((fold) => ((fold as HTMLDetailsElement).open = false)));
    await page.emulateMedia({ media: 'print' });
    expect(onScreen.join(' ').length).toBeGreaterThan(1500);
    expect(await article.allInnerTexts()).toEqual(onScreen);
  });

  test.each(['scripts/late-payment/', 'guides/when-they-push/paying-late/'])(
    'the gaps of a script are ruled blanks with their names, what is filled in is words: %s',
    async (path) => {
      const page = await openPage(running.browser);
      await page.goto(running.server.address + path);
      const ownPage = path.startsWith('scripts/');
      if (ownPage) {
        await page.locator('.script--live').waitFor();
        await page.getByLabel('Invoice number').fill('2026-118');
      }
      await page.emulateMedia({ media: 'print' });
      const gaps = await page
        .locator('.script__text .gap')
        .filter({ visible: true })
        .evaluateAll((gaps) =>
          gaps.map((gap) => {
            const { borderBottomStyle, borderBottomWidth, minWidth } = getComputedStyle(gap);
            const name = (gap as HTMLElement).innerText;
            return {
              name,
              ruled: `${borderBottomStyle} ${borderBottomWidth}`,
              wide: Number.parseFloat(minWidth) > 100,
            };
          }),
        );
      expect(gaps.length).toBeGreaterThan(3);
      for (const gap of gaps) {
        expect(gap).toMatchObject({ ruled: 'solid 1px', wide: true });
        expect(gap.name).toMatch(/^[a-z][\w ]+$/);
      }
      expect(gaps.some(({ name }) => name === 'invoice number')).toBe(!ownPage);
      if (ownPage) expect(await page.locator('.script__text').innerText()).toContain('2026-118');
    },
  );
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { caseBar, script as words, treeResult } from '../../src/i18n/en.ts';
import { treeAddress } from '../../src/routes.ts';
import { answersOf, guide, linkTo, outcomeOf, story, tree } from '../support/example-tree.ts';
import { must } from '../support/must.ts';
import type { Engine, Running } from './engine.ts';
import { Reader } from './reader.ts';
import { serveWatched, type Watched } from './site.ts';

const script = 'scripts/late-payment/';
const latePayment = '/guides/when-they-push/paying-late/';
const treePage = treeAddress(tree.id).slice(1);
const askOf = (id: string) =>
  must(
    tree.questions.find((question) => question.id === id),
    `question ${id}`,
  ).ask;

/**
 * What readers do, in an engine that is not Chromium's: over plain http, on this machine. Where the engine is not
 * installed the journeys say so and are skipped.
 */
export function journeysIn(engine: Engine): void {
  const { name, missing, prints } = engine;
  if (missing.length > 0)
    console.log(`Skipped: ${name} was not tried. On Debian: apt-get install ${missing.join(' ')}`);

  describe.skipIf(missing.length > 0)(`in ${name}`, () => {
    let browser: Running;
    let site: Watched;
    let reader: Reader;
    beforeAll(async () => {
      browser = await engine.start();
    });
    afterAll(() => browser?.stop());
    beforeEach(async () => {
      site = await serveWatched();
      reader = new Reader(await browser.newWindow(), site.address);
      await reader.window.resize(1280, 900);
    });
    /** Firefox tells of what it has to break off, so a page is left once all that it asked for has come. */
    const allHasCome = () => expect.poll(() => site.underWay).toBe(0);
    afterEach(async () => {
      await allHasCome();
      await reader.window.close();
      await site.close();
      expect(site.complaints).toEqual([]);
    });

    /** Waits until what was found is read out, which is after the text of pages was asked as well. */
    const isReadOut = async (place: string, says: RegExp) => {
      await reader.see(`${place} [role=status]`, says);
      await allHasCome();
    };
    const onAPhone = () => reader.window.resize(390, 844);
    const openScript = async (path = script) => {
      await reader.open(path);
      await reader.see('.script--live', /./);
    };
    const fillIn = async () => {
      await reader.fill('#late-payment-field-contact-name', 'Ms Okafor');
      await reader.press('#late-payment-field-first-names');
      await reader.fill('#late-payment-field-invoice-number', '2026-118');
      await reader.fill('#late-payment-field-amount', '1850');
      await reader.see('.script__text', '£1,850');
    };

    /** Leaves a page and comes back to it: to the very page that the browser had put aside, not a new one. */
    const putAside = async (leave: () => Promise<void>, to: string) => {
      await reader.window.run(() => document.documentElement.setAttribute('data-same-page', ''));
      await leave();
      await expect.poll(() => reader.path()).toBe(to);
      await reader.window.back();
      const isBack = () => reader.window.run(() => document.documentElement.hasAttribute('data-same-page'));
      await expect.poll(isBack, { message: 'back on the page that was put aside' }).toBe(true);
    };

    test('what to do about a client who pays late is found with two words misspelt, from the keyboard', async () => {
      await reader.open('');
      await reader.type('/');
      await reader.focus('#search-field');
      await reader.type('my clinet keeps payng late');
      await reader.see('dialog .search__title', 'They pay late');
      await isReadOut('dialog', /my client keeps paying late/);
      await reader.key('ArrowDown');
      await expect.poll(() => reader.focused()).toBe('a: They pay late');
      await reader.key('Enter');
      await expect.poll(() => reader.path()).toBe(latePayment);
      await reader.see('h1', 'They pay late');
      await reader.window.back();
      await expect.poll(() => reader.path()).toBe('/');
      await reader.press('#home-search');
      await reader.type('overdue invoise');
      await isReadOut('[data-search=home]', /overdue invoice/);
      await reader.key('Enter');
      await reader.see('[data-search=page] .search__title', 'They pay late');
      await isReadOut('[data-search=page]', /overdue invoice/);
      expect(await reader.path()).toBe('/search/#q=overdue+invoise');
    });

    test('a tree is walked to a memo, back and forward on the way, and the memo is copied and printed', async () => {
      await reader.open(treePage);
      await reader.press('a', 'Start now');
      const steps = Object.entries(answersOf(story));
      const give = async (answers: readonly string[]) => {
        for (const answer of answers) await reader.press(`label[for=answer-${answer}]`);
        expect(await reader.ticked('.tree')).toEqual(answers.map((answer) => `answer-${answer}`));
        await reader.press('button', 'Continue');
      };
      const [[first, given], [second]] = steps as [[string, string[]], [string, string[]]];
      await reader.see('.tree__title', askOf(first));
      await give(given);
      await reader.see('.tree__title', askOf(second));
      await reader.window.back();
      await reader.see('.tree__title', askOf(first));
      expect(await reader.ticked('.tree')).toEqual(given.map((answer) => `answer-${answer}`));
      await reader.window.forward();
      for (const [id, answers] of steps.slice(1)) {
        await reader.see('.tree__title', askOf(id));
        await give(answers);
      }

      const { headline } = outcomeOf(story);
      await reader.see('.tree h1', headline);
      await reader.press('button', treeResult.copyMemo);
      await reader.see('.result__said', treeResult.memoCopied);
      const memo = await reader.pasted();
      expect(memo).toContain(`Recommendation: ${headline}`);
      expect(memo).toContain(await reader.path());

      expect(await reader.words('.memo')).toBe('');
      await reader.asOnPaper();
      await reader.see('.memo', headline);
      for (const screenOnly of ['.bar', '.action-bar', 'footer']) expect(await reader.words(screenOnly)).toBe('');
      if (prints) expect(await browser.paper?.(reader.window)).toMatchObject({ sheets: 1 });
    });

    test('a script keeps what was typed over a reload and the way back, and is copied', async () => {
      await openScript();
      await fillIn();
      const filled = await reader.values('.script__fields');
      expect(Object.values(filled)).toEqual(expect.arrayContaining(['Ms Okafor', '2026-118', '1850']));
      await reader.window.reload();
      await reader.see('.script__text', '£1,850');
      expect(await reader.values('.script__fields')).toEqual(filled);

      await putAside(() => reader.press('.bar__nav a', 'Guides'), '/guides/');
      await reader.see('.script__text', '£1,850');
      await expect.poll(() => reader.values('.script__fields')).toEqual(filled);

      await reader.press('.script__out .button--main');
      await reader.see('.script__out .button--main', words.copied);
      expect(await reader.pasted()).toMatch(/Ms Okafor[^]+£1,850/);

      // What was cleared meanwhile does not come back with the page.
      const clear = async () => {
        await reader.press('.bar__nav a', 'Guides');
        await reader.press('.case button', caseBar.clear);
        await reader.see('.case', caseBar.cleared);
      };
      await clear();
      await reader.window.back();
      await reader.see('.script__text', 'Dear contact');
      expect(Object.values(await reader.values('.script__fields')).join(' ')).not.toMatch(/Okafor|118|1850/);
    });

    test('what was searched for stands in its field after Back', async () => {
      const guide = { found: '.search__title', title: 'They pay late', to: latePayment };
      const scripts = { found: '[data-script] h3 a', title: 'Ask for a late payment', to: `/${script}` };
      const boxes = [
        { path: 'search/', field: '#search-here', place: '[data-search=page]', ...guide },
        { path: '', field: '#home-search', place: '[data-search=home]', ...guide },
        { path: 'scripts/', field: '#library-words', place: '.library', ...scripts },
      ];
      for (const { path, field, place, found, title, to } of boxes) {
        await reader.open(path);
        await reader.fill(field, 'late payment');
        await reader.see(found, title);
        await isReadOut(place, /late payment| of /);
        await putAside(() => reader.press(found, title), to);
        await reader.see(found, title);
        await expect.poll(() => reader.value(field), { message: path }).toBe('late payment');
      }
    });

    test('search opens, closes with Escape, and gives the focus back', async () => {
      await reader.open(latePayment.slice(1));
      await reader.focus('.bar__find', true);
      await reader.key('Enter');
      await reader.focus('#search-field');
      await reader.type('late');
      await reader.see('dialog .search__title', /./);
      await reader.key('Escape');
      await expect.poll(() => reader.words('dialog')).toBe('');
      expect(await reader.focused()).toMatch(/^a: Search/);
    });

    test('on a phone a gap opens one field, and Escape gives the focus back to what opened it', async () => {
      await onAPhone();
      await openScript();
      await reader.press('.script__text button', '[invoice number]');
      await expect.poll(() => reader.words('dialog.gaps')).toContain('Invoice number');
      await reader.type('2026-118');
      await reader.key('Escape');
      await expect.poll(() => reader.words('dialog.gaps')).toBe('');
      await reader.see('.script__text', '2026-118');
      await expect.poll(() => reader.focused()).toMatch(/^button: /);
      expect(await reader.tooWide()).toBe('');
    });

    test('a script is read out a line at a time, and Escape gives the focus back', async () => {
      await openScript('scripts/calm-an-upset-caller/');
      await reader.press('button', words.callMode);
      await reader.see('dialog.call', /1 of \d/);
      await reader.key('ArrowRight');
      await reader.see('dialog.call', /2 of \d/);
      await reader.key('Escape');
      await expect.poll(() => reader.words('dialog.call')).toBe('');
      expect(await reader.focused()).toBe(`button: ${words.callMode}`);
    });

    test('nothing is wider than a window of 320 pixels', async () => {
      await reader.window.resize(320, 700);
      const map = `${treePage}map/`;
      const paths = ['', 'search/#q=late', latePayment.slice(1), `guides/${guide.ref}/`, 'scripts/', script];
      const found: Record<string, string> = {};
      for (const path of [...paths, 'decide/', treePage, linkTo(story), map, `${treePage}worksheet/`, 'about/']) {
        await reader.open(path);
        await reader.see('h1', /./);
        if (path.startsWith('search/')) await isReadOut('[data-search=page]', /late/);
        const over = await reader.tooWide();
        if (over) found[path] = over;
      }
      expect(await reader.window.run(() => innerWidth)).toBe(320);
      expect(found).toEqual({});
    });

    test.runIf(prints)('a map and a worksheet are printed in letters one can read', async () => {
      for (const page of ['map', 'worksheet']) {
        await reader.open(`${treePage}${page}/`);
        const { smallest } = must(await browser.paper?.(reader.window), 'paper');
        expect(smallest, page).toBeGreaterThanOrEqual(8);
      }
    });

    test('a page that was read, and search, are there without a network', async () => {
      await reader.open(latePayment.slice(1));
      const kept = () =>
        reader.window.run(
          async (path) => navigator.serviceWorker.controller !== null && (await caches.match(path)) !== undefined,
          latePayment,
        );
      await expect.poll(kept).toBe(true);
      site.off = true;
      await reader.open(latePayment.slice(1));
      await reader.see('h1', 'They pay late');
      expect(await reader.window.run(() => getComputedStyle(document.body).fontSize)).toBe('17px');
      await reader.type('/');
      await reader.focus('#search-field');
      await reader.type('late payment');
      await reader.see('dialog .search__title', /./);
    });
  });
}

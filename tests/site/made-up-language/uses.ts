import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Strings } from '../../../src/i18n/strings.ts';

/** A page in use, and what the software says there. */
export interface Use {
  readonly words: Strings;
  readonly page: Page;
  /** Opens a page, from the site's root; or anew with another fragment. */
  readonly go: (path: string) => Promise<void>;
  /** Waits until a text can be seen, then looks at all that the page says. */
  readonly see: (text: string) => Promise<void>;
  /** Looks at what leaves the page: a copy, a file. */
  readonly look: (text: string) => void;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
/** What a file says that the page hands over when a button is pressed, and its name. */
async function saved(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, button)]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}
const lost = (page: Page, files: RegExp) =>
  page.route(files, (route) => route.fulfill({ status: 404, contentType: 'text/html', body: '' }));
const noClipboard = (page: Page) =>
  page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.execCommand = () => false;
  });
const choose = (page: Page, answer: string) => page.getByLabel(answer, { exact: true }).check();

/** Whatever somebody does with the site, with all states that it can come to. */
export const uses: Readonly<Record<string, (use: Use) => Promise<void>>> = {
  async 'search from any page'({ words: { search, searchForm }, page, go, see }) {
    await go('about/');
    await page.locator('a[data-search-open]').click();
    await see(search.isItOneOfThese);
    const field = page.locator('dialog input[type=search]');
    const ask = async (query: string, ...told: string[]) => {
      await field.fill(query);
      for (const text of told) await see(text);
    };
    await ask('απλήρωτο', search.bestBet, search.words);
    await ask('ζητήστε τα χρήματα', search.guide);
    await ask('κινδυνεύει κάποιος', search.question);
    await ask('τι κάνω τώρα', search.decide);
    await ask('μιλήστε μαζί του', search.outcome);
    await ask('φόρος', search.notCovered, search.nearestPage);
    await ask('ήρεμα', search.onlyInText);
    await ask('χρήματα', search.inText);
    await ask('ππππππ', search.count(0, 'ππππππ'));
    await page.getByLabel(search.groups.script).check();
    await see(search.count(0, 'ππππππ'));
    await press(page, searchForm.close);
  },

  async 'search on the home page, with nothing found'({ words: { search }, page, go, see }) {
    await go('');
    await page.locator('#home-search').fill('ππππππ');
    await see(`${search.count(0, 'ππππππ')} ${search.chooseBelow}`);
  },

  async 'search on its page, slow'({ words: { search }, page, go, see }) {
    let arrive = (): void => undefined;
    const held = new Promise<void>((resolve) => (arrive = resolve));
    await page.route(/search\.json/, (route) => held.then(() => route.continue()));
    await go('search/#q=αργεί');
    await see(search.loading);
    arrive();
    await see(search.bestBet);
  },

  async 'search without the text of pages'({ words: { search }, page, go, see }) {
    await lost(page, /\/pagefind\//);
    await go('search/#q=αργεί');
    await see(search.noText);
  },

  async 'search without what people say'({ words: { search }, page, go, see }) {
    await lost(page, /search\.json/);
    await go('search/#q=ήρεμα');
    await see(search.noIndex);
  },

  async 'search that is broken'({ words: { search }, page, go, see }) {
    await lost(page, /search\.json|\/pagefind\//);
    await go('search/#q=αργεί');
    await see(search.broken);
    await see(search.listInstead);
  },

  async 'a tree, to each kind of result'({ words: { tree, treeResult }, page, go, see }) {
    await go('decide/dromos/');
    await see(tree.beforeYouBegin);
    await page.getByRole('link', { name: tree.begin, exact: true }).click();
    await see(tree.howToFindOut);
    await press(page, tree.continue);
    await see(tree.chooseAnAnswer);
    await choose(page, 'Όχι');
    await press(page, tree.continue);
    await see(tree.severalHint);
    await press(page, tree.continue);
    await see(tree.selectAtLeastOne);
    await choose(page, 'Δεν ξέρω');
    await press(page, tree.continue);
    await see(treeResult.notKnown);
    await page.getByRole('link', { name: treeResult.changeMyAnswers }).click();
    await page.getByRole('link', { name: tree.change }).first().click();
    await choose(page, 'Ναι');
    await press(page, tree.continue);
    await see(treeResult.ifHurt);
    await see(treeResult.undo);
    // Told here, known elsewhere.
    await go('decide/deftero/');
    await see(tree.knownAlready);
    await page.getByRole('link', { name: tree.begin, exact: true }).click();
    await see(tree.remove);
    await go('decide/deftero/');
    await press(page, tree.forgetThese);
    await see(tree.beforeYouBegin);
    await go('decide/deftero/#v=2&known=kindynos');
    await see(tree.fromAnotherTree);
    await go('decide/deftero/#v=2&plirosan=unknown');
    await see(treeResult.leadsTo);
  },

  async 'links that are old, damaged or of another tree'({ words: { tree }, go, see }) {
    await go('decide/dromos/#v=9&kindynos=nai&kindynos=nai&άλλο=ναι&χωρίς=&synithies=argei');
    await see(tree.madeWithVersion(9, 1));
    for (const why of ['unreadable', 'unknown', 'no answer', 'off the way'] as const) await see(tree.dropped[why]);
    await go('decide/deftero/#v=2&palia=nai');
    await see(tree.dropped['asked again']);
  },

  async 'a result taken along'({ words: { treeResult: words }, page, go, see, look }) {
    await go('decide/dromos/#v=1&kindynos=ochi&synithies=argei');
    await see(words.startHere);
    for (const fold of await page.locator('[data-tree] details').all()) await fold.locator('summary').first().click();
    for (const copy of [words.copyMarkdown, words.copyMemo]) {
      await press(page, copy);
      await see(words.memoCopied);
      look(await copied(page));
    }
    await press(page, words.copyLink);
    await see(words.linkCopied);
    await press(page, words.askApart);
    await see(words.apartCopied);
    const { name, text } = await saved(page, words.addToCalendar);
    await see(words.calendarDone);
    look(name);
    for (const line of text.replace(/\r\n[ \t]/g, '').split('\r\n'))
      if (/^(SUMMARY|DESCRIPTION):/.test(line)) look(line.replace(/^[A-Z]+:/, '').replaceAll('\\n', '\n'));
    // A link with answers opens the result with both; the form stays for what is none.
    const compare = async (link: string, told: string) => {
      await page.locator('.result__start').waitFor();
      await page
        .locator('.result__memo details')
        .evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')));
      await page.getByLabel(words.pasteLink).fill(link);
      await press(page, words.compareNow);
      await see(told);
    };
    await compare('τι;', words.noAnswersInLink);
    await compare('/decide/deftero/#v=2&plirosan=nai', words.linkOfAnotherTree);
    await compare('#v=1&kindynos=ochi&synithies=argei', words.sameAnswers);
    await compare('#v=1&kindynos=ochi&synithies=tipota', words.sameOutcome);
    await compare('#v=9&kindynos=nai', words.theirsLeadTo('Φύγετε τώρα'));
    await see(words.notAsked);
    await see(words.onlyOneAsked);
    await compare('#v=1&kindynos=ochi', words.theirsStopAt('Τι κάνει συχνά?'));
  },

  async 'two who answer separately'({ words: { tree, treeResult: words }, page, go, see }) {
    await go('decide/dromos/#v=1&kindynos=ochi&synithies=argei');
    await press(page, words.askApart);
    await see(words.apartCopied);
    await go((await copied(page)).replace(/^.*(?=decide\/)/, ''));
    await see(tree.answerApart);
    await choose(page, 'Όχι');
    await press(page, tree.continue);
    await choose(page, 'Δεν ξέρω');
    await press(page, tree.continue);
    await see(words.differ);
    await press(page, words.sendBack);
    await see(words.apartCopied);
  },

  async 'a comparison whose code does not come'({ words: { treeResult: words }, page, go, see }) {
    await lost(page, /Apart.*\.js/);
    await go('decide/dromos/#v=1&kindynos=ochi&synithies=argei');
    await page.locator('.result__start').waitFor();
    await page
      .locator('.result__memo details')
      .evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')));
    await page.getByLabel(words.pasteLink).fill('#v=1&kindynos=ochi&synithies=tipota');
    await press(page, words.compareNow);
    await see(words.compareFailed);
  },

  async 'a result where nothing can be copied or saved'({ words: { treeResult: words }, page, go, see }) {
    await noClipboard(page);
    await lost(page, /calendar.*\.js/);
    await go('decide/dromos/#v=1&kindynos=ochi&synithies=argei');
    await press(page, words.copyMemo);
    await see(words.copyFailed);
    await press(page, words.addToCalendar);
    await see(words.calendarFailed);
  },

  async 'a result that is late, and one that does not come'({ words: { tree }, page, go, see }) {
    await page.route(/result\.json/, () => undefined);
    await go('decide/dromos/#v=1&kindynos=ochi&synithies=argei');
    await see(tree.resultLoading);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await lost(page, /result\.json/);
    await go('decide/dromos/#v=1&kindynos=ochi&synithies=argei');
    await see(tree.openOutcomePage);
  },

  async 'a tree whose code does not come'({ words: { treeStart }, page, go, see }) {
    await lost(page, /walk\.json/);
    await go('decide/dromos/#v=1&kindynos=ochi');
    await see(treeStart.cannotOpen);
  },

  async 'a script, from its gaps to the message'({ words: { script: words }, page, go, see, look }) {
    await go('scripts/grafe/');
    await see(words.keptInTab);
    const missing = words.gaps(await page.locator('.script__text .gap').count());
    await see(words.gapsLeft(5));
    await press(page, words.copyWith(missing));
    await see(words.copied);
    look(await copied(page));
    const numbers = page.locator('.script__fields :is(input[type=text], textarea)');
    for (const field of await numbers.all()) await field.fill('ποσό');
    await page.keyboard.press('Tab');
    await see(words.noSum);
    for (const field of await numbers.all()) await field.fill('100');
    await page.locator('.script__fields input[type=date]').fill('2026-12-11');
    await page.locator('.script__fields select').selectOption('τράπεζα');
    for (const tick of await page.locator('.script__fields input[type=checkbox]').all()) await tick.check();
    await press(page, words.copy);
    await see(words.copied);
    await page.getByText(words.more, { exact: true }).click();
    await press(page, words.copySubject);
    await see(words.isCopied(words.theSubject, 0));
    look(await copied(page));
    look((await saved(page, words.downloadText)).text);
    await saved(page, words.downloadMail);
    await page.getByLabel('Λεπτομέρειες').fill('πολλά '.repeat(400));
    await see(words.tooLongForMail);
    await press(page, words.clear);
    await see(words.cleared);
    await see(words.undo);
  },

  async 'a script for one’s own side, after a result'({ words: { script: words }, page, go, see }) {
    await page.addInitScript(() =>
      sessionStorage.setItem(
        'good-terms / result',
        JSON.stringify({ href: '/', headline: 'Φύγετε', facts: ['Αργεί.'] }),
      ),
    );
    await go('scripts/grafe/');
    await see(words.useAnswers);
    await see(words.from);
    await press(page, words.useAnswers);
    await see(words.fromAnswers);
    await see(words.remove);
  },

  async 'a script on a phone, gap by gap'({ words: { script: words }, page, go, see }) {
    await page.setViewportSize({ width: 390, height: 844 });
    await go('scripts/grafe/#phone-warm');
    await page.locator('.more summary').click();
    await press(page, words.fillGaps(2));
    await see(words.gapsAfter(1));
    await press(page, words.nextGap);
    await see(words.lastGap);
    await press(page, words.done);
  },

  async 'a script read out on the phone'({ words: { script: words, callMode }, page, go, see }) {
    await go('scripts/grafe/#phone-warm');
    await page.getByLabel('Ο πελάτης').fill('Ηλίας');
    await page.getByLabel('Το ποσό').fill('100');
    await see(words.copyWords);
    await press(page, words.copyWords);
    await see(words.isCopied(words.theText, 0));
    await press(page, words.callMode);
    await page.locator('dialog summary').click();
    await press(page, callMode.next);
    await see(words.ifTheySay);
  },

  async 'a script whose words in large type do not come'({ words: { script: words }, page, go, see }) {
    await lost(page, /CallMode.*\.js/);
    await go('scripts/grafe/#phone-warm');
    await press(page, words.callMode);
    await see(words.lost);
  },

  async 'a script on a browser that keeps and copies nothing'({ words: { script: words, share }, page, go, see }) {
    await noClipboard(page);
    await page.addInitScript(() => Object.defineProperty(window, 'sessionStorage', { value: undefined }));
    await go('scripts/grafe/#chat-warm');
    await see(words.keptNowhere);
    await page.getByLabel('Ο πελάτης').fill('Ηλίας');
    await press(page, words.copy);
    await see(words.copyRefused);
    await press(page, words.clearHere);
    await see(words.clearedHere);
    await page.locator('.more summary').click();
    await press(page, words.share);
    await press(page, share.copyLink);
    await see(share.copyRefused);
  },

  async 'a decision passed on'({ words: { pages, share }, page, go, see, look }) {
    await go('decide/dromos/');
    await page.getByRole('link', { name: pages.share, exact: true }).click();
    await see(share.notYet);
    await press(page, share.copyLink);
    await see(share.linkCopied);
    look(await copied(page));
  },

  async 'a script whose form does not come'({ words: { scriptPage: words }, page, go, see }) {
    await lost(page, /mount.*\.js/);
    await go('scripts/grafe/');
    await see(words.couldNotLoad);
  },

  async 'the library of scripts, filtered'({ words: { library, pages }, page, go, see }) {
    await go('scripts/');
    await see(library.all(1));
    await page.getByRole('searchbox', { name: pages.words, exact: true }).fill('ππππ');
    await see(library.none);
  },

  async 'a guide with a script and a tree opened in it, and the theme chosen'(use) {
    const { page, go, see, words } = use;
    await go('guides/when-they-push/argos/');
    await page.getByRole('link', { name: words.script.fillInAndCopy }).click();
    await see(words.script.keptInTab);
    await page.getByRole('link', { name: words.tree.begin, exact: true }).click();
    await see(words.tree.howToFindOut);
    await page.locator('.tree__answer input').first().check();
    await press(page, words.tree.continue);
    await see(words.treeResult.openWholeResult);
    await page.getByLabel(words.site.theme).selectOption(words.site.themeDark);
    await see(words.site.theme);
  },

  async 'the map with a way on it'({ words: { pages }, go, see }) {
    await go('decide/dromos/map/#way=kindynos+synithies+mila');
    await see(pages.yourWay);
  },

  async 'the file to take along'({ words: { search, script, tree, treeResult }, page, go, see }) {
    await go('good-terms.html#/guides/when-they-push/argos/');
    await page.keyboard.press('/');
    await page.locator('dialog input[type=search]').fill('αργεί');
    await see(search.bestBet);
    await page.locator('dialog input[type=search]').fill('ήρεμα');
    await see(search.onlyInText);
    await go('good-terms.html#/scripts/grafe/');
    await see(script.keptInTab);
    await go('good-terms.html#/decide/dromos/#v=1&kindynos=ochi');
    await see(tree.severalHint);
    await go('good-terms.html#/decide/dromos/#v=1&kindynos=ochi&synithies=argei');
    await see(treeResult.startHere);
  },
};

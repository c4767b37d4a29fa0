import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../../src/content/read-content.ts';
import { writeLink } from '../../../src/tree/engine/link.ts';
import { indexTree, treeText } from '../../../src/tree/engine/tree.ts';
import { builtPages } from '../../support/built-pages.ts';
import { sites } from '../../support/sites.ts';
import { browserAndSite, focused, openPage } from './support.ts';

const [{ folder, base }] = sites;
const { trees } = readContent(process.cwd()).content;
const fire = trees.find(({ id }) => id === 'fire')!;

const running = browserAndSite();

const address = (path: string) => running.server.address + path;
const question = (page: Page) => page.locator('fieldset h2');
const begin = async (page: Page) => {
  await page.goto(address('decide/fire/'));
  await page.getByRole('link', { name: 'Begin', exact: true }).click();
  await question(page).waitFor();
};
const choose = async (page: Page, answer: string | RegExp) => {
  await page.getByLabel(answer).first().check();
  await page.getByRole('button', { name: 'Continue' }).click();
};
/** The text of an answer in the data, so that a test survives a change of words. */
const text = (questionId: string, answerId: string) =>
  fire.questions.find(({ id }) => id === questionId)!.answers.find(({ id }) => id === answerId)!.text;
const ask = (questionId: string) => fire.questions.find(({ id }) => id === questionId)!.ask;
const linkTo = (tree: (typeof trees)[number], story: (typeof trees)[number]['cases'][number]) =>
  `decide/${tree.id}/${writeLink(indexTree(treeText(tree)), Object.fromEntries(Object.entries(story.answers).map(([id, given]) => [id, [given].flat()])))}`;

describe('the walk', () => {
  test('from the start to the copied memo by keyboard alone, the focus on each new heading', async () => {
    const page = await openPage(running.browser, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(address('decide/fire/'));
    const press = async (key: string, times = 1) => {
      for (let time = 0; time < times; time++) await page.keyboard.press(key);
    };
    const tabTo = async (name: string) => {
      for (let presses = 0; presses < 60 && !(await focused(page)).includes(name); presses++) await press('Tab');
      expect(await focused(page)).toContain(name);
    };
    await tabTo('Begin');
    await press('Enter');
    const story = fire.cases.find(({ outcome }) => outcome === 'challenge')!;
    for (const [id, given] of Object.entries(story.answers)) {
      await expect.poll(() => focused(page)).toBe(`h2: ${ask(id)}`);
      expect(await page.title()).toContain(ask(id));
      const { answers, kind } = fire.questions.find((one) => one.id === id)!;
      // Nothing is sent on by choosing alone.
      await press('Tab', 2);
      if (kind === 'several') {
        for (const { id: answer } of answers) {
          if ([given].flat().includes(answer)) await press('Space');
          await press('Tab');
        }
      } else {
        await press('Space');
        await press(
          'ArrowDown',
          answers.findIndex(({ id: answer }) => answer === given),
        );
      }
      expect(await question(page).innerText()).toBe(ask(id));
      await tabTo('Continue');
      await press('Enter');
    }
    const outcome = fire.outcomes.find(({ id }) => id === 'challenge')!;
    await expect.poll(() => focused(page)).toBe(`h2: ${outcome.headline}`);
    await tabTo('Copy as text');
    await press('Enter');
    await expect.poll(() => page.locator('.result__said').innerText()).toContain('copied');
    const memo = await page.evaluate(() => navigator.clipboard.readText());
    expect(memo).toContain(`Recommendation: ${outcome.headline}`);
    expect(memo).toContain(page.url());
  });

  test('without a choice it says so, and leads to the first answer', async () => {
    const page = await openPage(running.browser);
    await begin(page);
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await page.title()).toMatch(/^Error: /);
    await expect.poll(() => focused(page)).toContain('There is a problem');
    await page.getByRole('link', { name: 'Choose an answer' }).click();
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).id)).toBe(
      `answer-${fire.questions[0]!.answers[0]!.id}`,
    );
  });

  test("Back and the browser's back show the answer given; a changed answer keeps what still holds", async () => {
    const page = await openPage(running.browser);
    await begin(page);
    await choose(page, text('danger', 'safe'));
    await choose(page, text('law', 'nothing'));
    await choose(page, text('whose', 'mine'));
    await expect.poll(() => question(page).innerText()).toBe(ask('fault'));
    await page.goBack();
    await expect.poll(() => question(page).innerText()).toBe(ask('whose'));
    expect(await page.getByLabel(text('whose', 'mine')).first().isChecked()).toBe(true);
    await page.getByRole('link', { name: 'Back', exact: true }).click();
    await expect.poll(() => question(page).innerText()).toBe(ask('law'));
    await page.goForward();
    await page.getByRole('link', { name: `Change your answer to: ${ask('danger')}` }).click();
    await expect.poll(() => question(page).innerText()).toBe(ask('danger'));
    await choose(page, text('danger', 'safe'));
    // Law and whose were answered already and still hold.
    await expect.poll(() => question(page).innerText()).toBe(ask('fault'));
    await page.getByRole('link', { name: 'Start again' }).click();
    await expect.poll(() => page.url()).toMatch(/\/decide\/fire\/#?$/);
  });

  test('after it has begun nothing is asked of a server and nothing is stored', async () => {
    const page = await openPage(running.browser);
    await begin(page);
    // The results come behind the first question.
    await page.waitForLoadState('networkidle');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await choose(page, text('danger', 'afraid'));
    await page.locator('.result__why').waitFor();
    expect(requests).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length)).toBe(0);
  });

  test('reload and a second browser show the same as the link', async () => {
    const page = await openPage(running.browser);
    const story = fire.cases.find(({ outcome }) => outcome === 'plan-the-exit')!;
    await page.goto(address(linkTo(fire, story)));
    await page.locator('.result__why').waitFor();
    const first = await page.locator('.tree').innerText();
    await page.reload();
    await page.locator('.result__why').waitFor();
    expect(await page.locator('.tree').innerText()).toBe(first);
    const other = await openPage(running.browser);
    await other.goto(page.url());
    await other.locator('.result__why').waitFor();
    expect(await other.locator('.tree').innerText()).toBe(first);
  });

  test('a damaged, foreign or old link opens at the last valid question and says what was dropped', async () => {
    const page = await openPage(running.browser);
    await page.goto(address('decide/fire/#v=99&danger=safe&law=nothing&nonsense=%zz&whose=nobody<b>'));
    await expect.poll(() => question(page).innerText()).toBe(ask('whose'));
    const told = await page.locator('.tree__note').innerText();
    expect(told).toContain('nonsense');
  });

  test('in a guide the tree is walked in place', async () => {
    const page = await openPage(running.browser);
    await page.goto(address('guides/ending-it-well/decide-to-end-it/'));
    await page.getByRole('link', { name: 'Begin', exact: true }).click();
    await expect.poll(() => question(page).innerText()).toBe(ask('danger'));
    expect(new URL(page.url()).pathname).toBe('/guides/ending-it-well/decide-to-end-it/');
    await choose(page, text('danger', 'danger'));
    await page.locator('.result__why').waitFor();
  });
});

describe('the result', () => {
  test('every worked case leads to its outcome, with every part of the result, on at most two pages of paper', async () => {
    const page = await openPage(running.browser);
    const faults: string[] = [];
    for (const tree of trees)
      for (const story of tree.cases) {
        // A blank page in between, because an address that differs in its fragment alone is not loaded again.
        await page.goto('about:blank');
        await page.goto(address(linkTo(tree, story)));
        await page.locator('.result__why').waitFor();
        const headline = tree.outcomes.find(({ id }) => id === story.outcome)?.headline;
        const shown = await page.locator('.result__headline').innerText();
        if (shown !== headline) faults.push(`${tree.id}/${story.id} shows ${shown}`);
        for (const part of [
          'why',
          'against',
          'flips',
          'unknowns',
          'scripts',
          'guides',
          'look-again',
          'memo',
          'compare',
        ])
          if ((await page.locator(`.result__${part}`).count()) !== 1)
            faults.push(`${tree.id}/${story.id} lacks ${part}`);
        const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
        const sheets = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
        if (sheets < 1 || sheets > 2) faults.push(`${tree.id}/${story.id} prints on ${sheets} pages`);
      }
    expect(faults).toEqual([]);
  });

  test("a colleague's link shows only what differs; what is no link is told", async () => {
    const page = await openPage(running.browser);
    const [mine, theirs] = ['plan-the-exit', 'end-it'].map((id) => fire.cases.find(({ outcome }) => outcome === id)!);
    await page.goto(address(linkTo(fire, mine!)));
    const box = page.getByLabel('Paste the link that your colleague copied');
    await box.fill('what do you mean');
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await expect.poll(() => page.locator('.result__compare [role=status]').innerText()).toContain('no link to answers');
    await box.fill(address(linkTo(fire, theirs!)));
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await expect.poll(() => page.locator('.result__differences li').count()).toBeGreaterThan(0);
    const flat = (answers: object) => new Map(Object.entries(answers).map(([id, given]) => [id, String(given)]));
    const [a, b] = [flat(mine!.answers), flat(theirs!.answers)];
    const differing = [...new Set([...a.keys(), ...b.keys()])].filter((id) => a.get(id) !== b.get(id));
    expect(await page.locator('.result__differences li').count()).toBe(differing.length);
  });

  test('the calendar file names the day, and the map shows the way', async () => {
    const page = await openPage(running.browser, { acceptDownloads: true });
    await page.goto(address(linkTo(fire, fire.cases[0]!)));
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /calendar/ }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^look-again-\d{4}-\d\d-\d\d\.ics$/);
    await page.getByRole('link', { name: 'Your way on the map' }).click();
    await page.locator('.map--way').waitFor();
    expect(await page.locator('.map__node.is-taken').count()).toBe(Object.keys(fire.cases[0]!.answers).length + 1);
    expect(await page.locator('.map__edge.is-taken').count()).toBe(Object.keys(fire.cases[0]!.answers).length);
  });
});

test('on paper the map comes on sheets of A4 with words of 6 points and more', async () => {
  const page = await openPage(running.browser);
  await page.goto(address('decide/fire/map/'));
  const sheets = await page.locator('.map-sheets figure').count();
  expect(sheets).toBeGreaterThan(1);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const wide = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].filter(([, x, y]) => Number(x) > Number(y));
  expect(wide).toHaveLength(sheets);
  await page.emulateMedia({ media: 'print' });
  const points = await page.evaluate(() =>
    [...document.querySelectorAll<SVGSVGElement>('.map-sheets svg')].map((svg) => {
      const { a } = svg.getScreenCTM()!;
      const label = getComputedStyle(document.querySelector('.map__edge text')!);
      return (a * parseFloat(label.fontSize) * 72) / 96;
    }),
  );
  expect(Math.min(...points)).toBeGreaterThanOrEqual(6);
});

describe('without JavaScript, or when it fails', () => {
  test('every tree can be walked by links to every outcome', () => {
    const pages = builtPages(folder, base);
    for (const tree of trees) {
      const sheet = pages.find((page) => page.address === `${base}decide/${tree.id}/worksheet/`)!;
      const start = pages.find((page) => page.address === `${base}decide/${tree.id}/`)!;
      const links = (page: typeof sheet) =>
        page.elements.filter(({ name }) => name === 'a').map(({ attributes }) => attributes['href']);
      expect(links(start)).toContain(`${base}decide/${tree.id}/worksheet/`);
      for (const { id } of tree.questions)
        expect(links(sheet).includes(`#${id}`) || id === tree.questions[0]!.id, id).toBe(true);
      for (const { id } of tree.outcomes) expect(links(sheet)).toContain(`${base}decide/${tree.id}/${id}/`);
      // Question, answer and outcome: each of the data's texts is on the sheet, and on the map as drawing and as list.
      const map = pages.find((page) => page.address === `${base}decide/${tree.id}/map/`)!;
      const words = (page: typeof sheet) =>
        page.elements.find(({ name }) => name === 'main')!.text.replace(/[\s•]+/g, '');
      for (const text of [
        ...tree.questions.flatMap(({ ask, answers }) => [ask, ...answers.map(({ text }) => text)]),
        ...tree.outcomes.map(({ headline }) => headline),
      ]) {
        const bare = text.replace(/[\s•]+/g, '');
        expect(words(sheet)).toContain(bare);
        expect(words(map).split(bare).length, `${text} on the map of ${tree.id}`).toBeGreaterThan(2);
      }
    }
  });

  test('Begin leads to the worksheet', async () => {
    const page = await openPage(running.browser, { javaScriptEnabled: false });
    await page.goto(address('decide/fire/'));
    await page.getByRole('link', { name: 'Begin', exact: true }).click();
    expect(new URL(page.url()).pathname).toBe('/decide/fire/worksheet/');
    await page
      .getByRole('link', { name: /Get everyone away/ })
      .first()
      .click();
    expect(new URL(page.url()).pathname).toBe('/decide/fire/leave-now/');
  });

  test.each([/open\..*\.js$/, /walk\.json$/])(
    'when %s cannot be loaded, Begin leads to the worksheet, and a link to answers says what to do',
    async (lost) => {
      const context = await running.browser.newContext();
      const page = await context.newPage();
      await page.route(lost, (route) => route.abort());
      await page.goto(address('decide/fire/'));
      await page.getByRole('link', { name: 'Begin', exact: true }).click();
      await page.waitForURL('**/worksheet/');
      await page.goto(address('decide/fire/#v=1&danger=safe'));
      await expect.poll(() => page.getByRole('alert').innerText()).toContain('could not be opened');
      await context.close();
    },
  );

  test.each([/Result\..*\.js$/, /result\.json$/])(
    'when %s cannot be loaded, the result shows its headline and leads to its page',
    async (lost) => {
      const context = await running.browser.newContext();
      const page = await context.newPage();
      await page.route(lost, (route) => route.abort());
      const story = fire.cases.find(({ outcome }) => outcome === 'challenge')!;
      await page.goto(address(linkTo(fire, story)));
      const outcome = fire.outcomes.find(({ id }) => id === story.outcome)!;
      await expect.poll(() => page.locator('.result h2').innerText()).toBe(outcome.headline);
      await expect.poll(() => page.locator('.result [role=status]').innerText()).toContain('could not be loaded');
      await page.getByRole('link', { name: 'read this outcome as a page' }).click();
      expect(new URL(page.url()).pathname).toBe(`/decide/fire/${outcome.id}/`);
      await context.close();
    },
  );
});

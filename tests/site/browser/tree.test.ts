import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../../src/content/read-content.ts';
import { tree as words } from '../../../src/i18n/en.ts';
import { writeLink } from '../../../src/tree/engine/link.ts';
import { indexTree, treeText } from '../../../src/tree/engine/tree.ts';
import { walk } from '../../../src/tree/engine/walk.ts';
import { treeResult } from '../../../src/i18n/en.ts';
import {
  guideAddress,
  monthsAnchor,
  outcomeAddress,
  questionAddress,
  questionAnchor,
  treeAddress,
} from '../../../src/routes.ts';
import type { LastResult } from '../../../src/site/client/last-result.ts';
import { builtPages } from '../../support/built-pages.ts';
import { lastAnswer } from '../../support/example-tree.ts';
import { must } from '../../support/must.ts';
import { sites } from '../../support/sites.ts';
import { browserAndSite, focused, openPage } from './support.ts';

const [{ folder, base }] = sites;
const { content } = readContent(process.cwd());
const { trees } = content;

type TreeOf = (typeof trees)[number];
type Story = TreeOf['cases'][number];

/** A tree with worked cases to walk: the one that guides embed, or the first. */
const main = trees.find(({ id }) => content.guides.some((guide) => guide.trees.includes(id))) ?? never('tree');
const rungOf = (tree: TreeOf, story: Story) => tree.outcomes.find(({ id }) => id === story.outcome)?.rung;
const stories = (tree: TreeOf, stop: boolean) =>
  tree.cases.filter((story) => (rungOf(tree, story) === 'stop-now') === stop);
/** The longest worked case of the main tree that ends in a result one can defend. */
const long =
  stories(main, false).toSorted((a, b) => Object.keys(b.answers).length - Object.keys(a.answers).length)[0] ??
  never('case');
function never(what: string): never {
  throw new Error(`There is no ${what} to walk.`);
}

const running = browserAndSite();

const address = (path: string) => running.server.address + path;
const question = (page: Page) => page.locator('.tree__title');
const begin = async (page: Page, tree = main) => {
  await page.goto(address(`decide/${tree.id}/`));
  await page.getByRole('link', { name: 'Start now', exact: true }).click();
  await question(page).waitFor();
};
const questionOf = (tree: TreeOf, id: string) => tree.questions.find((one) => one.id === id) ?? never(id);
const ask = (id: string, tree = main) => questionOf(tree, id).ask;
/** Gives answers by their ids, so that a test survives a change of words. */
const choose = async (page: Page, ids: string | readonly string[]) => {
  for (const id of [ids].flat()) await page.locator(`#answer-${id}`).check();
  await page.getByRole('button', { name: 'Continue' }).click();
};
const answersOf = (story: Story) =>
  Object.fromEntries(Object.entries(story.answers).map(([id, given]) => [id, [given].flat()]));
const linkTo = (tree: TreeOf, story: Story) =>
  `decide/${tree.id}/${writeLink(indexTree(treeText(tree)), answersOf(story))}`;
const walkThrough = async (page: Page, tree: TreeOf, story: Story) => {
  for (const [id, given] of Object.entries(answersOf(story))) {
    await expect.poll(() => question(page).innerText()).toBe(ask(id, tree));
    await choose(page, given);
  }
  await page.locator('.result__start').waitFor();
};

describe('the front door', () => {
  const needs = content.needs.flatMap((need) => [need, ...(need.needs ?? [])]);

  test('leads to every tree and guide it names by two presses at most, with the answers given', async () => {
    const page = await openPage(running.browser);
    for (const { id, says, to } of needs) {
      if (!to) continue;
      await page.goto(address('decide/'));
      const above = content.needs.find((need) => need.needs?.some((inner) => inner.id === id));
      if (above) await page.locator('.needs summary', { hasText: above.says }).click();
      await page.locator('.needs').getByRole('link', { name: says, exact: true }).click();
      await page.waitForURL((url) => url.pathname !== '/decide/');
      if (to.guide !== undefined) {
        expect(new URL(page.url()).pathname, id).toBe(`/guides/${to.guide}/`);
        continue;
      }
      expect(new URL(page.url()).pathname, id).toBe(`/decide/${to.tree ?? ''}/`);
      const tree = trees.find((one) => one.id === to.tree) ?? never('tree');
      if (!to.answers) continue;
      const path = walk(indexTree(treeText(tree)), to.answers);
      const shown = path.question?.ask ?? path.outcome?.headline ?? '';
      await expect.poll(() => page.locator('.tree h1').first().innerText(), { message: id }).toBe(shown);
      // What the choice answered can be changed.
      if (path.steps.length > 0) expect(await page.locator('.tree__change').count()).toBe(path.steps.length);
    }
  });

  test('works without code, down to the question that is open', async () => {
    const page = await openPage(running.browser, { javaScriptEnabled: false });
    for (const { id, says, to } of needs) {
      if (!to) continue;
      await page.goto(address('decide/'));
      const above = content.needs.find((need) => need.needs?.some((inner) => inner.id === id));
      if (above) await page.locator('.needs summary', { hasText: above.says }).click();
      await page.locator('.needs').getByRole('link', { name: says, exact: true }).click();
      await page.waitForURL((url) => url.pathname !== '/decide/');
      const tree = trees.find((one) => one.id === to.tree);
      const path = tree && to.answers && walk(indexTree(treeText(tree)), to.answers);
      const { pathname, hash } = new URL(page.url());
      if (path?.question) expect(`${pathname}${hash}`).toBe(questionAddress(to.tree ?? '', path.question.id));
      else if (path?.outcome) expect(pathname).toBe(outcomeAddress(`${to.tree ?? ''}/${path.outcome.id}`));
      else expect(pathname).toBe(to.tree ? treeAddress(to.tree) : guideAddress(to.guide ?? ''));
      if (hash) expect(await page.locator(hash).count()).toBe(1);
    }
  });
});

describe('the walk', () => {
  test('from the start to the copied memo by keyboard alone, the focus on each new heading', async () => {
    const page = await openPage(running.browser, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(address(`decide/${main.id}/`));
    const press = async (key: string, times = 1) => {
      for (let time = 0; time < times; time++) await page.keyboard.press(key);
    };
    const tabTo = async (name: string) => {
      for (let presses = 0; presses < 90 && !(await focused(page)).includes(name); presses++) await press('Tab');
      expect(await focused(page)).toContain(name);
    };
    await tabTo('Start now');
    await press('Enter');
    for (const [id, given] of Object.entries(answersOf(long))) {
      await expect.poll(() => focused(page)).toBe(`h1: ${ask(id).slice(0, 80)}`);
      expect(await page.title()).toContain(ask(id));
      const { answers, kind } = questionOf(main, id);
      // Nothing is sent on by choosing alone.
      await press('Tab');
      if (kind === 'several') {
        for (const { id: answer } of answers) {
          if (given.includes(answer)) await press('Space');
          await press('Tab');
        }
      } else {
        await press('Space');
        await press(
          'ArrowDown',
          answers.findIndex(({ id: answer }) => given.includes(answer)),
        );
      }
      expect(await question(page).innerText()).toBe(ask(id));
      await tabTo('Continue');
      await press('Enter');
    }
    const headline = main.outcomes.find(({ id }) => id === long.outcome)?.headline ?? '';
    await expect.poll(() => focused(page)).toBe(`h1: ${headline.slice(0, 80)}`);
    await tabTo('Copy memo');
    await press('Enter');
    await expect.poll(() => page.locator('.result__said').innerText()).toContain('copied');
    const memo = await page.evaluate(() => navigator.clipboard.readText());
    expect(memo).toContain(`Recommendation: ${headline}`);
    expect(memo).toContain(page.url());
  });

  test('without a choice it says so, and leads to the first answer', async () => {
    const page = await openPage(running.browser);
    await begin(page);
    const [first] = main.questions;
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await page.title()).toMatch(/^Error: /);
    await expect.poll(() => focused(page)).toContain('There is a problem');
    // What is wrong has a heading, and what to choose from says that it is wrong and why.
    expect(await page.locator('.tree__error h2').innerText()).toContain('There is a problem');
    const wrong = page.locator('[aria-invalid=true]').first();
    expect(await wrong.evaluate((group) => group.contains(document.querySelector('.tree__answer input')))).toBe(true);
    const why = (await wrong.getAttribute('aria-describedby'))?.split(' ').at(-1) ?? '';
    expect(await page.locator(`#${why}`).innerText()).toBe(
      first?.kind === 'several' ? words.selectAtLeastOne : words.chooseAnAnswer,
    );
    await page.locator('.tree__error a').click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(`answer-${first?.answers[0]?.id ?? ''}`);
  });

  test("Back and the browser's back show the answer given; a changed answer keeps what still holds", async () => {
    const page = await openPage(running.browser);
    await begin(page);
    const [first, second, third] = Object.entries(answersOf(long));
    if (!first || !second || !third) never('case of three answers');
    await choose(page, first[1]);
    await expect.poll(() => question(page).innerText()).toBe(ask(second[0]));
    const counted = () => page.locator('.tree__count').innerText();
    const before = await counted();
    await choose(page, second[1]);
    await expect.poll(() => question(page).innerText()).toBe(ask(third[0]));
    await page.goBack();
    await expect.poll(() => question(page).innerText()).toBe(ask(second[0]));
    expect(await page.locator(`#answer-${second[1][0] ?? ''}`).isChecked()).toBe(true);
    // The same count as on the first way.
    expect(await counted()).toBe(before);
    await page.getByRole('link', { name: 'Back', exact: true }).click();
    await expect.poll(() => question(page).innerText()).toBe(ask(first[0]));
    await page.getByRole('button', { name: 'Continue' }).click();
    // The second was answered already and still holds.
    await expect.poll(() => question(page).innerText()).toBe(ask(third[0]));
    await page.getByRole('link', { name: `Change your answer to: ${ask(first[0])}` }).click();
    await expect.poll(() => question(page).innerText()).toBe(ask(first[0]));
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect.poll(() => question(page).innerText()).toBe(ask(third[0]));
    await page.getByRole('link', { name: 'Start again' }).click();
    await expect.poll(() => page.url()).toMatch(new RegExp(`/decide/${main.id}/#?$`));
  });

  test('after it has begun nothing is asked of a server, and only what carries over is kept, in this tab', async () => {
    const page = await openPage(running.browser);
    await begin(page);
    // The results come behind the first question.
    await page.waitForLoadState('networkidle');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await walkThrough(page, main, long);
    expect(requests).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + document.cookie.length)).toBe(0);
    const kept = await page.evaluate(() => Object.entries<string>(sessionStorage));
    const shared = content.circumstances.filter((one) => one.kind === 'reader' || one.shared).map(({ id }) => id);
    const given = Object.entries(answersOf(long)).flatMap(([id, ids]) =>
      questionOf(main, id)
        .answers.filter((answer) => ids.includes(answer.id))
        .flatMap(({ means }) => means),
    );
    const expected = shared.filter((id) => given.includes(id));
    const keptAs = new Map(kept);
    expect([...keptAs.keys()].sort()).toEqual([
      ...(expected.length > 0 ? ['good-terms / known'] : []),
      'good-terms / result',
    ]);
    const known = JSON.parse(keptAs.get('good-terms / known') ?? '{}') as object;
    expect(Object.keys(known).sort()).toEqual(expected.sort());
    const last = JSON.parse(keptAs.get('good-terms / result') ?? '{}') as LastResult;
    expect(last.href).toBe(new URL(page.url()).pathname + new URL(page.url()).hash);
    expect(last.headline).toBe(main.outcomes.find(({ id }) => id === long.outcome)?.headline);
    expect(last.facts.length).toBeGreaterThan(0);
    expect(last.reviewOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test('reload and a second browser show the same as the link', async () => {
    const page = await openPage(running.browser);
    await page.goto(address(linkTo(main, long)));
    await page.locator('.result__start').waitFor();
    const first = await page.locator('.tree').innerText();
    await page.reload();
    await page.locator('.result__start').waitFor();
    expect(await page.locator('.tree').innerText()).toBe(first);
    const other = await openPage(running.browser);
    await other.goto(page.url());
    await other.locator('.result__start').waitFor();
    expect(await other.locator('.tree').innerText()).toBe(first);
  });

  test('a damaged, foreign or old link opens at the last valid question and says what was dropped', async () => {
    const page = await openPage(running.browser);
    const [first, second] = Object.entries(answersOf(long));
    if (!first || !second) never('case of two answers');
    await page.goto(
      address(`decide/${main.id}/#v=99&${first[0]}=${first[1].join('+')}&nonsense=%zz&${second[0]}=nobody<b>`),
    );
    await expect.poll(() => question(page).innerText()).toBe(ask(second[0]));
    const told = await page.locator('.tree__note').innerText();
    expect(told).toContain('nonsense');
  });

  test('in a guide the tree is walked in place', async () => {
    const guide = content.guides.find((one) => one.trees.includes(main.id)) ?? never('guide with a tree');
    const page = await openPage(running.browser);
    await page.goto(address(`guides/${guide.ref}/`));
    await page.getByRole('link', { name: 'Start now', exact: true }).click();
    const questions = await page.locator('[data-tree]').boundingBox();
    await walkThrough(page, main, long);
    expect(new URL(page.url()).pathname).toBe(`/guides/${guide.ref}/`);
    // The box stays a box, and holds the headline and the first step, not the whole result.
    const box = must(await page.locator('[data-tree]').boundingBox(), 'box of the tree');
    expect(box.width).toBe(questions?.width);
    expect(box.height).toBeLessThan(600);
    expect(await page.locator('[data-tree]').evaluate((element) => getComputedStyle(element).borderTopStyle)).toBe(
      'solid',
    );
    expect(await page.locator('h1').count()).toBe(1);
    for (const part of ['why', 'memo', 'then']) expect(await page.locator(`.result__${part}`).count(), part).toBe(0);
    await page.getByRole('link', { name: 'Open the whole result' }).click();
    await page.locator('.result__why').waitFor();
    expect(new URL(page.url()).pathname).toBe(`/decide/${main.id}/`);
  });
});

describe('a question', () => {
  test('number keys choose and Enter continues; nothing advances by itself, and each step begins at the top', async () => {
    const page = await openPage(running.browser, { viewport: { width: 1280, height: 500 } });
    await begin(page);
    for (const [id, given] of Object.entries(answersOf(long)).slice(0, 3)) {
      await expect.poll(() => question(page).innerText()).toBe(ask(id));
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
      const { answers } = questionOf(main, id);
      for (const one of given) await page.keyboard.press(String(answers.findIndex((answer) => answer.id === one) + 1));
      expect(await question(page).innerText()).toBe(ask(id));
      for (const one of given) expect(await page.locator(`#answer-${one}`).isChecked()).toBe(true);
      await page.evaluate(() => scrollTo(0, 300));
      await page.keyboard.press('Enter');
    }
    const next = Object.keys(answersOf(long))[3];
    if (next) await expect.poll(() => question(page).innerText()).toBe(ask(next));
  });

  test('the whole card is a target, and the help under an answer belongs to it', async () => {
    const page = await openPage(running.browser, { viewport: { width: 390, height: 844 } });
    await begin(page);
    for (const card of await page.locator('.tree__answer').all()) {
      const box = must(await card.boundingBox(), 'card');
      expect(box.height).toBeGreaterThanOrEqual(44);
      await page.mouse.click(0, 0);
      await card.click({ position: { x: box.width - 4, y: box.height - 4 } });
      expect(await card.locator('input').isChecked()).toBe(true);
    }
  });

  test('on a phone Continue stands at the lower edge, on a desk below the answers; both in the first screen or after them', async () => {
    for (const [width, height] of [
      [390, 844],
      [1280, 800],
    ] as const) {
      const page = await openPage(running.browser, { viewport: { width, height } });
      await page.goto(address(`decide/${main.id}/#v=${main.version}`));
      await question(page).waitFor();
      const box = must(await page.getByRole('button', { name: 'Continue' }).boundingBox(), 'Continue');
      if (width < 600) expect(box.y + box.height).toBeGreaterThan(height - 24);
      else {
        const answers = must(await page.locator('.tree__answers').boundingBox(), 'answers');
        expect(box.y).toBeGreaterThan(answers.y + answers.height);
      }
      const title = must(await page.locator('.tree__title').boundingBox(), 'question');
      expect(title.y + title.height).toBeLessThan(300);
    }
  });
});

describe('asked once', () => {
  /** Two trees that ask the same, the answer in a worked case of one, and the question of the other. */
  const pairs = content.circumstances
    .filter((one) => one.kind === 'reader' || one.shared)
    .flatMap(({ id }) => {
      const one = trees.flatMap((tree) =>
        stories(tree, false)
          .filter((story) =>
            Object.entries(answersOf(story)).some(([asked, ids]) =>
              questionOf(tree, asked).answers.some((answer) => ids.includes(answer.id) && answer.means.includes(id)),
            ),
          )
          .map((story) => ({ tree, story })),
      )[0];
      return trees
        .filter((tree) => tree !== one?.tree)
        .flatMap((other) =>
          other.questions
            .filter(
              ({ kind, answers }) => kind === 'one' && answers.filter(({ means }) => means.includes(id)).length === 1,
            )
            .map((asked) => ({ id, one, other, asked })),
        );
    });

  test('what was answered in one tree is known in the next: shown, changeable, and forgotten on request', async () => {
    const page = await openPage(running.browser);
    let checked = 0;
    for (const { id, one, other, asked } of pairs.slice(0, 3)) {
      if (!one) continue;
      checked++;
      await begin(page, one.tree);
      await walkThrough(page, one.tree, one.story);
      await page.goto(address(`decide/${other.id}/`));
      const says = content.circumstances.find((found) => found.id === id)?.says ?? '';
      await expect.poll(() => page.locator('.tree__note').innerText()).toContain(says);
      expect(await page.locator('.tree__note').innerText()).toContain(one.tree.title);
      await page.getByRole('link', { name: 'Start now', exact: true }).click();
      const known = asked.answers.find(({ means }) => means.includes(id))?.id ?? '';
      await expect.poll(() => page.url()).toContain(`${asked.id}=${known}`);
      await page.goto(address(`decide/${other.id}/`));
      await page.getByRole('button', { name: 'Forget these' }).click();
      await expect.poll(() => page.evaluate(() => sessionStorage.getItem('good-terms / known'))).toBeNull();
      await page.getByRole('link', { name: 'Start now', exact: true }).click();
      await question(page).waitFor();
      expect(page.url()).not.toContain(`${asked.id}=`);
    }
    if (pairs.length > 0) expect(checked).toBeGreaterThan(0);
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
        await page.locator('.result__start').waitFor();
        const outcome = tree.outcomes.find(({ id }) => id === story.outcome);
        const shown = await page.locator('.result__headline').innerText();
        if (shown !== outcome?.headline) faults.push(`${tree.id}/${story.id} shows ${shown}`);
        const stop = outcome?.rung === 'stop-now';
        const hasScripts = (await page.locator('.result__scripts').count()) === 1;
        const there = ['start', ...(hasScripts ? ['scripts'] : []), 'guides', 'review', 'answers'];
        const unlessStop = ['why', 'change', 'memo', 'compare'];
        for (const part of [...there, ...unlessStop])
          if ((await page.locator(`.result__${part}`).count()) !== (stop && unlessStop.includes(part) ? 0 : 1))
            faults.push(`${tree.id}/${story.id} is wrong in ${part}`);
        if (!hasScripts && (outcome?.scripts.length ?? 0) > 0 && !outcome?.scripts.every(({ only }) => only))
          faults.push(`${tree.id}/${story.id} has lost its scripts`);
        if (stop && (await page.locator('.result__emergency a[href^="tel:"]').count()) === 0)
          faults.push(`${tree.id}/${story.id} has no number to call`);
        if ((await page.locator('.result__scripts li').count()) > (stop ? 2 : 3))
          faults.push(`${tree.id}/${story.id} has many scripts`);
        const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
        const sheets = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
        if (sheets < 1 || sheets > 2) faults.push(`${tree.id}/${story.id} prints on ${sheets} pages`);
      }
    expect(faults).toEqual([]);
  });

  test('the first step, the next ones and the words stand in the first screen of a desk, the first step in that of a phone', async () => {
    for (const [width, height] of [
      [1280, 800],
      [390, 844],
    ] as const) {
      const page = await openPage(running.browser, { viewport: { width, height } });
      await page.goto(address(linkTo(main, long)));
      await page.locator('.result__first').waitFor();
      const bottom = async (part: string) => {
        const box = must(await page.locator(part).first().boundingBox(), part);
        return box.y + box.height;
      };
      expect(await bottom('.result__first')).toBeLessThan(height - 60);
      if (width < 600) continue;
      expect(await bottom('.result__then h2')).toBeLessThan(height);
      expect(await bottom('.result__scripts li')).toBeLessThan(height);
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(1800);
    }
  });

  test('a result whose guides count the months without the client leads to the place where that is done', async () => {
    const counts = (ref: string) => content.guides.some((guide) => guide.ref === ref && guide.hasMonths);
    const [found] = trees.flatMap((tree) =>
      tree.cases.flatMap((story) => {
        const outcome = tree.outcomes.find(({ id }) => id === story.outcome);
        return outcome?.guides.some(({ guide }) => counts(guide)) ? { tree, story } : [];
      }),
    );
    const { tree, story } = must(found, 'case that ends with counting months');
    const page = await openPage(running.browser);
    await page.goto(address(linkTo(tree, story)));
    await page.getByRole('link', { name: treeResult.countMonths }).click();
    await page.waitForURL((url) => url.hash === `#${monthsAnchor}`);
    expect(counts(new URL(page.url()).pathname.replace(/^\/guides\/|\/$/g, ''))).toBe(true);
    expect(await page.locator(`#${monthsAnchor} input`).count()).toBe(3);
  });

  test('a changed answer that changes the result says from what to what and because of what, and can be undone', async () => {
    const page = await openPage(running.browser);
    await page.goto(address(linkTo(main, long)));
    const before = page.url();
    await page.getByRole('link', { name: 'Change my answers' }).click();
    const { asked, other } = lastAnswer;
    await choose(page, other.id);
    const note = page.locator('.result__head .tree__note');
    await note.waitFor();
    const headlineOf = (id: string) => main.outcomes.find((one) => one.id === id)?.headline ?? never(id);
    for (const part of [headlineOf(long.outcome), headlineOf(other.to), asked.ask, other.text])
      expect(await note.innerText()).toContain(part);
    await note.getByRole('link', { name: 'Undo' }).click();
    await expect.poll(() => page.url()).toBe(before);
    await expect.poll(() => page.locator('.result__headline').innerText()).toBe(headlineOf(long.outcome));
    expect(await note.count()).toBe(0);
  });

  test('a colleague who was asked to answer separately walks clean, and at the end both see where they differ', async () => {
    const page = await openPage(running.browser, { permissions: ['clipboard-read', 'clipboard-write'] });
    const theirs = stories(main, false).find(({ outcome }) => outcome !== long.outcome) ?? never('second case');
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await page.goto(address(linkTo(main, long)));
    await page.getByRole('button', { name: 'Ask them to answer separately' }).click();
    await page.locator('.result__said', { hasText: 'copied' }).waitFor();
    expect(await page.locator('.result__memo').innerText()).toContain('doesn’t encrypt');
    const link = await copied();
    for (const [id, given] of Object.entries(answersOf(long))) {
      expect(link).not.toContain(`${id}=`);
      expect(link).not.toContain(`=${given.join('+')}&`);
    }
    await page.goto('about:blank');
    await page.goto(link);
    await question(page).waitFor();
    expect(await page.locator('.tree__change').count()).toBe(0);
    await walkThrough(page, main, theirs);
    const flat = (answers: object) => new Map(Object.entries(answers).map(([id, given]) => [id, String(given)]));
    const [a, b] = [flat(long.answers), flat(theirs.answers)];
    const differing = [...new Set([...a.keys(), ...b.keys()])].filter((id) => a.get(id) !== b.get(id));
    await expect.poll(() => page.locator('.result__differences tbody').count()).toBe(differing.length);
    await page.getByRole('button', { name: 'Copy a link that shows them this' }).click();
    await page.locator('.result__apart [role=status]', { hasText: 'copied' }).waitFor();
    const back = await copied();
    await page.goto('about:blank');
    await page.goto(back);
    await page.locator('.result__differences').waitFor();
    expect(await page.locator('.result__headline').innerText()).toBe(
      main.outcomes.find(({ id }) => id === long.outcome)?.headline,
    );
  });

  test('a review date is a working day, and another one can be chosen', async () => {
    const page = await openPage(running.browser);
    await page.goto(address(linkTo(main, long)));
    await page.getByText('Change the date').click();
    await page.locator('.result__review input').fill('2027-12-25');
    await expect.poll(() => page.locator('.result__review time').innerText()).toBe('Monday 27 December');
    expect(await page.evaluate(() => sessionStorage.getItem('good-terms / result'))).toContain('2027-12-27');
  });

  test('a result that says to stop is red, with a number to press in the first screen, and is not remembered', async () => {
    const page = await openPage(running.browser, { viewport: { width: 390, height: 844 } });
    await page.goto(address(linkTo(main, long)));
    await page.locator('.result__start').waitFor();
    const [of, story] =
      trees.flatMap((tree) => stories(tree, true).map((one) => [tree, one] as const))[0] ?? never('stop');
    await page.goto('about:blank');
    await page.goto(address(linkTo(of, story)));
    const call = must(await page.locator('.result__call a[href^="tel:"]').first().boundingBox(), 'number');
    expect(call.height).toBeGreaterThanOrEqual(56);
    expect(call.y + call.height).toBeLessThan(844);
    expect(await page.evaluate(() => sessionStorage.getItem('good-terms / result'))).toBeNull();
    for (const part of ['why', 'change', 'memo', 'apart'])
      expect(await page.locator(`.result__${part}`).count()).toBe(0);
  });

  test("a colleague's link shows only what differs; what is no link is told", async () => {
    const page = await openPage(running.browser);
    const theirs = stories(main, false).find(({ outcome }) => outcome !== long.outcome) ?? never('second case');
    await page.goto(address(linkTo(main, long)));
    await page.getByText('More ways to share').click();
    await page.getByText('Compare with a colleague’s answers').click();
    const box = page.getByLabel('Paste the link your colleague copied');
    await box.fill('what do you mean');
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await expect
      .poll(() => page.locator('.result__compare [role=status]').innerText())
      .toContain('does not contain answers');
    await box.fill(address(linkTo(main, theirs)));
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await expect.poll(() => page.locator('.result__differences tbody').count()).toBeGreaterThan(0);
    const flat = (answers: object) => new Map(Object.entries(answers).map(([id, given]) => [id, String(given)]));
    const [a, b] = [flat(long.answers), flat(theirs.answers)];
    const differing = [...new Set([...a.keys(), ...b.keys()])].filter((id) => a.get(id) !== b.get(id));
    expect(await page.locator('.result__differences tbody').count()).toBe(differing.length);
  });

  test('the calendar file names the day and nothing of what is decided, and the map shows the way', async () => {
    const page = await openPage(running.browser, { acceptDownloads: true });
    await page.goto(address(linkTo(main, long)));
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /calendar/ }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^review-\d{4}-\d\d-\d\d\.ics$/);
    const entry = readFileSync(await file.path(), 'utf8');
    expect(entry).toMatch(/^SUMMARY:Review date\r?$/m);
    expect(entry).not.toContain(main.title);
    await page.locator('.result__review [role=status]', { hasText: 'in your downloads' }).waitFor();
    await page.getByRole('link', { name: 'See your route on the map' }).click();
    await page.locator('.map--way').waitFor();
    const passed = Object.keys(long.answers);
    const marked = page.locator('.map__stop.is-taken');
    expect(await marked.evaluateAll((stops) => stops.map((stop) => (stop as HTMLElement).dataset['stop']))).toEqual(
      main.questions.flatMap(({ id }) => (passed.includes(id) ? [id] : [])),
    );
    const exits = page.locator('.map__exits > .is-taken');
    expect(await exits.evaluateAll((all) => all.map((exit) => (exit as HTMLElement).dataset['to']).sort())).toEqual(
      [...passed.slice(1), long.outcome].sort(),
    );
    // A press on the number of a question leads there and leaves the way marked.
    await page.locator('.map__exits > .is-taken .exit:not(.exit--end)').first().click();
    expect(await marked.count()).toBe(passed.length);
    await page.getByRole('link', { name: 'Show the whole map' }).click();
    await expect.poll(() => marked.count()).toBe(0);
  });
});

describe('without JavaScript, or when it fails', () => {
  test('every tree can be walked by links to every outcome', () => {
    const pages = builtPages(folder, base);
    for (const tree of trees) {
      const pageAt = (place: string) =>
        must(
          pages.find((page) => page.address === `${base}decide/${tree.id}/${place}`),
          `page ${place} of ${tree.id}`,
        );
      const sheet = pageAt('worksheet/');
      const start = pageAt('');
      const links = (page: typeof sheet) =>
        page.elements.filter(({ name }) => name === 'a').map(({ attributes }) => attributes['href']);
      expect(links(start)).toContain(`${base}decide/${tree.id}/worksheet/`);
      // The first question stands at the top.
      for (const { id } of tree.questions.slice(1)) expect(links(sheet)).toContain(`#${questionAnchor(id)}`);
      for (const { id } of tree.outcomes) expect(links(sheet)).toContain(`${base}decide/${tree.id}/${id}/`);
      // Question, answer and outcome: each of the data's texts is on the sheet and on the map.
      const map = pageAt('map/');
      const words = (page: typeof sheet) =>
        must(
          page.elements.find(({ name }) => name === 'main'),
          'main part of the page',
        ).text.replace(/\s+/g, '');
      for (const text of [
        ...tree.questions.flatMap(({ ask, answers }) => [ask, ...answers.map(({ text }) => text)]),
        ...tree.outcomes.map(({ headline }) => headline),
      ]) {
        const bare = text.replace(/\s+/g, '');
        expect(words(sheet)).toContain(bare);
        expect(words(map), `${text} on the map of ${tree.id}`).toContain(bare);
      }
    }
  });

  test('Start leads to the worksheet, and from there to an outcome', async () => {
    const page = await openPage(running.browser, { javaScriptEnabled: false });
    await page.goto(address(`decide/${main.id}/`));
    await page.getByRole('link', { name: 'Start now', exact: true }).click();
    expect(new URL(page.url()).pathname).toBe(`/decide/${main.id}/worksheet/`);
    const [first] = main.outcomes;
    await page
      .getByRole('link', { name: first?.headline ?? '' })
      .first()
      .click();
    expect(new URL(page.url()).pathname).toBe(`/decide/${main.id}/${first?.id ?? ''}/`);
  });

  test.each([/open\..*\.js$/, /walk\.json$/])(
    'when %s cannot be loaded, Start leads to the worksheet, and a link to answers says what to do',
    async (lost) => {
      const context = await running.browser.newContext();
      const page = await context.newPage();
      await page.route(lost, (route) => route.abort());
      await page.goto(address(`decide/${main.id}/`));
      await page.getByRole('link', { name: 'Start now', exact: true }).click();
      await page.waitForURL('**/worksheet/');
      await page.goto(address(linkTo(main, long)));
      await expect.poll(() => page.getByRole('alert').innerText()).toContain('could not open');
      await context.close();
    },
  );

  test.each([/Result\..*\.js$/, /result\.json$/])(
    'when %s cannot be loaded, the result shows its headline and leads to its page',
    async (lost) => {
      const context = await running.browser.newContext();
      const page = await context.newPage();
      await page.route(lost, (route) => route.abort());
      await page.goto(address(linkTo(main, long)));
      const outcome = main.outcomes.find(({ id }) => id === long.outcome);
      await expect.poll(() => page.locator('.result h1').innerText()).toBe(outcome?.headline);
      await expect.poll(() => page.locator('.result [role=status]').innerText()).toContain('could not load');
      await page.getByRole('link', { name: 'open this result as its own page' }).click();
      expect(new URL(page.url()).pathname).toBe(`/decide/${main.id}/${long.outcome}/`);
      await context.close();
    },
  );
});

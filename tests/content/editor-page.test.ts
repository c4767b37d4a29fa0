import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings, pixelsTooWide } from '../support/axe.ts';
import { startBrowser } from '../support/browser.ts';
import { smallProject } from '../support/small-project.ts';

// The editor as its keeper meets it: its page, its server and the real pages beside it, on a copied project.

/** Starts the editor as `npm run edit` does; gives where it is. */
async function startEditor(project: string): Promise<{ address: string; stop: () => Promise<void> }> {
  const args = ['src/cli/edit.ts', '--no-open', '--port', '4821', '--config', 'astro.config.large.mjs'];
  const env = { ...process.env, VITEST: '', COMPANY: '', ASTRO_DEV_BACKGROUND: '0' };
  const child = spawn(process.execPath, args, { cwd: project, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  const address = await new Promise<string>((tell, fail) => {
    const take = (data: Buffer): void => {
      printed += data.toString();
      const found = /http:\/\/localhost:\d+/.exec(printed)?.[0];
      if (found) tell(found);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('exit', () => fail(new Error(`The editor ended:\n${printed}`)));
  });
  return {
    address,
    stop: async () => {
      child.removeAllListeners('exit');
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}

/** A picture of one point. */
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

let project = '';
let server: Awaited<ReturnType<typeof startEditor>>;
let browser: Browser;
let page: Page;
const guide = 'content/guides/ending-it-well/tell-them.mdx';
const onDisk = (file: string): string => readFileSync(join(project, file), 'utf8');
const field = (path: string) => page.locator(`[id="at.${path}"]`);
/** The line that opens an entry. */
const line = (path: string) => page.locator(`[id="at.${path}-holder"]`);
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const framed = () => page.frameLocator('iframe');
const standing = () => page.getByRole('region', { name: 'How the tree stands' });
/** Lets the page hear of all files, as when the keeper comes back to its window: once more, so that the first is drawn. */
const allIsRead = async (): Promise<void> => {
  for (const _ of ['read', 'drawn']) {
    const read = page.waitForResponse((answer) => answer.url().includes('/edit/api/files/'));
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await (await read).finished();
  }
};
const openFile = (file: string) => page.goto(`${server.address}/edit/#playbook/${file}`);

beforeAll(async () => {
  project = smallProject();
  // Without a company's folder the playbook itself is edited.
  rmSync(join(project, 'company'), { recursive: true });
  [server, browser] = await Promise.all([startEditor(project), startBrowser()]);
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  // As long as polls have: what a slow machine takes is no finding.
  page.setDefaultTimeout(50_000);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(project, { recursive: true, force: true });
});

// What one test leaves open does not stand in the way of the next.
afterEach(async () => {
  while ((await page.locator('dialog[open]').count()) > 0) await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1440, height: 900 });
});

describe('a guide', () => {
  test('is found in the list, and its page shows a change before it is saved', async () => {
    await page.goto(`${server.address}/edit/`);
    await page.getByRole('searchbox').fill('tell them that');
    await page.getByRole('button', { name: /^Tell them that it ends/ }).click();
    await page.getByRole('searchbox').fill('');
    await field('title').fill('Tell them today');
    await expect.poll(() => framed().locator('h1').textContent()).toBe('Tell them today');
    expect(onDisk(guide)).not.toContain('Tell them today');
  });

  test('stands first in the list when its title begins with what is typed, and says where it belongs', async () => {
    const list = page.locator('.list');
    await page.getByRole('searchbox').fill('ASK for');
    // Guides have it in their text, and their groups stand above the scripts.
    await expect.poll(() => list.locator('.item', { hasText: 'in the text' }).count()).toBeGreaterThan(0);
    expect(await list.locator('.item').first().textContent()).toBe('Ask for a late paymentScripts');
    expect(await list.locator('.item', { hasText: 'Ask for a late payment' }).count()).toBe(2);
    await page.getByRole('searchbox').fill('');
  });

  test('is found by words of its text, as they are typed', async () => {
    const [list, find] = [page.locator('.list'), page.getByRole('searchbox')];
    // In the text there is a curly quote, and stars stand between the words.
    for (const words of ["if you're EMPLOYED, freelance", 'manager: tell your people']) {
      await find.fill(words);
      await expect.poll(() => list.getByRole('status').textContent()).toMatch(/^[1-9]\d* found$/);
      expect(await list.locator('.item', { hasText: 'Tell them today' }).textContent()).toContain('in the text');
    }
    await find.fill('people tell your');
    await expect.poll(() => list.getByRole('status').textContent()).toBe('0 found');
    await find.fill('');
  });

  test('with a fault says so at its field, and is not saved', async () => {
    await field('summary').fill('');
    await expect.poll(() => page.locator('[id="at.summary-fault"]').textContent()).toContain('empty');
    expect(await field('summary').getAttribute('aria-describedby')).toContain('at.summary-fault');
    await page.keyboard.press('Control+s');
    await page.getByRole('dialog').getByRole('button', { name: /Summary/ }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('at.summary');
    expect(onDisk(guide)).not.toContain('Tell them today');
  });

  test('shows its difference and is saved, nothing but what was changed', async () => {
    const before = onDisk(guide);
    await field('summary').fill('What to ask today.');
    await expect.poll(() => page.locator('.fault').count()).toBe(0);
    await press('Look at the difference');
    await expect.poll(() => page.locator('.diff ins').allTextContents()).toEqual([
      'comes: +title: Tell them today',
      'comes: +summary: What to ask today.',
    ]);
    expect(await axeFindings(page)).toEqual([]);
    await press('Close');
    await page.keyboard.press('Control+s');
    await expect.poll(() => page.locator('.top__said').textContent()).toBe('Saved: 1 file.');
    expect(onDisk(guide)).toBe(
      before.replace(/^title: .*/m, 'title: Tell them today').replace(/^summary: .*/m, 'summary: What to ask today.'),
    );
  });

  test('takes text in where the cursor is', async () => {
    await page.getByLabel('Text of the page').focus();
    await page.keyboard.press('Control+Home');
    await press('Fact');
    await page.getByLabel('Choose the fact').selectOption({ index: 1 });
    await expect.poll(() => page.getByLabel('Text of the page').inputValue()).toMatch(/^\s*<Fact id="/);
    await press('Undo the last change');
    await expect.poll(() => page.getByLabel('Text of the page').inputValue()).toMatch(/^\s*\*\*Use this if/);
  });

  test('begins a new script where one is chosen, puts it in, and stays open', async () => {
    const text = page.getByLabel('Text of the page');
    await text.focus();
    await page.keyboard.press('Control+Home');
    await press('Script');
    await page.getByLabel('Choose the script').selectOption('A new script …');
    const dialog = page.getByRole('dialog', { name: 'Begin a new script' });
    await dialog.getByLabel('What it does, as its title').fill('Ask for a day');
    await dialog.getByLabel('Topic').selectOption({ index: 1 });
    await dialog.getByRole('button', { name: 'Begin', exact: true }).click();
    await expect.poll(() => text.inputValue()).toMatch(/^\s*<Script id="ask-for-a-day" \/>\n/);
    await expect.poll(() => page.locator('.top__said').textContent()).toContain('“Ask for a day”');
    expect(await page.locator('#open-title').textContent()).toBe('Tell them today');
    const made = page.getByRole('button', { name: /^Ask for a day/ });
    expect(await made.textContent()).toBe('Ask for a daydraftnew');
    // A page that readers have names no draft, which is told at once.
    await expect.poll(() => page.locator('.faults').textContent()).toContain('draft');
    await press('Undo the last change');
    await expect.poll(() => text.inputValue()).not.toContain('ask-for-a-day');
    await made.click();
    await expect.poll(() => page.locator('#open-title').textContent()).toBe('Ask for a day');
    await press('Undo all changes to this file');
    await page.getByRole('dialog').getByRole('button', { name: 'Undo all changes' }).click();
    await expect.poll(() => made.count()).toBe(0);
    await openFile('guides/ending-it-well/tell-them.mdx');
    await expect.poll(() => page.locator('#open-title').textContent()).toBe('Tell them today');
  });

  test('refuses what is no picture, or too large, before anybody has described it', async () => {
    const large = Buffer.concat([Buffer.from(pixel, 'base64'), Buffer.alloc(10_500_000)]);
    for (const [name, buffer, says] of [
      ['Notes.png', Buffer.from('no picture'), 'Notes.png is no picture that pages show.'],
      ['Large.png', large, 'Large.png has 10.5 MB. Save it smaller: at most 10 MB.'],
    ] as const) {
      await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer });
      await expect.poll(() => page.locator('.top__said--refused').textContent()).toContain(says);
      expect(await page.getByRole('dialog').count()).toBe(0);
    }
  });

  test('takes a picture in, with what it shows, on a line of its own; the same one is one file', async () => {
    const text = page.getByLabel('Text of the page');
    /** Puts a picture in where the cursor is. */
    const take = async (name: string): Promise<void> => {
      const buffer = Buffer.from(pixel, 'base64');
      await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer });
      await page.getByLabel('What does it show?').fill('The harbour');
      await press('Put it in');
    };
    const harbour = '![The harbour](/pictures/our-harbour.png)';
    await text.evaluate((area: HTMLTextAreaElement) => {
      const at = area.value.indexOf('. **') + 6;
      area.setSelectionRange(at, at);
    });
    await take('Our Harbour.png');
    await expect.poll(() => text.inputValue()).toMatch(/\n1\. \*\*.*\n\n {3}!\[The harbour\]\(\/pictures\/our-harbour\.png\)\n\n2\. /);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('at.body');
    await page.keyboard.press('Control+End');
    await take('The same again.png');
    await expect.poll(() => text.inputValue().then((value) => value.split(harbour).length)).toBe(3);
    expect(readdirSync(join(project, 'content/pictures'))).toEqual(['our-harbour.png']);
    await press('Undo all changes to this file');
    await page.getByRole('dialog').getByRole('button', { name: 'Undo all changes' }).click();
    await expect.poll(() => text.inputValue()).not.toContain('![The harbour]');
    rmSync(join(project, 'content/pictures'), { recursive: true });
  });
});

describe('a tree', () => {
  test('says which ways and cases change when an answer leads elsewhere', async () => {
    await openFile('trees/fire.yaml');
    await press('3. Have they paid late before?');
    await press('More than once ⟶ Step back from the work');
    await field('questions.2.answers.0.to').selectOption('ask-them');
    await expect.poll(() => standing().textContent()).toContain('3 ways out of 10 lead elsewhere');
    expect(await standing().textContent()).toContain('Three late bills');
    await standing().getByRole('button', { name: /Raise the version/ }).click();
    await expect.poll(() => page.getByText('1 file changed').count()).toBe(1);
  });

  test('takes a new answer', async () => {
    await press('Add an answer to Answers');
    await page.getByLabel('The answer').fill('Twice');
    // Where it leads is not chosen for the keeper.
    expect(await page.getByLabel('It leads to').inputValue()).toBe('');
    await page.getByLabel('It leads to').selectOption('step-back');
    await press('Add');
    await expect.poll(() => standing().textContent()).toMatch(/^13 ways/);
    // Above the one for who does not know, and asked for its reason.
    const answers = page.locator('[id="at.questions.2.answers-holder"] > .entries > li .entry__open');
    expect((await answers.allInnerTexts()).map((text) => text.replace(/ ⟶.*/s, ''))).toEqual([
      'More than once',
      'This is the first time',
      'Twice',
      'I don\'t know',
    ]);
    await field('questions.2.answers.2.reason').fill('They have paid late twice.');
    await field('questions.2.answers.2.speaks').selectOption('leave');
  });

  test('is not saved before the keeper has seen which recorded cases end elsewhere', async () => {
    await page.keyboard.press('Control+s');
    const dialog = page.getByRole('dialog', { name: /recorded cases? now ends? elsewhere/ });
    await expect.poll(() => dialog.textContent()).toContain('Three late bills: recorded “Step back from the work”, now “');
    expect(await axeFindings(page)).toEqual([]);
    expect(await dialog.locator('.button--main').textContent()).toBe('Look at them first');
    await press('Look at them first');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('open-title');
    expect(await page.getByText('1 file changed').count()).toBe(1);
  });

  test('lets a recorded case take its new result over, and shows which did', async () => {
    await standing().getByRole('button', { name: 'Take it over for Three late bills' }).click();
    await expect.poll(() => standing().textContent()).toContain('Recorded cases with a new result, not saved yet.');
    await standing().getByRole('button', { name: 'Three late bills', exact: true }).click();
    await expect.poll(() => page.locator('#open-title').textContent()).toBe('Cases: Should I fire this client?');
    await expect.poll(() => line('0').textContent()).toContain('new result');
    await expect
      .poll(() => page.locator('.entry__note').textContent())
      .toBe('Saved is “Step back from the work”, now it says “Ask them what holds it up”. See that the story fits.');
    expect(await field('0.outcome').locator('option:checked').textContent()).toBe('Ask them what holds it up');
    await press('Undo all changes to this file');
    await page.getByRole('dialog').getByRole('button', { name: 'Undo all changes' }).click();
    await expect.poll(() => line('0').textContent()).toContain('leads elsewhere');
    await openFile('trees/fire.yaml');
    await press('3. Have they paid late before?');
  });

  test('takes a question between an answer and where it led', async () => {
    await press('Add a question after this one');
    await page.getByLabel('The question').fill('Did they say why?');
    await page.getByLabel('It follows the answer').selectOption({ label: 'Twice' });
    await press('Add');
    await expect.poll(() => line('questions.3').textContent()).toMatch(/4\. Did they say why\?.*2 still to fill/);
    await expect
      .poll(() => standing().textContent())
      .toBe('The ways through the tree are counted again once what is still to fill is filled.');
    expect(await page.locator('.preview__note').textContent()).toContain('Questions › “Did they say why?” › Why and 1 more');
    await page.locator('.preview__note .link').click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('at.questions.3.why');
    await field('questions.3.why').fill('It shows whether it can be mended.');
    await field('questions.3.find').fill('Look at what they wrote.');
    await expect.poll(() => standing().textContent()).toMatch(/^19 ways/);
    await allIsRead();
    expect(await page.locator('.mark--fault').count()).toBe(0);
  });

  test('takes an answer and a new outcome in one go; what is empty in it is still to fill', async () => {
    await page.getByRole('button', { name: 'Add an answer to Answers', exact: true }).first().click();
    await page.getByLabel('The answer').fill('Every time');
    await page.getByLabel('It leads to').selectOption({ label: 'A new outcome …' });
    await page.getByLabel('What to do, as its headline').fill('Ask for money first');
    await press('Add');
    const made = page.locator('.entry__open', { hasText: /^Ask for money first/ });
    // Told in place of its faults, for as long as the keeper has not left it; no other file has a fault for it.
    await expect.poll(() => made.textContent()).toMatch(/\d still to fill/);
    await allIsRead();
    expect(await page.locator('.mark--fault').count()).toBe(0);
    await press('Go to “Ask for money first”');
    // What is wanted is in sight, and each line of the list leads to its field.
    await field('outcomes.3.guides.0').waitFor();
    await field('outcomes.3.rung').selectOption('set-a-limit');
    await field('outcomes.3.why').fill('Promises were not kept.');
    for (const key of ['do', 'who', 'when']) await field(`outcomes.3.steps.0.${key}`).fill('today');
    await field('outcomes.3.lookAgain.days').fill('7');
    await page.locator('[id="at.outcomes.3.guides.0-entry"] select').last().selectOption({ index: 1 });
    await field('outcomes.3.lookAgain.at').fill('Whether they paid.');
    const still = page.getByRole('region', { name: /still to fill/ });
    await expect.poll(() => still.textContent()).toContain('1 still to fillOutcomes › “Ask for money first” › Scripts');
    await still.getByRole('button').click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('at.outcomes.3.scripts-holder');
    expect(await page.locator('.mark--fault').count()).toBe(0);
    await field('outcomes.3.lookAgain.at').fill('');
    await expect.poll(() => still.textContent()).toContain('What to look at then');
    // The focus that goes elsewhere by itself leaves nothing behind; the keeper who goes does.
    await field('outcomes.3.why').focus();
    await page.evaluate(() => document.getElementById('open-title')?.focus());
    expect(await page.locator('.mark--fault').count()).toBe(0);
    await field('outcomes.3.why').focus();
    await page.locator('#open-title').click();
    await expect.poll(() => made.locator('.mark--fault').count()).toBe(1);
    expect(await page.locator('.faults').textContent()).toContain(
      'Outcomes › “Ask for money first” › Look again › What to look at then“What to look at then” is empty. Write something.',
    );
    await press('Undo all changes to this file');
    await page.getByRole('dialog').getByRole('button', { name: 'Undo all changes' }).click();
    await expect.poll(() => made.count()).toBe(0);
  });

  test('opens the question that is pressed on its map', async () => {
    await press('Map');
    // The frame may be drawn again just then: whoever pressed presses once more.
    const pressed = async () => {
      await framed().getByText('Who decides about this client?').first().click();
      return line('questions.1').getAttribute('aria-expanded');
    };
    await expect.poll(pressed, { interval: 500 }).toBe('true');
  });
});

describe('with everything open', () => {
  test.each(['trees/fire.yaml', 'scripts/late-payment.yaml', 'organisation.yaml'])(
    '%s has every id once, fits a narrow screen, and has no faults that axe knows',
    async (file) => {
      await openFile(file);
      await page.locator('#open-title').waitFor();
      const closed = page.locator('.form [aria-expanded=false]');
      for (let presses = 0; (await closed.count()) > 0; presses++) {
        expect(presses).toBeLessThan(2000);
        // By the page itself: so many presses take long by hand.
        await closed.evaluateAll((all) => all.forEach((one) => (one as HTMLElement).click()));
        await page.evaluate(() => new Promise(requestAnimationFrame));
      }
      const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
      expect(ids.length).toBeGreaterThan(20);
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
      expect(await axeFindings(page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 900 });
      await press('Edit');
      expect(await pixelsTooWide(page)).toBeLessThanOrEqual(0);
      expect(await page.locator('.form').evaluate((form) => form.scrollWidth - form.clientWidth)).toBe(0);
    },
  );
});

describe('what comes and goes', () => {
  test('a new guide is begun as a draft', async () => {
    await press('New …');
    const dialog = page.getByRole('dialog', { name: 'Begin something new' });
    await dialog.getByLabel('Title').fill('They change their minds');
    await press('Begin');
    // Nothing is chosen for the keeper.
    expect(await dialog.locator('select:invalid').count()).toBe(3);
    // Who keeps another page is offered, not chosen.
    const owner = dialog.getByLabel('Who keeps it true');
    expect(await owner.inputValue()).toBe('');
    expect(await dialog.locator('datalist option').first().getAttribute('value')).toBe('Head of tests');
    await owner.fill('Head of nights');
    await dialog.getByLabel('Read through again after').selectOption('3 months');
    await dialog.getByLabel('Topic').selectOption({ index: 2 });
    const answers = dialog.getByLabel('What it answers');
    await answers.selectOption({ label: await answers.locator('optgroup').last().locator('option').first().innerText() });
    await press('Begin');
    await expect.poll(() => field('title').inputValue()).toBe('They change their minds');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('open-title');
    await expect.poll(() => page.locator('.item[aria-current]').textContent()).toContain('draft');
    await page.getByRole('button', { name: /^About the page/ }).click();
    expect([await field('owner').inputValue(), await field('reviewEvery').inputValue()]).toEqual(['Head of nights', '3']);
    // A number that is emptied and written anew is a number still.
    await field('reviewEvery').fill('');
    await page.locator('[id="at.reviewEvery-fault"]').waitFor();
    await field('reviewEvery').pressSequentially('12');
    await expect.poll(() => page.locator('[id="at.reviewEvery-fault"]').count()).toBe(0);
    expect([await field('reviewEvery').getAttribute('type'), await field('reviewEvery').inputValue()]).toEqual(['number', '12']);
    // The page is not there at once, and shows once it is.
    await expect.poll(() => framed().locator('h1').textContent()).toBe('They change their minds');
    await expect.poll(() => page.locator('.preview__wait').count()).toBe(0);
  });

  test('the focus comes back from a dialog to the button that opened it', async () => {
    for (const name of ['New …', 'Look at the difference', 'Undo all changes to this file']) {
      await press(name);
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(name);
    }
  });

  test.each([1440, 390])('a page stays where it is scrolled to, %i pixels wide', async (width) => {
    await openFile('guides/when-they-push/paying-late.mdx');
    await expect.poll(() => framed().locator('h1').textContent()).toBe('They pay late');
    await page.setViewportSize({ width, height: 900 });
    const isNarrow = width < 1000;
    const html = framed().locator('html');
    const isScrolled = async (): Promise<number> => {
      await html.evaluate((element) => element.scrollTo(0, 60));
      return html.evaluate((element) => element.scrollTop);
    };
    if (isNarrow) await press('Page');
    // A page that is just being drawn has no height yet.
    await expect.poll(isScrolled).toBe(60);
    if (isNarrow) await press('Edit');
    await field('title').fill('They pay very late');
    await expect.poll(() => framed().locator('h1').textContent()).toBe('They pay very late');
    await expect.poll(() => html.evaluate((element) => element.scrollTop)).toBe(60);
    await press('Undo all changes to this file');
    await page.getByRole('dialog').getByRole('button', { name: 'Undo all changes' }).click();
    await expect.poll(() => field('title').inputValue()).toBe('They pay late');
  });

  test('a file is removed after a word, and taken back', async () => {
    await openFile('guides/when-they-push/paying-late.mdx');
    await expect.poll(() => page.locator('#open-title').textContent()).toBe('They pay late');
    await press('Remove this file');
    await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('button', { name: /^Take back/ }).click();
    await expect.poll(() => page.locator('s').count()).toBe(0);
    await expect.poll(() => page.locator('#open-title').textContent()).toBe('They pay late');
  });
});

describe('nothing is lost', () => {
  const fact = 'content/facts/gb/limitation.yaml';

  test('when another window changes the same file: the keeper says what goes on top', async () => {
    const other = await browser.newPage();
    for (const one of [page, other]) {
      await one.goto(`${server.address}/edit/#playbook/facts/gb/limitation.yaml`);
      await one.locator('[id="at.title"]').waitFor();
    }
    await other.locator('[id="at.says"]').fill('Six years, as a rule.');
    await expect.poll(() => other.getByText('file changed').or(other.getByText('files changed')).count()).toBe(1);
    await field('title').fill('How long one can wait');
    await page.getByRole('button', { name: 'Put my changes on top' }).click();
    await expect.poll(() => page.getByRole('alert').count()).toBe(0);
    expect(await field('says').inputValue()).toBe('Six years, as a rule.');
    expect(await field('title').inputValue()).toBe('How long one can wait');
    await other.close();
  });

  test('when somebody changes the file on the disk: the keeper sees both and chooses', async () => {
    writeFileSync(join(project, fact), onDisk(fact).replace(/^title: .*/m, 'title: Theirs'));
    await page.keyboard.press('Control+s');
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.getByLabel('Theirs').inputValue()).toContain('title: Theirs');
    expect(await dialog.getByLabel('Yours').inputValue()).toContain('title: How long one can wait');
    await press('Take theirs');
    await expect.poll(() => field('title').inputValue()).toBe('Theirs');
  });

  test('when somebody changes the file while a field of it has the focus: what is typed then is typed into theirs', async () => {
    await field('says').focus();
    writeFileSync(join(project, fact), onDisk(fact).replace(/^says: .*/m, 'says: Seven years.'));
    await allIsRead();
    await expect.poll(() => field('says').inputValue()).toBe('Seven years.');
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' As a rule.');
    expect(await field('says').inputValue()).toBe('Seven years. As a rule.');
    await press('Undo all changes to this file');
    await page.getByRole('dialog').getByRole('button', { name: 'Undo all changes' }).click();
    await expect.poll(() => field('says').inputValue()).toBe('Seven years.');
  });

  test('when the form of a file is broken: it opens as text, and as a form once it is mended', async () => {
    const sound = onDisk(fact);
    writeFileSync(join(project, fact), sound.replace(/^title: .*/m, 'title: "unclosed'));
    await page.reload();
    await expect.poll(() => page.getByLabel('The whole file as text').inputValue()).toContain('"unclosed');
    await expect.poll(() => page.locator('.faults li').first().textContent()).toContain('Line ');
    await page.getByLabel('The whole file as text').fill(sound);
    await expect.poll(() => field('title').inputValue()).toBe('Theirs');
  });
});

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test.each([1280, 390])('%i pixels wide it fits and has no faults that axe knows', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    for (const part of width < 1000 ? ['Content', 'Edit', 'Page'] : ['']) {
      if (part) await press(part);
      expect(await axeFindings(page), part).toEqual([]);
      expect(await pixelsTooWide(page), part).toBeLessThanOrEqual(0);
    }
  });
});

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { script as words } from '../../../src/i18n/en.ts';
import { browserAndSite, focused, openPage } from './support.ts';

const running = browserAndSite();

const script = 'scripts/late-payment/';
/** The same server under a name that is not this machine's: plain http, so that the browser withholds its clipboard. */
const plainHttp = () => running.server.address.replace('localhost', 'intranet.test');
const out = (page: Page) => page.locator('.script__out');
const copy = (page: Page) => out(page).locator('.button--main');
const left = (page: Page) => page.locator('.script__left');
const status = (page: Page) => page.locator('.letter [role=status]');

async function openScript(page: Page, path = script, address = running.server.address): Promise<void> {
  await page.goto(address + path);
  await page.locator('.script--live').first().waitFor();
}

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('Contact', { exact: true }).fill('Ms <Okafor> & Co');
  await page.getByLabel('Invoice number').fill('2026-118');
  await page.getByLabel('Amount outstanding').fill('1850');
  await page.getByLabel('Due on').fill('2020-10-30');
  await page.getByLabel('Pay by').fill('2020-12-11');
  await page.getByLabel('Your name').fill('Ana Reis');
}

/** What a paste gives, read the way a mail program would. */
async function pasted(page: Page): Promise<{ plain: string; html: string }> {
  await page.evaluate(() => {
    const place = document.createElement('div');
    place.contentEditable = 'true';
    document.body.append(place);
    place.focus();
    place.addEventListener('paste', (event) => {
      const flavour = (type: string) => event.clipboardData?.getData(type) ?? '';
      place.dataset['pasted'] = JSON.stringify({ plain: flavour('text/plain'), html: flavour('text/html') });
    });
  });
  await page.keyboard.press('Control+V');
  const text = await page.locator('[data-pasted]').getAttribute('data-pasted');
  return JSON.parse(text ?? '{}') as { plain: string; html: string };
}

describe('a script is filled in and copied', () => {
  test.each([
    { name: 'on this machine or https', address: () => running.server.address, secure: true },
    { name: 'on a plain-http intranet', address: plainHttp, secure: false },
  ])('$name', async ({ address, secure }) => {
    const page = await openPage(running.browser, { permissions: secure ? ['clipboard-read', 'clipboard-write'] : [] });
    await openScript(page, script, address());
    expect(await page.evaluate(() => isSecureContext)).toBe(secure);

    await fillIn(page);
    expect(await page.locator('.script__text').innerText()).toContain('£1,850 ');
    expect(await copy(page).innerText()).toBe('Copy message');
    await copy(page).click();
    await expect.poll(() => copy(page).innerText()).toBe('Copied ✓');
    expect(await status(page).innerText()).toBe('Text copied.');
    expect(await focused(page)).toBe('button: Copied ✓');

    const { plain, html } = await pasted(page);
    expect(plain).toContain('Dear Ms <Okafor> & Co,');
    expect(plain).toContain('30 October 2020');
    expect(plain).not.toMatch(/\[|\(\(|<p>/);
    expect(html).toContain('<p>');
    expect(html).toContain('Ms &lt;Okafor&gt; &amp; Co');
  });

  test('with gaps the button says so from the start, each gap leads to its field, and copied gaps have names', async () => {
    const page = await openPage(running.browser, { permissions: ['clipboard-read', 'clipboard-write'] });
    await openScript(page);
    expect(await copy(page).innerText()).toBe('Copy with 6 gaps');
    expect(await left(page).innerText()).toContain('6 gaps left: contact, invoice number,');
    await left(page).getByRole('button', { name: 'invoice number' }).click();
    expect(await focused(page)).toMatch(/^input/);
    await page.keyboard.type('2026-118');
    expect(await page.locator('.script__text').innerText()).toContain('2026-118');
    await page.locator('.script__text').getByRole('button', { name: 'amount' }).click();
    await page.keyboard.type('1850');
    expect(await page.locator('.script__text').innerText()).toContain('£1,850');
    const before = await copy(page).boundingBox();
    expect(await copy(page).innerText()).toBe('Copy with 4 gaps');
    await copy(page).click();
    await expect.poll(() => copy(page).innerText()).toBe('Copied ✓');
    expect(await status(page).innerText()).toBe('Text copied, with 4 gaps.');
    // What is pressed stays where it is.
    expect(await copy(page).boundingBox()).toEqual(before);
    const { plain, html } = await pasted(page);
    expect(plain).toContain('It was due on [due date], but the £1,850');
    expect(html).toContain('[due date]');
  });

  test('on a phone a gap opens one field, and the next gap follows', async () => {
    const page = await openPage(running.browser, { viewport: { width: 390, height: 844 } });
    await openScript(page);
    await out(page).getByRole('button', { name: 'Fill 6 gaps', exact: true }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.innerText()).toContain('5 more gaps after this one');
    expect(await dialog.locator('input, textarea, select').count()).toBe(1);
    await dialog.getByLabel('Contact', { exact: true }).fill('Ms Okafor');
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Invoice number').fill('2026-118');
    await dialog.getByRole('button', { name: 'Done' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await focused(page)).toMatch(/^button/);
    expect(await copy(page).innerText()).toBe('Fill 4 gaps');
    expect(await page.locator('.script__text').innerText()).toContain('about invoice 2026-118');
    await page.locator('.script__text').getByRole('button', { name: 'pay by' }).click();
    await dialog.getByLabel('Pay by').waitFor();
  });

  test('when the browser refuses, it says so and selects the words', async () => {
    const page = await openPage(running.browser);
    await openScript(page, script, plainHttp());
    await fillIn(page);
    await page.evaluate(() => {
      document.execCommand = () => false;
    });
    await page.getByLabel('Pay by').fill('');
    await copy(page).click();
    await expect.poll(() => left(page).innerText()).toContain(words.copyRefused);
    expect(await status(page).innerText()).toBe(words.copyRefused);
    const selected = await page.evaluate(() => getSelection()?.toString());
    expect(selected).toContain('Dear Ms <Okafor> & Co');
    // What is copied by hand shows its gaps as well.
    expect(selected).toContain('[pay by]');
  });

  test('by keyboard alone', async () => {
    const page = await openPage(running.browser, { permissions: ['clipboard-read', 'clipboard-write'] });
    await openScript(page);
    await page.getByLabel('Contact', { exact: true }).focus();
    await page.keyboard.type('Ms Okafor');
    for (let presses = 0; presses < 40 && !(await focused(page)).startsWith('button: Copy'); presses++)
      await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('button: Copy with 5 gaps');
    await page.keyboard.press('Enter');
    await expect.poll(() => status(page).innerText()).toContain('copied');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Copy subject' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Copy subject' }).waitFor({ state: 'hidden' });
  });
});

test('days and money are written in one way, that of the organisation, whatever the browser speaks', async () => {
  const page = await openPage(running.browser, { locale: 'en-US' });
  await openScript(page);
  await fillIn(page);
  expect(await page.locator('.script__text').innerText()).toContain('It was due on 30 October 2020, but the £1,850');
});

test('a sum that is none stays as it was typed, and the field says what a sum looks like', async () => {
  const page = await openPage(running.browser);
  await openScript(page);
  const amount = page.getByLabel('Amount outstanding');
  await amount.fill('abc');
  expect(await page.getByText(words.noSum).count()).toBe(0);
  await page.keyboard.press('Tab');
  await page.getByText(words.noSum).waitFor();
  expect(await page.locator('.script__text').innerText()).toContain('but the abc hasn’t');
  await amount.fill('£1,850.50');
  await page.getByText(words.noSum).waitFor({ state: 'hidden' });
  expect(await page.locator('.script__text').innerText()).toContain('but the £1,850.50 hasn’t');
});

describe('what is wanted stands in the first screen', () => {
  test.each([
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ])('the first sentence and its action, on $width by $height', async (viewport) => {
    for (const id of ['late-payment', 'leave-now', 'calm-an-upset-caller', 'hand-the-decision-upwards', 'bow-out']) {
      const page = await openPage(running.browser, { viewport });
      await openScript(page, `scripts/${id}/`);
      const bottom = async (what: string) => {
        const box = await page.locator(what).filter({ visible: true }).first().boundingBox();
        return box ? box.y + box.height : Infinity;
      };
      const action = await copy(page).boundingBox();
      expect(await bottom('.script__text p + p, .cue li'), id).toBeLessThan(action?.y ?? 0);
      expect((action?.y ?? Infinity) + (action?.height ?? 0), id).toBeLessThanOrEqual(viewport.height);
      if (viewport.width > 768 && (await page.locator('.script__fields').count()) > 0)
        expect(await bottom('.script__fields :is(input, textarea, select)'), id).toBeLessThan(viewport.height);
    }
  });
});

describe('variants and the case sheet', () => {
  test('another variant keeps what was typed and has an address that carries no value', async () => {
    const page = await openPage(running.browser);
    await openScript(page);
    await fillIn(page);
    await page.getByRole('link', { name: 'Email, final' }).click();
    expect(page.url()).toBe(`${running.server.address}${script}#email-final`);
    expect(await page.getByLabel('Invoice number').inputValue()).toBe('2026-118');
    await page.reload();
    await page.locator('.script--live').waitFor();
    expect(await page.locator('.script__variant h2').innerText()).toBe('Email, final');
    expect(await page.getByLabel('Invoice number').inputValue()).toBe('2026-118');
  });

  test('what is cleared goes in a tab that was duplicated as well, and in no other', async () => {
    const page = await openPage(running.browser);
    const address = running.server.address + script;
    const field = (of: Page) => of.getByLabel('Invoice number');
    const filled = async (of: Page, text: string) => {
      await of.goto(address);
      await field(of).fill(text);
      await of.locator('.script__text', { hasText: text }).waitFor();
    };
    await filled(page, '2026-118');
    const kept = await page.evaluate(() => ({ ...sessionStorage }));
    // What a browser does when somebody duplicates a tab.
    const copy = await page.context().newPage();
    await copy.goto(address);
    await copy.evaluate((kept) => Object.assign(sessionStorage, kept), kept);
    await copy.reload();
    await copy.locator('.script__text', { hasText: '2026-118' }).waitFor();
    const other = await page.context().newPage();
    await filled(other, '2026-119');
    await page.getByRole('button', { name: words.clear }).click();
    await expect.poll(() => field(copy).inputValue()).toBe('');
    expect(await copy.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
    expect(await field(other).inputValue()).toBe('2026-119');
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  test('what is typed once is there in every script of this tab, until Clear', async () => {
    const page = await openPage(running.browser);
    await openScript(page);
    await fillIn(page);
    await openScript(page, 'scripts/bow-out/');
    expect(await page.getByLabel('Contact', { exact: true }).inputValue()).toBe('Ms <Okafor> & Co');
    await page.getByRole('button', { name: words.clear }).click();
    expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);
    await page.getByText(words.cleared).waitFor();
    // It can be taken back while the page is open.
    await page.locator('.script__fields').getByRole('button', { name: words.undo }).click();
    expect(await page.getByLabel('Contact', { exact: true }).inputValue()).toBe('Ms <Okafor> & Co');
    await page.getByRole('button', { name: words.clear }).click();
    await openScript(page);
    expect(await page.getByLabel('Invoice number').inputValue()).toBe('');
  });

  test('with storage blocked it works and says that nothing is kept', async () => {
    const page = await openPage(running.browser);
    await page.addInitScript(() => {
      Object.defineProperty(window, 'sessionStorage', {
        get: () => {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
    await openScript(page);
    await fillIn(page);
    expect(await page.locator('.script__text').innerText()).toContain('2026-118');
    expect(await page.locator('.script__fields').innerText()).toContain(words.keptNowhere);
  });
});

test('nothing typed is found anywhere but where it was sent', async () => {
  const canary = 'zq7canaryzq7';
  const context = await running.browser.newContext({
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const traces: string[] = [];
  page.on('request', (request) =>
    traces.push(request.url(), request.postData() ?? '', JSON.stringify(request.headers())),
  );
  page.on('console', (message) => traces.push(message.text()));
  page.on('framenavigated', (frame) => traces.push(frame.url()));
  await openScript(page);

  for (const variant of await page.locator('.script__choice a').all()) {
    await variant.click();
    await page.locator('.script__from').evaluate((fold) => fold.setAttribute('open', ''));
    for (const field of await page.locator('.script__fields input, .script__fields textarea').all()) {
      const type = await field.getAttribute('type');
      if (type === 'checkbox' || type === 'radio') await field.check();
      else if (type === 'date') await field.fill('2026-12-11');
      else await field.fill(canary);
    }
    for (const choice of await page.locator('.script__fields select').all()) await choice.selectOption({ index: 1 });
    const menu = out(page).locator('.more');
    const open = async () => {
      if ((await menu.getAttribute('open')) === null) await menu.locator('summary').click();
    };
    await open();
    for (const name of await out(page).getByRole('button').allInnerTexts()) {
      await open();
      const button = out(page).getByRole('button', { name, exact: true });
      if (/^Download/.test(name)) {
        const [saved] = await Promise.all([page.waitForEvent('download'), button.click()]);
        expect(saved.suggestedFilename()).toMatch(/^late-payment-[a-z-]+\.(txt|eml)$/);
        const text = readFileSync(await saved.path(), 'utf8');
        if (saved.suggestedFilename().endsWith('.txt')) expect(text).toContain(canary);
      } else {
        await button.click();
        if (name === words.callMode) {
          await page.locator('.call').waitFor();
          await page.keyboard.press('Escape');
        }
        if (name === words.share) {
          const fields = page.locator('.share textarea');
          await fields.first().waitFor();
          for (const field of await fields.all()) expect(await field.inputValue()).not.toContain(canary);
          await page.keyboard.press('Escape');
        }
      }
    }
    const mail = out(page).locator('a[href^="mailto:"]');
    if ((await mail.count()) > 0) expect(await mail.getAttribute('href')).toContain(canary);
    traces.push(page.url(), await page.title());
  }
  for (const path of ['scripts/bow-out/', '', 'guides/when-they-push/paying-late/']) {
    await page.goto(running.server.address + path);
    traces.push(page.url(), await page.title());
  }
  expect(traces.filter((trace) => trace.includes(canary))).toEqual([]);
  expect(await page.evaluate(() => document.cookie + JSON.stringify({ ...localStorage }))).not.toContain(canary);
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).toContain(canary);
  await openScript(page);
  await page.getByRole('button', { name: words.clear }).click();
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain(canary);
  await context.close();
});

describe('inside a guide', () => {
  const guide = 'guides/when-they-push/paying-late/';
  test('its code loads when it is wanted, and the form takes the focus', async () => {
    const page = await openPage(running.browser);
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    await page.goto(running.server.address + guide, { waitUntil: 'networkidle' });
    expect(loaded.filter((url) => /ScriptForm|preact|form\.json/.test(url))).toEqual([]);
    await page.getByRole('link', { name: 'Fill in and copy' }).first().click();
    await page.locator('.script--live').waitFor();
    // The letter comes first: its first gap, which opens the field.
    await expect.poll(() => focused(page)).toMatch(/^button: /);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').locator(':is(input, textarea):focus').waitFor();
    expect(page.url()).toBe(running.server.address + guide);
  });
  test('without JavaScript the link leads to the script, where every variant is readable with its gaps named', async () => {
    const page = await openPage(running.browser, { javaScriptEnabled: false });
    await page.goto(running.server.address + guide);
    await page.getByRole('link', { name: 'Fill in and copy' }).first().click();
    expect(new URL(page.url()).pathname).toBe(`/${script}`);
    await expect.poll(() => page.locator('.script__variant:visible').count()).toBe(4);
    expect(await page.locator('.script__text .gap').nth(1).innerText()).toBe('[invoice number]');
    expect(await page.locator('.script button:visible').count()).toBe(0);
  });
  test('when its code cannot be loaded, the page of its own opens', async () => {
    const context = await running.browser.newContext();
    const page = await context.newPage();
    await page.goto(running.server.address + guide);
    await page.route(/_astro\/.*\.js/, (route) => route.abort());
    await page.getByRole('link', { name: 'Fill in and copy' }).first().click();
    await page.waitForURL(`**/${script}`);
    await context.close();
  });
});

describe('the case', () => {
  const guide = 'guides/when-they-push/paying-late/';
  const bar = (page: Page) => page.locator('.case');
  const keep = (page: Page, key: string, value: unknown) =>
    page.evaluate(([key, value]) => sessionStorage.setItem(`good-terms / ${key}`, value), [
      key,
      JSON.stringify(value),
    ] as const);

  test('stands under the header of every page once it has a name, and is changed, cleared and brought back there', async () => {
    const page = await openPage(running.browser);
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    await page.goto(running.server.address + guide, { waitUntil: 'networkidle' });
    expect(await bar(page).isVisible()).toBe(false);
    // Who has typed nothing loads nothing for it.
    expect(loaded.filter((url) => url.includes('case-bar'))).toEqual([]);
    await openScript(page);
    await fillIn(page);
    await page.goto(running.server.address + guide);
    await bar(page).getByText('Case: Ms <Okafor> & Co').waitFor();
    await bar(page).getByRole('button', { name: 'Edit' }).click();
    await bar(page).getByLabel('Client').fill('Alder & Finch');
    await page.keyboard.press('Enter');
    await bar(page).getByText('Case: Alder & Finch · Ms <Okafor> & Co').waitFor();
    await bar(page).getByRole('button', { name: 'Clear' }).click();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    expect(await focused(page)).toBe('button: Undo');
    await page.keyboard.press('Enter');
    await bar(page).getByText('Case: Alder & Finch').waitFor();
    await openScript(page, 'scripts/hand-over-list/');
    expect(await page.getByLabel('Client', { exact: true }).inputValue()).toBe('Alder & Finch');
  });

  test('has no place where somebody leaves', async () => {
    const page = await openPage(running.browser);
    await openScript(page);
    await fillIn(page);
    for (const path of ['guides/beyond-the-documents/danger/', 'scripts/leave-now/']) {
      await page.goto(running.server.address + path, { waitUntil: 'networkidle' });
      expect(await page.locator('.case').count(), path).toBe(0);
    }
  });

  test('leads back to the last result, and its answers go into a text for one’s own side at one press', async () => {
    const page = await openPage(running.browser);
    await openScript(page, 'scripts/hand-the-decision-upwards/');
    await keep(page, 'result', {
      href: '/decide/fire/#v=3',
      headline: 'Plan the exit',
      facts: ['They have paid late four times.', 'Two people have asked to leave.'],
      reviewOn: '2020-12-11',
    });
    await page.reload();
    await page.locator('.script--live').waitFor();
    expect(await bar(page).getByRole('link', { name: 'Back to your result' }).getAttribute('href')).toBe(
      '/decide/fire/#v=3',
    );
    await page.getByRole('button', { name: words.useAnswers }).click();
    const text = page.locator('.script__text');
    expect(await text.innerText()).toContain('They have paid late four times. Two people have asked to leave.');
    expect(await text.innerText()).toContain('by 11 December 2020');
    await page.getByText(words.fromAnswers).first().waitFor();
    await page.getByRole('button', { name: words.remove }).first().click();
    expect(await text.innerText()).not.toContain('paid late four times');
    // Nothing of it is offered where a client reads.
    await openScript(page);
    expect(await page.getByRole('button', { name: words.useAnswers }).count()).toBe(0);
  });
});

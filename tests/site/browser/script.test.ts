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
const status = (page: Page) => out(page).locator('[role=status]');

async function openScript(page: Page, path = script, address = running.server.address): Promise<void> {
  await page.goto(address + path);
  await page.locator('.script--live').first().waitFor();
}

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('Contact', { exact: true }).fill('Ms <Okafor> & Co');
  await page.getByLabel('Invoice number').fill('2026-118');
  await page.getByLabel('Amount still open').fill('1850');
  await page.getByLabel('Due on').fill('2026-10-30');
  await page.getByLabel('Pay by').fill('2026-12-11');
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
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await expect.poll(() => status(page).innerText()).toContain('copied');
    expect(await focused(page)).toContain('Copy');

    const { plain, html } = await pasted(page);
    expect(plain).toContain('Dear Ms <Okafor> & Co,');
    expect(plain).toContain('30 October 2026');
    expect(plain).not.toMatch(/\(\(|<p>/);
    expect(html).toContain('<p>');
    expect(html).toContain('Ms &lt;Okafor&gt; &amp; Co');
  });

  test('with gaps it says which, asks once more, and leaves the markers in', async () => {
    const page = await openPage(running.browser, { permissions: ['clipboard-read', 'clipboard-write'] });
    await openScript(page);
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await expect.poll(() => status(page).innerText()).toMatch(/Not done yet: \d details? missing/);
    // A gap is a link to the field that fills it.
    const gap = out(page).getByRole('link', { name: 'Invoice number' });
    await gap.click();
    expect(await focused(page)).toMatch(/^input/);
    await page.keyboard.type('2026-118');
    expect(await page.locator('.script__text').innerText()).toContain('2026-118');
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await page.getByRole('button', { name: /^Copy anyway \(\d details? missing/ }).click();
    await expect.poll(() => status(page).innerText()).toMatch(/copied, with \d details? missing/);
    expect((await pasted(page)).plain).toContain('((due date))');
  });

  test('when the browser refuses, it says so and selects the words', async () => {
    const page = await openPage(running.browser);
    await openScript(page, script, plainHttp());
    await fillIn(page);
    await page.evaluate(() => {
      document.execCommand = () => false;
    });
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await expect.poll(() => status(page).innerText()).toContain(words.copyRefused);
    expect(await page.evaluate(() => getSelection()?.toString())).toContain('Dear Ms <Okafor> & Co');
  });

  test('by keyboard alone', async () => {
    const page = await openPage(running.browser, { permissions: ['clipboard-read', 'clipboard-write'] });
    await openScript(page);
    await page.getByLabel('Contact', { exact: true }).focus();
    await page.keyboard.type('Ms Okafor');
    for (let presses = 0; presses < 40 && !(await focused(page)).startsWith('button: Copy'); presses++)
      await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('button: Copy');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect.poll(() => status(page).innerText()).toContain('copied');
  });
});

test("days and money are written as the reader's browser writes them", async () => {
  const page = await openPage(running.browser, { locale: 'en-US' });
  await openScript(page);
  await fillIn(page);
  expect(await page.locator('.script__text').innerText()).toContain('October 30, 2026');
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
    expect(await page.locator('.script__variant h3').innerText()).toBe('Email, final');
    expect(await page.getByLabel('Invoice number').inputValue()).toBe('2026-118');
  });

  test('what is typed once is there in every script of this tab, until Clear', async () => {
    const page = await openPage(running.browser);
    await openScript(page);
    await fillIn(page);
    await openScript(page, 'scripts/bow-out/');
    expect(await page.getByLabel('Contact', { exact: true }).inputValue()).toBe('Ms <Okafor> & Co');
    await page.getByRole('button', { name: 'Clear all details' }).click();
    expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);
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
    for (const field of await page.locator('.script__fields input, .script__fields textarea').all()) {
      const type = await field.getAttribute('type');
      if (type === 'checkbox' || type === 'radio') await field.check();
      else if (type === 'date') await field.fill('2026-12-11');
      else await field.fill(canary);
    }
    for (const choice of await page.locator('.script__fields select').all()) await choice.selectOption({ index: 1 });
    for (const button of await out(page).getByRole('button').all()) {
      const name = await button.innerText();
      if (/^Download/.test(name)) {
        const [saved] = await Promise.all([page.waitForEvent('download'), button.click()]);
        expect(saved.suggestedFilename()).toMatch(/^late-payment-[a-z-]+\.(txt|eml)$/);
        const text = readFileSync(await saved.path(), 'utf8');
        if (saved.suggestedFilename().endsWith('.txt')) expect(text).toContain(canary);
      } else if (/^Call mode/.test(name)) {
        await button.click();
        await page.keyboard.press('Escape');
      } else await button.click();
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
  await page.getByRole('button', { name: 'Clear all details' }).click();
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
    await expect.poll(() => focused(page)).toMatch(/^input/);
    expect(page.url()).toBe(running.server.address + guide);
  });
  test('without JavaScript the link leads to the script, where every variant is readable with its gaps named', async () => {
    const page = await openPage(running.browser, { javaScriptEnabled: false });
    await page.goto(running.server.address + guide);
    await page.getByRole('link', { name: 'Fill in and copy' }).first().click();
    expect(new URL(page.url()).pathname).toBe(`/${script}`);
    expect(await page.locator('.script__variant:visible').count()).toBe(4);
    expect(await page.locator('.gap').first().innerText()).toContain('Invoice number');
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

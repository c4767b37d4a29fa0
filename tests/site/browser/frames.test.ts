import { appendFileSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type Serving } from '../../../src/cli/serve.ts';
import {
  embed,
  frame as words,
  leave,
  pages as pageWords,
  script as scriptWords,
  share as shareWords,
  tree as treeWords,
  treeResult,
} from '../../../src/i18n/en.ts';
import { axeFindings, pixelsTooWide } from '../../support/axe.ts';
import { startBrowser } from '../../support/browser.ts';
import { builtPages, filesIn } from '../../support/built-pages.ts';
import { must } from '../../support/must.ts';
import { sites } from '../../support/sites.ts';
import { buildSmall, smallProject } from '../../support/small-project.ts';
import { browserAndSite, openPage } from './support.ts';

// Trees and scripts in pages of another origin: another port of this machine.

const intranet = 'https://intranet.example';
const harmless = 'https://harmless.example/';
const treePage = 'embed/decide/fire/';
const scriptPage = 'embed/scripts/late-payment/';

let folder: string;
let browser: Browser;
/** The site, which only `other` may frame. */
let site: Serving;
/** The same, built without knowing at which address it will live. */
let unnamed: Serving;
/** Two other sites: what is asked of them is a page with the code, or a frame of the address, behind the question mark. */
let other: Serving;
let stranger: Serving;

/** A page of an intranet, which makes the frame as high as it is told, and keeps what it was told. */
const page = (framed: string, attributes: string): string => `<!doctype html><title>Intranet</title><h1>Our clients</h1>
<iframe title="Playbook" src="${framed}" width="100%" height="300" ${attributes}></iframe><textarea></textarea>
<script>
  window.told = [];
  addEventListener('message', ({ origin, data }) => {
    told.push({ origin, data });
    if (data.type === 'good-terms:height') document.querySelector('iframe').height = data.height;
  });
</script>`;

async function startOther(): Promise<Serving> {
  const server: Server = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://localhost').searchParams;
    response.writeHead(200, { 'content-type': 'text/html' });
    const code = asked.get('code');
    response.end(code ? `<!doctype html>${code}` : page(asked.get('page') ?? '', asked.get('with') ?? ''));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
}

beforeAll(async () => {
  const project = smallProject();
  appendFileSync(join(project, 'company/organisation.yaml'), `framedBy: [${intranet}]\nharmlessPage: ${harmless}\n`);
  buildSmall(project, 'dist', { SITE_URL: 'https://playbook.example', BASE_PATH: '/team/' });
  folder = join(project, 'dist');
  buildSmall(project, 'dist-unnamed', { SITE_URL: '', BASE_PATH: '/team/' });
  [browser, other, stranger] = await Promise.all([startBrowser(), startOther(), startOther()]);
  const framing = [new URL(other.address).origin];
  site = await serve(folder, '/team/', 0, undefined, framing);
  unnamed = await serve(join(project, 'dist-unnamed'), '/team/', 0, undefined, framing);
});
afterAll(async () => {
  await browser?.close();
  for (const server of [site, unnamed, other, stranger]) await server?.close();
});

/** Opens a page of another site with one of ours in it. */
async function goFramed(page: Page, path: string, attributes = 'allow="clipboard-write"'): Promise<Frame> {
  await page.route(harmless, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }));
  await page.goto(`${other.address}?${new URLSearchParams({ page: site.address + path, with: attributes })}`);
  const frame = must(page.frames()[1], 'a frame');
  await frame.locator('h1').waitFor();
  return frame;
}
/** The same in a window of its own, in which nothing may go wrong. */
async function openFramed(path: string, options: BrowserContextOptions = {}, attributes?: string) {
  const page = await openPage(browser, { mayAsk: 'harmless.example', ...options });
  return { page, frame: await goFramed(page, path, attributes) };
}
interface Told {
  readonly origin: string;
  readonly data: Readonly<Record<string, unknown>>;
}
const told = (page: Page): Promise<Told[]> => page.evaluate(() => (window as unknown as { told: Told[] }).told);
/** How high the frame's content is, and how much room it has. */
const heights = (frame: Frame) =>
  frame.evaluate(() => ({ content: Math.ceil(document.body.getBoundingClientRect().height), room: innerHeight }));
const asHighAsItsContent = (frame: Frame) =>
  expect.poll(async () => heights(frame).then(({ content, room }) => room - content)).toBe(0);
/** All that a browser keeps for the site, asked in the same tab; the file that is opened for it runs nothing. */
async function kept(page: Page): Promise<unknown> {
  await page.goto(`${site.address}favicon.svg`);
  return page.evaluate(async () => ({
    tab: Object.keys(sessionStorage),
    browser: Object.keys(localStorage),
    copies: await caches.keys(),
    databases: (await indexedDB.databases()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookies: document.cookie,
  }));
}
const nothing = { tab: [], browser: [], copies: [], databases: 0, workers: 0, cookies: '' };

const answer = async (frame: Frame, text: string) => {
  await frame.getByLabel(text, { exact: true }).check();
  await frame.getByRole('button', { name: treeWords.continue, exact: true }).click();
};

describe('in a page of another site', () => {
  test('a tree is walked to its result; the page is told how high it is, and nothing else; nothing is kept', async () => {
    // A worker could come, if anything asked for one.
    const { page, frame } = await openFramed(treePage, { serviceWorkers: 'allow' });
    expect(await frame.locator('header, footer, nav').count()).toBe(0);
    await asHighAsItsContent(frame);
    await frame.getByRole('link', { name: treeWords.begin, exact: true }).click();
    await answer(frame, 'No');
    await answer(frame, 'I do');
    await answer(frame, 'More than once');
    await frame.getByRole('heading', { name: 'Step back from the work' }).waitFor();
    await asHighAsItsContent(frame);
    const messages = await told(page);
    expect(messages.length).toBeGreaterThan(1);
    for (const { origin, data } of messages) {
      expect(origin).toBe(new URL(site.address).origin);
      expect(data).toEqual({ type: 'good-terms:height', height: expect.any(Number) as number });
    }
    expect(page.url()).not.toContain('no-one');
    expect(await kept(page)).toEqual(nothing);
  });

  test('a script is filled in and copied; nothing of it is sent or kept', async () => {
    const { page, frame } = await openFramed(scriptPage, { serviceWorkers: 'allow' });
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    await frame.getByLabel('Invoice number').fill('2026-118');
    await frame.getByText(scriptWords.keptNowhere).waitFor();
    expect(await frame.getByRole('button', { name: scriptWords.clear }).count()).toBe(0);
    await frame.getByRole('button', { name: scriptWords.clearHere }).click();
    await frame.getByText(scriptWords.clearedHere, { exact: true }).waitFor();
    await frame.getByLabel('Invoice number').fill('2026-118');
    await frame.locator('.script__text', { hasText: '2026-118' }).waitFor();
    await asHighAsItsContent(frame);
    await frame.locator('.script__out').getByRole('button').first().click();
    await frame.getByRole('button', { name: scriptWords.copied }).waitFor();
    await page.locator('textarea').click();
    await page.keyboard.press('Control+V');
    expect(await page.locator('textarea').inputValue()).toContain('2026-118');
    expect(JSON.stringify(await told(page)) + sent.join()).not.toContain('2026-118');
    // What is typed is gone with the page.
    await page.reload();
    const again = must(page.frames()[1], 'a frame');
    await again.locator('.script--live').waitFor();
    expect(await again.getByLabel('Invoice number').inputValue()).toBe('');
    expect(await kept(page)).toEqual(nothing);
  });

  test('where the frame may not use the clipboard, the older way does; where that is refused too, it says so and the text is selected', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const frame = await goFramed(page, scriptPage, '');
    const copy = frame.locator('.script__out').getByRole('button').first();
    await frame.getByLabel('Invoice number').fill('2026-118');
    await copy.click();
    await frame.getByRole('button', { name: scriptWords.copied }).waitFor();
    await page.locator('textarea').click();
    await page.keyboard.press('Control+V');
    expect(await page.locator('textarea').inputValue()).toContain('2026-118');
    await frame.evaluate(() => (document.execCommand = () => false));
    await frame.getByLabel('Invoice number').fill('2026-119');
    await copy.click();
    await frame.locator('.script__left', { hasText: scriptWords.copyRefused }).waitFor();
    expect(await frame.evaluate(() => getSelection()?.toString())).toContain('2026-119');
    await context.close();
  });

  test('whoever leaves a result that says to stop takes the page around along', async () => {
    for (const how of ['button', 'key'] as const) {
      const { page, frame } = await openFramed(treePage);
      await frame.getByRole('link', { name: treeWords.begin, exact: true }).click();
      await answer(frame, 'Yes');
      const out = frame.getByRole('link', { name: leave.title });
      await frame.waitForFunction(() => document.querySelector<HTMLElement>('.leave')?.onclick);
      if (how === 'button') await out.click();
      else for (let press = 0; press < 3; press++) await page.keyboard.press('Escape');
      await page.waitForURL(harmless);
      expect(await page.title()).toBe('Weather');
    }
  });

  test.each([treePage, scriptPage])(
    '%s wears what the frame is lit by, whatever was chosen on the site',
    async (path) => {
      const ground = (frame: Frame) => frame.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const page = await openPage(browser);
      await page.goto(`${site.address}favicon.svg`);
      await page.evaluate(() => localStorage.setItem('good-terms /team/ theme', 'dark'));
      expect(await ground(await goFramed(page, path))).toBe('rgb(245, 243, 238)');
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await ground(must(page.frames()[1], 'a frame'))).toBe('rgb(20, 24, 27)');
    },
  );

  test('other pages open beside, the result with its answers', async () => {
    const { page, frame } = await openFramed(treePage);
    await frame.getByRole('link', { name: treeWords.begin, exact: true }).click();
    await answer(frame, 'No');
    await answer(frame, 'I do');
    await answer(frame, 'More than once');
    const opens = page.waitForEvent('popup');
    await frame.getByRole('link', { name: treeResult.openWholeResult }).click();
    const whole = await opens;
    await whole.getByRole('heading', { level: 1, name: 'Step back from the work' }).waitFor();
    expect(new URL(whole.url()).pathname).toBe('/team/decide/fire/');
    expect(await whole.evaluate(() => window.opener === null)).toBe(true);
    expect(frame.url()).toContain(treePage);
  });

  test('its own page opens beside, also without scripts', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { page, frame } = await openFramed(scriptPage, { javaScriptEnabled });
      await frame.locator('.script__text').first().waitFor();
      const opens = page.waitForEvent('popup');
      await frame.getByRole('link', { name: words.open }).click();
      const own = await opens;
      await own.waitForLoadState();
      expect(new URL(own.url()).pathname).toBe('/team/scripts/late-payment/');
    }
  });
});

test('a site that is not named is refused', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  for (const path of [treePage, scriptPage, '']) {
    await page.goto(`${stranger.address}?${new URLSearchParams({ page: site.address + path })}`);
    await expect.poll(() => complaints.filter((text) => text.includes('frame-ancestors')).length).toBe(1);
    expect(await must(page.frames()[1], 'a frame').locator('h1, h2').count()).toBe(0);
    complaints.length = 0;
  }
  await context.close();
});

describe('pages for frames', () => {
  test.each([treePage, scriptPage, 'about/embed/'])('%s: axe finds nothing, and it is not too wide', async (path) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await openPage(browser, { colorScheme, viewport: { width: 320, height: 700 } });
      await page.goto(site.address + path);
      if (path === scriptPage) await page.locator('.script--live').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      expect(await pixelsTooWide(page)).toBe(0);
    }
  });

  test('no search, no sitemap, no worker and no file to take along knows them', () => {
    const framed = builtPages(folder, '/team/').filter(({ address }) => address.startsWith('/team/embed/'));
    expect(framed.map(({ address }) => address)).toEqual(
      expect.arrayContaining([`/team/${treePage}`, `/team/${scriptPage}`]),
    );
    for (const { html, address } of framed) expect(html, address).toContain('<meta name="robots" content="noindex">');
    // Nobody is to leave a frame in haste, so what is left in haste is not there.
    expect(framed.map(({ address }) => address)).not.toContain('/team/embed/scripts/leave-now/');
    const others = filesIn(folder).filter((file) =>
      /(^|\/)(sitemap.*\.xml|search\.json|sw\.js|good-terms\.html|llms\.txt|content\.json)$/.test(file),
    );
    expect(others.length).toBeGreaterThan(5);
    for (const file of others) {
      const text = readFileSync(join(folder, file), 'utf8');
      expect(text, file).not.toMatch(/\bembed\/(decide|scripts)\//);
      expect(text, file).not.toMatch(/_astro\/[Ff]rame\./);
    }
  });

  test('the page with their code has one for each, and copies it', async () => {
    const page = await openPage(browser);
    await page.goto(`${site.address}about/`);
    await page.getByRole('link', { name: embed.title }).click();
    const codes = await page.locator('[data-code]').allTextContents();
    const built = builtPages(folder, '/team/').filter(({ address }) => address.startsWith('/team/embed/'));
    expect(codes.map((code) => / src="https:\/\/playbook\.example([^"]*)"/.exec(code)?.[1]).toSorted()).toEqual(
      built.map(({ address }) => address).toSorted(),
    );
    await page.getByRole('button', { name: embed.copyOf('Should I fire this client?') }).click();
    await page.getByText(embed.copied, { exact: true }).waitFor();
  });

  test('one is found there by a few letters, also of what else people call it', async () => {
    const page = await openPage(browser);
    await page.goto(`${site.address}about/embed/`);
    const shown = () => page.locator('[data-entry]:visible > a').allTextContents();
    const all = await shown();
    await page.getByLabel(embed.find).fill('fire');
    expect(await shown()).toEqual(['Should I fire this client?']);
    await page.getByText(embed.found(1, all.length), { exact: true }).waitFor();
    await page.getByLabel(embed.find).fill('zzzz');
    expect(await shown()).toEqual([]);
    await page.getByText(embed.noneFound).waitFor();
    await page.getByLabel(embed.find).fill('');
    expect(await shown()).toEqual(all);
  });

  // Where the page around does not listen, the code has to make the room. The figures are of no machine in particular.
  test.each([
    [treePage, '.tree__question'],
    [scriptPage, '.letter'],
  ])('%s: the height in the code fits what is shown at 720 pixels', async (path, whole) => {
    const page = await openPage(browser, { viewport: { width: 720, height: 600 } });
    await page.goto(`${site.address}about/embed/`);
    const code = await page.locator('[data-code]', { hasText: `/${path}"` }).textContent();
    const height = Number(/ height="(\d+)"/.exec(code ?? '')?.[1]);
    await page.goto(site.address + path);
    if (path === treePage) await page.getByRole('link', { name: treeWords.begin, exact: true }).click();
    else await page.locator('.script--live').waitFor();
    const highest = { is: 0 };
    const measure = async (): Promise<void> => {
      await page.locator(whole).waitFor();
      const bottom = await page.locator(whole).evaluate((element) => element.getBoundingClientRect().bottom + scrollY);
      highest.is = Math.max(highest.is, bottom);
    };
    await measure();
    if (path === scriptPage)
      for (const wording of await page.locator('.script__choice a').all()) {
        await wording.click();
        await page.locator('.script__choice a[aria-current]').and(wording).waitFor();
        await measure();
      }
    expect(height).toBeGreaterThan(highest.is - 60);
    expect(height).toBeLessThan(highest.is + 200);
  });
});

describe('passing a page on', () => {
  /** By keyboard alone. */
  const openShare = async (page: Page, path: string, at = site): Promise<void> => {
    await page.goto(at.address + path);
    if (path.startsWith('scripts/')) {
      await page.locator('.more > summary').press('Enter');
      await page.getByRole('button', { name: scriptWords.share, exact: true }).press('Enter');
    } else await page.getByRole('link', { name: pageWords.share, exact: true }).press('Enter');
    await page.getByRole('dialog', { name: shareWords.title }).waitFor();
  };
  const pasted = async (page: Page): Promise<string> => {
    const paper = await page.context().newPage();
    await paper.goto(`${other.address}?page=about:blank`);
    await paper.locator('textarea').click();
    await paper.keyboard.press('Control+V');
    const text = await paper.locator('textarea').inputValue();
    await paper.close();
    return text;
  };

  test.each([scriptPage, treePage])(
    'a site that does not know its address gives the one it is read at: the code is copied where the reader is, put into a page of another site, and used there: %s',
    async (framed) => {
      const page = await openPage(browser);
      await openShare(page, framed.replace('embed/', ''), unnamed);
      await page.getByRole('button', { name: shareWords.copyCode }).click();
      await page.getByText(shareWords.codeCopied).waitFor();
      const code = await pasted(page);
      await page.goto(`${other.address}?${new URLSearchParams({ code })}`);
      const frame = must(page.frames()[1], 'a frame');
      expect(frame.url()).toBe(unnamed.address + framed);
      if (framed === treePage) {
        await frame.getByRole('link', { name: treeWords.begin, exact: true }).click();
        await answer(frame, 'No');
        await answer(frame, 'I do');
        await answer(frame, 'More than once');
        await frame.getByRole('heading', { name: 'Step back from the work' }).waitFor();
        return;
      }
      await frame.getByLabel('Invoice number').fill('2026-118');
      await frame.locator('.script__text', { hasText: '2026-118' }).waitFor();
      // What is passed on is the page itself, so a frame of it offers nothing of the kind.
      await frame.locator('.more > summary').click();
      await frame.getByRole('button', { name: scriptWords.downloadText }).waitFor();
      expect(await frame.getByRole('button', { name: scriptWords.share }).count()).toBe(0);
    },
  );

  test.each([scriptPage, treePage])(
    'a site that knows its address gives that, wherever it is read: %s',
    async (framed) => {
      const page = await openPage(browser);
      const path = framed.replace('embed/', '');
      await openShare(page, path);
      const [link, code] = await page
        .locator('.share textarea')
        .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));
      expect(link).toBe(`https://playbook.example/team/${path}`);
      expect(code).toContain(` src="https://playbook.example/team/${framed}" `);
    },
  );

  test('the link is copied, with the wording and nothing that was typed; the page of codes opens at this one', async () => {
    const page = await openPage(browser);
    await openShare(page, 'scripts/late-payment/?from=mail#email-final');
    await page.getByRole('button', { name: shareWords.copyLink }).click();
    await page.getByText(shareWords.linkCopied).waitFor();
    expect(await pasted(page)).toBe('https://playbook.example/team/scripts/late-payment/#email-final');
    // What is opened stays where the reader is.
    await page.getByRole('link', { name: shareWords.whereItGoes }).click();
    await page.locator('[data-entry]:target [data-code]').waitFor();
    expect(await page.locator('[data-entry]:target > a').textContent()).toBe(
      await page.locator('[data-entry] > a[href$="/scripts/late-payment/"]').textContent(),
    );
  });

  test('by keyboard alone; Escape leads back to where the reader was', async () => {
    const page = await openPage(browser, { viewport: { width: 390, height: 844 } });
    for (const [path, back] of [
      ['scripts/late-payment/', scriptWords.more],
      ['decide/fire/', pageWords.share],
    ] as const) {
      await openShare(page, path);
      await page.keyboard.press('Enter');
      await page.getByText(shareWords.linkCopied).waitFor();
      await page.keyboard.press('Escape');
      await page.locator('dialog.share').waitFor({ state: 'detached' });
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(back);
    }
  });

  test.each(['light', 'dark'] as const)(
    'axe finds nothing, and nothing is too wide, in the %s',
    async (colorScheme) => {
      const page = await openPage(browser, { colorScheme, viewport: { width: 320, height: 700 } });
      for (const path of ['scripts/late-payment/', 'decide/fire/']) {
        await openShare(page, path);
        expect(await axeFindings(page)).toEqual([]);
        expect(await pixelsTooWide(page)).toBe(0);
      }
    },
  );

  test('where nothing can be copied the text is selected, and the reader is told the keys', async () => {
    const page = await openPage(browser);
    await openShare(page, 'scripts/late-payment/');
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.execCommand = () => false;
    });
    await page.getByRole('button', { name: shareWords.copyCode }).click();
    await page.getByText(shareWords.copyRefused).waitFor();
    const selected = await page.evaluate(() => {
      const field = document.activeElement as HTMLTextAreaElement;
      return field.value.slice(field.selectionStart, field.selectionEnd);
    });
    expect(selected).toMatch(/^<iframe src="[^"]+\/embed\/scripts\/late-payment\/".*<\/iframe>$/);
  });

  test('of a page that nobody is to be seen reading only the link is offered', async () => {
    const page = await openPage(browser);
    await openShare(page, 'scripts/leave-now/');
    const dialog = page.getByRole('dialog', { name: shareWords.title });
    expect(await dialog.locator('textarea').count()).toBe(1);
    expect(await dialog.getByRole('link').count()).toBe(0);
  });

  test('without scripts a link leads to the code', async () => {
    const page = await openPage(browser, { javaScriptEnabled: false });
    for (const path of ['scripts/late-payment/', 'decide/fire/']) {
      await page.goto(site.address + path);
      await page.getByRole('link', { name: pageWords.share, exact: true }).click();
      const entry = page.locator('[data-entry]:target');
      expect(await entry.locator(':scope > a').getAttribute('href')).toBe(`/team/${path}`);
      await entry.locator('summary').click();
      await entry.locator('[data-code]').waitFor();
    }
  });
});

describe('where no other site may show pages', () => {
  const running = browserAndSite();

  test('the link is offered all the same, with a way to what has to be set first', async () => {
    const page = await openPage(running.browser);
    for (const path of ['scripts/late-payment/', 'decide/fire/']) {
      await page.goto(running.server.address + path);
      if (path.startsWith('scripts/')) {
        await page.locator('.more > summary').click();
        await page.getByRole('button', { name: scriptWords.share, exact: true }).click();
      } else await page.getByRole('link', { name: pageWords.share, exact: true }).click();
      const dialog = page.getByRole('dialog', { name: shareWords.title });
      await dialog.getByText(shareWords.notYet).waitFor();
      expect(await dialog.locator('textarea').count()).toBe(1);
      expect(await dialog.locator('textarea').inputValue()).toBe(running.server.address + path);
      await dialog.getByRole('link', { name: shareWords.whatFirst }).click();
      await page.getByRole('heading', { name: embed.notYet }).waitFor();
    }
  });

  test('two days beside each other are not too wide for a phone', async () => {
    const page = await openPage(running.browser, { viewport: { width: 374, height: 800 } });
    await page.goto(`${running.server.address}scripts/late-payment/`);
    await page.locator('.script__pair').first().waitFor();
    expect(await pixelsTooWide(page)).toBe(0);
  });
});

test.each(sites)('where nobody else may frame the site there are none: $name', ({ folder }) => {
  expect(filesIn(folder).filter((file) => /^embed\/|^headers\/|^_astro\/[Ff]rame\./.test(file))).toEqual([]);
});

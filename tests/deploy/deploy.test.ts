import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request as requestPlain, type IncomingHttpHeaders } from 'node:http';
import { request as requestTls } from 'node:https';
import { extname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AttachmentKind } from '../../src/content/layer-files.ts';
import { startBrowser } from '../support/browser.ts';
import { filesIn } from '../support/built-pages.ts';
import { sites } from '../support/sites.ts';
import { caching, headers, hsts, isHashed } from './promises.ts';
import { hidden, installed, linked, name, setups, type Running } from './servers.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Asks once: follows no redirect and undoes no compression. A header that comes twice is a fault. */
function ask(
  address: string,
  send: Readonly<Record<string, string>> = {},
  certificate?: string,
  method = 'GET',
): Promise<Answer> {
  const url = new URL(address);
  // The path as it is written: URL would tidy it, and a reader who means harm does not.
  const options = { host: url.hostname, port: url.port, path: address.slice(url.origin.length), headers: send, method };
  return new Promise((resolve, reject) => {
    const request =
      url.protocol === 'https:'
        ? requestTls({ ...options, ca: certificate, servername: 'intranet.example', agent: false })
        : requestPlain(options);
    request.once('error', reject);
    request.once('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('error', reject);
      const names = response.rawHeaders.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase());
      const twice = names.find((name, at) => name !== 'vary' && names.indexOf(name) !== at);
      if (twice) reject(new Error(`${address}: the header ${twice} comes twice`));
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    request.end();
  });
}

const pageType = /^text\/html; ?charset=utf-8$/i;

const types: Readonly<Record<string, RegExp>> = {
  '.html': pageType,
  '.css': /^text\/css(;|$)/,
  '.js': /^(text|application)\/javascript(;|$)/,
  '.json': /^application\/json(;|$)/,
  '.svg': /^image\/svg\+xml(;|$)/,
  '.xml': /^(text|application)\/xml(;|$)/,
  '.md': /^text\/markdown; ?charset=utf-8$/i,
  '.txt': /^text\/plain; ?charset=utf-8$/i,
};

/** What pages load of pictures, and every kind of attachment. The playbook itself has none. */
const office = 'application/vnd.openxmlformats-officedocument';
const typesOfFiles: Readonly<Record<AttachmentKind | 'webp', RegExp>> = {
  pdf: /^application\/pdf$/,
  docx: new RegExp(`^${office}\\.wordprocessingml\\.document$`),
  xlsx: new RegExp(`^${office}\\.spreadsheetml\\.sheet$`),
  pptx: new RegExp(`^${office}\\.presentationml\\.presentation$`),
  odt: /^application\/vnd\.oasis\.opendocument\.text$/,
  ods: /^application\/vnd\.oasis\.opendocument\.spreadsheet$/,
  odp: /^application\/vnd\.oasis\.opendocument\.presentation$/,
  txt: /^text\/plain; ?charset=utf-8$/i,
  csv: /^text\/csv(; ?charset=utf-8)?$/i,
  webp: /^image\/webp$/,
};

/** What is wrong with the headers of an answer; nothing when all are as promised. */
function headerFaults(file: string, answer: Answer, cache: string): string[] {
  const expected: Record<string, string> = { ...headers, 'cache-control': cache };
  return Object.entries(expected)
    .filter(([name, value]) => answer.headers[name] !== value)
    .map(([name, value]) => `${file}: ${name} is "${String(answer.headers[name])}", not "${value}"`);
}

for (const server of ['nginx', 'apache2'] as const)
  if (!installed(server))
    console.log(
      `Skipped: ${server} is not installed, so its configurations were not tried. On Debian: apt-get install ${server}`,
    );

let browser: Browser | undefined;
afterAll(() => browser?.close());

describe.each(setups)('deploy/$name, $site', (setup) => {
  const { folder, base } = setup.site === sites[0].name ? sites[0] : sites[1];
  const isThere = installed(setup.server) !== undefined;
  describe.skipIf(!isThere)('when it runs', () => {
    let running: Running;
    beforeAll(async () => {
      running = await setup.start(folder, base);
    });
    afterAll(() => running?.stop());

    const get = (path: string, send?: Readonly<Record<string, string>>) =>
      ask(running.origin + path, send, running.certificate);
    // A set-up that is skipped has nothing built to look at.
    const all = isThere ? filesIn(folder) : [];
    const files = all.filter((file) => !/\.(gz|br)$/.test(file) && !/(^|\/)\./.test(file));
    const compressed = files.filter((file) => all.includes(`${file}.gz`));
    const read = (file: string) => readFileSync(join(folder, file));
    const addressOf = (file: string) => base + file.replace(/(^|\/)index\.html$/, '$1');
    const notFound = read('404.html');

    test('every page and file answers with its own bytes, type, policy and cache rule', async () => {
      const faults: string[] = [];
      for (const file of files) {
        const answer = await get(addressOf(file));
        if (answer.status !== 200) faults.push(`${file}: status ${answer.status}`);
        if (!answer.body.equals(read(file))) faults.push(`${file}: other bytes`);
        const [type, wanted] = [answer.headers['content-type'] ?? '', types[extname(file)]];
        if (wanted && !wanted.test(type)) faults.push(`${file}: type ${type}`);
        if (answer.headers['content-encoding']) faults.push(`${file}: coded though nobody asked`);
        faults.push(...headerFaults(file, answer, isHashed(file) ? caching.hashed : caching.asked));
      }
      expect(faults).toEqual([]);
      expect(files.filter((file) => file.endsWith('.html')).length).toBeGreaterThan(50);
      for (const kind of [/^_astro\//, /\.pf_fragment$/, /\.pf_index$/, /\.pf_meta$/, /\.pagefind$/, /pagefind\.js$/])
        expect(
          files.some((file) => kind.test(file)),
          String(kind),
        ).toBe(true);
    });

    test('pictures and attachments come with their own type, policy and cache rule', async () => {
      mkdirSync(join(running.folder, 'files'));
      const faults: string[] = [];
      for (const [kind, wanted] of Object.entries(typesOfFiles)) {
        const file = `files/form.${kind}`;
        writeFileSync(join(running.folder, file), 'x');
        const answer = await get(base + file);
        if (answer.status !== 200) faults.push(`${file}: status ${answer.status}`);
        const type = answer.headers['content-type'] ?? '';
        if (!wanted.test(type)) faults.push(`${file}: type ${type}`);
        faults.push(...headerFaults(file, answer, caching.asked));
      }
      expect(faults).toEqual([]);
    });

    test('text comes compressed to a browser that takes it, with its own type', async () => {
      const codings = [
        { accept: 'gzip, deflate', coding: 'gzip', side: '.gz', undo: gunzipSync },
        ...(setup.brotli
          ? [{ accept: 'gzip, deflate, br', coding: 'br', side: '.br', undo: brotliDecompressSync }]
          : [{ accept: 'gzip, deflate, br', coding: 'gzip', side: '.gz', undo: gunzipSync }]),
      ];
      const faults: string[] = [];
      for (const { accept, coding, side, undo } of codings)
        for (const file of compressed) {
          const answer = await get(addressOf(file), { 'accept-encoding': accept });
          if (answer.status !== 200 || answer.headers['content-encoding'] !== coding)
            faults.push(`${file}: ${answer.status}, coding ${answer.headers['content-encoding']}, not ${coding}`);
          else if (!answer.body.equals(read(file + side)) || !undo(answer.body).equals(read(file)))
            faults.push(`${file}: other bytes`);
          if (!types[extname(file)]?.test(answer.headers['content-type'] ?? ''))
            faults.push(`${file}: type ${answer.headers['content-type']}`);
          if (!/accept-encoding/i.test(answer.headers.vary ?? '')) faults.push(`${file}: no Vary`);
          if (answer.headers['content-language'])
            faults.push(`${file}: language ${answer.headers['content-language']}`);
          faults.push(...headerFaults(file, answer, isHashed(file) ? caching.hashed : caching.asked));
        }
      expect(faults).toEqual([]);
      expect(compressed.length).toBeGreaterThan(50);
    });

    test('the search index, compressed already, comes as it is', async () => {
      const faults: string[] = [];
      for (const file of files.filter((file) => /\.(pagefind|pf_\w+)$/.test(file))) {
        const answer = await get(addressOf(file), { 'accept-encoding': 'gzip, deflate, br' });
        if (answer.headers['content-encoding'] || !answer.body.equals(read(file))) faults.push(file);
      }
      expect(faults).toEqual([]);
    });

    test('a browser that has a page already gets no second copy', async () => {
      for (const file of ['index.html', 'pagefind/pagefind.js', 'theme.js']) {
        const send = { 'accept-encoding': 'gzip' };
        const { headers: first } = await get(addressOf(file), send);
        const again = await get(addressOf(file), { ...send, 'if-none-match': first.etag ?? '' });
        expect(again.status, file).toBe(304);
        expect(again.headers['cache-control'], file).toBe(caching.asked);
      }
    });

    test("an unknown address gives the site's own page, status 404, and nobody keeps it", async () => {
      const unknown = [
        'nowhere/',
        'nowhere',
        'guides/nowhere/',
        'guides/nowhere.html',
        '_astro/nowhere.js',
        'pagefind/fragment/en_nowhere.pf_fragment',
      ];
      for (const path of unknown) {
        const answer = await get(base + path);
        expect(answer.status, path).toBe(404);
        expect(answer.body.equals(notFound), path).toBe(true);
        expect(headerFaults(path, answer, caching.asked)).toEqual([]);
        expect(answer.headers['content-type'], path).toMatch(pageType);
      }
      const zipped = await get(`${base}nowhere/`, { 'accept-encoding': 'gzip' });
      expect(zipped.status).toBe(404);
      const body = zipped.headers['content-encoding'] === 'gzip' ? gunzipSync(zipped.body) : zipped.body;
      expect(body.equals(notFound)).toBe(true);
    });

    test('a folder without a page shows no list of what is in it', async () => {
      for (const path of ['_astro/', 'pagefind/', 'pagefind/fragment/']) {
        const answer = await get(base + path);
        expect(answer.status, path).toBe(404);
        expect(answer.body.equals(notFound), path).toBe(true);
      }
    });

    test('an address without its last slash leads to the one with it, on the server the reader named', async () => {
      const folders = files
        .filter((file) => file.endsWith('/index.html'))
        .map((file) => base + file.replace(/\/index\.html$/, ''));
      const own = base === '/' ? [] : [base.slice(0, -1)];
      // Behind a proxy that ends TLS, the server sees plain http, and the name that the reader typed.
      const readers: { at: string; send: Record<string, string>; addresses: string[] }[] = [
        { at: running.origin, send: {}, addresses: [...folders, ...own] },
        {
          at: `https://${name}:8443`,
          send: { host: `${name}:8443`, 'x-forwarded-proto': 'https' },
          addresses: setup.outOfReach ? folders : [...folders, ...own],
        },
      ];
      const faults: string[] = [];
      for (const { at, send, addresses } of readers)
        for (const address of addresses) {
          const { status, headers } = await get(`${address}?q=a%20b`, send);
          const to = new URL(headers.location ?? '', at + address).href;
          if (status !== 301 || to !== `${at}${address}/?q=a%20b`)
            faults.push(`${at}${address}: ${status} to ${headers.location}`);
        }
      expect(faults).toEqual([]);
    });

    test('a redirect never leaves for another server', async () => {
      for (const path of ['//evil.example/guides', '//guides', `/${base}/guides`, '/\\evil.example/guides'])
        for (const send of [undefined, { 'x-forwarded-proto': 'https' }]) {
          const { status, headers } = await get(path, send);
          if (status < 300 || status >= 400) continue;
          expect(new URL(headers.location ?? '', running.origin).host, path).toBe(new URL(running.origin).host);
        }
    });

    test('what begins with a dot is refused', async () => {
      const paths = [...hidden, '.htaccess', '.git/', '.git', '%2eenv', 'guides/../.env', 'guides/%2e%2e/.env'];
      for (const path of paths) {
        const answer = await get(base + path);
        expect([400, 403, 404], path).toContain(answer.status);
        expect(answer.body.toString(), path).not.toMatch(/not for readers|RewriteEngine/);
      }
      for (const path of ['../nginx.conf', '..%2fnginx.conf', '%2e%2e/apache.conf', '../site/index.html'])
        expect((await get(base + path)).status, path).toBeGreaterThanOrEqual(400);
      if (base !== '/') expect((await get(`${base.slice(0, -1)}../nginx.conf`)).status).toBeGreaterThanOrEqual(400);
    });

    test.runIf(setup.tls)('plain http is sent on to https, with path and question', async () => {
      const { status, headers } = await ask(`${running.plain}/guides/?q=a%20b`);
      expect([status, headers.location]).toEqual([301, `https://${name}/guides/?q=a%20b`]);
    });

    test('browsers are told to stay with https where the server ends it itself, and nowhere else', async () => {
      for (const path of ['', 'nowhere/'])
        expect((await get(base + path)).headers['strict-transport-security']).toBe(setup.tls ? hsts : undefined);
    });

    test('nothing but reading is answered', async () => {
      for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
        // An .htaccess has no say in what a server does before it looks at files.
        if (setup.outOfReach && method === 'TRACE') continue;
        const send = { 'x-canary': 'sent back', 'content-length': '0' };
        const answer = await ask(running.origin + base, send, running.certificate, method);
        expect([403, 405], method).toContain(answer.status);
        expect(answer.body.toString(), method).not.toContain('sent back');
      }
    });

    test('a link between files that leads elsewhere is not followed', async () => {
      const paths = [linked.file, ...(setup.server === 'nginx' ? [`${linked.folder}/secret.txt`] : [])];
      for (const path of paths) {
        const answer = await get(base + path);
        expect(answer.status, path).toBe(404);
        expect(answer.body.toString(), path).not.toContain('not for readers');
      }
    });

    test.runIf(setup.ownName)('a request under another name is refused, and that name is not sent back', async () => {
      const all = [running.origin, ...(running.plain ? [running.plain] : [])];
      for (const origin of all)
        for (const path of ['/', '/guides', '/nowhere'])
          for (const more of [{}, { 'x-forwarded-proto': 'https' }] as Record<string, string>[]) {
            const { status, headers, body } = await ask(
              origin + path,
              { host: 'evil.example', ...more },
              running.certificate,
            );
            expect(headers.location ?? '', path).not.toContain('evil.example');
            expect(body.toString(), path).not.toContain('evil.example');
            if (origin === running.origin) expect(status, path).toBe(421);
          }
    });

    describe('in a browser', () => {
      beforeAll(async () => {
        browser ??= await startBrowser();
      });

      /** Opens a page, and hands back what the browser complained about. */
      async function open(path: string, use: (page: Awaited<ReturnType<Browser['newPage']>>) => Promise<void>) {
        browser ??= await startBrowser();
        const page = await browser.newPage({ ignoreHTTPSErrors: true, serviceWorkers: 'block' });
        const complaints: string[] = [];
        page.on('console', (message) => {
          // The certificate is made for this test, and browsers take no worker by such a one; so there is none.
          if (!message.text().startsWith('Service Worker registration blocked'))
            complaints.push(`console: ${message.text()}`);
        });
        page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
        page.on('request', (request) => {
          if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== running.origin)
            complaints.push(`request to ${request.url()}`);
        });
        page.on('requestfailed', (request) =>
          complaints.push(`failed: ${request.url()} ${request.failure()?.errorText}`),
        );
        page.on('response', (response) => {
          if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
        });
        await page.addInitScript(() => {
          addEventListener('securitypolicyviolation', (event) =>
            console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
          );
        });
        try {
          await page.goto(running.origin + base + path, { waitUntil: 'networkidle' });
          await use(page);
        } finally {
          await page.close();
        }
        return complaints;
      }

      test('a tree can be walked', async () => {
        const complaints = await open('decide/fire/', async (page) => {
          await page.getByRole('link', { name: 'Start now', exact: true }).click();
          const title = await page.locator('main .tree__title').textContent();
          await page.locator('main fieldset input').last().check();
          await page.getByRole('button', { name: 'Continue' }).click();
          await page.waitForFunction(
            (title) => document.querySelector('main .tree__title')?.textContent !== title,
            title,
          );
          expect(new URL(page.url()).pathname).toBe(`${base}decide/fire/`);
          expect(new URL(page.url()).hash).toContain('=');
        });
        expect(complaints).toEqual([]);
      });

      test('a script can be filled in', async () => {
        const complaints = await open('scripts/late-payment/', async (page) => {
          await page.locator('main input[type="text"]').first().fill('Nordlicht Tools');
          await page.locator('main').getByText('Nordlicht Tools').first().waitFor();
        });
        expect(complaints).toEqual([]);
      });

      test('the search page loads the index and shows what it finds', async () => {
        const complaints = await open('search/#q=invoice', async (page) => {
          const link = page.locator(`main a[href^="${base}scripts/"], main a[href^="${base}guides/"]`);
          await link.first().waitFor({ timeout: 15_000 });
          // What people say answers first; the text of pages follows.
          const loaded = () =>
            page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.replace(/\?.*/, '')));
          for (const kind of ['pagefind.js', '.pf_fragment'])
            await expect
              .poll(async () => (await loaded()).some((name) => name.endsWith(kind)), { message: kind })
              .toBe(true);
        });
        expect(complaints).toEqual([]);
      });

      test('the page for unknown addresses is whole', async () => {
        const complaints = await open('nowhere/at/all/', async (page) => {
          expect(await page.locator('h1').textContent()).toContain('Page not found');
          await page.getByRole('link', { name: 'A to Z' }).first().click();
          await page.waitForURL(`**${base}a-to-z/`);
        });
        const expected = (complaint: string) =>
          /^404: .*\/nowhere\/at\/all\/$|^console: Failed to load resource.*404/.test(complaint);
        expect(complaints.filter((complaint) => !expected(complaint))).toEqual([]);
      });
    });
  });
});

test('the built folders are there', () => {
  for (const { folder } of sites) expect(existsSync(join(folder, '404.html')), folder).toBe(true);
});

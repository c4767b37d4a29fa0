import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { script as words, tree as treeWords } from '../../src/i18n/en.ts';
import { must } from '../support/must.ts';
import { buildSmall, smallProject } from '../support/small-project.ts';
import type { Running, Window } from './engine.ts';
import { firefox } from './firefox.ts';
import { Reader } from './reader.ts';
import { serveWatched, type Watched } from './site.ts';

// A tree and a script in a page of another origin. WebKit's driver cannot act in a frame and is left out.
describe.skipIf(firefox.missing.length > 0)('in a frame in Firefox', () => {
  let browser: Running;
  let site: Watched;
  let window: Window;
  /** A page of an intranet: as wide as the window, as high as it is told. */
  const around = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').search.slice(1);
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(`<!doctype html><title>Intranet</title>
      <iframe src="${site.address}${path}" title="Playbook" width="100%" height="300" allow="clipboard-write"></iframe>
      <script>
        addEventListener('message', ({ data }) => {
          document.querySelector('iframe').height = data.height;
          document.title = JSON.stringify(data);
        });
      </script>`);
  });
  beforeAll(async () => {
    const project = smallProject();
    appendFileSync(join(project, 'company/organisation.yaml'), 'framedBy: [http://localhost]\n');
    buildSmall(project, 'dist', { SITE_URL: '', BASE_PATH: '' });
    site = await serveWatched(join(project, 'dist'));
    browser = await firefox.start();
    await new Promise<void>((resolve) => around.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    await browser?.stop();
    await site?.close();
    around.close();
  });

  /** Somebody at a frame in a new window. */
  const openFramed = async (path: string): Promise<Reader> => {
    window = await browser.newWindow();
    await window.resize(1280, 900);
    await window.open(`http://localhost:${(around.address() as AddressInfo).port}/?${path}`);
    return new Reader(await must(browser.inFrame, 'a way into frames')(window), site.address);
  };
  /** The frame has the height that its content told, and nothing else was told. */
  const isSized = () =>
    expect
      .poll(() => window.run(() => [document.title, document.querySelector('iframe')?.getAttribute('height')] as const))
      .toSatisfy(([title, height]: readonly [string, string | undefined]) => {
        const told: unknown = /^\{/.test(title) ? JSON.parse(title) : undefined;
        expect(told).toEqual({ type: 'good-terms:height', height: Number(height) });
        return Number(height) > 300;
      });
  /** What the browser keeps for the site in this tab. */
  const kept = async () => {
    await window.open(`${site.address}favicon.svg`);
    return window.run(async () => [
      ...Object.keys(sessionStorage),
      ...Object.keys(localStorage),
      ...(await caches.keys()),
      ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    ]);
  };

  test('a tree is walked to its result', async () => {
    const reader = await openFramed('embed/decide/fire/');
    await reader.press('a', treeWords.begin);
    for (const id of ['no-one', 'me', 'often']) {
      await reader.press(`label[for=answer-${id}]`);
      await reader.press('button', treeWords.continue);
    }
    await reader.see('.result__headline', 'Step back from the work');
    await isSized();
    expect(await kept()).toEqual([]);
  });

  test('a script is filled in and copied', async () => {
    const reader = await openFramed('embed/scripts/late-payment/');
    await reader.see('.script--live', /./);
    await reader.fill('#late-payment-field-invoice-number', '2026-118');
    await reader.see('.script__text', '2026-118');
    await isSized();
    await reader.press('.script__out button');
    await reader.see('.script__out', words.copied);
    expect(await reader.pasted()).toContain('2026-118');
    expect(await kept()).toEqual([]);
    expect(site.complaints).toEqual([]);
  });
});

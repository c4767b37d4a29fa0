import { appendFileSync, readFileSync } from 'node:fs';
import { get as getPlain } from 'node:http';
import { get as getTls } from 'node:https';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { letFrame, withPolicy } from '../../src/integrations/frames.ts';
import { startBrowser } from '../support/browser.ts';
import { must } from '../support/must.ts';
import { buildSmall, smallProject } from '../support/small-project.ts';
import { policy, policyFor } from './promises.ts';
import { installed, setups } from './servers.ts';

// One setting says who may frame the pages. What each server sends comes from it.

const framedBy = ['https://intranet.example', 'https://*.cloud.example:8443'];
const files = Object.entries(withPolicy);
const shipped = (file: string): string => readFileSync(join('deploy', file), 'utf8');

let folder: string;
let browser: Browser;
afterAll(() => browser?.close());
beforeAll(async () => {
  browser = await startBrowser();
  const project = smallProject();
  appendFileSync(join(project, 'company/organisation.yaml'), `framedBy: ${JSON.stringify(framedBy)}\n`);
  buildSmall(project, 'dist', { SITE_URL: '', BASE_PATH: '' });
  folder = join(project, 'dist');
});

test.each(files)(
  'the build makes headers/%s of deploy/%s, with these sites in it and nothing else changed',
  (name, file) => {
    const made = readFileSync(join(folder, 'headers', name), 'utf8');
    expect(made).toContain(`"${policyFor(framedBy)}"`);
    expect(made.replace(policyFor(framedBy), policy)).toBe(shipped(file));
  },
);

test('all of deploy/ that sends the policy is made anew', () => {
  expect(files.map(([, file]) => file).sort()).toEqual([
    'apache/good-terms-rules.conf',
    'iis/web.config',
    'nginx/snippets/good-terms.conf',
    's3-cloudfront/response-headers-policy.json',
  ]);
  expect(() => letFrame('add_header X-Frame-Options deny;', framedBy)).toThrow("frame-ancestors 'self'");
  // The image takes what its own build has made.
  expect(shipped('container/Containerfile')).toContain('headers/nginx.conf');
});

/** The policy of an answer, and its status. */
const policyOf = (address: string, ca: string | undefined): Promise<[number?, (string | string[])?]> =>
  new Promise((resolve, reject) => {
    const get = address.startsWith('https:') ? getTls : getPlain;
    get(address, { ca, agent: false, servername: 'intranet.example' } as object, (response) => {
      response.resume();
      resolve([response.statusCode, response.headers['content-security-policy']]);
    }).once('error', reject);
  });

const atTheRoot = setups.filter(({ site }) => site === 'at the root');
describe.each(atTheRoot)('deploy/$name, with what the build has made in its place', (setup) => {
  test.skipIf(installed(setup.server) === undefined)('lets these sites frame every page, and no other', async () => {
    const running = await setup.start(folder, '/');
    try {
      for (const [path, status] of [
        ['/', 200],
        ['/embed/decide/fire/', 200],
        ['/embed/scripts/late-payment/', 200],
        ['/nowhere/', 404],
      ] as const)
        expect(await policyOf(running.origin + path, running.certificate)).toEqual([status, policyFor(framedBy)]);
      // With all headers that the server sends, in a browser.
      const page = await browser.newPage({ ignoreHTTPSErrors: true });
      for (const [site, headings] of [
        ['https://intranet.example/', 1],
        ['https://other.example/', 0],
      ] as const) {
        const body = `<iframe src="${running.origin}/embed/decide/fire/"></iframe>`;
        await page.route(site, (route) => route.fulfill({ contentType: 'text/html', body }));
        await page.goto(site);
        expect(await must(page.frames()[1], 'a frame').locator('h1').count(), site).toBe(headings);
      }
      await page.close();
    } finally {
      await running.stop();
    }
  });
});

import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Where a Chrome, Chromium or Edge is usually installed. CHROME_PATH comes first. */
const installed = [
  process.env['CHROME_PATH'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];

/** What keeps a browser quiet: it must not look for updates or talk to anybody. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // An intranet's name, served over plain http: to the browser an origin that is not secure.
  '--host-resolver-rules=MAP intranet.test 127.0.0.1',
];

const isThere = (path: string): boolean => path !== '' && existsSync(path);

/**
 * Unpacks the browser that comes with a development dependency, where no other is installed. Done once before the tests
 * begin: what one of them still writes another cannot start.
 */
export async function unpackBrowser(): Promise<void> {
  if (installed.some(isThere)) return;
  const { default: shipped } = await import('@sparticuz/chromium');
  await shipped.executablePath();
}

/**
 * Starts a browser for tests: an installed one, otherwise the one shipped inside a development dependency, so that
 * nothing is downloaded.
 */
export async function startBrowser(): Promise<Browser> {
  const path = installed.find(isThere);
  if (path) return chromium.launch({ executablePath: path, args: quiet });
  const { default: shipped } = await import('@sparticuz/chromium');
  return chromium.launch({
    executablePath: await shipped.executablePath(),
    args: [
      ...shipped.args.filter((arg) => !/^--(headless|single-process|no-zygote|in-process-gpu)/.test(arg)),
      ...quiet,
    ],
    headless: true,
  });
}

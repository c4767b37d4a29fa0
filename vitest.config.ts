import { defineConfig } from 'vitest/config';

// The projects stand in the order of what they need: `engine` and `playbook` nothing but the files, `content` the
// commands as well, `site` the built site and a browser. The site is built once, at the root and under a sub-path.
// A slow machine takes longer to show something; how long is no finding, so the limits only end what hangs.
const commands = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 50_000 } } };
const built = { globalSetup: ['tests/support/build-sites.ts'], expect: { poll: { timeout: 20_000 } } };
const olderBrowser = 'tests/site/browser/older-browser.test.ts';
// What opens every page or walks every state takes minutes: a command of its own, `npm run test:long`.
const long = [
  'tests/site/browser/every-page.test.ts',
  'tests/site/browser/lost-files.test.ts',
  'tests/site/browser/measures.test.ts',
  'tests/site/browser/offline.test.ts',
  'tests/site/browser/paper.test.ts',
  'tests/site/browser/positions.test.ts',
  'tests/site/browser/states.test.ts',
  'tests/site/browser/single-file.test.ts',
  'tests/site/browser/faults.test.ts',
  'tests/site/made-up-language/language.test.ts',
  'tests/site/release.test.ts',
];
const slow = { testTimeout: 120_000, hookTimeout: 120_000, ...built };

// What the tests say is said of the playbook. A company's own layer is looked at by npm run check:content.
process.env['COMPANY'] = 'none';

export default defineConfig({
  test: {
    // One for each processor: a browser test waits more than it works. Where it counts that nothing meets, one alone.
    maxWorkers: process.env['CI'] ? 1 : '100%',
    projects: [
      { test: { name: 'engine', include: ['tests/engine/**/*.test.ts'], testTimeout: 60_000 } },
      { test: { name: 'content', include: ['tests/content/**/*.test.ts'], ...commands } },
      { test: { name: 'playbook', include: ['tests/playbook/**/*.test.ts'], testTimeout: 60_000 } },
      { test: { name: 'site', include: ['tests/site/**/*.test.ts'], exclude: [olderBrowser, ...long], ...slow } },
      { test: { name: 'long', include: long, ...slow } },
      // Fetches a browser of its own; `npm run test:older-browser`.
      { test: { name: 'older-browser', include: [olderBrowser], ...slow } },
      // Firefox and WebKit, where they are installed; `npm run test:engines`.
      {
        test: {
          name: 'engines',
          include: ['tests/browsers/**/*.test.ts'],
          ...slow,
          globalSetup: ['tests/support/build-root.ts'],
        },
      },
      // Starts nginx and Apache; `npm run test:deploy`.
      { test: { name: 'deploy', include: ['tests/deploy/**/*.test.ts'], ...slow } },
    ],
    benchmark: { include: ['tests/bench/**/*.bench.ts'] },
  },
});

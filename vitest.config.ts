import { defineConfig } from 'vitest/config';

// Four kinds of test, each with what it needs: `unit` and `content` need nothing, `site` and `search` need the built
// site, `browser` needs a browser as well. The site is built once, at the root and under a sub-path.
// A slow machine takes longer to show something; how long is no finding.
const built = { globalSetup: ['tests/support/build-sites.ts'], expect: { poll: { timeout: 20_000 } } };

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'engine', include: ['tests/engine/**/*.test.ts'] } },
      { test: { name: 'content', include: ['tests/content/**/*.test.ts'], testTimeout: 60_000 } },
      { test: { name: 'playbook', include: ['tests/playbook/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          ...built,
        },
      },
      // Starts nginx and Apache; `npm run test:deploy`.
      {
        test: {
          name: 'deploy',
          include: ['tests/deploy/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          ...built,
        },
      },
    ],
    benchmark: { include: ['tests/bench/**/*.bench.ts'] },
  },
});

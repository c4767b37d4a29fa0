// @ts-check
/**
 * Alters the pure parts one place at a time and runs their tests: an alteration that no test notices shows what is not
 * held. `npm run mutants -- -m 'src/script/engine/**'` does one part; what has not changed since the last run is not
 * run again. What is worked out as a file is read belongs to no test, so that new tests alone do not run it again:
 * `--force` does.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  mutate: ['src/*/engine/**/*.ts', 'src/search/query/**/*.ts', 'src/script/library/filter.ts'],
  testRunner: 'vitest',
  vitest: { configFile: 'tests/engine/vitest.config.ts' },
  plugins: ['@stryker-mutator/vitest-runner'],
  concurrency: 2,
  timeoutMS: 2000,
  incremental: true,
  incrementalFile: '.cache/mutants/incremental.json',
  tempDirName: '.cache/mutants/sandbox',
  htmlReporter: { fileName: '.cache/mutants/report.html' },
  reporters: ['clear-text', 'html', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false },
  thresholds: { high: 95, low: 85, break: 85 },
  // What no test of an engine reads.
  ignorePatterns: ['dist', '.cache', '.astro', 'deploy', 'public', 'docs', 'tests/site', 'tests/playbook'],
};

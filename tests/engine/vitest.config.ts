import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { oneThread } from './one-thread.ts';

/** The engine tests alone, for `npm run mutants`, which starts them some thousand times. */
export default defineConfig({
  plugins: [oneThread],
  test: {
    include: ['tests/engine/**/*.test.ts'],
    testTimeout: 60_000,
    setupFiles: [fileURLToPath(import.meta.resolve('./altered.ts'))],
  },
});

import { defineConfig } from 'vitest/config';

/** The engine tests alone, for `npm run mutants`, which starts them some thousand times. */
export default defineConfig({ test: { include: ['tests/engine/**/*.test.ts'], isolate: false } });

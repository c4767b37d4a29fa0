import { inject } from 'vitest';

// What is worked out as a file is read, before any test, is altered too; and the thread still has what was altered, and
// counted, for the file before.
const stryker = (globalThis as { __stryker__?: object }).__stryker__;
if (stryker)
  Object.assign(stryker, {
    activeMutant: inject<never>('activeMutant' as never),
    hitCount: 0,
    mutantCoverage: undefined,
  });

import { fc, runs } from '../runs.ts';

export { fc };

/** Runs a property over many random cases, the same at every run. */
export function holds<T extends [unknown, ...unknown[]]>(
  arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
  check: (...args: T) => void,
  numRuns = 500,
): void {
  fc.assert(
    fc.property(...(arbitraries as never as [fc.Arbitrary<unknown>]), ((...args: T) => check(...args)) as never),
    { numRuns: runs(numRuns), seed: 20261130 },
  );
}

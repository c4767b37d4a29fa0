import fc from 'fast-check';

export { fc };

/** While an altered engine is tried (`npm run mutants`), a fault is to be found soon or not at all, and need not be made small. */
const trying = process.env['STRYKER_MUTATOR_WORKER'] !== undefined;

/** Runs a property over many random cases, the same at every run. */
export function holds<T extends [unknown, ...unknown[]]>(
  arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
  check: (...args: T) => void,
  numRuns = 500,
): void {
  fc.assert(
    fc.property(...(arbitraries as never as [fc.Arbitrary<unknown>]), ((...args: T) => check(...args)) as never),
    { numRuns: trying ? 50 : numRuns, endOnFailure: trying, seed: 20261130 },
  );
}

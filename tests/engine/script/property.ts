import fc from 'fast-check';

export { fc };

/** Runs a property over many random cases. */
export function holds<T extends [unknown, ...unknown[]]>(
  arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
  check: (...args: T) => void,
  numRuns = 500,
): void {
  fc.assert(
    fc.property(...(arbitraries as never as [fc.Arbitrary<unknown>]), ((...args: T) => check(...args)) as never),
    { numRuns },
  );
}

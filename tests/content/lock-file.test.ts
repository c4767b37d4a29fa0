import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('everything that is installed has a checksum, also what other machines than this one install', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { integrity?: string }>;
  };
  const installed = Object.entries(packages).filter(([place]) => place !== '');
  expect(installed.length).toBeGreaterThan(500);
  expect(installed.flatMap(([place, { integrity = '' }]) => (/^sha512-/.test(integrity) ? [] : place))).toEqual([]);
});

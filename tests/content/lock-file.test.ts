import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, { integrity?: string; license?: string; os?: string; cpu?: string }>;
};
const installed = Object.entries(packages).filter(([place]) => place !== '');

/** Licences that let anybody use, alter and pass on. The list is for what tests and builds use as well. */
const free = new Set(
  '0BSD, Apache-2.0, BSD-2-Clause, BSD-3-Clause, BlueOak-1.0.0, CC0-1.0, ISC, MIT, MIT-0, OFL-1.1, Python-2.0, Unlicense, WTFPL, Zlib'.split(', '),
);
/** Others, which nothing that readers get is under: for which packages, and what they do here. */
const toolsOnly: Readonly<Record<string, RegExp>> = {
  // Reads style sheets in the build; looks for what keeps people out, in tests. Neither is altered.
  'MPL-2.0': /^(lightningcss(-.+)?|axe-core)$/,
  // Draw pictures smaller, in the build.
  'LGPL-3.0-or-later': /^@img\/sharp-/,
  // The two clauses, under their short name; reads Word files for a keeper, in npm run import.
  BSD: /^duck$/,
  // Lists: of browsers, and of wrong spellings.
  'CC-BY-4.0': /^caniuse-lite$/,
  'CC BY-SA 4.0': /^@cspell\/dict-en-common-misspellings$/,
};

test('everything that is installed has a checksum, also what other machines than this one install', () => {
  expect(installed.length).toBeGreaterThan(500);
  expect(installed.flatMap(([place, { integrity = '' }]) => (/^sha512-/.test(integrity) ? [] : place))).toEqual([]);
});

test('nothing is run while it is installed, and Node comes as a package with a checksum, for each machine', () => {
  // A package named node is there as well; what it installs is fetched by its script, and no checksum is asked for.
  const npm = readFileSync('.npmrc', 'utf8');
  expect(npm).toMatch(/^ignore-scripts=true$/m);
  // Where NODE_ENV says production, npm would leave out all that builds.
  expect(npm).toMatch(/^include=dev$/m);
  const nodes = installed.filter(([place]) => /^node_modules\/node-(bin-)?(darwin|linux|win)-/.test(place));
  expect(nodes.map(([, { os, cpu }]) => `${os} ${cpu}`).sort()).toEqual([
    'darwin arm64',
    'darwin x64',
    'linux arm64',
    'linux x64',
    'win32 x64',
  ]);
});

test('everything that is installed is under a licence that we know, and may be used as it is', () => {
  const name = (place: string) => place.replace(/^.*node_modules\//, '');
  const mayUse = (licence: string, of: string): boolean =>
    licence
      .replace(/^\(|\)$/g, '')
      .split(' OR ')
      .some((one) => one.split(' AND ').every((each) => free.has(each) || toolsOnly[each]?.test(of)));
  expect(
    installed.flatMap(([place, { license = 'none' }]) => (mayUse(license, name(place)) ? [] : `${name(place)}: ${license}`)),
  ).toEqual([]);
  // What is not there any more is not allowed any more.
  for (const [licence, packages] of Object.entries(toolsOnly))
    expect(installed.some(([place, { license }]) => license?.includes(licence) && packages.test(name(place))), licence).toBe(true);
});

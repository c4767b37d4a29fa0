import { afterAll, expect, test } from 'vitest';
import { checkContent } from '../../src/content/check-content.ts';
import { copyContent } from '../support/content-copy.ts';

// Whatever happens to a content file, the check passes it or tells what is wrong with it: never a stack trace. One
// alteration at a time, in a playbook where everything is needed by something else: none hides what another would show.
const alterationsTried = 500;

const copy = copyContent();
afterAll(copy.drop);

/** Numbers from 0 to 1 that are the same at every run: Mulberry32, of Tommy Ettinger. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const seed = 20261124;
const random = seeded(seed);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

/** Signs that mean something to YAML, Markdown, MDX, scripts or nobody. */
const signs = [...'{}<>[]()*&!|>%@`#:-"\'\\\t \n/=?~^$_', '“', '\u00e9', '\u0000', '\uFEFF', '---\n', '((', '<Script', 'null'];

const alterations: readonly (readonly [name: string, alter: (text: string) => string])[] = [
  ['a line deleted', (text) => inLines(text, (lines, at) => lines.toSpliced(at, 1))],
  ['a line doubled', (text) => inLines(text, (lines, at) => lines.toSpliced(at, 0, lines[at] ?? ''))],
  ['a line moved', (text) => inLines(text, (lines, at) => lines.toSpliced(at, 1).toSpliced(Math.floor(random() * lines.length), 0, lines[at] ?? ''))],
  ['a line indented', (text) => inLines(text, (lines, at) => lines.with(at, ` ${lines[at] ?? ''}`))],
  ['a line cut', (text) => inLines(text, (lines, at) => lines.with(at, (lines[at] ?? '').slice(0, Math.floor(random() * 20))))],
  ['a line joined to the next', (text) => inLines(text, (lines, at) => lines.toSpliced(at, 2, `${lines[at] ?? ''}${lines[at + 1] ?? ''}`))],
  ['a character replaced', (text) => inText(text, (at) => text.slice(0, at) + pick(signs) + text.slice(at + 1))],
  ['a character put in', (text) => inText(text, (at) => text.slice(0, at) + pick(signs) + text.slice(at))],
  ['a character deleted', (text) => inText(text, (at) => text.slice(0, at) + text.slice(at + 1))],
  ['the file cut', (text) => inText(text, (at) => text.slice(0, at))],
];

function inLines(text: string, alter: (lines: string[], at: number) => string[]): string {
  const lines = text.split('\n');
  return alter(lines, Math.floor(random() * (lines.length - 1))).join('\n');
}
const inText = (text: string, alter: (at: number) => string): string => alter(Math.floor(random() * text.length));

test(`${alterationsTried} alterations of content files are passed or told, with file and line`, () => {
  const files = [...checkContent(copy.root).files.keys()];
  let told = 0;
  for (let run = 0; run < alterationsTried; run++) {
    const file = pick(files);
    const [name, alter] = pick(alterations);
    copy.write(file, alter(copy.read(file)));
    const what = `${file}: ${name} (alteration ${run} of seed ${seed})`;
    const { faults } = checkContent(copy.root);
    for (const fault of faults) {
      expect(files, what).toContain(fault.file);
      expect(fault.line, `${what}: ${fault.file} ${fault.what}`).toBeGreaterThan(0);
      expect(fault.line, what).toBeLessThanOrEqual(copy.read(fault.file).split('\n').length);
      expect(`${fault.what} ${fault.mend}`, what).not.toMatch(/undefined|NaN|\[object|\bat .*\.[tj]s|Cannot read/);
      expect(fault.mend, what).not.toBe('');
    }
    told += faults.length > 0 ? 1 : 0;
    copy.restore();
  }
  // Most alterations do harm; a check that tells nothing would pass the rest of this test.
  expect(told).toBeGreaterThan(alterationsTried / 2);
});

import { expect, test } from 'vitest';
import { firstLine } from '../../../src/script/engine/first-line.ts';

test.each([
  [
    'Hello ((contact name)),\n\nA short note about ((invoice number)).\n\nKind regards',
    'A short note about ((invoice number)).',
  ],
  ['Dear all\n', 'Dear all'],
  ['Hello\n   \n  About it.  \n', 'About it.'],
  ['((if project name))\nAbout ((project name)).((end))\nMore', 'About ((project name)).'],
  ['History matters.', 'History matters.'],
  ['', ''],
])('%j begins with %j', (text, line) => {
  expect(firstLine(text)).toBe(line);
});

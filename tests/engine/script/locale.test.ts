import { expect, test } from 'vitest';
import { localeFor } from '../../../src/script/engine/locale.ts';

test.each([
  [['en-US', 'en'], 'en-US'],
  [['de-DE', 'en-IE'], 'en-IE'],
  [['de-DE', 'en'], 'en-GB'],
  [['en-<b>'], 'en-GB'],
  [['en-US-POSIX'], 'en-GB'],
  [['zen-US'], 'en-GB'],
  [[], 'en-GB'],
])('a reader with %j has days and money written as in %s', (reader, tag) => {
  expect(localeFor('en-GB', reader)).toBe(tag);
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { compressFolder } from '../../src/integrations/precompress.ts';
import { filesIn } from '../support/built-pages.ts';

const home = mkdtempSync(join(tmpdir(), 'good-terms-compress-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

test('text of 1 KB and more gets a .gz and a .br that hold the same; all else stays alone', async () => {
  const long = 'Say what happened. '.repeat(200);
  mkdirSync(join(home, 'guides/a'), { recursive: true });
  const texts = ['index.html', 'guides/a/index.html', 'a.css', 'a.js', 'a.svg', 'a.json', 'a.xml'];
  for (const file of texts) writeFileSync(join(home, file), long + file);
  writeFileSync(join(home, 'short.html'), 'Short.');
  for (const file of ['a.pf_meta', 'wasm.en.pagefind', 'a.png']) writeFileSync(join(home, file), gzipSync(long));
  const done = await compressFolder(home);
  expect(done.files).toBe(texts.length);
  expect(done.after).toBeLessThan(done.before / 5);
  expect(
    filesIn(home)
      .filter((file) => /\.(gz|br)$/.test(file))
      .sort(),
  ).toEqual(texts.flatMap((file) => [`${file}.br`, `${file}.gz`]).sort());
  for (const file of texts) {
    expect(gunzipSync(readFileSync(join(home, `${file}.gz`))).toString()).toBe(long + file);
    expect(brotliDecompressSync(readFileSync(join(home, `${file}.br`))).toString()).toBe(long + file);
  }
});

test('a second run compresses nothing twice', async () => {
  await compressFolder(home);
  expect(filesIn(home).filter((file) => /\.(gz|br)\.(gz|br)$/.test(file))).toEqual([]);
});

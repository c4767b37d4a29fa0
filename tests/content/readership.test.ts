import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { readership } from '../../src/cli/readership.ts';
import { copyContent } from '../support/content-copy.ts';

const copy = copyContent();
const folder = mkdtempSync(join(tmpdir(), 'logs-'));
afterAll(() => {
  copy.drop();
  rmSync(folder, { recursive: true });
});

const log = (name: string, text: string | Buffer): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const line = (path: string, status = 200, day = '20/Nov/2026') =>
  `10.11.12.13 - jo [${day}:09:15:01 +0100] "GET ${path} HTTP/1.1" ${status} 5120 "-" "Mozilla/5.0"\n`;
const run = async (args: string[], environment = {}) => {
  let said = '';
  const code = await readership(args, copy.root, '2026-11-30', (text) => (said += `${text}\n`), environment);
  return { code, said };
};

describe('npm run readership', () => {
  const plain = log('access.log', line('/scripts/late-payment/') + line('/guides/when-they-push/paying-late/'));
  const zipped = log('access.log.2.gz', gzipSync(line('/scripts/late-payment/', 200, '01/Oct/2026').repeat(2)));

  test('counts plain and compressed logs together', async () => {
    const { code, said } = await run([plain, zipped]);
    expect(code).toBe(0);
    expect(said).toContain('4 page views of 2 pages.');
    expect(said).toContain('     3  Ask for a late payment  /scripts/late-payment/');
    expect(said).toContain('They dispute our invoice: content/guides/when-they-push/disputed-invoice.mdx');
    expect(said).not.toMatch(/10\.11|Mozilla|09:15| jo /);
  });

  test('--since leaves out earlier days', async () => {
    const { said } = await run([plain, zipped, '--since', '2026-11-01']);
    expect(said).toContain('2 page views of 2 pages, since 1 November 2026.');
    for (const day of ['2026-02-30', 'May'])
      expect(await run([plain, '--since', day])).toMatchObject({
        code: 2,
        said: expect.stringContaining(`"${day}" is no date.`) as string,
      });
  });

  test('a site below a path names it', async () => {
    const below = log('below.log', line('/play/scripts/late-payment/'));
    expect((await run([below])).said).toContain('BASE_PATH=/playbook/ npm run readership');
    expect((await run([below], { BASE_PATH: '/play/' })).said).toContain('1 page view of 1 page.');
  });

  test.each([
    ['JSON', '{"request":"GET / HTTP/1.1"}\n'.repeat(3), 'is not in the combined format'],
    ['IIS', '#Fields: date time\n2026-11-20 09:15:01 10.0.0.1 GET / - 200\n', 'is not in the combined format'],
    ['one that is no text', Buffer.alloc(3_000_000, 7), 'is not in the combined format'],
    ['a compressed one that was cut off', gzipSync(line('/').repeat(999)).subarray(0, 40), 'We could not read'],
  ])('a log of another format is told in words, and nothing else: %s', async (_, text, told) => {
    const { code, said } = await run([plain, log('other.log', text)]);
    expect(code).toBe(2);
    expect(said).toContain(told);
    expect(said).not.toContain('page view');
  });

  test('an empty log has no page views; a few garbled lines are told', async () => {
    expect((await run([log('empty.log', '')])).said).toContain('0 page views');
    const { code, said } = await run([log('garbled.log', line('/') + line('/about/') + 'garb')]);
    expect([code, said]).toEqual([0, expect.stringContaining('1 line could not be read.')]);
  });

  test('a file that is not there, a folder, no file and an option there is none of', async () => {
    expect(await run(['nope.log'])).toEqual({ code: 2, said: 'There is no file nope.log.\n' });
    expect((await run([folder])).said).toContain('We could not read');
    expect(await run([])).toMatchObject({ code: 2, said: expect.stringContaining('Name the log to read.') as string });
    expect((await run(['--sinse', 'x'])).code).toBe(2);
    expect((await run(['--help'])).code).toBe(0);
  });
});

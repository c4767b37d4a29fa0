import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { attachmentKinds } from '../../src/content/layer-files.ts';
import { filesIn } from '../support/built-pages.ts';
import { sites } from '../support/sites.ts';
import { caching, headers, isHashed, policy } from './promises.ts';

const shipped = (file: string): string => readFileSync(join('deploy', file), 'utf8');

describe('what every configuration says', () => {
  const withHeaders = [
    'nginx/snippets/good-terms.conf',
    'apache/good-terms-rules.conf',
    'iis/web.config',
    's3-cloudfront/response-headers-policy.json',
  ];
  test.each(withHeaders)('%s sends the policy of src/integrations/policy.ts', (file) => {
    expect(shipped(file)).toContain(`"${policy}"`);
    expect(shipped(file)).toContain(headers['referrer-policy']);
  });
  test('the page about servers shows the same policy', () => {
    expect(shipped('README.md')).toContain(policy);
  });
  test('no configuration sends script-src or style-src, which would block the islands of the pages', () => {
    expect(policy).not.toMatch(/script-src|style-src|default-src/);
  });
  test('IIS knows every type of file in the search index, and removes each before it adds it', () => {
    const config = shipped('iis/web.config');
    for (const type of ['.pagefind', '.pf_meta', '.pf_index', '.pf_fragment', '.pf_filter'])
      expect(config).toMatch(new RegExp(`<remove fileExtension="\\${type}" />\\s*<mimeMap fileExtension="\\${type}" `));
    const maps = config.match(/<mimeMap /g)?.length;
    expect(config.match(/<remove fileExtension=/g)?.length).toBe(maps);
  });
  test('IIS knows every kind of attachment, and the pictures that pages load', () => {
    const config = shipped('iis/web.config');
    for (const kind of [...attachmentKinds, 'webp', 'svg'])
      expect(config).toContain(`<mimeMap fileExtension=".${kind}" `);
  });
  test.each(['github-pages/pages.yml', 'gitlab-pages/pages.gitlab-ci.yml'])('%s is YAML', (file) => {
    expect(parse(shipped(file))).toBeTypeOf('object');
  });
  test('the JSON for CloudFront is JSON', () => {
    expect(JSON.parse(shipped('s3-cloudfront/response-headers-policy.json'))).toBeTypeOf('object');
  });
});

describe('the function for CloudFront', () => {
  interface Result {
    uri?: string;
    statusCode?: number;
    headers?: { location: { value: string } };
  }
  const ask = (uri: string, querystring = {}): Result =>
    runInNewContext(`${shipped('s3-cloudfront/folder-addresses.js')}; handler(event)`, {
      event: { request: { uri, querystring } },
    }) as Result;

  test.each([
    ['/', '/index.html'],
    ['/playbook/guides/', '/playbook/guides/index.html'],
    ['/playbook/_astro/Base.abc.css', '/playbook/_astro/Base.abc.css'],
    ['/pagefind/wasm.en.pagefind', '/pagefind/wasm.en.pagefind'],
  ])('%s is the file %s', (address, file) => {
    expect(ask(address).uri).toBe(file);
  });
  test.each([
    ['/playbook', '/playbook/'],
    ['/playbook/decide/fire', '/playbook/decide/fire/'],
    ['//evil.example/guides', '/evil.example/guides/'],
    ['/\\evil/guides', '/evil/guides/'],
  ])('%s leads to %s', (address, to) => {
    const result = ask(address);
    expect([result.statusCode, result.headers?.location.value]).toEqual([301, to]);
  });
  test('keeps the question', () => {
    const question = { q: { value: 'late%20pay' }, k: { value: 'a', multiValue: [{ value: 'a' }, { value: 'b' }] } };
    expect(ask('/search', question).headers?.location.value).toBe('/search/?q=late%20pay&k=a&k=b');
  });
});

describe('the upload to S3', () => {
  interface Upload {
    to: string;
    cache: string;
    files: string[];
  }
  /** Runs the script with a stand-in for `aws` that writes down what it was asked, and works out which files that names. */
  function upload(folder: string, base: string): { uploads: Upload[]; last: string[] } {
    const home = mkdtempSync(join(tmpdir(), 'good-terms-upload-'));
    try {
      writeFileSync(join(home, 'aws'), `#!/bin/sh\nprintf '%s\\n' "$@" . >> '${home}/asked'\n`);
      chmodSync(join(home, 'aws'), 0o755);
      symlinkSync(resolve(folder), join(home, 'dist'));
      execFileSync('bash', [resolve('deploy/s3-cloudfront/upload.sh')], {
        cwd: home,
        env: { PATH: `${home}:${process.env['PATH']}`, BUCKET: 'good-terms', BASE_PATH: base },
      });
      const calls = readFileSync(join(home, 'asked'), 'utf8')
        .trim()
        .split('\n.\n')
        .map((call) => call.trim().split('\n'));
      const copies = calls.filter(([, verb]) => verb === 'cp');
      const all = filesIn(folder);
      return {
        uploads: copies.map((call) => ({
          to: call[3] ?? '',
          cache: call[call.indexOf('--cache-control') + 1] ?? '',
          files: all.filter((file) => isNamed(file, call)),
        })),
        last: calls.find(([, verb]) => verb === 'sync') ?? [],
      };
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  }
  /** The rule of `aws s3`: every file counts, and the last pattern that fits decides. A star stands for slashes too. */
  const isNamed = (file: string, call: readonly string[]): boolean =>
    call.reduce((named, word, at) => {
      const pattern = new RegExp(`^${(call[at + 1] ?? '').replace(/[.]/g, '\\.').replaceAll('*', '.*')}$`);
      if (word !== '--include' && word !== '--exclude') return named;
      return pattern.test(file) ? word === '--include' : named;
    }, true);

  test.each(sites)('$name: each file is in one group, with its cache rule, and pages come last', ({ folder, base }) => {
    const { uploads, last } = upload(folder, base);
    const wanted = filesIn(folder).filter((file) => !/\.(gz|br)$/.test(file));
    expect(uploads.flatMap(({ files }) => files).sort()).toEqual([...wanted].sort());
    expect(uploads.map(({ cache }) => cache)).toEqual([caching.hashed, caching.asked, caching.asked]);
    expect(uploads[0]?.files.every(isHashed)).toBe(true);
    expect(
      uploads
        .slice(1)
        .flatMap(({ files }) => files)
        .some(isHashed),
    ).toBe(false);
    expect(uploads[2]?.files).toEqual(wanted.filter((file) => file.endsWith('.html')));
    expect(new Set(uploads.map(({ to }) => to))).toEqual(new Set([`s3://good-terms${base}`]));
    expect(last).toContain('--delete');
    expect(filesIn(folder).filter((file) => isHashed(file) && isNamed(file, last))).toEqual([]);
  });
});

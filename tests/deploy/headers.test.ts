import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { directives, scriptResources } from '../../src/integrations/policy.ts';
import { headers, hsts } from './promises.ts';

// The rules of Mozilla's HTTP Observatory, as far as a folder of files without cookies can meet them: from 100 points,
// less for what is missing, more for what goes beyond; 100 is an A+. https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring
// The servers themselves are asked in deploy.test.ts; here their files are read, so that it shows without a server.

type Headers = Readonly<Record<string, string>>;

const shipped = (file: string): string => readFileSync(join('deploy', file), 'utf8');

/** The headers that a configuration sets, by their names in small letters; what it includes stands behind it. */
function headersIn(files: readonly string[], line: RegExp): Headers {
  const found = files.flatMap((file) => [...shipped(file).matchAll(line)]);
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name.toLowerCase(), value]));
}
const nginx = headersIn(
  ['nginx/root-tls.conf', 'nginx/snippets/good-terms.conf'],
  /^\s*add_header (\S+) "(.*)" always;$/gm,
);
const apache = headersIn(
  ['apache/vhost-tls.conf', 'apache/good-terms-rules.conf'],
  /^\s*Header always set (\S+) "([^"]*)"$/gm,
);
const cloudFront = ((): Headers => {
  const { SecurityHeadersConfig: own, CustomHeadersConfig: custom } = JSON.parse(
    shipped('s3-cloudfront/response-headers-policy.json'),
  ) as {
    SecurityHeadersConfig: {
      ContentSecurityPolicy: { ContentSecurityPolicy: string };
      ContentTypeOptions?: unknown;
      ReferrerPolicy: { ReferrerPolicy: string };
      StrictTransportSecurity: { AccessControlMaxAgeSec: number };
    };
    CustomHeadersConfig: { Quantity: number; Items: { Header: string; Value: string }[] };
  };
  return {
    'content-security-policy': own.ContentSecurityPolicy.ContentSecurityPolicy,
    ...(own.ContentTypeOptions ? { 'x-content-type-options': 'nosniff' } : {}),
    'referrer-policy': own.ReferrerPolicy.ReferrerPolicy,
    'strict-transport-security': `max-age=${own.StrictTransportSecurity.AccessControlMaxAgeSec}`,
    ...Object.fromEntries(custom.Items.map(({ Header, Value }) => [Header.toLowerCase(), Value])),
  };
})();

/** The policy that every page carries in itself. The hashes of its own scripts and styles are added by the build. */
const pagePolicy = [...directives, `script-src ${scriptResources.join(' ')}`, "style-src 'self'"].join('; ');

/** A policy by its directives. Where a header and a page say something of the same, both hold. */
const readPolicy = (...policies: readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const read = new Map<string, string[]>();
  for (const part of policies.join(';').split(';')) {
    const [name = '', ...values] = part.trim().split(/\s+/);
    if (name !== '') read.set(name, [...(read.get(name) ?? []), ...values]);
  }
  return read;
};

function policyPoints(all: ReadonlyMap<string, readonly string[]>): number {
  const scripts = all.get('script-src') ?? all.get('default-src');
  const styles = all.get('style-src') ?? all.get('default-src') ?? [];
  const isWide = (sources: readonly string[]) => sources.some((source) => /^(\*|https?:|data:)/.test(source));
  if (!scripts || scripts.includes("'unsafe-inline'") || isWide(scripts)) return -20;
  if (scripts.includes("'unsafe-eval'")) return -10;
  if (styles.includes("'unsafe-inline'") || isWide(styles)) return 0;
  return all.get('default-src')?.join() === "'none'" ? 10 : 5;
}

/** The points of a site that answers with these headers, over https, with plain http sent on to it. */
function points(sent: Headers, page: string): number {
  const header = sent['content-security-policy'] ?? '';
  const seconds = Number(/max-age=(\d+)/.exec(sent['strict-transport-security'] ?? '')?.[1] ?? 0);
  const isPrivate = /^(no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/;
  return [
    100,
    policyPoints(readPolicy(header, page)),
    seconds === 0 ? -20 : seconds < 15_768_000 ? -10 : 0,
    sent['x-content-type-options'] === 'nosniff' ? 0 : -5,
    // A page cannot say itself who may frame it.
    readPolicy(header).has('frame-ancestors') ? 5 : -20,
    isPrivate.test(sent['referrer-policy'] ?? '') ? 5 : sent['referrer-policy'] === 'unsafe-url' ? -5 : 0,
    /^same-(origin|site)$/.test(sent['cross-origin-resource-policy'] ?? '') ? 10 : 0,
  ].reduce((sum, one) => sum + one, 0);
}

describe.each([
  ['nginx', nginx],
  ['apache', apache],
  ['s3-cloudfront', cloudFront],
])('the headers of %s', (_, sent) => {
  test('have the most points that the Observatory gives: 130, an A+', () => {
    expect(points(sent, pagePolicy)).toBe(130);
  });
  test.each([
    'content-security-policy',
    'strict-transport-security',
    'x-content-type-options',
    'referrer-policy',
    'cross-origin-resource-policy',
  ])('would have fewer without %s', (name) => {
    expect(points({ ...sent, [name]: '' }, pagePolicy)).toBeLessThan(130);
  });
  test('are those that the tests of running servers ask for', () => {
    expect(sent).toMatchObject({ ...headers, 'strict-transport-security': hsts });
  });
});

describe('the policy', () => {
  const all = readPolicy(pagePolicy);
  test('allows nothing that is not named', () => {
    expect(all.get('default-src')).toEqual(["'none'"]);
    expect(points(nginx, pagePolicy.replace("default-src 'none'; ", ''))).toBeLessThan(130);
    expect(points(nginx, `${pagePolicy}; script-src 'unsafe-inline'`)).toBe(100);
  });
  test('makes no code and no markup of texts, in pages and in what a server says', () => {
    for (const policy of [pagePolicy, headers['content-security-policy']]) {
      expect(readPolicy(policy).get('require-trusted-types-for')).toEqual(["'script'"]);
      // One name, once: that of the worker's address.
      expect(readPolicy(policy).get('trusted-types')).toEqual(['good-terms-worker']);
    }
  });
});

test('no page may use the camera, the microphone, the place where somebody is, or the screen', () => {
  for (const feature of ['camera', 'microphone', 'geolocation', 'display-capture'])
    expect(headers['permissions-policy']).toContain(`${feature}=()`);
  expect(headers['cross-origin-opener-policy']).toBe('same-origin');
});

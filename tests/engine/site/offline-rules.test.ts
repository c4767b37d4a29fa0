import { describe, expect, test } from 'vitest';
import {
  isCurrent,
  isOfRelease,
  isOfSite,
  keptDays,
  marked,
  mayKeep,
  mustGo,
  pagesCache,
} from '../../../src/site/client/offline-rules.ts';

const day = 86_400_000;
const answer = (headers: Record<string, string> = {}, status = 200, redirected = false) =>
  ({ status, redirected, headers: new Headers(headers) }) as Response;

describe('an answer of the server', () => {
  test.each([
    [{}, true],
    [{ 'cache-control': 'no-cache' }, true],
    [{ 'cache-control': 'max-age=31536000, immutable' }, true],
    [{ vary: 'Accept-Encoding' }, true],
    [{ 'cache-control': 'no-cache, No-Store' }, false],
    [{ 'cache-control': 'private, max-age=0' }, false],
    [{ vary: '*' }, false],
  ])('with %o may be kept: %s', (headers, may) => {
    expect(mayKeep(answer(headers))).toBe(may);
    expect(mustGo(answer(headers))).toBe(!may);
  });
  test('that is none, or another address’s, is not kept', () => {
    expect([301, 401, 403, 404, 500].filter((status) => mayKeep(answer({}, status)))).toEqual([]);
    expect(mayKeep(answer({}, 200, true))).toBe(false);
  });
  test('takes a copy away only when the page is gone: a fault or a sign-in page may pass', () => {
    expect([301, 401, 403, 404, 410, 500, 503].filter((status) => mustGo(answer({}, status)))).toEqual([404, 410]);
    expect(mustGo(answer({ 'cache-control': 'no-store' }, 200, true))).toBe(false);
  });
});

describe('a copy', () => {
  test('is shown for its days and no longer, and knows its release', async () => {
    const made = 20_000 * day + 5;
    const copy = marked(new Response('text', { headers: { 'content-type': 'text/html' } }), 'ab12', made);
    expect(await copy.clone().text()).toBe('text');
    expect(copy.headers.get('content-type')).toBe('text/html');
    expect(isCurrent(copy, made)).toBe(true);
    expect(isCurrent(copy, made + (keptDays - 1) * day)).toBe(true);
    expect(isCurrent(copy, made + keptDays * day)).toBe(false);
    expect([isOfRelease(copy, 'ab12'), isOfRelease(copy, 'cd34')]).toEqual([true, false]);
    // The day, and nothing finer.
    expect([...copy.headers.values()].join(' ')).not.toContain(String(made));
  });
  test('without a mark, as older releases made them, is not shown', () => {
    expect(isCurrent(new Response('text'), 0)).toBe(false);
  });
});

test('caches of other sites of the same server are left alone', () => {
  const [root, below] = ['https://intranet.example/', 'https://intranet.example/playbook/'];
  const precache = `workbox-precache-v2-${below}`;
  expect([pagesCache(below), precache].every((name) => isOfSite(name, below))).toBe(true);
  expect([pagesCache(below), precache, `wiki ${root}`].some((name) => isOfSite(name, root))).toBe(false);
});

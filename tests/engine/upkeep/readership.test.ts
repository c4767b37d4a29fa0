import { describe, expect, test } from 'vitest';
import { count, noCounts, readership, readLogLine } from '../../../src/upkeep/engine/readership.ts';
import { tellReadership } from '../../../src/upkeep/engine/tell-readership.ts';
import { content, fact, guide, script, tree } from './made-up.ts';

const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const line = (request: string, status = 200, { day = '20/Nov/2026', program = browser } = {}) =>
  `10.11.12.13 - jo.field [${day}:09:15:01 +0100] "${request}" ${status} 5120 "https://mail.example/" "${program}"`;
const get = (path: string, status?: number, how?: object) => line(`GET ${path} HTTP/1.1`, status, how);
const counted = (lines: readonly string[], base = '/', since?: string) => {
  const counts = noCounts();
  for (const one of lines) count(counts, one, base, since);
  return counts;
};

describe('a line of a log', () => {
  test('gives the address without its query, the status and the day, and nothing of who asked', () => {
    const asked = readLogLine(get('/guides/t/a/?q=they+shout'));
    expect(asked).toEqual({ path: '/guides/t/a/', status: 200, day: '2026-11-20', byProgram: false });
  });
  test.each([
    ['common format, without a program', '::1 - - [01/Feb/2026:00:00:00 +0000] "GET / HTTP/2.0" 304 -'],
    ['Apache, with the host before it', `play.example:443 ${get('/')}`],
    [
      'a name with a blank in it',
      '10.0.0.1 - Jo Field [01/Feb/2026:00:00:00 +0000] "GET / HTTP/1.1" 200 1 "-" "x \\" y"',
    ],
  ])('%s', (_, text) => {
    expect(readLogLine(text)).toMatchObject({ path: '/', byProgram: false });
  });
  test.each(['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'])(
    'the month %s has its number',
    (month) => {
      const number = new Date(`1 ${month} 2026 UTC`).getUTCMonth() + 1;
      expect(readLogLine(get('/', 200, { day: `09/${month}/2026` }))).toMatchObject({
        day: `2026-${String(number).padStart(2, '0')}-09`,
      });
    },
  );
  test.each([
    ['/guides//t///a/', '/guides/t/a/'],
    ['/a/?q=1#b', '/a/'],
    ['/a/#b?c', '/a/'],
    ['/a/?next=/b/?c', '/a/'],
  ])('of %s the address is %s', (target, path) => {
    expect(readLogLine(get(target))).toMatchObject({ path });
  });
  test('without a version, as the oldest programs ask', () => {
    expect(readLogLine(line('GET /'))).toMatchObject({ path: '/' });
  });
  test.each([
    'POST / HTTP/1.1',
    'XGET / HTTP/1.1',
    'GET / HTTP/1.1 more',
    'GET https://elsewhere.example/ HTTP/1.1',
    '-',
    '\\x16\\x03\\x01',
    '',
  ])('"%s" asks for no page', (request) => {
    expect(readLogLine(line(request, 400))).toBe('nothing');
  });
  test.each(['', '{"time":"2026"}', '2026-11-20 09:15:01 GET / 200', get('/').replace('Nov', 'Nove'), 'a [b] "c" 1 2'])(
    '"%s" is of another format',
    (text) => {
      expect(readLogLine(text)).toBeUndefined();
    },
  );
  test.each(['curl/8.0', 'Mozilla/5.0 (compatible; examplebot/2.1)', 'python-requests/2', 'Uptime-Kuma/1'])(
    '%s is a program',
    (program) => {
      expect(readLogLine(get('/', 200, { program }))).toMatchObject({ byProgram: true });
    },
  );
});

describe('counting', () => {
  test('pages that were given count, and neither redirects, nor files, nor other parts of the server', () => {
    const { read, notFound, lines } = counted(
      [
        get('/play/guides/t/a/'),
        get('/play/guides/t/a/', 304),
        get('/play/guides/t/a', 301),
        get('/play/_astro/x.js'),
        get('/play/guides/t/a/index.md'),
        get('/elsewhere/'),
        line('HEAD /play/ HTTP/1.1'),
      ],
      '/play/',
    );
    expect([...read]).toEqual([['/guides/t/a/', 2]]);
    expect(notFound.size).toBe(0);
    expect(lines).toBe(7);
  });
  test('the form of a script, opened inside a guide, counts for the script', () => {
    expect([...counted([get('/scripts/s/form.json'), get('/scripts/s/')]).read]).toEqual([['/scripts/s/', 2]]);
  });
  test('of another file below a script, or deeper than its form, nothing counts', () => {
    const asked = ['/scripts/s/other.json', '/guides/s/form.json', '/x/scripts/s/form.json', '/scripts/s/form.json/y'];
    expect(counted(asked.map((path) => get(path))).read.size).toBe(0);
  });
  test('what a server answers otherwise counts as neither', () => {
    const { read, notFound } = counted([get('/', 500), get('/', 206), get('/old/', 403), get('/old/', 301)]);
    expect([read.size, notFound.size]).toEqual([0, 0]);
  });
  test('addresses that are missing count when they look like those of pages', () => {
    const { notFound } = counted([
      get('/old/%C3%BCber/', 404),
      get('/gone/', 410),
      get('/wp-login.php', 404),
      get('/a%', 404),
      get("/'><script>", 404),
    ]);
    expect([...notFound.keys()]).toEqual(['/old/über/', '/gone/']);
  });
  test('programs are left out and told', () => {
    const counts = counted([get('/', 200, { program: 'curl/8' }), get('/')]);
    expect([counts.programs, counts.read.get('/')]).toEqual([1, 1]);
  });
  test('only days from the first one on', () => {
    const lines = ['19/Nov/2026', '20/Nov/2026', '01/Jan/2027'].map((day) => get('/', 200, { day }));
    expect(counted(lines, '/', '2026-11-20').read.get('/')).toBe(2);
  });
  test('lines of another format are counted apart, blank ones not at all', () => {
    const { lines, unreadable } = counted([get('/'), 'no log', '', ' ']);
    expect([lines, unreadable]).toEqual([1, 1]);
  });
});

describe('the report', () => {
  const all = content({
    guides: [
      guide('t/read', { title: 'Read', reviewed: '2026-01-01', reviewEvery: 1 }),
      guide('t/late', { title: 'Late and unread', reviewed: '2026-01-01', reviewEvery: 1 }),
    ],
    scripts: [script('s', { title: 'Unread', reviewed: '2026-11-01', reviewEvery: 12 })],
  });
  const counts = counted([
    ...Array.from({ length: 3 }, () => get('/guides/t/read/')),
    get('/'),
    get('/guides/t/of-an-earlier-day/'),
    get('/old/', 404),
    get('/old/', 404),
    get('/somebody-typed-a-name/', 404),
    'no log',
  ]);
  const found = readership(counts, all, '2026-11-30');

  test('read most, joined with what upkeep knows', () => {
    expect(found.most.map(({ address, times, kept }) => [address, times, kept?.days])).toEqual([
      ['/guides/t/read/', 3, -302],
      ['/', 1, undefined],
    ]);
    expect([found.times, found.pages]).toEqual([4, 2]);
  });
  test('read never, those overdue longest first', () => {
    expect(found.never.map(({ title }) => title)).toEqual(['Late and unread', 'Unread']);
  });
  test('what was not found, without what was asked for once', () => {
    expect(found.notFound).toEqual([{ address: '/old/', times: 2 }]);
  });
  test('told in words, with nothing of who asked and when', () => {
    const text = tellReadership(found, { ...counts, programs: 2 }, '1 November 2026');
    expect(text).not.toMatch(/10\.11|jo\.field|Mozilla|mail\.example|09:15|somebody/);
    expect(text).toMatchInlineSnapshot(`
      "4 page views of 2 pages, since 1 November 2026. Views, not people: one person may read a page often.
      2 requests by programs left out.
      1 line could not be read.

      Read most
             3  Read  /guides/t/read/  (review was due 302 days ago)
             1  /
      Review these first.

      Read never
        Late and unread: content/guides/t/late.mdx, owner: Head of tests
        Unread: content/scripts/s.yaml, owner: Head of tests
      Would anyone look for these words? Add phrasings, link to the page from a guide, or take it out. A script that is only shown inside a guide counts once someone opens its form there.

      Not found, asked for twice or more
             2  /old/
      If a page had this address once, write it under "formerly" in that page’s file. If not, find who links to it."
    `);
  });
  test('of nothing, told in words', () => {
    const nothing = readership(noCounts(), content({}), '2026-11-30');
    expect(tellReadership(nothing, noCounts(), undefined)).toMatchInlineSnapshot(`
      "0 page views of 0 pages. Views, not people: one person may read a page often.
      If the site lies below a path, name it: BASE_PATH=/playbook/ npm run readership -- access.log

      Read most: none

      Read never: none

      Not found, asked for twice or more: none"
    `);
  });
  test('the overdue alone say so', () => {
    const day = (reviewed: string) => {
      const read = content({ guides: [guide('t/a', { title: 'A', reviewed, reviewEvery: 1 })] });
      const counts = counted([get('/guides/t/a/')]);
      return tellReadership(readership(counts, read, '2026-11-30'), counts, undefined);
    };
    expect(day('2026-10-29')).toContain('review was due');
    expect(day('2026-10-30')).not.toContain('review was due');
  });
  test('twenty-five of each are told, in the order of how often and then of the alphabet', () => {
    const addresses = Array.from({ length: 30 }, (_, at) => `/old/${String.fromCharCode(97 + (at % 26))}${at}/`);
    const { notFound } = readership(
      counted([...addresses, ...addresses, '/old/most/', '/old/most/', '/old/most/'].map((path) => get(path, 404))),
      content({}),
      '2026-11-30',
    );
    expect(notFound).toHaveLength(25);
    expect(notFound.slice(0, 3).map(({ address }) => address)).toEqual(['/old/most/', '/old/a0/', '/old/a26/']);
  });
  test('pages stand by how often they were read, those never read by the day and then the title; facts are no pages', () => {
    const all = content({
      guides: ['b', 'a', 'late'].map((slug) =>
        guide(`t/${slug}`, { title: slug, reviewed: slug === 'late' ? '2026-01-01' : '2026-11-01', reviewEvery: 6 }),
      ),
      facts: [fact('interest')],
    });
    const told = (lines: readonly string[]) => {
      const { most, never } = readership(counted(lines), all, '2026-11-30');
      return [most.map(({ address }) => address), never.map(({ title }) => title)];
    };
    expect(told([])).toEqual([[], ['late', 'a', 'b']]);
    const [a, b, late] = ['a', 'b', 'late'].map((slug) => get(`/guides/t/${slug}/`));
    expect(told([b ?? '', a ?? '', late ?? '', late ?? ''])).toEqual([
      ['/guides/t/late/', '/guides/t/a/', '/guides/t/b/'],
      [],
    ]);
    const many = Array.from({ length: 30 }, (_, at) => get(`/topics/t${at}/`));
    expect(readership(counted([...many, get('/')]), all, '2026-11-30').most.length).toBeLessThanOrEqual(25);
  });
  test('an outcome of a tree is told by its headline', () => {
    const fire = tree('fire', []);
    const [outcome] = fire.outcomes;
    const address = `/decide/fire/${outcome?.id}/`;
    const { most } = readership(counted([get(address)]), content({ trees: [fire] }), '2026-11-30');
    expect(most).toEqual([{ title: outcome?.headline, address, times: 1, kept: undefined }]);
  });
});

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { checkContent } from '../../src/content/check-content.ts';
import { upkeep } from '../../src/upkeep/read-upkeep.ts';
import { copyContent } from '../support/content-copy.ts';
import { buildSmall, smallProject } from '../support/small-project.ts';

const changes = `changes:
  - on: 2026-11-20
    what: 'The last reminder names a date & a sum <now>'
    why: Two were not believed.
  - on: 2026-11-20
    what: A call was added
  - on: 2026-10-02
    what: Begun
`;
const seconds = (day: string) => String(Date.parse(day) / 1000);

describe('a site with changes', () => {
  let project = '';
  beforeAll(() => {
    project = smallProject();
    const script = join(project, 'content/scripts/late-payment.yaml');
    writeFileSync(script, `${readFileSync(script, 'utf8')}\n${changes}`);
    buildSmall(project, 'dist', {
      SITE_URL: 'https://intranet.example',
      BASE_PATH: '/play/',
      SOURCE_DATE_EPOCH: seconds('2026-12-19'),
    });
    buildSmall(project, 'later', { SITE_URL: '', BASE_PATH: '', SOURCE_DATE_EPOCH: seconds('2026-12-20') });
  });
  afterAll(() => rmSync(project, { recursive: true, force: true }));
  const read = (file: string) => readFileSync(join(project, file), 'utf8');

  test('a page lists them, the newest first, with links', () => {
    const page = read('dist/about/new/index.html');
    const order = ['20 November 2026', 'a sum &lt;now&gt;', 'Two were not believed.', 'A call was added', 'Begun'];
    const places = order.map((words) => page.indexOf(words));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(page).toContain('<a href="/play/scripts/late-payment/">');
    expect(read('dist/about/index.html')).toContain('href="/play/about/new/"');
  });

  test('a feed tells each once, where the address of the site is known', () => {
    const feed = read('dist/about/new/feed.xml');
    expect(feed.match(/<item>/g)).toHaveLength(3);
    expect(feed).toContain('<link>https://intranet.example/play/scripts/late-payment/</link>');
    expect(feed).toContain('a date &amp; a sum &lt;now&gt;');
    expect(feed).toContain('<pubDate>Fri, 20 Nov 2026 00:00:00 GMT</pubDate>');
    const ids = [...feed.matchAll(/<guid[^>]*>([^<]*)</g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(3);
    expect(read('dist/about/new/index.html')).toContain('href="/play/about/new/feed.xml"');
    expect(existsSync(join(project, 'later/about/new/feed.xml'))).toBe(false);
    expect(read('later/about/new/index.html')).not.toContain('feed.xml');
  });

  test('the page says so for a month, counted from the day of the build, and others say nothing', () => {
    expect(read('dist/scripts/late-payment/index.html')).toMatch(
      /Changed on <time datetime="2026-11-20">20 November 2026<\/time>: The last reminder/,
    );
    expect(read('later/scripts/late-payment/index.html')).not.toContain('Changed on');
    expect(read('dist/scripts/leave-now/index.html')).not.toContain('Changed on');
  });
});

describe('the check', () => {
  const copy = copyContent();
  afterEach(() => copy.restore());
  afterAll(() => copy.drop());
  const faults = (today = '2026-12-01') =>
    checkContent(copy.root, { today }).faults.map(({ file, line, what, mend }) => `${file}:${line} ${what} ${mend}`);
  /** Puts changes into a guide and gives the line on which they begin. */
  const put = (text: string): number =>
    copy.change('content/guides/when-they-push/paying-late.mdx', 'owner:', `${text}\nowner:`);
  const file = 'content/guides/when-they-push/paying-late.mdx';

  test('days that have been pass, on a page, in a script and in a tree', () => {
    put('changes:\n  - { on: 2026-11-20, what: Begun }');
    copy.change('content/trees/fire.yaml', 'owner:', 'changes:\n  - { on: 2026-12-01, what: Begun }\nowner:');
    copy.write('content/scripts/late-payment.yaml', `${copy.read('content/scripts/late-payment.yaml')}\n${changes}`);
    expect(faults()).toEqual([]);
  });

  test('a day that does not exist is told at its line', () => {
    const line = put('changes:\n  - on: 2026-02-30\n    what: Begun');
    expect(faults().join()).toContain(`${file}:${line + 1} `);
    expect(faults().join()).toContain('2026-11-20');
  });

  test('a day that is still to come is told at its line', () => {
    const line = put('changes:\n  - on: 2026-11-01\n    what: Begun\n  - on: 2027-01-01\n    what: Later');
    expect(faults()).toEqual([
      `${file}:${line + 3} The page changed on 2027-01-01, which is still to come. Write the day on which the change goes out, once it has come.`,
    ]);
    expect(faults('2027-01-01')).toEqual([]);
  });

  test('the same told twice, and a change without words', () => {
    const line = put('changes:\n  - { on: 2026-11-01, what: Begun }\n  - { on: 2026-11-01, what: Begun }\n  - { on: 2026-11-02 }');
    const told = faults().join('\n');
    expect(told).toContain(`${file}:${line + 3} `);
    copy.restore();
    put('changes:\n  - { on: 2026-11-01, what: Begun }\n  - { on: 2026-11-01, what: Begun }');
    expect(faults()).toEqual([`${file}:${line + 2} This change stands here twice. Take one of them out.`]);
  });
});

describe('npm run upkeep -- --calendar', () => {
  const copy = copyContent();
  const folder = mkdtempSync(join(tmpdir(), 'calendars-'));
  afterAll(() => {
    copy.drop();
    rmSync(folder, { recursive: true });
  });
  const run = async (args: string[]) => {
    let said = '';
    const code = await upkeep(args, copy.root, '2026-12-01', (text) => (said += `${text}\n`));
    return { code, said };
  };

  test('writes a calendar for each owner, which calendars can read', async () => {
    const into = join(folder, 'made/for-them');
    const { code, said } = await run(['--calendar', into]);
    expect(code).toBe(0);
    expect(said).toContain('head-of-tests.ics: Head of tests, ');
    expect(readdirSync(into)).toContain('head-of-tests.ics');
    const text = readFileSync(join(into, 'head-of-tests.ics'), 'utf8');
    const lines = text.split('\r\n');
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines).toContain('SUMMARY:Review: They pay late');
    expect(lines).toContain('DTSTART;VALUE=DATE:20270220');
    expect(lines).toContain('DTEND;VALUE=DATE:20270221');
    expect(lines.filter((line) => line.length > 75)).toEqual([]);
  });

  test('without a folder, or with one that cannot be written to, it says so and writes nothing', async () => {
    for (const args of [['--calendar'], ['--calendar', '--strict']]) {
      const { code, said } = await run(args);
      expect([code, said.split('\n')[0]]).toEqual([2, 'Name the folder that the calendars go into.']);
    }
    const taken = join(folder, 'a-file');
    writeFileSync(taken, 'mine');
    const { code, said } = await run(['--calendar', taken]);
    expect([code, said]).toEqual([2, expect.stringContaining('We could not write to')]);
    expect(readFileSync(taken, 'utf8')).toBe('mine');
  });
});

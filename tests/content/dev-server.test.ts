import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startDevServer, type DevServer } from '../support/dev-server.ts';
import { pdf, png } from '../support/made-files.ts';
import { smallProject } from '../support/small-project.ts';

// The development server on a copy of the project with a company's layer: whatever is saved shows, whatever is wrong
// with it is told in its place, and goes when it is mended. The server lives through it all.

let project = '';
let server: DevServer;
beforeAll(async () => {
  project = smallProject();
  server = await startDevServer(project, 'astro.config.large.mjs');
});
afterAll(async () => {
  await server.stop();
  rmSync(project, { recursive: true, force: true });
});

const path = (file: string): string => join(project, file);

/** Files that a test has altered, as they were. */
const before = new Map<string, string>();
/** Saves a file with other words in it. */
function save(file: string, alter: (text: string) => string): void {
  const text = readFileSync(path(file), 'utf8');
  if (!before.has(file)) before.set(file, text);
  expect(alter(text)).not.toBe(text);
  writeFileSync(path(file), alter(text));
}
/** Takes back what was altered. */
function takeBack(): void {
  for (const [file, text] of before) writeFileSync(path(file), text);
  before.clear();
}
afterEach(takeBack);

interface Kind {
  readonly file: string;
  /** What an editor alters, and what the page then has. */
  readonly from: string | RegExp;
  readonly to: string;
  /** A page that shows it; none for what only search reads. */
  readonly page?: string;
  readonly shows?: string;
}

const kinds: Readonly<Record<string, Kind>> = {
  guide: {
    file: 'content/guides/ending-it-well/tell-them.mdx',
    from: /^title: .*/m,
    to: 'title: Altered just now',
    page: '/guides/ending-it-well/tell-them/',
  },
  page: { file: 'content/pages/about.mdx', from: /^title: .*/m, to: 'title: Altered just now', page: '/about/' },
  source: {
    file: 'content/sources/terson.md',
    from: /^title: .*/m,
    to: 'title: Altered just now',
    page: '/sources/terson/',
  },
  script: {
    file: 'content/scripts/step-back.yaml',
    from: /^title: .*/m,
    to: 'title: Altered just now',
    page: '/scripts/step-back/',
  },
  tree: {
    file: 'content/trees/fire.yaml',
    from: /^title: .*/m,
    to: 'title: Altered just now',
    page: '/decide/fire/walk.json',
  },
  case: {
    file: 'content/cases/fire.yaml',
    from: /^ {2}title: .*/m,
    to: '  title: Altered just now',
    page: '/decide/fire/cases/',
  },
  situations: { file: 'content/situations.yaml', from: /^ {2}words: .*/m, to: '  words: Altered just now', page: '/' },
  fields: {
    file: 'content/fields.yaml',
    from: 'label: Contact',
    to: 'label: Altered just now',
    // Labels come with the form, and the form with its data.
    page: '/scripts/step-back/form.json',
  },
  topics: { file: 'content/topics.yaml', from: /^ {2}says: .*/m, to: '  says: Altered just now', page: '/guides/' },
  subjects: {
    file: 'content/beyond.yaml',
    from: /^ {2}title: .*/m,
    to: '  title: Altered just now',
    page: '/sources/',
  },
  playbook: { file: 'content/playbook.yaml', from: /^name: .*/m, to: 'name: Altered just now', page: '/' },
  vocabulary: { file: 'content/vocabulary.yaml', from: /^filler:/m, to: 'filler:' },
  organisation: {
    file: 'content/organisation.yaml',
    from: 'role: "your manager"',
    to: 'role: "altered just now"',
    page: '/guides/ending-it-well/tell-them/',
    shows: 'altered just now',
  },
  "company's organisation": {
    file: 'company/organisation.yaml',
    from: /^company: .*/m,
    to: 'company: Altered just now',
    page: '/about/',
  },
  "company's own guide": {
    file: 'company/guides/harbour-clinics/calls-at-night.mdx',
    from: 'It is late, and a ward is on the phone.',
    to: 'Altered just now.',
    page: '/guides/harbour-clinics/calls-at-night/',
  },
  "guide in place of the playbook's": {
    file: 'company/guides/ending-it-well/the-last-message.mdx',
    from: /^title: .*/m,
    to: 'title: Altered just now',
    page: '/guides/ending-it-well/the-last-message/',
  },
  "company's situations": {
    file: 'company/situations.yaml',
    from: 'words: They shout at our people',
    to: 'words: Altered just now',
    page: '/',
  },
  "company's tree": {
    file: 'company/trees/harbour-night-call.yaml',
    from: /^title: .*/m,
    to: 'title: Altered just now',
    page: '/decide/harbour-night-call/',
  },
};

describe.each(Object.entries(kinds))('%s', (_, { file, from, to, page = '/', shows = 'Altered just now' }) => {
  test.runIf(page !== '/' || to.includes('Altered'))('shows when it is saved, and goes when it is taken back', async () => {
    expect(await server.page(page)).not.toContain(shows);
    save(file, (text) => text.replace(from, to));
    await expect.poll(() => server.page(page)).toContain(shows);
    takeBack();
    await expect.poll(() => server.page(page)).not.toContain(shows);
    expect(await server.page(page)).toMatch(/^200 /);
  });

  test('tells what is wrong with it in its place, until it is mended', async () => {
    save(file, (text) => text.replace(/^((?:- )?[a-z]+(?: [a-z]+)*:).*/m, '$1 "unclosed'));
    await expect.poll(() => server.page(page)).toMatch(/^500 /);
    await expect.poll(() => server.opened.at(-1)).toContain(`/${file}:`);
    expect(server.printed()).toContain(`${file}:`);
    takeBack();
    await expect.poll(() => server.page(page)).toMatch(/^200 /);
  });
});

test('a picture and an attachment are there, and show their size anew when they are exchanged', async () => {
  const page = '/guides/harbour-clinics/calls-at-night/';
  const [picture, form] = ['company/pictures/harbour-night-board.png', 'company/files/harbour-night-log.pdf'];
  const were = [picture, form].map((file) => [path(file), readFileSync(path(file))] as const);
  expect(await server.page(page)).toContain('width="640" height="360"');
  expect(await server.page('/pictures/harbour-night-board.png.2x.webp')).toMatch(/^200 RIFF[\s\S]{1,8}WEBP/);
  expect(await server.page('/files/harbour-night-log.pdf')).toMatch(/^200 %PDF/);
  expect(await server.page('/files/organisation.yaml')).toMatch(/^404 /);
  writeFileSync(path(picture), png(300, 100));
  writeFileSync(path(form), Buffer.concat([pdf, Buffer.alloc(70_000)]));
  await expect.poll(() => server.page(page)).toContain('(PDF, 70\u00A0KB)');
  await expect.poll(() => server.page(page)).toContain('width="300" height="100"');
  for (const [file, bytes] of were) writeFileSync(file, bytes);
  await expect.poll(() => server.page(page)).toContain('width="640" height="360"');
});

test('the error screen opens the line of the fault', async () => {
  const file = 'company/situations.yaml';
  const line = readFileSync(path(file), 'utf8').split('\n').findIndex((text) => text.includes('guide: ')) + 1;
  save(file, (text) => text.replace(/guide: .*/, 'guide: harbour-clinics/calls-at-nite'));
  await expect.poll(() => server.page('/')).toMatch(/^500 /);
  await expect.poll(() => server.opened.at(-1)).toBe(`${path(file)}:${line}`);
  takeBack();
  await expect.poll(() => server.page('/')).toMatch(/^200 /);
});

describe.each([
  [
    'content',
    'content/guides/when-they-push/added-just-now.mdx',
    'content/guides/when-they-push/paying-late.mdx',
    '/guides/when-they-push/added-just-now/',
  ],
  [
    "the company's folder",
    'company/guides/harbour-clinics/added-just-now.mdx',
    'company/guides/harbour-clinics/calls-at-night.mdx',
    '/guides/harbour-clinics/added-just-now/',
  ],
])('a new file in %s', (_, file, like, page) => {
  test('shows, and answers no more once it is deleted', async () => {
    await expect.poll(() => server.page(page)).toMatch(/^404 /);
    mkdirSync(dirname(path(file)), { recursive: true });
    const guide = readFileSync(path(like), 'utf8');
    writeFileSync(path(file), guide.replace(/^title: .*/m, 'title: Added just now'));
    await expect.poll(() => server.page(page)).toMatch(/^200 [\s\S]*Added just now/);
    rmSync(path(file));
    await expect.poll(() => server.page(page)).toMatch(/^404 /);
  });
});

test.each([5, 15, 25, 35, 45])('a second save %i ms behind the first, as a formatter makes it, shows too', async (after) => {
  const { file, page = '' } = kinds['guide'] ?? { file: '' };
  save(file, (text) => text.replace(/^title: .*/m, 'title: Half of it'));
  await setTimeout(after);
  save(file, (text) => text.replace('title: Half of it', 'title: All of it'));
  await expect.poll(() => server.page(page)).toContain('All of it');
  takeBack();
  await expect.poll(() => server.page(page)).not.toContain('All of it');
});

test("without the company's folder the playbook's own pages stand again", async () => {
  const page = '/guides/ending-it-well/the-last-message/';
  expect(await server.page(page)).toContain('Say goodbye the Harbourlight way');
  rmSync(path('company'), { recursive: true });
  expect(existsSync(path('company'))).toBe(false);
  await expect.poll(() => server.page(page)).toMatch(/^200 [\s\S]*Write the last message/);
});

test('below a path, pictures and attachments are where pages say', async () => {
  const elsewhere = smallProject();
  const below = await startDevServer(elsewhere, 'astro.config.large.mjs', '/team/playbook/');
  try {
    const page = await below.page('/team/playbook/guides/harbour-clinics/calls-at-night/');
    const [, picture = ''] = /<img src="([^"]*night-board[^"]*)"/.exec(page) ?? [];
    const [, form = ''] = /<a href="([^"]*night-log[^"]*)"/.exec(page) ?? [];
    expect(await below.page(picture)).toMatch(/^200 RIFF/);
    expect(await below.page(form)).toMatch(/^200 %PDF/);
  } finally {
    await below.stop();
    rmSync(elsewhere, { recursive: true, force: true });
  }
});

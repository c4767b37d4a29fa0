import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mostBytes } from '../../src/content/make-picture.ts';
import { unpack, type Packed } from '../../src/search/query/packed.ts';
import { takePages } from '../../src/single-file/build/pages.ts';
import { smallProject } from '../support/small-project.ts';

// A site of a small playbook with the example company's layer over it, built as a company builds its own, and walked.

let project = '';
beforeAll(() => {
  project = smallProject();
  const built = spawnSync(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'build', '--config', 'astro.config.large.mjs'],
    { cwd: project, env: { ...process.env, NODE_ENV: 'production', VITEST: '', COMPANY: '' }, encoding: 'utf8' },
  );
  expect(built.status, `${built.stdout}\n${built.stderr}`).toBe(0);
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

const read = (file: string): string => readFileSync(join(project, 'dist', file), 'utf8');
const page = (address: string): string => read(`${address}index.html`);
/** A page's text in one line, without its tags. */
const text = (address: string): string =>
  page(address)
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
/** Where the links of a page lead, on this site. */
const links = (address: string): string[] =>
  [...page(address).matchAll(/<a\s[^>]*?href="(\/[^"#?]*)/g)].map((link) => link[1] ?? '');

test("the company's name stands in the head and in the title, once", () => {
  expect(page('/')).toContain('<title>Good Terms at Harbourlight Studio</title>');
  expect(page('/about/')).toMatch(/<title>[^<]* – Good Terms at Harbourlight Studio<\/title>/);
  expect(page('/about/')).toMatch(/class="bar__name"[^>]*>\s*Good Terms at Harbourlight Studio\s*</);
});

test('the home page has its situation in its group, under its own titles, and not the one it has removed', () => {
  const home = text('/');
  const groups = ['It is happening now', 'Money and the job', 'Wards'];
  for (const words of [...groups, 'A ward calls at night', 'They shout at our people']) expect(home).toContain(words);
  expect(home.indexOf('Wards')).toBeLessThan(home.indexOf('A ward calls at night'));
  expect(home).not.toContain('They keep cancelling meetings');
  expect(links('/')).toEqual(
    expect.arrayContaining([
      '/guides/harbour-clinics/calls-at-night/',
      '/scripts/harbour-answer-at-night/',
      '/decide/harbour-night-call/',
    ]),
  );
});

test('its topic lists its guide, and the guide has the tree, the script and the person', () => {
  expect(text('/guides/')).toContain('When a clinic is the client');
  expect(links('/guides/')).toContain('/guides/harbour-clinics/');
  expect(links('/guides/harbour-clinics/')).toContain('/guides/harbour-clinics/calls-at-night/');
  const guide = text('/guides/harbour-clinics/calls-at-night/');
  expect(guide).toContain('call your clinic lead (Torvald Wexcombe) while you stay on the line');
  expect(guide).toContain('Does this call have to be answered tonight?');
  expect(guide).toContain('Thank you for telling me about');
});

test("its guide stands in place of the playbook's, under the same address", () => {
  expect(text('/guides/ending-it-well/the-last-message/')).toContain('Say goodbye the Harbourlight way');
  expect(text('/guides/ending-it-well/')).toContain('Say goodbye the Harbourlight way');
});

test('people and number of the organisation are named on pages of the playbook', () => {
  expect(text('/guides/beyond-the-documents/danger/')).toContain('999');
  expect(text('/about/')).toContain('call 999');
  expect(text('/guides/when-they-push/paying-late/')).toContain('(Iwona Castellane, ext. 17)');
});

test('a fact that was not looked up for its country says so and names whom to ask; a fact of its own shows', () => {
  const paying = text('/guides/when-they-push/paying-late/');
  expect(paying).toContain('We have not checked this for your country (Guernsey). Ask your accounts team.');
  expect(paying).not.toContain('spool');
  expect(paying).not.toContain('Law and official guidance');
  expect(text('/guides/beyond-the-documents/danger/')).toContain(
    'We have not checked the numbers for your country (Guernsey). If someone’s life is in danger, call 999.',
  );
  const disputed = text('/guides/when-they-push/disputed-invoice/');
  expect(disputed).toContain('Harbourlight asks its insurer first.');
  expect(disputed).toMatch(/Law and official guidance Saying sorry in Guernsey: Harbourlight’s insurer \(Guernsey, checked on 20 November 2026 \)/);
});

test('its tree can be walked to both ends, has its case, its map and its worksheet', () => {
  const tree = '/decide/harbour-night-call/';
  expect(links('/decide/')).toContain(tree);
  for (const part of ['tonight/', 'tomorrow/', 'map/', 'worksheet/', 'cases/'])
    expect(existsSync(join(project, 'dist', tree, part, 'index.html')), part).toBe(true);
  expect(links(`${tree}worksheet/`)).toEqual(expect.arrayContaining([`${tree}tonight/`, `${tree}tomorrow/`]));
  expect(links(`${tree}tomorrow/`)).toContain('/scripts/harbour-answer-at-night/');
  expect(text(`${tree}cases/`)).toContain('The label printer at midnight');
});

test('its script is in the library, with the shared field of its own', () => {
  expect(links('/scripts/')).toContain('/scripts/harbour-answer-at-night/');
  // The label comes with the form.
  expect(read('scripts/harbour-answer-at-night/form.json')).toContain('"label":"Ward"');
});

test('edit links lead to the real file, in its own folder or in the playbook', () => {
  const edited = (address: string) => /href="https:\/\/git\.harbourlight\.example\/playbook\/edit\/main\/([^"]*)"/.exec(page(address))?.[1];
  expect(edited('/guides/ending-it-well/the-last-message/')).toBe('company/guides/ending-it-well/the-last-message.mdx');
  expect(edited('/scripts/harbour-answer-at-night/')).toBe('company/scripts/harbour-answer-at-night.yaml');
  expect(edited('/decide/harbour-night-call/')).toBe('company/trees/harbour-night-call.yaml');
  expect(edited('/guides/ending-it-well/tell-them/')).toBe('content/guides/ending-it-well/tell-them.mdx');
});

test('its guide has its picture, as small as pages need it and as large as it is shown', () => {
  const [picture = ''] = /<img [^>]*harbour-night-board[^>]*>/.exec(page('/guides/harbour-clinics/calls-at-night/')) ?? [];
  const file = '/pictures/harbour-night-board.png';
  for (const part of [`src="${file}.webp"`, `srcset="${file}.2x.webp 2x"`, 'width="640" height="360"', 'loading="lazy" decoding="async"', 'alt="The board by the door: '])
    expect(picture).toContain(part);
  const bytes = (name: string) => statSync(join(project, 'dist', name)).size;
  expect(bytes(`${file}.webp`)).toBeLessThan(bytes(`${file}.2x.webp`));
  expect(bytes(`${file}.2x.webp`)).toBeLessThanOrEqual(mostBytes);
  // What it was made from is nobody's.
  expect(existsSync(join(project, 'dist', file))).toBe(false);
});

test('its guide offers its attachments, and says what comes', () => {
  expect(page('/guides/harbour-clinics/calls-at-night/')).toMatch(/<a href="\/files\/harbour-night-log\.pdf">the night log<\/a> \(PDF, 1\u00A0KB\)\./);
  expect(page('/guides/harbour-clinics/calls-at-night/')).toMatch(/<a href="\/files\/harbour-ward-numbers\.csv" download>[^<]*<\/a> \(CSV table, 1\u00A0KB\)/);
  for (const file of ['files/harbour-night-log.pdf', 'files/harbour-ward-numbers.csv'])
    expect(readFileSync(join(project, 'dist', file))).toEqual(readFileSync(join('tests/company', file)));
});

test('search finds the guide by its attachments, and nothing of them is kept for times without a network', () => {
  const data = unpack(JSON.parse(read('search.json')) as Packed);
  const says = data.pages.find(({ url }) => url === '/guides/harbour-clinics/calls-at-night/')?.says;
  // Packed, words stand in the order of the alphabet, without those that say nothing.
  expect(says).toEqual(expect.arrayContaining(['log night', 'harbour numbers ward']));
  expect(read('sw.js')).not.toContain('files/');
  expect(read('sw.js')).toContain('pictures/harbour-night-board.png.webp');
});

test('the single file has the picture in it, and the page for programs says where it is', () => {
  const single = read('good-terms.html');
  const [picture = ''] = /<img [^>]*The board by the door[^>]*>/.exec(single) ?? [];
  expect(picture).toMatch(/ src="data:image\/webp;base64,[^"]{100,}"/);
  expect(picture).toContain(' width="640" height="360"');
  expect(picture).not.toMatch(/srcset|loading/);
  expect(single.includes('<span>the night log</span> (PDF, 1 KB)')).toBe(true);
  const markdown = read('guides/harbour-clinics/calls-at-night/index.md');
  expect(markdown).toContain('](/pictures/harbour-night-board.png.webp)');
  expect(markdown).toContain('[the night log](/files/harbour-night-log.pdf) (PDF, 1\u00A0KB).');
});

test('a single file that would be too large says its pictures in words', () => {
  const pages = takePages(join(project, 'dist'), '/', undefined, (words) => `Picture: ${words}`);
  const guide = pages.find(({ address }) => address === '/guides/harbour-clinics/calls-at-night/')?.html ?? '';
  expect(guide).toContain('<span>Picture: The board by the door: three wards, and who answers for each tonight</span>');
  expect(guide).not.toContain('<img');
});

test('its guide that goes out later is not there, nor what only that one offers; upkeep says what waits', () => {
  expect(existsSync(join(project, 'dist/guides/harbour-clinics/rota-for-later'))).toBe(false);
  expect(existsSync(join(project, 'dist/files/harbour-rota.txt'))).toBe(false);
  expect(text('/guides/harbour-clinics/')).not.toContain('The rota');
  expect(text('/about/upkeep/')).toMatch(/Waiting for their day The rota that begins later \(guide\): goes out on 1 January 2999 ?\./);
});

describe('the whole site', () => {
  test('has no link that leads nowhere', () => {
    const seen = new Set<string>();
    const open = ['/'];
    const dead: string[] = [];
    for (let address = open.pop(); address !== undefined; address = open.pop()) {
      if (seen.has(address)) continue;
      seen.add(address);
      const file = address.endsWith('/') ? `${address}index.html` : address;
      if (!existsSync(join(project, 'dist', file))) dead.push(address);
      else if (address.endsWith('/')) open.push(...links(address));
    }
    expect(dead).toEqual([]);
    expect(seen.size).toBeGreaterThan(40);
  });

  test('says nowhere that something is undefined', () => {
    for (const address of ['/', '/guides/', '/decide/', '/scripts/', '/sources/', '/about/', '/about/upkeep/'])
      expect(text(address)).not.toMatch(/\bundefined\b|\bnull\b|\[object/);
  });
});

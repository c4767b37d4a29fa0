// cspell:ignore titel llms
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { markdownToMdast, type MdastNode } from 'satteri';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAlsoMarkdown, routeOf } from '../../src/routes.ts';
import { builtPages, filesIn } from '../support/built-pages.ts';
import { must } from '../support/must.ts';
import { buildSmall, smallProject } from '../support/small-project.ts';

// The small playbook with a page that holds everything a page may hold, built under a sub-path of a known server.
const [origin, base] = ['https://intranet.example', '/play/'];
let project = '';
beforeAll(() => {
  project = smallProject();
  const page = join(project, 'content/pages/about.mdx');
  writeFileSync(page, `${readFileSync(page, 'utf8')}\n${everything}\n`);
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

const everything = `## Everything

{/* a note that nobody sees */}

A line<br />another, H<sub>2</sub>O, <kbd>Ctrl</kbd>, <abbr title="value added tax">VAT</abbr>, [this heading](#everything), \\{a bracket\\}.

- An entry with a box:

  <Fact id="late-payment-interest" />

<Example>

They call <Who role="manager" /> at <Emergency />.

</Example>

<Danger />

<Script id="late-payment" variant="phone-warm" />

<Tree id="fire" />

| day | what       |
| --- | ---------- |
| 1   | call[^one] |

[^one]: Or write.
`;

const build = (folder: string): void => buildSmall(project, folder, { SITE_URL: origin, BASE_PATH: base });

describe('a site with pages for machines', () => {
  let files: string[] = [];
  const read = (file: string): string => readFileSync(join(project, 'dist', file), 'utf8');
  const texts = () => files.filter((file) => file.endsWith('.md'));
  beforeAll(() => {
    build('dist');
    files = filesIn(join(project, 'dist'));
  });

  test('every page that says something itself has its Markdown beside it and names it, and no other page does', () => {
    const pages = builtPages(join(project, 'dist'), base).filter(({ address }) => address.endsWith('/'));
    const faults = pages.flatMap(({ address, file, elements }) => {
      const route = routeOf(address.slice(base.length - 1));
      const isMoved = elements.some(({ name, attributes }) => name === 'meta' && attributes['http-equiv'] === 'refresh');
      const wanted = route !== undefined && isAlsoMarkdown(route) && !isMoved;
      const named = elements.flatMap(({ name, attributes }) =>
        name === 'link' && attributes['type'] === 'text/markdown' ? [attributes['href']] : [],
      );
      const markdown = file.replace(/index\.html$/, 'index.md');
      const right = named.join() === (wanted ? `${address}index.md` : '') && files.includes(markdown) === wanted;
      return right ? [] : [`${address}: ${named.join()}`];
    });
    expect(faults).toEqual([]);
    expect(texts().length).toBeGreaterThan(20);
  });

  test('no component, no marker and no comment is left, and every link leads to a page or a file that exists', () => {
    const faults = [...texts(), 'llms.txt'].flatMap((file) => {
      const text = read(file);
      const left = /<\/?[A-Za-z][^>]*>|\(\((?!\()|\{\/\*|undefined|\[object/.exec(text)?.[0];
      const dead = linksIn(markdownToMdast(text)).filter((address) => !leads(address));
      return [...(left === undefined ? [] : [`${file}: ${left}`]), ...dead.map((address) => `${file}: ${address}`)];
    });
    expect(faults).toEqual([]);
  });

  function leads(address: string): boolean {
    const url = new URL(address);
    if (url.origin !== origin) return /^(https|mailto|tel):$/.test(url.protocol);
    if (!url.pathname.startsWith(base)) return false;
    const file = url.pathname.slice(base.length).replace(/(^|\/)$/, '$1index.html');
    if (!files.includes(file)) return false;
    const id = url.hash.slice(1);
    // A version of a script is chosen by the fragment, and is no element.
    return id === '' || file.startsWith('scripts/') || read(file).includes(`id="${id}"`);
  }

  test('components say what they show on the page', () => {
    const text = read('about/index.md');
    const said = text.slice(text.indexOf('## Everything'));
    expect(said).not.toContain('nobody sees');
    expect(said).toContain('A line\\\nanother, H2O, Ctrl, VAT (value added tax), ');
    expect(said).toContain(`[this heading](${origin}${base}about/#everything)`);
    // A fact inside an entry of a list stays in it.
    expect(said).toMatch(/^- An entry with a box:\n\n {2}\*\*[^\n]+\*\*\n\n {2}\S/m);
    expect(said).toMatch(/Checked \d+ \w+ 2026|not checked/);
    expect(said).toContain('**Example**\n\nThey call ');
    expect(said).toContain('**If you’re in danger, or afraid**');
    expect(said).toContain(`**Script:** [Ask for a late payment](${origin}${base}scripts/late-payment/)`);
    expect(said).toContain("Hello [contact name], it's [sender name].");
    expect(said).toContain(`**Questions:** [`);
    expect(said).toContain('| 1 | call[^one] |');
    expect(said).toContain('[^one]: Or write.');
  });

  test('an optional part of a script is as its page first shows it, and each detail is explained', () => {
    const text = read('scripts/late-payment/index.md');
    expect(text).toContain('Subject: Invoice [invoice number], a reminder\n\nDear [contact name],');
    expect(text).toContain('- `[pay by]` Pay by. Such as 2026-12-11');
  });

  test('the index for assistants names every page once, with what it is about', () => {
    const text = read('llms.txt');
    expect(text).toMatch(/^# [^\n]+\n\n> [^\n]+\n/);
    const named = linksIn(markdownToMdast(text)).filter((address) => address.endsWith('.md'));
    expect(named.map((address) => address.slice(origin.length + base.length)).sort()).toEqual(texts().sort());
    for (const line of text.split('\n').filter((line) => line.startsWith('- [')))
      expect(line).toMatch(/^- \[.+\]\(https:\/\/\S+\): \S/);
  });

  test('the JSON fits its schema, which tells what does not', () => {
    const schema = JSON.parse(read('content.schema.json')) as Parameters<typeof z.fromJSONSchema>[0];
    const data = JSON.parse(read('content.json')) as {
      $schema: string;
      pages: { address: string; text: string; reviewed: string }[];
      content: { guides: object[] };
    };
    const check = z.fromJSONSchema(schema);
    expect(check.safeParse(data).error?.issues).toBeUndefined();
    expect(data.$schema).toBe(`${origin}${base}content.schema.json`);
    for (const { address, text } of data.pages)
      expect(text).toBe(read(`${address.slice(origin.length + base.length)}index.md`));
    expect(data.pages).toHaveLength(texts().length);
    expect(JSON.stringify(data)).not.toContain('"file":');
    must(data.pages[0], 'a page').reviewed = 'soon';
    expect(check.safeParse(data).success).toBe(false);
    must(data.pages[0], 'a page').reviewed = '2026-11-20';
    expect(check.safeParse(data).success).toBe(true);
    Object.assign(must(data.content.guides[0], 'a guide'), { colour: 'x' });
    expect(check.safeParse(data).success).toBe(false);
  });

  test('what holds all pages is compressed, the Markdown of each is not, and neither search nor the sitemap nor a copy for times without a network has them', () => {
    expect(files).toEqual(expect.arrayContaining(['llms.txt.gz', 'content.json.br']));
    expect(files.filter((file) => /\.md\.(gz|br)$/.test(file))).toEqual([]);
    const elsewhere = files.filter((file) => /^(sw\.js|search\.json|sitemap.*\.xml|good-terms\.html)$/.test(file));
    expect(elsewhere.length).toBeGreaterThan(3);
    for (const file of elsewhere) expect(read(file)).not.toMatch(/paying-late\/index\.md|"[^"]*content\.json"[,\]]/);
  });
});

describe('a site without', () => {
  test('has none of it', () => {
    const organisation = join(project, 'company/organisation.yaml');
    writeFileSync(organisation, `${readFileSync(organisation, 'utf8')}\nforMachines: false\n`);
    build('without');
    const without = filesIn(join(project, 'without'));
    expect(without.filter((file) => /\.md$|^llms|^content\./.test(file))).toEqual([]);
    expect(readFileSync(join(project, 'without/scripts/late-payment/index.html'), 'utf8')).not.toContain('text/markdown');
    expect(existsSync(join(project, 'without/scripts/late-payment/form.json'))).toBe(true);
  });
});

const linksIn = (node: MdastNode): string[] => [
  ...('url' in node ? [node.url] : []),
  ...('children' in node ? node.children.flatMap(linksIn) : []),
];

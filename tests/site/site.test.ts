import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { isForPrograms } from '../../src/routes.ts';
import { builtPages, filesIn, type BuiltPage } from '../support/built-pages.ts';
import { sites } from '../support/sites.ts';

/** Runs a check over all pages and lists what it finds, so that one run tells everything. */
const found = (pages: readonly BuiltPage[], check: (page: BuiltPage) => readonly string[]): string[] =>
  pages.flatMap((page) => check(page).map((fault) => `${page.address}: ${fault}`));

const repeated = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value, at) => values.indexOf(value) !== at)),
];

describe.each(sites)('the built site $name', ({ folder, base, site }) => {
  const pages = builtPages(folder, base);
  const addresses = new Map(pages.map((page) => [page.address, page]));
  const files = new Set(filesIn(folder));

  test('nothing is run before the policy, no page tells where its reader was, and no icon is asked of the server', () => {
    const faults = found(pages, ({ html }) => [
      ...(html.indexOf('<script') < html.indexOf('http-equiv="content-security-policy"') ? ['a script first'] : []),
      ...(/<meta name="referrer" content="no-referrer">/.test(html) ? [] : ['a referrer']),
      // The tab of a page that nobody is to be seen reading shows none.
      ...((/<a class="button leave" href="[^"]*"\s*>/.test(html)
        ? /<link rel="icon" href="data:,"/
        : /<link rel="icon" href="data:image\/svg\+xml,/
      ).test(html)
        ? []
        : ['an icon']),
    ]);
    expect(faults).toEqual([]);
  });

  test('has pages of every kind', () => {
    for (const path of [
      '',
      'guides/',
      'decide/fire/',
      'decide/fire/worksheet/',
      'scripts/late-payment/',
      'sources/terson/',
      'search/',
      'a-to-z/',
      'about/',
      '404.html',
    ])
      expect(addresses.has(base + path), path).toBe(true);
  });

  test('a guide shows a fact with its authority and the day it was checked, and lists it at the foot beside the other two kinds', () => {
    const page = addresses.get(`${base}guides/when-they-push/paying-late/`);
    const text = (page?.html ?? '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(text).toContain('Interest and a fixed sum on a late invoice If a business customer pays late');
    expect(text).toMatch(
      /United Kingdom: GOV\.UK: late commercial payments ?; .*section 5A ?\. Checked 30 November 2026 ?\. Before you act/,
    );
    const foot = text.slice(text.indexOf('Where this advice comes from', text.indexOf('If ')));
    for (const kind of [
      'From the source articles',
      'Our own practice The rest of this page. Owner: Finance lead.',
      'Law and official guidance Interest and a fixed sum on a late invoice:',
      ', read in saved copies',
    ])
      expect(foot).toContain(kind);
    expect(text.slice(0, text.indexOf('Where this advice comes from', text.indexOf('If ')))).not.toContain(
      'saved copies',
    );
    expect(
      page?.elements.some(
        ({ attributes }) => attributes['href'] === 'https://www.legislation.gov.uk/ukpga/1998/20/section/5A',
      ),
    ).toBe(true);
    expect(addresses.get(`${base}guides/beyond-the-documents/suicide/`)?.html).toContain('href="tel:116123"');
    expect(addresses.get(`${base}scripts/holding-reply-to-a-claim/`)?.html).toContain(
      'Saying sorry when someone may claim',
    );
  });

  test('every link leads to a page or a file, and every fragment to an id on it', () => {
    const faults = found(pages, (page) =>
      page.elements.flatMap(({ name, attributes }) => {
        const target = attributes['href'] ?? attributes['src'];
        if (target === undefined || name === 'base' || /^(mailto:|data:)/.test(target)) return [];
        const url = new URL(target, `http://site${page.address}`);
        if (url.host !== 'site')
          return name === 'a' || attributes['rel'] === 'canonical' ? [] : [`loads ${target} from elsewhere`];
        if (!url.pathname.startsWith(base)) return [`${target} misses the base path`];
        const to = addresses.get(url.pathname);
        if (!to) return files.has(url.pathname.slice(base.length)) ? [] : [`${target} leads nowhere`];
        const fragment = decodeURIComponent(url.hash.slice(1));
        // A fragment with = in it is data for the page's own code, not a place.
        if (!fragment || fragment.includes('=')) return [];
        return to.elements.some((element) => element.attributes['id'] === fragment)
          ? []
          : [`${target}: no such id on that page`];
      }),
    );
    expect(faults).toEqual([]);
  });

  test('each page has one h1, a title and a description of its own, and no id twice', () => {
    const faults = found(pages, ({ elements }) => [
      ...(elements.filter(({ name }) => name === 'h1').length === 1 ? [] : ['not exactly one h1']),
      ...repeated(elements.flatMap(({ attributes }) => attributes['id'] ?? [])).map(
        (id) => `the id ${id} stands twice`,
      ),
      ...(elements.some(
        ({ name, attributes }) => name === 'meta' && attributes['name'] === 'description' && attributes['content'],
      )
        ? []
        : ['no description']),
    ]);
    expect(faults).toEqual([]);
    expect(repeated(pages.map((page) => page.elements.find(({ name }) => name === 'title')?.text ?? ''))).toEqual([]);
  });

  test('no heading level is skipped', () => {
    const faults = found(pages, ({ elements }) => {
      const levels = elements.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? Number(name[1]) : []));
      const body = levels.slice(levels.indexOf(1));
      return body.some((level, at) => at > 0 && level > (body[at - 1] ?? 0) + 1) ? [`levels ${body.join(' ')}`] : [];
    });
    expect(faults).toEqual([]);
  });

  test('each page carries the policy, and nothing in it that the policy blocks', () => {
    const faults = found(pages, ({ elements }) => {
      const policies = elements.filter(
        ({ name, attributes }) =>
          name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'content-security-policy',
      );
      const policy = policies[0]?.attributes['content'] ?? '';
      return [
        ...(policies.length === 1 ? [] : [`${policies.length} policies`]),
        ...["default-src 'none'", "connect-src 'self'", "base-uri 'none'", "'wasm-unsafe-eval'"]
          .filter((part) => !policy.includes(part))
          .map((part) => `the policy lacks ${part}`),
        ...(/'unsafe-inline'|'unsafe-eval'|https?:|\*/.test(policy) ? [`the policy is open: ${policy}`] : []),
        ...elements.flatMap(({ name, attributes }) => [
          ...('style' in attributes ? [`<${name}> has a style attribute`] : []),
          ...Object.keys(attributes)
            .filter((key) => /^on[a-z]+$/.test(key))
            .map((key) => `<${name}> has ${key}`),
          ...Object.values(attributes)
            .filter((value) => /^\s*javascript:/i.test(value))
            .map((value) => `<${name}> runs ${value}`),
        ]),
      ];
    });
    expect(faults).toEqual([]);
  });

  test('names no other origin but in visible links', () => {
    const allowed =
      /^https?:\/\/(www\.w3\.org\/(2000|1999|1998)|www\.sitemaps\.org|www\.google\.com\/schemas|intranet\.example|localhost|site\b)/;
    const faults = [...files]
      .filter((file) => /\.(html|js|css|json|svg|xml|txt)$/.test(file) && !file.startsWith('pagefind/'))
      // Licences name the homes of their authors; nothing loads from there.
      .filter((file) => file !== 'third-party.txt')
      // What programs read has the links of the pages in another form.
      .filter((file) => !isForPrograms(`/${file}`))
      .flatMap((file) => {
        const text = readFileSync(join(folder, file), 'utf8').replace(/<a\s[^>]*href="https?:[^"]*"/g, '');
        return [...text.matchAll(/https?:\/\/[^\s"'`<>)\\]+/g)]
          .filter(([url]) => !allowed.test(url))
          .map(([url]) => `${file}: ${url}`);
      });
    expect(faults).toEqual([]);
  });

  test('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:a11y'],
      rules: {
        // The Markdown engine and the compiler write these their own way; neither changes what a reader gets.
        'void-style': 'off',
        'no-trailing-whitespace': 'off',
        'attribute-boolean-style': 'off',
        'attribute-empty-style': 'off',
        'doctype-style': 'off',
        'no-inline-style': 'error',
        // Searching and filtering happen while one types, and Enter does it as well.
        'wcag/h32': 'off',
        // Titles carry the site's name after the page's own; search shows the page's own first.
        'long-title': 'off',
        // A scripted island carries data in attributes of its own element.
        'element-name': ['error', { pattern: '^[a-z][a-z0-9-]*$' }],
      },
    });
    const faults: string[] = [];
    for (const page of pages) {
      const report = await validator.validateString(page.html, page.file);
      faults.push(
        ...report.results.flatMap(({ messages }) =>
          messages
            // Astro puts one style element of its own before the first island, wherever that stands.
            .filter(({ message }) => !message.startsWith('<style> element is not permitted'))
            .map((message) => `${page.file}:${message.line} ${message.ruleId}: ${message.message}`),
        ),
      );
    }
    expect(faults.slice(0, 30)).toEqual([]);
  });

  test('old addresses lead on without JavaScript, and no list or search names them', () => {
    const moved = pages.filter(({ html }) => html.includes('http-equiv="refresh"'));
    expect(moved.map(({ address }) => address)).toContain(`${base}about/care/`);
    const sitemaps = [...files]
      .filter((file) => /^sitemap.*\.xml$/.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8'));
    expect(sitemaps.length > 0).toBe(site !== '');
    const faults = found(moved, ({ address, html, elements }) => {
      const [, to = ''] = /<noscript>\s*<meta http-equiv="refresh" content="0; url=([^"]*)"/.exec(html) ?? [];
      const links = pages.filter((page) => page.elements.some(({ attributes }) => attributes['href'] === address));
      return [
        ...(addresses.has(to) && !moved.some((page) => page.address === to) ? [] : [`leads to ${to}`]),
        ...(elements.some(({ name, attributes }) => name === 'a' && attributes['href'] === to) ? [] : ['has no link']),
        ...(elements.some(({ attributes }) => attributes['content'] === 'noindex') ? [] : ['is for search engines']),
        ...(elements.some(({ attributes }) => 'data-pagefind-body' in attributes) ? ['is for search'] : []),
        ...(sitemaps.some((text) => text.includes(`${address}<`)) ? ['stands in the sitemap'] : []),
        ...links.map((page) => `${page.address} links to it`),
      ];
    });
    expect(faults).toEqual([]);
    for (const server of ['nginx', 'apache', 'iis'])
      expect(readFileSync(join(folder, `redirects/${server}.conf`), 'utf8')).toContain(`${base}about/upkeep/`);
  });

  test('has a search index, and a sitemap when its address is known', () => {
    expect(existsSync(join(folder, 'pagefind/pagefind.js'))).toBe(true);
    expect(existsSync(join(folder, 'sitemap-index.xml'))).toBe(site !== '');
  });
});

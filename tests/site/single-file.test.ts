import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content/read-content.ts';
import { fileName } from '../../src/integrations/single-file.ts';
import { childrenOf, elementsIn, type Node } from '../../src/single-file/build/html.ts';
import { sites } from '../support/sites.ts';

const { guides, scripts, trees, sources, situations } = readContent(process.cwd()).content;
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const textOf = (node: Node): string => ('value' in node ? node.value : childrenOf(node).map(textOf).join(''));
const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

describe.each(sites)('the file to take along, from the site $name', ({ folder, base, site }) => {
  const html = readFileSync(join(folder, fileName), 'utf8');
  const elements = elementsIn(parse(html)).map((element) => ({
    name: element.tagName,
    attributes: Object.fromEntries(element.attrs.map(({ name, value }) => [name, value] as const)),
    text: textOf(element),
  }));
  const all = (name: string) => elements.filter((element) => element.name === name);
  const ids = new Set(elements.flatMap(({ attributes }) => attributes['id'] ?? []));

  test('takes no more room a page than it needs', () => {
    const pages = all('h1').length;
    const bytes = Buffer.byteLength(html);
    console.log(`${pages} pages, ${bytes} bytes, ${gzipSync(html).length} with gzip`);
    expect(bytes / pages).toBeLessThanOrEqual(12_000);
  });

  test('has every guide, script, tree, outcome, source and situation', () => {
    const headings = new Set(all('h1').map(({ text }) => tidy(text)));
    const missing = [
      ...guides.map(({ title }) => title),
      ...scripts.map(({ title }) => title),
      ...sources.map(({ title }) => title),
      ...trees.flatMap(({ title, outcomes }) => [title, ...outcomes.map(({ headline }) => headline)]),
    ].filter((title) => !headings.has(tidy(title)));
    expect(missing).toEqual([]);
    const summaries = new Set(all('summary').map(({ text }) => tidy(text)));
    expect(situations.filter(({ words }) => !summaries.has(tidy(words)))).toEqual([]);
    for (const { questions, id } of trees)
      for (const question of questions) expect(ids).toContain(`/decide/${id}/worksheet/#question-${question.id}`);
  });

  test('allows its own two scripts and its style by their hashes, and nothing else', () => {
    const policies = all('meta').filter(
      ({ attributes }) => attributes['http-equiv']?.toLowerCase() === 'content-security-policy',
    );
    expect(policies).toHaveLength(1);
    const run = all('script').filter(({ attributes }) => attributes['type'] === undefined);
    const styles = all('style');
    expect(run).toHaveLength(2);
    expect(styles).toHaveLength(1);
    expect(policies[0]?.attributes['content']?.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${run.map(({ text }) => hashOf(text)).join(' ')}`,
      `style-src ${styles.map(({ text }) => hashOf(text)).join(' ')}`,
      'img-src data:',
      'font-src data:',
      "form-action 'none'",
      "base-uri 'none'",
    ]);
    const blocked = elements.flatMap(({ name, attributes }) =>
      Object.keys(attributes)
        .filter((key) => key === 'style' || /^on[a-z]+$/.test(key))
        .map((key) => `<${name}> has ${key}`),
    );
    expect(blocked).toEqual([]);
  });

  test('loads nothing, and names no other origin but in visible links', () => {
    const loaded = elements.flatMap(({ name, attributes }) =>
      ['src', 'srcset', 'data-src', 'poster', 'action', ...(name === 'a' ? [] : ['href'])].flatMap((key) =>
        attributes[key] && !attributes[key].startsWith('data:') ? `<${name} ${key}="${attributes[key]}">` : [],
      ),
    );
    expect(loaded).toEqual([]);
    const others = [...html.replace(/<a\s[^>]*href="https?:[^>]*>[^<]*/g, '').matchAll(/https?:\/\/[^\s"'`<>)\\]+/g)]
      .map(([url]) => url)
      .filter((url) => !/^https?:\/\/www\.w3\.org\/(2000|1999|1998)/.test(url));
    expect(others).toEqual([]);
  });

  test('every link leads to a page in it, every id is there once', () => {
    const lost = all('a').flatMap(({ attributes, text }) => {
      const href = attributes['href'];
      if (href === undefined) return [`"${text}" has no address`];
      if (/^(mailto:|tel:|https?:)/.test(href)) return [];
      if (!href.startsWith('#')) return [`${href} leads out of the file`];
      const [page = '', part = ''] = href.slice(1).split('#');
      const id = part && !part.includes('=') ? `${page}#${part}` : page;
      return ids.has(id) ? [] : [`${href} leads nowhere`];
    });
    expect(lost).toEqual([]);
    expect(elements.filter(({ attributes }) => 'id' in attributes)).toHaveLength(ids.size);
    const named = elements.flatMap(({ attributes }) =>
      ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls'].flatMap(
        (key) => attributes[key]?.split(' ').filter((id) => !ids.has(id)) ?? [],
      ),
    );
    expect(named).toEqual([]);
  });

  test('says how old it is and where the playbook itself is', () => {
    const foot = all('footer')[0]?.text ?? '';
    expect(foot).toMatch(/A copy made on \d{1,2} \w+ \d{4}\./);
    if (site) expect(foot).toContain(site + base);
  });
});

import { describe, expect, test } from 'vitest';
import { movedPages, serverEntries, type Moved } from '../../../src/site/moved.ts';
import { content, guide, tree } from '../upkeep/made-up.ts';

/** Where the readers of an old address end. */
const leads = (moved: readonly Moved[], from: string) => moved.find((one) => one.from === from)?.to;

describe('pages that have moved', () => {
  test('a page of the software', () => {
    expect(leads(movedPages(content({})), '/about/care/')).toBe('/about/upkeep/');
  });
  test('a guide with two earlier addresses', () => {
    const guides = [guide('topic/new', { formerly: ['/guides/old/a/', '/b/'] })];
    const moved = movedPages(content({ guides }));
    expect(leads(moved, '/guides/old/a/')).toBe('/guides/topic/new/');
    expect(leads(moved, '/b/')).toBe('/guides/topic/new/');
  });
  test('a tree takes its other pages and its outcomes along, and an outcome its own earlier name', () => {
    const made = tree('new', [], { formerly: ['/decide/old/'] });
    const outcomes = made.outcomes.map((outcome) => ({ ...outcome, formerly: ['/decide/old/was/'] }));
    const moved = movedPages(content({ trees: [{ ...made, outcomes }] }));
    expect(moved.filter(({ from }) => from.startsWith('/decide/')).map(({ from, to }) => [from, to])).toEqual([
      ['/decide/old/was/', '/decide/new/only/'],
      ['/decide/old/', '/decide/new/'],
      ['/decide/old/worksheet/', '/decide/new/worksheet/'],
      ['/decide/old/map/', '/decide/new/map/'],
      ['/decide/old/only/', '/decide/new/only/'],
    ]);
  });
  test('an outcome that went to another tree is not taken along by the tree that it left', () => {
    const left = tree('new', [], { formerly: ['/decide/old/'] });
    const other = tree('other', []);
    const outcomes = other.outcomes.map((outcome) => ({ ...outcome, formerly: ['/decide/old/only/'] }));
    const moved = movedPages(content({ trees: [left, { ...other, outcomes }] }));
    expect(leads(moved, '/decide/old/only/')).toBe('/decide/other/only/');
  });
});

describe('entries for web servers, under a sub-path', () => {
  const moved = [{ from: '/about/care/', to: '/about/upkeep/', title: 'Upkeep' }];
  test.each([
    [
      'nginx',
      'location = /playbook/about/care/ { absolute_redirect off; return 301 /playbook/about/upkeep/$is_args$args; }\n',
    ],
    ['apache', 'RedirectMatch 301 "^/playbook/about/care/$" "/playbook/about/upkeep/"\n'],
  ] as const)('%s', (server, entry) => {
    expect(serverEntries(server, moved, '/playbook/')).toBe(entry);
  });
  test('iis counts the old address from the folder of the site, the new one from the server', () => {
    const entry = serverEntries('iis', moved, '/playbook/');
    expect(entry).toContain('<location path="about/care">');
    expect(entry).toContain('destination="/playbook/about/upkeep/"');
  });
});

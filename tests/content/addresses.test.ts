import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { checkContent } from '../../src/content/check-content.ts';
import { copyContent, type ContentCopy } from '../support/content-copy.ts';

// Each test breaks one thing in a small playbook, and reads what an editor would be told.
let copy: ContentCopy;
beforeAll(() => {
  copy = copyContent();
});
afterEach(() => copy.restore());
afterAll(() => copy.drop());

/** Writes a line before the first one that begins like this. @returns its number */
const insert = (file: string, before: string, line: string): number =>
  copy.change(file, new RegExp(`^${before}`, 'm'), `${line}\n${before}`);
/** Gives a file another name. */
function rename(from: string, to: string): void {
  copy.write(to, copy.read(from));
  copy.remove(from);
}
const told = () => checkContent(copy.root).faults.map(({ file, line, what }) => `${file}:${line} ${what}`);

const guide = 'content/guides/when-they-push/paying-late.mdx';
const other = 'content/guides/when-they-push/disputed-invoice.mdx';

describe('ids whose addresses are taken', () => {
  test.each(['map', 'worksheet', 'cases', 'index'])('an outcome called %s', (id) => {
    const text = copy.read('content/trees/fire.yaml').replaceAll(/\bstep-back\b/g, id);
    copy.write('content/trees/fire.yaml', text);
    const line = text.split('\n').findIndex((one) => one.trim() === `- id: ${id}`) + 1;
    expect(told()).toContain(
      `content/trees/fire.yaml:${line} ${id} cannot be the id here: /decide/fire/${id}/ is the address of another page.`,
    );
  });
  test('a source called disagreements', () => {
    rename('content/sources/terson.md', 'content/sources/disagreements.md');
    expect(told().join('\n')).toMatch(/content\/sources\/disagreements\.md:\d disagreements cannot be the id here/);
  });
  test.each(['guides/when-they-push', 'scripts', 'trees'])('a file index in %s', (folder) => {
    const [from, ending] =
      folder === 'scripts' ? ['late-payment', 'yaml'] : folder === 'trees' ? ['fire', 'yaml'] : ['paying-late', 'mdx'];
    rename(`content/${folder}/${from}.${ending}`, `content/${folder}/index.${ending}`);
    expect(told().join('\n')).toContain('index cannot be the id here');
  });
});

describe('old addresses', () => {
  test('in a link are told with the new one', () => {
    copy.write('content/pages/about.mdx', `${copy.read('content/pages/about.mdx')}\n[How it is kept](/about/care/)\n`);
    const { faults } = checkContent(copy.root);
    expect(faults.map(({ file, what, mend }) => `${file} ${what} ${mend}`)).toEqual([
      expect.stringMatching(/^content\/pages\/about\.mdx .*\/about\/care\/.*\/about\/upkeep\//),
    ]);
  });
  test('of pages that have moved are no fault', () => {
    insert(guide, 'order:', 'formerly: [/guides/when-they-push/late-bills/, /invoices/]');
    expect(told()).toEqual([]);
  });
  test.each([
    ['no address', 'late-bills', /is no address of this site/],
    ['without its last slash', '/guides/late-bills', /is no address of this site/],
    ['its own', '/guides/when-they-push/paying-late/', /is the address that this page has now/],
    ['that of a page of content', '/scripts/late-payment/', /\/scripts\/late-payment\/ is the address of another page today/],
    ['that of a page of the software', '/decide/fire/map/', /\/decide\/fire\/map\/ is the address of another page today/],
    ['that of a page that only the worker shows', '/offline/', /is the address of another page today/],
    ['that of files', '/pagefind/index/', /is the address of another page today/],
    ["that of a page of the software's own that has moved", '/about/care/', /\/about\/care\/ leads to \/about\/upkeep\/ already/],
  ])('%s', (_, address, says) => {
    const line = insert(guide, 'order:', `formerly: [${address}]`);
    expect(told().filter((one) => says.test(one))).toEqual([expect.stringMatching(new RegExp(`^${guide}:${line} `))]);
  });
  test('named by two pages', () => {
    insert(guide, 'order:', 'formerly: [/old/]');
    const line = insert(other, 'order:', 'formerly: [/old/]');
    expect(told()).toEqual([`${other}:${line} /old/ leads to /guides/when-they-push/paying-late/ already.`]);
  });
  test('in a circle: two pages that name each other', () => {
    insert(other, 'order:', 'formerly: [/guides/when-they-push/paying-late/]');
    insert(guide, 'order:', 'formerly: [/guides/when-they-push/disputed-invoice/]');
    expect(told().filter((one) => one.includes('is the address of another page today'))).toHaveLength(2);
  });
  test('in a chain: the old name of a page that has moved on belongs to the page that readers end at', () => {
    // /old/ became paying-late, which is now somewhere else: the file that is left names both.
    insert(other, 'order:', 'formerly: [/old/, /guides/when-they-push/late/]');
    expect(told()).toEqual([]);
  });
  test('of an outcome stand where the outcome stands', () => {
    const line = insert('content/trees/fire.yaml', '    rung:', '    formerly: [/decide/fire/map/]');
    expect(told()).toEqual([
      `content/trees/fire.yaml:${line} /decide/fire/map/ is the address of another page today, so nobody can be sent on from there.`,
    ]);
  });
});

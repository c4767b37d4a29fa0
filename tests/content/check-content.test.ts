import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { checkContent, tellFaults } from '../../src/content/check-content.ts';
import { copyContent, type ContentCopy } from '../support/content-copy.ts';

// Each test breaks one thing in a small playbook, and reads what an editor would be told.
let copy: ContentCopy;
beforeAll(() => {
  copy = copyContent();
});
afterEach(() => copy.restore());
afterAll(() => copy.drop());

const guide = 'content/guides/when-they-push/paying-late.mdx';
const script = 'content/scripts/late-payment.yaml';
const tree = 'content/trees/fire.yaml';

describe('the content check', () => {
  test('a sound playbook has no fault', () => {
    expect(checkContent(copy.root).faults).toEqual([]);
  });

  const mistakes: { name: string; file: string; from: string | RegExp; to: string; says: RegExp }[] = [
    { name: 'an unknown key', file: guide, from: /^order:/m, to: 'ordre:', says: /ordre is not a known key/ },
    { name: 'a missing owner', file: guide, from: /^owner:.*\n/m, to: '', says: /owner is missing/ },
    { name: 'a review date that is no date', file: guide, from: /^reviewed:.*$/m, to: 'reviewed: 2026-02-30', says: /reviewed is no date\./ },
    { name: 'a point that does not exist', file: guide, from: 'unwanted/warning-signs', to: 'unwanted/warning-sign', says: /unwanted\/warning-sign names no point/ },
    { name: 'an embedded script that does not exist', file: guide, from: '<Script id="late-payment"', to: '<Script id="late-paiment"', says: /late-paiment, which does not exist/ },
    { name: 'a link that is no address', file: guide, from: /\]\(\/guides\/[^)]*\)/, to: '](guides/when-they-push/)', says: /"guides\/when-they-push\/" is no address/ },
    { name: 'a link to another site that no browser can open', file: guide, from: /\]\(\/guides\/[^)]*\)/, to: '](https://exa%mple)', says: /"https:\/\/exa%mple" is no address/ },
    { name: 'a link that leads nowhere', file: guide, from: /\]\(\/guides\/[^)]*\)/, to: '](/guides/when-they-push/nowhere/)', says: /nowhere\/ leads nowhere/ },
    { name: 'a channel that does not exist', file: script, from: 'channel: email', to: 'channel: mail', says: /channel is none of the values.*\n.*email, phone, in-person, chat/ },
    { name: 'a field nobody declared', file: script, from: '((invoice number))', to: '((invoice nummer))', says: /invoice nummer/ },
    { name: 'a marker that is nearly right', file: script, from: '((invoice number))', to: '{{invoice number}}', says: /\{\{invoice number\}\}/ },
    { name: 'an answer that leads nowhere', file: tree, from: /^ {8}to: .*/m, to: '        to: no-such-place', says: /The answer ".+" leads nowhere\.\nChoose a question or an outcome\./ },
    { name: 'an outcome that names an unknown script', file: tree, from: 'scripts: [{ id: leave-now', to: 'scripts: [{ id: no-such-script', says: /no-such-script/ },
    { name: 'YAML that does not parse', file: tree, from: /^title:.*$/m, to: 'title: "unclosed', says: /quotation mark that opens on line 1 is never closed/ },
    { name: 'a role that does not exist', file: 'content/playbook.yaml', from: 'tell: [manager', to: 'tell: [boss', says: /boss names no role/ },
    { name: 'a page to leave that does not exist', file: 'content/playbook.yaml', from: 'tell: [manager, security]', to: 'tell: [manager, security]\n  leave: { guides: [beyond-the-documents/dangers], scripts: [leave-then] }', says: /beyond-the-documents\/dangers names no guide|leave-then names no script/ },
    { name: 'a site that may frame with a path', file: 'content/organisation.yaml', from: /^emergency/m, to: 'framedBy: [https://intranet.example/pages]\nemergency', says: /is no address of a site/ },
    { name: 'a site that may frame with a header behind it', file: 'content/organisation.yaml', from: /^emergency/m, to: 'framedBy: ["https://intranet.example; script-src *"]\nemergency', says: /is no address of a site/ },
    { name: 'every site that there is', file: 'content/organisation.yaml', from: /^emergency/m, to: 'framedBy: ["https://*"]\nemergency', says: /is no address of a site/ },
    { name: 'every site of an ending', file: 'content/organisation.yaml', from: /^emergency/m, to: 'framedBy: ["https://*.example"]\nemergency', says: /is no address of a site/ },
    { name: 'a harmless page that is none', file: 'content/organisation.yaml', from: /^emergency/m, to: 'harmlessPage: mailto:a@b.example\nemergency', says: /is no address of a page.*\n?/ },
    { name: 'a first tree that does not exist', file: 'content/playbook.yaml', from: 'firstTree: fire', to: 'firstTree: fires', says: /fires names no tree.*\n.*Did you mean fire\?/ },
    { name: 'groups of situations that are none', file: 'content/playbook.yaml', from: /^situationGroups:\n(?: .*\n)+/m, to: 'situationGroups: none\n', says: /situationGroups/ },
    { name: 'a situation in a group that does not exist', file: 'content/situations.yaml', from: /group: now/, to: 'group: nwo', says: /nwo names no group of playbook\.yaml.*\n.*Did you mean now\?/ },
    { name: 'a situation in no group', file: 'content/situations.yaml', from: /^ {2}group: now\n/m, to: '', says: /group is missing/ },
    { name: 'a situation that names an unknown guide', file: 'content/situations.yaml', from: /guide: .*/, to: 'guide: when-they-push/nothing', says: /when-they-push\/nothing names no guide/ },
  ];
  test.each(mistakes)('$name is told with its file, its line and the mend', ({ file, from, to, says }) => {
    const line = copy.change(file, from, to);
    const { faults } = checkContent(copy.root);
    const told = faults.filter((fault) => fault.file === file && says.test(`${fault.what}\n${fault.mend}`));
    expect(told, tellFaults(faults)).not.toEqual([]);
    // A missing key has no line of its own.
    if (to !== '') expect(Math.min(...told.map((fault) => Math.abs((fault.line ?? -99) - line)))).toBeLessThanOrEqual(1);
    expect(told[0]?.mend).not.toBe('');
  });

  test.each<[name: string, file: string, from: string, to: string, what: string]>([
    ['a point that no guide carries', guide, 'covers:\n  - unwanted/warning-signs', 'covers:\n  - terson/rehearse', 'content/sources/unwanted.md:6\n  No guide carries the point unwanted/warning-signs.'],
    ['a subject that no guide answers', 'content/beyond.yaml', '- id: danger', '- id: money\n  title: Money\n- id: danger', 'content/beyond.yaml:1\n  No guide answers money.'],
    ['a guide that carries nothing', guide, 'covers:\n  - unwanted/warning-signs', 'covers: []', `${guide}:5\n  The guide covers no point of the documents`],
  ])('%s is told', (_, file, from, to, what) => {
    copy.change(file, from, to);
    expect(tellFaults(checkContent(copy.root).faults)).toContain(what);
  });

  test('a script that nothing leads to is told', () => {
    copy.change('content/trees/fire.yaml', '{ id: step-back }, ', '');
    copy.change('content/guides/before-you-sign/fair-critics.mdx', '<Script id="step-back" />\n', '');
    expect(tellFaults(checkContent(copy.root).faults)).toContain(
      'content/scripts/step-back.yaml:1\n  No guide embeds this script and no outcome offers it',
    );
  });

  test('faults in several files are all told in one run', () => {
    copy.change(guide, /^owner:.*\n/m, '');
    copy.change(script, 'channel: email', 'channel: mail');
    copy.change('content/organisation.yaml', /^currency:.*$/m, 'currency: pounds');
    const text = tellFaults(checkContent(copy.root).faults);
    for (const file of [guide, script, 'content/organisation.yaml']) expect(text).toContain(file);
    expect(text).toMatch(/\d+ faults in the content\. Nothing was built\./);
  });

  test('a mistake in a file is told there alone, not again wherever the file is named', () => {
    copy.change(guide, /^owner:/m, 'ownr:');
    copy.change(tree, /^title:.*$/m, 'title: ""');
    const { faults } = checkContent(copy.root);
    expect(new Set(faults.map(({ file }) => file))).toEqual(new Set([guide, tree]));
  });

  test('a missing single file is told', () => {
    copy.remove('content/organisation.yaml');
    expect(tellFaults(checkContent(copy.root).faults)).toContain('content/organisation.yaml\n  The file is missing.');
  });
});

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../src/cli/check.ts';
import { writeNew } from '../../src/cli/new.ts';
import { checkContent, tellFaults } from '../../src/content/check-content.ts';
import { playbookOnly } from '../../src/content/layers.ts';
import { publishDay } from '../../src/site/build-day.ts';
import { copyContent, type ContentCopy } from '../support/content-copy.ts';

// Pages begun and not written: seen while editing, left out of a build, and nothing published may lead to them.
let copy: ContentCopy;
beforeAll(() => {
  copy = copyContent();
});
afterEach(() => copy.restore());
afterAll(() => copy.drop());

const guide = 'content/guides/when-they-push/paying-late.mdx';
const script = 'content/scripts/late-payment.yaml';
const tree = 'content/trees/end-well.yaml';
const other = 'content/guides/before-you-sign/fair-critics.mdx';

const read = (drafts: 'shown' | 'left out') => checkContent(copy.root, { drafts });
const told = (drafts: 'shown' | 'left out'): string[] => read(drafts).faults.map((fault) => tellFaults([fault]));
/** Whatever the check command tells of drafts, not of wording. */
const said = (): string[] => {
  const lines: string[] = [];
  check(copy.root, (text) => lines.push(text));
  return lines.filter((line) => !line.startsWith('Warning'));
};

describe('what is a draft', () => {
  test.each([
    ['a guide that says so', other, () => copy.change(other, /^owner:/m, 'draft: true\nowner:')],
    ['a guide with a place that waits for its words', other, () => copy.change(other, /^## /m, 'Write here: more.\n\n## ')],
    ['a guide whose summary waits', other, () => copy.change(other, /^summary: .*/m, 'summary: "Write here: what it is for."')],
  ])('%s', (_, file, change) => {
    change();
    expect(read('shown').content.guides.map(({ file: place, ref }) => place ?? ref).join()).toContain('fair-critics');
    expect(read('left out').content.guides.map(({ ref }) => ref)).not.toContain('before-you-sign/fair-critics');
    expect(said()).toContainEqual(expect.stringContaining(`Draft: ${file}\n  A build leaves it out`));
  });

  test('a script and a tree', () => {
    copy.change(script, /^owner:/m, 'draft: true\nowner:');
    copy.change(tree, /^owner:/m, 'draft: true\nowner:');
    const shown = read('shown').content;
    const { content } = read('left out');
    expect(shown.scripts.length - content.scripts.length).toBe(1);
    expect(shown.trees.length - content.trees.length).toBe(1);
  });

  test('a note that says "Write here:" makes none', () => {
    copy.change(script, /^owner:/m, '# Write here: the role.\nowner:');
    expect(said()).toEqual([expect.stringContaining('The content is sound')]);
  });

  test('the command says which line waits', () => {
    const line = copy.change(other, /^## /m, 'Write here: more.\n\n## ');
    expect(said()).toContain(`Draft: ${other}\n  A build leaves it out; line ${line} still waits for its words.\n`);
  });
});

describe('what is told', () => {
  test('a page that says it is no draft has its words', () => {
    copy.change(other, /^owner:/m, 'draft: false\nowner:');
    const line = copy.change(other, /^## /m, 'Write here: more.\n\n## ');
    expect(told('left out')).toEqual([expect.stringContaining(`${other}:${line}\n  "Write here:" still stands here.`)]);
  });

  test('a list, a page of the software and the cases of a published tree are never drafts', () => {
    copy.change('content/situations.yaml', /^ {2}first: .*/m, '  first: "Write here: the first thing."');
    copy.change('content/pages/about.mdx', 'This playbook helps', 'Write here: This playbook helps');
    copy.change('content/cases/end-well.yaml', /^ {2}title: .*/m, '  title: "Write here: a title"');
    expect(told('left out')).toEqual([
      expect.stringMatching(/^content\/cases\/end-well\.yaml:\d+\n {2}"Write here:" still stands here\.\n {2}Write it, or take the line out\./),
      expect.stringMatching(/^content\/pages\/about\.mdx:\d+\n/),
      expect.stringMatching(/^content\/situations\.yaml:\d+\n/),
    ]);
  });

  test('every place that leads a reader from a published page to a draft', () => {
    copy.change(script, /^owner:/m, 'draft: true\nowner:');
    const faults = told('left out');
    const mend = `Finish ${script} and let it be no draft any more (draft: true), or do not name it yet.`;
    expect(faults).toContainEqual(expect.stringContaining(`  The script late-payment is a draft, which a build leaves out.\n  ${mend}`));
    const files = new Set(faults.map((fault) => fault.split(':')[0]));
    for (const file of [guide, 'content/situations.yaml', 'content/trees/fire.yaml'])
      expect([...files], tellFaults(read('left out').faults)).toContain(file);
    expect(faults.every((fault) => fault.includes('is a draft'))).toBe(true);
    expect(told('shown')).toEqual([]);
  });

  test('the front door and the safeguards lead to no draft', () => {
    copy.change(tree, /^owner:/m, 'draft: true\nowner:');
    copy.change('content/guides/beyond-the-documents/danger.mdx', /^owner:/m, 'draft: true\nowner:');
    const faults = told('left out');
    for (const [file, what] of [
      ['needs', 'tree end-well'],
      ['safeguards', 'guide beyond-the-documents/danger'],
      ['playbook', 'guide beyond-the-documents/danger'],
    ])
      expect(faults).toContainEqual(expect.stringMatching(`^content/${file}\\.yaml:\\d+\n  The ${what} is a draft`));
  });

  test('a link to a draft, but not from another draft', () => {
    copy.change(other, /^owner:/m, 'draft: true\nowner:');
    const line = copy.change(guide, '## Do not', '[Critics](/guides/before-you-sign/fair-critics/)\n\n## Do not');
    const link = `${guide}:${line}\n  The page /guides/before-you-sign/fair-critics/ is a draft, which a build leaves out.`;
    expect(told('left out')).toContainEqual(expect.stringContaining(link));
    copy.change(guide, /^owner:/m, 'draft: true\nowner:');
    expect(told('left out')).not.toContainEqual(expect.stringContaining(link));
  });
});

test.each([
  ['guide', 'They want a discount'],
  ['script', 'Ask for a discount back'],
  ['tree', 'Should we raise our prices?'],
])('a new %s is a draft, and the content stays sound', (kind, title) => {
  const lines: string[] = [];
  expect(writeNew([kind, title], copy.root, '2026-11-22', (text) => lines.push(text))).toBe(0);
  const file = /Written: (\S+)/.exec(lines.join('\n'))?.[1] ?? '';
  const drafts = said();
  rmSync(join(copy.root, file));
  expect(drafts[0]).toContain(`Draft: ${file}\n`);
  expect(drafts.at(-1)).toMatch(/^The content is sound/);
});

describe('a page with a day to go out', () => {
  const on = (today: string, drafts: 'shown' | 'left out' = 'left out') => checkContent(copy.root, { drafts, today });
  const refs = (today: string, drafts?: 'shown') => on(today, drafts).content.guides.map(({ ref }) => ref);
  const faultsOn = (today: string) => on(today).faults.map((fault) => tellFaults([fault]));
  const goesOut = (file: string, day: string) => copy.change(file, /^owner:/m, `publish: ${day}\nowner:`);

  test('is left out of builds before that day, and in from then on', () => {
    goesOut(other, '2026-12-15');
    const ref = 'before-you-sign/fair-critics';
    expect(refs('2026-12-14')).not.toContain(ref);
    expect(refs('2026-12-14', 'shown')).toContain(ref);
    expect(refs('2026-12-15')).toContain(ref);
    expect(refs('2027-01-01')).toContain(ref);
    // Until then nothing else carries what it carries.
    expect(faultsOn('2026-12-14')).toEqual([expect.stringContaining('No guide carries the point')]);
    expect(faultsOn('2026-12-15')).toEqual([]);
  });

  test('is told by the check, with the day', () => {
    goesOut(other, '2026-12-15');
    const lines: string[] = [];
    const told = (today: string) => {
      lines.splice(0);
      check(copy.root, (text) => lines.push(text), playbookOnly, today);
      return lines.join('\n');
    };
    expect(told('2026-12-14')).toContain(`Waits: ${other}\n  A build on 2026-12-15 or later takes it in.`);
    expect(told('2026-12-15')).not.toContain('Waits');
  });

  test('is named by no page that goes out earlier, which is told at once', () => {
    goesOut(other, '2026-12-15');
    const line = copy.change(guide, '## Do not', '[Critics](/guides/before-you-sign/fair-critics/)\n\n## Do not');
    const fault = `${guide}:${line}\n  A build leaves the page /guides/before-you-sign/fair-critics/ out until 2026-12-15, its day to go out.\n  Name it from that day on, or let it go out earlier (publish).`;
    const told = () => faultsOn('2026-12-01').filter((text) => text.includes('fair-critics'));
    expect(told()).toEqual([expect.stringContaining(fault)]);
    expect(faultsOn('2026-12-15')).toEqual([]);
    // Neither does one that waits as well, but less long.
    goesOut(guide, '2026-12-14');
    expect(told()).toEqual([expect.stringContaining('out until 2026-12-15')]);
    copy.change(guide, 'publish: 2026-12-14', 'publish: 2026-12-15');
    expect(told()).toEqual([]);
  });

  test('counts by the real day, or by that of SOURCE_DATE_EPOCH, and not by the last commit', () => {
    expect(publishDay({ SOURCE_DATE_EPOCH: String(Date.parse('2026-12-15') / 1000) })).toBe('2026-12-15');
    expect(publishDay({})).toBe(new Date().toISOString().slice(0, 10));
    expect(() => publishDay({ SOURCE_DATE_EPOCH: 'today' })).toThrow('Write a number of seconds');
  });

  test('waits on as long as it is a draft', () => {
    goesOut(other, '2026-12-15');
    copy.change(other, /^owner:/m, 'draft: true\nowner:');
    expect(refs('2027-01-01')).not.toContain('before-you-sign/fair-critics');
  });

  test.each(['tomorrow', '2026-02-30', '15.12.2026'])('%s is no day', (day) => {
    const line = goesOut(other, day);
    expect(faultsOn('2026-12-01')).toEqual([expect.stringContaining(`${other}:${line}\n  publish is no date`)]);
  });
});

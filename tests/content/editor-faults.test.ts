import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FaultAt } from '../../src/editor/api.ts';
import { checkDesk } from '../../src/editor/server/checked-desk.ts';
import { openDesk, type Desk } from '../../src/editor/server/desk.ts';
import { smallPlaybook } from '../support/content-copy.ts';
import { must } from '../support/must.ts';

// What a keeper reads who knows the form and not the files: no keys, no ids, nothing on how a file is written.

let root = '';
let desk: Desk;
const tree = 'trees/fire.yaml';
const script = 'scripts/late-payment.yaml';
const guide = 'guides/when-they-push/paying-late.mdx';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'good-terms-'));
  cpSync(smallPlaybook, join(root, 'content'), { recursive: true });
  desk = openDesk(root, { COMPANY: 'none' });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The faults of the whole when a text in a file is another; then the file is as it was. */
function faultsWith(file: string, from: string | RegExp, to: string): readonly FaultAt[] {
  const place = { layer: 'playbook', file } as const;
  const before = must(desk.copies(place).desk, file);
  const after = before.toString('utf8').replace(from, () => to);
  expect(after, `${String(from)} stands in ${file}`).not.toBe(before.toString('utf8'));
  desk.write(place, Buffer.from(after));
  try {
    return checkDesk(root, desk).faults;
  } finally {
    desk.write(place, before);
  }
}
const told = (...change: Parameters<typeof faultsWith>): string[] =>
  faultsWith(...change).map(({ where = '', what, mend }) => `${where}: ${what} ${mend}`);

test('the small playbook has no fault', () => {
  expect(checkDesk(root, desk).faults).toEqual([]);
});

describe('a fault names', () => {
  test('its field by the labels on the way, and entries by their words', () => {
    expect(told(tree, /at: .*/, 'at: ""')).toEqual([
      'Outcomes › “Leave, and tell one person” › Look again › What to look at then: “What to look at then” is empty. Write something.',
    ]);
    expect(told(tree, 'ask: Who decides about this client?', 'ask: ""')).toEqual([
      'Questions › 2 › Ask: “Ask” is empty. Write something.',
    ]);
  });

  test('the questions of a circle by what they ask', () => {
    expect(told(tree, 'to: pattern', 'to: danger')).toEqual([
      'Questions › “Who decides about this client?” › Answers › “I do” › Where it leads: The way runs in a circle: “Was someone threatened, or is someone afraid?” → “Who decides about this client?” → “Was someone threatened, or is someone afraid?”. Lead this answer on to a later question or to an outcome.',
    ]);
  });

  test('other fields by their labels', () => {
    expect(told(tree, /reason: They paid late more.*\n/, '\n')).toEqual([
      'Questions › “Have they paid late before?” › Answers › “More than once” › Which way it points: The answer “More than once” to “Have they paid late before?” speaks for “leave” but has no reason to show. Give the reason that a result shows (“Reason”), or let it point no way (“Which way it points”).',
    ]);
    expect(told(tree, 'unknown: true', 'alone: true').join('\n')).toContain(
      'Let it not exclude the others (“Excludes the other answers”), or let several answers be ticked (“several may be ticked”).',
    );
    expect(told(tree, / {4}noUnknown: .*\n/, '').join('\n')).toContain(
      'or say why everybody knows (‘If you don’t offer “I don’t know”: why’).',
    );
  });

  test('what it refers to by its title, and what is to be chosen is chosen', () => {
    expect(told(guide, /related:\n {2}guides:\n/, 'related:\n  guides:\n    - ""\n')).toEqual([
      'Related › Guides › 1: Nothing is chosen. Choose from the list.',
    ]);
    expect(told('playbook.yaml', /firstTree: .*/, 'firstTree: gone')).toEqual([
      'First tree: “gone” is not there, or not any more. Choose another.',
    ]);
    const drafts = told(tree, 'why: People come first.', 'why: "Write here: why"');
    expect(drafts).toContain(
      'First tree: The tree “Should I fire this client?” is a draft, which a build leaves out. Finish “Should I fire this client?” and let it be no draft any more (“Draft”), or do not name it yet.',
    );
    expect(drafts).toContain(
      'Related › Outcomes › “Step back from the work”: The outcome “Step back from the work” is a draft, which a build leaves out. Finish “Should I fire this client?” and let it be no draft any more (“Draft”), or do not name it yet.',
    );
  });

  test('an id where the id itself is wrong', () => {
    expect(told(tree, 'id: you\n', 'id: pattern\n').join('\n')).toContain('The id "pattern" is used twice.');
  });
});

const mistakes: readonly (readonly [file: string, from: string | RegExp, to: string])[] = [
  [tree, 'to: step-back', 'to: nowhere-at-all'],
  [tree, 'speaks: stay', 'speaks: go'],
  [tree, /reason: Someone.*/, 'seriousness: 4'],
  [tree, 'means: [unsafe]', 'means: [made-up]'],
  [tree, 'minutes: 2', 'minutes: 200'],
  [tree, 'minutes: 2', 'minuts: 2'],
  [tree, 'version: 1', 'version: one'],
  [tree, /lookAgain:\n.*\n.*\n/, '\n'],
  [tree, 'title: Should I fire this client?', 'title: ""'],
  [tree, 'why: People come first.', 'why: "Write here: why"'],
  [script, /topic: .*/, 'topic: gone'],
  [script, /tone: .*/, 'tone: hot'],
  [script, /situations:.*/, 'situations: [made-up]'],
  [script, /useWhen:\n(?: {2}- .*\n)+/, 'useWhen: []\n'],
  [script, /reviewed: .*/, 'reviewed: 31/12/2026'],
  [guide, /summary: .*/, 'summary: "Write here: what it is for"'],
  [guide, /owner: .*\n/, ''],
  [guide, /reviewEvery: .*/, 'reviewEvery: 99'],
  [guide, 'related:', 'relatd:'],
  ['situations.yaml', /guide: .*/, 'guide: gone/too'],
  ['situations.yaml', /script: .*/, 'script: ""'],
  ['topics.yaml', /title: .*/, 'title: ""'],
  ['circumstances.yaml', /says: .*/, 'says: ""'],
  ['safeguards.yaml', 'scripts', 'scrpts'],
  ['facts/gb/limitation.yaml', /checked: .*/, 'checked: 2099-01-01'],
];

test.each(mistakes)('%s with %s as “%s” is told without keys, ids and files', (...change) => {
  const faults = faultsWith(...change);
  expect(faults).not.toEqual([]);
  const { content } = checkDesk(root, desk).reading;
  const ids = [
    ...content.guides.map(({ ref }) => ref),
    ...content.scripts.map(({ id }) => id),
    ...content.trees.flatMap(({ outcomes }) => outcomes.map(({ id }) => id)),
    ...content.situations.map(({ id }) => id),
    'late-payment',
  ].filter((id) => /[-/]/.test(id));
  for (const { where = '', what, mend } of faults) {
    const all = `${where}: ${what} ${mend}`.replace(/The (?:page|link) \/\S*/, '');
    expect(all).not.toMatch(/[a-z][A-Z]|\.yaml|\.mdx?|› entry|topic\/file|\btrue\b|\bquotes\b|as said/);
    // A key is told by its label, which is no word in small letters before a colon or between straight quotes.
    expect(all).not.toMatch(/"[a-z]+"|^[a-z]/m);
    for (const id of ids) expect(all).not.toContain(id);
  }
});

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { checkContent, tellFaults } from '../../src/content/check-content.ts';
import { copyContent, type ContentCopy } from '../support/content-copy.ts';

// What an editor can get wrong, and what they read then: one fault for one mistake, on its line, with the mend.
let copy: ContentCopy;
beforeAll(() => {
  copy = copyContent();
});
afterEach(() => copy.restore());
afterAll(() => copy.drop());

const guide = 'content/guides/when-they-push/paying-late.mdx';
const script = 'content/scripts/late-payment.yaml';
const tree = 'content/trees/fire.yaml';
const organisation = 'content/organisation.yaml';

/** Everything that is told, as an editor reads it, without the line that counts. */
const told = (): string[] => {
  const { faults } = checkContent(copy.root);
  return faults.length === 0 ? [] : tellFaults(faults).split('\n\n').slice(0, -1);
};
const message = (file: string, line: number | undefined, what: string, mend: string): string =>
  `${file}${line === undefined ? '' : `:${line}`}\n  ${what}\n  ${mend}`;

interface Mistake {
  readonly name: string;
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
  /** `LINE` is the line that was changed, `QUESTION` and `ANSWER` the ids above it in a tree. */
  readonly what: string;
  readonly mend: string;
  /** How many lines below the change the fault is told. */
  readonly below?: number;
}

const tellsOne = ({ file, from, to, what, mend, below = 0 }: Mistake): void => {
  const line = copy.change(file, from, to) + below;
  const above = copy.read(file).split('\n').slice(0, line).join('\n');
  const idAbove = (indent: number): string =>
    [...above.matchAll(new RegExp(`^ {${indent}}- id: (.*)$`, 'gm'))].at(-1)?.[1] ?? '';
  const inWords = (text: string): string =>
    text
      .replace(/LINE([+-]\d+)?/g, (_, by: string | undefined) => String(line + Number(by ?? 0)))
      .replace('QUESTION', idAbove(2))
      .replace('ANSWER', idAbove(6));
  expect(told()).toEqual([message(file, line, inWords(what), inWords(mend))]);
};

const belongs = 'Give it as many spaces as the lines that it belongs with.';
const inQuotes = 'Put the text in quotes.';

describe('the form of YAML', () => {
  test.each<Mistake>([
    { name: 'a line that is not indented enough', file: tree, from: /^ {4}why: /m, to: '   why: ', what: 'Line LINE is indented by 3 spaces, its neighbours by 4.', mend: belongs },
    { name: 'a line that is indented too far', file: tree, from: /^ {4}why: /m, to: '     why: ', what: 'Line LINE is indented by 5 spaces, its neighbours by 4.', mend: belongs },
    { name: 'an entry of a list that is indented too far', file: guide, from: /^ {2}- unpaid bill/m, to: '   - unpaid bill', what: 'Line LINE is indented by 3 spaces, its neighbours by 2, and is taken for part of the line above.', mend: belongs },
    { name: 'an entry of a list that is not indented enough', file: guide, from: /^ {2}- unpaid bill/m, to: ' - unpaid bill', what: 'Line LINE is indented by 1 space, its neighbours by 2.', mend: belongs },
    { name: 'a tab', file: tree, from: /^ {4}why: /m, to: '\twhy: ', what: 'Line LINE begins with a tab.', mend: 'Use spaces, as many as the lines around it have.' },
    { name: 'a key twice', file: script, from: /^topic: when-they-push/m, to: 'topic: when-they-push\ntopic: warning-signs', below: 1, what: '"topic" stands twice (lines LINE-1 and LINE).', mend: 'Remove one of them.' },
    { name: 'a colon in a text', file: guide, from: /^summary: .*/m, to: 'summary: They say: later', what: 'Line LINE has a second colon with a blank behind it, so what stands before that is taken for a name.', mend: 'Put the text behind the first colon in quotes.' },
    { name: 'a colon in an entry of a list', file: guide, from: /^ {2}- unpaid bill/m, to: '  - They like it: and ask', what: 'aliases › entry 2 should be text; the colon behind "They like it" makes this a key.', mend: 'Put the line in quotes.' },
    { name: 'a key without a colon', file: guide, from: 'order: 6', to: 'order 6', what: 'Line LINE does not begin with a name, a colon and a blank.', mend: 'Write it as the lines around it are, such as "order: 1", or take it out.' },
    { name: 'a key without a blank', file: guide, from: 'order: 6', to: 'order:6', what: 'Line LINE does not begin with a name, a colon and a blank.', mend: 'Write it as the lines around it are, such as "order: 1", or take it out.' },
    { name: 'a sentence above everything', file: script, from: /^title:/, to: 'A note to ourselves\n# and a line\ntitle:', what: 'Line LINE does not begin with a name, a colon and a blank.', mend: 'Write it as the lines around it are, such as "order: 1", or take it out.' },
    { name: 'a quotation mark that is never closed', file: guide, from: /^title: .*/m, to: 'title: "They pay late', what: 'The quotation mark that opens on line LINE is never closed.', mend: 'Put the same straight mark at the end of the text, or take the first one away.' },
    { name: 'an apostrophe between single quotes', file: guide, from: /^title: .*/m, to: "title: 'They don't pay'", what: 'Text goes on behind the closing quotation mark on line LINE.', mend: 'Put the whole text between double quotes. An apostrophe may stand between them; a double quote inside is written \\".' },
    { name: 'smart quotes round a value', file: guide, from: /^title: .*/m, to: 'title: “They pay late”', what: 'The text stands in smart quotes, which would be shown.', mend: 'Use straight quotes around it, or none.' },
    { name: 'smart quotes round a value with a colon', file: guide, from: /^title: .*/m, to: 'title: “They say: later”', what: 'Line LINE has smart quotes.', mend: 'Use straight quotes, " or \', around keys and values.' },
    { name: 'smart quotes round a key', file: guide, from: /^title:/m, to: '“title”:', what: 'The key “title” has smart quotes.', mend: 'Write it without quotes, or with straight ones.' },
    { name: 'a text with #', file: guide, from: /^ {2}- unpaid bill/m, to: '  - item #4', what: 'What follows # is taken for a note and lost: "#4".', mend: 'Put the whole text in quotes. A real note has a blank behind the #.' },
    { name: 'a name that begins with &', file: organisation, from: 'company: ""', to: 'company: &Partners Ltd', what: 'The text begins with & ("&Partners"), which has a meaning of its own.', mend: inQuotes },
    { name: 'a text that begins with *', file: guide, from: /^summary: .*/m, to: 'summary: *urgent', what: 'The text begins with * ("*urgent"), which has a meaning of its own.', mend: inQuotes },
    { name: 'a text between stars', file: guide, from: /^summary: .*/m, to: 'summary: *urgent*', what: 'The text begins with * ("*urgent*"), which has a meaning of its own.', mend: inQuotes },
    { name: 'a text that begins with !', file: guide, from: /^summary: .*/m, to: 'summary: !now', what: 'The text begins with !, which has a meaning of its own.', mend: inQuotes },
    { name: 'a text that begins with @', file: guide, from: /^summary: .*/m, to: 'summary: @all', what: 'The text on line LINE begins with a sign that has a meaning of its own.', mend: inQuotes },
    { name: 'a text in curly brackets', file: guide, from: /^ {2}- unpaid bill/m, to: '  - {unpaid bill}', what: 'aliases › entry 2 stands in curly brackets, which have a meaning of their own.', mend: 'Put the line in quotes.' },
    { name: 'a bracket that is never closed', file: script, from: 'situations: [paying-late]', to: 'situations: [paying-late', below: 1, what: 'A bracket near line LINE has no partner.', mend: 'Close it, or put the text in quotes if it is no list.' },
    { name: 'a no-break space', file: guide, from: 'order: 6', to: 'order:\u00A06', what: 'Line LINE has a no-break space where an ordinary blank has to stand.', mend: 'Write the blanks at its beginning and behind its colon again.' },
    { name: 'a second document', file: script, from: /^topic:/m, to: '---\ntopic:', what: 'Line LINE begins a second document.', mend: 'Remove the line with the three hyphens or dots.' },
  ])('$name', (mistake) => tellsOne(mistake));

  test('the front matter that does not end is told, and nothing that follows from it', () => {
    copy.change(guide, /\n---\n\n\*\*Use/, '\n\n**Use');
    expect(told()).toEqual([
      message(guide, 1, 'The front matter does not end.', 'Write a line with three hyphens, ---, below the last key and above the text.'),
    ]);
  });

  test('a file without front matter is told', () => {
    copy.write(guide, 'They pay late.\n');
    expect(told()).toEqual([
      message(guide, 1, 'The file has no front matter.', 'Begin the file with a line ---, then title, summary and the rest, then a line ---.'),
    ]);
  });

  test('what looks odd and is right passes', () => {
    copy.change(guide, /^ {2}- unpaid bill/m, '  - "item #4" # a note\n  - “now” they say\n  - don\'t pay');
    expect(told()).toEqual([]);
  });
});

describe('keys and values', () => {
  test.each<Mistake>([
    { name: 'an unknown key', file: guide, from: /^summary:/m, to: 'sumary: x\nsummary:', what: 'sumary is not a known key.', mend: 'Did you mean summary? Otherwise remove it.' },
    { name: 'an unknown key that is like no other', file: guide, from: /^summary:/m, to: 'picture: x\nsummary:', what: 'picture is not a known key.', mend: 'There are: title, summary, order, covers, beyond, aliases, formerly, related, changes, owner, reviewed, reviewEvery, draft, publish. Otherwise remove it.' },
    { name: 'a wrong key in a tree', file: tree, from: /^ {8}speaks: .*/m, to: '        speak: leave', what: 'question "QUESTION", answer "ANSWER": speak is not a known key.', mend: 'Did you mean speaks? Otherwise remove it.' },
    { name: 'a wrong value in a tree', file: tree, from: /^ {8}speaks: .*/m, to: '        speaks: leaves', what: 'question "QUESTION", answer "ANSWER": speaks is none of the values it may have.', mend: 'Did you mean leave? Use one of: stay, repair, leave.' },
    { name: 'a wrong value in a script', file: script, from: 'channel: email', to: 'channel: mail', what: 'variant "email-warm": channel is none of the values it may have.', mend: 'Did you mean email? Use one of: email, phone, in-person, chat.' },
    { name: 'a number for a text', file: organisation, from: /^emergency: .*/m, to: 'emergency: 112', what: 'emergency should be text, and 112 is not.', mend: 'Put it in quotes: "112".' },
    { name: 'a text for a number', file: guide, from: 'order: 6', to: 'order: six', what: 'order should be a number.', mend: 'Correct the value: it is text now.' },
    { name: 'a key with nothing behind it', file: guide, from: /^title: .*/m, to: 'title:', what: 'title is empty.', mend: 'Write text, or remove the line.' },
    { name: 'a text for a list', file: guide, from: /^covers:\n.*/m, to: 'covers: unwanted/warning-signs', what: 'covers should be a list.', mend: 'Write each entry on a line of its own, behind a hyphen and a blank.' },
    { name: 'a day that does not exist', file: guide, from: /^reviewed: .*/m, to: 'reviewed: 2026-02-30', what: 'reviewed is no date.', mend: 'Write year-month-day, such as 2026-11-20.' },
    { name: 'a day in another order', file: guide, from: /^reviewed: .*/m, to: 'reviewed: 31/12/2026', what: 'reviewed is no date.', mend: 'Write 2026-12-31.' },
    { name: 'a day that may be two', file: guide, from: /^reviewed: .*/m, to: 'reviewed: 02/03/2026', what: 'reviewed is no date.', mend: 'Write year-month-day, such as 2026-11-20.' },
    { name: 'a title that is too long', file: guide, from: /^title: .*/m, to: `title: ${'They pay late. '.repeat(6)}`, what: 'title is too long: 89 characters.', mend: 'At most 70 characters.' },
    { name: 'an unknown situation', file: script, from: 'situations: [paying-late]', to: 'situations: [paying]', what: 'paying names no situation.', mend: 'Correct it, or add the situation. Did you mean paying-late?' },
  ])('$name', (mistake) => tellsOne(mistake));

  test('a value that may be of several kinds names them', () => {
    const number = copy.change(script, /^ {6}invoice number: .*/m, '      invoice number: 214');
    const field = copy.change(script, /: shared$/m, ': 7');
    const [first, second] = told();
    expect(first).toMatch(/fields › [a-z ]+ should be "shared", or keys with values\.\n/);
    expect(first).toContain(`${script}:${field}\n`);
    expect(second).toMatch(/sample ".+": values › invoice number should be text, or true or false, or a list\.\n {2}Put it in quotes: "214"\./);
    expect(second).toContain(`${script}:${number}\n`);
  });

  test('a missing key has no line of its own', () => {
    copy.change(guide, /^owner: .*\n/m, '');
    expect(told()).toEqual([message(guide, 1, 'owner is missing.', 'Add it: owner needs text.')]);
  });

  test('a situation that is like no other names those that there are', () => {
    copy.change(script, 'situations: [paying-late]', 'situations: [xyz]');
    expect(told()[0]).toMatch(/xyz names no situation\.\n {2}Correct it, or add the situation\. There are: afraid, shouting, /);
  });

  test.each(['""', '', 'Leave now', 'no-such-way', 'near'])('an answer that leads to %j leads nowhere', (written) => {
    const [, text, to = ''] = /^ {8}text: "?(.*?)"?\n(?: {8}help: .*\n)? {8}to: (.*)$/m.exec(copy.read(tree)) ?? [];
    const line = copy.change(tree, /^ {8}to: .*$/m, `        to: ${written === 'near' ? `${to}x` : written}`);
    const meant = written === 'near' ? ` Did you mean "${to}"?` : '';
    expect(told()).toContainEqual(
      message(tree, line, `The answer "${text}" leads nowhere.`, `Choose a question or an outcome.${meant}`),
    );
  });

  test('two mistakes of one file are both told', () => {
    copy.change(guide, /^order: 6/m, 'ordre: 6');
    copy.change(guide, /^reviewEvery: .*/m, 'reviewEvery: 99');
    expect(told().map((text) => text.split('\n')[1])).toEqual([
      '  order is missing.',
      '  ordre is not a known key.',
      '  reviewEvery is too large.',
    ]);
  });
});

describe('how a file is saved', () => {
  test('UTF-16 is told', () => {
    copy.write(guide, Buffer.from(`\uFEFF${copy.read(guide)}`, 'utf16le'));
    expect(told()).toEqual([
      message(guide, 1, 'The file is saved as UTF-16, or is no text.', 'Save it as UTF-8 in your editor.'),
    ]);
  });

  test.each([guide, script])('Windows-1252 is told: %s', (file) => {
    const text = copy.read(file).replace(/^title: .*/m, 'title: The café pays late');
    copy.write(file, Buffer.from(text, 'latin1'));
    const [fault, ...more] = told();
    expect(more).toEqual([]);
    expect(fault).toMatch(/The file is not saved as UTF-8, but probably as Windows-1252: line \d+ has a letter/);
    expect(fault).toContain(`${file}:${text.split('\n').findIndex((line) => /[^\x20-\x7e]/.test(line)) + 1}\n`);
  });

  test.each([
    ['a letter that was lost', 'caf\uFFFD', 'which stands for a letter that was lost'],
    ['UTF-8 read as Windows-1252 and saved again', 'donâ€™t', 'has "â€™", which was a single letter or sign'],
    ['a mark without width', 'a\u200Bb', 'has a character that nobody can see'],
    ['a mark of direction', 'a\u202Eb', 'has a character that nobody can see'],
    ['a control character', 'a\u0007b', 'has a character that nobody can see'],
  ])('%s is told', (_, text, what) => {
    const line = copy.change(guide, 'One question', `${text} One question`);
    expect(told()).toEqual([expect.stringContaining(`${guide}:${line}\n  Line ${line} `)]);
    expect(told()[0]).toContain(what);
  });

  test('a byte order mark and the line endings of Windows are taken', () => {
    for (const file of [guide, script, tree, organisation])
      copy.write(file, `\uFEFF${copy.read(file).replaceAll('\n', '\r\n')}`);
    expect(told()).toEqual([]);
    const line = copy.change(guide, /^order: 6/m, 'ordre: 6');
    expect(told()[1]).toContain(`${guide}:${line}\n  ordre is not a known key.`);
  });
});

describe('file names', () => {
  const notRead = (ending: string, folder: string): string => `The file is not read: names in ${folder} end in ${ending}.`;
  const noAddress = (name: string): string =>
    `The name ${name} cannot be an address: lower-case letters, digits and single hyphens only.`;
  test.each([
    ['content/guides/when-they-push/new.md', notRead('.mdx', 'guides'), 'Rename it to new.mdx.'],
    ['content/guides/when-they-push/New Guide.MDX', notRead('.mdx', 'guides'), 'Rename it to new-guide.mdx.'],
    ['content/guides/when-they-push/new.mdx.txt', notRead('.mdx', 'guides'), 'Rename it to new.mdx.'],
    ['content/scripts/new.yml', notRead('.yaml', 'scripts'), 'Rename it to new.yaml.'],
    ['content/trees/new.json', notRead('.yaml', 'trees'), 'Rename it to new.yaml.'],
    ['content/scipts/new.yaml', 'Nothing reads the folder scipts.', 'Did you mean scripts? Otherwise move or remove it.'],
    ['content/organization.yaml', 'Nothing reads this file.', 'Did you mean organisation.yaml? Otherwise move or remove it.'],
  ])('%s', (file, what, mend) => {
    copy.write(file, 'title: x\n');
    expect(told()).toEqual([message(file, undefined, what, mend)]);
  });

  test.each([
    ['late payment.yaml', noAddress('late payment.yaml'), 'Rename it to late-payment.yaml.'],
    ['Late-Payment.yaml', noAddress('Late-Payment.yaml'), 'Rename it to late-payment.yaml.'],
    ['säumig.yaml', noAddress('säumig.yaml'), 'Rename it to saumig.yaml.'],
    ['late-payment - Copy.yaml', 'The name is that of a copy.', 'Give the file a name of its own, or remove it.'],
    ['late-payment (1).yaml', 'The name is that of a copy.', 'Give the file a name of its own, or remove it.'],
  ])('%s', (name, what, mend) => {
    const file = `content/scripts/${name}`;
    copy.write(file, copy.read(script));
    expect(told()).toContain(message(file, undefined, what, mend));
  });

  test('hidden files and notes to those who write pass', () => {
    copy.write('content/README.md', 'Ours.');
    copy.write('content/guides/STYLE.md', 'Ours.');
    copy.write('content/guides/.DS_Store', 'x');
    expect(told()).toEqual([]);
  });
});

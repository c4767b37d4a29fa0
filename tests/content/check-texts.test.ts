import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { checkContent, tellFaults } from '../../src/content/check-content.ts';
import { copyContent, type ContentCopy } from '../support/content-copy.ts';

// What an editor writes into the text of a guide, and what they read then.
let copy: ContentCopy;
beforeAll(() => {
  copy = copyContent();
});
afterEach(() => copy.restore());
afterAll(() => copy.drop());

const guide = 'content/guides/when-they-push/paying-late.mdx';

/** Puts a paragraph of its own into the guide, where it may stand, and gives its first line. */
const insert = (text: string): number => {
  const before = /^<(?:Example|Why)/.test(text) ? '<Why>' : '## Do not';
  return copy.change(guide, before, `${text}\n\n${before}`);
};
const told = (): string[] => {
  const { faults } = checkContent(copy.root);
  return faults.length === 0 ? [] : tellFaults(faults).split('\n\n').slice(0, -1);
};
const says = (line: number, what: string, mend: string): string => `${guide}:${line}\n  ${what}\n  ${mend}`;

describe('what may stand in a text', () => {
  test.each([
    ['Water is H<sub>2</sub>O, and 1<sup>st</sup> of <abbr title="account manager">AM</abbr>.'],
    ['Press <kbd>Esc</kbd>. Then<br />stop.'],
    ["<Script id='late-payment' />"],
    ['<Script id="late-payment" variant="email-firm" />'],
    ['<Example>\n\nA word.\n\n</Example>'],
    ['<Timeline>\n\n1. **Day 1.** Ask.\n2. **Day 7.** Call.\n3. **Day 14.** Write.\n\n</Timeline>'],
    ['<TrafficLight>\n\n- **Green.** Listen.\n- **Amber.** Warn.\n- **Red.** Go.\n\n</TrafficLight>'],
    ['<Matrix>\n\n| a | b | c |\n| --- | --- | --- |\n| d | e | f |\n| g | h | i |\n\n</Matrix>'],
    ['<Tracker>\n\n| a | b | c |\n| --- | --- | --- |\n| d | e | f |\n| g | h | i |\n\n</Tracker>'],
    ['<Ladder />\n\n<Ladder at="end-it" />'],
    ['<MonthsWithout>\n\nAn example.\n\n</MonthsWithout>'],
    ['{/* a note that nobody sees */}'],
    ['\\{ and \\< and `{code}` and `<b>`.'],
    ['```\n{code} <b>\n[x](nowhere)\n```'],
    ['| a | b |\n| --- | --- |\n| c | d |'],
    ['[Words](/scripts/late-payment/ "a title"), [words][a], `[x](nowhere)`.\n\n[a]: /decide/fire/'],
    ['A note[^1], and [<Who role="manager" />](/decide/fire/).\n\n[^1]: Its words.'],
    ['[This page](#do-not), [another](/guides/beyond-the-documents/danger/#say-this), [next](#page_next), [a point](/sources/terson/#point-rehearse).'],
    ['[Mail](mailto:a@b.example), [ring](tel:+4930123), [a site](https://example.org/), https://example.org/ too.'],
    ['[The site](/good-terms.html), [a question](/decide/fire/#danger=no), [library](/scripts/?topic=danger).'],
  ])('%s passes', (text) => {
    insert(text);
    expect(told()).toEqual([]);
  });
});

const needsWords = 'Write attributes as words in quotes, such as id="late-payment".';
const ownLine = 'Put it on a line of its own, with an empty line above and below.';
const inWords = 'Write \\{ for a bracket, or say it in words. A marker of a script is written ((client name)).';
const linkHelp =
  'Begin with / for a page of this site, such as /scripts/late-payment/, with https:// for another site.';

describe('one fault for one mistake, on its line, with the mend', () => {
  test.each<[text: string, what: string, mend: string]>([
    // What cannot be parsed.
    ['A { bracket.', 'A curly bracket { opens code, and nothing closes it.', 'Write \\{ for a bracket, or say it in words.'],
    ['One<br>two.', 'The tag <br> is not closed.', 'Write <br />, or leave it out.'],
    ['<!-- a note -->', 'A comment does not begin with <!-- here.', 'Write {/* comment */}.'],
    ['<Script id="late-payment">', 'The tag <Script> is not closed.', 'End it with </Script> on a line of its own; one without text in it ends in />.'],
    ['<Why>\n\nA word.', 'The tag <Why> is not closed.', 'End it with </Why> on a line of its own; one without text in it ends in />.'],
    ['<Script id=“late-payment” />', 'A tag on this line has smart quotes.', 'Use straight quotes, such as id="late-payment".'],
    ['I <3 it.', 'A < opens a tag, and what follows is none.', 'Write \\< for the sign, or say it in words. An address is written [words](https://…).'],
    ['<https://example.org/>', 'A < opens a tag, and what follows is none.', 'Write \\< for the sign, or say it in words. An address is written [words](https://…).'],
    ['A word.</Why>', 'A closing tag closes nothing that was opened.', 'Remove it, or write the opening tag above.'],
    // Code.
    ['Dear {client}.', 'Curly brackets make code of what they hold: {client}', inWords],
    ['{process.env.HOME}', 'Curly brackets make code of what they hold: {process.env.HOME}', inWords],
    ['{/* a */ 1 /* b */}', 'Curly brackets make code of what they hold: {/* a */ 1 /* b */}', inWords],
    ['import fs from "node:fs"', 'A line that begins with import or export is code.', 'Take it out; components need no import. In a sentence, put another word first.'],
    ['export const a = 1', 'A line that begins with import or export is code.', 'Take it out; components need no import. In a sentence, put another word first.'],
    ['<Script id={"late-payment"} />', 'The id of <Script> is code in curly brackets.', 'Write it in quotes, such as id="late-payment".'],
    ['<Who role={"boss"} />', 'The role of <Who> is code in curly brackets.', 'Write it in quotes, such as role="manager".'],
    ['<Script {...props} id="late-payment" />', '<Script> holds code in curly brackets.', needsWords],
    // Tags that there are not.
    ['<Scirpt id="late-payment" />', '<Scirpt> may not be used.', 'Did you mean <Script>? Everything else is written in Markdown.'],
    ['Ask <who role="manager" /> first.', '<who> may not be used.', 'Did you mean <Who>? Everything else is written in Markdown.'],
    ['<script>alert(1)</script>', '<script> may not be used.', 'Did you mean <Script>? Everything else is written in Markdown.'],
    ['<iframe src="https://example.org/" />', '<iframe> may not be used.', 'There are: Why, Example, Fact, Danger, Script, Tree, Ladder, Timeline, TrafficLight, Matrix, Tracker, MonthsWithout, Who, Emergency, abbr, br, kbd, sub, sup. Everything else is written in Markdown.'],
    ['See <a href="/decide/fire/">this</a>.', 'A link is not written as <a> here.', 'Write [words](/address/).'],
    ['<img src="/images/x.png" />', 'A picture is not written as <img> here.', 'Write ![what it shows](/pictures/name.png).'],
    ['<toString />', '<toString> may not be used.', 'There are: Why, Example, Fact, Danger, Script, Tree, Ladder, Timeline, TrafficLight, Matrix, Tracker, MonthsWithout, Who, Emergency, abbr, br, kbd, sub, sup. Everything else is written in Markdown.'],
    // Attributes.
    ['Press <kbd onclick="alert(1)">Esc</kbd>.', '<kbd> takes no onclick.', 'Write <kbd>.'],
    ['Press <kbd style="color: red">Esc</kbd>.', '<kbd> takes no style.', 'Write <kbd>.'],
    ['<Script id="late-payment" tone="firm" />', '<Script> takes no tone.', 'It takes id and variant.'],
    ['<Script />', '<Script> has no id.', 'Write <Script id="…" />.'],
    ['<Script id="" />', 'The id of <Script> is empty.', 'Write it in quotes, such as id="late-payment".'],
    ["<Script id='nope' />", '<Script> names the script nope, which does not exist.', 'Correct it, or add the script. There are: last-message, late-payment, leave-now, step-back.'],
    ['<Script id="late-paiment" />', '<Script> names the script late-paiment, which does not exist.', 'Correct it, or add the script. Did you mean late-payment?'],
    ['<Script id="late-payment" variant="email-final2" />', '<Script> names the variant email-final2, which does not exist.', 'Correct it, or add the variant. Did you mean email-final?'],
    ['<Tree id="fier" />', '<Tree> names the tree fier, which does not exist.', 'Correct it, or add the tree. Did you mean fire?'],
    ['Ask <Who role="boss" />.', '<Who> names the role boss, which does not exist.', 'Correct it, or add the role. There are: manager, exit, legal, hr, security, crisis, finance.'],
    // Where they stand.
    ['A word <Danger /> in a sentence.', '<Danger> stands in the middle of a paragraph.', ownLine],
    ['<Danger>A word.</Danger>', '<Danger> takes no text between its tags.', 'Write <Danger /> and the text below it.'],
    ['<Ladder at="up" />', '<Ladder> names the rung up, which does not exist.', 'Correct it, or add the rung. There are: carry-on, repair-our-part, hear-them-out, set-a-limit, challenge-the-decision-maker, plan-the-exit, end-it, stop-now.'],
    ['<Timeline>\n\nDay 1.\n\n</Timeline>', '<Timeline> holds something other than one numbered list.', 'Write a numbered list of 3 to 6 entries, each beginning with **bold words**.'],
    ['<Timeline>\n\n- **Day 1.** Ask.\n\n</Timeline>', '<Timeline> holds something other than one numbered list.', 'Write a numbered list of 3 to 6 entries, each beginning with **bold words**.'],
    ['<Timeline>\n\n1. **Day 1.** Ask.\n\n</Timeline>', 'The list in <Timeline> has 1 entries.', 'Write a numbered list of 3 to 6 entries, each beginning with **bold words**.'],
    ['<TrafficLight>\n\n- **Green.** Listen.\n- Warn.\n- **Red.** Go.\n\n</TrafficLight>', 'Entry 2 of the list in <TrafficLight> does not begin with bold words.', 'Write a bulleted list of 3 entries, each beginning with **bold words**.'],
    ['<Matrix>\n\nA word.\n\n</Matrix>', '<Matrix> holds something other than one table.', 'Write a table of 3 columns and 2 to 3 rows below its heads.'],
    ['<Tracker>\n\n| a | b |\n| --- | --- |\n| c | d |\n\n</Tracker>', 'The table in <Tracker> has 2 columns and 1 rows.', 'Write a table of 3 columns and 2 to 6 rows below its heads.'],
    ['<MonthsWithout />', '<MonthsWithout> has no text in it.', 'Put the text between <MonthsWithout> and </MonthsWithout>, or remove both.'],
    ['<Why />', '<Why> has no text in it.', 'Put the text between <Why> and </Why>, or remove both.'],
    ['| a |\n| ---: |\n| b |', 'The columns of this table are aligned with a colon, which the site cannot show.', 'Write --- without colons below the heads.'],
    // Links.
    ['[a](/guides/nowhere/ "a title")', 'The link /guides/nowhere/ leads nowhere.', 'Correct the address. It begins and ends in a slash, such as /scripts/late-payment/.'],
    ['[a](/scripts/late-paiment/)', 'The link /scripts/late-paiment/ leads nowhere.', 'Correct the address. Did you mean /scripts/late-payment/?'],
    ['[a](/scripts/late-payment)', 'The link /scripts/late-payment lacks its last slash.', 'Write /scripts/late-payment/.'],
    ['[a](scripts/late-payment/)', 'The link "scripts/late-payment/" is no address.', linkHelp],
    ['[a]()', 'The link "" is no address.', linkHelp],
    ['[a](javascript:alert(1))', 'The link "javascript:alert(1)" is no address.', linkHelp],
    ['[a](data:text/html,x)', 'The link "data:text/html,x" is no address.', linkHelp],
    ['[a](//example.org/)', 'The link "//example.org/" is no address.', linkHelp],
    ['[a](/sources/terson/#point-rehears)', '/sources/terson/ has no heading #point-rehears.', "A heading's address is its words in lower case with hyphens. None of the headings there are is similar."],
    ['[](/decide/fire/)', 'The link to /decide/fire/ has no words.', 'Write them between the square brackets.'],
    ['[a](#nowhere)', 'This page has no heading #nowhere.', "A heading's address is its words in lower case with hyphens. There are: do-this-first, say-this, do-not, next, when-they-are-short-of-money, if-youre-employed-freelance-or-a-manager, if-that-does-not-work."],
    ['[a](#do-nott)', 'This page has no heading #do-nott.', "A heading's address is its words in lower case with hyphens. Did you mean do-not?"],
    ['[a](/guides/beyond-the-documents/danger/#say-thiss)', '/guides/beyond-the-documents/danger/ has no heading #say-thiss.', "A heading's address is its words in lower case with hyphens. Did you mean say-this?"],
    ['[a][nowhere]', 'Nothing says where [a][nowhere] leads.', 'Add a line "[nowhere]: /address/", or write [words](/address/).'],
    ['[a](/files/terms.pdf)', 'There is no file content/files/terms.pdf.', 'Put it there, or correct the address. None of the files there are is similar.'],
    ['[a](/terms.pdf)', 'There is no file public/terms.pdf.', 'Put it there, or correct the address.'],
    ['[a](/pictures/x.png)', '/pictures/x.png is a picture, which a link cannot lead to.', 'Write ![what it shows](/pictures/x.png).'],
    ['a[^1] b', 'Nothing says what the footnote [^1] is.', 'Add a line "[^1]: its words".'],
    ['[a](/decide/fire/ b)', '[a](/decide/fire/ b) is no link: its address has a blank in it, or no end.', 'Write [words](/address/) without blanks.'],
    ['[a](mailto:)', 'The link "mailto:" is no address.', linkHelp],
    ['<Script id="late-payment" id="nope" />', '<Script> has its id twice.', 'Remove one of them.'],
    ['# Another title', 'A heading with one # is that of the whole page, which is its title.', 'Write ## for a part of the page.'],
    [`${'*'.repeat(20000)}a`, 'The sign * stands here hundreds of times in a row.', 'Take them out.'],
    // Pictures.
    ['![A form](/images/x.png)', 'There is no file public/images/x.png.', 'Put the picture there, or correct the address.'],
    ['![A form](https://example.org/x.png)', 'The picture https://example.org/x.png lies on another site.', 'Save it in content/pictures/ and write /pictures/name.png: pages load nothing from elsewhere.'],
    ['![A form](//example.org/x.png)', 'The picture //example.org/x.png lies on another site.', 'Save it in content/pictures/ and write /pictures/name.png: pages load nothing from elsewhere.'],
    ['![A form](x.png)', 'The picture "x.png" has no address from the site\'s root.', 'Put it into content/pictures/ and write /pictures/name.png.'],
    ['![A form](/pictures/x.png)', 'There is no picture content/pictures/x.png.', 'Put it there, or correct the address. None of the pictures there are is similar.'],
    ['![A form](/images/%zz.png)', 'There is no file public/images/%zz.png.', 'Put the picture there, or correct the address.'],
    ['![A form](/images/x.tiff)', '/images/x.tiff is no picture that browsers show.', 'Save it as PNG, JPEG, WebP or SVG.'],
  ])('%s', (text, what, mend) => {
    const line = insert(text);
    expect(told()).toEqual([says(line, what, mend)]);
  });

  test('a link to an address that a page had before says where it is now', () => {
    copy.change('content/scripts/late-payment.yaml', /^owner:/m, 'formerly: [/scripts/overdue/]\nowner:');
    const line = insert('[a](/scripts/overdue/)');
    expect(told()).toEqual([says(line, 'The page /scripts/overdue/ has moved.', 'Write /scripts/late-payment/.')]);
  });

  test('a link to a point of a source that has faults of its own is not judged by them', () => {
    const file = 'content/sources/terson.md';
    const line = copy.change(file, /^points:\n/m, 'points:\n  -\n');
    insert('[a point](/sources/terson/#point-rehearse)');
    expect(told()).toEqual([expect.stringContaining(`${file}:${line + 1}\n  point 1 is empty.`)]);
  });

  test('a link by reference is told where its address stands', () => {
    const line = insert('[words][a]\n\n[a]: /guides/nowhere/');
    expect(told()).toEqual([expect.stringContaining(`${guide}:${line + 2}\n  The link /guides/nowhere/ leads nowhere.`)]);
  });

  test('a tag that begins and ends in different paragraphs is told', () => {
    insert('<Why>A word.\n\nMore.</Why>');
    expect(told()).toEqual([expect.stringContaining('<Why> begins and ends in different paragraphs.')]);
  });

  test('tags are not read in the text of a source', () => {
    const file = 'content/sources/terson.md';
    copy.write(file, `${copy.read(file)}\n<script>alert(1)</script>\n`);
    expect(told()).toEqual([expect.stringContaining('Tags are not read in this file: <script>alert(1)</script>')]);
  });
});

describe('pictures and files', () => {
  /** The first bytes of a PNG of some width, and as many bytes as wanted. */
  const png = (width: number, bytes = 64): Buffer => {
    const file = Buffer.alloc(bytes);
    file.write('\u0089PNG\r\n\u001a\n', 'latin1');
    file.writeUInt32BE(width, 16);
    return file;
  };

  test('pictures and files that are there pass', () => {
    copy.write('public/images/a form.png', png(1600));
    copy.write('public/files/terms.pdf', 'x');
    insert('![A form](/images/a%20form.png)\n\n[The terms](/files/terms.pdf), ![A form][f].\n\n[f]: /images/a%20form.png');
    expect(told()).toEqual([]);
  });

  test('a picture without a description is told', () => {
    copy.write('public/images/x.png', png(10));
    const line = insert('![](/images/x.png)');
    expect(told()).toEqual([
      says(line, 'The picture /images/x.png has no description.', 'Write between the square brackets what it shows.'),
    ]);
  });

  test.each([
    ['heavy', png(10, 3_800_000), 'has 3800 KB.', 'Save it smaller: at most 300 KB, and 1600 pixels wide.'],
    ['wide', png(4000), 'is 4000 pixels wide.', 'Save it at most 1600 pixels wide.'],
  ])('a picture that is too %s is told', (_, bytes, what, mend) => {
    copy.write('public/images/x.png', bytes);
    const line = insert('![A form](/images/x.png)');
    expect(told()).toEqual([says(line, `The picture /images/x.png ${what}`, mend)]);
  });
});

describe('how the playbook’s guides read', () => {
  test.each<[name: string, change: () => number, what: RegExp]>([
    ['too short', () => copy.change(guide, /## Next[\s\S]*?(?=## If that)/, ''), /The guide has \d+ words\.\n {2}Write 300 to 800: say more/],
    ['too long', () => insert('He pays. '.repeat(200)), /The guide has \d+ words\.\n {2}Write 300 to 800: shorten it/],
    ['too hard', () => insert(`${'Notwithstanding organisational considerations regarding remuneration, '.repeat(25)}pay.`), /The guide asks for \d+\.\d years of school\.\n {2}At most 9/],
    ['with nothing to read next', () => copy.change(guide, /related:\n[\s\S]*?(?=owner)/, ''), /The guide names nothing to read next\./],
    ['with a label', () => insert('They are toxic.'), /"toxic" says what somebody is\.\n {2}Say what they do\./],
    ['with a shout', () => insert('Stop now!'), /The sentence shouts: "Stop now!"/],
    ['with two dashes', () => insert('Ask – at once – and wait.'), /The sentence has 2 dashes/],
  ])('one %s is told with its line', (_, change, what) => {
    change();
    const faults = told();
    expect(faults).toEqual([expect.stringMatching(what)]);
    expect(faults[0]).toMatch(/^content\/guides\/when-they-push\/paying-late\.mdx:\d+\n/);
  });
});

import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { importFiles } from '../../src/cli/import.ts';
import { NoAnswer } from '../../src/cli/terminal.ts';
import { checkContent } from '../../src/content/check-content.ts';
import { layersOf } from '../../src/content/layers.ts';
import { answering } from '../support/answers.ts';
import { copyContent } from '../support/content-copy.ts';
import { bookmark, entry, footnote, jump, link, paragraph, picture, run, table, wordFile } from '../support/word-file.ts';

const copy = copyContent({ company: true });
const company = { COMPANY: 'company' };
const folder = mkdtempSync(join(tmpdir(), 'handbook-'));
afterEach(() => {
  copy.restore();
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
});
afterAll(() => {
  copy.drop();
  rmSync(folder, { recursive: true });
});

const put = (name: string, content: string | Buffer): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
};
async function take(args: readonly string[] = [folder, '--topic', 'when-they-push'], answers: readonly string[] = []) {
  const { terminal, said } = answering(answers);
  const code = await importFiles(args, copy.root, '2026-11-30', terminal, company).catch((error: unknown) => {
    if (error instanceof NoAnswer) return 'broken off';
    throw error;
  });
  return { code, said: said() };
}
const guide = (id: string): string => copy.read(`company/guides/when-they-push/${id}.mdx`);
/** The text of a guide, below its front matter. */
const body = (id: string): string => guide(id).replace(/^---\n[\s\S]*?\n---\n\n/, '');
/** What the check says, with drafts as npm run dev shows them and without, as in a build. */
const faults = () =>
  (['shown', 'left out'] as const).flatMap((drafts) => checkContent(copy.root, { layers: layersOf(copy.root, company), drafts, today: '2026-11-30' }).faults);

describe('a Word file', () => {
  const word = wordFile(
    [
      paragraph('When a client cancels', 'Title'),
      paragraph(jump('_Toc1', 'First steps 3'), 'TOC1'),
      paragraph(run('Do ') + run('this ', '<w:b/>') + run('today', '<w:b/>') + run('.') + footnote(2)),
      paragraph(bookmark('_Toc1', 'First steps'), 'Heading1'),
      entry('Ring them', 2),
      entry('from a quiet room', 1, 1),
      entry('Write it down', 2),
      paragraph('Far below', 'Heading4'),
      table(
        [paragraph('Who'), paragraph('When')],
        [paragraph('Ana') + paragraph('Bo'), table([paragraph('a'), paragraph('b')]) + paragraph('today')],
      ),
      paragraph(picture('plan', 'The plan of the house')),
      paragraph(run('See ') + link('law', 'the law') + run(', the ') + link('lost', 'price list') + run(' and ') + jump('_Toc1', 'above')),
      paragraph('Their words', 'Quote'),
      paragraph('{name} &lt;date&gt; [client][day]'),
    ],
    {
      links: { law: 'https://law.example/cancel', lost: 'file:///C:/prices.xlsx' },
      footnotes: { 2: 'A note.' },
      files: { 'word/vbaProject.bin': 'macro', 'word/comments.xml': '<c/>', 'word/header1.xml': '<h/>' },
    },
  );

  test('becomes a draft that passes the check, under an id without umlauts', async () => {
    put('Kündigung größer Ärger.docx', word);
    const { code, said } = await take();
    expect(said).toContain('Written: company/guides/when-they-push/harbour-kundigung-grosser-arger.mdx');
    expect(code).toBe(0);
    expect(guide('harbour-kundigung-grosser-arger')).toMatch(/^---\ntitle: "When a client cancels"\nsummary: "Do this today\."\n[\s\S]*\ndraft: true\n---\n/);
    expect(body('harbour-kundigung-grosser-arger')).toBe(`Do **this today**.[^1]

## First steps

1. Ring them
   - from a quiet room
2. Write it down

### Far below

| Who | When |
| - | - |
| Ana<br />Bo | today |

| a | b |
| - | - |

{/* Picture left out: The plan of the house */}

See [the law](https://law.example/cancel), the price list and [above](#first-steps)

> Their words

\\{name} \\<date> \\[client] \\[day]

[^1]: A note.
`);
    expect(faults()).toEqual([]);
  });

  test('has all that was left out of it listed', async () => {
    put('a.docx', word);
    expect((await take()).said.split('\n').filter((line) => line.startsWith('    - '))).toEqual([
      '    - Macros left out.',
      '    - Comments left out.',
      '    - Page headers and footers left out.',
      '    - A table of contents or a menu left out.',
      '    - A table stood inside another one. It is now below it.',
      '    - 1 picture left out: The plan of the house. A note in the text says where.',
      '    - 1 link leads nowhere from here. The words stay: price list (file:///C:/prices.xlsx).',
      '    - Headings that skipped a level were moved: Far below.',
    ]);
  });
});

describe('Markdown and web pages', () => {
  test('front matter, links between files, headings and tags', async () => {
    put(
      'One.md',
      `---\ntitle: "Colons: a title"\ndescription: What it is about.\ntags: [a, b]\n---\n# One\n\nimport duties {x} a < b <b>bold</b> https://x.example/a_b\n\n### Deep one\n\n[two](sub/Two%20too.md#there) [gone](gone.md) [down](#deep-one) [lost](#none) [ours](/guides/) [never](/guides/none/)\n\n- [x] done\n\n| a | b |\n|:-:|---|\n| 1 | \`c\` |\n\n\`\`\`js\nlet {a} = b < c\n\`\`\`\n`,
    );
    put('sub/Two too.md', '\uFEFF# Two\r\n\r\nText.\r\n');
    put('page.html', '<title>A page</title><nav>menu</nav><p>Words<script>alert(1)</script> <a href="javascript:alert(1)">press</a><iframe src="x"></iframe>');
    const { code, said } = await take();
    expect(code).toBe(0);
    expect(guide('harbour-one')).toContain('title: "Colons: a title"\nsummary: "What it is about."\n');
    expect(body('harbour-one')).toBe(
      `Import duties \\{x} a \\< b **bold** [https://x.example/a_b](https://x.example/a_b)

## Deep one

[two](/guides/when-they-push/harbour-two-too/) gone [down](#deep-one) lost [ours](/guides/) never

- ☑ done

| a | b |
| - | - |
| 1 | \`c\` |

\`\`\`
let {a} = b < c
\`\`\`
`,
    );
    expect(said).toContain('Lines at the top of the file left out: tags.');
    expect(said).toContain('3 links lead nowhere from here. The words stay: gone (gone.md); lost (#none); never (/guides/none/).');
    expect(guide('harbour-page')).toContain('title: "A page"');
    expect(body('harbour-page')).toBe('Words press\n');
    expect(said).toContain('Things to press, play or fill in left out: iframe.');
    expect(faults()).toEqual([]);
  });

  test('whatever signs stand in a text, the draft passes the check', async () => {
    const signs = fc.constantFrom(...'{}<>[]()*_~`#|\\!^-=+.:&"\'/ \n\n\tab1', '<b>', '</td>', '<table><tr><td>', '](', '[^1]', 'import ', '<!--', '${', '&lt;', 'http://', 'https://x.example', '<a href="https://x.example">', '</a>', '<img alt="*/}">', 'www.', '@', 'mailto:', 'x@y.example', '\n\n    ', '\n- ', '\n> ', '<A', '{/*', 'ä');
    await fc.assert(
      fc.asyncProperty(fc.array(signs, { maxLength: 60 }), async (parts) => {
        copy.restore();
        put('any.md', `words\n\n${parts.join('')}`);
        put('any-too.html', `words <p>${parts.join('')}`);
        const { code, said } = await take();
        expect(said).toContain('2 drafts written');
        expect(code).toBe(0);
      }),
      { numRuns: 40 },
    );
  });
});

test('a file that cannot be read is named with the reason, and the others go on', async () => {
  put('a-locked.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex'));
  put('b-text.docx', 'no Word at all');
  put('c-cut.docx', wordFile([paragraph('Words')]).subarray(0, 400));
  put('d-list.xlsx', 'PK');
  put('e-old.md', Buffer.from('Gr\u00FC\u00DFe', 'latin1'));
  put('f-empty.md', '![](a.png)');
  put('日本.md', '# Words');
  put('g-good.md', 'Words.');
  put('~$g-good.docx', 'Word’s own');
  put('.hidden/h.md', 'Words.');
  const { code, said } = await take();
  expect(code).toBe(1);
  for (const [name, why] of [
    ['a-locked.docx', 'It is in Word’s old format, or has a password.'],
    ['b-text.docx', 'It is no Word file'],
    ['c-cut.docx', 'The file is damaged.'],
    ['d-list.xlsx', 'Only .docx, .md and .html can be read.'],
    ['e-old.md', 'The file is not saved as UTF-8'],
    ['日本.md', 'Its name has no letter from a to z and no digit.'],
  ])
    expect(said).toContain(`${name}\n  Not taken over. ${why}`);
  expect(body('harbour-g-good')).toBe('Words.\n');
  expect(said).toContain('2 drafts written, 6 files not taken over.');
  expect(said).not.toMatch(/~\$|hidden/);
});

test('a title that is too long is shortened and told in whole; without one, the file’s name stands in for it', async () => {
  put('a.md', `# ${'Long words '.repeat(8)}end\n\nWords.\n`);
  put('on_holiday.md', 'Words.\n');
  const { said } = await take();
  expect(guide('harbour-a')).toContain('title: "Long words Long words Long words Long words Long words Long words…"');
  expect(said).toContain(`The title was too long and is shortened: ${'Long words '.repeat(8)}end.`);
  expect(guide('harbour-on-holiday')).toContain('title: "on holiday"');
});

test('nothing is overwritten: neither a guide that is there, nor one of the same run', async () => {
  put('Über.md', 'First.');
  put('uber.html', 'Second.');
  await take();
  const before = guide('harbour-uber');
  const { code, said } = await take();
  expect(code).toBe(1);
  expect(guide('harbour-uber')).toBe(before);
  expect(said.match(/harbour-uber\.mdx is there already, and stays as it is\./g)).toHaveLength(2);
});

test('the topic is asked for by number, id or title, until there is one; the end of the answers writes nothing', async () => {
  put('a.md', 'Words.');
  expect((await take([folder])).code).toBe('broken off');
  expect(existsSync(join(copy.root, 'company/guides/when-they-push/harbour-a.mdx'))).toBe(false);
  const { code, said } = await take([folder], ['99', 'when they push']);
  expect(code).toBe(0);
  expect(said).toContain('"99" is no topic.');
  expect(guide('harbour-a')).toContain('draft: true');
});

test.each([
  [[], 'Name the folder to take over.'],
  [['a', 'b'], 'Name one folder.'],
  [['nowhere'], 'There is no folder or file nowhere.'],
  [[folder, '--topic', 'nowhere'], '"nowhere" is no topic.'],
  [[folder, '--foo'], 'We did not understand that.'],
])('%j is not understood', async (args, what) => {
  expect(await take(args)).toMatchObject({ code: 2, said: expect.stringContaining(what) as string });
});

test('without a company’s folder it says to set one up', async () => {
  put('a.md', 'Words.');
  const { terminal, said } = answering([]);
  expect(await importFiles([folder], copy.root, '2026-11-30', terminal, { COMPANY: 'none' })).toBe(1);
  expect(said()).toContain('Run npm run set-up first.');
});

import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkContent } from '../../src/content/check-content.ts';
import { copyProject } from '../bench/large-site/build.ts';
import { smallPlaybook } from '../support/content-copy.ts';

// A build meets everything that an engine of Markdown or YAML would stop at in its own words, and tells it in ours.
let root = '';
beforeAll(() => {
  root = copyProject(process.cwd(), smallPlaybook);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const put = (file: string, change: (text: string) => string): void => {
  const path = join(root, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
};
const inText = (words: string) => (text: string) => `${text}\n${words}\n`;

test('a build with faults ends with all of them told, and in no other words', () => {
  const texts = {
    'before-you-sign/fair-critics': ['A { bracket.'],
    'beyond-the-documents/danger': ['Dear {the} client.', 'import fs from "node:fs"'],
    'ending-it-well/tell-them': ['One<br>two.'],
    'ending-it-well/the-last-message': ['<!-- a note -->'],
    'warning-signs/keep-a-record': [
      "<Script id='nope' />",
      '<Scirpt id="late-payment" />',
      "<Who role={'boss'} />",
      '![A form](/images/%zz.png)',
    ],
    'when-they-push/paying-late': ['<Script id=“late-payment” />'],
  };
  for (const [guide, words] of Object.entries(texts)) put(`content/guides/${guide}.mdx`, inText(words.join('\n\n')));
  const folder = join(root, 'content/guides/ending-it-well');
  writeFileSync(join(folder, 'Tell them - Copy.mdx'), readFileSync(join(folder, 'tell-them.mdx')));
  const notUtf8 = join(root, 'content/guides/when-they-push/disputed-invoice.mdx');
  writeFileSync(notUtf8, Buffer.from(`${readFileSync(notUtf8, 'utf8')}\nA café.\n`, 'latin1'));
  put('content/scripts/late-payment.yaml', (text) => text.replace(/^summary: .*/m, 'summary: *urgent*'));

  const { faults } = checkContent(root);
  const built = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', VITEST: '', COMPANY: '' },
    encoding: 'utf8',
  });
  const said = `${built.stdout}\n${built.stderr}`;
  expect(built.status, said).not.toBe(0);
  for (const { file, line, what, mend } of faults)
    expect(said).toContain(`${file}${line === undefined ? '' : `:${line}`}\n  ${what}\n  ${mend}`);
  for (const guide of Object.keys(texts)) expect(said).toMatch(new RegExp(`content/guides/${guide}\\.mdx:\\d+\n  `));
  expect(said).toContain('Tell them - Copy.mdx\n  The name is that of a copy.');
  expect(said).toMatch(/disputed-invoice\.mdx:\d+\n {2}The file is not saved as UTF-8/);
  expect(said).toMatch(/late-payment\.yaml:\d+\n {2}The text begins with \*/);
  expect(said).not.toMatch(/Cannot read properties|node_modules|[Ss]tack trace|^\s+at .*:\d+:\d+/m);
});

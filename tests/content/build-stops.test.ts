import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkContent } from '../../src/content/check-content.ts';

// A build meets everything that an engine of Markdown or YAML would stop at in its own words, and tells it in ours.
let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'good-terms-'));
  for (const part of ['src', 'content', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
    cpSync(part, join(root, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const put = (file: string, change: (text: string) => string): void => {
  const path = join(root, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
};
const inText = (words: string) => (text: string) => `${text}\n${words}\n`;

test('a build with faults ends with all of them told, and in no other words', () => {
  const texts = {
    'before-you-sign/agree-the-terms': 'A { bracket.',
    'before-you-sign/fair-critics': 'Dear {the} client.',
    'before-you-sign/how-they-speak-of-others': 'One<br>two.',
    'before-you-sign/say-no-to-a-prospect': '<!-- a note -->',
    'before-you-sign/signs-of-a-good-client': '<Script id="late-payment">',
    'beyond-the-documents/claims': '<Example>\n\nA word.',
    'beyond-the-documents/contracts': '<Script id=“late-payment” />',
    'beyond-the-documents/danger': '<Scirpt id="late-payment" />',
    'beyond-the-documents/duties-of-care': "<Script id='nope' />",
    'beyond-the-documents/getting-paid': "<Who role={'boss'} />",
    'beyond-the-documents/suicide': '![A form](/images/%zz.png)',
    'beyond-the-documents/unethical-requests': 'import fs from "node:fs"',
  };
  for (const [guide, words] of Object.entries(texts)) put(`content/guides/${guide}.mdx`, inText(words));
  const folder = join(root, 'content/guides/ending-it-well');
  renameSync(join(folder, 'refer-on.mdx'), join(folder, 'Refer on - Copy.mdx'));
  const notUtf8 = join(root, 'content/guides/when-they-push/more-than-agreed.mdx');
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
  expect(said).toContain('Refer on - Copy.mdx\n  The name is that of a copy.');
  expect(said).toMatch(/more-than-agreed\.mdx:\d+\n {2}The file is not saved as UTF-8/);
  expect(said).toMatch(/late-payment\.yaml:\d+\n {2}The text begins with \*/);
  expect(said).not.toMatch(/Cannot read properties|node_modules|^\s+at .*:\d+:\d+/m);
});

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { upkeep, readUpkeep } from '../../src/upkeep/read-upkeep.ts';
import { smallPlaybook } from '../support/content-copy.ts';

// A site of its own with one guide, one document and no built pages.
let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'care-'));
  for (const file of ['organisation', 'playbook', 'topics', 'vocabulary', 'fields', 'situations', 'beyond'])
    cpSync(`${smallPlaybook}/${file}.yaml`, join(root, `content/${file}.yaml`));
  writeFileSync(join(root, 'content/situations.yaml'), '[]\n');
  writeFileSync(join(root, 'content/beyond.yaml'), '- { id: danger, title: Danger }\n');
  write('sources/terson.md', 'title: T\nabout: t\norder: 1\npoints:\n  - { id: rehearse, says: Rehearse. }\n', '');
  write('guides/when-they-push/a.mdx', guide('A'), 'See [B](/guides/when-they-push/b/).');
  write('guides/when-they-push/b.mdx', guide('B'), 'Text.');
});
afterEach(() => rmSync(root, { recursive: true }));

const guide = (title: string) => `title: ${title}\nsummary: s\norder: 1\ncovers: [terson/rehearse]\nbeyond: [danger]\n`;
const keeping = 'owner: Head of tests\nreviewed: 2026-01-15\nreviewEvery: 6\n';

function write(file: string, front: string, body: string): void {
  const path = join(root, 'content', file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `---\n${front}${keeping}---\n\n${body}\n`);
}

async function run(args: string[], on = '2026-02-01'): Promise<{ code: number; said: string }> {
  let said = '';
  const code = await upkeep(args, root, on, (text) => (said += `${text}\n`));
  return { code, said };
}

test('links in the text lead to a guide', () => {
  expect(readUpkeep(root, '2026-02-01').report.notLedTo.map(({ ref }) => ref)).toEqual(['when-they-push/a']);
});

describe('the command', () => {
  test('tells what needs upkeep', async () => {
    const { code, said } = await run([], '2026-07-16');
    expect(code).toBe(0);
    expect(said).toContain('Upkeep on 16 July 2026');
    expect(said).toContain('Overdue: 3 pages\n  A (guide), due on 15 July 2026, 1 day ago');
    expect(said).toContain('Nothing links to: 1 guide\n  A\n');
    expect(said).toContain('Few phrasings lead to: 2 pages');
  });

  test('tells which pages wait for their day, and what to do on it', async () => {
    write('guides/when-they-push/b.mdx', `${guide('B')}publish: 2026-03-01\n`, 'Text.');
    expect((await run([], '2026-02-28')).said).toContain(
      'Waiting for their day: 1 page\n  B (guide), goes out on 1 March 2026\n    content/guides/when-they-push/b.mdx, owner: Head of tests\nA build on that day or later takes the page in.',
    );
    expect((await run([], '2026-03-01')).said).not.toContain('Waiting');
  });

  test('--strict ends with an error when a page is overdue', async () => {
    expect((await run(['--strict'], '2026-07-15')).code).toBe(0);
    expect((await run(['--strict'], '2026-07-16')).code).toBe(1);
  });

  test('--strict ends with an error when a point or a subject has no guide', async () => {
    writeFileSync(
      join(root, 'content/beyond.yaml'),
      '- { id: danger, title: Danger }\n- { id: claims, title: Claims }\n',
    );
    const { code, said } = await run(['--strict']);
    expect(code).toBe(1);
    expect(said).toContain('No guide covers: 1 point\n  claims: Claims');
    expect((await run([])).code).toBe(0);
  });

  test('a file that cannot be read is not passed over in silence', async () => {
    const path = join(root, 'content/guides/when-they-push/b.mdx');
    writeFileSync(path, readFileSync(path, 'utf8').replace('order: 1', 'order: first'));
    const { code, said } = await run(['--strict']);
    expect(code).toBe(1);
    expect(said).toContain('npm run check:content');
  });

  test('what it does not know it says, and how it is used', async () => {
    const { code, said } = await run(['--strct']);
    expect(code).toBe(2);
    expect(said).toContain('We do not recognise --strct.');
    expect(said).toContain('npm run upkeep -- --strict');
    expect((await run(['--help'])).code).toBe(0);
  });
});

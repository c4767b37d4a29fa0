import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkContent } from '../../src/content/check-content.ts';
import { writeNew } from '../../src/cli/new.ts';
import { idOf } from '../../src/content/id-of.ts';
import { checkScript } from '../../src/script/engine/check.ts';
import { checkTree } from '../../src/tree/engine/check.ts';
import { copyContent } from '../support/content-copy.ts';
import { must } from '../support/must.ts';

// New files meet the guides, scripts and trees of a small playbook.
const { root, drop } = copyContent();
afterAll(drop);

function run(...args: string[]): { code: number; said: string } {
  let said = '';
  const code = writeNew(args, root, '2026-11-22', (text) => (said += `${text}\n`));
  return { code, said };
}
const faultsOf = (file: string) =>
  checkContent(root)
    .faults.filter((fault) => fault.file === file)
    .map(({ what }) => what);

describe('a guide', () => {
  const file = 'content/guides/when-they-push/they-dont-answer-our-question-50-of-the-time.mdx';
  const title = `They don't answer: "our" question, 50 % of the time`;

  test('is written, passes the content check wholly, and says what to do next', () => {
    const { code, said } = run('guide', title, '--topic', 'when-they-push');
    expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining(`Written: ${file}`) as string });
    expect(said).toContain('What to do next:\n1. Open the file');
    expect(said).toContain('/guides/when-they-push/they-dont-answer-our-question-50-of-the-time/');
    expect(faultsOf(file)).toEqual([]);
  });

  test('keeps its title, stands last in its topic, is marked as beyond the documents', () => {
    const { content } = checkContent(root, { drafts: 'shown' });
    const guides = content.guides.filter((guide) => guide.topic === 'when-they-push');
    expect(guides.at(-1)).toMatchObject({ title, covers: [], reviewed: '2026-11-22' });
    expect(guides.at(-1)?.beyond).toHaveLength(1);
    expect(guides.at(-1)?.order).toBeGreaterThan(guides.at(-2)?.order ?? Infinity);
  });

  test('is never written over', () => {
    writeFileSync(join(root, file), 'somebody worked on this');
    const { code, said } = run('guide', title, '--topic', 'when-they-push');
    expect(code).toBe(1);
    expect(said).toContain('is there already. Nothing was changed.');
    expect(readFileSync(join(root, file), 'utf8')).toBe('somebody worked on this');
    rmSync(join(root, file));
  });

  test('goes to the guides beyond the documents when no topic is named, and the command says so', () => {
    const { code, said } = run('guide', 'A new thing');
    expect(code).toBe(0);
    expect(said).toContain('No topic was named, so it goes to beyond-the-documents.');
    expect(faultsOf('content/guides/beyond-the-documents/a-new-thing.mdx')).toEqual([]);
  });
});

test('a script passes all checks', () => {
  const { code, said } = run('script', 'Ask: for a decision', '--topic', 'when-they-push');
  expect(code).toBe(0);
  expect(said).toContain('<Script id="ask-for-a-decision" />');
  expect(faultsOf('content/scripts/ask-for-a-decision.yaml')).toEqual([]);
  const { content } = checkContent(root, { drafts: 'shown' });
  const script = must(content.scripts.find(({ id }) => id === 'ask-for-a-decision'), 'the new script');
  expect(script).toMatchObject({ title: 'Ask: for a decision', topic: 'when-they-push' });
  expect(checkScript(script, content.fields)).toEqual([]);
});

test('a tree passes all checks', () => {
  expect(run('tree', 'Should I take this job?').code).toBe(0);
  expect(faultsOf('content/trees/should-i-take-this-job.yaml')).toEqual([]);
  const { content } = checkContent(root, { drafts: 'shown' });
  const { id: _, cases: __, ...tree } = must(
    content.trees.find(({ id }) => id === 'should-i-take-this-job'),
    'the new tree',
  );
  const known = {
    scripts: new Set(content.scripts.map(({ id }) => id)),
    guides: new Set(content.guides.map(({ ref }) => ref)),
    trees: new Set(content.trees.map(({ id }) => id)),
  };
  expect(checkTree(tree, known)).toEqual([]);
});

test('YAML files name the JSON Schema that editors check them by', () => {
  for (const [folder, name, id] of [
    ['scripts', 'script', 'ask-for-a-decision'],
    ['trees', 'tree', 'should-i-take-this-job'],
  ]) {
    const [first] = readFileSync(join(root, `content/${folder}/${id}.yaml`), 'utf8').split('\n');
    expect(first).toBe(`# yaml-language-server: $schema=../.schemas/${name}.schema.json`);
    expect(existsSync(`content/.schemas/${name}.schema.json`)).toBe(true);
  }
});

test.each([
  [[], 'Say what to write.'],
  [['poem', 'A'], '"poem" is no guide, script or tree.'],
  [['toString', 'A'], '"toString" is no guide, script or tree.'],
  [['guide'], 'Say what the guide is called.'],
  [['guide', ' '], 'Say what the guide is called.'],
  [['guide', 'They', 'push'], 'Put the title between quotes.'],
  [['guide', 'They push', '--topic', 'nowhere'], '"nowhere" is no topic.'],
  [['guide', 'They push', '--topic'], "Option '--topic <value>' argument missing."],
  [['tree', 'Should I?', '--topic', 'when-they-push'], 'A tree has no topic.'],
  [['guide', 'They push', '--foo'], "Unknown option '--foo'."],
  [['guide', '???'], 'The title needs a letter or a digit'],
  [['guide', 'x'.repeat(71)], 'The title is too long: at most 70 characters.'],
])('%j is not understood, and the command says how it is used', (args, what) => {
  const { code, said } = run(...args);
  expect(code).toBe(2);
  expect(said).toContain(what);
  expect(said).toContain('npm run new -- guide "They keep moving the date" --topic when-they-push');
});

test('--help says how it is used', () => {
  expect(run('--help')).toMatchObject({ code: 0, said: expect.stringContaining('npm run new -- tree') as string });
});

test.each([
  ["They don't pay", 'they-dont-pay'],
  ['  Über-late: 30 days!  ', 'uber-late-30-days'],
  ['../../organisation', 'organisation'],
  // A file's name on macOS has its umlauts in two signs, and some letters are no a to z with a sign on it.
  ['Gro\u0308ße für Øre & Łódź', 'grosse-fur-ore-lodz'],
])('%s becomes the id %s', (title, id) => {
  expect(idOf(title)).toBe(id);
});

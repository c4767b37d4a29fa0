import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const cases = (...args: readonly string[]) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['src/cli/cases.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, COMPANY: 'none' },
  });
  return { stdout, stderr, status };
};

describe('a walk', () => {
  test('begins at the front door, with the ids of needs and trees', () => {
    const { stdout, status } = cases('--walk', '--answers', '');
    expect(status).toBe(0);
    expect(stdout).toContain('[in-danger]');
    expect(stdout).toContain('[keep-silent]');
    expect(stdout).toContain('[end-well]');
  });

  test('prints the id of the question and of each answer', () => {
    const { stdout } = cases('--walk', '--need', 'keep-silent', '--answers', 'first=none');
    expect(stdout).toContain('[you] Who decides about this client?');
    expect(stdout).toContain('  [above] ');
    expect(stdout).toContain('(first=none)');
    expect(stdout).not.toContain('[problem]');
  });

  test('prints the ids of the outcome and of its safeguards', () => {
    const { stdout } = cases('--walk', '--tree', 'boss', '--answers', 'first=urgent+insulted manager=away');
    expect(stdout).toContain('[boss/hold-the-line]');
    expect(stdout).toMatch(/Safeguards: .*\[in-time\].*\[protect-the-insulted\]/);
  });

  test('says nothing of what the need had answered and is not asked', () => {
    const { stdout } = cases('--walk', '--need', 'prospect-new', '--answers', 'first=wrong');
    expect(stdout).toContain('[take-on/decline]');
    expect(stdout).not.toMatch(/Not on the way|does not answer/);
  });

  test('tells what does not count, with the nearest that is there', () => {
    const told = (answers: string): string => cases('--walk', '--tree', 'boss', '--answers', answers).stdout;
    expect(told('first=nome')).toContain('There is no answer "nome" to "first"; did you mean "none"?');
    expect(told('frist=none')).toContain('There is no question "frist"; did you mean "first"?');
    expect(told('first=unsafe manager=away')).toContain('Not on the way: manager.');
    expect(told('first=none manager=away+refused')).toContain('"away+refused" does not answer "manager"');
    expect(told('first=none+urgent')).toContain('"none+urgent" does not answer "first"');
  });

  test.each([
    [['--tree', 'bos'], 'There is no tree "bos"; did you mean "boss"?'],
    [['--need', 'prospect-now'], 'There is no need "prospect-now"; did you mean "prospect-new"?'],
    [['--script', 'leave-know'], 'There is no script "leave-know"; did you mean "leave-now"?'],
    [['--guide', 'no/such'], 'There is no guide "no/such". There are: '],
  ])('%s is told with the nearest', (args, what) => {
    const { stderr, status } = cases('--walk', ...args);
    expect(stderr).toContain(what);
    expect(status).toBe(1);
  });
});

test('--help says all of it, and so does a call that asks for nothing; an unknown option is told', () => {
  expect(cases('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--routes FILE') as string });
  expect(cases()).toMatchObject({ status: 1, stderr: expect.stringContaining('--routes FILE') as string });
  expect(cases('--wlak')).toMatchObject({ status: 1, stderr: expect.stringContaining("'--wlak'") as string });
});

describe('a replay', () => {
  let folder = '';
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'good-terms-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const lines = (file: string, all: readonly object[]): string => {
    const path = join(folder, file);
    writeFileSync(path, all.map((one) => `${JSON.stringify(one)}\n`).join(''));
    return path;
  };

  test('prints where each leads, what is lost, and how many were right', () => {
    lines('walks.jsonl', [
      { id: 'one', need: 'manager', tree: 'boss', answers: 'first=none manager=away' },
      { id: 'two', tree: 'boss', answers: { first: ['none'], manager: 'refused', away: 'yes' } },
      { id: 'three', tree: 'boss', answers: 'first=none' },
    ]);
    const labels = lines('labels.json', [
      { id: 'one', expected_route: 'hold', acceptable_routes: [], harmful_routes: [] },
      { id: 'two', expected_route: 'hold', acceptable_routes: ['up'], harmful_routes: [] },
    ]);
    const routes = join(folder, 'routes.json');
    writeFileSync(routes, JSON.stringify({ 'boss/hold-the-line': 'hold', 'boss/go-past-the-refusal': 'up' }));
    const { stdout } = cases(folder, '--labels', labels, '--routes', routes);
    expect(stdout).toContain('one: manager > boss/hold-the-line');
    expect(stdout).toContain('There is no question "away".');
    expect(stdout).toContain('three: boss/stops at "manager"');
    expect(stdout).toContain('3 walks, 1 unfinished');
    expect(stdout).toContain('2 judged: strict 1 (50 %), lenient 2 (100 %), harmful 0 (0 %).');
  });
});

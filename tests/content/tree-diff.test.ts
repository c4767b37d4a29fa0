import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const run = (ref: string, env: NodeJS.ProcessEnv = process.env) =>
  spawnSync(process.execPath, ['src/cli/tree-diff.ts', 'diff', ref], { encoding: 'utf8', env });

test('trees are not called new when there is nothing to compare them with', () => {
  const without = { ...process.env, PATH: '/nowhere' };
  for (const { status, stdout, stderr } of [run('no-such-ref'), run('HEAD', without)]) {
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('nothing to compare with');
  }
});

import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { copyProject } from '../bench/large-site/build.ts';
import { smallPlaybook } from './content-copy.ts';

/** Copies the project with the small playbook in it, and the example company's folder over that; gives its folder. */
export function smallProject(): string {
  const project = copyProject(process.cwd(), smallPlaybook);
  cpSync('tests/company', join(project, 'company'), { recursive: true });
  return project;
}

/**
 * Builds a small project.
 * @param folder where to, in the project
 * @param env what the build is told besides: BASE_PATH, SITE_URL
 * @throws with what was printed when it fails
 */
export function buildSmall(project: string, folder: string, env: Readonly<Record<string, string>> = {}): void {
  const args = ['build', '--silent', '--config', 'astro.config.large.mjs', '--outDir', folder];
  const built = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', ...args], {
    cwd: project,
    // Vitest has a BASE_URL of its own, which Vite would take for the site's.
    env: { ...process.env, NODE_ENV: 'production', VITEST: '', COMPANY: '', BASE_URL: undefined, ...env },
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`${built.stdout}\n${built.stderr}`);
}

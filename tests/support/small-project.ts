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

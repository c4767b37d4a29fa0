import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a build cost. */
export interface Cost {
  readonly seconds: number;
  /** The most memory that the build and what it started held at once; undefined where `ps` is missing. */
  readonly bytes: number | undefined;
}

const copied = ['src', 'public', 'deploy', 'package.json', 'tsconfig.json', 'astro.config.mjs'];

/** The real configuration; only what Astro and Vite keep for later must not lie in the shared node_modules. */
const config = `import real from './astro.config.mjs';
export default { ...real, cacheDir: './.kept', vite: { ...real.vite, cacheDir: './.kept/vite' } };
`;

/**
 * Copies the project, without its tests, to a new folder for the time being; node_modules is linked.
 * @param content the content it gets, from the project
 */
export function copyProject(project: string, content = 'content'): string {
  const copy = mkdtempSync(join(tmpdir(), 'good-terms-large-'));
  for (const part of copied) cpSync(join(project, part), join(copy, part), { recursive: true });
  cpSync(join(project, content), join(copy, 'content'), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'), 'junction');
  writeFileSync(join(copy, 'astro.config.large.mjs'), config);
  return copy;
}

/** The resident memory of a process and of all that it started, in bytes. */
function memoryOf(root: number): number | undefined {
  let table: string;
  try {
    table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' });
  } catch {
    return undefined;
  }
  const rows = table
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/).map(Number));
  const family = new Set([root]);
  // A child may stand before its parent in the table.
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const [pid = 0, parent = 0] of rows) if (family.has(parent)) family.add(pid);
  }
  return rows.reduce((sum, [pid = 0, , kilobytes = 0]) => (family.has(pid) ? sum + kilobytes * 1024 : sum), 0);
}

/** Runs a script of Node in a project and measures it. @throws with what it printed when it fails */
async function run(project: string, args: readonly string[]): Promise<Cost> {
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: project,
    env: { ...process.env, NODE_ENV: 'production', BASE_PATH: '', SITE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const told: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => told.push(data));
  child.stderr.on('data', (data: Buffer) => told.push(data));
  let bytes: number | undefined;
  const sampling = setInterval(() => {
    const now = memoryOf(child.pid ?? -1);
    if (now !== undefined) bytes = Math.max(bytes ?? 0, now);
  }, 400);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(sampling);
  const seconds = (performance.now() - began) / 1000;
  const text = Buffer.concat(told).toString('utf8');
  if (code !== 0) throw new Error(`${args.join(' ')} failed in ${project}:\n${text.slice(-4000)}`);
  return { seconds, bytes };
}

/** Builds a copy of the project as its build script does; the built folder is `dist` in it. */
export function build(project: string): Promise<Cost> {
  const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { scripts: { build: string } };
  const [, ...args] = scripts.build.split(' ');
  return run(project, [...args, '--silent', '--config', 'astro.config.large.mjs']);
}

/** Checks the content of a copy of the project. */
export const checkContent = (project: string): Promise<Cost> => run(project, ['src/cli/check.ts']);

/** Writes the care report of a copy of the project, without the aliases, which need a built site. */
export const writeCare = (project: string): Promise<Cost> | undefined =>
  existsSync(join(project, 'src/upkeep/read-upkeep.ts')) ? run(project, ['src/upkeep/read-upkeep.ts']) : undefined;

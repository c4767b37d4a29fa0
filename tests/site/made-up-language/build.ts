import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Strings } from '../../../src/i18n/strings.ts';
import { alteredFile } from './altered.ts';

const place = '.cache/made-up-language';

const languageFile = 'src/i18n/made-up.ts';

/** The tag that the made-up language goes by. */
export const tag = 'el-GR';

/**
 * Builds a small site whose content is Greek and whose software speaks a language that nobody speaks.
 * @returns the built folder
 */
export function buildMadeUp(): string {
  rmSync(place, { recursive: true, force: true });
  // Package by package: what Astro and Vite keep from one build to the next lies beside them.
  mkdirSync(join(place, 'node_modules'), { recursive: true });
  for (const name of readdirSync('node_modules').filter((name) => !name.startsWith('.')))
    symlinkSync(resolve('node_modules', name), join(place, 'node_modules', name));
  for (const part of ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
    cpSync(part, join(place, part), { recursive: true });
  cpSync('tests/site/made-up-language/content', join(place, 'content'), { recursive: true });
  writeFileSync(join(place, languageFile), alteredFile(readFileSync('src/i18n/en.ts', 'utf8'), tag));
  const built = spawnSync(process.execPath, [resolve('node_modules/astro/bin/astro.mjs'), 'build'], {
    cwd: place,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      VITEST: '',
      BASE_PATH: '',
      SITE_URL: '',
      LANGUAGE_FILE: languageFile,
    },
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`The build failed:\n${built.stdout}\n${built.stderr}`);
  return join(place, 'dist');
}

/** What the software says in the made-up language, once the site is built. */
export const madeUpWords = async (): Promise<Strings> =>
  (await import(/* @vite-ignore */ pathToFileURL(resolve(place, languageFile)).href)) as Strings;

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import type { Reading } from '../content/read-content.ts';
import type { Override } from './engine/report.ts';

const withPlainEnds = (text: string): string => text.replace(/\r\n?/g, '\n');

/** A text in short, whatever its line endings. */
const digestOfText = (text: string): string =>
  createHash('sha256').update(withPlainEnds(text)).digest('hex').slice(0, 16);

/** A file's text in short. */
export const digestOf = (root: string, file: string): string => digestOfText(readFileSync(join(root, file), 'utf8'));

/** The company's files that stand in whole for one of the playbook's, by their place in the folder. */
export const overridden = ({ companyFiles, playbookFiles }: Reading): string[] =>
  companyFiles.filter((file) => file.includes('/') && playbookFiles.includes(file));

/**
 * What the company's files stand in for, and whether that has changed since they were made.
 * @param root the project's root folder
 * @param only the one file that is asked about, by its place in the folder; all of them without it
 */
export function overridesOf(root: string, reading: Reading, only?: string): Override[] {
  const company = reading.layers.find(({ name }) => name === 'company');
  if (!company) return [];
  const asked = overridden(reading).filter((inner) => only === undefined || inner === only);
  return asked.map((inner) => {
    const [file, beneath] = [`${company.folder}/${inner}`, `content/${inner}`];
    const [now, then] = [digestOf(root, beneath), reading.madeFrom.get(inner)];
    const state =
      digestOf(root, file) === now ? 'same' : then === undefined ? 'unknown' : then === now ? 'sound' : 'changed';
    return { file, beneath, state };
  });
}

/** So many earlier versions of a file are looked through. */
const mostVersions = 500;

/**
 * What a file of the playbook said when a company's was made from it. Only a digest of it is kept, so the text comes from
 * where it still is, and counts only if it has that digest.
 * @param root the project's root folder
 * @param inner the file by its place in the folder of content
 * @param digest of the text that is looked for
 * @param old the folder of an earlier release; without one it is looked for in what git knows
 * @returns undefined where it is not found
 */
export function textThen(root: string, inner: string, digest: string, old?: string): string | undefined {
  const isIt = (text: string | undefined): text is string => text !== undefined && digestOfText(text) === digest;
  if (old !== undefined)
    return [join(root, old), join(root, old, 'content'), old, join(old, 'content')]
      .map((folder) => textOf(() => readFileSync(join(folder, inner), 'utf8')))
      .find(isIt);
  const git = (...args: readonly string[]): string | undefined =>
    textOf(() =>
      execFileSync('git', args, {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        maxBuffer: 2 ** 26,
      }),
    );
  const file = `./content/${inner}`;
  for (const commit of git('log', `--max-count=${mostVersions}`, '--format=%H', '--', file)?.split('\n') ?? []) {
    const text = commit === '' ? undefined : git('show', `${commit}:${file}`);
    if (isIt(text)) return text;
  }
  return undefined;
}

/** What could be read; undefined where it is not there, or there is no git. */
function textOf(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** What has changed in a text, line by line, with three lines around each change. */
export function changesBetween(then: string, now: string): string {
  const patch = createTwoFilesPatch('', '', withPlainEnds(then), withPlainEnds(now), undefined, undefined, {
    context: 3,
  });
  return patch.slice(patch.indexOf('@@')).trimEnd();
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from '../content/read-content.ts';
import type { Override } from './engine/report.ts';

/** A file's text in short, whatever its line endings. */
export const digestOf = (root: string, file: string): string =>
  createHash('sha256')
    .update(readFileSync(join(root, file), 'utf8').replace(/\r\n?/g, '\n'))
    .digest('hex')
    .slice(0, 16);

/** The company's files that stand in whole for one of the playbook's, by their place in the folder. */
export const overridden = ({ companyFiles, playbookFiles }: Reading): string[] =>
  companyFiles.filter((file) => file.includes('/') && playbookFiles.includes(file));

/**
 * What the company's files stand in for, and whether that has changed since they were made.
 * @param root the project's root folder
 */
export function overridesOf(root: string, reading: Reading): Override[] {
  const company = reading.layers.find(({ name }) => name === 'company');
  if (!company) return [];
  return overridden(reading).map((inner) => {
    const [file, beneath] = [`${company.folder}/${inner}`, `content/${inner}`];
    const [now, then] = [digestOf(root, beneath), reading.madeFrom.get(inner)];
    const state =
      digestOf(root, file) === now ? 'same' : then === undefined ? 'unknown' : then === now ? 'sound' : 'changed';
    return { file, beneath, state };
  });
}

import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync, utimesSync, type Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { attachmentsAddress, picturesAddress } from '../../routes.ts';
import { filesIn } from './files.ts';

/** The folders of pictures and attachments in a layer. Nothing in them is edited. */
export const followed = [picturesAddress, attachmentsAddress].map((address) => address.slice(1, -1));

/** Whether a file is a picture or an attachment, by its place in a layer. */
export const isFollowed = (file: string): boolean => followed.includes(file.split('/')[0] ?? '');

/**
 * Lets the pictures and attachments of a copy of a layer be those of the real one. What cannot be had just now, because it
 * is being written, or somebody has it open, is left for the next time: this never throws.
 * @returns whether anything is another than before
 */
export function follow(real: string, copy: string): boolean {
  let isOther = false;
  for (const name of followed) {
    const [from, to] = [join(real, name), join(copy, name)];
    if (!existsSync(from) && !existsSync(to)) continue;
    for (const file of new Set([...filesIn(from), ...filesIn(to)]))
      if (followOne(join(from, file), join(to, file))) isOther = true;
  }
  return isOther;
}

/** Two files saved within so many milliseconds of each other, and as large, are one: not every disk keeps more. */
const sameTime = 10;

function followOne(from: string, to: string): boolean {
  try {
    const [real, copy] = [statSync(from, { throwIfNoEntry: false }), statSync(to, { throwIfNoEntry: false })];
    if (real === undefined) rmSync(to, { force: true });
    else if (copy?.size === real.size && Math.abs(copy.mtimeMs - real.mtimeMs) < sameTime) return false;
    else copyAs(real, from, to);
    return real !== undefined || copy !== undefined;
  } catch {
    return false;
  }
}

/** Copies a file, whole or not at all. It counts as saved when the real one was: what was added meanwhile shows next time. */
function copyAs({ atime, mtime }: Stats, from: string, to: string): void {
  const beside = join(dirname(to), `.${basename(to)}.saving`);
  mkdirSync(dirname(to), { recursive: true });
  try {
    copyFileSync(from, beside);
    utimesSync(beside, atime, mtime);
    renameSync(beside, to);
  } finally {
    rmSync(beside, { force: true });
  }
}

import { mkdirSync, readFileSync, realpathSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/** Whether a text names a file below a folder, without ways out of it and nothing hidden. */
const isInside = (file: string): boolean =>
  !/[\\:\0]/.test(file) && file.split('/').every((part) => part !== '' && !part.startsWith('.'));

/**
 * The files below a folder, with forward slashes. Links are none, nor is what they lead to or what begins with a dot.
 * @param folder need not be there
 */
export function filesIn(folder: string): string[] {
  try {
    const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const own = new Set(
      [...new Set(found.map(({ parentPath }) => parentPath))].filter((path) => !isLinked(folder, path)),
    );
    return found
      .filter(({ parentPath }) => own.has(parentPath))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
      .filter(isInside);
  } catch {
    return [];
  }
}

/** Whether a link stands on the way from a folder to one in it. */
const isLinked = (folder: string, inner: string): boolean =>
  realpathSync(inner) !== resolve(realpathSync(folder), relative(folder, inner));

/** What a file of a folder holds; undefined when it is not there. */
export function bytesOf(folder: string, file: string): Buffer | undefined {
  try {
    return isInside(file) ? readFileSync(join(folder, file)) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Puts a file in its place, whole or not at all, or takes it away.
 * @param bytes undefined takes it away
 * @throws {RangeError} when it would lie outside of the folder, also by a link on the way
 */
export function putFile(folder: string, file: string, bytes: Buffer | undefined): void {
  const path = resolve(folder, file);
  if (!isInside(file)) throw new RangeError(`${file} is no file of the content.`);
  mkdirSync(dirname(path), { recursive: true });
  if (isLinked(folder, dirname(path))) throw new RangeError(`${file} lies in another folder, to which a link leads.`);
  if (bytes === undefined) return rmSync(path, { force: true });
  const beside = join(dirname(path), `.${basename(path)}.saving`);
  writeFileSync(beside, bytes);
  renameSync(beside, path);
}

/** Whether two files say the same; both may be missing. */
export const isSame = (one: Buffer | undefined, other: Buffer | undefined): boolean =>
  one === undefined || other === undefined ? one === other : one.equals(other);

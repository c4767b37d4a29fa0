import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { editFolder } from './desk.ts';

// While the editor is open a file says so, with the number of its process: a build at the same time would mix up what
// Astro keeps of the content.

const markIn = (root: string): string => resolve(root, editFolder, 'open');

/**
 * Says that the editor is open, until this process ends.
 * @throws {Error} when it is open already
 */
export function markOpen(root: string): void {
  if (isOpen(root))
    throw new Error('The editor is open already, in another window. Close it there with Ctrl+C, or go on there.');
  const mark = markIn(root);
  mkdirSync(dirname(mark), { recursive: true });
  writeFileSync(mark, String(process.pid));
  process.on('exit', () => {
    if (processIn(mark) === process.pid) rmSync(mark, { force: true });
  });
  // Without this the process would end before it can take the mark away.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(0));
}

/** Whether the editor is open: one that ended without a word, as when the power fails, does not count. */
export function isOpen(root: string): boolean {
  const id = processIn(markIn(root));
  if (id === undefined) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be asked, but it is there.
    return (error as { code?: unknown }).code === 'EPERM';
  }
}

function processIn(mark: string): number | undefined {
  try {
    const id = Number(readFileSync(mark, 'utf8'));
    return Number.isInteger(id) && id > 0 ? id : undefined;
  } catch {
    return undefined;
  }
}

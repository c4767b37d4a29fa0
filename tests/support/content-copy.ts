import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A copy of the real content in a folder of its own, to break and to mend again. */
export interface ContentCopy {
  readonly root: string;
  /** Writes a file; what was there comes back with `restore`. */
  write(file: string, text: string | Uint8Array): void;
  /** Replaces the first place of a text in a file and says on which line it stood. */
  change(file: string, from: string | RegExp, to: string): number;
  /** Takes a file away until `restore`. */
  remove(file: string): void;
  read(file: string): string;
  /** Everything as it was. */
  restore(): void;
  /** The folder is gone. */
  drop(): void;
}

/** Copies the content to a new folder. */
export function copyContent(): ContentCopy {
  const root = mkdtempSync(join(tmpdir(), 'good-terms-'));
  cpSync('content', join(root, 'content'), { recursive: true });
  const before = new Map<string, Buffer | undefined>();
  const keep = (file: string): void => {
    if (before.has(file)) return;
    try {
      before.set(file, readFileSync(join(root, file)));
    } catch {
      before.set(file, undefined);
    }
  };
  const copy: ContentCopy = {
    root,
    write(file, text) {
      keep(file);
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    },
    change(file, from, to) {
      const text = copy.read(file);
      const at = typeof from === 'string' ? text.indexOf(from) : text.search(from);
      if (at === -1) throw new Error(`${String(from)} does not stand in ${file}`);
      copy.write(
        file,
        text.replace(from, () => to),
      );
      return text.slice(0, at).split('\n').length;
    },
    remove(file) {
      keep(file);
      rmSync(join(root, file));
    },
    read: (file) => readFileSync(join(root, file), 'utf8'),
    restore() {
      for (const [file, bytes] of before)
        if (bytes === undefined) rmSync(join(root, file), { force: true });
        else writeFileSync(join(root, file), bytes);
      before.clear();
    },
    drop: () => rmSync(root, { recursive: true, force: true }),
  };
  return copy;
}

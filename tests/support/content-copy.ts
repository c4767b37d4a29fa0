import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A copy of some content in a folder of its own, to break and to mend again. */
export interface ContentCopy {
  readonly root: string;
  readonly write: (file: string, text: string | Uint8Array) => void;
  /** Replaces the first place of a text in a file and says on which line it stood. */
  readonly change: (file: string, from: string | RegExp, to: string) => number;
  /** Takes a file or a folder away. */
  readonly remove: (file: string) => void;
  readonly read: (file: string) => string;
  /** Everything as it was, whoever altered it. */
  readonly restore: () => void;
  /** The folder is gone. */
  readonly drop: () => void;
}

/** A playbook just large enough to hold one of everything: checking it takes no time, and nobody edits it by the way. */
export const smallPlaybook = 'tests/small-playbook';

/**
 * Copies the small playbook to a new folder. One copy serves all tests of a file: what was read once is not parsed again.
 * @param how whether the example company's folder lies beside it
 */
export function copyContent(how: { readonly company?: boolean } = {}): ContentCopy {
  const root = mkdtempSync(join(tmpdir(), 'good-terms-'));
  cpSync(smallPlaybook, join(root, 'content'), { recursive: true });
  if (how.company) cpSync('tests/company', join(root, 'company'), { recursive: true });
  const filesNow = (): string[] =>
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  const before = new Map(filesNow().map((path) => [path, readFileSync(path)]));

  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  const put = (path: string, text: string | Uint8Array): void => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  const write: ContentCopy['write'] = (file, text) => put(join(root, file), text);
  return {
    root,
    read,
    write,
    change(file, from, to) {
      const text = read(file);
      const at = typeof from === 'string' ? text.indexOf(from) : text.search(from);
      if (at === -1) throw new Error(`${String(from)} does not stand in ${file}`);
      write(
        file,
        text.replace(from, () => to),
      );
      return text.slice(0, at).split('\n').length;
    },
    remove: (file) => rmSync(join(root, file), { recursive: true }),
    restore() {
      const now = new Set(filesNow());
      for (const path of now) if (!before.has(path)) rmSync(path);
      for (const [path, bytes] of before) if (!now.has(path) || !readFileSync(path).equals(bytes)) put(path, bytes);
    },
    drop: () => rmSync(root, { recursive: true, force: true }),
  };
}

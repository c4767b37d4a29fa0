import type { ScriptNode } from './nodes.ts';

/** A field's name at one place of a text. */
export interface NameUse {
  readonly name: string;
  readonly line: number;
  /** Whether it decides about an optional part; otherwise its value is written there. */
  readonly decides: boolean;
  /** Whether the value is only written when there is one, because the part around it hangs on the same field. */
  readonly guarded: boolean;
}

/**
 * Lists every use of a field in a text.
 *
 * @param nodes The parsed text.
 * @returns The uses in the order of the text. Never throws.
 */
export function nameUses(nodes: readonly ScriptNode[], within: ReadonlySet<string> = new Set()): NameUse[] {
  return nodes.flatMap((node): NameUse[] => {
    if (node.kind === 'text') return [];
    const { name, line } = node;
    if (node.kind === 'field') return [{ name, line, decides: false, guarded: within.has(name) }];
    return [
      { name, line, decides: true, guarded: true },
      ...nameUses(node.shown, new Set([...within, name])),
      ...nameUses(node.otherwise ?? [], within),
    ];
  });
}

import type { ScriptNode } from './nodes.ts';

/**
 * Writes nodes as a text that reads back as the same nodes. It is the very text they were read from, but
 * for backslashes, which can be placed in more than one way.
 *
 * @param nodes What `parse` gives, or nodes made by hand.
 * @returns The text with its markers. Never throws.
 */
export function print(nodes: readonly ScriptNode[]): string {
  return printList(nodes, false);
}

function printList(nodes: readonly ScriptNode[], markerFollows: boolean): string {
  let out = '';
  let text = '';
  for (const node of nodes) {
    if (node.kind === 'text') {
      text += node.text;
      continue;
    }
    out += escape(text, true);
    text = '';
    out += node.kind === 'field' ? `((${node.name}))` : printPart(node);
  }
  return out + escape(text, markerFollows);
}

function printPart({ name, shown, otherwise }: ScriptNode & { kind: 'part' }): string {
  const second = otherwise ? `((else))${printList(otherwise, true)}` : '';
  return `((if ${name}))${printList(shown, true)}${second}((end))`;
}

/** Guards every `((` with a backslash, and doubles the backslashes that would otherwise guard one. */
function escape(text: string, markerFollows: boolean): string {
  return text.replace(/(\\*)(\(+)|\\+$/g, (all, slashes: string | undefined, row: string | undefined, at: number) => {
    const meetsMarker = markerFollows && at + all.length === text.length;
    if (row === undefined || slashes === undefined) return meetsMarker ? all + all : all;
    if (row.length === 1) return meetsMarker ? slashes + slashes + row : all;
    return slashes + slashes + '\\(('.repeat(row.length >> 1) + (row.length % 2 ? '(' : '');
  });
}

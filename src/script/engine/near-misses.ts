import type { ScriptNode } from './nodes.ts';
import { asName } from './suggest.ts';

/** Something in the words that looks as if it was meant to be a marker. */
export interface NearMiss {
  readonly line: number;
  /** As it is written. */
  readonly source: string;
  /** What stands inside it. */
  readonly inside: string;
}

/** Spellings that have no business in a message: other systems' markers, and blanks. */
const foreign = [
  /\{\{+\s*([^{}\n]*?)\s*\}\}+/g,
  /(?<!\{)\$?\{([^{}\n]+)\}(?!\})/g,
  /\[+([^[\]\n]+)\]+/g,
  /<+([a-z][\w .'-]*)>+/gi,
  /%([a-z][\w ]*)%/gi,
  /()_{3,}/g,
];
/** Brackets that people write in prose as well; suspicious only around the name of a field. */
const round = /(?<!\()\(\s*([^()\n]+?)\s*\)(?!\))/g;
/** Two brackets that drifted apart. */
const apart = /\(\s+\(\s*([^()\n]+?)\s*\)\s*\)|\(\s*\(\s*([^()\n]+?)\s*\)\s+\)/g;

/**
 * Finds what is nearly a marker in the words of a text: {{x}}, [x], <x>, %x%, ___, and single brackets
 * around the name of a field. Markers that are right, and brackets written with a backslash, are no
 * part of the words.
 *
 * @param nodes The parsed text.
 * @param known The names of the fields.
 * @returns The near misses in the order of the text. Never throws.
 */
export function nearMisses(nodes: readonly ScriptNode[], known: readonly string[]): NearMiss[] {
  const names = new Set(known);
  return nodes.flatMap((node): NearMiss[] => {
    if (node.kind === 'field') return [];
    if (node.kind === 'part') return nearMisses([...node.shown, ...(node.otherwise ?? [])], known);
    const found = [...foreign, apart].flatMap((pattern) => [...node.text.matchAll(pattern)]);
    found.push(...[...node.text.matchAll(round)].filter((match) => names.has(asName(match[1] ?? ''))));
    return found
      .sort((a, b) => a.index - b.index)
      .filter((match, i, all) => {
        const before = all[i - 1];
        return !before || before.index + before[0].length <= match.index;
      })
      .map((match) => ({
        line: node.line + node.text.slice(0, match.index).split('\n').length - 1,
        source: match[0],
        inside: match[1] ?? match[2] ?? '',
      }));
  });
}

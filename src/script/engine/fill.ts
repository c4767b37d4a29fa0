import { gapName } from './gaps.ts';
import type { ScriptNode } from './nodes.ts';
import { isFilled, write } from './values.ts';
import type { Fields, Settings, Values } from './values.ts';

/** A piece of a filled text: words, or a gap where a value is missing. */
export type Piece =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Whether the reader typed or chose it. Such text is never altered. */
      readonly typed: boolean;
    }
  | {
      readonly kind: 'gap';
      readonly name: string;
      /** What people call it, in the middle of a sentence. */
      readonly called: string;
    };

/** Stands where ((if …)), ((else)) or ((end)) stood, until white space is closed up. */
const seam = '\u0001';
/** Stands where a value or a gap goes, until white space is closed up. */
const slot = '\u0002';

/**
 * Puts the values into a text. Optional parts without a value are dropped, and the white space around
 * them closes up: no double blank line, no double space, no space before punctuation, no line that held
 * nothing but markers.
 *
 * @param nodes The parsed text.
 * @param fields The fields, for their kinds.
 * @param values What is filled in so far.
 * @param settings The locale and currency.
 * @returns The pieces in order; a marker that is shown and has no value is a gap. Never throws.
 */
export function fill(nodes: readonly ScriptNode[], fields: Fields, values: Values, settings: Settings): Piece[] {
  const slots: Piece[] = [];
  let draft = '';
  const walk = (list: readonly ScriptNode[]): void => {
    for (const node of list) {
      if (node.kind === 'text') draft += withoutSigns(node.text);
      else if (node.kind === 'part') {
        draft += seam;
        walk(isFilled(values[node.name]) ? node.shown : (node.otherwise ?? []));
        draft += seam;
      } else {
        const text = write(fields[node.name]?.kind, values[node.name], settings);
        const { name } = node;
        slots.push(
          text === undefined
            ? { kind: 'gap', name, called: gapName(name, fields[name]) }
            : { kind: 'text', text, typed: true },
        );
        draft += slot;
      }
    }
  };
  walk(nodes);
  return closeUp(draft)
    .split(slot)
    .flatMap((text, i): Piece[] => {
      const piece = slots[i];
      return [...(text === '' ? [] : [{ kind: 'text', text, typed: false } as const]), ...(piece ? [piece] : [])];
    });
}

/** The two signs have no place in a text; should one stand there, it goes. */
function withoutSigns(text: string): string {
  return text.replaceAll(seam, '').replaceAll(slot, '').replace(/\r\n?/g, '\n');
}

function closeUp(draft: string): string {
  return draft
    .replace(new RegExp(`^[ \\t]*${seam}[ \\t${seam}]*(\\n|$)`, 'gm'), '')
    .replaceAll(seam, '')
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/[ \t]+(?=[,;!?)]|[.:](?:[^\w.)]|$))/g, '')
    .trim();
}

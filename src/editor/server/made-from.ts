import { parse, stringify } from 'yaml';
import { headOfMadeFrom } from '../../cli/override.ts';
import type { Place } from '../api.ts';
import { isKeys } from '../engine/change-data.ts';
import { textOf } from './text-of.ts';

/** What the company's files were made from. It is written along, and nobody edits it. */
export const madeFrom: Place = { layer: 'company', file: 'overrides.yaml' };

/** Whether it is the list of what the company's files were made from. */
export const isMadeFrom = ({ layer, file }: Place): boolean => layer === madeFrom.layer && file === madeFrom.file;

/**
 * Puts the list of the desk together with the one that a command has written meanwhile: nobody could choose between them.
 * @returns the real list with what was changed on the desk; undefined when one of them cannot be read
 */
export function mergeMadeFrom(
  real: Buffer | undefined,
  base: Buffer | undefined,
  desk: Buffer | undefined,
): Buffer | undefined {
  const [now, then, mine] = [linesOf(real), linesOf(base), linesOf(desk)];
  if (!now || !then || !mine) return undefined;
  const kept = Object.entries(now).filter(([file]) => !(file in then) || file in mine);
  const changed = Object.entries(mine).filter(([file, digest]) => then[file] !== digest);
  return Buffer.from(headOfMadeFrom + stringify(Object.fromEntries([...kept, ...changed]), { sortMapEntries: true }));
}

function linesOf(bytes: Buffer | undefined): Record<string, unknown> | undefined {
  try {
    const data: unknown = parse(bytes ? textOf(bytes) : '') ?? {};
    return isKeys(data) ? { ...data } : undefined;
  } catch {
    return undefined;
  }
}

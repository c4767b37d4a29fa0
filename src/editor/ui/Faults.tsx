import type { JSX } from 'preact';
import type { FaultAt, Path } from '../api.ts';
import { labelOf } from '../engine/field-words.ts';
import { isSame, type Desk } from './desk.ts';
import { isWithin } from './is-within.ts';
import { idAt, useDesk } from './use-desk.ts';

/** The faults of the open file at a path, or within it. */
export const faultsAt = ({ open }: Desk, path: Path, how: 'at' | 'within' = 'at'): readonly FaultAt[] =>
  (open?.faults ?? []).filter(
    (fault) => fault.path && isWithin(path, fault.path) && (how === 'within' || fault.path.length === path.length),
  );

/** What is wrong with a field, directly at it. The field names it by `aria-describedby`. */
export function Faults({ path }: { readonly path: Path }): JSX.Element | null {
  const desk = useDesk();
  const faults = faultsAt(desk, path);
  if (faults.length === 0) return null;
  if (faults.every((fault) => desk.isStillToFill(fault)))
    return (
      <p class="still" id={`${idAt(path)}-fault`}>
        Still to fill
      </p>
    );
  return (
    <ul class="fault" id={`${idAt(path)}-fault`}>
      {faults.map(({ what, mend }) => (
        <li>
          <b>{what}</b> {mend}
        </li>
      ))}
    </ul>
  );
}

/** Where a fault is, in the form's own words: Questions › 2 › Why. */
const whereOf = ({ path, line }: FaultAt, isText: boolean): string =>
  (isText ? undefined : path)?.map((key) => (typeof key === 'number' ? String(key + 1) : labelOf(key))).join(' › ') ??
  (line === undefined ? 'Text' : `Line ${line}`);

/** A list of faults, each with the way to its field. */
export function FaultList(props: { readonly faults: readonly FaultAt[]; readonly onGo?: () => void }): JSX.Element {
  const desk = useDesk();
  const fileOf = (fault: FaultAt): string => desk.files?.files.find((one) => isSame(one, fault))?.title ?? fault.file;
  const go = (fault: FaultAt): void => {
    props.onGo?.();
    void desk.openFile(fault, fault.path ?? ['body'], fault.line);
  };
  return (
    <ul class="faults">
      {props.faults.map((fault) => (
        <li>
          <button type="button" class="link" onClick={() => go(fault)}>
            {isSame(fault, desk.open)
              ? whereOf(fault, desk.open?.data === undefined)
              : `${fileOf(fault)}: ${whereOf(fault, false)}`}
          </button>
          <b>{fault.what}</b> {fault.mend}
        </li>
      ))}
    </ul>
  );
}

import type { JSX } from 'preact';
import type { FaultAt, Path } from '../api.ts';
import type { Desk } from './desk.ts';
import { idAt, isWithin, useDesk } from './use-desk.ts';

/** The faults of the open file at a path, or within it. */
export const faultsAt = ({ open }: Desk, path: Path, how: 'at' | 'within' = 'at'): readonly FaultAt[] =>
  (open?.faults ?? []).filter(
    (fault) => fault.path && isWithin(path, fault.path) && (how === 'within' || fault.path.length === path.length),
  );

/** What is wrong with a field, directly at it. The field names it by `aria-describedby`. */
export function Faults({ path }: { readonly path: Path }): JSX.Element | null {
  const faults = faultsAt(useDesk(), path);
  if (faults.length === 0) return null;
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

/** A list of faults, each with the way to its field. */
export function FaultList({
  faults,
  onGo,
}: {
  readonly faults: readonly FaultAt[];
  readonly onGo?: () => void;
}): JSX.Element {
  const desk = useDesk();
  const titleOf = ({ layer, file }: FaultAt): string =>
    desk.files?.files.find((one) => one.layer === layer && one.file === file)?.title ?? file;
  const go = (fault: FaultAt): void => {
    onGo?.();
    void desk.openFile(fault, fault.path ?? ['body'], fault.line);
  };
  return (
    <ul class="faults">
      {faults.map((fault) => (
        <li>
          <button type="button" class="link" onClick={() => go(fault)}>
            {titleOf(fault)}
            {fault.line === undefined ? '' : `, line ${fault.line}`}
          </button>
          <b>{fault.what}</b> {fault.mend}
        </li>
      ))}
    </ul>
  );
}

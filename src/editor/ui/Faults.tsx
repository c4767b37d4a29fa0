import type { JSX } from 'preact';
import type { FaultAt, Path } from '../api.ts';
import { placeInWords } from '../engine/field-words.ts';
import { isSame, type Desk } from './desk.ts';
import { isWithin } from './is-within.ts';
import { idAt, useDesk } from './use-desk.ts';

/** The faults of the open file at a path, or within it. */
export const faultsAt = ({ open }: Desk, path: Path, how: 'at' | 'within' = 'at'): readonly FaultAt[] =>
  (open?.faults ?? []).filter(
    (fault) => fault.path && isWithin(path, fault.path) && (how === 'within' || fault.path.length === path.length),
  );

/** How much in a part is still to fill, and how much is wrong, for where it is closed. */
export function Counts({ faults }: { readonly faults: readonly FaultAt[] }): JSX.Element {
  const desk = useDesk();
  const still = faults.filter((fault) => desk.isStillToFill(fault)).length;
  const wrong = faults.length - still;
  return (
    <>
      {still > 0 && <small class="still">{still} still to fill</small>}
      {wrong > 0 && <small class="mark mark--fault">{wrong === 1 ? '1 fault' : `${wrong} faults`}</small>}
    </>
  );
}

/** What is wrong with a field, directly at it. The field names it by `aria-describedby`. */
export function Faults({ path }: { readonly path: Path }): JSX.Element | null {
  const desk = useDesk();
  const faults = faultsAt(desk, path);
  if (faults.length === 0) return null;
  if (faults.every((fault) => desk.isStillToFill(fault)))
    return (
      <p class="still" id={`${idAt(path)}-fault`}>
        <b>Still to fill.</b> {[...new Set(faults.map(({ mend }) => mend))].join(' ')}
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

/** Where a fault is in its file: the field in words, the line of a file that is shown as text, or the text of the page. */
function whereOf({ path, where, line }: FaultAt, isText: boolean): string {
  if (isText && line !== undefined) return `Line ${line}`;
  return where ?? (path ? placeInWords(path) : 'Text of the page');
}

interface LinkProps {
  readonly fault: FaultAt;
  /** What is done besides, as the keeper goes there. */
  readonly onGo?: (() => void) | undefined;
}

/** Where a fault is, as the way to its field. */
export function FaultLink({ fault, onGo }: LinkProps): JSX.Element {
  const desk = useDesk();
  const file = desk.files?.files.find((one) => isSame(one, fault));
  // A picture, an attachment or a stray file: there is nothing to open.
  if (!file) return <span class="faults__file">{fault.file}</span>;
  const where = whereOf(fault, isSame(fault, desk.open) && desk.open?.data === undefined);
  const go = (): void => {
    onGo?.();
    void desk.openFile(fault, fault.path ?? ['body'], fault.line);
  };
  return (
    <button type="button" class="link" onClick={go}>
      {isSame(fault, desk.open) ? where : `${file.title}: ${where}`}
    </button>
  );
}

/** A list of faults, each with the way to its field. Of what is still to fill it says only what to do. */
export function FaultList(props: { readonly faults: readonly FaultAt[]; readonly onGo?: () => void }): JSX.Element {
  const desk = useDesk();
  return (
    <ul class="faults">
      {props.faults.map((fault) => (
        <li>
          <FaultLink fault={fault} onGo={props.onGo} />
          {!desk.isStillToFill(fault) && <b>{fault.what}</b>} {fault.mend}
        </li>
      ))}
    </ul>
  );
}

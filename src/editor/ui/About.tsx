import type { JSX } from 'preact';
import type { Group } from '../engine/form.ts';
import { Counts } from './Faults.tsx';
import { Fields } from './Fields.tsx';
import { someOf } from './drawing.ts';
import { useDesk, useFold } from './use-desk.ts';

interface Props {
  readonly title: string;
  readonly form: Group;
  /** The fields that stand elsewhere. */
  readonly skip: readonly string[];
}

/** The fields of the whole file that are seldom changed, folded until one of them is wanted, gone to or faulty. */
export function About({ title, form, skip }: Props): JSX.Element {
  const { open: file } = useDesk();
  const isHere = (key: string | number | undefined): boolean =>
    key !== undefined && key !== 'body' && !skip.includes(String(key));
  const faults = (file?.faults ?? []).filter(({ path }) => isHere(path?.[0]));
  const fields = form.fields.filter(({ key }) => isHere(key));
  const [isOpen, open] = useFold(
    fields.map(({ key }) => [key]),
    { isWanted: faults.length > 0 },
  );
  const names = someOf(fields.map((field) => field.title));
  return (
    <section class="part">
      <h3>
        <button type="button" class="more__open" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
          {title} <small class="quiet">{names}</small>
          {!isOpen && <Counts faults={faults} />}
        </button>
      </h3>
      {isOpen && <Fields form={form} path={[]} skip={skip} />}
    </section>
  );
}

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Group } from '../engine/form.ts';
import { Fields } from './Fields.tsx';
import { someOf } from './drawing.ts';
import { useDesk } from './use-desk.ts';

interface Props {
  readonly title: string;
  readonly form: Group;
  /** The fields that stand elsewhere. */
  readonly skip: readonly string[];
}

/** The fields of the whole file that are seldom changed, folded until one of them is wanted, gone to or faulty. */
export function About({ title, form, skip }: Props): JSX.Element {
  const { goTo, open: file } = useDesk();
  const [isOpened, open] = useState(false);
  const isHere = (key: string | number | undefined): boolean =>
    key !== undefined && key !== 'body' && !skip.includes(String(key));
  const isOpen = isOpened || isHere(goTo?.path[0]) || (file?.faults ?? []).some(({ path }) => isHere(path?.[0]));
  const names = someOf(form.fields.filter(({ key }) => isHere(key)).map((field) => field.title));
  return (
    <section class="part">
      <h3>
        <button type="button" class="more__open" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
          {title} <small class="quiet">{names}</small>
        </button>
      </h3>
      {isOpen && <Fields form={form} path={[]} skip={skip} />}
    </section>
  );
}

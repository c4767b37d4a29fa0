import type { JSX } from 'preact';
import type { Form } from '../engine/form.ts';
import type { ListLook } from './drawing.ts';
import { Control } from './Fields.tsx';
import { treeIn } from './read-tree.ts';
import { useDesk } from './use-desk.ts';

/** The recorded cases of a tree: those with another result than is saved, or than their answers lead to, are marked. */
export function Cases({ form }: { readonly form: Form }): JSX.Element {
  const desk = useDesk();
  const { open } = desk;
  const tree = treeIn(open?.file ?? '');
  const headline = (outcome: string | null): string => desk.headlineOf(tree, outcome);
  const retold = (place: number) => open?.tree?.retold.find(({ at }) => at === place);
  const elsewhere = (place: number) => open?.tree?.elsewhere.find(({ at }) => at === place);
  const look: ListLook = {
    marks: (at) => [...(retold(at) ? ['new result'] : []), ...(elsewhere(at) ? ['leads elsewhere'] : [])],
    actions: (at) => {
      const [told, found] = [retold(at), elsewhere(at)];
      return (
        <>
          {told && (
            <span class="help entry__note">
              Saved is “{headline(told.was)}”, now it says “{headline(told.says)}”. See that the story fits.
            </span>
          )}
          {found && (
            <span class="help entry__note">
              It says “{headline(found.says)}”, and its answers lead to “{headline(found.is)}”.
            </span>
          )}
          {found && found.is !== null && (
            <button
              type="button"
              class="button--small"
              onClick={() => void desk.takeOutcomes([`trees/${tree}.yaml`], [found.id])}
            >
              Take the new result over
            </button>
          )}
        </>
      );
    },
  };
  return <Control form={form} path={[]} isRequired label="Cases" look={look} />;
}

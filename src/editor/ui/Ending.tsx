import type { JSX } from 'preact';
import { Dialog } from './Dialog.tsx';
import { treeIn } from './read-tree.ts';
import { useDesk } from './use-desk.ts';

/** Recorded cases end elsewhere than before: the keeper says whether they shall, before anything is saved. */
export function Ending({ onSave }: { readonly onSave: () => void }): JSX.Element {
  const desk = useDesk();
  const { ending } = desk;
  const close = (): void => desk.tell({ ending: [] });
  const trees = desk.files?.files.filter(({ file }) => file === ending[0]?.file) ?? [];
  const tree = trees.find(({ layer }) => layer === 'company') ?? trees[0];
  const headline = (file: string, id: string): string => desk.headlineOf(treeIn(file), id);
  const look = async (): Promise<void> => {
    close();
    if (tree) await desk.openFile(tree);
    // What they are stands below the title.
    setTimeout(() => document.getElementById('open-title')?.focus());
  };
  const takeOver = async (): Promise<void> => {
    await look();
    await desk.takeOutcomes([...new Set(ending.map(({ file }) => file))]);
  };
  return (
    <Dialog
      title={
        ending.length === 1 ? '1 recorded case now ends elsewhere' : `${ending.length} recorded cases now end elsewhere`
      }
      onClose={close}
    >
      <p>
        A case shows readers how a story comes to a result. With your change its answers come to another than it says.
      </p>
      <ul>
        {ending.map(({ file, title, was, is }) => (
          <li>
            <b>{title}</b>: recorded “{headline(file, was)}”, now “{headline(file, is)}”
          </li>
        ))}
      </ul>
      <p class="buttons">
        <button type="button" class="button--main" onClick={() => void look()}>
          Look at them first
        </button>
        <button type="button" onClick={() => void takeOver()}>
          {ending.length === 1 ? 'Take the new result over' : 'Take all new results over'}
        </button>
        <button type="button" onClick={onSave}>
          Save all the same
        </button>
      </p>
    </Dialog>
  );
}

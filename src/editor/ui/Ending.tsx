import type { JSX } from 'preact';
import { titleOf } from '../engine/field-words.ts';
import { Dialog } from './Dialog.tsx';
import { isUnanswered, toAnswerFirst } from './read-tree.ts';
import { useDesk } from './use-desk.ts';

/** Recorded cases end elsewhere than before: the keeper says whether they shall, before anything is saved. */
export function Ending({ onSave }: { readonly onSave: () => void }): JSX.Element {
  const desk = useDesk();
  const { ending } = desk;
  const close = (): void => desk.tell({ ending: [] });
  const trees = desk.files?.files.filter(({ file }) => file === ending[0]?.file) ?? [];
  const tree = trees.find(({ layer }) => layer === 'company') ?? trees[0];
  const headline = (file: string, id: string): string => {
    if (isUnanswered(id)) return toAnswerFirst;
    const named = `${file.replace(/^.*\/|\.yaml$/g, '')}/${id}`;
    return desk.files?.references.outcome.find((one) => one.id === named)?.title ?? titleOf(id);
  };
  const look = async (): Promise<void> => {
    close();
    if (tree) await desk.openFile(tree);
    // What they are stands below the title.
    setTimeout(() => document.getElementById('open-title')?.focus());
  };
  const takeOver = (): void => {
    close();
    void desk.takeOutcomes([...new Set(ending.map(({ file }) => file))]);
  };
  return (
    <Dialog
      title={
        ending.length === 1 ? '1 recorded case now ends elsewhere' : `${ending.length} recorded cases now end elsewhere`
      }
      onClose={close}
    >
      <ul>
        {ending.map(({ file, title, was, is }) => (
          <li>
            <b>{title}</b>: {headline(file, was)} → {headline(file, is)}
          </li>
        ))}
      </ul>
      <p class="buttons">
        <button type="button" class="button--main" onClick={onSave}>
          Save all the same
        </button>
        <button type="button" onClick={takeOver}>
          Take the new results over
        </button>
        <button type="button" onClick={() => void look()}>
          Look at them first
        </button>
      </p>
    </Dialog>
  );
}

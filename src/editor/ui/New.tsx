import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { NewFile } from '../api.ts';
import { Dialog } from './Dialog.tsx';
import { useDesk } from './use-desk.ts';

const kinds: readonly NewFile['kind'][] = ['guide', 'script', 'tree'];

/** Begins a new guide, script or tree. */
export function New({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const desk = useDesk();
  const topics = desk.files?.references.topic ?? [];
  const [kind, setKind] = useState<NewFile['kind']>('guide');
  const [title, setTitle] = useState('');
  const [topic, setTopic] = useState(topics[0]?.id ?? '');
  const submit = async (): Promise<void> => {
    if (await desk.become('new', { kind, title: title.trim(), ...(kind === 'tree' ? {} : { topic }) })) onClose();
  };
  return (
    <Dialog title="Begin something new" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <fieldset class="choices">
          <legend>What is it?</legend>
          {kinds.map((one) => (
            <label>
              <input type="radio" name="kind" checked={one === kind} onChange={() => setKind(one)} /> A {one}
            </label>
          ))}
        </fieldset>
        <p>
          <label for="new-title">Title</label>
          <input
            id="new-title"
            required
            maxLength={70}
            autocomplete="off"
            value={title}
            onInput={({ currentTarget }) => setTitle(currentTarget.value)}
          />
        </p>
        {kind !== 'tree' && (
          <p>
            <label for="new-topic">Topic</label>
            <select id="new-topic" value={topic} onChange={({ currentTarget }) => setTopic(currentTarget.value)}>
              {topics.map((one) => (
                <option value={one.id}>{one.title}</option>
              ))}
            </select>
          </p>
        )}
        <p class="help">Its address is made from the title and stays. It is a draft until it is written.</p>
        <p class="refused" role="status">
          {desk.isRefused && desk.said}
        </p>
        <p class="buttons">
          <button class="button--main">Begin</button>
          <button type="button" onClick={onClose}>
            Cancel
          </button>
        </p>
      </form>
    </Dialog>
  );
}

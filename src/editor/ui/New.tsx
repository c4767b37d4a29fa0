import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Change, Choice, NewFile } from '../api.ts';
import { valueAt } from './apply.ts';
import { Choices } from './Choices.tsx';
import { Dialog, Line } from './Dialog.tsx';
import { useDesk } from './use-desk.ts';

/** After so many months a page may be read through again; the form takes others. */
const monthsOffered = [1, 3, 6, 12, 24];

const kinds: readonly NewFile['kind'][] = ['guide', 'script', 'tree'];

/** Begins a new guide, script or tree. */
export function New({ onClose, onBegun }: { readonly onClose: () => void; readonly onBegun: () => void }): JSX.Element {
  const desk = useDesk();
  const { topic: topics = [], subject: subjects = [], point: points = [] } = desk.files?.references ?? {};
  const [kind, setKind] = useState<NewFile['kind']>('guide');
  const [title, setTitle] = useState('');
  const [topic, setTopic] = useState('');
  const [answers, setAnswers] = useState('');
  const [owner, setOwner] = useState('');
  const [months, setMonths] = useState('');
  const submit = async (): Promise<void> => {
    const file = { kind, title: title.trim(), ...(kind === 'tree' ? {} : { topic }) };
    const isPoint = points.some(({ id }) => id === answers);
    const upkeep: readonly Change[] = [
      { set: ['owner'], to: owner.trim() },
      { set: ['reviewEvery'], to: Number(months) },
    ];
    const chosen = (data: unknown): readonly Change[] =>
      file.kind === 'guide' ? [...upkeep, ...answering(answers, isPoint, data)] : upkeep;
    if (!(await desk.begin(file, chosen))) return;
    onClose();
    onBegun();
    // What is new is where the keeper goes on, once the dialog is gone.
    setTimeout(() => document.getElementById('open-title')?.focus());
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
        <Line id="new-title" label="Title" most={70} value={title} onText={setTitle} />
        {kind !== 'tree' && <Choose id="new-topic" label="Topic" choices={topics} value={topic} onChoice={setTopic} />}
        {kind === 'guide' && subjects.length + points.length > 0 && (
          <Choose
            id="new-answers"
            label="What it answers"
            help="What readers find in it: a point that one of the documents makes, or a subject that they leave out. Choose what is nearest; it can be changed, and more can be added, under “About the page”."
            choices={[...subjects.map((one) => ({ ...one, group: 'A subject beyond the documents' })), ...points]}
            value={answers}
            onChoice={setAnswers}
          />
        )}
        <Line
          id="new-owner"
          label="Who keeps it true"
          help="A role, not a person’s name. Choose one that keeps other pages, or write another."
          offers={desk.files?.owners ?? []}
          value={owner}
          onText={setOwner}
        />
        <Choose
          id="new-months"
          label="Read through again after"
          choices={monthsOffered.map((count) => ({
            id: `${count}`,
            title: count === 1 ? '1 month' : `${count} months`,
          }))}
          value={months}
          onChoice={setMonths}
        />
        <p class="help">Today counts as the day on which it was last read through.</p>
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

/** A list in which nothing is chosen for the keeper, and something has to be. */
function Choose({
  id,
  label,
  help,
  ...chosen
}: {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly onChoice: (id: string) => void;
}): JSX.Element {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {help && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      <Choices {...chosen} id={id} required empty="Choose …" aria-describedby={help && `${id}-help`} />
    </div>
  );
}

/** What a new guide says that it answers, in place of what its beginning says. */
function answering(id: string, isPoint: boolean, data: unknown): readonly Change[] {
  const [to, from] = isPoint ? (['covers', 'beyond'] as const) : (['beyond', 'covers'] as const);
  const gone: readonly Change[] = valueAt(data, [from]) === undefined ? [] : [{ remove: [from] }];
  return id === '' ? [] : [{ set: [to], to: [id] }, ...gone];
}

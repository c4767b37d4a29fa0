import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { OpenFile } from '../api.ts';
import { formOf } from '../engine/form.ts';
import { About } from './About.tsx';
import { Cases } from './Cases.tsx';
import { Elsewhere } from './Elsewhere.tsx';
import { FaultList } from './Faults.tsx';
import { Control, Fields } from './Fields.tsx';
import { Outline } from './Outline.tsx';
import { Prose } from './Prose.tsx';
import { elementAt, useDesk } from './use-desk.ts';

const allowed = [
  '**bold**, lists, tables, quotes and links, as in Markdown.',
  'On a line of its own: <Script id="…" />, <Fact id="…" />, <Tree id="…" />, <Danger />, <Ladder />.',
  'Around text: <Why>…</Why> and <Example>…</Example>.',
  'In a sentence: <Who role="…" /> and <Emergency />.',
  'A picture from the folder pictures: ![what it shows](/pictures/name.png).',
  'A file from the folder files: [the form](/files/form.pdf).',
];

/** What stands above the text of a page. */
const first = ['title', 'summary'];

/** The open file: what is to be said about it, and its form. */
export function FileEditor({ open }: { readonly open: OpenFile }): JSX.Element {
  const desk = useDesk();
  const { goTo } = desk;
  const form = useMemo(() => formOf(open.schema), [open.layer, open.file]);
  const firstLine = open.text.slice(0, open.text.length - (open.body ?? '').length).split('\n').length;

  useEffect(() => {
    if (!goTo) document.getElementById('open-title')?.focus();
  }, []);
  useEffect(() => {
    if (!goTo || goTo.path[0] === 'body' || open.data === undefined) return;
    // What the field is in opens first; the nearest that is there gets the focus.
    const timer = setTimeout(() => {
      for (let length = goTo.path.length; length > 0; length--) {
        const found = elementAt(goTo.path.slice(0, length));
        if (!found) continue;
        found.scrollIntoView({ block: 'center' });
        return found.focus({ preventScroll: true });
      }
    }, 60);
    return () => clearTimeout(timer);
  }, [goTo?.time]);

  const stepBack = async (): Promise<void> => {
    if (!desk.canStepBack) return;
    await desk.stepBack();
    // The button goes with the last change there was.
    setTimeout(() => document.activeElement === document.body && document.getElementById('open-title')?.focus());
  };
  const undo = (): void =>
    desk.tell({
      asking: {
        title: `Undo all changes to “${open.title}”?`,
        says: 'It is then as it was saved last. What you changed since is lost.',
        yes: 'Undo all changes',
        run: () => desk.give('undo', open),
      },
    });
  const remove = (): void =>
    desk.tell({
      asking: {
        title: `Remove “${open.title}”?`,
        says: 'Until you save you can take it back. Pages that lead to it are told as faults.',
        yes: 'Remove',
        run: () => desk.give('remove', open),
      },
    });
  const theirs = open.layer === 'company' ? desk.twinOf(open) : undefined;
  const isText = open.data === undefined;
  const faults = open.faults.filter((fault) => !desk.isStillToFill(fault));
  const still = [...desk.stillToFill, ...open.unwritten];
  return (
    <>
      <h2 tabIndex={-1} id="open-title">
        {open.title}
      </h2>
      <p class="quiet place">
        {open.file} {open.layer === 'company' && <small class="mark">your own</small>}{' '}
        {open.isDraft && <small class="mark">draft: left out of the site until it is written</small>}
      </p>
      {theirs && (
        <p>
          <button type="button" class="link" onClick={() => void desk.openFile(theirs)}>
            The playbook’s own text
          </button>
        </p>
      )}
      {open.isChangedBeneath && <ChangedBeneath file={open.file} />}
      {desk.isReadOnly ? (
        <OwnCopy open={open} />
      ) : (
        (open.unsaved || desk.canStepBack) && (
          <p class="buttons">
            <button
              type="button"
              class="button--small"
              title="Ctrl+Z, when no field is being written in"
              aria-disabled={!desk.canStepBack || undefined}
              onClick={() => void stepBack()}
            >
              Undo the last change
            </button>
            <button type="button" class="button--small" onClick={undo}>
              Undo all changes to this file
            </button>
          </p>
        )
      )}
      {desk.trouble && (
        <div class="note note--fault" role="alert">
          <p>
            <b>{desk.trouble.says}</b>{' '}
            {desk.trouble.isElsewhere
              ? 'This file was changed in another window while you typed. What you typed is still here.'
              : 'What you typed is still here.'}
          </p>
          <p class="buttons">
            <button type="button" class="button--small" onClick={() => void desk.tryAgain()}>
              {desk.trouble.isElsewhere ? 'Put my changes on top' : 'Try again'}
            </button>
            <button type="button" class="button--small" onClick={() => void desk.dropChanges()}>
              Drop them and show the file as it is
            </button>
          </p>
        </div>
      )}
      {open.elsewhere !== undefined && <Elsewhere open={open} theirs={open.elsewhere} />}
      {faults.length > 0 && (
        <section class="note note--fault" aria-labelledby="faults-title">
          <h3 id="faults-title">{faults.length === 1 ? 'One fault' : `${faults.length} faults`} to put right</h3>
          <FaultList faults={faults} />
        </section>
      )}
      {still.length > 0 && (
        <section class="note" aria-labelledby="still-title">
          <h3 id="still-title">{still.length} still to fill</h3>
          <FaultList faults={still} />
        </section>
      )}
      {isText ? (
        <Prose
          label="The whole file as text"
          help="Its form is broken, so it is shown as text. Once the faults above are put right, its fields are back."
          firstLine={1}
          value={desk.text}
          onText={(text) => desk.change({ text })}
        />
      ) : open.body !== undefined && form.kind === 'group' ? (
        <>
          <Fields
            form={form}
            path={[]}
            skip={form.fields.map(({ key }) => key).filter((key) => !first.includes(key))}
          />
          <Prose
            label="Text of the page"
            {...(open.kind === 'source' ? { help: 'Markdown: **bold**, lists and links.' } : { allowed })}
            hasTools
            firstLine={firstLine}
            value={desk.body}
            onText={(body) => desk.change({ body })}
          />
          <About title="About the page" form={form} skip={first} />
        </>
      ) : open.kind === 'tree' ? (
        <Outline form={form} />
      ) : open.kind === 'cases' ? (
        <Cases form={form} />
      ) : (
        <Control form={form} path={[]} isRequired label={open.title} />
      )}
      {!desk.isReadOnly && open.kind !== 'list' && (
        <p class="buttons">
          <button type="button" class="button--small" onClick={remove}>
            Remove this file
          </button>
        </p>
      )}
    </>
  );
}

/** The playbook's file has changed since the company's was made from it: where to see what, and how it is put away. */
function ChangedBeneath({ file }: { readonly file: string }): JSX.Element {
  return (
    <div class="note">
      <p>
        <b>The playbook’s own text has changed since yours was made.</b> To see what has changed, type at a terminal:
      </p>
      <p>
        <code>npm run override -- --changes {file}</code>
      </p>
      <p>Take over here what you want, and save. Then type this, and yours counts as made from today’s text:</p>
      <p>
        <code>npm run override -- {file}</code>
      </p>
    </div>
  );
}

/** What belongs to the playbook stays as it is: the way to the company's own. */
function OwnCopy({ open }: { readonly open: OpenFile }): JSX.Element {
  const desk = useDesk();
  const own = desk.twinOf(open);
  const isList = open.kind === 'list';
  return (
    <div class="note">
      <p>
        {isList
          ? 'This list belongs to the playbook. In your own you write what you add or say differently: the two are put together by their ids.'
          : 'This belongs to the playbook. In your own copy you can change it; a later edition of the playbook leaves yours as it is.'}
      </p>
      {own ? (
        <button type="button" onClick={() => void desk.openFile(own)}>
          Open your own
        </button>
      ) : (
        <button type="button" onClick={() => void desk.become('own', { file: open.file })}>
          {isList ? 'Begin our own list' : 'Make our own copy'}
        </button>
      )}
    </div>
  );
}

import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Choice, PictureAdded, Place } from '../api.ts';
import { titleOf } from '../engine/field-words.ts';
import { blockAt } from '../engine/put-in.ts';
import { askServer, Refusal } from './ask-server.ts';
import { toldApart } from './drawing.ts';
import { useDesk } from './use-desk.ts';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly help?: string;
  /** What may stand in it, folded until it is wanted. */
  readonly allowed?: readonly string[];
  /** Whether it is the text of a page, with tools for what may stand in one. */
  readonly hasTools?: boolean;
  /** In which line of the file it begins. */
  readonly firstLine: number;
  readonly onText: (text: string) => void;
}

/** A long text, with buttons that put in what its writer need not know by heart. */
export function Prose({ label, value, help, allowed, hasTools = false, firstLine, onText }: Props): JSX.Element {
  const desk = useDesk();
  const area = useRef<HTMLTextAreaElement>(null);
  const picture = useRef<HTMLInputElement>(null);
  const [isIn, setIn] = useState(false);
  const [typed, setTyped] = useState(value);
  const [putting, setPutting] = useState<'guide' | 'script' | 'tree' | 'fact' | undefined>();
  const { goTo } = desk;
  // At once: what is typed next goes into it.
  useLayoutEffect(() => setTyped(value), [desk.renewed]);

  useEffect(() => {
    // A fault names a line: that is shown and marked.
    const { current } = area;
    // A file that is shown as text has no other field.
    if (!current || !goTo || (goTo.path[0] !== 'body' && desk.open?.data !== undefined)) return;
    const lines = current.value.split('\n');
    const line = Math.max(0, Math.min(lines.length - 1, (goTo.line ?? firstLine) - firstLine));
    const start = lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0);
    current.focus();
    current.setSelectionRange(start, start + (lines[line] ?? '').length);
    current.scrollTop = (line / lines.length) * current.scrollHeight - current.clientHeight / 3;
  }, [goTo?.time]);

  /** Puts text in where the cursor is, as if it were typed, so that Ctrl+Z takes it back. */
  const put = (before: string, after = ''): void => {
    const { current } = area;
    if (!current) return;
    current.focus();
    const chosen = current.value.slice(current.selectionStart, current.selectionEnd);
    const text = before + chosen + after;
    // Deprecated, and the only way that keeps the browser's own undo.
    if (!document.execCommand('insertText', false, text)) {
      current.setRangeText(text, current.selectionStart, current.selectionEnd, 'end');
      current.dispatchEvent(new Event('input', { bubbles: true }));
    }
    if (after && chosen === '')
      current.setSelectionRange(current.selectionEnd - after.length, current.selectionEnd - after.length);
  };
  /** Puts something in on lines of its own. */
  const putBlock = (block: string, kind: 'picture' | 'component'): void => {
    const { current } = area;
    if (!current) return;
    const { at, text } = blockAt(current.value, current.selectionEnd, block, kind);
    current.setSelectionRange(at, at);
    put(text);
  };
  const tool = (name: string, press: () => void) => (
    <button type="button" class="button--small" disabled={desk.isReadOnly} onClick={press}>
      {name}
    </button>
  );
  const putComponent = (kind: 'script' | 'fact', id: string): void =>
    putBlock(`<${titleOf(kind)} id="${id}" />`, 'component');
  const choose = ({ id, title }: Choice): void => {
    const from = putting;
    setPutting(undefined);
    if (from === 'guide' || from === 'tree') linkTo(`/${from === 'guide' ? 'guides' : 'decide'}/${id}/`, title);
    if (from === 'script' || from === 'fact') putComponent(from, id);
  };
  /** Asks what a new script is called, begins it as a draft, and puts it in. */
  const beginScript = (): void =>
    desk.tell({
      asking: {
        title: 'Begin a new script',
        says: 'It begins as a draft. Write it before you save, unless this page is a draft too: readers find no drafts.',
        words: 'What it does, as its title',
        choice: { label: 'Topic', from: desk.files?.references.topic ?? [], first: '' },
        yes: 'Begin',
        run: async (title, topic) => {
          const made = await desk.beginBeside({ kind: 'script', title, topic });
          if (!made) return;
          putComponent('script', idOfFile(made));
          desk.tell({
            said: `Added: the script “${made.title}”, as a draft. It stands in the list: go there and fill it in.`,
          });
        },
      },
    });
  /** Links the words that are marked, or else the title of where it leads. */
  const linkTo = (address: string, title: string): void => {
    const { current } = area;
    if (current && current.selectionStart < current.selectionEnd) put('[', `](${address})`);
    else put(`[${title}](${address})`);
  };
  /** Asks what a picture shows, sends it and puts it in. What cannot be taken is told at once. */
  const askFor = async (file: File): Promise<void> => {
    const fault = await pictureFault(file);
    if (fault !== undefined) return desk.refuse(fault);
    desk.tell({
      asking: {
        title: 'Put in a picture',
        says: `${file.name}. Say it in a few words, for people who can’t see it.`,
        words: 'What does it show?',
        yes: 'Put it in',
        run: (shows) =>
          desk.attempt(async () => {
            const body = { name: file.name, data: await base64Of(file) };
            const { address } = await askServer<PictureAdded>('picture', body);
            putBlock(`![${shows.replace(/[[\]\\]/g, '\\$&')}](${address})`, 'picture');
          }),
      },
    });
  };
  return (
    <div class="prose-field">
      <label for="at.body">{label}</label>
      {hasTools && (
        <div class="buttons" role="group" aria-label="Put in">
          {tool('Heading', () => put('\n\n## '))}
          {tool('Bold', () => put('**', '**'))}
          {tool('List', () => put('\n- '))}
          {tool('Numbers', () => put('\n1. '))}
          {tool('Quote', () => put('\n> '))}
          {tool('Link to a guide', () => setPutting('guide'))}
          {tool('Link to a tree', () => setPutting('tree'))}
          {tool('Script', () => setPutting('script'))}
          {tool('Fact', () => setPutting('fact'))}
          {tool('Picture', () => picture.current?.click())}
          <input
            ref={picture}
            type="file"
            accept="image/png,image/jpeg,image/webp,image/gif,image/avif"
            hidden
            aria-label="The picture"
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              // So that the same one can be taken again.
              currentTarget.value = '';
              if (file) void askFor(file);
            }}
          />
          {putting && (
            <select
              aria-label={`Choose the ${putting}`}
              ref={(element) => element?.focus()}
              onChange={({ currentTarget }) => {
                if (currentTarget.value === newScript) {
                  setPutting(undefined);
                  return beginScript();
                }
                const chosen = desk.files?.references[putting].find(({ id }) => id === currentTarget.value);
                if (chosen) choose(chosen);
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Escape') return;
                setPutting(undefined);
                area.current?.focus();
              }}
            >
              <option value="">Choose the {putting} …</option>
              {putting === 'script' && <option value={newScript}>A new script …</option>}
              {toldApart(desk.files?.references[putting] ?? []).map(({ id, title }) => (
                <option value={id}>{title}</option>
              ))}
            </select>
          )}
        </div>
      )}
      {help && (
        <p class="help" id="at.body-help">
          {help}
        </p>
      )}
      {allowed && (
        <details class="help">
          <summary>What may stand in the text</summary>
          <ul>
            {allowed.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
        </details>
      )}
      <textarea
        id="at.body"
        ref={area}
        class="prose-field__text"
        rows={24}
        spellcheck
        readOnly={desk.isReadOnly}
        aria-describedby={help ? 'at.body-help' : undefined}
        value={isIn ? typed : value}
        onFocus={() => (setTyped(value), setIn(true))}
        onBlur={() => setIn(false)}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
          onText(currentTarget.value);
        }}
      />
    </div>
  );
}

/** Chosen in place of a script that there is. No id has such a sign in it. */
const newScript = '+script';

/** The id of a script, which is the name of its file. */
const idOfFile = ({ file }: Place): string => file.replace(/^.*\/|\.yaml$/g, '');

/** The largest picture that is taken, in MB. */
const most = 10;

/** Why a file cannot be taken as a picture, before anybody has described it. */
async function pictureFault(file: File): Promise<string | undefined> {
  const { name, size, type } = file;
  const megabytes = size / 1_000_000;
  if (megabytes > most) return `${name} has ${megabytes.toFixed(1)} MB. Save it smaller: at most ${most} MB.`;
  const isShown = await createImageBitmap(file).then(
    (picture) => (picture.close(), type !== 'image/svg+xml'),
    () => false,
  );
  return isShown ? undefined : `${name} is no picture that pages show. Save it as PNG, JPEG, WebP, GIF or AVIF.`;
}

/** A file in base64, without what a data address has in front. */
const base64Of = (file: File): Promise<string> =>
  new Promise((tell, fail) => {
    const reader = new FileReader();
    reader.onload = () => tell((reader.result as string).replace(/^[^,]*,/, ''));
    reader.onerror = () => fail(new Refusal(0, `${file.name} cannot be read.`));
    reader.readAsDataURL(file);
  });

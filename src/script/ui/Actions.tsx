import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { script as texts } from '../../i18n/en.ts';
import { copyText, selectText } from '../../site/client/copy.ts';
import type { CopyContent } from '../../site/client/copy.ts';
import { fileName } from '../engine/file-name.ts';
import { gaps } from '../engine/gaps.ts';
import { toCopy, toEml, toMailLink, toTextFile } from '../engine/message.ts';
import type { Message } from '../engine/message.ts';
import { oneLine } from '../engine/plain.ts';
import type { VariantData } from '../../content/schemas/script.ts';
import { CallMode } from './CallMode.tsx';
import { download } from './download.ts';

interface Props {
  /** The start of all ids of this script on the page. */
  prefix: string;
  script: string;
  variant: VariantData;
  /** What the variant is called. */
  name: string;
  message: Message;
  labels: Readonly<Record<string, string>>;
  /** The id of the input of a field. */
  inputId: (field: string) => string;
  text: RefObject<HTMLElement>;
  subject: RefObject<HTMLElement>;
}

type Action = keyof typeof texts.actions;

/** The ways out for the words. Whatever would take a gap along asks once more. */
export function Actions({ prefix, script, variant, name, message, labels, inputId, text, subject }: Props) {
  const [asked, ask] = useState<{ action: Action; words: string }>();
  const [said, say] = useState({ what: '', words: '' });
  const [calling, call] = useState(false);
  const words = toTextFile(message);
  const mail = toMailLink(message);
  // What was asked or said holds for the words as they were. Once they change, it is gone.
  const asking = asked?.words === words ? asked.action : undefined;
  const status = said.words === words ? said.what : '';
  const tell = (what: string): void => say({ what, words });

  const gapsIn = (action: Action): readonly string[] =>
    action === 'copySubject' ? gaps(message.subject ?? []) : action === 'copy' ? gaps(message.text) : message.gaps;
  const count = (action: Action): string => texts.gaps(gapsIn(action).length);
  const labelOf = (action: Action): string =>
    asking === action ? texts.withGaps(texts.actions[action], count(action)) : texts.actions[action];

  /** Whether an action may go ahead: nothing is missing, or the reader has pressed it a second time. */
  const mayGo = (action: Action): boolean => {
    if (gapsIn(action).length === 0 || asking === action) {
      ask(undefined);
      return true;
    }
    ask({ action, words });
    tell(texts.notDoneYet(count(action)));
    return false;
  };
  const copy = async (action: Action, what: string, content: CopyContent, shown: Element | null): Promise<void> => {
    if (!mayGo(action)) return;
    tell('');
    if (await copyText(content)) {
      tell(gapsIn(action).length > 0 ? texts.isCopiedWithGaps(what, count(action)) : texts.isCopied(what));
    } else {
      if (shown) selectText(shown);
      tell(texts.copyRefused);
    }
  };
  const save = (action: Action, ending: 'txt' | 'eml', content: string | undefined): void => {
    if (content === undefined || !mayGo(action)) return;
    const file = fileName(script, variant.id, ending);
    download(file, ending === 'txt' ? 'text/plain;charset=utf-8' : 'message/rfc822', content);
    tell(texts.downloadStarted(file));
  };

  return (
    <div class="script__out no-print">
      <div class="script__actions">
        <button
          type="button"
          class="button--main"
          onClick={() =>
            void copy('copy', mail ? texts.theTextWithoutSubject : texts.theText, toCopy(message), text.current)
          }
        >
          {labelOf('copy')}
        </button>
        {message.subject && (
          <button
            type="button"
            onClick={() =>
              void copy('copySubject', texts.theSubject, { plain: oneLine(message.subject ?? []) }, subject.current)
            }
          >
            {labelOf('copySubject')}
          </button>
        )}
        {mail && (
          <a
            class="button"
            role="link"
            href={mail.fits ? mail.address : undefined}
            aria-disabled={!mail.fits}
            aria-describedby={mail.fits ? undefined : `${prefix}-too-long`}
            onClick={(event) => {
              if (!mayGo('openInMail')) event.preventDefault();
            }}
          >
            {labelOf('openInMail')}
          </a>
        )}
        <button type="button" onClick={() => save('downloadText', 'txt', toTextFile(message))}>
          {labelOf('downloadText')}
        </button>
        {mail && (
          <button type="button" onClick={() => save('downloadMail', 'eml', toEml(message))}>
            {labelOf('downloadMail')}
          </button>
        )}
        {(variant.channel === 'phone' || variant.channel === 'in-person') && (
          <button type="button" onClick={() => call(true)}>
            {texts.callMode}
          </button>
        )}
      </div>
      {mail && !mail.fits && (
        <p class="quiet" id={`${prefix}-too-long`}>
          {texts.tooLongForMail}
        </p>
      )}
      {asking && (
        <p>
          {`${texts.stillMissing} `}
          {gapsIn(asking).map((gap, i) => (
            <>
              {i > 0 && ', '}
              <a
                href={`#${inputId(gap)}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(inputId(gap))?.focus();
                }}
              >
                {labels[gap] ?? gap}
              </a>
            </>
          ))}
        </p>
      )}
      <p class="script__status" role="status">
        {status}
      </p>
      {calling && <CallMode id={prefix} title={name} message={message} labels={labels} onClose={() => call(false)} />}
    </div>
  );
}

import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { script as texts } from '../../i18n/en.ts';
import { copyText, selectText } from '../../site/client/copy.ts';
import type { CopyContent } from '../../site/client/copy.ts';
import { gaps } from '../engine/gaps.ts';
import { toCopy, toMailLink, toTextFile } from '../engine/message.ts';
import type { Message } from '../engine/message.ts';
import { oneLine } from '../engine/plain.ts';
import type { VariantData } from '../../content/schemas/script.ts';
import type { CallMode } from './CallMode.tsx';
import type { Ending } from './save.ts';

interface Props {
  /** The start of all ids of this script on the page. */
  prefix: string;
  script: string;
  variant: VariantData;
  /** What the variant is called. */
  name: string;
  message: Message;
  /** Whether it is said, not sent. */
  spoken: boolean;
  /** Whether there is little room: the bar holds one action, the gaps, and the rest folded. */
  narrow: boolean;
  /** Whether it stands inside another page, whose own action it must not cover. */
  embedded: boolean;
  /** Whether the page is one to pass on. */
  shared?: boolean | undefined;
  /** What the gaps are called. */
  called: (field: string) => string;
  onGap: (field: string) => void;
  text: RefObject<HTMLElement>;
  subject: RefObject<HTMLElement>;
}

/** What was copied, or what went wrong: the browser does not let the page copy, or a part of its code did not load. */
type Said = 'text' | 'subject' | 'refused' | 'lost';

/** The ways out for the words. Each says from the start what it takes along: with gaps, how many. */
export function Actions(props: Props) {
  const { prefix, script, variant, name, message, spoken, narrow, embedded, shared, called, onGap, text, subject } =
    props;
  const [said, say] = useState<{ what: Said; words: string }>();
  // Its code loads when it is wanted.
  const [Calling, call] = useState<{ readonly Mode: typeof CallMode }>();
  const words = toTextFile(message);
  const mail = toMailLink(message);
  const missing = gaps(message.text);
  // With little room the gaps come first: filling them is what brings one to the words.
  const toFill = narrow && message.gaps.length > 0;
  // What was said holds for the words as they were. Once they change, it is gone.
  const told = said?.words === words ? said.what : undefined;
  const trouble = told === 'refused' ? texts.copyRefused : told === 'lost' ? texts.lost : undefined;

  const copy = async (what: 'text' | 'subject', content: CopyContent, shown: Element | null): Promise<void> => {
    if (await copyText(content)) return say({ what, words });
    // The reader copies by hand what stands there: gaps then have their brackets.
    shown?.classList.add('is-by-hand');
    if (shown) selectText(shown);
    say({ what: 'refused', words });
  };
  const lost = (): void => say({ what: 'lost', words });
  const openCall = (): Promise<void> => import('./CallMode.tsx').then(({ CallMode: Mode }) => call({ Mode }), lost);
  const save = (ending: Ending): Promise<void> =>
    import('./save.ts').then((code) => code.saveMessage(script, variant.id, ending, message), lost);
  const share = (button: HTMLElement): Promise<void> =>
    import('../../embed/client/share.ts').then((code) => code.openShare(button), lost);

  const copyButton = (
    <button
      type="button"
      class={spoken ? 'script__copy' : toFill ? '' : 'button--main'}
      onClick={() => void copy('text', toCopy(message), text.current)}
    >
      {told === 'text'
        ? texts.copied
        : missing.length > 0
          ? texts.copyWith(texts.gaps(missing.length))
          : spoken
            ? texts.copyWords
            : texts.copy}
    </button>
  );
  const fillButton = narrow && message.gaps[0] !== undefined && (
    <button type="button" class={spoken ? '' : 'button--main'} onClick={() => onGap(message.gaps[0] ?? '')}>
      {texts.fillGaps(message.gaps.length)}
    </button>
  );
  const mailLink = mail && (
    <a
      class="button"
      role={mail.fits ? undefined : 'link'}
      href={mail.fits ? mail.address : undefined}
      aria-disabled={!mail.fits}
      aria-describedby={mail.fits ? undefined : `${prefix}-too-long`}
    >
      {texts.openInMail}
    </a>
  );
  return (
    <>
      <div class={`script__out no-print${embedded ? '' : ' action-bar'}`}>
        {spoken && (
          <button type="button" class="button--main" onClick={() => void openCall()}>
            {texts.callMode}
          </button>
        )}
        {!spoken && fillButton}
        {copyButton}
        {!narrow && mailLink}
        <More>
          {spoken && fillButton}
          {narrow && mailLink}
          {message.subject && (
            <button
              type="button"
              onClick={() => void copy('subject', { plain: oneLine(message.subject ?? []) }, subject.current)}
            >
              {told === 'subject' ? texts.copied : texts.copySubject}
            </button>
          )}
          <button type="button" onClick={() => void save('txt')}>
            {texts.downloadText}
          </button>
          {mail && (
            <button type="button" onClick={() => void save('eml')}>
              {texts.downloadMail}
            </button>
          )}
          {shared && (
            <button type="button" onClick={({ currentTarget }) => void share(currentTarget)}>
              {texts.share}
            </button>
          )}
        </More>
      </div>
      <div class="script__left no-print">
        {trouble ? (
          <p>{trouble}</p>
        ) : message.gaps.length > 0 ? (
          <p>
            {texts.gapsLeft(message.gaps.length)}{' '}
            {message.gaps.map((gap, i) => (
              <>
                {i > 0 && ', '}
                <button type="button" class="script__link" onClick={() => onGap(gap)}>
                  {called(gap)}
                </button>
              </>
            ))}
          </p>
        ) : (
          mail && !mail.fits && <p id={`${prefix}-too-long`}>{texts.tooLongForMail}</p>
        )}
      </div>
      <p class="visually-hidden" role="status">
        {trouble ?? (told && texts.isCopied(told === 'subject' ? texts.theSubject : texts.theText, missing.length))}
      </p>
      {Calling && <Calling.Mode id={prefix} title={name} message={message} onClose={() => call(undefined)} />}
    </>
  );
}

/** The ways out that are seldom wanted, in a menu that a press beside it or Escape closes. */
function More({ children }: { children: ComponentChildren }) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = ({ target }: Event): void => {
      if (menu.current?.open && !(target instanceof Node && menu.current.contains(target))) menu.current.open = false;
    };
    document.addEventListener('click', close);
    return () => document.removeEventListener('click', close);
  }, []);
  return (
    <details
      class="more"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !menu.current?.open) return;
        menu.current.open = false;
        menu.current.querySelector('summary')?.focus();
      }}
    >
      <summary class="button">{texts.more}</summary>
      <div class="more__menu">{children}</div>
    </details>
  );
}

import { useRef, useState } from 'preact/hooks';
import type { JSX } from 'preact';
import { treeResult as words } from '../../i18n/en.ts';
import { copyText, selectText, type CopyContent } from '../../site/client/copy.ts';
import { writeLink } from '../engine/link.ts';
import { lookAgain } from '../engine/look-again.ts';
import { memoHtml, memoMarkdown, memoOf, memoText } from '../engine/memo.ts';
import type { Result } from '../engine/result.ts';
import type { OutcomeText, Tree } from '../engine/tree.ts';
import type { Answers, Path } from '../engine/walk.ts';
import type { WalkLinks } from './links.ts';
import { MemoPaper } from './MemoPaper.tsx';

/** What a link to these answers holds. */
interface LinkTo {
  readonly tree: Tree;
  readonly answers: Answers;
  readonly known: readonly string[];
}

/** Today where the reader is, written 2026-11-20. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** Writes a day with its weekday. */
const dayIn =
  (locale: string) =>
  (iso: string): string =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(iso));

const addressOf = (self: string, { tree, answers, known }: LinkTo): string =>
  new URL(self + writeLink(tree, answers, null, known), location.href).href;

interface ReviewProps {
  readonly outcome: OutcomeText;
  /** The tree's own page. */
  readonly link: string;
  readonly fragment: LinkTo;
  readonly locale: string;
}

/** The day to look again, and its entry for a calendar. Its title tells nobody what is being decided. */
export function ReviewDate({ outcome, link, fragment, locale }: ReviewProps): JSX.Element {
  const [said, setSaid] = useState('');
  const again = lookAgain(outcome, today());
  const remind = async (): Promise<void> => {
    try {
      const { downloadReminder } = await import('./calendar.ts');
      downloadReminder({
        day: again.day,
        file: words.calendarFile(again.day),
        title: words.calendarTitle,
        description: `${again.at}\n\n${addressOf(link, fragment)}`,
      });
      setSaid(words.calendarDone);
    } catch {
      setSaid(words.calendarFailed);
    }
  };
  return (
    <section class="result__part result__review">
      <h3>{words.reviewDate}</h3>
      <p>
        <time dateTime={again.day}>{dayIn(locale)(again.day)}</time>: {again.at}
      </p>
      <p class="result__buttons no-print">
        <button type="button" onClick={() => void remind()}>
          {words.addToCalendar}
        </button>{' '}
        <span role="status">{said}</span>
      </p>
    </section>
  );
}

interface TakeAlongProps extends LinkTo {
  readonly path: Path;
  readonly result: Result;
  readonly links: WalkLinks;
  readonly locale: string;
}

/** What the reader takes along: the memo, the link, the print. */
export function TakeAlong({ tree, answers, known, path, result, links, locale }: TakeAlongProps): JSX.Element {
  const [said, setSaid] = useState('');
  const shown = useRef<HTMLPreElement>(null);
  const day = dayIn(locale);
  const date = today();
  const link = addressOf(links.self, { tree, answers, known });
  const memo = memoOf(tree, path, result, { date, link, day });
  const text = memoText(memo);

  const copy = async (done: string, content: CopyContent): Promise<void> => {
    if (await copyText(content)) return setSaid(done);
    setSaid(words.copyFailed);
    const box = shown.current?.closest('details');
    if (!shown.current || !box) return;
    box.open = true;
    shown.current.textContent = content.plain;
    selectText(shown.current);
  };

  return (
    <section class="result__part result__memo">
      <h3>{words.memo}</h3>
      <p class="no-print">{words.memoSummary}</p>
      <div class="result__buttons">
        <button type="button" onClick={() => void copy(words.memoCopied, { plain: text, html: memoHtml(memo) })}>
          {words.copyForEmail}
        </button>
        <button type="button" onClick={() => void copy(words.memoCopied, { plain: text })}>
          {words.copyText}
        </button>
        <button type="button" onClick={() => void copy(words.memoCopied, { plain: memoMarkdown(memo) })}>
          {words.copyMarkdown}
        </button>
        <button type="button" onClick={() => void copy(words.linkCopied, { plain: link })}>
          {words.copyLink}
        </button>
        <button type="button" onClick={() => print()}>
          {words.print}
        </button>
      </div>
      <p class="result__said" role="status">
        {said}
      </p>
      <details class="no-print">
        <summary>{words.readMemo}</summary>
        <pre class="result__memo-text" ref={shown}>
          {text}
        </pre>
      </details>
      <MemoPaper memo={memo} />
    </section>
  );
}

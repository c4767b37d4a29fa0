import { useRef, useState } from 'preact/hooks';
import type { JSX } from 'preact';
import { treeResult as words } from '../../i18n/en.ts';
import { copyText, selectText, type CopyContent } from '../../site/client/copy.ts';
import { writeLink } from '../engine/link.ts';
import { workday } from '../engine/look-again.ts';
import { memoHtml, memoMarkdown, memoText, type Memo } from '../engine/memo.ts';
import type { Result } from '../engine/result.ts';
import type { Tree } from '../engine/tree.ts';
import type { Answers } from '../engine/walk.ts';
import { Compare } from './Compare.tsx';
import type { WalkLinks } from './links.ts';
import { whole } from './whole.ts';

/** Writes a day with its weekday. */
export const dayIn =
  (locale: string) =>
  (iso: string): string =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(iso));

/** The same without its year, for a day that is near. */
const nearDay = (locale: string, iso: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(iso),
  );

interface ReviewProps {
  /** The day to look again, and what changes it. */
  readonly day: string;
  readonly onDay: (day: string) => void;
  /** Today. */
  readonly now: string;
  readonly at: string;
  /** What opens these answers. */
  readonly link: string;
  readonly locale: string;
}

/** The day to look again, and its entry for a calendar. Its title tells nobody what is being decided. */
export function ReviewDate({ day, onDay, now, at, link, locale }: ReviewProps): JSX.Element {
  const [said, setSaid] = useState('');
  const remind = async (): Promise<void> => {
    try {
      const { downloadReminder } = await import('./calendar.ts');
      downloadReminder({
        day,
        file: words.calendarFile(day),
        title: words.calendarTitle,
        description: `${at}\n\n${link}`,
      });
      setSaid(words.calendarDone);
    } catch {
      setSaid(words.calendarFailed);
    }
  };
  return (
    <section class="sheet result__review">
      <h2>{words.lookAgain}</h2>
      <p>
        <strong>
          <time dateTime={day}>{nearDay(locale, day)}</time>:
        </strong>{' '}
        {at}
      </p>
      <p class="no-print">
        <button type="button" class="button--small" onClick={() => void remind()}>
          {words.addToCalendar}
        </button>{' '}
        <span role="status" class="quiet">
          {said}
        </span>
      </p>
      <details class="no-print">
        <summary>{words.changeDate}</summary>
        <input
          type="date"
          aria-label={words.changeDate}
          min={now}
          value={day}
          onChange={({ currentTarget: { value } }) => {
            setSaid('');
            if (value) onDay(workday(value));
          }}
        />
      </details>
    </section>
  );
}

interface ShareProps {
  readonly tree: Tree;
  readonly answers: Answers;
  readonly decides: Result['decides'];
  readonly memo: Memo;
  /** What opens these answers. */
  readonly link: string;
  readonly links: WalkLinks;
  /** What stands before the walk's own fragment; nothing on the site. */
  readonly root: string;
}

/** What the reader shows to others: the memo on paper or copied, and the questions for them to answer. */
export function Share({ tree, answers, decides, memo, link, links, root }: ShareProps): JSX.Element {
  const [said, setSaid] = useState('');
  const shown = useRef<HTMLPreElement>(null);
  const text = memoText(memo);

  const copy = async (done: string, content: CopyContent): Promise<void> => {
    if (await copyText(content)) return setSaid(done);
    setSaid(words.copyFailed);
    if (!shown.current) return;
    for (const fold of [shown.current.closest('details'), shown.current.closest<HTMLDetailsElement>('.result__more')])
      if (fold) fold.open = true;
    shown.current.textContent = content.plain;
    selectText(shown.current);
  };

  return (
    <section class="sheet result__memo no-print" id="share" tabIndex={-1}>
      <h2>{words.showIt[decides ?? 'unknown']}</h2>
      <p class="quiet">{words.memoSummary}</p>
      <p class="result__buttons">
        <button type="button" class="button--small button--main" onClick={() => print()}>
          {words.print}
        </button>
        <button
          type="button"
          class="button--small"
          onClick={() => void copy(words.memoCopied, { plain: text, html: memoHtml(memo) })}
        >
          {words.copyMemo}
        </button>
        <button
          type="button"
          class="button--small"
          onClick={() =>
            void copy(words.apartCopied, { plain: whole(links.self + writeLink(tree, {}, null, [], answers)) })
          }
        >
          {words.askApart}
        </button>
      </p>
      <p class="result__said" role="status">
        {said}
      </p>
      <p class="quiet">{words.apartSays}</p>
      <details class="result__more">
        <summary>{words.more}</summary>
        <p class="result__buttons">
          <button
            type="button"
            class="button--small"
            onClick={() => void copy(words.memoCopied, { plain: memoMarkdown(memo) })}
          >
            {words.copyMarkdown}
          </button>
          <button type="button" class="button--small" onClick={() => void copy(words.linkCopied, { plain: link })}>
            {words.copyLink}
          </button>
        </p>
        <details>
          <summary>{words.readMemo}</summary>
          <pre class="result__memo-text" tabIndex={0} ref={shown}>
            {text}
          </pre>
        </details>
        <details>
          <summary>{words.compare}</summary>
          <Compare tree={tree} mine={answers} links={links} root={root} />
        </details>
      </details>
    </section>
  );
}

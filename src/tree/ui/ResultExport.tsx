import { useRef, useState } from 'preact/hooks';
import type { JSX } from 'preact';
import { copyText, selectText } from '../../site/client/copy.ts';
import { writeLink } from '../engine/link.ts';
import { lookAgain } from '../engine/look-again.ts';
import { memoMarkdown, memoText } from '../engine/memo.ts';
import type { OutcomeText, Tree } from '../engine/tree.ts';
import type { Answers } from '../engine/walk.ts';
import type { WalkLinks } from './links.ts';

interface Props {
  readonly tree: Tree;
  readonly answers: Answers;
  readonly outcome: OutcomeText;
  readonly links: WalkLinks;
  readonly locale: string;
}

/** Today where the reader is, written 2026-11-20. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** What the reader takes along: the day to look again, the memo, the link. */
export function Keep({ tree, answers, outcome, links, locale }: Props): JSX.Element {
  const [said, setSaid] = useState('');
  const memo = useRef<HTMLPreElement>(null);
  const day = (iso: string): string =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso));
  const date = today();
  const link = new URL(links.self + writeLink(tree, answers), location.href).href;
  const again = lookAgain(outcome, date);
  const about = { outcome, date, link, day };
  const text = memoText(tree, answers, about);

  const copy = (what: string, plain: string) => async (): Promise<void> => {
    if (await copyText({ plain })) return setSaid(`${what} copied.`);
    setSaid(`Your browser did not copy. Open the memo below and copy it by hand.`);
    const box = memo.current?.closest('details');
    if (!memo.current || !box) return;
    box.open = true;
    memo.current.textContent = plain;
    selectText(memo.current);
  };
  const remind = async (): Promise<void> => {
    try {
      const { downloadReminder } = await import('./calendar.ts');
      downloadReminder({
        day: again.day,
        title: `Look again: ${tree.text.title}`,
        description: `${again.at}\n\n${link}`,
      });
      setSaid('The calendar file is in your downloads.');
    } catch {
      setSaid('The calendar file could not be made. Note the day by hand.');
    }
  };

  return (
    <>
      <section class="result__part result__look-again">
        <h3>When to look again</h3>
        <p>
          On <time dateTime={again.day}>{day(again.day)}</time>: {again.at}
        </p>
        <button type="button" onClick={remind}>
          Put it in my calendar (.ics)
        </button>
      </section>
      <section class="result__part result__memo">
        <h3>Memo for your manager</h3>
        <p class="no-print">The result on one page, with the reasons for and against and a line to sign.</p>
        <div class="result__buttons">
          <button type="button" onClick={copy('The memo was', text)}>
            Copy as text
          </button>
          <button type="button" onClick={copy('The memo was', memoMarkdown(tree, answers, about))}>
            Copy as Markdown
          </button>
          <button type="button" onClick={copy('The link was', link)}>
            Copy the link
          </button>
          <button type="button" onClick={() => print()}>
            Print
          </button>
        </div>
        <p class="result__said" role="status">
          {said}
        </p>
        <details class="no-print">
          <summary>Read the memo</summary>
          <pre class="result__memo-text" ref={memo}>
            {text}
          </pre>
        </details>
        <div class="result__sign">
          <p>
            {day(date)}. From “{tree.text.title}”, version {tree.text.version}. {link}
          </p>
          <p>Agreed / not agreed / agreed with changes: ______________________</p>
          <p>Name and date: ______________________</p>
        </div>
      </section>
    </>
  );
}

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { JSX } from 'preact';
import { tree as words } from '../../i18n/en.ts';
import { readLink, writeLink } from '../engine/link.ts';
import { indexTree } from '../engine/tree.ts';
import { answer, atMostMore, walk } from '../engine/walk.ts';
import { Dropped } from './Dropped.tsx';
import { useFragment } from './fragment.ts';
import type { ResultText, WalkText } from './links.ts';
import { QuestionForm } from './QuestionForm.tsx';
import type { Result } from './Result.tsx';
import { SoFar } from './AnswerSummary.tsx';
import { Start } from './IntroPanel.tsx';

/** What is shown below the headline of an outcome: the code that draws it, and its text. */
export interface ResultParts {
  readonly Result: typeof Result;
  readonly text: ResultText;
}

interface Props extends WalkText {
  /** Loads what results need. Called at once, so that it is there long before the last answer. */
  readonly loadResult: () => Promise<ResultParts>;
}

/** A tree to walk: the start, then one question a step, then the result. All of it is derived from the address. */
export function TreeWalk({ tree: text, links, locale, place: root = '', loadResult }: Props): JSX.Element {
  const [parts, setParts] = useState<ResultParts | 'loading' | 'failed'>('loading');
  const tree = useMemo(() => indexTree(text), [text]);
  const { now, alive, moved, go } = useFragment(root);
  const opened = useMemo(() => readLink(tree, now ?? ''), [tree, now]);
  const path = useMemo(() => walk(tree, opened.answers), [tree, opened]);
  const heading = useRef<HTMLHeadingElement>(null);
  const pageTitle = useRef('');

  const back = path.steps.find(({ question }) => question.id === opened.at);
  const question = back?.question ?? path.question;
  const place = back ? path.steps.indexOf(back) : path.steps.length;
  const before = path.steps[place - 1]?.question.id;

  const setTitle = (what: string | null): void => {
    pageTitle.current ||= document.title;
    document.title = what === null ? pageTitle.current : `${what} – ${pageTitle.current}`;
  };
  useEffect(() => {
    setTitle(now === null ? null : (question?.ask ?? path.outcome?.headline ?? null));
    if (moved) heading.current?.focus();
  }, [now]);

  useEffect(() => void loadResult().then(setParts, () => setParts('failed')), []);

  if (now === null)
    return <Start tree={text} begin={alive ? `${root}#v=${text.version}` : links.worksheet} heading={heading} />;
  const link = (at: string | null = null): string => root + writeLink(tree, opened.answers, at);
  const { outcome } = path;
  return (
    <div class="tree">
      <Dropped opened={opened} version={text.version} />
      {question ? (
        <QuestionForm
          key={now}
          heading={heading}
          question={question}
          given={(back?.given ?? []).map(({ id }) => id)}
          number={place + 1}
          atMostMore={atMostMore(tree, opened.answers, question)}
          back={before ? link(before) : root || '#'}
          onError={() => setTitle(`Error: ${question.ask}`)}
          onAnswer={(ids) => {
            const answers = answer(tree, opened.answers, question.id, ids);
            go(writeLink(tree, answers), writeLink(tree, answers, question.id));
          }}
        />
      ) : (
        outcome && (
          <article class="result">
            <p class={`rung rung--${outcome.rung}`}>{words.rungs[outcome.rung]}</p>
            <h2 class="result__headline" tabIndex={-1} ref={heading}>
              {outcome.headline}
            </h2>
            {typeof parts === 'string' ? (
              <p role="status">
                {parts === 'loading' ? (
                  'The reasons and the next steps are being loaded.'
                ) : (
                  <>
                    The reasons and the next steps could not be loaded. Your answers are kept in the address: reload the
                    page, or <a href={links.outcomes[outcome.id]}>read this outcome as a page</a>.
                  </>
                )}
              </p>
            ) : (
              <parts.Result
                tree={tree}
                answers={opened.answers}
                path={path}
                links={links}
                text={parts.text}
                locale={locale}
              />
            )}
          </article>
        )
      )}
      <SoFar steps={path.steps} now={question} link={link} />
      <p class="tree__again">
        <a href={root || '#'}>Start again</a>
      </p>
    </div>
  );
}

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { JSX } from 'preact';
import { tree as words } from '../../i18n/en.ts';
import { settle } from '../engine/carry-over.ts';
import { circumstancesOf } from '../engine/circumstances.ts';
import { readLink, writeLink } from '../engine/link.ts';
import { indexTree } from '../engine/tree.ts';
import { answer, atMostMore, keep, walk } from '../engine/walk.ts';
import { AnswerSummary } from './AnswerSummary.tsx';
import { Dropped } from './Dropped.tsx';
import { useFragment } from './fragment.ts';
import { IntroPanel } from './IntroPanel.tsx';
import { forget, readKnown, remember, type Known } from './known.ts';
import type { ResultText, WalkText } from './links.ts';
import { QuestionForm } from './QuestionForm.tsx';
import type { Result } from './Result.tsx';

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
export function TreeWalk({ id, tree: text, links, locale, place: root = '', loadResult }: Props): JSX.Element {
  const [parts, setParts] = useState<ResultParts | 'loading' | 'failed'>('loading');
  const [known, setKnown] = useState<Known>({});
  const tree = useMemo(() => indexTree(text), [text]);
  const { now, alive, moved, go, replace } = useFragment(root);
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
  useEffect(() => {
    const there = readKnown();
    setKnown(there);
    // Somebody comes from the front door: what the tab knows is answered as well.
    if (opened.isNew) replace(fresh(there, opened.answers));
  }, [opened.isNew]);
  useEffect(() => void loadResult().then(setParts, () => setParts('failed')), []);

  /** The link of a walk that begins: what is known is answered, and what this tree does not ask is carried along. */
  const fresh = (there: Known, answers = {}): string => {
    const ids = text.shared.map((one) => one.id).filter((one) => there[one] !== undefined);
    const settled = keep(tree, settle(tree, answers, ids));
    const asked = new Set(tree.order.flatMap((one) => one.answers.flatMap(({ means }) => means)));
    return writeLink(
      tree,
      settled,
      null,
      ids.filter((one) => !asked.has(one)),
    );
  };

  if (now === null)
    return (
      <IntroPanel
        tree={text}
        begin={alive ? root + fresh(known) : links.worksheet}
        heading={heading}
        known={known}
        onForget={() => setKnown(forget())}
      />
    );
  const link = (at: string | null = null): string => root + writeLink(tree, opened.answers, at, opened.known);
  const { outcome } = path;
  // The same count when an answer is changed as on the first way: what was answered later may be asked again.
  const later = new Set(path.steps.slice(place).map((step) => step.question.id));
  const counted = Object.fromEntries(Object.entries(opened.answers).filter(([asked]) => !later.has(asked)));
  const held = circumstancesOf(path, opened.known, text.shared);
  return (
    <div class="tree">
      <Dropped opened={opened} version={text.version} />
      {question ? (
        <QuestionForm
          key={now}
          heading={heading}
          question={question}
          given={(back?.given ?? []).map((one) => one.id)}
          number={place + 1}
          atMostMore={atMostMore(tree, counted, question)}
          back={before ? link(before) : root || '#'}
          onError={() => setTitle(words.errorIn(question.ask))}
          onAnswer={(ids) => {
            const answers = answer(tree, opened.answers, question.id, ids);
            setKnown(remember(id, text, walk(tree, answers)));
            go(writeLink(tree, answers, null, opened.known), writeLink(tree, answers, question.id, opened.known));
          }}
        />
      ) : (
        outcome && (
          <article class={`result ${outcome.rung === 'stop-now' ? 'result--stop' : ''}`}>
            <p class={`rung rung--${outcome.rung}`}>{words.rungs[outcome.rung]}</p>
            <h2 class="result__headline" tabIndex={-1} ref={heading}>
              {outcome.headline}
            </h2>
            {typeof parts === 'string' ? (
              <p role="status">
                {parts === 'loading' ? (
                  words.resultLoading
                ) : (
                  <>
                    {words.resultFailed} <a href={links.outcomes[outcome.id]}>{words.openOutcomePage}</a>.
                  </>
                )}
              </p>
            ) : (
              <parts.Result
                tree={tree}
                answers={opened.answers}
                known={opened.known}
                path={path}
                links={links}
                text={parts.text}
                locale={locale}
              />
            )}
          </article>
        )
      )}
      <AnswerSummary
        tree={text}
        id={id}
        steps={path.steps}
        now={question}
        link={link}
        carried={opened.known.filter((one) => held.get(one)?.length === 0)}
        known={known}
        without={(one) =>
          root +
          writeLink(
            tree,
            opened.answers,
            opened.at,
            opened.known.filter((other) => other !== one),
          )
        }
        onRemove={(one) => setKnown(forget(one))}
      />
      <p class="tree__again">
        <a href={root || '#'}>{words.startAgain}</a>
      </p>
    </div>
  );
}

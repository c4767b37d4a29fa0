import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { JSX } from 'preact';
import { tree as words } from '../../i18n/en.ts';
import { settle } from '../engine/carry-over.ts';
import { circumstancesOf } from '../engine/circumstances.ts';
import { readLink, writeLink } from '../engine/link.ts';
import { indexTree, type Outcome } from '../engine/tree.ts';
import { answer, atMostMore, keep, resultsOpen, spoken, walk, type Answers } from '../engine/walk.ts';
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
  /** Whether the tree stands inside another page, such as a guide: it keeps to its box, and shows the result in short. */
  readonly embedded?: boolean;
}

/** An answer that was changed while there was a result. */
export interface Changed {
  readonly from: Outcome;
  readonly ask: string;
  readonly was: string;
  readonly is: string;
  /** The link as it was. */
  readonly undo: string;
}

/** A tree to walk: the start, then one question a step, then the result. All of it is derived from the address. */
export function TreeWalk({
  id,
  tree: text,
  links,
  locale,
  place: root = '',
  loadResult,
  embedded,
}: Props): JSX.Element {
  const [parts, setParts] = useState<ResultParts | 'loading' | 'failed'>('loading');
  const [known, setKnown] = useState<Known>({});
  const [changed, setChanged] = useState<Changed | null>(null);
  const tree = useMemo(() => indexTree(text), [text]);
  const { now, alive, moved, go, replace } = useFragment(root);
  const opened = useMemo(() => readLink(tree, now ?? ''), [tree, now]);
  const path = useMemo(() => walk(tree, opened.answers), [tree, opened]);
  const heading = useRef<HTMLHeadingElement>(null);
  const focused = useRef<HTMLHeadingElement | null>(null);
  const pageTitle = useRef('');

  const { answers, apart } = opened;
  const back = path.steps.find(({ question }) => question.id === opened.at);
  const question = back?.question ?? path.question;
  const place = back ? path.steps.indexOf(back) : path.steps.length;

  const setTitle = (what: string | null): void => {
    pageTitle.current ||= document.title;
    document.title = what === null ? pageTitle.current : `${what} – ${pageTitle.current}`;
  };
  useEffect(() => {
    setTitle(now === null ? null : (question?.ask ?? path.outcome?.headline ?? null));
    if (now === null) setChanged(null);
    if (!moved) return;
    heading.current?.focus({ preventScroll: true });
    if (embedded) heading.current?.closest('.tree')?.scrollIntoView();
    else scrollTo(0, 0);
  }, [now]);
  // When its parts come late the result draws its headline anew: the focus goes with it, and only then.
  useEffect(() => {
    if (focused.current && !focused.current.isConnected) heading.current?.focus({ preventScroll: true });
  }, [parts]);
  useEffect(() => {
    const there = readKnown();
    setKnown(there);
    // Somebody comes from the front door: what the tab knows is answered as well.
    if (opened.isNew) replace(fresh(there, answers));
  }, [opened.isNew]);
  useEffect(() => {
    const come = (found: ResultParts | 'failed'): void => {
      focused.current = document.activeElement === heading.current ? heading.current : null;
      setParts(found);
    };
    void loadResult().then(come, () => come('failed'));
  }, []);

  const write = (given: Answers, at: string | null = null, carried = opened.known): string =>
    writeLink(tree, given, at, carried, apart);
  /** The link of a walk that begins: what is known is answered, and what this tree does not ask is carried along. */
  const fresh = (there: Known, given: Answers = {}): string => {
    const ids = text.shared.map((one) => one.id).filter((one) => there[one] !== undefined);
    const asked = new Set(tree.order.flatMap((one) => one.answers.flatMap(({ means }) => means)));
    return write(
      keep(tree, settle(tree, given, ids)),
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
  const link = (at: string | null = null): string => root + write(answers, at);
  // Whoever was asked for answers of their own begins again with a colleague's still carried along.
  const again = apart ? root + write({}, null, []) : root || '#';
  const { outcome, steps } = path;
  const held = circumstancesOf(path, opened.known, text.shared);
  const summary = (
    <AnswerSummary
      tree={text}
      id={id}
      steps={steps}
      now={question}
      link={link}
      carried={opened.known.filter((one) => held.get(one)?.length === 0)}
      known={known}
      without={(one) =>
        root +
        write(
          answers,
          opened.at,
          opened.known.filter((other) => other !== one),
        )
      }
      onRemove={(one) => setKnown(forget(one))}
      again={again}
      open={question && place > 0 ? words.resultsOpen(resultsOpen(tree, question), resultsOpen(tree, tree.first)) : ''}
    />
  );
  const Heading = embedded ? 'h2' : 'h1';
  const before = steps[place - 1]?.question.id;
  return (
    <div class={embedded ? 'tree' : 'tree tree--own'}>
      <Dropped opened={opened} version={text.version} />
      {apart && place === 0 && question && <p class="tree__note">{words.answerApart}</p>}
      {question ? (
        <div class={embedded ? '' : 'with-rail'}>
          <QuestionForm
            key={now}
            heading={heading}
            embedded={embedded}
            question={question}
            given={(back?.given ?? []).map((one) => one.id)}
            title={text.title}
            number={place + 1}
            // What was answered later is not counted: the same number on the first way and when an answer is changed.
            atMostMore={atMostMore(tree, {}, question)}
            back={before ? link(before) : again}
            onError={() => setTitle(words.errorIn(question.ask))}
            onAnswer={(ids) => {
              const given = answer(tree, answers, question.id, ids);
              if (outcome && back)
                setChanged({
                  from: outcome,
                  ask: question.ask,
                  was: spoken(back.given),
                  is: spoken(question.answers.filter((one) => ids.includes(one.id))),
                  undo: link(),
                });
              setKnown(remember(id, text, walk(tree, given)));
              go(write(given), write(given, question.id));
            }}
          />
          <div class="rail tree__rail">
            <details class="sheet tree__help" open={!embedded && matchMedia('(min-width: 60rem)').matches}>
              <summary>{words.howToFindOut}</summary>
              <p>{question.find}</p>
              {question.noUnknown && <p>{question.noUnknown}</p>}
            </details>
            {summary}
          </div>
        </div>
      ) : outcome ? (
        typeof parts === 'string' ? (
          <article class="result">
            <Heading class="result__headline" tabIndex={-1} ref={heading}>
              {outcome.headline}
            </Heading>
            <p role="status">
              {parts === 'loading' ? (
                words.resultLoading
              ) : (
                <>
                  {words.resultFailed} <a href={links.outcomes[outcome.id]}>{words.openOutcomePage}</a>.
                </>
              )}
            </p>
            {parts === 'failed' && summary}
          </article>
        ) : (
          <parts.Result
            key={now}
            tree={tree}
            opened={opened}
            outcome={outcome}
            changed={changed}
            back={link(steps.at(-1)?.question.id)}
            heading={heading}
            links={links}
            text={parts.text}
            locale={locale}
            root={root}
            embedded={embedded}
            summary={summary}
          />
        )
      ) : null}
    </div>
  );
}

import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ComponentChildren, JSX, RefObject } from 'preact';
import { tree as treeWords, treeResult as words } from '../../i18n/en.ts';
import { monthsAnchor } from '../../routes.ts';
import { rememberResult } from '../../site/client/last-result.ts';
import { today } from '../../site/client/today.ts';
import type { Offer } from '../engine/counsel.ts';
import { writeLink, type Opened } from '../engine/link.ts';
import { lookAgain } from '../engine/look-again.ts';
import { memoOf } from '../engine/memo.ts';
import {
  resultOf,
  type ResultChange,
  type ResultSafeguard,
  type ResultStep,
  type ResultUnknown,
} from '../engine/result.ts';
import type { Reason } from '../engine/reasons.ts';
import { indexTree, withReasons, type Outcome, type Tree } from '../engine/tree.ts';
import { walk } from '../engine/walk.ts';
import type { Apart as ApartType } from './Apart.tsx';
import { Ladder } from './Ladder.tsx';
import type { Emergency, GuideLink, NamedLink, ResultLinks, ResultText, WalkLinks } from './links.ts';
import { whole } from './whole.ts';
import type { Changed } from './TreeWalk.tsx';
import { MemoPaper } from './MemoPaper.tsx';
import { dayIn, ReviewDate, Share } from './ResultExport.tsx';

interface Props {
  /** The tree as the walk has it, without the reasons of answers. */
  readonly tree: Tree;
  /** The link that led here. */
  readonly opened: Opened;
  readonly outcome: Outcome;
  /** The change of an answer that led here, if one did. */
  readonly changed: Changed | null;
  /** The address that shows the last question again. */
  readonly back: string;
  readonly heading: RefObject<HTMLHeadingElement>;
  readonly links: WalkLinks;
  readonly text: ResultText;
  readonly locale: string;
  /** What stands before the walk's own fragment; nothing on the site. */
  readonly root: string;
  readonly embedded: boolean | undefined;
  /** Every answer, each with a link to change it. */
  readonly summary: JSX.Element;
  /** The day it is shown, for a page that is built before anybody opens it; today otherwise. */
  readonly now?: string;
}

/** The result: what to do first, what protects people, then all that lets the reader defend it. */
export function Result({
  tree: walked,
  opened,
  outcome: reached,
  changed,
  back,
  heading,
  links,
  text,
  locale,
  root,
  embedded,
  summary,
  now = today(),
}: Props): JSX.Element | null {
  const { answers, known, apart } = opened;
  const { id, rung, headline } = reached;
  const outcome = text.outcomes.find((one) => one.id === id);
  const tree = useMemo(() => indexTree(withReasons(walked.text, text.reasons)), [walked, text]);
  const path = useMemo(() => walk(tree, answers), [tree, answers]);
  const result = useMemo(
    () => outcome && resultOf(tree, path, outcome, text.counsel, known),
    [tree, path, outcome, text, known],
  );
  const [reviewOn, setReviewOn] = useState(() => (outcome ? lookAgain(outcome, now).day : ''));
  const fragment = writeLink(tree, answers, null, known);
  const here = (root || links.self) + fragment;
  useEffect(() => {
    if (!result) return;
    rememberResult(
      result.isStop
        ? undefined
        : {
            href: here,
            headline,
            facts: [...result.for, ...result.against].map(({ text }) => text),
            reviewOn,
          },
    );
  }, [result, reviewOn]);
  // The page has the way out beside the tree (Tree.astro).
  useEffect(() => {
    const out = heading.current?.closest('[data-tree]')?.nextElementSibling;
    if (!(out instanceof HTMLElement && result?.isStop)) return;
    out.hidden = false;
    // Until it is there, and when it cannot be had, it is a link.
    import('../../site/client/leave.ts').catch(() => undefined);
    return () => void (out.hidden = true);
  }, [result]);
  if (!outcome || !result) return null;

  const { isStop, calls, start, then, unknowns, safeguards, change, otherChanges, checks } = result;
  const { scripts, guides, trees, map } = text.links;
  const next = outcome.leadsTo ? trees[outcome.leadsTo] : undefined;
  const way = [...path.steps.map(({ question }) => question.id), id].join('+');
  const pages = (refs: readonly string[]): readonly GuideLink[] => refs.flatMap((ref) => guides[ref] ?? []);
  const reading = pages(result.guides.map(({ guide }) => guide));
  const months = reading.find((guide) => guide.months);
  const count = months && (
    <a class="result__words" href={`${months.href}#${monthsAnchor}`}>
      {words.countMonths}
    </a>
  );
  // Where it is the first thing to read, it is what one begins with.
  const countFirst = months === reading[0] && !start?.script;
  const steps = (list: readonly ResultStep[]): JSX.Element => <Steps steps={list} scripts={scripts} />;
  const first = start && (
    <section class="result__start">
      <div class="result__label">
        <Part embedded={embedded}>{words.startHere}</Part> <span>{start.by}</span>
      </div>
      <p class="result__first">{start.do}</p>
      {start.script ? <WordsLink offer={start.script} scripts={scripts} /> : countFirst && count}
    </section>
  );
  const call = calls && <CallNow emergency={text.emergency} />;
  const Heading = embedded ? 'h2' : 'h1';
  const head = (
    <header class={embedded ? 'result__head' : 'band result__head'}>
      <p class="tree__where">
        <a class="tree__back" href={back}>
          {words.changeMyAnswers}
        </a>{' '}
        <span class="quiet">
          <span class="tree__of">{tree.text.title} · </span>
          {words.answeredOn(
            path.steps.length,
            new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(now)),
          )}
        </span>
      </p>
      {changed && changed.from.id !== id && (
        <p class="tree__note" role="status">
          {words.resultChanged(changed.from.headline, headline)}{' '}
          {words.becauseYouChanged(changed.ask, changed.was, changed.is)} <a href={changed.undo}>{words.undo}</a>
        </p>
      )}
      {embedded || isStop ? <p class={`rung rung--${rung}`}>{treeWords.rungs[rung]}</p> : <Ladder at={rung} />}
      <Heading class="result__headline" tabIndex={-1} ref={heading}>
        {headline}
      </Heading>
      {!embedded && <p>{outcome.why}</p>}
      {call}
    </header>
  );
  const kind = isStop ? 'result result--stop' : 'result';
  if (embedded)
    return (
      <article class={kind}>
        {head}
        {first}
        <p>
          <a class="button button--main" href={links.self + fragment}>
            {words.openWholeResult}
          </a>
        </p>
      </article>
    );

  const link = whole(links.self + fragment);
  const phrases = (result.scripts.length > 0 || outcome.noScript) && (
    <section class="sheet result__scripts" id="words" tabIndex={-1}>
      <h2>{words.wordsForThis}</h2>
      {result.scripts.length > 0 ? (
        <ul>
          {result.scripts.flatMap(({ id: name, variant }) => {
            const script = scripts[name];
            if (!script) return [];
            return [
              <li>
                <a href={`${script.href}#${variant}`}>{script.title}</a>
                <span class="quiet">{script.variants[variant]}</span>
              </li>,
            ];
          })}
        </ul>
      ) : (
        <p>{outcome.noScript}</p>
      )}
    </section>
  );
  const folds = (
    <div class="result__folds">
      {checks.length > 0 && (
        <Fold name="checks" title={words.countedChecks(checks.length)}>
          <ul>
            {checks.map(({ text }) => (
              <li>{text}</li>
            ))}
          </ul>
        </Fold>
      )}
      {reading.length > 0 && (
        <Fold name="guides" title={words.countedGuides(reading.length)}>
          <ul>
            {reading.map(({ title, href }) => (
              <li>
                <a href={href}>{title}</a>
              </li>
            ))}
          </ul>
        </Fold>
      )}
      <Fold name="answers" title={words.countedAnswers(path.steps.length)}>
        {summary}
      </Fold>
      {map && (
        <a class="sheet result__fold no-print" href={`${map}#way=${way}`}>
          {words.onTheMap}
        </a>
      )}
    </div>
  );
  const memo = isStop ? undefined : memoOf(tree, path, result, { date: now, link, day: dayIn(locale) });
  return (
    <article class={kind}>
      {head}
      <div class="with-rail">
        <div>
          {isStop ? (
            <section class="result__start">
              <h2>{words.whatToDo}</h2>
              {steps([...(start ? [start] : []), ...then])}
            </section>
          ) : (
            first
          )}
          {apart && !isStop && <ApartLater tree={tree} mine={answers} theirs={apart} links={links} />}
          {unknowns.length > 0 && !isStop && (
            <section class="result__unknowns">
              <h2>{words.notKnown}</h2>
              <ul>
                {unknowns.map((unknown) => (
                  <li>
                    <UnknownLine unknown={unknown} links={links} />
                  </li>
                ))}
              </ul>
            </section>
          )}
          {safeguards.length > 0 && (
            <section class="result__safeguards">
              <h2>{words.safeguards}</h2>
              <div class="sheet sheet--danger">
                {safeguards.map((safeguard) => (
                  <SafeguardFold safeguard={safeguard} guides={pages(safeguard.guides)}>
                    {steps(safeguard.steps)}
                  </SafeguardFold>
                ))}
              </div>
            </section>
          )}
          {!isStop && then.length > 0 && (
            <section class="result__then">
              <h2>{words.then}</h2>
              <Steps steps={then} scripts={scripts} ticks />
            </section>
          )}
          {count && !countFirst && <p class="no-print">{count}</p>}
          {next && (
            <p class="no-print">
              {words.leadsTo}: <a href={next.href}>{next.title}</a>
            </p>
          )}
          {!isStop && (
            <section class="result__why">
              <h2>{words.why}</h2>
              <div class="result__sides">
                <Reasons name={words.reasonsFor} reasons={result.for} />
                <Reasons name={words.reasonsAgainst} reasons={result.against} />
                <div class="sheet result__change">
                  <p>
                    {change ? (
                      <>
                        <b>{words.changesMost}</b> <ChangeLine change={change} links={links} />
                      </>
                    ) : (
                      words.nothingWould
                    )}
                  </p>
                  {otherChanges.length > 0 && (
                    <details>
                      <summary>{words.nMore(otherChanges.length)}</summary>
                      <ul>
                        {otherChanges.map((other) => (
                          <li>
                            <ChangeLine change={other} links={links} />
                          </li>
                        ))}
                      </ul>
                    </details>
                  )}
                </div>
              </div>
            </section>
          )}
        </div>
        <div class="rail">
          {phrases}
          {memo && (
            <Share
              tree={tree}
              answers={answers}
              decides={result.decides}
              memo={memo}
              link={link}
              links={links}
              root={root}
            />
          )}
          <ReviewDate
            day={reviewOn}
            onDay={setReviewOn}
            now={now}
            at={outcome.lookAgain.at}
            link={link}
            locale={locale}
          />
          {folds}
        </div>
      </div>
      {memo && (
        <>
          <MemoPaper memo={memo} />
          <p class="action-bar result__bar no-print">
            {phrases && <Jump to="words" main name={words.wordsShort} />}
            <Jump to="share" name={words.share} />
          </p>
        </>
      )}
    </article>
  );
}

/** The heading of a part inside another page is one level below that of the result. */
function Part({ embedded, children }: { embedded: boolean | undefined; children: string }): JSX.Element {
  return embedded ? <h3>{children}</h3> : <h2>{children}</h2>;
}

/** A part of the page to go to. Pressed, because the address holds the answers. */
function Jump({ to, name, main }: { to: string; name: string; main?: boolean }): JSX.Element {
  const go = (): void => {
    const part = document.getElementById(to);
    part?.focus({ preventScroll: true });
    part?.scrollIntoView();
  };
  return (
    <button type="button" class={main ? 'button--main' : ''} onClick={go}>
      {name}
    </button>
  );
}

/** Before anything else: the number to call, and whom to tell. */
function CallNow({ emergency: { calls, contact } }: { emergency: Emergency }): JSX.Element {
  return (
    <div class="result__emergency">
      <p>{words.ifHurt}</p>
      <p class="result__call">
        {calls.map((one) => (
          <a class="button button--danger" href={one.href}>
            {words.callNow(one.number)}
          </a>
        ))}
      </p>
      <p>{words.thenTell(contact)}</p>
    </div>
  );
}

function SafeguardFold({
  safeguard: { title, because, why, wait },
  guides,
  children,
}: {
  safeguard: ResultSafeguard;
  guides: readonly NamedLink[];
  children: ComponentChildren;
}): JSX.Element {
  return (
    <div>
      <details>
        <summary>{title}</summary>
        <p>{why}</p>
        {children}
        {guides.map((guide) => (
          <p>
            <a href={guide.href}>{words.guideToRead(guide.title)}</a>
          </p>
        ))}
        <p class="quiet">{because}</p>
      </details>
      {wait && <p class="result__wait">{wait}</p>}
    </div>
  );
}

type Scripts = ResultLinks['scripts'];

/** The words for a step, with the wording that fits. */
function WordsLink({ offer, scripts }: { offer: Offer; scripts: Scripts }): JSX.Element | null {
  const script = scripts[offer.id];
  return script ? (
    <a class="result__words" href={`${script.href}#${offer.variant}`}>
      {words.wordsFor(script.title)}
    </a>
  ) : null;
}

/** Steps with their numbers, or to tick off. The ticks are kept nowhere. */
function Steps({
  steps,
  scripts,
  ticks,
}: {
  steps: readonly ResultStep[];
  scripts: Scripts;
  ticks?: boolean;
}): JSX.Element {
  return (
    <ol class={ticks ? 'result__ticks' : 'result__steps'}>
      {steps.map(({ do: what, by, script }) => {
        const step = (
          <span>
            {what} <span class="quiet">{by}</span>
          </span>
        );
        return (
          <li>
            {ticks ? (
              <label>
                <input type="checkbox" />
                {step}
              </label>
            ) : (
              step
            )}
            {script && <WordsLink offer={script} scripts={scripts} />}
          </li>
        );
      })}
    </ol>
  );
}

function Fold({ name, title, children }: { name: string; title: string; children: ComponentChildren }): JSX.Element {
  return (
    <details class={`sheet result__fold result__${name}`}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

/** How many reasons of a side are read without unfolding. */
const mostReasons = 4;

function Reasons({ name, reasons }: { name: string; reasons: readonly Reason[] }): JSX.Element {
  const more = reasons.slice(mostReasons);
  const list = (some: readonly Reason[]): JSX.Element => (
    <ul>
      {some.map(({ text }) => (
        <li>{text}</li>
      ))}
    </ul>
  );
  return (
    <div class="sheet">
      <h3>
        {name} · {reasons.length}
      </h3>
      {reasons.length > 0 ? list(reasons.slice(0, mostReasons)) : <p>{words.noReasons}</p>}
      {more.length > 0 && (
        <details>
          <summary>{words.nMore(more.length)}</summary>
          {list(more)}
        </details>
      )}
    </div>
  );
}

function ChangeLine({ change, links }: { change: ResultChange; links: WalkLinks }): JSX.Element {
  const { condition, asked, outcomes, after } = change;
  return (
    <>
      {condition} <span class="quiet">{words.askedIn(asked)}</span> → <Outcomes outcomes={outcomes} links={links} />{' '}
      {after}
    </>
  );
}

function UnknownLine({ unknown, links }: { unknown: ResultUnknown; links: WalkLinks }): JSX.Element {
  const { ask, outcomes, find } = unknown;
  return (
    <>
      {ask} {words.couldLeadTo} <Outcomes outcomes={outcomes} links={links} />. {find}
    </>
  );
}

/** Outcomes one after another, each a link to its page; where there are many, how many. */
function Outcomes({ outcomes, links }: { outcomes: readonly Outcome[]; links: WalkLinks }): JSX.Element {
  if (outcomes.length > 3) return <>{words.oneOfResults(outcomes.length)}</>;
  return (
    <>
      {outcomes.map(({ id, headline }, place) => (
        <>
          {place > 0 && words.between(place === outcomes.length - 1)}
          <a href={links.outcomes[id]}>{headline}</a>
        </>
      ))}
    </>
  );
}

/** The comparison with somebody else's answers. Few results have one, so its code comes when it is wanted. */
function ApartLater(props: Parameters<typeof ApartType>[0]): JSX.Element | null {
  const [Apart, setApart] = useState<typeof ApartType | null | undefined>();
  useEffect(() => {
    import('./Apart.tsx').then(
      ({ Apart }) => setApart(() => Apart),
      () => setApart(null),
    );
  }, []);
  if (Apart === null) return <p role="alert">{words.compareFailed}</p>;
  return Apart ? <Apart {...props} /> : null;
}

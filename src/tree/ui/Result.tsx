import type { ComponentChildren, JSX } from 'preact';
import { treeResult as words } from '../../i18n/en.ts';
import {
  resultOf,
  type ResultChange,
  type ResultSafeguard,
  type ResultStep,
  type ResultUnknown,
} from '../engine/result.ts';
import type { Reason } from '../engine/reasons.ts';
import type { Outcome, Tree } from '../engine/tree.ts';
import type { Answers, Path } from '../engine/walk.ts';
import { Compare } from './Compare.tsx';
import { ReviewDate, TakeAlong } from './ResultExport.tsx';
import { phoneNumbers } from '../../site/phone.ts';
import type { Emergency, NamedLink, ResultText, WalkLinks } from './links.ts';

interface Props {
  readonly tree: Tree;
  readonly answers: Answers;
  /** Circumstances known from another tree. */
  readonly known: readonly string[];
  readonly path: Path;
  readonly links: WalkLinks;
  readonly text: ResultText;
  readonly locale: string;
}

/** The result below its headline: what to do first, what protects people, then all that lets the reader defend it. */
export function Result({ tree, answers, known, path, links, text, locale }: Props): JSX.Element | null {
  const outcome = text.outcomes.find(({ id }) => id === path.outcome?.id);
  if (!outcome) return null;
  const { scripts, guides, trees, map } = text.links;
  const result = resultOf(tree, path, outcome, text.counsel, known);
  const next = outcome.leadsTo ? trees[outcome.leadsTo] : undefined;
  const way = [...path.steps.map(({ question }) => question.id), outcome.id].join('+');
  const pages = (refs: readonly string[]): readonly NamedLink[] => refs.flatMap((ref) => guides[ref] ?? []);
  const { isStop, calls, start, then, unknowns, safeguards, change, otherChanges, checks } = result;

  return (
    <>
      {calls ? <StopNow why={outcome.why} emergency={text.emergency} /> : isStop && <p>{outcome.why}</p>}
      {start && (
        <Part name="start" title={isStop ? words.whatToDo : words.startHere}>
          {isStop ? <Steps steps={[start, ...then]} /> : <Step step={start} first />}
        </Part>
      )}
      {unknowns.length > 0 && (
        <Part name="unknowns" title={words.notKnown}>
          <ul>
            {unknowns.map((unknown) => (
              <li>
                <UnknownLine unknown={unknown} links={links} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {safeguards.length > 0 && (
        <Part name="safeguards" title={words.safeguards}>
          {safeguards.map((safeguard) => (
            <SafeguardBox safeguard={safeguard} guides={pages(safeguard.guides)} />
          ))}
        </Part>
      )}
      {!isStop && then.length > 0 && (
        <Part name="then" title={words.then}>
          <Steps steps={then} />
        </Part>
      )}
      {next && (
        <p class="no-print">
          {words.leadsTo}: <a href={next.href}>{next.title}</a>
        </p>
      )}
      {!isStop && (
        <>
          <Part name="why" title={words.why}>
            <p>{outcome.why}</p>
            <Reasons name={words.reasonsFor} reasons={result.for} />
            <Reasons name={words.reasonsAgainst} reasons={result.against} />
            {result.neither.length > 0 && <Reasons name={words.alsoRelevant} reasons={result.neither} />}
          </Part>
          <Part name="change" title={words.whatWouldChange}>
            <p>{change ? <ChangeLine change={change} links={links} /> : words.nothingWould}</p>
            {otherChanges.length > 0 && (
              <details class="result__more no-print">
                <summary>{words.otherChanges}</summary>
                <ul>
                  {otherChanges.map((other) => (
                    <li>
                      <ChangeLine change={other} links={links} />
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </Part>
        </>
      )}
      {checks.length > 0 && (
        <Part name="checks" title={words.checks}>
          <ul>
            {checks.map(({ text }) => (
              <li>{text}</li>
            ))}
          </ul>
        </Part>
      )}
      <Part name="scripts" title={words.scripts}>
        {result.scripts.length > 0 ? (
          <ul class="result__pages">
            {result.scripts.flatMap(({ id, variant }) => {
              const script = scripts[id];
              return script
                ? [
                    <li>
                      <a href={`${script.href}#${variant}`}>{script.title}</a>{' '}
                      <span class="quiet">{script.variants[variant]}</span>
                    </li>,
                  ]
                : [];
            })}
          </ul>
        ) : (
          <p>{outcome.noScript ?? words.noScript}</p>
        )}
      </Part>
      <Part name="guides" title={words.guides}>
        <Pages pages={pages(result.guides.map(({ guide }) => guide))} />
        <p class="no-print">
          <a href={links.outcomes[outcome.id]}>{words.thisOutcomePage}</a>
          {map && (
            <>
              {' · '}
              <a href={`${map}#way=${way}`}>{words.onTheMap}</a>
            </>
          )}
        </p>
      </Part>
      <ReviewDate outcome={outcome} link={links.self} fragment={{ tree, answers, known }} locale={locale} />
      {!isStop && (
        <>
          <TakeAlong
            tree={tree}
            answers={answers}
            known={known}
            path={path}
            result={result}
            links={links}
            locale={locale}
          />
          <Compare tree={tree} mine={answers} links={links} />
        </>
      )}
    </>
  );
}

/** Before anything else: the number to call, and whom to tell. */
function StopNow({ why, emergency: { number, contact } }: { why: string; emergency: Emergency }): JSX.Element {
  return (
    <div class="result__emergency">
      <p>
        {phoneNumbers(number).map((one) => (
          <>
            <a class="button button--danger" href={one.href}>
              {words.callNow(one.number)}
            </a>{' '}
          </>
        ))}
        {words.ifAnyoneInDanger} {words.thenTell(contact)}
      </p>
      <p>{why}</p>
    </div>
  );
}

function SafeguardBox({
  safeguard,
  guides,
}: {
  safeguard: ResultSafeguard;
  guides: readonly NamedLink[];
}): JSX.Element {
  const { title, because, why, wait, steps } = safeguard;
  return (
    <div class="result__safeguard">
      <h4>{title}</h4>
      <p class="quiet">{because}</p>
      <p>
        {why} {wait && <strong>{wait}</strong>}
      </p>
      <Steps steps={steps} />
      {guides.map((guide) => (
        <p>
          <a href={guide.href}>{words.guideToRead(guide.title)}</a>
        </p>
      ))}
    </div>
  );
}

function Steps({ steps }: { steps: readonly ResultStep[] }): JSX.Element {
  return (
    <ol>
      {steps.map((step) => (
        <li>
          <Step step={step} />
        </li>
      ))}
    </ol>
  );
}

function Step({ step, first = false }: { step: ResultStep; first?: boolean }): JSX.Element {
  const text = (
    <>
      {step.do} <span class="quiet">{step.by}</span>
    </>
  );
  return first ? <p class="result__first">{text}</p> : text;
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

function Part({ name, title, children }: { name: string; title: string; children: ComponentChildren }): JSX.Element {
  return (
    <section class={`result__part result__${name}`}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Reasons({ name, reasons }: { name: string; reasons: readonly Reason[] }): JSX.Element {
  return (
    <>
      <h4>{name}</h4>
      {reasons.length > 0 ? (
        <ul>
          {reasons.map(({ text }) => (
            <li>{text}</li>
          ))}
        </ul>
      ) : (
        <p>{words.noReasons}</p>
      )}
    </>
  );
}

function Pages({ pages }: { pages: readonly NamedLink[] }): JSX.Element {
  return (
    <ul class="result__pages">
      {pages.map(({ title, href }) => (
        <li>
          <a href={href}>{title}</a>
        </li>
      ))}
    </ul>
  );
}

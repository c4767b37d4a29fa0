import type { ComponentChildren, JSX } from 'preact';
import { flips, sortFlips, unknowns, type FlipGroup } from '../engine/sensitivity.ts';
import { circumstancesOf } from '../engine/circumstances.ts';
import { nextSteps, reasons, type Reason } from '../engine/reasons.ts';
import type { Outcome, Tree } from '../engine/tree.ts';
import type { Answers, Path } from '../engine/walk.ts';
import { becomes, conditions } from '../engine/phrasing.ts';
import { Compare } from './Compare.tsx';
import { Keep } from './ResultExport.tsx';
import type { Page, ResultText, WalkLinks } from './links.ts';

interface Props {
  readonly tree: Tree;
  readonly answers: Answers;
  readonly path: Path;
  readonly links: WalkLinks;
  readonly text: ResultText;
  readonly locale: string;
}

/** The result below its headline: what to do first, then all that lets the reader defend it. */
export function Result({ tree, answers, path, links, text, locale }: Props): JSX.Element | null {
  const outcome = text.outcomes.find(({ id }) => id === path.outcome?.id);
  if (!outcome) return null;
  const { scripts: scriptPages, guides, trees, map } = text.links;
  const weighed = reasons(path);
  const steps = nextSteps(outcome.steps, circumstancesOf(path));
  const pages = (from: Readonly<Record<string, Page>>, ids: readonly string[]): readonly Page[] =>
    ids.flatMap((id) => from[id] ?? []);
  const scripts = pages(
    scriptPages,
    outcome.scripts.map(({ id }) => id),
  );
  const next = outcome.leadsTo ? trees[outcome.leadsTo] : undefined;
  const way = [...path.steps.map(({ question }) => question.id), outcome.id].join('+');

  return (
    <>
      {steps[0] && (
        <p class="result__first">
          <strong>First:</strong> {steps[0].do} <span class="quiet">{`${steps[0].who}, ${steps[0].when}.`}</span>
        </p>
      )}
      {next && (
        <p class="no-print">
          <a class="button" href={next.href}>
            Then: {next.title}
          </a>
        </p>
      )}
      <Part name="why" title="Why">
        <p>{outcome.why}</p>
        <ReasonList reasons={weighed.for} />
      </Part>
      <Part name="against" title="What speaks against it">
        {weighed.against.length > 0 ? <ReasonList reasons={weighed.against} /> : <p>None of your answers.</p>}
      </Part>
      {weighed.neither.length > 0 && (
        <Part name="neither" title="Also to be known">
          <ReasonList reasons={weighed.neither} />
        </Part>
      )}
      <Flips tree={tree} path={path} links={links} />
      <Unknowns tree={tree} path={path} links={links} />
      {steps.length > 1 && (
        <Part name="steps" title="Next steps">
          <ol>
            {steps.map((step) => (
              <li>
                {step.do} <span class="quiet">{`${step.who}, ${step.when}.`}</span>
              </li>
            ))}
          </ol>
        </Part>
      )}
      {outcome.checks.length > 0 && (
        <Part name="checks" title="Before you act, make sure">
          <List>{outcome.checks.map(({ says }) => says)}</List>
        </Part>
      )}
      <Part name="scripts" title="Words to use">
        {scripts.length > 0 ? <Pages pages={scripts} /> : <p>{outcome.noScript}</p>}
      </Part>
      <Part name="guides" title="What to read">
        <Pages
          pages={pages(
            guides,
            outcome.guides.map(({ guide }) => guide),
          )}
        />
        <p class="no-print">
          <a href={links.outcomes[outcome.id]}>This outcome as a page</a>
          {map && (
            <>
              {' · '}
              <a href={`${map}#way=${way}`}>Your way on the map</a>
            </>
          )}
        </p>
      </Part>
      <Keep tree={tree} answers={answers} outcome={outcome} links={links} locale={locale} />
      <Compare tree={tree} mine={answers} links={links} />
    </>
  );
}

/** What would change the result: what is certain at once, what would open further questions folded away. */
function Flips({ tree, path, links }: Pick<Props, 'tree' | 'path' | 'links'>): JSX.Element {
  const { certain, open } = sortFlips(flips(tree, path));
  return (
    <Part name="flips" title="What would change it">
      {certain.length === 0 && <p>No single answer, for certain.</p>}
      <FlipGroups groups={certain} links={links} />
      {open.length > 0 && (
        <details class="result__more no-print">
          <summary>Changes that would open further questions, or that you would have to find out</summary>
          <FlipGroups groups={open} links={links} />
        </details>
      )}
    </Part>
  );
}

function FlipGroups({ groups, links }: { groups: readonly FlipGroup[]; links: WalkLinks }): JSX.Element {
  return (
    <>
      {groups.map((group) => (
        <div class="result__flip">
          <p>
            {becomes(group)} <Outcomes outcomes={group.outcomes} links={links} />
          </p>
          <List>{conditions(group.ways)}</List>
        </div>
      ))}
    </>
  );
}

/** What the reader does not know, and whether it matters. */
function Unknowns({ tree, path, links }: Pick<Props, 'tree' | 'path' | 'links'>): JSX.Element {
  const { each, together } = unknowns(tree, path);
  return (
    <Part name="unknowns" title="What is not known">
      {each.length === 0 && <p>You answered every question.</p>}
      <ul>
        {each.map(({ step, matters, outcomes }) => (
          <li>
            {step.question.ask}{' '}
            {matters ? (
              <>
                <strong>It matters:</strong> the answer could lead to <Outcomes outcomes={outcomes} links={links} />.
                Find out: {step.question.find}
              </>
            ) : (
              'On its own it does not change the outcome.'
            )}
          </li>
        ))}
      </ul>
      {each.length > 1 && (
        <p>
          {together.length === 1 && together[0] === path.outcome ? (
            'Whatever the answers to all of these, the outcome stays.'
          ) : (
            <>
              All together, they could lead to <Outcomes outcomes={together} links={links} />.
            </>
          )}
        </p>
      )}
    </Part>
  );
}

/** Outcomes one after another, each a link to its page. */
function Outcomes({ outcomes, links }: { outcomes: readonly Outcome[]; links: WalkLinks }): JSX.Element {
  return (
    <>
      {outcomes.map(({ id, headline }, place) => (
        <>
          {place > 0 && (place === outcomes.length - 1 ? ' or ' : ', ')}
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

function ReasonList({ reasons }: { reasons: readonly Reason[] }): JSX.Element {
  return <List>{reasons.map(({ text }) => text)}</List>;
}

function List({ children }: { children: readonly string[] }): JSX.Element {
  return (
    <ul>
      {children.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}

function Pages({ pages }: { pages: readonly Page[] }): JSX.Element {
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

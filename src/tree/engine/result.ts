import { treeResult as words } from '../../i18n/en.ts';
import { circumstancesOf, holds, type Circumstances } from './circumstances.ts';
import {
  mostScripts,
  mostScriptsAtStop,
  offers,
  safeguardsOf,
  whoDecides,
  type Applies,
  type Counsel,
  type Offer,
  type Safeguard,
} from './counsel.ts';
import { conditionInWords } from './phrasing.ts';
import { nextSteps, reasons, type Reason } from './reasons.ts';
import { flips, groupFlips, unknowns, type Change, type Flip } from './sensitivity.ts';
import type { NextStep, Outcome, OutcomeText, Tree } from './tree.ts';
import { spoken, type Path } from './walk.ts';

/** An answer that carries a sentence, `question/answer`; or a circumstance known from another tree, `known/circumstance`. */
export type CarrierId = string;

/** A sentence with the answers that carry it. Without answers it is printed nowhere. */
export interface Sentence {
  readonly text: string;
  readonly carriedBy: readonly CarrierId[];
}

/** One thing to do. */
export interface ResultStep {
  readonly do: string;
  /** Who, and by when. */
  readonly by: string;
  /** The two apart, for a table. */
  readonly who: string;
  readonly when: string;
  /** On a page that knows no answers: when the step applies, otherwise empty. */
  readonly only: string;
  /** The script with the words for it, if there is one and nothing holds it back. */
  readonly script?: Offer | undefined;
  readonly carriedBy: readonly CarrierId[];
}

/** A line that may depend on answers. */
export interface ResultLine {
  readonly text: string;
  /** On a page that knows no answers: when it applies, otherwise empty. */
  readonly only: string;
}

/** A safeguard that applies. */
export interface ResultSafeguard {
  readonly id: string;
  readonly title: string;
  /** Because of which answers; on a page that knows none, when it applies. */
  readonly because: string;
  readonly why: string;
  /** What has to wait, or empty. */
  readonly wait: string;
  readonly steps: readonly ResultStep[];
  readonly guides: readonly string[];
  readonly carriedBy: readonly CarrierId[];
}

/** A change that leads, or can lead, to another outcome. */
export interface ResultChange {
  /** The changed answers: "If instead: not yet". */
  readonly condition: string;
  /** The questions they answer. */
  readonly asked: string;
  readonly outcomes: readonly Outcome[];
  /** How many questions come first, in words, or empty. */
  readonly after: string;
  readonly carriedBy: readonly CarrierId[];
}

/** Something not known that can change the result. */
export interface ResultUnknown {
  readonly ask: string;
  readonly outcomes: readonly Outcome[];
  readonly find: string;
  readonly carriedBy: readonly CarrierId[];
}

/** A result in words: the same for the island, the page of an outcome, the memo, and a text. */
export interface Result {
  readonly outcome: OutcomeText;
  /** People come first: no reasons, no comparing, no memo. */
  readonly isStop: boolean;
  /** Who decides, or null when nothing about it was answered. */
  readonly decides: ReturnType<typeof whoDecides>;
  /** Before anything else: the number to call. */
  readonly calls: boolean;
  readonly start: ResultStep | null;
  /** What is not known and can change the result. */
  readonly unknowns: readonly ResultUnknown[];
  readonly safeguards: readonly ResultSafeguard[];
  readonly then: readonly ResultStep[];
  readonly for: readonly Reason[];
  readonly against: readonly Reason[];
  readonly neither: readonly Reason[];
  /** The most telling change, or null when no single answer changes the result. */
  readonly change: ResultChange | null;
  readonly otherChanges: readonly ResultChange[];
  readonly checks: readonly ResultLine[];
  readonly scripts: readonly (Offer & { readonly only: string })[];
  readonly guides: readonly (ResultLine & { readonly guide: string })[];
}

/**
 * Works out all that a result says.
 *
 * @param tree the tree
 * @param path a path that ended
 * @param outcome its outcome, with all that it says
 * @param counsel what all trees share
 * @param known circumstances known from another tree
 * @returns the result
 */
export function resultOf(
  tree: Tree,
  path: Path,
  outcome: OutcomeText,
  counsel: Counsel,
  known: readonly string[] = [],
): Result {
  const circumstances = circumstancesOf(path, known, counsel.circumstances);
  const applied = safeguardsOf(counsel.safeguards, circumstances);
  const isStop = outcome.rung === 'stop-now';
  const fitting = offers(outcome, applied, counsel.scripts, circumstances);
  const scripts = fitting.slice(0, isStop ? mostScriptsAtStop : mostScripts);
  // Who has to stop now is shown few scripts altogether; elsewhere a step may lead to one more.
  const ofSteps = isStop ? scripts : fitting;
  const decided = path.steps.map(({ question, decides }) => `${question.id}/${decides.id}`);
  const say = (step: NextStep): ResultStep => ({
    ...stepInWords(step),
    script: ofSteps.find(({ id }) => id === step.script),
    carriedBy: [...new Set([...decided, ...named(step.only).flatMap((id) => carriers(circumstances, id))])],
  });
  const guarding = applied.map((found) => safeguardInWords(found, circumstances, counsel, ofSteps));
  // Where the hour decides, what is due comes first. It then is not said again among the safeguards.
  const leads = isStop ? -1 : applied.findIndex(({ safeguard }) => safeguard.leads);
  const [start, ...then] = [
    ...(guarding[leads]?.steps.slice(0, 1) ?? []),
    ...nextSteps(outcome.steps, circumstances).map(say),
  ];
  const weighed = reasons(path);
  const [change, ...otherChanges] = changesInWords(path, flips(tree, path));
  return {
    outcome,
    isStop,
    decides: whoDecides(circumstances, counsel.circumstances),
    calls: isStop && !(outcome.noCall && holds(outcome.noCall, circumstances)),
    start: start ?? null,
    unknowns: unknownsInWords(tree, path),
    safeguards: guarding.map((found, place) => (place === leads ? { ...found, steps: found.steps.slice(1) } : found)),
    then,
    ...weighed,
    change: change ?? null,
    otherChanges,
    checks: outcome.checks
      .filter(({ only }) => holds(only, circumstances))
      .map(({ says }) => ({ text: says, only: '' })),
    scripts: scripts.map((found) => ({ ...found, only: '' })),
    guides: outcome.guides
      .filter(({ only }) => holds(only, circumstances))
      .map(({ guide }) => ({ guide, text: guide, only: '' })),
  };
}

/**
 * Words an outcome for a page that knows no answers: everything it can say, each with when it applies.
 *
 * @param outcome the outcome
 * @param counsel what all trees share
 * @param safeguards the safeguards that can apply here
 * @returns the result, without reasons and changes
 */
export function outcomeInWords(outcome: OutcomeText, counsel: Counsel, safeguards: readonly Safeguard[] = []): Result {
  const { when, say } = unanswered(counsel);
  const [start, ...then] = outcome.steps.map(say);
  return {
    outcome,
    isStop: outcome.rung === 'stop-now',
    decides: null,
    calls: outcome.rung === 'stop-now',
    start: start ?? null,
    unknowns: [],
    safeguards: safeguardsInWords(safeguards, counsel),
    then,
    for: [],
    against: [],
    neither: [],
    change: null,
    otherChanges: [],
    checks: outcome.checks.map(({ says, only }) => ({ text: says, only: when(only) })),
    scripts: outcome.scripts.map(({ id, variant, only }) => ({
      id,
      variant: variant ?? counsel.scripts[id]?.variants[0]?.id ?? '',
      only: when(only),
    })),
    guides: outcome.guides.map(({ guide, only }) => ({ guide, text: guide, only: when(only) })),
  };
}

/**
 * Words safeguards for a page that knows no answers: each with when it applies.
 *
 * @param safeguards the safeguards that can apply there
 * @param counsel what all trees share
 * @returns the safeguards, in their order
 */
export function safeguardsInWords(safeguards: readonly Safeguard[], counsel: Counsel): readonly ResultSafeguard[] {
  const { when, say } = unanswered(counsel);
  return safeguards.map((safeguard) => ({
    id: safeguard.id,
    title: safeguard.title,
    because: when(safeguard.when),
    why: safeguard.why,
    wait: safeguard.holds?.says ?? '',
    steps: safeguard.steps.map(say),
    guides: safeguard.guides.map(({ guide }) => guide),
    carriedBy: [],
  }));
}

/** How conditions and steps are said where no answers are known. */
function unanswered({ circumstances }: Counsel): {
  when: (only: NextStep['only']) => string;
  say: (step: NextStep) => ResultStep;
} {
  const when = (only: NextStep['only']): string => (only ? conditionInWords(only, circumstances) : '');
  return { when, say: (step) => ({ ...stepInWords(step), only: when(step.only), carriedBy: [] }) };
}

function stepInWords({ do: what, who, when }: NextStep): Omit<ResultStep, 'carriedBy'> {
  return { do: what, by: words.whoAndWhen(who, when), who, when, only: '' };
}

function safeguardInWords(
  { safeguard, because }: Applies,
  circumstances: Circumstances,
  counsel: Counsel,
  scripts: readonly Offer[],
): ResultSafeguard {
  const { id, title, why, holds: waits, guides } = safeguard;
  const carriedBy = because.flatMap((found) => carriers(circumstances, found));
  const given = because.flatMap((found) => (circumstances.get(found) ?? []).map(({ answer }) => answer));
  const carried = because
    .filter((found) => circumstances.get(found)?.length === 0)
    .map((found) => counsel.circumstances.find((circumstance) => circumstance.id === found)?.says ?? found);
  return {
    id,
    title,
    because: [
      ...(given.length > 0
        ? [words.becauseYouAnswered(words.and([...new Set(given)].map(({ text }) => `“${text}”`)))]
        : []),
      ...carried.map(words.becauseKnown),
    ].join(' '),
    why,
    wait: waits?.says ?? '',
    steps: nextSteps(safeguard.steps, circumstances).map((step) => ({
      ...stepInWords(step),
      script: scripts.find((found) => found.id === step.script),
      carriedBy: [...new Set([...carriedBy, ...named(step.only).flatMap((found) => carriers(circumstances, found))])],
    })),
    guides: guides.filter(({ only }) => holds(only, circumstances)).map(({ guide }) => guide),
    carriedBy,
  };
}

/** The circumstances that a condition needs. */
const named = (only: NextStep['only']): readonly string[] => (only ? [...only.all, ...only.any] : []);

/** The answers that carry a circumstance; none when it does not hold. */
function carriers(circumstances: Circumstances, id: string): readonly CarrierId[] {
  const found = circumstances.get(id);
  if (!found) return [];
  return found.length === 0 ? [`known/${id}`] : found.map(({ question, answer }) => `${question.id}/${answer.id}`);
}

function unknownsInWords(tree: Tree, path: Path): readonly ResultUnknown[] {
  return unknowns(tree, path)
    .each.filter(({ matters }) => matters)
    .map(({ step: { question, decides }, outcomes }) => ({
      ask: question.ask,
      outcomes: outcomes.filter(({ id }) => id !== path.outcome?.id),
      find: question.find,
      carriedBy: [`${question.id}/${decides.id}`],
    }));
}

/**
 * The changes in words, the most telling first: one that is certain and rests on a fact before one that opens questions or
 * takes a fact back; among these the one of the latest question, because what was decided last hangs by the least.
 */
function changesInWords(path: Path, all: readonly Flip[]): readonly ResultChange[] {
  const latest = (flip: Flip): number => path.steps.findIndex(({ question }) => question === flip.question);
  const isCertain = ({ questions, answer }: Flip): boolean => questions === 0 && !answer.unknown;
  return groupFlips(all)
    .flatMap(({ ways }) => perQuestion(ways))
    .map((ways) => ({ ways, certain: ways.every(isCertain), at: Math.max(...ways.map(latest)) }))
    .sort((a, b) => Number(b.certain) - Number(a.certain) || b.at - a.at)
    .map(({ ways }) => changeInWords(path, ways));
}

/** Parts flips that lead to the same by question, by how the answer is changed, and by whether it is certain. */
function perQuestion(ways: readonly Flip[]): readonly (readonly Flip[])[] {
  const parts = new Map<string, Flip[]>();
  for (const way of ways) {
    const key = `${way.how} ${way.question.id} ${way.answer.unknown}`;
    parts.set(key, [...(parts.get(key) ?? []), way]);
  }
  return [...parts.values()];
}

function changeInWords(path: Path, ways: readonly Flip[]): ResultChange {
  const [first] = ways;
  const how: Change['how'] = first?.how ?? 'instead';
  const given = path.steps.find(({ question }) => question === first?.question)?.given ?? [];
  return {
    condition: words.ifChanged[how](words.or(ways.map(({ answer }) => `“${answer.text}”`))),
    asked: first?.question.ask ?? '',
    outcomes: first?.outcomes ?? [],
    after: words.afterQuestions(Math.max(...ways.map(({ questions }) => questions))),
    carriedBy: given.map(({ id }) => `${first?.question.id}/${id}`),
  };
}

/**
 * Names outcomes that a change can lead to.
 *
 * @param outcomes at least one outcome
 * @returns their headlines, the last after "or"; where there are many, how many
 */
export function headlines(outcomes: readonly Outcome[]): string {
  return outcomes.length > 3
    ? words.oneOfResults(outcomes.length)
    : words.or(outcomes.map(({ headline }) => `“${headline}”`));
}

/**
 * Writes a change in one line.
 *
 * @param change a change
 * @returns for example "If instead: the deadline has not passed → “Wait for it”"
 */
export function changeLine({ condition, outcomes, after }: ResultChange): string {
  return `${condition} → ${headlines(outcomes)}${after && ` ${after}`}`;
}

/**
 * Writes what is not known in one line.
 *
 * @param unknown something not known that matters
 * @returns the question, what it can change, and where to find out
 */
export function unknownLine({ ask, outcomes, find }: ResultUnknown): string {
  return words.unknownMatters(ask, headlines(outcomes), find);
}

/**
 * Writes an answered question in one line.
 *
 * @param step a step of a path
 * @returns the question and the answers
 */
export function answerLine({ question, given }: Path['steps'][number]): string {
  return `${question.ask} ${spoken(given)}`;
}

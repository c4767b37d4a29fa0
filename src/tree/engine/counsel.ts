import type { SafeguardData } from '../../content/schemas/counsel.ts';
import type { ScriptData } from '../../content/schemas/script.ts';
import { holds, type Circumstance, type Circumstances, type Condition } from './circumstances.ts';
import type { OutcomeText } from './tree.ts';

/** What has to happen whatever the result, because of a circumstance. */
export type Safeguard = SafeguardData;

/** What a result has to know of a script: when it fits, and its wordings. */
export interface ScriptFacts {
  readonly fits?: Condition | undefined;
  readonly variants: readonly Pick<ScriptData['variants'][number], 'id' | 'channel' | 'tone'>[];
}

/** What all trees share. */
export interface Counsel {
  readonly circumstances: readonly Circumstance[];
  /** The most urgent first. */
  readonly safeguards: readonly Safeguard[];
  /** By script id. */
  readonly scripts: Readonly<Record<string, ScriptFacts>>;
}

/** A safeguard that applies, and the circumstances that brought it. */
export interface Applies {
  readonly safeguard: Safeguard;
  readonly because: readonly string[];
}

/** A script that a result offers, with the wording chosen. */
export interface Offer {
  readonly id: string;
  readonly variant: string;
}

/** A reader under pressure chooses between so many scripts. */
export const mostScripts = 3;
/** One who has to stop now, between fewer. */
export const mostScriptsAtStop = 2;

/**
 * Finds the safeguards that apply.
 *
 * @param all every safeguard, the most urgent first
 * @param circumstances what holds
 * @returns those that apply, in the same order, each with the circumstances that brought it
 */
export function safeguardsOf(all: readonly Safeguard[], circumstances: Circumstances): readonly Applies[] {
  return all
    .filter(({ when }) => holds(when, circumstances))
    .map((safeguard) => ({
      safeguard,
      because: [...safeguard.when.all, ...safeguard.when.any].filter((id) => circumstances.has(id)),
    }));
}

/**
 * Chooses the scripts of a result.
 *
 * @param outcome the outcome
 * @param applied the safeguards that apply
 * @param scripts every script, by id
 * @param circumstances what holds
 * @returns at most three scripts, each once, with the wording chosen
 */
export function offer(
  outcome: Pick<OutcomeText, 'scripts'>,
  applied: readonly Applies[],
  scripts: Counsel['scripts'],
  circumstances: Circumstances,
): readonly Offer[] {
  return offers(outcome, applied, scripts, circumstances).slice(0, mostScripts);
}

/**
 * Finds every script that a result may name: the outcome's own first, then in turn one of a safeguard and one of the
 * outcome, since what protects people must not be crowded out. Left out is what does not fit, and what a safeguard holds
 * back.
 *
 * @param outcome the outcome
 * @param applied the safeguards that apply
 * @param scripts every script, by id
 * @param circumstances what holds
 * @returns the scripts, the most useful first, each once, with the wording chosen
 */
export function offers(
  outcome: Pick<OutcomeText, 'scripts'>,
  applied: readonly Applies[],
  scripts: Counsel['scripts'],
  circumstances: Circumstances,
): readonly Offer[] {
  const waiting = new Set(applied.flatMap(({ safeguard }) => safeguard.holds?.scripts ?? []));
  const fitting = (list: OutcomeText['scripts']): OutcomeText['scripts'] =>
    list.filter(({ id, only }) => {
      const script = Object.hasOwn(scripts, id) ? scripts[id] : undefined;
      return script && holds(only, circumstances) && holds(script.fits, circumstances) && !waiting.has(id);
    });
  const own = fitting(outcome.scripts);
  const guarding = applied.flatMap(({ safeguard }) => fitting(safeguard.scripts));
  const inTurn = Array.from({ length: Math.max(own.length, guarding.length) }, (_, place) => [
    ...own.slice(place, place + 1),
    ...guarding.slice(place, place + 1),
  ]).flat();
  // A wording that is named counts, the outcome's before that of a safeguard; then the first there is.
  const wording = (id: string): string =>
    [...own, ...guarding].find((named) => named.id === id && named.variant !== undefined)?.variant ??
    scripts[id]?.variants[0]?.id ??
    '';
  return [...new Set(inTurn.map(({ id }) => id))].map((id) => ({ id, variant: wording(id) }));
}

/** The one circumstance that the software knows by its name: the reader needs nobody's yes. */
const decidesAlone = 'decides-alone';

/**
 * Says who decides, as far as it was answered.
 *
 * @param circumstances what holds
 * @param all every circumstance
 * @returns the reader, someone else (known or not who), or null when nothing about it was answered
 */
export function whoDecides(circumstances: Circumstances, all: readonly Circumstance[]): 'reader' | 'other' | null {
  if (circumstances.has(decidesAlone)) return 'reader';
  return all.some(({ id, kind }) => kind === 'reader' && circumstances.has(id)) ? 'other' : null;
}

/**
 * Says whether a circumstance is known in the next tree too.
 *
 * @param circumstance a circumstance
 * @returns true for who reads, and for a fact that is marked as shared
 */
export function carriesOver({ kind, shared }: Circumstance): boolean {
  return kind === 'reader' || shared;
}

/**
 * Says whether wherever a circumstance was answered a safeguard has to apply.
 *
 * @param circumstance a circumstance
 * @returns true for what is urgent, and for what is marked as guarded
 */
export function isGuarded({ kind, guarded }: Circumstance): boolean {
  return kind === 'urgency' || guarded;
}

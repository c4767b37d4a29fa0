import { exclude, holds, type Circumstance } from './circumstances.ts';
import type { Counsel, Safeguard } from './counsel.ts';
import type { Answer, Question, Tree } from './tree.ts';
import { deciding, excludes } from './walk.ts';

/** Which of some circumstances can hold together at the end of a path, by the outcome it ends in. */
export type Endings = ReadonlyMap<string, readonly ReadonlySet<string>[]>;

/** One way to answer a question. Bits are places in the list of circumstances. */
interface Way {
  readonly to: string;
  readonly means: bigint;
  /** What cannot be known from elsewhere any more: what it excludes. */
  readonly excludes: bigint;
}

/**
 * Finds every set of some circumstances with which a path can end, without walking the paths one by one: paths that agree
 * in these circumstances go on together. Exact.
 *
 * @param tree the tree
 * @param ids the circumstances that are looked at; all others are passed over
 * @param all every circumstance, for what excludes what
 * @param carried those of them that may be known from another tree
 * @returns for each outcome that is reached the sets, each once
 */
export function endings(
  tree: Tree,
  ids: readonly string[],
  all: readonly Circumstance[] = [],
  carried: readonly string[] = [],
): Endings {
  const places = new Map(ids.map((id, place) => [id, 1n << BigInt(place)]));
  const bits = (names: readonly string[]): bigint => names.reduce((sum, id) => sum | (places.get(id) ?? 0n), 0n);
  const excludedBy = new Map<string, bigint>();
  const excluded = (means: readonly string[]): bigint =>
    means.reduce((sum, other) => {
      const gone = excludedBy.get(other) ?? bits(ids.filter((id) => exclude(all, id, other)));
      excludedBy.set(other, gone);
      return sum | gone;
    }, 0n);
  // What is known from elsewhere stands above the circumstances of the path.
  const above = BigInt(ids.length);
  const states = new Map<string, Set<bigint>>([
    [
      tree.first.id,
      new Set(
        knownSets(
          ids.filter((id) => carried.includes(id)),
          bits,
          excluded,
        ).map((known) => known << above),
      ),
    ],
  ]);
  const add = (to: string, state: bigint): void => {
    const there = states.get(to);
    if (there) there.add(state);
    else states.set(to, new Set([state]));
  };
  for (const question of tree.order) {
    const here = [...(states.get(question.id) ?? [])];
    const asked = bits(question.answers.flatMap(({ means }) => means));
    for (const { to, means, excludes: gone } of ways(question, bits, excluded))
      for (const state of here) add(to, (state & ~((asked | gone) << above)) | means);
  }
  const read = (state: bigint): ReadonlySet<string> => {
    const mask = state | (state >> above);
    return new Set(ids.filter((id) => mask & (places.get(id) ?? 0n)));
  };
  return new Map(
    [...tree.outcomes.keys()].flatMap((id) => {
      const there = states.get(id);
      return there ? [[id, unique([...there].map(read))] as const] : [];
    }),
  );
}

/** Every set of circumstances that can be known together. */
function knownSets(
  ids: readonly string[],
  bits: (names: readonly string[]) => bigint,
  excluded: (means: readonly string[]) => bigint,
): readonly bigint[] {
  let sets = [0n];
  for (const id of ids)
    sets = [...sets, ...sets.filter((set) => !(set & excluded([id]))).map((set) => set | bits([id]))];
  return sets;
}

/**
 * Every way to answer a question, ways that lead and mean the same once. Answers that can be ticked together are taken in
 * one after the other, and sets of them that decide and mean the same go on as one: there are hundreds of sets, and few
 * that differ in the circumstances looked at.
 */
function ways(
  question: Question,
  bits: (names: readonly string[]) => bigint,
  excluded: (means: readonly string[]) => bigint,
): readonly Way[] {
  const found = new Map<string, Way>();
  const note = ({ to, means, excludes }: Way): unknown =>
    found.set(`${to} ${means} ${excludes}`, { to, means, excludes });
  const ticked = new Map<string, Ticked>();
  for (const answer of question.answers) {
    const { to, means } = answer;
    const way: Ticked = { to, means: bits(means), excludes: excluded(means), decides: answer };
    if (question.kind === 'one' || excludes(answer)) note(way);
    else
      for (const state of [way, ...[...ticked.values()].map((before) => together(before, way))])
        ticked.set(`${state.decides.seriousness} ${state.to} ${state.means} ${state.excludes}`, state);
  }
  for (const state of ticked.values()) note(state);
  return [...found.values()];
}

/** A way by one or more ticks. */
interface Ticked extends Way {
  /** The answer that decides it. */
  readonly decides: Answer;
}

/** Some ticks and one more below them. */
function together(before: Ticked, next: Ticked): Ticked {
  const decides = deciding([before.decides, next.decides]);
  return {
    to: decides.to,
    means: before.means | next.means,
    excludes: before.excludes | next.excludes,
    decides,
  };
}

function unique(sets: readonly ReadonlySet<string>[]): readonly ReadonlySet<string>[] {
  return [...new Map(sets.map((set) => [[...set].join(' '), set])).values()];
}

/**
 * Finds the safeguards that can apply at each outcome, for pages that know no answers.
 *
 * @param tree the tree
 * @param counsel what all trees share
 * @returns by the id of the outcome, those that apply on at least one path to it, in their order
 */
export function safeguardsAtOutcomes(tree: Tree, counsel: Counsel): ReadonlyMap<string, readonly Safeguard[]> {
  const ends = counsel.safeguards.map((safeguard) => {
    const { any, all, none } = safeguard.when;
    return { safeguard, at: endings(tree, [...any, ...all, ...none]) };
  });
  return new Map(
    [...tree.outcomes.keys()].map((id) => [
      id,
      ends.flatMap(({ safeguard, at }) => (at.get(id)?.some((set) => holds(safeguard.when, set)) ? [safeguard] : [])),
    ]),
  );
}

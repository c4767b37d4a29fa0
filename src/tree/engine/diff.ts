import { readLink, writeLink } from './link.ts';
import { answersOf, countPaths, paths } from './paths.ts';
import { walkRecorded, type RecordedCase } from './recorded.ts';
import type { Tree } from './tree.ts';
import { walk } from './walk.ts';

/** What became of the paths of one version in another. */
export interface TreeDiff {
  /** How many paths the earlier version has. */
  readonly paths: number;
  /** How many of them end elsewhere, or no longer end. */
  readonly changed: number;
  /** How many went from one outcome to another; `to` is null when a question has to be answered first. Most frequent first. */
  readonly moves: readonly { readonly from: string; readonly to: string | null; readonly paths: number }[];
  /** Ids of the earlier version that are gone although `retired` does not say what became of them: question, question/answer. */
  readonly lost: readonly string[];
}

/**
 * Compares two versions of a tree by opening every path of the earlier one in the later one.
 *
 * @param before the earlier version
 * @param after the later version
 * @returns how many paths change outcome, from what to what
 */
export function diffTrees(before: Tree, after: Tree): TreeDiff {
  if (waysOf(before) === waysOf(after)) return { paths: countPaths(before), changed: 0, moves: [], lost: [] };
  const moves = new Map<string, { from: string; to: string | null; paths: number }>();
  let [all, changed] = [0, 0];
  for (const path of paths(before)) {
    all++;
    const from = path.outcome;
    const to = walk(after, readLink(after, writeLink(before, answersOf(path))).answers).outcome;
    if (to?.id === from.id) continue;
    changed++;
    const key = `${from.id} ${to?.id ?? ''}`;
    const move = moves.get(key) ?? { from: from.id, to: to?.id ?? null, paths: 0 };
    move.paths++;
    moves.set(key, move);
  }
  return {
    paths: all,
    changed,
    moves: [...moves.values()].sort((a, b) => b.paths - a.paths),
    lost: lostIds(before, after),
  };
}

/** Everything of a tree that decides where a way leads. Trees that differ in words alone need not be walked. */
const waysOf = ({ text }: Tree): string =>
  JSON.stringify([
    text.questions.map(({ id, kind, answers }) => [
      id,
      kind,
      answers.map((answer) => [answer.id, answer.to, answer.seriousness, answer.alone, answer.unknown]),
    ]),
    text.outcomes.map(({ id }) => id),
    text.retired,
  ]);

/** What becomes of a published tree when another version takes its place. */
export interface VersionDiff extends TreeDiff {
  /** Recorded cases with another outcome than before. */
  readonly cases: readonly { readonly title: string; readonly was: string; readonly is: string }[];
  /** Whether links of before lead elsewhere, and the number of the later version is not above that of the earlier one. */
  readonly raiseVersion: boolean;
}

/**
 * Compares a published tree with the one that is to take its place.
 *
 * @param before the published version
 * @param after the later version
 * @param recorded the recorded cases of the tree
 * @returns what becomes of paths, links and cases
 */
export function diffVersions(before: Tree, after: Tree, recorded: readonly RecordedCase[]): VersionDiff {
  const diff = diffTrees(before, after);
  const cases = recorded.flatMap((told) => {
    const outcome = (tree: Tree): string => walkRecorded(tree, told).outcome?.id ?? 'no outcome';
    const [was, is] = [outcome(before), outcome(after)];
    return was === is ? [] : [{ title: told.title, was, is }];
  });
  return { ...diff, cases, raiseVersion: diff.changed > 0 && after.text.version <= before.text.version };
}

/**
 * Finds ids that links of an earlier version may hold and that the later version neither has nor explains.
 *
 * @param before the earlier version
 * @param after the later version
 * @returns the ids: question, or question/answer
 */
export function lostIds(before: Tree, after: Tree): readonly string[] {
  return before.text.questions.flatMap(({ id, answers }) => {
    if (!after.questions.has(id) && !after.text.retired.some(({ was }) => was === id)) return [id];
    const gone = (answer: string): boolean =>
      readLink(after, `#${id}=${answer}`).dropped.some(({ why }) => why === 'unknown');
    return answers.filter((answer) => gone(answer.id)).map((answer) => `${id}/${answer.id}`);
  });
}

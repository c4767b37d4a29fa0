import { casesSchema, treeSchema, type CasesData } from '../../content/schemas/tree.ts';
import { treeAddress } from '../../routes.ts';
import { mostTicks } from '../../tree/engine/check.ts';
import { diffVersions } from '../../tree/engine/diff.ts';
import { writeLink } from '../../tree/engine/link.ts';
import { countPaths } from '../../tree/engine/paths.ts';
import { lookAhead } from '../../tree/engine/reachability.ts';
import { endingElsewhere } from '../../tree/engine/recorded.ts';
import { indexTree, treeText, type Tree } from '../../tree/engine/tree.ts';
import type { TreeView } from '../api.ts';
import { isEqual, isKeys } from '../engine/change-data.ts';

/**
 * A tree for its outline. As far as it is written: half a tree has its questions too.
 * @param id of the tree
 * @param data what stands in its file
 * @param saved what stands in the file that it is compared with; undefined when there is none
 * @param cases what stands in the file of its recorded cases
 * @param savedCases what stands in the file that this is compared with
 */
export function treeView(id: string, data: unknown, saved: unknown, cases: unknown, savedCases: unknown): TreeView {
  const [tree, before] = [soundTree(data), soundTree(saved)];
  const questions = namedIn(data, 'questions');
  const reached = reachedFrom(questions);
  const ways = tree && waysTo(tree);
  const recorded: CasesData = casesSchema.safeParse(cases).data ?? [];
  return {
    paths: tree ? countPaths(tree) : 0,
    longest: tree ? lookAhead(tree, () => null)(tree.first.id).questions : 0,
    questions: questions.map((question) => {
      const answers = ways?.get(question.id);
      const isReachable = reached.has(question.id);
      if (!tree || !answers) return { id: question.id, isReachable };
      return { id: question.id, isReachable, walk: treeAddress(id) + writeLink(tree, answers) };
    }),
    outcomes: namedIn(data, 'outcomes').map((outcome) => ({ id: outcome.id, isReachable: reached.has(outcome.id) })),
    ...(tree && before ? { against: isEqual(data, saved) ? nothing(tree) : against(before, tree, recorded) } : {}),
    elsewhere: tree
      ? endingElsewhere(tree, recorded).map(({ at, id, title, says, is }) => ({ at, id, title, says, is }))
      : [],
    retold: retold(casesSchema.safeParse(savedCases).data ?? [], recorded),
  };
}

/** The cases that say another outcome than before. */
const retold = (before: CasesData, now: CasesData): TreeView['retold'] =>
  now.flatMap(({ id, title, outcome: says }, at) => {
    const was = before.find((one) => one.id === id)?.outcome;
    return was === undefined || was === says ? [] : [{ at, title, was, says }];
  });

/** What becomes of a tree; cases that say already where they lead now are none that anybody has to be asked about. */
function against(before: Tree, tree: Tree, recorded: CasesData): NonNullable<TreeView['against']> {
  const elsewhere = new Set(endingElsewhere(tree, recorded).map(({ at }) => recorded[at]));
  const diff = diffVersions(
    before,
    tree,
    recorded.filter((one) => elsewhere.has(one)),
  );
  return { ...diff, nextVersion: before.text.version + 1 };
}

/** The difference of a tree from itself, without opening all its paths. */
const nothing = (tree: Tree): NonNullable<TreeView['against']> => ({
  paths: countPaths(tree),
  changed: 0,
  moves: [],
  lost: [],
  cases: [],
  raiseVersion: false,
  nextVersion: tree.text.version + 1,
});

/** A tree with more ways would keep the keeper waiting at every change; 100,000 are opened in 3 seconds. */
const mostPaths = 50_000;

/** A tree that can be walked; undefined when this one cannot, or has too many ways. */
function soundTree(data: unknown): Tree | undefined {
  const read = treeSchema.safeParse(data);
  if (
    !read.success ||
    read.data.questions.some(({ kind, answers }) => kind === 'several' && answers.length > mostTicks + 2)
  )
    return undefined;
  try {
    const tree = indexTree(treeText(read.data));
    return countPaths(tree) > mostPaths ? undefined : tree;
  } catch {
    return undefined;
  }
}

interface Named {
  readonly id: string;
  readonly ways: readonly string[];
}

/** The questions or outcomes of a tree that may have faults, each with where its answers lead. */
function namedIn(data: unknown, key: 'questions' | 'outcomes'): Named[] {
  const entries = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.filter(isKeys) : []);
  const text = (value: unknown): string[] => (typeof value === 'string' ? [value] : []);
  return entries(isKeys(data) ? data[key] : undefined).flatMap(({ id, answers }) =>
    text(id).map((name) => ({ id: name, ways: entries(answers).flatMap(({ to }) => text(to)) })),
  );
}

/** Everything that can be reached from the first question. */
function reachedFrom(questions: readonly Named[]): ReadonlySet<string> {
  const reached = new Set(questions.slice(0, 1).map(({ id }) => id));
  for (const id of reached)
    for (const question of questions) if (question.id === id) for (const way of question.ways) reached.add(way);
  return reached;
}

/** A way to each question: the answers before it. */
function waysTo(tree: Tree): ReadonlyMap<string, Readonly<Record<string, readonly string[]>>> {
  const ways = new Map<string, Record<string, readonly string[]>>([[tree.first.id, {}]]);
  for (const question of tree.order) {
    const sofar = ways.get(question.id);
    if (!sofar) continue;
    for (const { id, to } of question.answers)
      if (tree.questions.has(to) && !ways.has(to)) ways.set(to, { ...sofar, [question.id]: [id] });
  }
  return ways;
}

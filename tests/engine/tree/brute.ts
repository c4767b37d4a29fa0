import { must } from '../../support/must.ts';
import type { Flip, Unknowns } from '../../../src/tree/engine/sensitivity.ts';
import { answersOf } from '../../../src/tree/engine/paths.ts';
import type { Answer, Question, Tree } from '../../../src/tree/engine/tree.ts';
import { walk, type Answers, type Path } from '../../../src/tree/engine/walk.ts';

/** Finds every outcome that answers can end in when what they leave open is answered in every way. */
export type Endings = (tree: Tree, answers: Answers) => string[];

/** Endings by trying every answer to every open question: slow and beyond doubt. */
export const enumerate: Endings = (tree, answers) => {
  const path = walk(tree, answers);
  if (path.outcome) return [path.outcome.id];
  const question = must(path.question, 'next question');
  return [...new Set(question.answers.flatMap(({ id }) => enumerate(tree, { ...answers, [question.id]: [id] })))];
};

/** Endings by searching forward from the start, for trees too large to try everything. */
export const search: Endings = (tree, answers) => {
  const reached = new Set([tree.first.id]);
  for (const id of reached) {
    const question = tree.questions.get(id);
    if (!question) continue;
    const given = answers[id] ?? [];
    let most = -1;
    for (const answer of question.answers) {
      if (given.includes(answer.id)) most = Math.max(most, answer.seriousness ?? 0);
    }
    for (const answer of question.answers) {
      const counts = given.length === 0 || (given.includes(answer.id) && (answer.seriousness ?? 0) === most);
      if (counts) reached.add(answer.to);
    }
  }
  return [...reached].filter((id) => tree.outcomes.has(id));
};

/** Flips as text, to compare two ways of finding them. */
export function flipKeys(found: readonly Flip[]): string[] {
  return found.map(({ question, given, outcomes, opens }) =>
    key(
      question,
      given.map(({ id }) => id),
      outcomes.map(({ id }) => id),
      opens?.id,
    ),
  );
}

/**
 * All flips of a path, found by changing each answer in every way and walking again from the start.
 *
 * @param known what was found on other paths of the tree: the flips of an answer depend on it and on what decides after
 *   it, so paths that end alike share them
 */
export function bruteFlips(
  tree: Tree,
  path: Path,
  endings: Endings = enumerate,
  known = new Map<string, readonly string[]>(),
): string[] {
  const answers = answersOf(path);
  const changes = (question: Question, now: readonly string[]): string[] =>
    alternatives(question, now).flatMap((ids) => {
      const changed = { ...answers, [question.id]: ids };
      const ends = endings(tree, changed);
      if (ends.length === 1 && ends[0] === path.outcome?.id) return [];
      return [key(question, ids, ends, walk(tree, changed).question?.id)];
    });
  let after = '';
  const all = path.steps.toReversed().map(({ question, given }) => {
    const now = given.map(({ id }) => id);
    const here = `${question.id}=${now.join('+')} ${after}`;
    const found = known.get(here) ?? changes(question, now);
    known.set(here, found);
    after = `${question.id}/${mostSerious(given)} ${after}`;
    return found;
  });
  return all.reverse().flat();
}

/** The ids of the answers that weigh most; the others are context. */
function mostSerious(given: readonly Answer[]): string {
  const most = Math.max(...given.map(({ seriousness }) => seriousness ?? 0));
  return given
    .filter(({ seriousness }) => (seriousness ?? 0) === most)
    .map(({ id }) => id)
    .join('+');
}

/** What is not known, as text. */
export function unknownKeys({ each, together }: Unknowns): string[] {
  return [
    ...each.map(
      ({ step, outcomes, matters }) => `${step.question.id} ${matters} ${sorted(outcomes.map(({ id }) => id))}`,
    ),
    `together ${sorted(together.map(({ id }) => id))}`,
  ];
}

/** The same, found by filling in every "I don't know" in every way. */
export function bruteUnknowns(tree: Tree, path: Path, endings: Endings = enumerate): string[] {
  const answers = answersOf(path);
  const open = path.steps.filter(({ given }) => given.some(({ unknown }) => unknown)).map(({ question }) => question);
  const fill = (question: Question): string[] => question.answers.filter(({ unknown }) => !unknown).map(({ id }) => id);
  const each = open.map((question) => {
    const ends = sorted(fill(question).flatMap((id) => endings(tree, { ...answers, [question.id]: [id] })));
    return `${question.id} ${ends !== path.outcome?.id} ${ends}`;
  });
  const ways = open.reduce<Answers[]>(
    (sofar, question) => sofar.flatMap((way) => fill(question).map((id) => ({ ...way, [question.id]: [id] }))),
    [answers],
  );
  return [...each, `together ${sorted(ways.flatMap((way) => endings(tree, way)))}`];
}

/** Every other way to answer a question that is one press away. */
function alternatives(question: Question, now: readonly string[]): string[][] {
  const single = (id: string): boolean => {
    const answer = must(
      question.answers.find((found) => found.id === id),
      id,
    );
    return question.kind === 'one' || answer.alone || answer.unknown;
  };
  return question.answers.flatMap(({ id }) => {
    if (single(id) || now.some(single)) return now.includes(id) ? [] : [[id]];
    const ids = now.includes(id) ? now.filter((other) => other !== id) : [...now, id];
    return ids.length > 0 ? [ids] : [];
  });
}

function key(
  question: Question,
  ids: readonly string[],
  outcomes: readonly string[],
  opens: string | undefined,
): string {
  const inOrder = question.answers.map(({ id }) => id).filter((id) => ids.includes(id));
  return `${question.id}: ${inOrder.join('+')} > ${opens ? `${opens}? ` : ''}${sorted(outcomes)}`;
}

function sorted(ids: readonly string[]): string {
  return [...new Set(ids)].sort().join(' ');
}

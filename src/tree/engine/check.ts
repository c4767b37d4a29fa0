import type { TreeData } from '../../content/schemas/tree.ts';
import type { Fault } from '../../content/fault.ts';
import { lookAhead } from './reachability.ts';
import { leadsNowhere } from './leads-nowhere.ts';
import { reservedIds } from './link.ts';
import { assertDefined } from './assert-defined.ts';
import { meantBy, nearest } from './suggest.ts';
import { indexTree, treeText, type Question } from './tree.ts';
import { excludes } from './walk.ts';

/** What a tree may refer to. */
export interface Known {
  readonly scripts: ReadonlySet<string>;
  /** Written topic/file. */
  readonly guides: ReadonlySet<string>;
  readonly trees: ReadonlySet<string>;
}

/** So many answers may be ticked together: every set of them is a path of its own. */
export const mostTicks = 8;

/** A tired reader finishes so many questions. */
export const mostQuestions = 10;

/**
 * Tells all that is wrong with a tree, at once.
 *
 * @param tree the content of a tree file
 * @param known the scripts, guides and trees there are
 * @returns the faults; none when the tree is sound
 */
export function checkTree(tree: TreeData, known: Known): readonly Fault[] {
  const named = [...duplicateIds(tree), ...reserved(tree), ...unknownWays(tree)];
  return [
    ...emptyTexts(tree),
    ...named,
    ...(named.length === 0 ? shape(tree) : []),
    ...tree.questions.flatMap((question, place) => [
      ...ranking(question, ['questions', place]),
      ...tooManyTicks(question, ['questions', place]),
      ...notKnowing(question, ['questions', place]),
      ...speaking(question, ['questions', place]),
    ]),
    ...helpless(tree),
    ...references(tree, known),
    ...retirements(tree),
  ];
}

/** Faults in how the ways run. They mean nothing while ids are wrong, and lengths mean nothing while there is a circle. */
function shape(tree: TreeData): readonly Fault[] {
  const rounds = circles(tree);
  return [...rounds, ...unreached(tree), ...(rounds.length === 0 ? tooLong(tree) : [])];
}

/** Texts with nothing in them. */
function emptyTexts(tree: TreeData): readonly Fault[] {
  const empty = (value: unknown, path: Fault['path']): readonly Fault[] => {
    if (typeof value === 'string') {
      const mend = 'Write something, or take it out.';
      return value.trim() === '' ? [{ path, what: `"${path.at(-1)}" is empty.`, mend }] : [];
    }
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) =>
      empty(inner, [...path, Array.isArray(value) ? Number(key) : key]),
    );
  };
  return empty(tree, []);
}

/** Ids used twice, among questions and outcomes or among the answers to one question. */
function duplicateIds(tree: TreeData): readonly Fault[] {
  const nodes = [
    ...tree.questions.map(({ id }, place) => ({ id, path: ['questions', place, 'id'] })),
    ...tree.outcomes.map(({ id }, place) => ({ id, path: ['outcomes', place, 'id'] })),
  ];
  const answers = tree.questions.map((question, place) =>
    question.answers.map(({ id }, at) => ({ id, path: ['questions', place, 'answers', at, 'id'] })),
  );
  return [nodes, ...answers].flatMap((list) => {
    const firsts = new Map(list.toReversed().map((node) => [node.id, node]));
    return list
      .filter((node) => firsts.get(node.id) !== node)
      .map(({ id, path }) => ({
        path,
        what: `The id "${id}" is used twice.`,
        mend: 'Give one of the two another id.',
      }));
  });
}

/** Ids that a link needs for itself. */
function reserved(tree: TreeData): readonly Fault[] {
  return tree.questions.flatMap(({ id }, place): Fault[] => {
    if (!reservedIds.includes(id)) return [];
    const mend = 'Give the question a longer id.';
    return [{ path: ['questions', place, 'id'], what: `The id "${id}" has a meaning of its own in links.`, mend }];
  });
}

/** Answers that lead nowhere, and questions without answers. */
function unknownWays(tree: TreeData): readonly Fault[] {
  const nodes = new Set([...tree.questions, ...tree.outcomes].map(({ id }) => id));
  return tree.questions.flatMap(({ id, answers }, place): Fault[] => {
    if (answers.length === 0) {
      const mend = 'Give it at least two answers, or remove the question.';
      return [
        { path: ['questions', place, 'answers'], what: `The question "${id}" is a dead end: it has no answers.`, mend },
      ];
    }
    return answers.flatMap((answer, at): Fault[] => {
      if (nodes.has(answer.to)) return [];
      const path = ['questions', place, 'answers', at, 'to'];
      return [{ path, ...leadsNowhere(answer.text, meantBy(answer.to, nodes)) }];
    });
  });
}

/** Ways that come back to a question asked before. Each question is looked at once. */
function circles(tree: TreeData): readonly Fault[] {
  const places = new Map(tree.questions.map((question, place) => [question.id, { question, place }]));
  const state = new Map<string, 'open' | 'done'>();
  const faults: Fault[] = [];
  for (const start of tree.questions) {
    if (state.has(start.id)) continue;
    const stack = [{ ...assertDefined(places.get(start.id)), next: 0 }];
    state.set(start.id, 'open');
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const at = top.next++;
      const to = top.question.answers[at]?.to;
      if (to === undefined) {
        state.set(top.question.id, 'done');
        stack.pop();
      } else if (state.get(to) === 'open') {
        const round = [
          ...stack.slice(stack.findIndex(({ question }) => question.id === to)).map(({ question }) => question.id),
          to,
        ];
        const path = ['questions', top.place, 'answers', at, 'to'];
        faults.push({
          path,
          what: `The way runs in a circle: ${round.join(', ')}.`,
          mend: 'Lead this answer on to a later question or to an outcome.',
        });
      } else if (places.has(to) && !state.has(to)) {
        state.set(to, 'open');
        stack.push({ ...assertDefined(places.get(to)), next: 0 });
      }
    }
  }
  return faults;
}

/** Questions and outcomes that no way leads to. */
function unreached(tree: TreeData): readonly Fault[] {
  const questions = new Map(tree.questions.map((question) => [question.id, question]));
  const reached = new Set<string>(tree.questions.slice(0, 1).map(({ id }) => id));
  for (const id of reached) for (const { to } of questions.get(id)?.answers ?? []) reached.add(to);
  const lost = (kind: 'questions' | 'outcomes', name: string): readonly Fault[] =>
    tree[kind].flatMap(({ id }, place): Fault[] => {
      if (reached.has(id)) return [];
      return [
        {
          path: [kind, place, 'id'],
          what: `No answer leads to the ${name} "${id}".`,
          mend: 'Lead an answer to it, or remove it.',
        },
      ];
    });
  return [...lost('questions', 'question'), ...lost('outcomes', 'outcome')];
}

/** Ways with more questions than a tired reader finishes. */
function tooLong(data: TreeData): readonly Fault[] {
  const tree = indexTree(treeText(data));
  const ahead = lookAhead(tree, () => null);
  if (ahead(tree.first.id).questions <= mostQuestions) return [];
  const way: string[] = [];
  for (let question: Question | undefined = tree.first; question; question = tree.questions.get(longest(question))) {
    way.push(question.id);
  }
  function longest({ answers }: Question): string {
    return answers.map(({ to }) => to).reduce((most, to) => (ahead(to).questions > ahead(most).questions ? to : most));
  }
  const shown = way.length > 30 ? [...way.slice(0, 30), 'and so on'] : way;
  const what = `A way through the tree asks ${way.length} questions, more than ${mostQuestions}: ${shown.join(', ')}.`;
  return [{ path: ['questions', 0], what, mend: 'Lead an answer on this way past a question, or join two questions.' }];
}

/** Answers ranked only in part, and ticks of which none decides. */
function ranking(question: Question, path: Fault['path']): readonly Fault[] {
  const ranked = question.answers.filter(({ unknown }) => !unknown);
  const missing = ranked.find(({ seriousness }) => seriousness === undefined);
  const some = ranked.some(({ seriousness }) => seriousness !== undefined);
  if (missing && (some || question.kind === 'several')) {
    const why = some ? 'others of its answers have one' : 'the most serious tick decides the way';
    const what = `The answer "${missing.id}" to "${question.id}" has no seriousness, and ${why}.`;
    const mend = 'Say of every answer but "I don\'t know" how serious it is, 0 to 9 (seriousness).';
    return [{ path: [...path, 'answers', question.answers.indexOf(missing), 'seriousness'], what, mend }];
  }
  if (question.kind === 'one') {
    const alone = question.answers.find((answer) => answer.alone);
    if (!alone) return [];
    const what = `The answer "${alone.id}" stands alone, but "${question.id}" takes one answer only.`;
    const mend = 'Let it not exclude the others (alone), or let several answers be ticked (kind: several).';
    return [{ path: [...path, 'answers', question.answers.indexOf(alone), 'alone'], what, mend }];
  }
  const ways = new Map<number | undefined, string>();
  return question.answers.flatMap((answer, at): Fault[] => {
    if (excludes(answer)) return [];
    const to = ways.get(answer.seriousness) ?? answer.to;
    ways.set(answer.seriousness, to);
    if (to === answer.to) return [];
    const what = `Answers of seriousness ${answer.seriousness} to "${question.id}" lead to "${to}" and to "${answer.to}"; with both ticked neither decides.`;
    return [
      {
        path: [...path, 'answers', at, 'seriousness'],
        what,
        mend: 'Give them different seriousness, or lead them to one place.',
      },
    ];
  });
}

/** Questions with more ticks than can be looked at in every combination. */
function tooManyTicks({ id, kind, answers }: Question, path: Fault['path']): readonly Fault[] {
  const ticks = kind === 'several' ? answers.filter((answer) => !excludes(answer)).length : 0;
  if (ticks <= mostTicks) return [];
  const what = `"${id}" lets ${ticks} answers be chosen together, more than ${mostTicks}.`;
  return [
    { path: [...path, 'answers'], what, mend: 'Join answers that lead and mean the same, or ask two questions.' },
  ];
}

/** Questions where a reader who does not know has no answer, or has two. */
function notKnowing(question: Question, path: Fault['path']): readonly Fault[] {
  const count = question.answers.filter(({ unknown }) => unknown).length;
  if (count > 1) {
    return [
      {
        path: [...path, 'answers'],
        what: `"${question.id}" has more than one "I don't know".`,
        mend: 'Leave one answer that says so (unknown: true).',
      },
    ];
  }
  if (count === 0 && !question.noUnknown && question.answers.length > 0) {
    const mend = 'Add an answer for whoever does not know (unknown: true), or say why everybody knows (noUnknown).';
    return [{ path: [...path, 'answers'], what: `"${question.id}" has no answer "I don't know".`, mend }];
  }
  if (count === 1 && question.noUnknown) {
    return [
      {
        path: [...path, 'noUnknown'],
        what: `"${question.id}" has an "I don't know" and says that it has none.`,
        mend: 'Take out why there is none (noUnknown).',
      },
    ];
  }
  return [];
}

/** Answers that speak a way but give no reason. */
function speaking(question: Question, path: Fault['path']): readonly Fault[] {
  return question.answers.flatMap((answer, at): Fault[] => {
    if (!answer.speaks || answer.reason) return [];
    const what = `The answer "${answer.id}" to "${question.id}" speaks for "${answer.speaks}" but has no reason to show.`;
    return [
      {
        path: [...path, 'answers', at, 'speaks'],
        what,
        mend: 'Give the reason that a result shows (reason), or let it point no way (speaks).',
      },
    ];
  });
}

/** Outcomes without words to use. */
function helpless(tree: TreeData): readonly Fault[] {
  return tree.outcomes.flatMap((outcome, place): Fault[] => {
    if (outcome.scripts.length > 0 || outcome.noScript) return [];
    const mend = 'Name a script that helps (scripts), or say why none does (noScript).';
    return [{ path: ['outcomes', place, 'scripts'], what: `The outcome "${outcome.id}" has no script.`, mend }];
  });
}

/** Scripts, guides and trees that do not exist. */
function references(tree: TreeData, known: Known): readonly Fault[] {
  return tree.outcomes.flatMap((outcome, place) => {
    const missing = (kind: string, id: string, there: ReadonlySet<string>, path: Fault['path']): readonly Fault[] =>
      there.has(id) ? [] : [{ path, what: `There is no ${kind} "${id}".`, mend: nearest(id, there) }];
    return [
      ...outcome.scripts.flatMap(({ id }, at) =>
        missing('script', id, known.scripts, ['outcomes', place, 'scripts', at, 'id']),
      ),
      ...outcome.guides.flatMap(({ guide }, at) =>
        missing('guide', guide, known.guides, ['outcomes', place, 'guides', at]),
      ),
      ...(outcome.leadsTo ? missing('tree', outcome.leadsTo, known.trees, ['outcomes', place, 'leadsTo']) : []),
    ];
  });
}

/** Retired ids that are still in use, are listed twice, or became something that is not there. */
function retirements(tree: TreeData): readonly Fault[] {
  const now = new Set(
    tree.questions.flatMap(({ id, answers }) => [id, ...answers.map((answer) => `${id}/${answer.id}`)]),
  );
  const was = new Set<string>();
  const successors = new Map(tree.retired.map((entry) => [entry.was, successor(entry)]));
  const comesBack = (id: string): boolean => {
    const seen = new Set<string>();
    let next = successors.get(id);
    for (; next !== undefined && next !== id && !seen.has(next); next = successors.get(next)) seen.add(next);
    return next === id;
  };
  return tree.retired.flatMap((entry, place): Fault[] => {
    const path = ['retired', place];
    if (now.has(entry.was))
      return [
        {
          path: [...path, 'was'],
          what: `"${entry.was}" is retired but still in the tree.`,
          mend: 'Remove it here, or give the new one another id.',
        },
      ];
    if (was.has(entry.was))
      return [{ path: [...path, 'was'], what: `"${entry.was}" is retired twice.`, mend: 'Leave one of the two.' }];
    was.add(entry.was);
    const became = successor(entry);
    if (became === undefined || now.has(became)) return [];
    if (comesBack(entry.was))
      return [
        {
          path: [...path, 'became'],
          what: `"${entry.was}" became "${entry.became}", and that leads back to it in a circle.`,
          mend: 'Name what is in the tree now, or leave out what it became (became): then it is asked again.',
        },
      ];
    if (successors.has(became)) return [];
    return [
      {
        path: [...path, 'became'],
        what: `"${entry.was}" became "${entry.became}", which is not there.`,
        mend: nearest(became, now),
      },
    ];
  });
}

/** What a retired id became, an answer with its question before it. */
function successor({ was, became }: TreeData['retired'][number]): string | undefined {
  const [question] = was.split('/');
  return became === undefined || became.includes('/') || !was.includes('/') ? became : `${question}/${became}`;
}

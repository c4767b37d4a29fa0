import type { Fault } from '../../content/fault.ts';
import type { CircumstancesData, NeedTarget, NeedsData, SafeguardsData } from '../../content/schemas/counsel.ts';
import type { ScriptData } from '../../content/schemas/script.ts';
import type { TreeData } from '../../content/schemas/tree.ts';
import { exclude, holds, type Condition } from './circumstances.ts';
import { carriesOver, isGuarded } from './counsel.ts';
import { endings, type Endings } from './endings.ts';
import { subjects, type Subject } from './rungs.ts';
import { nearest } from './suggest.ts';
import { indexTree, treeText, type Tree } from './tree.ts';
import { choice, keep } from './walk.ts';

/** All that safeguards, circumstances, needs and trees say of each other. */
export interface CounselData {
  readonly circumstances: CircumstancesData;
  readonly safeguards: SafeguardsData;
  readonly needs: NeedsData;
  readonly trees: readonly (TreeData & { readonly id: string })[];
  readonly scripts: readonly (Pick<ScriptData, 'fits' | 'variants'> & { readonly id: string })[];
  /** Written topic/file. */
  readonly guides: ReadonlySet<string>;
  /** Scripts and trees whose own files have faults: they are told there, and count as being there. */
  readonly unread?: ReadonlySet<string>;
}

/** A fault, and the list or file it stands in. */
export interface CounselFault extends Fault {
  readonly in: 'circumstances' | 'safeguards' | 'needs' | { readonly tree: string } | { readonly script: string };
}

type Path = Fault['path'];

/** A place that has a condition. */
interface Conditioned {
  readonly in: CounselFault['in'];
  readonly path: Path;
  readonly only: Condition | undefined;
}

/**
 * Tells all that is wrong between trees, circumstances, safeguards, scripts and the front door. What holds on the paths
 * is looked at once all names are right and every tree can be walked.
 *
 * @param data the checked content
 * @param sound whether every tree passed its own check
 * @returns the faults; none when all is well
 */
export function checkCounsel(data: CounselData, sound: boolean): readonly CounselFault[] {
  const named = [...doubles(data), ...unknownCircumstances(data), ...unknownPages(data), ...needsThatLeadNowhere(data)];
  return named.length > 0 || !sound ? named : [...uncarried(data), ...onPaths(data)];
}

/** Ids used twice in one of the lists. */
function doubles({ circumstances, safeguards, needs }: CounselData): readonly CounselFault[] {
  const inside = needs.flatMap((need, place) => [
    { id: need.id, path: [place, 'id'] },
    ...(need.needs ?? []).map(({ id }, at) => ({ id, path: [place, 'needs', at, 'id'] })),
  ]);
  const flat = (list: readonly { readonly id: string }[]): readonly { id: string; path: Path }[] =>
    list.map(({ id }, place) => ({ id, path: [place, 'id'] }));
  const lists = [
    ['circumstances', flat(circumstances)],
    ['safeguards', flat(safeguards)],
    ['needs', inside],
  ] as const;
  return lists.flatMap(([list, entries]) =>
    entries
      .filter(({ id }, place) => entries.findIndex((other) => other.id === id) < place)
      .map(({ id, path }) => ({
        in: list,
        path,
        what: `The id "${id}" is used twice.`,
        mend: 'Give one of the two another id.',
      })),
  );
}

/** Every place that has a condition. */
function conditioned({ safeguards, trees, scripts }: CounselData): readonly Conditioned[] {
  const parts = (
    where: CounselFault['in'],
    path: Path,
    owner: {
      readonly steps: readonly { readonly only?: Condition | undefined }[];
      readonly scripts: readonly { readonly only?: Condition | undefined }[];
      readonly guides: readonly { readonly only?: Condition | undefined }[];
      readonly checks?: readonly { readonly only?: Condition | undefined }[];
    },
  ): readonly Conditioned[] =>
    (['steps', 'checks', 'scripts', 'guides'] as const).flatMap((key) =>
      (owner[key] ?? []).map(({ only }, at) => ({ in: where, path: [...path, key, at, 'only'], only })),
    );
  return [
    ...trees.flatMap((tree) =>
      tree.outcomes.flatMap((outcome, place) => [
        ...parts({ tree: tree.id }, ['outcomes', place], outcome),
        { in: { tree: tree.id }, path: ['outcomes', place, 'noCall'], only: outcome.noCall },
      ]),
    ),
    ...safeguards.flatMap((safeguard, place) => [
      { in: 'safeguards' as const, path: [place, 'when'], only: safeguard.when },
      ...parts('safeguards', [place], safeguard),
    ]),
    ...scripts.map(({ id, fits }) => ({ in: { script: id }, path: ['fits'], only: fits })),
  ];
}

const idsOf = (condition: Condition | undefined): readonly string[] =>
  condition ? [...condition.any, ...condition.all, ...condition.none] : [];

/** Circumstances that answers, conditions and other circumstances name and that do not exist. */
function unknownCircumstances(data: CounselData): readonly CounselFault[] {
  const there = new Set(data.circumstances.map(({ id }) => id));
  const missing = (where: CounselFault['in'], path: Path, ids: readonly string[]): readonly CounselFault[] =>
    ids.flatMap((id, at) =>
      there.has(id)
        ? []
        : [
            {
              in: where,
              path: [...path, at],
              what: `There is no circumstance "${id}".`,
              mend: `${nearest(id, there)} They stand in content/circumstances.yaml.`,
            },
          ],
    );
  return [
    ...data.circumstances.flatMap(({ id, excludes }, place) => [
      ...missing('circumstances', [place, 'excludes'], excludes),
      ...(excludes.includes(id)
        ? [
            {
              in: 'circumstances' as const,
              path: [place, 'excludes'],
              what: `"${id}" excludes itself.`,
              mend: 'Remove it from its own list.',
            },
          ]
        : []),
    ]),
    ...data.trees.flatMap((tree) =>
      tree.questions.flatMap((question, place) =>
        question.answers.flatMap((answer, at) =>
          missing({ tree: tree.id }, ['questions', place, 'answers', at, 'means'], answer.means),
        ),
      ),
    ),
    ...conditioned(data).flatMap(({ in: where, path, only }) =>
      (['any', 'all', 'none'] as const).flatMap((key) => missing(where, [...path, key], only?.[key] ?? [])),
    ),
  ];
}

/** Scripts, wordings and guides that safeguards name and that do not exist, and wordings that outcomes name. */
function unknownPages(data: CounselData): readonly CounselFault[] {
  const scripts = new Map(data.scripts.map((script) => [script.id, script]));
  const wordings = (
    where: CounselFault['in'],
    path: Path,
    offers: TreeData['outcomes'][number]['scripts'],
  ): readonly CounselFault[] =>
    offers.flatMap(({ id, variant }, at): readonly CounselFault[] => {
      const script = scripts.get(id);
      if (!script)
        return where === 'safeguards' && !data.unread?.has(id)
          ? [noSuch(where, [...path, at, 'id'], 'script', id, scripts)]
          : [];
      const there = new Set(script.variants.map((one) => one.id));
      return variant === undefined || there.has(variant)
        ? []
        : [noSuch(where, [...path, at, 'variant'], `variant of "${id}"`, variant, there)];
    });
  /** A script of a step stands under scripts beside it, so that it is held against the same conditions. */
  const ofSteps = (
    where: CounselFault['in'],
    path: Path,
    { steps, scripts: beside }: Pick<TreeData['outcomes'][number], 'steps' | 'scripts'>,
  ): readonly CounselFault[] => {
    const there = new Set(beside.map(({ id }) => id));
    return steps.flatMap(({ script }, at) =>
      script === undefined || there.has(script)
        ? []
        : [noSuch(where, [...path, 'steps', at, 'script'], 'script under scripts', script, there)],
    );
  };
  return [
    ...data.trees.flatMap((tree) =>
      tree.outcomes.flatMap((outcome, place) => [
        ...wordings({ tree: tree.id }, ['outcomes', place, 'scripts'], outcome.scripts),
        ...ofSteps({ tree: tree.id }, ['outcomes', place], outcome),
      ]),
    ),
    ...data.safeguards.flatMap((safeguard, place) => [
      ...wordings('safeguards', [place, 'scripts'], safeguard.scripts),
      ...ofSteps('safeguards', [place], safeguard),
      ...safeguard.guides.flatMap(({ guide }, at) =>
        data.guides.has(guide) ? [] : [noSuch('safeguards', [place, 'guides', at], 'guide', guide, data.guides)],
      ),
      ...(safeguard.holds?.scripts ?? []).flatMap((id, at) =>
        scripts.has(id) || data.unread?.has(id)
          ? []
          : [noSuch('safeguards', [place, 'holds', 'scripts', at], 'script', id, scripts)],
      ),
    ]),
  ];
}

function noSuch(
  where: CounselFault['in'],
  path: Path,
  kind: string,
  id: string,
  there: { keys(): Iterable<string> },
): CounselFault {
  return { in: where, path, what: `There is no ${kind} "${id}".`, mend: nearest(id, new Set(there.keys())) };
}

/** Needs that lead to a tree or guide that is not there, or bring answers that do not go together. */
function needsThatLeadNowhere({ needs, trees, guides, unread }: CounselData): readonly CounselFault[] {
  const byId = new Map(trees.map((tree) => [tree.id, tree]));
  const check = (to: NeedTarget | undefined, path: Path): readonly CounselFault[] => {
    if (to?.guide !== undefined && !guides.has(to.guide))
      return [noSuch('needs', [...path, 'guide'], 'guide', to.guide, guides)];
    if (to?.tree === undefined) return [];
    const tree = byId.get(to.tree);
    if (!tree) return unread?.has(to.tree) ? [] : [noSuch('needs', [...path, 'tree'], 'tree', to.tree, byId)];
    const asked = new Map(tree.questions.map((question) => [question.id, question]));
    const wrong = Object.entries(to.answers ?? {}).flatMap(([id, given]): readonly CounselFault[] => {
      const question = asked.get(id);
      if (!question)
        return [noSuch('needs', [...path, 'answers', id], `question of the tree "${to.tree ?? ''}"`, id, asked)];
      if (choice(question, given)) return [];
      const mend = `Name one of: ${question.answers.map((answer) => answer.id).join(', ')}.`;
      return [
        {
          in: 'needs',
          path: [...path, 'answers', id],
          what: `"${given.join(', ')}" does not answer the question "${id}".`,
          mend,
        },
      ];
    });
    return wrong;
  };
  return needs.flatMap((need, place) => [
    ...check(need.to, [place, 'to']),
    ...(need.needs ?? []).flatMap(({ to }, at) => check(to, [place, 'needs', at, 'to'])),
  ]);
}

/** Circumstances that no answer carries. */
function uncarried({ circumstances, trees }: CounselData): readonly CounselFault[] {
  const carried = new Set(
    trees.flatMap(({ questions }) => questions.flatMap(({ answers }) => answers.flatMap(({ means }) => means))),
  );
  return circumstances.flatMap(({ id }, place): readonly CounselFault[] =>
    carried.has(id)
      ? []
      : [
          {
            in: 'circumstances',
            path: [place, 'id'],
            what: `No answer carries the circumstance "${id}".`,
            mend: 'Let an answer of a tree mean it (means), or remove it.',
          },
        ],
  );
}

/** One tree, ready to look at its paths. */
interface Walked {
  readonly data: CounselData['trees'][number];
  readonly tree: Tree;
  /** How paths can end, as far as some circumstances are concerned. */
  readonly endings: (ids: readonly string[]) => Endings;
}

/** Faults that only show over all paths. */
function onPaths(data: CounselData): readonly CounselFault[] {
  const means = new Map(
    data.trees.map((tree) => [
      tree.id,
      new Set(tree.questions.flatMap(({ answers }) => answers.flatMap((answer) => answer.means))),
    ]),
  );
  const walked: readonly Walked[] = data.trees.map((one) => {
    const tree = indexTree(treeText(one, data.circumstances));
    // What another tree can tell; what this tree alone asks cannot be known before.
    const carried = data.circumstances
      .filter(
        (circumstance) =>
          carriesOver(circumstance) && [...means].some(([id, ids]) => id !== one.id && ids.has(circumstance.id)),
      )
      .map(({ id }) => id);
    // Many conditions name the same circumstances.
    const found = new Map<string, Endings>();
    const endingsOf = (ids: readonly string[]): Endings => {
      const key = ids.join(' ');
      const known = found.get(key) ?? endings(tree, ids, data.circumstances, carried);
      found.set(key, known);
      return known;
    };
    return { data: one, tree, endings: endingsOf };
  });
  return [
    ...walked.flatMap((one) => [
      ...outcomeConditions(one, data),
      ...contradictions(one, data),
      ...unguarded(one, data),
      ...forbiddenEnds(one, data),
      ...endsUnasked(one),
    ]),
    ...safeguardConditions(walked, data),
    ...needAnswers(walked, data),
  ];
}

/** Says whether a condition holds in some, all or none of the sets. */
function verdict(condition: Condition, sets: readonly ReadonlySet<string>[]): 'never' | 'always' | 'sometimes' {
  const held = sets.filter((set) => holds(condition, set)).length;
  return held === 0 ? 'never' : held === sets.length ? 'always' : 'sometimes';
}

const neverOrAlways = (
  where: CounselFault['in'],
  path: Path,
  how: 'never' | 'always' | 'sometimes',
  on: string,
): readonly CounselFault[] =>
  how === 'sometimes'
    ? []
    : [
        {
          in: where,
          path,
          what: `This condition ${how === 'never' ? 'never holds' : 'always holds'} ${on}.`,
          mend:
            how === 'never'
              ? 'Correct it, or remove what hangs on it: nobody would ever see it.'
              : 'Remove the condition: it makes no difference.',
        },
      ];

/** Conditions of an outcome's parts that never or always hold, and scripts that do not fit there. */
function outcomeConditions(
  { data: { id, outcomes }, endings: ends }: Walked,
  { scripts }: CounselData,
): readonly CounselFault[] {
  return outcomes.flatMap((outcome, place) => {
    const on = `on a way to "${outcome.id}"`;
    const sets = (ids: readonly string[]): readonly ReadonlySet<string>[] => ends(ids).get(outcome.id) ?? [];
    const parts = (['steps', 'checks', 'scripts', 'guides'] as const).flatMap((key) =>
      outcome[key].flatMap(({ only }, at) =>
        only
          ? neverOrAlways({ tree: id }, ['outcomes', place, key, at, 'only'], verdict(only, sets(idsOf(only))), on)
          : [],
      ),
    );
    const offers = outcome.scripts.flatMap(({ id: script, only }, at): readonly CounselFault[] => {
      const fits = scripts.find((one) => one.id === script)?.fits;
      const possible = sets([...new Set([...idsOf(only), ...idsOf(fits)])]);
      if (!fits || possible.some((set) => holds(only, set) && holds(fits, set))) return [];
      const mend =
        'Correct when the script fits (fits, in the script) or when it is offered here (only), or remove it here.';
      return [
        {
          in: { tree: id },
          path: ['outcomes', place, 'scripts', at],
          what: `The script "${script}" never fits ${on}.`,
          mend,
        },
      ];
    });
    const calls = outcome.noCall
      ? neverOrAlways(
          { tree: id },
          ['outcomes', place, 'noCall'],
          verdict(outcome.noCall, sets(idsOf(outcome.noCall))),
          on,
        )
      : [];
    const both = outcome.ends && outcome.refusesEnding;
    return [
      ...parts,
      ...calls,
      ...offers,
      ...(both
        ? [
            {
              in: { tree: id },
              path: ['outcomes', place, 'refusesEnding'],
              what: `"${outcome.id}" ends the work and refuses to end it.`,
              mend: 'Let it do one of the two: end the work (ends), or say not to (refusesEnding).',
            },
          ]
        : []),
    ];
  });
}

/** Circumstances that exclude each other and come together on a path. */
function contradictions(
  { data: { id, questions }, tree }: Walked,
  { circumstances }: CounselData,
): readonly CounselFault[] {
  const asked = questions.flatMap(({ answers }, place) =>
    answers.flatMap(({ means }, at) =>
      means.map((one) => ({ one, path: ['questions', place, 'answers', at, 'means'] })),
    ),
  );
  const last = new Map(asked.map(({ one, path }) => [one, path]));
  const ids = [...last.keys()];
  return ids.flatMap((one, place) =>
    ids.slice(place + 1).flatMap((other): readonly CounselFault[] => {
      if (!exclude(circumstances, one, other)) return [];
      const together = [...endings(tree, [one, other]).values()].some((sets) => sets.some(({ size }) => size === 2));
      if (!together) return [];
      const mend =
        'Make the answers that mean them exclude each other, or let neither exclude the other (excludes, in content/circumstances.yaml).';
      return [
        {
          in: { tree: id },
          path: last.get(other) ?? [],
          what: `A path carries "${one}" and "${other}", which exclude each other.`,
          mend,
        },
      ];
    }),
  );
}

/** Circumstances that a safeguard has to answer, on a path on which none does. */
function unguarded(
  { data: { id, questions }, tree }: Walked,
  { circumstances, safeguards }: CounselData,
): readonly CounselFault[] {
  return circumstances.filter(isGuarded).flatMap(({ id: guarded }): readonly CounselFault[] => {
    const naming = safeguards.filter(({ when }) => [...when.any, ...when.all].includes(guarded));
    const ids = [...new Set([guarded, ...naming.flatMap(({ when }) => idsOf(when))])];
    const bare = [...endings(tree, ids).values()].some((sets) =>
      sets.some((set) => set.has(guarded) && !naming.some(({ when }) => holds(when, set))),
    );
    if (!bare) return [];
    const place = questions.findIndex(({ answers }) => answers.some(({ means }) => means.includes(guarded)));
    const at = questions[place]?.answers.findIndex(({ means }) => means.includes(guarded)) ?? 0;
    return [
      {
        in: { tree: id },
        path: ['questions', place, 'answers', at, 'means'],
        what: `A path carries "${guarded}", and no safeguard that names it applies.`,
        mend: 'Let a safeguard apply where it holds (any, under when in content/safeguards.yaml), or say that none has to (guarded, in the circumstance).',
      },
    ];
  });
}

/** Outcomes, and steps and checks of them, that keep silent or refuse an ending where a circumstance forbids it. */
function forbiddenEnds(
  { data: { id, outcomes }, endings: ends }: Walked,
  { circumstances }: CounselData,
): readonly CounselFault[] {
  const marks = [
    ['silence', 'silentToClient', 'says nothing to the client'],
    ['refusal', 'refusesEnding', 'refuses to end the work'],
  ] as const;
  return outcomes.flatMap((outcome, place) => {
    const marked = [
      { path: [], only: undefined, marks: outcome },
      ...(['steps', 'checks'] as const).flatMap((key) =>
        outcome[key].map((part, at) => ({ path: [key, at], only: part.only, marks: part })),
      ),
    ];
    return marked.flatMap((part) =>
      marks.flatMap(([kind, key, does]) => {
        if (!part.marks[key]) return [];
        return circumstances
          .filter(({ forbids }) => forbids.includes(kind))
          .filter((circumstance) =>
            (ends([...new Set([circumstance.id, ...idsOf(part.only)])]).get(outcome.id) ?? []).some(
              (set) => set.has(circumstance.id) && holds(part.only, set),
            ),
          )
          .map((circumstance) => ({
            in: { tree: id },
            path: ['outcomes', place, ...part.path, key],
            what: `"${outcome.id}" ${does}, and a path leads to it on which this holds: "${circumstance.id}".`,
            mend:
              part.path.length > 0
                ? `Leave it out where "${circumstance.id}" holds (none, under only), or say something else.`
                : 'Lead this path elsewhere, or let the outcome say something else.',
          }));
      }),
    );
  });
}

/** Answers "I don't know" that end a walk before danger, law, claims and harm were asked. */
function endsUnasked({ data: { id, questions, outcomes }, tree }: Walked): readonly CounselFault[] {
  if (questions.every(({ asks }) => asks.length === 0)) return [];
  const stops = new Set(outcomes.filter(({ rung }) => rung === 'stop-now').map((outcome) => outcome.id));
  const places = new Map(questions.map((question, place) => [question.id, place]));
  // What was asked on every way to a question.
  const asked = new Map<string, ReadonlySet<Subject>>([[tree.first.id, new Set()]]);
  const faults: CounselFault[] = [];
  for (const question of tree.order) {
    const here = new Set([...(asked.get(question.id) ?? []), ...question.asks]);
    const missing = subjects.filter((subject) => !here.has(subject));
    question.answers.forEach((answer, at) => {
      if (tree.questions.has(answer.to)) {
        const before = asked.get(answer.to);
        asked.set(answer.to, before ? new Set([...before].filter((subject) => here.has(subject))) : here);
      } else if (answer.unknown && missing.length > 0 && !stops.has(answer.to)) {
        faults.push({
          in: { tree: id },
          path: ['questions', places.get(question.id) ?? 0, 'answers', at, 'to'],
          what: `"I don't know" ends the walk here, and on a way to it nobody asked about: ${missing.join(', ')}.`,
          mend: 'Lead it on to a question that asks, or say of a question before it that it does (asks).',
        });
      }
    });
  }
  return faults;
}

/** Safeguards that never or always apply, and their parts. */
function safeguardConditions(walked: readonly Walked[], { safeguards, scripts }: CounselData): readonly CounselFault[] {
  const sets = (ids: readonly string[]): readonly ReadonlySet<string>[] =>
    walked.flatMap((one) => [...one.endings([...new Set(ids)]).values()].flat());
  return safeguards.flatMap((safeguard, place) => {
    const how = verdict(safeguard.when, sets(idsOf(safeguard.when)));
    if (how !== 'sometimes') return neverOrAlways('safeguards', [place, 'when'], how, 'on any path of any tree');
    const where = (ids: readonly string[]): readonly ReadonlySet<string>[] =>
      sets([...idsOf(safeguard.when), ...ids]).filter((set) => holds(safeguard.when, set));
    return [
      ...(['steps', 'scripts', 'guides'] as const).flatMap((key) =>
        safeguard[key].flatMap(({ only }, at) =>
          only
            ? neverOrAlways(
                'safeguards',
                [place, key, at, 'only'],
                verdict(only, where(idsOf(only))),
                'where the safeguard applies',
              )
            : [],
        ),
      ),
      ...safeguard.scripts.flatMap(({ id, only }, at): readonly CounselFault[] => {
        const fits = scripts.find((script) => script.id === id)?.fits;
        if (!fits || where([...idsOf(only), ...idsOf(fits)]).some((set) => holds(only, set) && holds(fits, set)))
          return [];
        const mend =
          'Correct when the script fits (fits, in the script) or when it is offered here (only), or remove it here.';
        return [
          {
            in: 'safeguards',
            path: [place, 'scripts', at],
            what: `The script "${id}" never fits where the safeguard applies.`,
            mend,
          },
        ];
      }),
    ];
  });
}

/** Needs whose answers do not come up together. */
function needAnswers(walked: readonly Walked[], { needs }: CounselData): readonly CounselFault[] {
  const check = (to: NeedTarget | undefined, path: Path): readonly CounselFault[] => {
    const tree = walked.find(({ data }) => data.id === to?.tree)?.tree;
    if (!tree || !to?.answers) return [];
    const kept = keep(tree, to.answers);
    return Object.keys(to.answers)
      .filter((id) => !Object.hasOwn(kept, id))
      .map((id) => ({
        in: 'needs',
        path: [...path, 'answers', id],
        what: `The question "${id}" does not come up with the other answers.`,
        mend: 'Leave it out, or correct the other answers.',
      }));
  };
  return needs.flatMap((need, place) => [
    ...check(need.to, [place, 'to']),
    ...(need.needs ?? []).flatMap(({ to }, at) => check(to, [place, 'needs', at, 'to'])),
  ]);
}

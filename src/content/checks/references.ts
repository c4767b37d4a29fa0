import { didYouMean } from '../explain.ts';
import { isDraft, leftOutUntil } from '../drafts.ts';
import { faultIn, fileOf, known, leadsNowhere, undecided, type Check, type Checked, type Known } from './check.ts';

/** A place in front matter or YAML that names something else. */
interface Reference {
  readonly file: string;
  readonly path: readonly (string | number)[];
  readonly kind: keyof Known;
  readonly value: string;
}

/** References in front matter and YAML lead to something that exists. Trees and playbook.yaml have checks of their own. */
export const references: Check = (checked) => {
  const ids = known(checked);
  return referencesIn(checked).flatMap(({ file, path, kind, value }) =>
    ids[kind].has(value) || undecided(checked, ids, value)
      ? []
      : faultIn(checked.files, file, {
          path,
          what: `${value} names no ${kind}.`,
          mend: `Correct it, or add the ${kind}. ${didYouMean(value, [...ids[kind]])}`,
        }),
  );
};

/** No published page names a draft, or one that goes out later: readers would find nothing there. */
export const namedDrafts: Check = (checked) =>
  [...referencesIn(checked), ...referencesOfTrees(checked), ...referencesOfPlaybook(checked), ...referencesOfCounsel(checked)].flatMap(({ file, path, kind, value }) =>
    isPage(kind) && leadsNowhere(checked, pageFile(kind, value), file)
      ? faultIn(checked.files, file, { path, ...namesLeftOut(checked, kind, value, pageFile(kind, value)) })
      : [],
  );

/** What is said where a page leads to one that a build leaves out for longer. */
export function namesLeftOut({ files, today }: Checked, kind: string, value: string, file: string) {
  const read = files.get(file);
  return read && !isDraft(read)
    ? {
        what: `A build leaves the ${kind} ${value} out until ${leftOutUntil(read, today)}, its day to go out.`,
        mend: 'Name it from that day on, or let it go out earlier (publish).',
      }
    : {
        what: `The ${kind} ${value} is a draft, which a build leaves out.`,
        mend: `Finish ${read?.file ?? 'it'} and let it be no draft any more (draft: true), or do not name it yet.`,
      };
}

const isPage = (kind: keyof Known): kind is 'guide' | 'script' | 'tree' | 'outcome' =>
  kind === 'guide' || kind === 'script' || kind === 'tree' || kind === 'outcome';

const pageFile = (kind: 'guide' | 'script' | 'tree' | 'outcome', value: string): string =>
  kind === 'outcome' ? fileOf.tree(value.split('/')[0] ?? '') : fileOf[kind](value);

function referencesIn({ content }: Checked): Reference[] {
  const all = (file: string, kind: keyof Known, values: readonly string[], path: (string | number)[]): Reference[] =>
    values.map((value, index) => ({ file, kind, value, path: [...path, index] }));
  return [
    ...content.guides.flatMap((guide) => {
      const file = fileOf.guide(guide.ref);
      return [
        ...all(file, 'point', guide.covers, ['covers']),
        ...all(file, 'subject beyond the documents', guide.beyond, ['beyond']),
        ...all(file, 'guide', guide.related.guides, ['related', 'guides']),
        ...all(file, 'outcome', guide.related.outcomes, ['related', 'outcomes']),
      ];
    }),
    ...content.scripts.flatMap((script) => [
      ...all(fileOf.script(script.id), 'point', script.covers, ['covers']),
      ...all(fileOf.script(script.id), 'fact', script.facts, ['facts']),
      ...all(fileOf.script(script.id), 'situation', script.situations, ['situations']),
    ]),
    ...content.situations.flatMap((situation, index) =>
      (
        [
          ['guide', 'guide'],
          ['script', 'script'],
          ['tree', 'tree'],
          ['group', 'group of playbook.yaml'],
        ] as const
      ).map(([key, kind]) => ({ file: 'content/situations.yaml', kind, value: situation[key], path: [index, key] })),
    ),
  ];
}

function referencesOfTrees({ content }: Checked): Reference[] {
  return content.trees.flatMap((tree) =>
    tree.outcomes.flatMap((outcome, place): Reference[] => {
      const file = fileOf.tree(tree.id);
      const path = ['outcomes', place];
      return [
        ...outcome.scripts.map(({ id: value }, at) => ({ file, kind: 'script' as const, value, path: [...path, 'scripts', at] })),
        ...outcome.guides.map(({ guide: value }, at) => ({ file, kind: 'guide' as const, value, path: [...path, 'guides', at] })),
        ...(outcome.leadsTo ? [{ file, kind: 'tree' as const, value: outcome.leadsTo, path: [...path, 'leadsTo'] }] : []),
      ];
    }),
  );
}

const referencesOfPlaybook = ({ content: { playbook } }: Checked): Reference[] => [
  ...(['guide', 'script'] as const).map((kind) => ({
    file: 'content/playbook.yaml',
    kind,
    value: playbook.danger[kind],
    path: ['danger', kind],
  })),
  { file: 'content/playbook.yaml', kind: 'tree', value: playbook.firstTree, path: ['firstTree'] },
];

/** What safeguards offer, and where the front door leads. */
function referencesOfCounsel({ content: { safeguards, needs } }: Checked): Reference[] {
  const offered = safeguards.flatMap(({ scripts, guides }, place): Reference[] => {
    const file = 'content/safeguards.yaml';
    return [
      ...scripts.map(({ id }, at) => ({ file, kind: 'script' as const, value: id, path: [place, 'scripts', at] })),
      ...guides.map(({ guide }, at) => ({ file, kind: 'guide' as const, value: guide, path: [place, 'guides', at] })),
    ];
  });
  const doors = needs.flatMap((need, place) => [
    { to: need.to, path: [place, 'to'] },
    ...(need.needs ?? []).map(({ to }, at) => ({ to, path: [place, 'needs', at, 'to'] })),
  ]);
  return [
    ...offered,
    ...doors.flatMap(({ to, path }) =>
      (['tree', 'guide'] as const).flatMap((kind): Reference[] => {
        const value = to?.[kind];
        return value === undefined ? [] : [{ file: 'content/needs.yaml', kind, value, path: [...path, kind] }];
      }),
    ),
  ];
}

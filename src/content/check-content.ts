import { outcomeAddress, guideAddress, scriptAddress, sourceAddress, treeAddress } from '../routes.ts';
import { checkScript } from '../script/engine/check.ts';
import { languageWarnings } from '../script/engine/language.ts';
import { nearest as closest } from '../script/engine/suggest.ts';
import { checkCounsel, type CounselFault } from '../tree/engine/check-counsel.ts';
import { checkTree } from '../tree/engine/check.ts';
import { companyLayer } from './checks/company.ts';
import { namedInPlaybook } from './checks/playbook.ts';
import { layersOf, type Layer } from './layers.ts';
import { readContent, type Reading } from './read-content.ts';
import { locate, realFile, type FileFault, type ReadFile } from './read-file.ts';

/** One check over the whole content. It gets what was read and tells the faults it finds. */
type Check = (reading: Reading) => FileFault[];

const fileOf = {
  guide: (ref: string) => `content/guides/${ref}.mdx`,
  script: (id: string) => `content/scripts/${id}.yaml`,
  tree: (id: string) => `content/trees/${id}.yaml`,
};

/**
 * Every id that a file may refer to, by what it names. A file with faults of its own still counts as being there, so that
 * one mistake is told once and not again wherever the file is named.
 */
function known({ content, files }: Reading) {
  const inFolder = (folder: string) =>
    [...files.keys()].flatMap((file) =>
      file.startsWith(`content/${folder}/`) ? file.slice(folder.length + 9).replace(/\.\w+$/, '') : [],
    );
  return {
    guide: new Set(inFolder('guides')),
    script: new Set(inFolder('scripts')),
    tree: new Set(inFolder('trees')),
    outcome: new Set(content.trees.flatMap((tree) => tree.outcomes.map((outcome) => `${tree.id}/${outcome.id}`))),
    point: new Set(content.sources.flatMap((source) => source.points.map((point) => `${source.id}/${point.id}`))),
    source: new Set(inFolder('sources')),
    'subject beyond the documents': new Set(content.beyond.map((subject) => subject.id)),
    situation: new Set(content.situations.map((situation) => situation.id)),
  };
}

/** Whether an outcome or a point cannot be judged, because the file that would define it has faults of its own. */
const undecided = ({ content }: Reading, ids: ReturnType<typeof known>, value: string): boolean => {
  const [owner = ''] = value.split('/');
  return (
    (ids.tree.has(owner) && !content.trees.some(({ id }) => id === owner)) ||
    (ids.source.has(owner) && !content.sources.some(({ id }) => id === owner))
  );
};

/** References in front matter and YAML lead to something that exists. */
const references: Check = (reading) => {
  const { content, files } = reading;
  const ids = known(reading);
  const faults: FileFault[] = [];
  const look = (file: string, kind: keyof typeof ids, values: readonly string[], path: (string | number)[]) => {
    const read = files.get(file);
    values.forEach((value, index) => {
      if (read && !ids[kind].has(value) && !undecided(reading, ids, value))
        faults.push(
          locate(read, {
            path: [...path, index],
            what: `${value} names no ${kind}.`,
            mend: `Correct it, or add the ${kind}. ${nearest(value, ids[kind])}`,
          }),
        );
    });
  };
  for (const guide of content.guides) {
    const file = fileOf.guide(guide.ref);
    look(file, 'point', guide.covers, ['covers']);
    look(file, 'subject beyond the documents', guide.beyond, ['beyond']);
    look(file, 'guide', guide.related.guides, ['related', 'guides']);
    look(file, 'outcome', guide.related.outcomes, ['related', 'outcomes']);
  }
  for (const script of content.scripts) {
    look(fileOf.script(script.id), 'point', script.covers, ['covers']);
    look(fileOf.script(script.id), 'situation', script.situations, ['situations']);
  }
  content.situations.forEach((situation, index) => {
    for (const kind of ['guide', 'script', 'tree'] as const)
      if (!ids[kind].has(situation[kind])) look('content/situations.yaml', kind, [situation[kind]], [index, kind]);
  });
  return faults;
};

/** The id that was probably meant, or else where the ids are. */
function nearest(value: string, ids: ReadonlySet<string>): string {
  const close = closest(value, [...ids]);
  if (close !== undefined) return `Did you mean ${close}?`;
  return ids.size > 0 && ids.size <= 12 ? `There are: ${[...ids].join(', ')}.` : 'Nothing of a similar name exists.';
}

/** Every tree is sound; src/tree/engine/check.ts says what that means. */
const soundTrees: Check = (reading) => {
  const { content, files } = reading;
  const ids = known(reading);
  return content.trees.flatMap((tree) =>
    checkTree(tree, { scripts: ids.script, guides: ids.guide, trees: ids.tree }).flatMap((fault) =>
      faultIn(files, fileOf.tree(tree.id), fault),
    ),
  );
};

/** Trees, circumstances, safeguards and the front door go together; src/tree/engine/check-counsel.ts says what that means. */
const soundCounsel: Check = (reading) => {
  const { content, files } = reading;
  const fileOfFault = ({ in: where }: CounselFault): string =>
    typeof where === 'string' ? `content/${where}.yaml` : 'tree' in where ? fileOf.tree(where.tree) : fileOf.script(where.script);
  const sound = reading.faults.length === 0 && soundTrees(reading).length === 0;
  return checkCounsel({ ...content, guides: known(reading).guide }, sound).flatMap((fault) =>
    faultIn(files, fileOfFault(fault), fault),
  );
};

/** Every script is sound; src/script/engine/check.ts says what that means. */
const soundScripts: Check = ({ content, files }) =>
  content.scripts.flatMap((script) =>
    checkScript(script, content.fields).flatMap((fault) => faultIn(files, fileOf.script(script.id), fault)),
  );

/** Worked cases belong to a tree. Whether they lead where they say is a test. */
const casesOfTrees: Check = ({ files }) =>
  [...files.values()]
    .filter(({ file }) => file.startsWith('content/cases/') && !files.has(file.replace('/cases/', '/trees/')))
    .map((read) =>
      locate(read, {
        path: [],
        what: 'There is no tree of this name.',
        mend: 'Name the file as the tree it belongs to.',
      }),
    );

/** A guide that carries no point says what beyond the documents it answers. */
const beyondMarked: Check = ({ content, files }) =>
  content.guides
    .filter((guide) => guide.covers.length === 0 && guide.beyond.length === 0)
    .flatMap((guide) =>
      faultIn(files, fileOf.guide(guide.ref), {
        path: ['covers'],
        what: 'The guide covers no point of the documents and does not say that it goes beyond them.',
        mend: 'Name the points it carries under covers, or the subject it answers under beyond.',
      }),
    );

/** Every point of the documents and every subject beyond them has a guide. Looked at once all files could be read. */
const everythingCarried: Check = ({ content, files, faults }) =>
  faults.length > 0
    ? []
    : [
        ...content.sources.flatMap((source) =>
          source.points.flatMap((point, index) =>
            content.guides.some((guide) => guide.covers.includes(`${source.id}/${point.id}`))
              ? []
              : faultIn(files, `content/sources/${source.id}.md`, {
                  path: ['points', index],
                  what: `No guide carries the point ${source.id}/${point.id}.`,
                  mend: 'Name it under covers in the guide that treats it, or write one.',
                }),
          ),
        ),
        ...content.beyond.flatMap((subject, index) =>
          content.guides.some((guide) => guide.beyond.includes(subject.id))
            ? []
            : faultIn(files, 'content/beyond.yaml', {
                path: [index],
                what: `No guide answers ${subject.id}.`,
                mend: 'Name it under beyond in the guide that answers it, or write one.',
              }),
        ),
      ];

/** Every script is led to by a guide or an outcome. Looked at once all files could be read. */
const scriptsLedTo: Check = ({ content, files, faults }) => {
  if (faults.length > 0) return [];
  const led = new Set([
    ...content.guides.flatMap((guide) => guide.scripts),
    ...content.trees.flatMap((tree) => tree.outcomes.flatMap((outcome) => outcome.scripts.map(({ id }) => id))),
    ...content.safeguards.flatMap((safeguard) => safeguard.scripts.map(({ id }) => id)),
  ]);
  return content.scripts
    .filter((script) => !led.has(script.id))
    .flatMap((script) =>
      faultIn(files, fileOf.script(script.id), {
        path: [],
        what: 'No guide embeds this script and no outcome offers it, so nobody will find it.',
        mend: `Add it to an outcome's scripts, or write <Script id="${script.id}" /> in a guide.`,
      }),
    );
};

/** What stands in the text of guides and pages: embedded parts exist, links lead somewhere. */
const bodies: Check = (reading) => {
  const { content, files } = reading;
  const ids = known(reading);
  const addresses = new Set([
    '/',
    '/guides/',
    '/decide/',
    '/scripts/',
    '/sources/',
    '/sources/disagreements/',
    '/about/',
    '/about/upkeep/',
    '/search/',
    '/a-to-z/',
    '/good-terms.html',
    '/third-party.txt',
    ...content.topics.map((topic) => `/guides/${topic.id}/`),
    ...[...ids.guide].map(guideAddress),
    ...[...ids.script].map(scriptAddress),
    ...[...ids.source].map(sourceAddress),
    ...[...ids.tree].map(treeAddress),
    ...[...ids.tree].flatMap((tree) => ['worksheet', 'map', 'cases'].map((page) => outcomeAddress(`${tree}/${page}`))),
    ...[...ids.outcome].map(outcomeAddress),
  ]);
  const leadsSomewhere = (address: string) =>
    addresses.has(address) || undecided(reading, ids, address.replace('/decide/', ''));
  return [...files.values()]
    .filter((file) => /\.mdx?$/.test(file.file))
    .flatMap((file) => [
      ...wrongParts(file, 'Script', 'id', ids.script, 'script'),
      ...wrongParts(file, 'Tree', 'id', ids.tree, 'tree'),
      ...wrongParts(file, 'Who', 'role', new Set(Object.keys(content.organisation.people)), 'role'),
      ...matches(file, /\]\(([^)\s]*)/g, (link) => {
        const [address = ''] = link.split(/[#?]/);
        if (!address.startsWith('/'))
          return isElsewhere(link)
            ? undefined
            : {
                what: `The link "${link}" is no address.`,
                mend: 'Begin with / for a page of this site, such as /scripts/late-payment/, with https:// for another site.',
              };
        return leadsSomewhere(address)
          ? undefined
          : {
              what: `The link ${address} leads nowhere.`,
              mend: 'Correct the address; it ends in a slash, such as /scripts/late-payment/.',
            };
      }),
    ]);
};

/** Whether a link leads to a heading of its own page, to another site, or to somebody by mail or telephone. */
const isElsewhere = (link: string): boolean =>
  /^#./.test(link) || ['https:', 'http:', 'mailto:', 'tel:'].includes(URL.parse(link)?.protocol ?? '');

const wrongParts = (
  file: ReadFile,
  component: string,
  property: string,
  ids: ReadonlySet<string>,
  kind: string,
): FileFault[] =>
  matches(file, new RegExp(`<${component}\\s[^>]*?\\b${property}="([^"]*)"`, 'g'), (value) =>
    ids.has(value)
      ? undefined
      : {
          what: `<${component}> names the ${kind} ${value}, which does not exist.`,
          mend: `Correct it, or add the ${kind}. ${nearest(value, ids)}`,
        },
  );

function matches(
  file: ReadFile,
  pattern: RegExp,
  judge: (value: string) => { what: string; mend: string } | undefined,
): FileFault[] {
  return [...file.body.matchAll(pattern)].flatMap((match) => {
    const fault = judge(match[1] ?? '');
    const line = file.bodyLine + file.body.slice(0, match.index).split('\n').length - 1;
    return fault ? [{ ...fault, file: file.file, line, path: [] }] : [];
  });
}

const faultIn = (files: Reading['files'], file: string, fault: Parameters<typeof locate>[1]): FileFault[] => {
  const read = files.get(file);
  return read ? [locate(read, fault)] : [];
};

const checks: readonly Check[] = [
  references,
  soundTrees,
  soundCounsel,
  soundScripts,
  casesOfTrees,
  beyondMarked,
  everythingCarried,
  scriptsLedTo,
  bodies,
  namedInPlaybook,
  companyLayer,
];

/**
 * Reads and checks the whole content.
 * @param root the project's root folder
 * @param layers the folders of content, the company's last
 * @returns the content and all faults, sorted by file and line
 */
export function checkContent(root: string, layers: readonly Layer[] = layersOf(root)): Reading {
  const reading = readContent(root, layers);
  const faults = withLayers(reading, [...reading.faults, ...checks.flatMap((check) => check(reading))]);
  faults.sort((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0));
  return { ...reading, faults };
}

/** Faults with the real file, where the check knew it by its name only, and with the layer when there is more than one. */
function withLayers({ files, layers }: Reading, faults: readonly FileFault[]): FileFault[] {
  if (layers.length < 2) return [...faults];
  return faults.map((fault) => {
    const read = files.get(fault.file);
    // A list is read from several layers: its faults know theirs.
    const file = read && !read.fileOf ? realFile(read) : fault.file;
    const company = layers.find(({ name }) => name === 'company');
    const isCompany = company !== undefined && (file === company.folder || file.startsWith(`${company.folder}/`));
    return { ...fault, file, layer: isCompany ? 'company' : 'playbook' };
  });
}

/** All faults as text for an editor: a paragraph each, with file, line, what is wrong and the mend. */
export const tellFaults = (faults: readonly FileFault[]): string =>
  [
    ...faults.map((fault) => `${fault.file}${fault.line ? `:${fault.line}` : ''}${fault.layer ? ` (${fault.layer}'s layer)` : ''}\n  ${fault.what}\n  ${fault.mend}`),
    `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in the content. Nothing was built.`,
  ].join('\n\n');

/**
 * What an editor may want to look at again, though nothing is broken: wording in scripts that can do harm.
 * @returns warnings with file and line, sorted
 */
export const contentWarnings = ({ content, files }: Reading): FileFault[] =>
  content.scripts.flatMap((script) =>
    languageWarnings(script).flatMap((warning) => faultIn(files, fileOf.script(script.id), warning)),
  );

if (import.meta.main) {
  const reading = checkContent(process.cwd());
  const { content, faults } = reading;
  for (const warning of contentWarnings(reading))
    console.warn(`Warning: ${warning.file}:${warning.line ?? 1}\n  ${warning.what}\n  ${warning.mend}\n`);
  if (faults.length > 0) {
    console.error(tellFaults(faults));
    process.exitCode = 1;
  } else
    console.log(
      `The content is sound: ${content.guides.length} guides, ${content.scripts.length} scripts, ${content.trees.length} trees, ${content.sources.length} sources.`,
    );
}

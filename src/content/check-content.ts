import type { Check, Checked } from './checks/check.ts';
import { addressFaults } from './checks/addresses.ts';
import { soundChanges } from './checks/changes.ts';
import { companyLayer } from './checks/company.ts';
import { soundCounsel } from './checks/counsel.ts';
import { beyondMarked, everythingCarried } from './checks/coverage.ts';
import { soundFacts } from './checks/facts.ts';
import { fileNames } from './checks/file-names.ts';
import { guideTexts } from './checks/guide-texts.ts';
import { guideForm } from './checks/guide-form.ts';
import { layerFiles, unshown } from './checks/layer-files.ts';
import { legalWords } from './checks/legal-words.ts';
import { links } from './checks/links.ts';
import { pictures } from './checks/pictures.ts';
import { examplesOfDanger, phrasingsOfPages, phrasingsThemselves } from './checks/phrasings.ts';
import { namedInPlaybook } from './checks/playbook.ts';
import { namedDrafts, references } from './checks/references.ts';
import { languageOfScripts, scriptsLedTo, soundScripts } from './checks/scripts.ts';
import { tags } from './checks/tags.ts';
import { casesElsewhere, casesOfTrees, soundTrees } from './checks/trees.ts';
import { unwritten } from './checks/unwritten.ts';
import { isDraft, published, unwrittenIn } from './drafts.ts';
import { layersOf, type Layer } from './layers.ts';
import { readContent, type Reading } from './read-content.ts';
import { realFile, type FileFault } from './read-file.ts';

const checks: readonly Check[] = [
  fileNames,
  references,
  namedDrafts,
  soundTrees,
  soundCounsel,
  casesOfTrees,
  soundScripts,
  scriptsLedTo,
  beyondMarked,
  everythingCarried,
  soundFacts,
  tags,
  legalWords,
  links,
  pictures,
  layerFiles,
  unwritten,
  guideTexts,
  guideForm,
  phrasingsOfPages,
  phrasingsThemselves,
  examplesOfDanger,
  namedInPlaybook,
  soundChanges,
  companyLayer,
  addressFaults,
];

/** How the content is to be checked. */
interface Run {
  /** The folders of content, the company's last. */
  readonly layers?: readonly Layer[];
  /** Whether the content has its drafts, as while editing, or not, as in a build. */
  readonly drafts?: Checked['drafts'];
  /** Today, year-month-day: nothing was checked later. */
  readonly today?: string;
  /** The folder that `public/` lies in, when it is not beside the content. */
  readonly project?: string;
  /** What reading gave, when the content has just been read. */
  readonly reading?: Reading;
}

/**
 * Reads and checks the whole content.
 * @param root the project's root folder
 * @returns the content and all faults, sorted by file and line
 */
export function checkContent(
  root: string,
  {
    layers = layersOf(root),
    drafts = 'left out',
    today = new Date().toISOString().slice(0, 10),
    project = root,
    reading = readContent(root, layers),
  }: Run = {},
): Reading {
  const checked = { ...reading, root: project, contentRoot: root, drafts, today };
  const faults = [...reading.faults, ...checks.flatMap((check) => check(checked))];
  return {
    ...reading,
    content: drafts === 'shown' ? reading.content : published(reading.content, reading.files, today),
    faults: sorted(withLayers(reading, faults)),
  };
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

/** By file and line, each once. */
const sorted = (faults: readonly FileFault[]): FileFault[] => {
  const once = new Map(faults.map((fault) => [`${fault.file}:${fault.line} ${fault.what}`, fault]));
  return [...once.values()].sort((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0));
};

/** All faults as text for an editor: a paragraph each, with file, line, what is wrong and the mend. */
export const tellFaults = (faults: readonly FileFault[]): string =>
  [
    ...faults.map(tellFault),
    `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in the content. Nothing was built.`,
  ].join('\n\n');

const tellFault = (fault: FileFault): string =>
  `${fault.file}${fault.line ? `:${fault.line}` : ''}${fault.layer ? ` (${fault.layer}'s layer)` : ''}\n  ${fault.what}\n  ${fault.mend}`;

/** What an editor may want to look at again, though nothing is broken, sorted. */
export const contentWarnings = (reading: Reading): FileFault[] => 
  sorted([...languageOfScripts(reading), ...casesElsewhere(reading), ...unshown(reading)]);

/** The files that a build leaves out, each with the first place that waits for its words, if there is one. */
export const draftsIn = ({ files }: Reading): Pick<FileFault, 'file' | 'line'>[] =>
  [...files.values()].filter(isDraft).map((read) => {
    const [first] = unwrittenIn(read);
    return { file: realFile(read), ...(first ? { line: first.line } : {}) };
  });

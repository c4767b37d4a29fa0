import { proseOf, readingGrade, sentencesOf, wordCount, type InWords } from '../../upkeep/engine/readability.ts';
import type { Content, Guide } from '../content.ts';
import { isDraft } from '../drafts.ts';
import { markupOf } from '../mdx.ts';
import { realFile, type FileFault, type ReadFile } from '../read-file.ts';
import { faultOn, fileOf, type Check } from './check.ts';

/** How many words a guide has. */
export const fewestWords = 300;
export const mostWords = 800;
/** The years of school that a guide may ask of its readers, and all guides on average. */
export const hardestGrade = 9;
export const averageGrade = 8;

/** A guide of the playbook's own layer, measured. */
export interface GuideText {
  readonly guide: Guide;
  readonly read: ReadFile;
  readonly words: number;
  readonly grade: number;
}

/**
 * How the playbook's own guides read: short and easy, with something to do, something to say and a way on, without a bad
 * word for anybody. A company's guides are its own affair.
 */
export const guideTexts: Check = ({ content, files, faults }) => {
  const texts = measureGuides(content, files);
  return [...texts.flatMap((text) => textFaults(text, content)), ...(faults.length > 0 ? [] : onAverage(texts))];
};

/** The guides of the playbook that are written, with their words and their reading grade. */
export function measureGuides(content: Content, files: ReadonlyMap<string, ReadFile>): GuideText[] {
  const inWords = wordsOf(content);
  const organisation = JSON.stringify(content.organisation);
  return content.guides.flatMap((guide) => {
    const read = files.get(fileOf.guide(guide.ref));
    if (!read || (read.layer ?? 'playbook') !== 'playbook' || isDraft(read) || markupOf(read).fault) return [];
    return [{ guide, read, ...measure(read, inWords, organisation) }];
  });
}

const measured = new WeakMap<ReadFile, { organisation: string; words: number; grade: number }>();

/** Counting syllables takes long: a text is measured again only when it has changed, or what the organisation adds to it. */
function measure(read: ReadFile, inWords: InWords, organisation: string): { words: number; grade: number } {
  let known = measured.get(read);
  if (known?.organisation !== organisation) {
    const prose = proseOf(read.body, inWords);
    known = { organisation, words: wordCount(prose), grade: readingGrade(prose) };
    measured.set(read, known);
  }
  return { words: known.words, grade: known.grade };
}

const wordsOf =
  ({ organisation }: Content): InWords =>
  (component, property) => {
    const person = organisation.people[property];
    // A company's names make the playbook's guides no longer, or its check would end for reasons of its own.
    if (component === 'Who' && person) return person.role;
    return component === 'Emergency' ? organisation.emergency : '';
  };

function textFaults({ guide, read, words, grade }: GuideText, content: Content): FileFault[] {
  const tell = (line: number, what: string, mend: string): FileFault => faultOn(read, line, what, mend);
  const faults: FileFault[] = [];
  if (words < fewestWords || words > mostWords)
    faults.push(
      tell(
        read.bodyLine,
        `The guide has ${words} words.`,
        `Write ${fewestWords} to ${mostWords}: ${words < fewestWords ? 'say more of what to do' : 'shorten it, or make two of it'}.`,
      ),
    );
  if (grade > hardestGrade)
    faults.push(
      tell(
        read.bodyLine,
        `The guide asks for ${grade.toFixed(1)} years of school.`,
        `At most ${hardestGrade}: make its sentences shorter and its words plainer.`,
      ),
    );
  if (guide.related.guides.length + guide.related.outcomes.length === 0)
    faults.push(tell(read.lineOf(['related']), 'The guide names nothing to read next.', 'Name guides or outcomes under related.'));
  return [...faults, ...wording(guide, read, content)];
}

function wording(guide: Guide, read: ReadFile, content: Content): FileFault[] {
  const { headings, blocks } = proseOf(read.body, wordsOf(content));
  const lines = read.body.split('\n');
  const lineWith = (part: string): number => {
    const at = lines.findIndex((line) => line.includes(part));
    return at === -1 ? read.bodyLine : read.bodyLine + at;
  };
  const sentences = [
    ...[guide.title, guide.summary].map((text, index) => ({ text, line: read.lineOf([index === 0 ? 'title' : 'summary']) })),
    ...[...headings, ...blocks].flatMap(sentencesOf).map((text) => ({ text, line: undefined })),
  ];
  return sentences.flatMap(({ text, line }): FileFault[] => {
    const tell = (part: string, what: string, mend: string): FileFault => faultOn(read, line ?? lineWith(part), what, mend);
    const [label] = labels.exec(text.replace(quotation, '')) ?? [];
    const dashes = text.match(/—|\s–\s|\s--\s/g) ?? [];
    return [
      ...(label ? [tell(label, `"${label}" says what somebody is.`, 'Say what they do.')] : []),
      ...(/!(?!\[)/.test(text) ? [tell('!', `The sentence shouts: "${text}"`, 'End it with a full stop.')] : []),
      ...(dashes.length > 1 ? [tell(text.slice(0, 20), `The sentence has ${dashes.length} dashes: "${text}"`, 'Make two sentences of it.')] : []),
    ];
  });
}

function onAverage(texts: readonly GuideText[]): FileFault[] {
  const average = texts.reduce((sum, { grade }) => sum + grade, 0) / Math.max(1, texts.length);
  const [hardest] = texts.toSorted((a, b) => b.grade - a.grade);
  return hardest && average > averageGrade
    ? [
        {
          file: realFile(hardest.read),
          line: hardest.read.bodyLine,
          path: [],
          what: `All guides together ask for ${average.toFixed(1)} years of school, and this one for the most.`,
          mend: `At most ${averageGrade} on average: make its sentences shorter and its words plainer.`,
        },
      ]
    : [];
}

/** Words for what somebody is. What they do can be said without them. Aliases may have them, as readers search with them. */
const labels =
  /\b(?:(?:difficult|bad|nightmare|problem|crazy|impossible|horrible|awful|high-maintenance) (?:client|customer|prospect|contact|person|people)s?|clients? from hell|toxic|jerks?|idiots?|morons?|narcissis\w+|abusers?|bull(?:y|ies)|psychos?|psychopaths?|sociopaths?|lunatics?|liars?|crooks?|tyrants?|control freaks?|time-?wasters?|troublemakers?)\b/i;

/** Words between quotes are somebody's: a guide may show a sentence that it advises against. */
const quotation = /"[^"]*"/g;

import { realFile, type FileFault, type ReadFile } from '../read-file.ts';
import { faultOn, type Check } from './check.ts';

/**
 * The law has one home, content/facts/, where it has an authority, a day on which it was checked, and a country. What the
 * playbook's other texts say about it would be true in one country only, and nobody would see it grow old.
 */
export const legalWords: Check = ({ files }) =>
  [...files.values()].flatMap((read) => {
    if (!hasTexts.test(read.file) || (read.layer ?? 'playbook') !== 'playbook') return [];
    const known = told.get(read) ?? [...inData(read, read.data, []), ...inBody(read)];
    told.set(read, known);
    return known;
  });

// What was read stays the same object as long as its file stays as it was.
const told = new WeakMap<ReadFile, readonly FileFault[]>();

const hasTexts = /^content\/(?:(?:guides|scripts|trees|cases|pages)\/|(?:safeguards|situations|needs|circumstances)\.yaml$)/;

/** What readers search with and where pages lie is no statement. */
const saysNothing = new Set(['aliases', 'formerly', 'samples', 'id', 'facts']);

/** Words that state law. */
const legal: readonly RegExp[] = [
  /\b(?:[A-Z][\w’'()-]*,? )+(?:Acts?|Regulations?|Directives?)\b(?! (?:on|now|first|today)\b)|\bAct \d{4}\b|\b(?:Pre-Action |[A-Z]\w+ )Protocol\b|\bPractice Direction\b/,
  /\b(?:UK )?GDPR\b|\bTUPE\b|\bAcas\b|\bEHRC\b|\bICO\b|\b(?:employment )?tribunals?\b/i,
  /\bstatut(?:e|es|ory|orily)\b|\bby law\b|\b(?:is|are|be|(?:it|that)[’']s) (?:also )?unlawful\b|\bunlawful (?:to|in|for)\b|\bagainst the law\b|\b(?:limitation|cooling-off) (?:periods?|acts?)\b/i,
  /\bthe law (?:\w+ )?(?:says|asks|requires|sets|lets|gives|counts|allows|protects|forbids)\b/i,
  /\blegal(?:ly)? (?:right|duty|duties|obligation|obliged|required|entitled)\b/i,
  /\bin (?:many|most) (?:countries|places)\b|\bin some countries\b/i,
  /\b72 hours\b/i,
  /\b(?:one|two|three|four|five|six|ten|twelve|\d+) years?\b[^.]*\b(?:to (?:sue|claim)|claims?|courts?)\b|\b(?:sue|claims?|courts?)\b[^.]*\b(?:one|two|three|four|five|six|ten|twelve|\d+) years\b/i,
  /\d ?(?:%|per cent)[^.]*\binterest\b|\binterest\b[^.]*\d ?(?:%|per cent)|\bbase rate\b/i,
];

function inBody(read: ReadFile): FileFault[] {
  return read.body.split('\n').flatMap((line, at) => {
    const words = wordsOfLaw(line.replace(/\]\([^)]*\)/g, ']').replace(/<[^>]*>/g, ' '));
    return words === undefined ? [] : [faultOn(read, read.bodyLine + at, ...statesLaw(words))];
  });
}

function inData(read: ReadFile, value: unknown, path: readonly (string | number)[]): FileFault[] {
  if (typeof value === 'string')
    return value.split('\n').flatMap((line, at): FileFault[] => {
      const words = wordsOfLaw(line);
      if (words === undefined) return [];
      const [what, mend] = statesLaw(words);
      return [{ file: realFile(read, path), line: read.lineOf(path, at), path, what, mend }];
    });
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    saysNothing.has(key) ? [] : inData(read, inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** The first words in a text that state law. */
export function wordsOfLaw(text: string): string | undefined {
  for (const pattern of legal) {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

const statesLaw = (words: string): [what: string, mend: string] => [
  `"${words}" states law outside the facts.`,
  'In a guide, show the fact: <Fact id="…" />, from content/facts/. Elsewhere name whom to ask, such as your legal contact.',
];

import { beforeAll, describe, expect, test } from 'vitest';
import { checkContent } from '../../src/content/check-content.ts';
import { proseOf, readingGrade, sentencesOf, wordCount, type Prose } from '../../src/upkeep/engine/readability.ts';
import type { Guide } from '../../src/content/content.ts';
import { personInWords } from '../../src/content/person.ts';
import type { OrganisationRole } from '../../src/content/schemas/site.ts';

// Every guide as it is: attributed rightly, short, easy to read, with something to do, something to say and a way on,
// and without a bad word for anybody.

const { content, faults, files } = checkContent(process.cwd());
const { organisation } = content;

const inWords = (component: string, property: string): string =>
  component === 'Who'
    ? personInWords(organisation.people[property as OrganisationRole])
    : component === 'Emergency'
      ? organisation.emergency
      : '';

const guides = content.guides.map((guide) => {
  const { body } = files.get(`content/guides/${guide.ref}.mdx`)!;
  const prose = proseOf(body, inWords);
  return { ref: guide.ref, guide, body, prose, words: wordCount(prose), grade: readingGrade(prose) };
});

const points = new Set(content.sources.flatMap((source) => source.points.map((point) => `${source.id}/${point.id}`)));
const subjects = new Set(content.beyond.map((subject) => subject.id));

test('no guide has a fault', () => {
  const faulty = faults.filter(({ file }) => file.startsWith('content/guides/'));
  expect(faulty.map(({ file, line, what }) => `${file}:${line} ${what}`)).toEqual([]);
  expect(guides.length).toBeGreaterThanOrEqual(36);
});

describe('where the guidance comes from', () => {
  test('every point of the documents has a guide', () => {
    const covered = new Set(content.guides.flatMap((guide) => guide.covers));
    expect([...points].filter((point) => !covered.has(point))).toEqual([]);
    expect(points.size).toBeGreaterThan(0);
  });

  test('every point that a guide names is one of a document', () => {
    expect(content.guides.flatMap((guide) => guide.covers).filter((point) => !points.has(point))).toEqual([]);
  });

  test('a guide that names no point is marked as going beyond the documents', () => {
    const unmarked = content.guides.filter((guide) => guide.covers.length === 0 && guide.beyond.length === 0);
    expect(unmarked.map((guide) => guide.ref)).toEqual([]);
  });

  test('every subject beyond the documents has a guide, and guides name no other', () => {
    const answered = new Set(content.guides.flatMap((guide) => guide.beyond));
    expect([...subjects].filter((subject) => !answered.has(subject))).toEqual([]);
    expect([...answered].filter((subject) => !subjects.has(subject))).toEqual([]);
    expect(subjects.size).toBeGreaterThanOrEqual(12);
  });
});

describe('how long and how hard to read', () => {
  const hardest = 9;
  const onAverage = 8;
  const average = guides.reduce((sum, { grade }) => sum + grade, 0) / guides.length;

  beforeAll(() => {
    const rows = guides
      .toSorted((a, b) => b.grade - a.grade)
      .map(({ ref, grade, words }) => `${grade.toFixed(1).padStart(5)} ${String(words).padStart(6)}  ${ref}`);
    console.log(['Grade  Words  Guide', ...rows, `${average.toFixed(1).padStart(5)}         on average`].join('\n'));
  });

  test(`no guide asks for more than grade ${hardest}`, () => {
    expect(guides.filter(({ grade }) => grade > hardest).map(({ ref, grade }) => `${ref} ${grade.toFixed(1)}`)).toEqual(
      [],
    );
  });

  test(`on average they ask for grade ${onAverage} at most`, () => {
    expect(average).toBeLessThanOrEqual(onAverage);
  });

  test('each has 300 to 800 words', () => {
    expect(guides.filter(({ words }) => words < 300 || words > 800).map(({ ref, words }) => `${ref} ${words}`)).toEqual(
      [],
    );
  });
});

/** The text below the headings that a pattern matches. */
function under(body: string, heading: RegExp): string {
  return body
    .split(/^(?=## )/m)
    .filter((part) => heading.test(/^## (.*)/.exec(part)?.[1] ?? ''))
    .join('\n');
}

describe.each(guides)('$ref', ({ guide, body, prose }: { guide: Guide; body: string; prose: Prose }) => {
  test('has something to do now', () => {
    const steps = /^1\. /m.test(body) || /^- /m.test(under(body, /^what to do now\b/i));
    expect(steps, 'numbered steps, or a list under "What to do now"').toBe(true);
  });

  test('has words to use, or a script', () => {
    expect(guide.scripts.length > 0 || guide.trees.length > 0 || /^> /m.test(body)).toBe(true);
  });

  test('says where to go next', () => {
    const end = body.split(/^(?=## )/m).at(-1);
    expect(end, 'a link in the last part, such as "When this is not enough"').toMatch(/\]\(\//);
    expect(guide.related.guides.length + guide.related.outcomes.length).toBeGreaterThan(0);
  });

  test('labels nobody, and does not shout', () => {
    const said = [guide.title, guide.summary, ...prose.headings, ...prose.blocks].flatMap(sentencesOf);
    expect(said.filter((sentence) => label.test(sentence.replace(quotation, '')))).toEqual([]);
    expect(said.filter((sentence) => sentence.includes('!'))).toEqual([]);
    expect(said.filter((sentence) => (sentence.match(/—|\s–\s|\s--\s/g) ?? []).length > 1)).toEqual([]);
  });
});

/** Words for what somebody is. What they do can be said without them. Aliases may have them, as readers search with them. */
const label =
  /\b(?:(?:difficult|bad|nightmare|problem|crazy|impossible|horrible|awful|high-maintenance) (?:client|customer|prospect|contact|person|people)s?|clients? from hell|toxic|jerks?|idiots?|morons?|narcissis\w+|abusers?|bull(?:y|ies)|psychos?|psychopaths?|sociopaths?|lunatics?|liars?|crooks?|tyrants?|control freaks?|time-?wasters?|troublemakers?)\b/i;

/** Words between quotes are somebody's: a guide may show a sentence that it advises against. */
const quotation = /"[^"]*"/g;

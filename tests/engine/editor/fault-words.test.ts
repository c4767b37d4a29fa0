import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { jsonSchemaOf } from '../../../src/content/schemas/json-schema.ts';
import { fileSchemas } from '../../../src/content/schemas/of-files.ts';
import { faultInWords, type Told } from '../../../src/editor/engine/fault-words.ts';
import { formOf } from '../../../src/editor/engine/form.ts';
import { must } from '../../support/must.ts';

// Faults as the check tells them of the small playbook, and as they are told in the form.

const titles: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  guide: { 'when-they-push/paying-late': 'They pay late' },
  tree: { fire: 'Should I fire this client?' },
  outcome: { 'fire/step-back': 'Step back from the work.' },
  point: { 'unwanted/warning-signs': 'Late payment, again and again, is a sign.' },
  subject: { pay: 'What work is worth' },
  script: {
    'late-payment':
      'A reminder with a date, for a client who has not paid and to whom the first reminder has gone out already',
  },
};
const names = {
  title: (kind: string, id: string) =>
    kind === '' ? Object.values(titles).find((all) => all[id])?.[id] : titles[kind]?.[id],
  file: (name: string) => (name === 'content/trees/fire.yaml' ? 'Should I fire this client?' : undefined),
};

const fire = parse(readFileSync('tests/small-playbook/trees/fire.yaml', 'utf8')) as object;
/** A tree with two answers that say the same, and one question that nobody has worded yet. */
const unfinished = {
  questions: [
    {
      id: 'danger',
      ask: 'Is anyone in danger?',
      answers: [
        { id: 'yes', text: 'Yes' },
        { id: 'sure', text: 'Yes' },
      ],
    },
    { id: 'you', ask: '', answers: [{ id: 'me', text: 'I do' }] },
  ],
  outcomes: [{ id: 'go', headline: 'Leave,\n  and tell one person.', guides: ['when-they-push/paying-late'] }],
};
const script = {
  variants: [{ id: 'email-warm', channel: 'email', tone: 'warm' }],
  fields: { 'client name': { kind: 'text', label: '' }, day: 'shared' },
};
const situations = [{ id: 'afraid', words: 'I am afraid of them', guide: 'gone/too', script: '' }];

/** How a fault is told in the form of a kind of file. */
function told(kind: string, data: unknown, path: Told['path'], what: string, mend = '', named = 'this') {
  const [title, schema] = must(fileSchemas[kind], kind);
  return faultInWords({ path, named, what, mend }, { form: formOf(jsonSchemaOf(title, schema)), data }, names);
}
const inTree = (path: Told['path'], what: string, mend = '', named?: string) =>
  told('tree', fire, path, what, mend, named);
const whatOf = (what: string) => inTree([], what).what;
const mendOf = (mend: string, what = 'It is odd.') => inTree(['minutes'], what, mend).mend;

describe('where it is', () => {
  test.each<[Told['path'], string]>([
    [[], ''],
    [['title'], 'Title'],
    [['questions', 1, 'ask'], 'Questions › “Who decides about this client?” › Ask'],
    [
      ['questions', 2, 'answers', 0, 'speaks'],
      'Questions › “Have they paid late before?” › Answers › “More than once” › Which way it points',
    ],
    [['outcomes', 0, 'lookAgain', 'at'], 'Outcomes › “Leave, and tell one person” › Look again › What to look at then'],
    [['questions', 99], 'Questions › 100'],
    [['minuts'], 'Minuts'],
  ])('%j', (path, where) => {
    expect(inTree(path, 'It is odd.').where).toBe(where);
  });

  test('an entry without words by its place, and one of two with the same words by both', () => {
    const where = (path: Told['path']) => told('tree', unfinished, path, 'It is odd.').where;
    expect(where(['questions', 1])).toBe('Questions › 2');
    expect(where(['questions', 0, 'answers', 1])).toBe('Questions › “Is anyone in danger?” › Answers › “Yes” (2)');
    expect(where(['outcomes', 0, 'guides', 0])).toBe(
      'Outcomes › “Leave, and tell one person” › Guides › “They pay late”',
    );
  });

  test('a key that the keeper chose, and words with quotes in them', () => {
    expect(told('script', script, ['fields', 'client name', 'label'], 'It is odd.').where).toBe(
      'Fields › client name › Label',
    );
    expect(told('script', script, ['variants', 0, 'tone'], 'It is odd.').where).toBe('Variants › “email, warm” › Tone');
    expect(told('situations', [{ id: 'afraid', words: 'I am “afraid”' }], [0, 'guide'], 'It is odd.').where).toBe(
      '‘I am “afraid”’ › Guide',
    );
  });
});

describe('what it is', () => {
  test('of a field by its label, of an entry as such', () => {
    expect(inTree(['minutes'], 'minutes is too large.', '', 'minutes').what).toBe('“Minutes” is too large.');
    expect(inTree(['questions', 0], 'question "danger" is odd.', '', 'question "danger"').what).toBe(
      'This entry is odd.',
    );
    expect(inTree([], 'The file is empty.', '', 'The file').what).toBe('The file is empty.');
    expect(inTree(['minutes'], 'minutes are many.', '', '').what).toBe('minutes are many.');
  });

  test.each([
    ['x is no date.', '“X” is no date.'],
    ['x is no id.', '“X” cannot stand in an address.'],
    ['x is not a known key.', '“X” is no field that there is.'],
    ['x is none of the values it may have.', '“X” is none of those that there are.'],
    ['x should be keys with values.', '“X” should have fields of its own.'],
  ])('%s', (what, said) => {
    expect(told('tree', {}, ['x'], what, '', 'x').what).toBe(said);
  });

  test.each([
    ['The answer "often" to "pattern" is odd.', 'The answer “More than once” to “Have they paid late before?” is odd.'],
    [
      'The way runs in a circle: danger, you, danger.',
      'The way runs in a circle: “Was someone threatened, or is someone afraid?” → “Who decides about this client?” → “Was someone threatened, or is someone afraid?”.',
    ],
    [
      'There are: fire, you, and so on.',
      'There are: “Should I fire this client?”, “Who decides about this client?”, ….',
    ],
    ['There are: fire, unheard-of.', 'There are: fire, unheard-of.'],
    ['The tree fire is a draft.', 'The tree “Should I fire this client?” is a draft.'],
    ['The outcome fire/step-back is a draft.', 'The outcome “Step back from the work” is a draft.'],
    ['The guide "when-they-push/paying-late" is a draft.', 'The guide “They pay late” is a draft.'],
    [
      'The subject beyond the documents pay is nowhere.',
      'The subject beyond the documents “What work is worth” is nowhere.',
    ],
    [
      'No guide carries the point unwanted/warning-signs.',
      'No guide carries the point “Late payment, again and again, is a sign”.',
    ],
    ['The id "pattern" is used twice.', 'The id "pattern" is used twice.'],
    ['Nobody comes to when-they-push/paying-late here.', 'Nobody comes to “They pay late” here.'],
    ['The page /guides/when-they-push/paying-late/ is odd.', 'The page /guides/when-they-push/paying-late/ is odd.'],
    ['A word "of nobody" is odd.', 'A word “of nobody” is odd.'],
    [
      'It says "kind: several" and "unknown: true".',
      'It says “several may be ticked” under “Kind” and ‘“I don’t know”’.',
    ],
    ['It stands under outcomes, and under cover.', 'It stands under “Outcomes”, and under cover.'],
    ['It has lookAgain, and camelCase.', 'It has “Look again”, and camelCase.'],
    ['See topics.yaml.', 'See “Topics”.'],
    ['See content/trees/fire.yaml.', 'See “Should I fire this client?”.'],
    [
      'Say it (draft: true), (kind: several), (speaks), (as it is) or (yes).',
      'Say it (“Draft”), (“several may be ticked”), (“Which way it points”), (as it is) or (yes).',
    ],
    ['Please say "draft: true".', 'Please tick “Draft”.'],
    [
      'Did you mean fire? Did you mean unheard-of?',
      'Did you mean “Should I fire this client?”? Did you mean “unheard-of”?',
    ],
    [
      'The script late-payment is a draft.',
      'The script “A reminder with a date, for a client who has not paid and to whom the …” is a draft.',
    ],
  ])('%s', (what, said) => {
    expect(whatOf(what)).toBe(said);
  });

  test('an id that stands in two lists means the one nearest to the fault; two of the same words have their places', () => {
    const data = {
      questions: [
        { id: 'a', ask: 'First?', answers: [{ id: 'no', text: 'Not at all' }] },
        {
          id: 'b',
          ask: 'Second?',
          answers: [
            { id: 'no', text: 'Hardly' },
            { id: 'x', text: 'Yes' },
            { id: 'y', text: 'Yes' },
          ],
        },
      ],
    };
    const what = (question: number) =>
      told('tree', data, ['questions', question, 'answers', 0], 'The answer "no" is odd.').what;
    expect([what(0), what(1)]).toEqual(['The answer “Not at all” is odd.', 'The answer “Hardly” is odd.']);
    expect(told('tree', data, [], 'It is "x" or "y".').what).toBe('It is “Yes (2)” or “Yes (3)”.');
  });

  test('the key with the fault is its field', () => {
    expect(inTree(['questions', 0, 'why'], 'It has "why".').what).toBe('It has “Why”.');
  });
});

describe('what to do', () => {
  test.each([
    ['minutes is missing.', 'Add it: minutes needs a number.', 'Fill it in.'],
    ['minutes is missing.', 'Look at the file.', 'Look at the file.'],
    ['speaks is none of the values it may have.', 'Use one of: stay, leave.', 'Choose from the list.'],
    ['It is no date.', 'Write year-month-day, such as 2026-11-20.', 'Choose the day.'],
    ['minuts is not a known key.', 'Did you mean minutes? Otherwise remove it.', 'Remove it.'],
    ['It is odd.', 'Put it in quotes.', 'Write it again here.'],
    ['It is odd.', 'Begin with a hyphen and a blank.', 'Write it again here.'],
    ['It is odd.', 'Correct the value: it is text now.', 'Write it again here.'],
    ['It is odd.', 'Take the curly brackets out.', 'Write it again here.'],
    ['It is empty.', 'Write something. It may not be empty.', 'Write something.'],
    ['It is odd.', 'Otherwise remove the line, or take the line out.', 'Otherwise remove it, or take it out.'],
    [
      'It is odd.',
      `Add it to an outcome's scripts, or write <Script id="a" /> in a guide.`,
      'Name it in an outcome, or put it into a guide with the button “Script”.',
    ],
    ['It is odd.', 'Let it point no way (speaks).', 'Let it point no way (“Which way it points”).'],
    ['It is odd.', 'Did you mean fire?', 'Did you mean “Should I fire this client?”?'],
  ])('%s %s', (what, mend, said) => {
    expect(mendOf(mend, what)).toBe(said);
  });

  test.each([
    'gone names no guide.',
    'x names no tree.',
    'gone is no topic.',
    'x is no id; use letters.',
    'x is empty.',
    'x is missing.',
    'There is no guide "gone".',
  ])('where something is to be chosen, it is chosen: %s', (what) => {
    expect(told('situations', situations, [0, 'guide'], what, 'Correct it as said.')).toEqual({
      where: '“I am afraid of them” › Guide',
      what: '“gone/too” is not there, or not any more.',
      mend: 'Choose another.',
    });
    expect(told('situations', situations, [0, 'script'], what, 'Correct it as said.')).toMatchObject({
      what: 'Nothing is chosen.',
      mend: 'Choose from the list.',
    });
  });

  test('what is chosen and wrong in another way is chosen again', () => {
    const mend = (text: string) => told('situations', situations, [0, 'guide'], 'It is odd.', text).mend;
    expect(mend('Did you mean fire?')).toBe('Choose another.');
    expect(mend('Correct it, or add it.')).toBe('Choose another.');
    expect(mend('Let it be.')).toBe('Let it be.');
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { checkContent, tellFaults } from '../../src/content/check-content.ts';
import { wordsOfLaw } from '../../src/content/checks/legal-words.ts';
import { factHere } from '../../src/content/content.ts';
import { copyContent, type ContentCopy } from '../support/content-copy.ts';

// Facts of law, money and safety: what an editor may get wrong in them, and words of law that stand elsewhere.
let copy: ContentCopy;
beforeAll(() => {
  copy = copyContent();
});
afterEach(() => copy.restore());
afterAll(() => copy.drop());

const told = (): string[] => {
  const { faults } = checkContent(copy.root, { today: '2026-12-01' });
  return faults.length === 0 ? [] : tellFaults(faults).split('\n\n').slice(0, -1);
};
const file = 'content/facts/gb/limitation.yaml';
const guide = 'content/guides/when-they-push/paying-late.mdx';

describe('a fact', () => {
  test.each<[name: string, from: string | RegExp, to: string, what: string, mend: string]>([
    ['without authority', /authorities:\n(?: .*\n)+/, '', 'authorities is missing.', 'Add it: authorities needs a list.'],
    ['with an authority that nobody can open', 'https://looms.example/gb/limitation', 'looms.example', 'authorities › entry "The Board of Looms, section 5": address is no address.', 'Write one beginning with https://.'],
    ['without a day', /checked: .*\n/, '', 'checked is missing.', 'Add it: checked needs text.'],
    ['checked on a day to come', /checked: .*/, 'checked: 2026-12-03', 'The fact was checked on 2026-12-03, which is still to come.', 'Write the day on which somebody read the authority.'],
    ['to be looked up again before it was checked', /review: .*/, 'review: 2026-11-30', 'It is to be looked up again on 2026-11-30, which is not after the day it was checked.', 'Write the day by which somebody has to look it up again.'],
    ['that nobody confirms', 'confirm: legal', 'confirm: leagl', 'leagl names no role.', 'Correct it, or add the role to organisation.yaml. Did you mean legal?'],
    ['with a part of the country twice', 'nation: Scotland', 'nation: England and Wales', 'England and Wales stands here twice.', 'Put the two together.'],
    ['with the title of another', /title: .*/, 'title: Saying sorry for a loom', 'content/facts/gb/apology.yaml has this title too.', 'Put the two together, or say in the title what is different.'],
  ])('%s is told', (_, from, to, what, mend) => {
    copy.change(file, from, to);
    expect(told()).toEqual([expect.stringMatching(/^content\/facts\/gb\/limitation\.yaml:\d+\n/)]);
    expect(told()[0]?.split('\n').slice(1)).toEqual([`  ${what}`, `  ${mend}`]);
  });

  test('with no address of an authority is told', () => {
    copy.change(file, /    address: .*\n/, '');
    expect(told()).toEqual([expect.stringContaining('authorities › entry "The Board of Looms, section 5": address is missing.')]);
  });

  test('checked where the day has begun already is none to come', () => {
    copy.change(file, /checked: .*/, 'checked: 2026-12-02');
    expect(told()).toEqual([]);
  });

  test.each([
    ['uk', 'The folder uk is no country.', 'gb for the United Kingdom'],
    ['england', 'The folder england is no country.', 'gb, ie, us'],
  ])('in the folder %s is told', (folder, what, mend) => {
    copy.write(`content/facts/${folder}/limitation.yaml`, copy.read(file));
    expect(told()).toEqual([expect.stringContaining(what)]);
    expect(told()[0]).toContain(mend);
  });

  test('in no country is told', () => {
    copy.write('content/facts/limitation.yaml', copy.read(file));
    expect(told()).toEqual([expect.stringContaining('The fact lies in no country.')]);
  });

  test('that a text shows and no country has is told, in guides and in scripts', () => {
    copy.change(guide, '<Fact id="late-payment-interest" />', '<Fact id="late-payment-intrest" />');
    copy.change('content/scripts/late-payment.yaml', 'facts: [late-payment-interest,', 'facts: [late-payments,');
    expect(told()).toEqual([
      expect.stringContaining('<Fact> names the fact late-payment-intrest, which does not exist.\n  Correct it, or add the fact. Did you mean late-payment-interest?'),
      expect.stringContaining('late-payments names no fact.'),
    ]);
  });

  test('may be one of another country only: then the page says whom to ask', () => {
    copy.change('content/organisation.yaml', 'country: gb', 'country: us');
    expect(told()).toEqual([]);
    const { content } = checkContent(copy.root);
    expect(factHere(content, 'late-payment-interest').here?.country).toBe('us');
    expect(factHere(content, 'limitation')).toMatchObject({ here: undefined, elsewhere: { country: 'gb', confirm: 'legal' } });
  });

  test.each(['uk', 'GB', 'Britain', 'zz'])('of the country %s, which is none, is told in the organisation file', (country) => {
    copy.change('content/organisation.yaml', 'country: gb', `country: ${country}`);
    expect(told()).toEqual([expect.stringContaining('country is no country.\n  Write its code in two small letters, such as gb, ie or us.')]);
  });
});

describe('words of law outside the facts', () => {
  test.each([
    'The Equality Act 2010 protects you.',
    'See the Data Protection Act.',
    'Ask for statutory interest.',
    'You must do it by law.',
    'That is unlawful.',
    'It’s wrong, and unlawful in Spain.',
    'It is against the law.',
    'The law says no.',
    'You have a legal right to it.',
    'In many countries you may add interest.',
    'You have six years to claim.',
    'Claims end after 5 years.',
    'Add interest of 8% a year.',
    '8 % over base rate',
    'Report it within 72 hours.',
    'TUPE may apply.',
    'a GDPR breach',
    'Send the Pre-Action Protocol letter.',
  ])('%s', (text) => expect(wordsOfLaw(text)).toBeDefined());

  test.each([
    'Act today.',
    'They paid for six years.',
    'Someone wants something illegal.',
    'Do none of the work that’s unsafe, unlawful or would make you liable.',
    'When no client is more than 25% of our income, we leave.',
    'They claim that it was broken. That was three years ago.',
    'In some places the texts contradict each other.',
    'Stop the work, Act on it later.',
    'Ask your legal contact.',
  ])('%s is none', (text) => expect(wordsOfLaw(text)).toBeUndefined());

  test('are told with file, line and what to do, in guides, scripts, trees and safeguards, and not in aliases or addresses', () => {
    const line = copy.change(guide, '## Do not', 'You may add statutory interest.\n\n## Do not');
    copy.change(guide, 'aliases:\n', 'aliases:\n  - statutory interest\n');
    copy.change('content/scripts/late-payment.yaml', /summary: .*/, 'summary: What you are owed by law.');
    copy.change('content/trees/fire.yaml', /summary: .*/, 'summary: The law says that you may stop.');
    copy.change('content/safeguards.yaml', /why: .*/, 'why: It is against the law.');
    const mend = 'In a guide, show the fact: <Fact id="…" />, from content/facts/. Elsewhere name whom to ask, such as your legal contact.';
    expect(told()).toEqual([
      `${guide}:${line + 1}\n  "statutory" states law outside the facts.\n  ${mend}`,
      expect.stringMatching(/^content\/safeguards\.yaml:\d+\n {2}"against the law" states law/),
      expect.stringMatching(/^content\/scripts\/late-payment\.yaml:2\n {2}"by law" states law/),
      expect.stringMatching(/^content\/trees\/fire\.yaml:2\n {2}"The law says" states law/),
    ]);
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { checkContent, tellFaults } from '../../src/content/check-content.ts';
import { copyContent, type ContentCopy } from '../support/content-copy.ts';

// The one form of the playbook's guides, and what an editor reads who departs from it.
let copy: ContentCopy;
beforeAll(() => {
  copy = copyContent();
});
afterEach(() => copy.restore());
afterAll(() => copy.drop());

const guide = 'content/guides/when-they-push/paying-late.mdx';
const told = (): string[] => {
  const { faults } = checkContent(copy.root);
  return faults.length === 0 ? [] : tellFaults(faults).split('\n\n').slice(0, -1);
};
/** The text of the guide below its front matter. */
const body = (): string => copy.read(guide).replace(/^---[\s\S]*?\n---\n/, '');
/** Takes a part out of the guide and gives it. */
function take(heading: string): string {
  const found = new RegExp(`## ${heading}\\n[\\s\\S]*?(?=\\n## |\\n<Why>|$)`).exec(body())?.[0] ?? '';
  if (found === '') throw new Error(`There is no ${heading}.`);
  copy.change(guide, found, '');
  return found;
}
const order = 'The order is: Do this first, Say this, Do not, Next or parts of your own, If you’re employed, freelance or a manager, If that does not work.';
const links = (many: number): string => Array.from({ length: many }, () => '[a](/decide/fire/)').join(', ');

test('the guide that is broken here is sound', () => expect(told()).toEqual([]));

describe('one fault for one mistake', () => {
  test.each<[name: string, change: () => unknown, what: string, mend: string]>([
    ['no use', () => copy.change(guide, '**Use this if** ', ''), 'The guide does not begin with when to use it.', 'Begin its text with "**Use this if** …".'],
    ['no "Do not"', () => take('Do not'), 'The guide has no part "Do not".', order],
    ['no way on', () => take('If that does not work'), 'The guide has no part "If that does not work".', order],
    ['a part out of place', () => copy.change(guide, '## Say this', `${take('Do not')}\n\n## Say this`), '"Say this" does not stand in its place.', order],
    ['a part of its own too early', () => copy.change(guide, '## Say this', '## What it costs\n\nMuch.\n\n## Say this'), '"Say this" does not stand in its place.', order],
    ['a part behind the last', () => copy.change(guide, '<Why>', '## Afterwards\n\nRest.\n\n<Why>'), '"Afterwards" does not stand in its place.', order],
    ['a part twice', () => copy.change(guide, '## Next', '## Do not\n\n- wait\n\n## Next'), '"Do not" stands here twice.', 'Put the two together.'],
    ['many parts of its own', () => copy.change(guide, '## Next', '## One\n\nA.\n\n## Two\n\nB.\n\n## Next'), 'The guide has 4 parts of its own.', 'At most 3: put them under ### within one.'],
    ['no steps', () => copy.change(guide, /(?<=## Do this first\n)[\s\S]*?(?=\n## )/, '\nCall them.\n'), '"Do this first" has no numbered steps.', 'Write the steps as 1. 2. 3.'],
    ['no words', () => copy.change(guide, /(?<=## Say this\n)[\s\S]*?(?=\n## )/, '\nCall them.\n'), '"Say this" has no words to say.', 'Write a sentence to say behind >, or put a script there: <Script id="…" />.'],
    ['no list', () => copy.change(guide, /(?<=## Do not\n)[\s\S]*?(?=\n## )/, '\nWait.\n'), '"Do not" has no list.', 'Write each thing behind a hyphen, as it would follow "do not".'],
    ['too many ways on', () => copy.change(guide, /(?<=## If that does not work\n)[\s\S]*?(?=\n<Why>)/, `\n- ${links(4)}\n`), '"If that does not work" has 4 links.', 'Name one to 3 pages that help next, each with a link.'],
    ['no link to go on', () => copy.change(guide, /(?<=## If that does not work\n)[\s\S]*?(?=\n<Why>)/, '\n- Ask.\n'), '"If that does not work" has 0 links.', 'Name one to 3 pages that help next, each with a link.'],
    ['too many links', () => copy.change(guide, '## Next\n', `## Next\n\n${links(6)}\n`), 'The text has 8 links, and this is the eighth.', 'At most 7: leave out those that nobody needs at this moment.'],
    ['a fold in the middle', () => copy.change(guide, '## Next', '<Example>\n\nA word.\n\n</Example>\n\n## Next'), '<Example> stands above the last part.', 'Put it at the end, below "If that does not work".'],
  ])('%s', (_, change, what, mend) => {
    change();
    const faults = told();
    expect(faults.map((fault) => fault.split('\n').slice(1))).toEqual([[`  ${what}`, `  ${mend}`]]);
    expect(faults[0]).toMatch(/^content\/guides\/when-they-push\/paying-late\.mdx:\d+\n/);
  });

  test('two parts for roles, one after the other, are sound', () => {
    copy.change(guide, '## If that does not work', '## If you’re the manager: today\n\n- Ask.\n\n## If that does not work');
    expect(told()).toEqual([]);
  });
});

test('a playbook that does not ask for it, as in another language, has guides in any form', () => {
  take('Do not');
  copy.change('content/playbook.yaml', 'guideForm: true\n', '');
  expect(told()).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { keptPages, upkeepReport, needsUpkeepNow } from '../../../src/upkeep/engine/report.ts';
import { tellUpkeep, whenDue } from '../../../src/upkeep/engine/tell-report.ts';
import { content, fact, guide, page, script, source, tree } from './made-up.ts';

const none = new Map<string, string[]>();
const titles = (pages: readonly { title: string }[]) => pages.map(({ title }) => title);

describe('what is due', () => {
  const everything = content({
    guides: [guide('when-they-push/late', { title: 'Long overdue', reviewed: '2026-01-15', reviewEvery: 1 })],
    scripts: [script('one', { title: 'Overdue by a day', reviewed: '2026-05-14', reviewEvery: 1 })],
    trees: [tree('fire', [], { title: 'Due today', reviewed: '2026-05-15', reviewEvery: 1 })],
    sources: [source('terson', [], { title: 'Due in 30 days', reviewed: '2026-05-15', reviewEvery: 1 })],
    pages: [page('about', { title: 'Due in 31 days', reviewed: '2026-05-16', reviewEvery: 1 })],
  });

  test('pages of every kind, the longest overdue first', () => {
    const report = upkeepReport(everything, none, '2026-06-15');
    expect(titles(report.overdue)).toEqual(['Long overdue', 'Overdue by a day']);
    expect(report.overdue.map(({ kind, days, file, address }) => [kind, days, file, address])).toEqual([
      ['guide', -120, 'content/guides/when-they-push/late.mdx', '/guides/when-they-push/late/'],
      ['script', -1, 'content/scripts/one.yaml', '/scripts/one/'],
    ]);
  });

  test('each page has its kind and its address, a page of the software one from the table, a fact none', () => {
    const kept = keptPages(
      {
        ...everything,
        pages: [...everything.pages, page('made-up')],
        facts: [fact('interest', { confirm: 'nobody' })],
      },
      '2026-06-15',
    );
    expect(kept.map(({ kind, address, owner }) => [kind, address, owner])).toEqual([
      ['guide', '/guides/when-they-push/late/', 'Head of tests'],
      ['page', '/about/', 'Head of tests'],
      ['page', '', 'Head of tests'],
      ['script', '/scripts/one/', 'Head of tests'],
      ['tree', '/decide/fire/', 'Head of tests'],
      ['source', '/sources/terson/', 'Head of tests'],
      ['fact', '', 'nobody'],
    ]);
  });

  test('today counts as due and not as overdue', () => {
    const report = upkeepReport(everything, none, '2026-06-15');
    expect(titles(report.soon)).toEqual(['Due in 30 days', 'Due today', 'Due in 31 days']);
  });

  test('the day after 30 days is not soon', () => {
    expect(titles(upkeepReport(everything, none, '2026-05-16').soon)).toEqual([
      'Overdue by a day',
      'Due in 30 days',
      'Due today',
    ]);
    expect(titles(upkeepReport(everything, none, '2026-05-17').soon)).toContain('Due in 31 days');
  });
});

describe('what is covered', () => {
  const some = content({
    guides: [
      guide('when-they-push/a', { covers: ['terson/twice', 'terson/once'] }),
      guide('when-they-push/b', { covers: ['terson/twice'], beyond: ['danger'] }),
    ],
    sources: [source('terson', ['twice', 'once', 'never'])],
    beyond: [
      { id: 'danger', title: 'Danger' },
      { id: 'claims', title: 'Claims' },
    ],
  });

  test('points and subjects without a guide, and points with one only', () => {
    const report = upkeepReport(some, none, '2026-02-01');
    expect(report.uncovered.map(({ ref }) => ref)).toEqual(['terson/never', 'claims']);
    expect(report.thin.map(({ ref, guides }) => [ref, ...guides.map((guide) => guide.ref)])).toEqual([
      ['terson/once', 'when-they-push/a'],
    ]);
  });

  test('a missing point cannot wait, a thin one can', () => {
    expect(needsUpkeepNow(upkeepReport(some, none, '2026-02-01'))).toBe(true);
    const thinOnly = content({
      guides: [guide('when-they-push/a', { covers: ['terson/once'] })],
      sources: [source('terson', ['once'])],
    });
    expect(needsUpkeepNow(upkeepReport(thinOnly, none, '2026-02-01'))).toBe(false);
    expect(needsUpkeepNow(upkeepReport(thinOnly, none, '2028-02-01'))).toBe(true);
  });
});

describe('what leads to a guide', () => {
  const alone = guide('when-they-push/alone', {
    related: { guides: ['when-they-push/alone'], outcomes: [] },
  });
  const notLedTo = (more: Parameters<typeof content>[0], links = none) =>
    upkeepReport(content({ guides: [alone], ...more }), links, '2026-02-01').notLedTo.map(({ ref }) => ref);

  test('nothing does, not even the guide itself', () => {
    expect(notLedTo({})).toEqual(['when-they-push/alone']);
    expect(notLedTo({}, new Map([['/guides/when-they-push/alone/', ['/guides/when-they-push/alone/']]]))).toEqual([
      'when-they-push/alone',
    ]);
  });

  test('another guide names it', () => {
    const other = guide('when-they-push/other', { related: { guides: [alone.ref], outcomes: [] } });
    expect(notLedTo({ guides: [alone, other] })).toEqual(['when-they-push/other']);
  });

  test('a text links to it', () => {
    expect(notLedTo({}, new Map([['content/pages/about.mdx', ['/guides/when-they-push/alone/']]]))).toEqual([]);
  });

  test('an outcome sends readers to it', () => {
    expect(notLedTo({ trees: [tree('fire', [alone.ref])] })).toEqual([]);
  });

  test('a situation sends readers to it', () => {
    const situation = {
      id: 'x',
      words: 'x',
      group: 'x',
      first: 'x',
      guide: alone.ref,
      script: 'x',
      tree: 'x',
      aliases: [],
    };
    expect(notLedTo({ situations: [situation] })).toEqual([]);
  });
});

describe('facts of law, money and safety', () => {
  const facts = [
    fact('interest', { checked: '2026-05-01', review: '2026-08-01', confirm: 'finance' }),
    fact('claims', { checked: '2025-11-01', review: '2026-06-14' }),
    fact('interest', { country: 'ie', checked: '2026-05-01', review: '2026-07-01' }),
  ];
  const report = upkeepReport(content({ facts }), none, '2026-06-15');

  test('are all listed, the one checked longest ago first, with their country', () => {
    expect(report.facts.map(({ title, reviewed, due, owner }) => [title, reviewed, due, owner])).toEqual([
      ['The fact claims (United Kingdom)', '2025-11-01', '2026-06-14', 'legal'],
      ['The fact interest (Ireland)', '2026-05-01', '2026-07-01', 'legal'],
      ['The fact interest (United Kingdom)', '2026-05-01', '2026-08-01', 'finance'],
    ]);
  });

  test('of two that were checked on one day the one due first stands first, however they are kept', () => {
    const kept = [
      fact('b', { checked: '2026-05-01', review: '2026-09-01' }),
      fact('c', { checked: '2026-04-01', review: '2026-10-01' }),
      fact('a', { checked: '2026-05-01', review: '2026-08-01' }),
    ];
    const order = (facts: typeof kept) =>
      upkeepReport(content({ facts, guides: [guide('t/a')] }), none, '2026-06-15').facts.map(({ file }) => file);
    expect(order(kept)).toEqual(['c', 'a', 'b'].map((id) => `content/facts/gb/${id}.yaml`));
    expect(order(kept.toReversed())).toEqual(order(kept));
  });

  test('are due like pages, and an overdue one cannot wait', () => {
    expect(titles(report.overdue)).toEqual(['The fact claims (United Kingdom)']);
    expect(titles(report.soon)).toEqual(['The fact interest (Ireland)']);
    expect(needsUpkeepNow(report)).toBe(true);
  });
});

describe('in words', () => {
  test('how long ago, how far off', () => {
    expect([-12, -1, 0, 1, 30].map((days) => whenDue({ days }))).toEqual([
      '12 days ago',
      '1 day ago',
      'today',
      'in 1 day',
      'in 30 days',
    ]);
  });

  test('a report with something in every part', () => {
    const report = upkeepReport(
      content({
        guides: [guide('when-they-push/a', { title: 'They push', covers: ['terson/once'] })],
        facts: [fact('interest', { checked: '2026-05-01', review: '2026-11-01', readIn: 'a copy of 2025' })],
        scripts: [script('ask', { title: 'Ask them', reviewed: '2026-02-10' })],
        sources: [source('terson', ['once', 'never'], { title: 'Terson', reviewed: '2026-05-01' })],
      }),
      none,
      '2026-07-20',
    );
    const said = {
      sparse: [{ page: { title: 'They push', url: '/guides/when-they-push/a/' }, said: 3 }],
      rivals: [{ pages: [{ title: 'Ask them' }, { title: 'Ask once' }], alike: 0.714 }],
    };
    expect(tellUpkeep(report, said, 'en-GB')).toMatchInlineSnapshot(`
      "Upkeep on 20 July 2026

      Overdue: 1 page
        They push (guide), due on 15 July 2026, 5 days ago
          content/guides/when-they-push/a.mdx, owner: Head of tests
      Read each page and fix what’s wrong. Then write the day you read it under "reviewed".

      Due within 30 days: 1 page
        Ask them (script), due on 10 August 2026, in 21 days
          content/scripts/ask.yaml, owner: Head of tests

      No guide covers: 1 point
        terson/never: Teaches never.
      Add the point under "covers" or "beyond" in the guide that deals with it, or write one.

      One guide only: 1 point
        terson/once: Teaches once.
          only in content/guides/when-they-push/a.mdx

      Nothing links to: 1 guide
        They push
          content/guides/when-they-push/a.mdx
      Add the guide under "related" in another guide, or to an outcome or a situation.

      Facts of law, money and safety, oldest check first: 1 fact
        The fact interest (United Kingdom): checked on 1 May 2026, next check by 1 November 2026. Read in a copy of 2025
          content/facts/gb/interest.yaml, owner: legal
      Look each one up at its authority again. Write that day under "checked" and the next one under "review".

      Few phrasings lead to: 1 page
        They push: 3
          content/phrasings/guides/when-they-push/a.yaml
      Write what people say when this page is the answer, one phrase a line. npm run search -- "…" shows what they find.

      People say almost the same for: 1 pair
        Ask them | Ask once (71 %)
      Give each page words of its own, or merge the two."
    `);
  });

  test('what stands in for a file of the playbook, unless all is well, and what waits for its day', () => {
    const overrides = (['sound', 'changed', 'same', 'unknown'] as const).map((state) => ({
      file: `company/${state}.mdx`,
      beneath: `content/${state}.mdx`,
      state,
    }));
    const waiting = { ...guide('t/new', { title: 'New' }), kind: 'guide', publish: '2026-08-01' } as const;
    const report = upkeepReport(content({}), none, '2026-07-20', overrides, [waiting]);
    expect(tellUpkeep(report, { sparse: [], rivals: [] }, 'en-GB')).toMatchInlineSnapshot(`
      "Upkeep on 20 July 2026

      Your own files in place of the playbook’s: 3 files
        company/changed.mdx
          content/changed.mdx has changed since you based this on it.
        company/same.mdx
          This says the same as content/same.mdx.
        company/unknown.mdx
          Nothing says which version of content/unknown.mdx this was based on.
      See what has changed with npm run override -- --changes, and take over into yours what you want. Then run npm run override -- and the file’s name, such as guides/when-they-push/paying-late.mdx: yours stays as it is, and counts as based on today’s version. Or delete yours, and the playbook’s shows again.

      Overdue: none

      Due within 30 days: none

      No guide covers: none

      One guide only: none

      Nothing links to: none

      Facts of law, money and safety, oldest check first: none

      Waiting for their day: 1 page
        New (guide), goes out on 1 August 2026
          content/guides/t/new.mdx, owner: Head of tests
      A build on that day or later takes the page in. If your site is not built every day, build it again then.

      Few phrasings lead to: none

      People say almost the same for: none"
    `);
  });

  test('a report with nothing in it', () => {
    const text = tellUpkeep(upkeepReport(content({}), none, '2026-07-20'), { sparse: [], rivals: [] }, 'en-GB');
    expect(text).toMatchInlineSnapshot(`
      "Upkeep on 20 July 2026

      Overdue: none

      Due within 30 days: none

      No guide covers: none

      One guide only: none

      Nothing links to: none

      Facts of law, money and safety, oldest check first: none

      Few phrasings lead to: none

      People say almost the same for: none"
    `);
  });
});

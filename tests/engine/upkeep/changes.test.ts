import { describe, expect, test } from 'vitest';
import { calendarsOf } from '../../../src/upkeep/engine/calendars.ts';
import { changesOf, changeToShow } from '../../../src/upkeep/engine/changes.ts';
import { keptPages } from '../../../src/upkeep/engine/report.ts';
import { content, fact, guide, page, script, source, tree } from './made-up.ts';

const change = (on: string, what: string) => ({ on, what });

test('changes of all pages, the newest first, each with a key of its own', () => {
  const everything = content({
    guides: [guide('t/a', { title: 'A', changes: [change('2026-01-05', 'one'), change('2026-03-01', 'two')] })],
    scripts: [script('s', { title: 'S', changes: [change('2026-03-01', 'three'), change('2026-03-01', 'four')] })],
    trees: [tree('fire', [], { title: 'F' })],
  });
  const found = changesOf(everything);
  expect(found.map(({ what }) => what)).toEqual(['two', 'three', 'four', 'one']);
  expect(found[1]).toMatchObject({ title: 'S', kind: 'script', address: '/scripts/s/', key: '/scripts/s/ 2026-03-01' });
  expect(found[2]?.key).toBe('/scripts/s/ 2026-03-01 2');
  expect(new Set(found.map(({ key }) => key)).size).toBe(4);
});

test('pages of every kind have their changes, those of one day in the order of the site', () => {
  const changes = [change('2026-03-01', 'x')];
  const everything = content({
    guides: [guide('t/a', { changes })],
    scripts: [script('s', { changes })],
    trees: [tree('fire', [], { changes })],
    sources: [source('terson', [], { changes })],
    pages: [page('about', { changes }), page('made-up', { changes: [change('2026-03-02', 'y')] })],
  });
  expect(changesOf(everything).map(({ kind, address }) => [kind, address])).toEqual([
    ['page', ''],
    ['guide', '/guides/t/a/'],
    ['script', '/scripts/s/'],
    ['decision', '/decide/fire/'],
    ['source', '/sources/terson/'],
    ['page', '/about/'],
  ]);
});

test('a change has the same key whatever stands on other days beside it', () => {
  const keys = (...days: string[]) =>
    changesOf(content({ guides: [guide('t/a', { changes: days.map((on) => change(on, 'x')) })] })).map(
      ({ key }) => key,
    );
  expect(keys('2026-03-01', '2026-01-05', '2026-03-01')).toEqual([
    '/guides/t/a/ 2026-03-01',
    '/guides/t/a/ 2026-03-01 2',
    '/guides/t/a/ 2026-01-05',
  ]);
});

describe('what a page says of its last change', () => {
  const both = [change('2026-01-31', 'older'), change('2026-02-10', 'newer')];
  test.each([
    ['2026-02-09', 'newer'],
    ['2026-02-10', 'newer'],
    ['2026-03-09', 'newer'],
    ['2026-03-10', undefined],
    ['2027-02-10', undefined],
  ])('on %s it says: %s', (today, what) => {
    expect(changeToShow(both, today)?.what).toBe(what);
  });
  test('a month that is short ends on its last day', () => {
    const [older] = both;
    expect(older && changeToShow([older], '2026-02-27')?.what).toBe('older');
    expect(older && changeToShow([older], '2026-02-28')).toBeUndefined();
  });
  test('without changes it says nothing', () => {
    expect(changeToShow([], '2026-02-10')).toBeUndefined();
  });
});

describe('calendars', () => {
  const pages = keptPages(
    content({
      guides: [
        guide('t/late', { title: 'Late', owner: 'Head of Länder', reviewed: '2026-01-10', reviewEvery: 1 }),
        guide('t/later', { title: 'Later', owner: 'Head of Länder', reviewed: '2026-06-01', reviewEvery: 12 }),
      ],
      scripts: [script('s', { title: 'S', owner: 'head of länder', reviewed: '2026-06-01', reviewEvery: 1 })],
      facts: [fact('interest')],
    }),
    '2026-06-15',
  );
  const calendars = calendarsOf(pages, [], '2026-06-15', 'en-GB');

  test('one for each owner, each page once, in files that do not meet', () => {
    expect(calendars.flatMap(({ entries }) => entries)).toHaveLength(pages.length);
    expect(new Set(calendars.map(({ file }) => file)).size).toBe(calendars.length);
    expect(calendars.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['head-of-länder.ics', 'head-of-länder-2.ics']),
    );
  });

  test('what is overdue stands on today and says since when; the rest on its day', () => {
    const entries = calendars.find(({ owner }) => owner === 'Head of Länder')?.entries;
    expect(entries?.map(({ day, title }) => [day, title])).toEqual([
      ['2026-06-15', 'Overdue since 10 February 2026: Late'],
      ['2027-06-01', 'Review: Later'],
    ]);
    expect(entries?.[0]?.text).toContain('content/guides/t/late.mdx');
  });

  test('an entry keeps its id when its day moves, so that it is moved and not doubled', () => {
    const later = calendarsOf(pages, [], '2026-08-01', 'en-GB');
    const ids = (all: typeof calendars) => all.flatMap(({ entries }) => entries.map(({ uid }) => uid)).sort();
    expect(ids(later)).toEqual(ids(calendars));
    expect(new Set(ids(later)).size).toBe(pages.length);
  });

  test('a page that waits stands on the day it goes out, beside its reviews', () => {
    const [late] = pages;
    const waiting = {
      kind: 'guide',
      title: 'New',
      owner: 'Head of news',
      file: late?.file ?? '',
      publish: '2026-07-01',
    } as const;
    const entries = calendarsOf(pages, [waiting], '2026-06-15', 'en-GB').flatMap(({ owner, entries }) =>
      entries.map((entry) => ({ owner, ...entry })),
    );
    expect(entries.find(({ owner }) => owner === 'Head of news')).toMatchObject({
      day: '2026-07-01',
      title: 'Goes out: New',
    });
    expect(new Set(entries.map(({ uid }) => uid)).size).toBe(pages.length + 1);
  });

  test('owners stand in the order of the alphabet, entries by day and then by title, each with what to do', () => {
    const all = keptPages(
      content({
        guides: [
          guide('t/b', { title: 'B', owner: 'Zoe', reviewed: '2026-06-01', reviewEvery: 6 }),
          guide('t/a', { title: 'A', owner: 'Zoe', reviewed: '2026-06-01', reviewEvery: 6 }),
          guide('t/c', { title: 'C', owner: 'Zoe', reviewed: '2026-05-15', reviewEvery: 1 }),
          guide('t/d', { title: 'D', owner: 'Ann & Bob', reviewed: '2026-06-01', reviewEvery: 6 }),
        ],
        facts: [fact('interest', { confirm: '…' })],
      }),
      '2026-06-15',
    );
    const found = calendarsOf(all, [], '2026-06-15', 'en-GB');
    expect(found.map(({ owner, file }) => [owner, file])).toEqual([
      ['…', 'owner.ics'],
      ['Ann & Bob', 'ann-bob.ics'],
      ['Zoe', 'zoe.ics'],
    ]);
    expect(found.flatMap(({ entries }) => entries)).toMatchInlineSnapshot(`
      [
        {
          "day": "2027-01-15",
          "text": "Look this up at its authority again. Write today’s date under "checked" in content/facts/gb/interest.yaml, and the next one under "review".",
          "title": "Review: The fact interest (United Kingdom)",
          "uid": "content/facts/gb/interest.yaml@good-terms",
        },
        {
          "day": "2026-12-01",
          "text": "Read this guide through, fix what’s wrong, and write today’s date under "reviewed" in content/guides/t/d.mdx.",
          "title": "Review: D",
          "uid": "content/guides/t/d.mdx@good-terms",
        },
        {
          "day": "2026-06-15",
          "text": "Read this guide through, fix what’s wrong, and write today’s date under "reviewed" in content/guides/t/c.mdx.",
          "title": "Review: C",
          "uid": "content/guides/t/c.mdx@good-terms",
        },
        {
          "day": "2026-12-01",
          "text": "Read this guide through, fix what’s wrong, and write today’s date under "reviewed" in content/guides/t/a.mdx.",
          "title": "Review: A",
          "uid": "content/guides/t/a.mdx@good-terms",
        },
        {
          "day": "2026-12-01",
          "text": "Read this guide through, fix what’s wrong, and write today’s date under "reviewed" in content/guides/t/b.mdx.",
          "title": "Review: B",
          "uid": "content/guides/t/b.mdx@good-terms",
        },
      ]
    `);
  });
});

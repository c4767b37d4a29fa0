import { describe, expect, test } from 'vitest';
import { pack, unpack } from '../../../src/search/query/packed.ts';
import { readIndex } from '../../../src/search/query/search-index.ts';
import { search } from '../../../src/search/query/search.ts';
import type { SearchData } from '../../../src/search/query/types.ts';
import { runs } from '../runs.ts';
import { dataOf, pages, vocabularyData } from './fixtures.ts';

/** Two guides, a script and a tree, with a situation that leads to each of them. */
const data: SearchData = {
  pages: [
    {
      kind: 'guide',
      url: '/late/',
      title: 'They pay late',
      summary: 'What to do.',
      says: ['late payment', 'payments late', 'the client owes money', 'rhubarb'],
      parts: [],
      words: '/letter/',
    },
    { kind: 'guide', url: '/quiet/', title: 'Silence', summary: '', says: [], parts: [], words: '' },
    {
      kind: 'decision',
      url: '/tree/',
      title: 'Should I end it?',
      summary: 'Questions.',
      says: ['end it with a client', 'client payment elderberry'],
      parts: [{ says: 'Who decides?', behind: 'worksheet/#who' }],
      words: '',
    },
    { kind: 'script', url: '/letter/', title: 'A letter', summary: '', says: [], parts: [], words: '' },
  ],
  situations: [
    {
      url: '/#late',
      says: 'They pay late',
      first: 'Look at the contract.',
      guide: '/late/',
      words: '/letter/',
      decide: '/tree/',
      aliases: ['money is late', 'client owes late payment'],
    },
  ],
  vocabulary: vocabularyData,
  worths: new Map([
    ['money', -3],
    ['lat', 40],
    ['cellar', 3],
    ['stair', 4],
    ['sofa', -3],
    ['bench', 1],
    ['lamp', 0],
  ]),
};

test('what words say of danger comes back, of those that people say and of others', () => {
  const { worths } = unpack(pack(data));
  expect(Object.fromEntries([...worths].filter(([, worth]) => worth !== 0))).toEqual({
    money: -3,
    // No word says more than this.
    lat: 6,
    cellar: 3,
    stair: 4,
    // One that no line has and that says little stays at home.
    sofa: -3,
  });
});

describe('what is shown', () => {
  const { pages, situations, vocabulary } = unpack(pack(data));

  test('comes back as it was; pages that share words stand together', () => {
    const shown = ({ says: _, ...rest }: SearchData['pages'][number]) => rest;
    const byUrl = (all: SearchData['pages']) => all.map(shown).toSorted((a, b) => (a.url < b.url ? -1 : 1));
    expect(byUrl(pages)).toEqual(byUrl(data.pages));
    expect(pages.map(({ url }) => url)).toEqual(['/letter/', '/quiet/', '/tree/', '/late/']);
    expect(situations.map(({ aliases: _, ...rest }) => rest)).toEqual(
      data.situations.map(({ aliases: _, ...rest }) => rest),
    );
    expect(vocabulary).toEqual(vocabularyData);
  });

  test('also a phrase with a comma in it', () => {
    const harmless = ['no, thanks', 'kill the lights'];
    expect(unpack(pack({ ...data, vocabulary: { ...vocabularyData, harmless } })).vocabulary.harmless).toEqual(
      harmless,
    );
  });

  test('also when a situation leads to pages that are not there', () => {
    const [situation] = data.situations;
    if (!situation) throw new Error('There is one.');
    const lost = { ...situation, guide: '/gone/', words: '/gone/', decide: '/gone/' };
    const { aliases: _, ...shown } = lost;
    expect(unpack(pack({ ...data, situations: [lost] })).situations[0]).toMatchObject(shown);
  });
});

describe('what is compared', () => {
  const packed = pack(data);
  const { pages, situations } = unpack(packed);
  const sorted = (lines: readonly string[] = []) =>
    lines.map((line) => line.split(' ').toSorted().join(' ')).toSorted();

  test('stands once for lines of the same words, without those that say nothing', () => {
    expect(pages.map(({ says }) => sorted(says))).toEqual([
      [],
      [],
      ['client end', 'client payment'],
      ['client money owes', 'late payment', 'rhubarb'],
    ]);
    expect(sorted(situations[0]?.aliases)).toEqual(['client late owes payment', 'late money']);
  });

  test('has the shortest form of each word, and none that one line alone has beside others', () => {
    // Each behind a capital for how many letters it shares with the one before.
    expect(packed.words).toBe('AclientAendAlateAmoneyAowesApaymentArhubarb');
  });

  test('is the lines of each word, as the steps between them, with lines that share words side by side', () => {
    const says = ['call early', 'pay early', 'late call', 'pay'];
    const { words, lines, counts } = pack(
      dataOf([
        { url: '/a/', title: 'A', says },
        { url: '/b/', title: 'B', says: ['calm call', 'pay late', 'calm'] },
      ]),
    );
    // Lines: pay late, calm, calm call; pay, pay early, call early, late call.
    expect(words).toBe('AcallDmAearlyAlateApay');
    expect(lines).toBe("%&$\n$$\n'$\n#)\n#&$");
    expect(counts).toBe("&'");
  });

  test('is the same in whatever order people said it', () => {
    const says = ['late invoices', 'late invoice', 'invoiced late', 'the late', '…'];
    const worths = new Map([
      ['stair', 4],
      ['cellar', 4],
      ['lamp', 0],
    ]);
    const packedOf = (says: readonly string[]) => pack({ ...dataOf([{ url: '/a/', title: 'A', says }]), worths });
    expect(packedOf(says).words).toBe('AinvoiceAlate');
    expect(packedOf(says).more).toEqual({ 4: 'cellar stair' });
    for (const order of [says.toReversed(), says.toSorted(), says.toSorted().toReversed()]) {
      expect(packedOf(order)).toMatchObject({ words: packedOf(says).words, counts: packedOf(says).counts });
    }
    const backwards = new Map([...worths].toReversed());
    expect(pack({ ...dataOf([]), worths: backwards }).more).toEqual({ 4: 'cellar stair' });
    expect(unpack(packedOf(['…'])).pages[0]?.says).toEqual([]);
  });

  test('comes back when words share more letters than a capital tells', () => {
    const [same, one, other] = ['a'.repeat(30), `${'a'.repeat(30)}b`, `${'a'.repeat(30)}c`];
    const says = [one, other, same];
    expect(unpack(pack(dataOf([{ url: '/a/', title: 'A', says }]))).pages[0]?.says.toSorted()).toEqual(says.toSorted());
  });

  test('belongs to its page and its situation, however many there are', () => {
    const situation = (at: number) => ({
      url: `/#${at}`,
      says: `S${at}`,
      first: '',
      guide: '/a/',
      words: '/a/',
      decide: '/a/',
      aliases: [`alias${at}`],
    });
    const two = { ...dataOf([{ url: '/a/', title: 'A', says: ['one'] }]), situations: [0, 1, 2].map(situation) };
    const arrived = unpack(pack(two));
    expect(arrived.pages.map(({ says }) => says)).toEqual([['one']]);
    expect(arrived.situations.map(({ aliases }) => aliases)).toEqual([['alias0'], ['alias1'], ['alias2']]);
  });

  test('reaches far: a word in the first and the last of very many lines', () => {
    const many = Array.from({ length: runs(60_000) }, (_, at) => ({
      url: `/${at}/`,
      title: `Page ${at}`,
      says: [`common word${at % 100}`],
    }));
    const ends = [
      { url: '/first/', title: 'First', says: ['rare word'] },
      ...many,
      { url: '/last/', title: 'Last', says: ['rare word'] },
    ];
    const arrived = unpack(JSON.parse(JSON.stringify(pack(dataOf(ends)))) as ReturnType<typeof pack>);
    expect([arrived.pages.at(0)?.says, arrived.pages.at(-1)?.says].map((says) => sorted(says ?? []))).toEqual([
      ['rare word'],
      ['rare word'],
    ]);
  });
});

test('a search finds the same pages in what was packed', () => {
  const whole = dataOf(pages);
  const index = readIndex(whole);
  const packed = readIndex(unpack(pack(whole)));
  for (const query of ['client shouts', 'unpaid invoice', 'missed meetings', 'who decides about the contract', 'tax']) {
    expect(search(query, packed).found[0]?.page.url, query).toBe(search(query, index).found[0]?.page.url);
  }
});

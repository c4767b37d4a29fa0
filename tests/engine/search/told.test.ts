import { describe, expect, test } from 'vitest';
import { learnWorths, tellOfDanger } from '../../../src/search/query/told.ts';
import { root } from '../../../src/search/query/normalise.ts';
import { readIndex } from '../../../src/search/query/search-index.ts';
import { search } from '../../../src/search/query/search.ts';
import { dataOf, pages } from './fixtures.ts';

const words = (text: string) => text.split(' ');
const times = (count: number, text: string) => Array.from({ length: count }, () => text);

describe('what words say is learnt from examples', () => {
  test('above nothing for those of danger, below for those of ordinary trouble, nothing for those of both', () => {
    const worths = learnWorths(times(20, 'doorway he was'), times(20, 'invoice he was'), words);
    expect(worths.get('doorway')).toBeGreaterThan(0);
    expect(worths.get('invoic')).toBeLessThan(0);
    expect(Math.abs(worths.get('he') ?? 9)).toBeLessThan(worths.get('doorway') ?? 0);
  });

  test('so that together they read the examples as these were given', () => {
    const told = ['he was in the doorway again', 'she knows my bus', 'his car was by my house', 'he has my house key'];
    const harmless = ['he was late again', 'she lost my invoice', 'his car was late', 'the house key was lost'];
    const worths = learnWorths(
      told.flatMap((one) => times(12, one)),
      harmless.flatMap((one) => times(12, one)),
      words,
    );
    const read = (text: string) => tellOfDanger(new Set(words(text).map(root)), worths) >= 0;
    expect(told.map(read)).toEqual(told.map(() => true));
    expect(harmless.map(read)).toEqual(harmless.map(() => false));
  });

  test('a word beside one that says it all says less than it would alone', () => {
    const both = learnWorths([...times(12, 'doorway dark'), ...times(12, 'doorway')], times(24, 'invoice'), words);
    const alone = learnWorths(times(12, 'dark'), times(24, 'invoice'), words);
    expect(both.get('dark')).toBeLessThan(alone.get('dark') ?? 0);
  });

  test('a word counts once an example, by its root, and not at all when few have it', () => {
    const examples = (shout: string) =>
      [times(15, shout), ['cellar cellar cellar'], times(15, 'sofa'), ['cellar']] as const;
    const [often, few, other, one] = examples('shouting shouts');
    const worths = learnWorths([...often, ...few], [...other, ...one], words);
    expect([...worths.keys()].sort()).toEqual(['shout', 'sofa']);
    expect(learnWorths([...times(15, 'shout'), ...few], [...other, ...one], words)).toEqual(worths);
  });
});

test('words tell of danger by what they are worth together', () => {
  const worths = new Map([
    ['door', 4],
    ['dark', 2],
    ['sofa', -3],
  ]);
  const tell = (text: string) => tellOfDanger(new Set(words(text)), worths);
  expect(tell('door')).toBe(0);
  expect(tell('dark')).toBeLessThan(0);
  expect(tell('door dark')).toBe(2);
  expect(tell('door dark sofa')).toBeLessThan(0);
  expect(tell('unheard')).toBeLessThan(0);
});

describe('danger that is told without a word for it', () => {
  const index = readIndex(dataOf(pages));
  const first = (query: string) => search(query, index).found[0]?.page.url;

  test('leads to the pages on it', () => {
    expect(search('they stood in the dark doorway', index).danger).toBe(true);
    expect(first('they stood in the dark doorway')).toBe('/danger/');
    expect(search('they stood beside the sofa in the doorway', index).danger).toBe(false);
  });

  test('gives way to what people say when that is near', () => {
    const asked = 'they cancel meetings in a doorway';
    expect(search(asked, index).danger).toBe(false);
    expect(first(asked)).toBe('/meetings/');
  });

  test('gives way the less, the more the words say', () => {
    const surer = readIndex({ ...dataOf(pages), worths: new Map([['doorway', 40]]) });
    const asked = 'they cancel meetings in a doorway';
    expect(search(asked, index).danger).toBe(false);
    expect(search(asked, surer).danger).toBe(true);
    // What people say in the very same words is meant, whatever they say together.
    expect(search('late payment', readIndex({ ...dataOf(pages), worths: new Map([['late', 99]]) })).danger).toBe(false);
  });
});

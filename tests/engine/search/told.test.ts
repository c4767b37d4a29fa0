import { describe, expect, test } from 'vitest';
import { learnWorths, tellOfDanger } from '../../../src/search/query/told.ts';
import { readIndex } from '../../../src/search/query/search-index.ts';
import { search } from '../../../src/search/query/search.ts';
import { dataOf, pages } from './fixtures.ts';

const words = (text: string) => text.split(' ');
const times = (count: number, text: string) => Array.from({ length: count }, () => text);

describe('what words say is learnt from examples', () => {
  test('how many times as often they are told in danger as in ordinary trouble, as a power of e', () => {
    const worths = learnWorths(
      [...times(19, 'doorway he'), ...times(4, 'he')],
      [...times(19, 'invoice he'), ...times(4, 'he')],
      words,
    );
    expect(Object.fromEntries(worths)).toEqual({ doorway: 3, he: 0, invoic: -3 });
  });

  test('a longer list of one kind makes no word worth more', () => {
    const worths = learnWorths(times(98, 'he'), times(8, 'he'), words);
    expect(worths.get('he')).toBe(0);
  });

  test('a word counts once an example, by its root, and not at all when few have it', () => {
    const worths = learnWorths(
      [...times(9, 'shouting shouts'), ...times(5, 'cellar cellar cellar')],
      [...times(3, 'cellar'), ...times(3, 'sofa')],
      words,
    );
    expect([...worths.keys()]).toEqual(['shout']);
    expect(worths.get('shout')).toBe(2);
  });
});

test('words tell of danger by what they are worth together, sooner when they tell of somebody', () => {
  const worths = new Map([
    ['door', 2],
    ['dark', 2],
    ['sofa', -3],
  ]);
  const tell = (text: string, ofPeople: boolean) => tellOfDanger(new Set(words(text)), worths, ofPeople);
  expect(tell('door', true)).toBe(true);
  expect(tell('door', false)).toBe(false);
  expect(tell('door dark', false)).toBe(true);
  expect(tell('door dark sofa', true)).toBe(false);
  expect(tell('unheard', true)).toBe(false);
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
});

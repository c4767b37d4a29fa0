import { distance } from 'fastest-levenshtein';

const sorted = (word: string) => [...word].sort().join('');

/** Steps between two words; letters in the wrong order ("cleint") are one step. */
function steps(a: string, b: string): number {
  const count = distance(a, b);
  return count === 2 && a.length === b.length && sorted(a) === sorted(b) ? 1 : count;
}

/** How many steps a word of this length may be away: none for short ones, where everything is near everything. */
const reach = (length: number): number => (length < 5 ? 0 : length < 8 ? 1 : 2);

/**
 * The nearest of some words, for one that is none of them. People rarely get the first letter wrong, so it must agree.
 *
 * @param word as it was typed, lower case
 * @param words what may have been meant
 * @param often how often one of them is said, to choose between those that are equally near
 * @returns undefined when none is near enough
 */
export function nearest(word: string, words: Iterable<string>, often: (word: string) => number): string | undefined {
  const far = reach(word.length);
  if (far === 0 || !/^[a-z]+$/.test(word)) return undefined;
  let best: { word: string; cost: number } | undefined;
  for (const other of words) {
    if (other[0] !== word[0] || other.length < 4 || Math.abs(other.length - word.length) > far) continue;
    const away = steps(word, other);
    if (away > far) continue;
    const cost = away - Math.min(0.5, often(other) / 1000);
    if (best === undefined || cost < best.cost) best = { word: other, cost };
  }
  return best?.word;
}

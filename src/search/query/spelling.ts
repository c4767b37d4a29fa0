import { distance } from 'fastest-levenshtein';
import { root } from './normalise.ts';
import type { WordList } from './words.ts';

const sorted = (word: string) => [...word].sort().join('');

/** Steps between two words; letters in the wrong order ("cleint") are one step. */
function steps(a: string, b: string): number {
  const count = distance(a, b);
  return count === 2 && a.length === b.length && sorted(a) === sorted(b) ? 1 : count;
}

/** How many steps a word of this length may be away: none for short ones, where everything is near everything. */
const reach = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/**
 * The nearest word of the site, for a word that the site does not have. People rarely get the first letter
 * wrong, so it must agree. Words of titles and aliases win over words of running text.
 */
export function guess(word: string, words: WordList, also: Iterable<string> = []): string | undefined {
  const far = reach(word.length);
  if (far === 0 || !/^[a-z]+$/.test(word) || words.real.has(word)) return undefined;
  const stem = root(word);
  let best: { word: string; cost: number } | undefined;
  const consider = (candidates: Iterable<string>, handicap: number) => {
    for (const candidate of candidates) {
      if (candidate[0] !== word[0] || candidate.length < 4) continue;
      const other = root(candidate);
      if (Math.abs(candidate.length - word.length) > far && Math.abs(other.length - stem.length) > far) continue;
      const away = Math.min(steps(word, candidate), stem.length < 5 ? far + 1 : Math.max(1, steps(stem, other)));
      if (away > far) continue;
      const cost = away + handicap + Math.abs(candidate.length - word.length) / 100;
      if (best === undefined || cost < best.cost) best = { word: candidate, cost };
    }
  };
  consider(words.strong, 0);
  consider(also, 0.1);
  consider(words.weak, 0.5);
  return best?.word;
}

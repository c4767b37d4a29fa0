/** Steps between two words: letters left out, put in or changed; two neighbours in the wrong order ("cleint") are one step. */
function steps(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j] ?? 0, (before[j - 2] ?? 0) + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
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

import type { PageHit } from '../../search/pagefind.ts';
import type { Lean } from '../../search/query/lean.ts';
import { root, wordsOf } from '../../search/query/normalise.ts';
import type { Filters, Index } from '../../search/query/types.ts';
import type { FileRecord } from './data.ts';

/** Something to be found, as it goes into the index. */
export interface IndexedRecord extends Lean, Pick<FileRecord, 'url' | 'kind'> {
  /** What a result shows of it. */
  readonly shown: Pick<FileRecord, 'title' | 'summary' | 'first'>;
  /** Its parts, packed for a result. */
  readonly parts: readonly string[];
}

/** What a word counts by where it stands. */
const fields = { title: 5, keywords: 3, heading: 1.5, text: 1 };

/** A line of a record: the roots of its words with a blank around each, and what the field counts. */
interface Line {
  readonly text: string;
  readonly counts: number;
}

/**
 * A small index in memory that answers as the site's own does: all words of a query must match, a word also matches the
 * beginning of a longer one, and words between quotes must stand side by side. `pages` gives every record.
 */
export function memoryIndex(
  records: readonly IndexedRecord[],
): Index<PageHit> & { pages(filters?: Filters): Promise<readonly PageHit[]> } {
  const lines = records.map(linesOf);
  /** For each word the records that have it, by their place, and the most that it counts there. */
  const words = new Map<string, Map<number, number>>();
  for (const [at, own] of lines.entries())
    for (const { text, counts } of own)
      for (const word of text.trim().split(' ')) {
        const places = words.get(word) ?? new Map<number, number>();
        words.set(word, places.set(at, Math.max(places.get(at) ?? 0, counts)));
      }

  /** What one word of a query counts in each record that has it. */
  const scoresOf = (asked: string): Map<number, number> => {
    const key = root(asked);
    const scores = new Map<number, number>();
    for (const [word, places] of words) {
      const near = word === key ? 1 : word.startsWith(asked) ? asked.length / word.length / 2 : 0;
      const telling = near * Math.log(1 + records.length / places.size);
      if (near > 0) for (const [at, counts] of places) scores.set(at, Math.max(scores.get(at) ?? 0, telling * counts));
    }
    return scores;
  };
  const phraseScores = (phrase: string): Map<number, number> =>
    new Map(
      lines.flatMap((own, at) => {
        const counts = own.filter(({ text }) => text.includes(phrase)).map((line) => line.counts);
        return counts.length > 0 ? [[at, Math.max(...counts)] as const] : [];
      }),
    );
  const kept = new Map<string, Map<number, number>>();
  const answer = (key: string, make: () => Map<number, number>): Map<number, number> => {
    const scores = kept.get(key) ?? make();
    if (kept.size > 500) kept.clear();
    kept.set(key, scores);
    return scores;
  };

  const fits = ({ kind }: IndexedRecord, filters: Filters): boolean => filters['kind']?.includes(kind) ?? true;
  return {
    async pages(filters = {}) {
      return records.filter((record) => fits(record, filters)).map((record) => hit(record, 1));
    },
    async search(query, filters = {}) {
      const quoted = /^"(.*)"$/.exec(query)?.[1];
      const asked = wordsOf(quoted ?? query);
      const [first, ...others] =
        quoted === undefined
          ? asked.map((word) => answer(word, () => scoresOf(word)))
          : [answer(query, () => phraseScores(inLine(asked)))];
      return [...(first ?? [])]
        .filter(([at]) => others.every((scores) => scores.has(at)))
        .flatMap(([at, score]) => {
          const record = records[at];
          if (!record || !fits(record, filters)) return [];
          return hit(
            record,
            others.reduce((sum, scores) => sum + (scores.get(at) ?? 0), score),
          );
        })
        .sort((a, b) => b.score - a.score);
    },
  };
}

const inLine = (words: readonly string[]): string => ` ${words.map(root).join(' ')} `;

function linesOf({ title, keywords, summary, sections }: IndexedRecord): Line[] {
  const line = (text: string, counts: number): Line[] => (text === '' ? [] : [{ text: inLine(wordsOf(text)), counts }]);
  return [
    ...line(title, fields.title),
    ...line(keywords, fields.keywords),
    ...line(summary, fields.text),
    ...sections.flatMap(({ heading, text }) => [...line(heading, fields.heading), ...line(text, fields.text)]),
  ];
}

const hit = ({ url, kind, shown, parts }: IndexedRecord, score: number): PageHit => ({
  id: url,
  score,
  data: async () => ({
    url: `#${url}`,
    meta: { title: shown.title },
    filters: {
      kind: [kind],
      summary: [shown.summary],
      first: shown.first ? [shown.first] : [],
      part: parts,
    },
  }),
});

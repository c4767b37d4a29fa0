import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { Filters, Hit, Index } from '../../../src/search/query/types.ts';
import type { Library } from '../../../src/search/query/search.ts';
import { readVocabulary } from '../../../src/search/query/vocabulary.ts';
import { makeWordList, readWordList } from '../../../src/search/query/words.ts';
import type { VocabularyData } from '../../../src/content/schemas/site.ts';

/** A small vocabulary, so that the tests do not change with the site's. */
export const vocabularyData: VocabularyData = {
  filler: ['a', 'an', 'do', 'how', 'i', 'is', 'my', 'not', 'the', 'to', 'up', 'we', 'will', 'with'],
  danger: [{ means: ['harass'], words: ['grope', 'follow me', 'grab my'] }],
  ours: ['invoice'],
  contractions: { "won't": 'will not', "i'm": 'i am' },
  synonyms: [
    ['client', 'customer'],
    ['invoice', 'bill'],
    ['will not pay', 'unpaid', 'late payment'],
    ['shout', 'yell'],
    ['missed meetings', 'turn up', 'no show'],
  ],
};
export const vocabulary = readVocabulary(vocabularyData);

/** The vocabulary of the site. */
export const realVocabulary = parse(readFileSync('content/vocabulary.yaml', 'utf8')) as VocabularyData;

/** A few pages: id, title and text. */
export const pages: Readonly<Record<string, { title: string; text: string }>> = {
  late: { title: 'Late payment of an invoice', text: 'it is unpaid and you pay the bill of the client' },
  shout: { title: 'They shout', text: 'a client who shouts at the team ends the call' },
  meetings: { title: 'Missed meetings', text: 'the client does not turn up to the meeting' },
  fees: { title: 'Fees', text: 'what we feel about feedback' },
  behind: { title: 'A source on those who shout', text: 'and insight' },
};

/** A page as the word list wants it. */
export const page = (title: string, text = '', keywords = '') => ({
  title,
  keywords,
  summary: '',
  sections: [{ id: '', heading: '', text }],
});

export const words = readWordList(
  makeWordList(
    Object.values(pages).map(({ title, text }) => page(title, text)),
    { behind: 0.2 },
    vocabulary,
  ),
);

/** A stand-in for the real index: all words must begin a word of the page; quotes want them side by side. */
export function fakeIndex(asked: string[] = []): Index<Hit> {
  return {
    search(query: string, _filters?: Filters) {
      asked.push(query);
      const hits = Object.entries(pages).flatMap(([id, { title, text }]) => {
        const all = `${title} ${text}`.toLowerCase();
        if (query.startsWith('"'))
          return ` ${all} `.includes(` ${query.replaceAll('"', '')} `) ? [{ id, score: 1 }] : [];
        const parts = query.split(' ').filter((part) => part !== '');
        const fits = (words: string) => parts.every((part) => words.split(' ').some((word) => word.startsWith(part)));
        return parts.length > 0 && fits(all) ? [{ id, score: fits(title.toLowerCase()) ? 5 : 1 }] : [];
      });
      return Promise.resolve(hits.sort((a, b) => b.score - a.score));
    },
  };
}

/** All that search needs; `asked` collects the queries sent to the index. */
export const library = (asked: string[] = []): Library<Hit> => ({ index: fakeIndex(asked), vocabulary, words });

/** Queries of all sorts: text in any alphabet, words of the site, quotes, signs. */
export const anyQuery = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        'client',
        'shout',
        'invoise',
        "won't",
        'pay',
        '"',
        "'",
        '“',
        '<b>',
        '.*',
        '😡',
        'the',
        'a',
        'не',
        '客户',
        '-',
      ),
      {
        maxLength: 20,
      },
    )
    .map((parts) => parts.join(' ')),
);

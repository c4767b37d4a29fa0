import { readIndex } from '../../../src/search/query/search-index.ts';
import type { Kind, Part, SearchData, SearchVocabulary } from '../../../src/search/query/types.ts';
import { anyText, fc } from '../runs.ts';

/** A small vocabulary, so that the tests do not change with the site's. */
export const vocabularyData: SearchVocabulary = {
  empty: ['a', 'an', 'the', 'is', 'to', 'at', 'of', 'it', 'in', 'for', 'with'],
  filler: ['how', 'i', 'my', 'me', 'not', 'we', 'will', 'they', 'just', 'do', 'you', 'always', 'everybody'],
  danger: [
    {
      means: ['danger', 'harassment'],
      leads: ['/danger/'],
      words: ['grope', 'follow me', 'grab my', 'killer'],
      unless: [],
      vague: false,
    },
    { means: ['danger'], leads: [], words: ['threaten'], unless: ['court', 'review'], vague: false },
    { means: ['fear'], leads: ['/shout/'], words: ['creepy'], unless: [], vague: true },
  ],
  people: ['cleaner', 'team'],
  tellers: ['they', 'me'],
  between: ['nearly', 'the', 'new'],
  harmless: ['kill fee', 'threaten to leave'],
  contractions: { "won't": 'will not', "i'm": 'i am' },
  synonyms: [
    ['client', 'customer'],
    ['invoice', 'bill'],
    ['will not pay', 'unpaid', 'overdue'],
    ['shout', 'yell'],
  ],
  onDanger: { tree: '/danger/', guide: '/danger/' },
};

/** A page with what people say of it. */
interface Said {
  readonly url: string;
  readonly title: string;
  readonly kind?: Kind;
  readonly says?: readonly string[];
  readonly parts?: readonly Part[];
}

/** A few pages. */
export const pages: readonly Said[] = [
  {
    url: '/late/',
    title: 'They pay late',
    says: ['invoice is overdue', 'late payment', 'client owes money', 'unpaid work'],
  },
  { url: '/shout/', title: 'They shout', says: ['client shouts at the team', 'shouting on the phone', 'angry call'] },
  { url: '/meetings/', title: 'Missed meetings', says: ['client cancels meetings', 'no show', 'is it just me'] },
  { url: '/danger/', title: 'You are in danger', says: ['harassment', 'danger at work', 'client threatens me'] },
  {
    url: '/leave/',
    title: 'Hold your ground',
    says: ['client threatens to leave', 'they want to leave', 'threatened with court'],
  },
  {
    url: '/tree/',
    title: 'Should I end it?',
    kind: 'decision',
    parts: [{ says: 'Who decides about the contract?', behind: 'worksheet/#who' }],
  },
  { url: '', title: 'Tax', kind: 'gap', says: ['tax return', 'sales tax'] },
];

/** What the site would ship of some pages. */
export const dataOf = (list: readonly Said[]): SearchData => ({
  pages: list.map(({ url, title, kind = 'guide', says = [], parts = [] }) => ({
    url,
    title,
    kind,
    summary: `About ${title}.`,
    says,
    parts,
    words: '',
  })),
  situations: [],
  vocabulary: vocabularyData,
  worths: new Map([
    ['doorway', 2],
    ['dark', 2],
    ['stood', 1],
    ['sofa', -2],
  ]),
});

export const index = readIndex(dataOf(pages));

/** Queries of all sorts: text in any alphabet, words of the site, quotes, signs. */
export const anyQuery = fc.oneof(
  anyText(400),
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
        'не',
        '客户',
        '__proto__',
      ),
      { maxLength: 20 },
    )
    .map((parts) => parts.join(' ')),
);

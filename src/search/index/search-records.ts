import type { SituationsData } from '../../content/schemas/site.ts';
import type { TreeData } from '../../content/schemas/tree.ts';
import { questionAddress, situationAddress } from '../../routes.ts';
import type { SearchPage } from './search-page.ts';

/** Something that search finds, and its address. */
export type Addressed<P extends SearchPage = SearchPage> = P & { readonly url: string };

/** The questions of a tree, each found by itself. They lead to the worksheet, where the whole tree stands. */
export const questionRecords = (id: string, { questions }: TreeData): Addressed[] =>
  questions.map((question) => ({
    url: questionAddress(id, question.id),
    title: question.ask,
    keywords: '',
    summary: question.why,
    first: '',
    filters: [{ name: 'kind', value: 'question' }],
    sections: [{ id: '', heading: '', text: question.answers.map(({ text }) => text).join(' ') }],
  }));

/** The situations of the home page, each found by itself. */
export const situationRecords = (situations: SituationsData): Addressed[] =>
  situations.map(({ id, words, first, aliases = [] }) => ({
    url: situationAddress(id),
    title: words,
    keywords: [words, ...aliases].join(', '),
    summary: first,
    first: '',
    filters: [
      { name: 'kind', value: 'situation' },
      { name: 'situation', value: id },
    ],
    sections: [],
  }));

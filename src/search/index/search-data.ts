import { builtContent } from '../../content/built-content.ts';
import type { Content } from '../../content/content.ts';
import { attachmentNames } from '../../content/shown-files.ts';
import { pages as englishLists, site as englishSite } from '../../i18n/en.ts';
import type { Strings } from '../../i18n/strings.ts';
import {
  decideAddress,
  guideAddress,
  guidesAddress,
  outcomeAddress,
  pageAddresses,
  questionAddress,
  scriptAddress,
  scriptsAddress,
  situationAddress,
  sourceAddress,
  sourcesAddress,
  topicAddress,
  treeAddress,
} from '../../routes.ts';
import { learnWorths } from '../query/told.ts';
import { readWords } from '../query/vocabulary.ts';
import type { Kind, SearchData, SearchPage } from '../query/types.ts';

/**
 * What search knows, from the content as it is now.
 * @param root the project's root folder
 * @param strings what the software calls its own lists; English when left out
 */
export function readSearchData(root: string, strings?: Strings): SearchData {
  const reading = builtContent(root);
  return searchData(reading.content, strings, attachmentNames(reading));
}

/**
 * What people say, page by page: titles, aliases, phrasings, situations, questions.
 * @param attached what the attachments of each page are called, by its address
 */
export function searchData(
  content: Content,
  { site, pages: lists }: Pick<Strings, 'site' | 'pages'> = { site: englishSite, pages: englishLists },
  attached: ReadonlyMap<string, readonly string[]> = new Map(),
): SearchData {
  const { guides, scripts, trees, sources, pages, situations, phrasings, topics, playbook } = content;
  const { notCovered, ...vocabulary } = content.vocabulary;
  const { lead, told, harmless } = content.danger;
  const saidOf = (url: string) => [phrasings, attached].flatMap((said) => said.get(url) ?? []);
  const page = (
    kind: Kind,
    url: string,
    title: string,
    summary: string,
    aliases: readonly string[] = [],
    more: Partial<SearchPage> = {},
  ): SearchPage => ({
    url,
    title,
    words: '',
    summary,
    parts: [],
    kind,
    says: [...new Set([...aliases, ...(kind === 'gap' ? [] : saidOf(url))])],
    ...more,
  });
  return {
    pages: [
      ...guides.map(({ ref, title, summary, aliases, scripts: [script] }) =>
        page('guide', guideAddress(ref), title, summary, aliases, { words: script ? scriptAddress(script) : '' }),
      ),
      ...scripts.map(({ id, title, summary, aliases }) => page('script', scriptAddress(id), title, summary, aliases)),
      ...trees.map(({ id, title, summary, aliases, questions }) =>
        page('decision', treeAddress(id), title, summary, aliases, {
          parts: questions.map((question) => ({
            says: question.ask,
            behind: questionAddress(id, question.id).slice(treeAddress(id).length),
          })),
        }),
      ),
      // Found by its headline alone: with aliases of their own, the many outcomes get in the way of their trees.
      ...trees.flatMap((tree) =>
        tree.outcomes.map(({ id, headline }) => page('outcome', outcomeAddress(`${tree.id}/${id}`), headline, '')),
      ),
      ...sources.map(({ id, title, about, author }) =>
        page('source', sourceAddress(id), title, about, author ? [author] : []),
      ),
      ...pages.map(({ id, title, summary, aliases }) => page('page', pageAddresses[id] ?? '', title, summary, aliases)),
      ...topics.map(({ id, title, says }) => page('page', topicAddress(id), title, says)),
      page('page', guidesAddress, site.guides, lists.guidesSummary),
      page('page', decideAddress, site.decide, lists.decideSummary),
      page('page', scriptsAddress, site.scripts, lists.scriptsSummary),
      page('page', sourcesAddress, site.sources, lists.sourcesSummary),
      ...notCovered.map(({ title, says, see = '', words }) => page('gap', see, title, says, words)),
    ],
    situations: situations.map(({ id, words, first, guide, script, tree, aliases = [] }) => ({
      url: situationAddress(id),
      says: words,
      first,
      guide: guideAddress(guide),
      words: scriptAddress(script),
      decide: treeAddress(tree),
      aliases,
    })),
    vocabulary: { ...vocabulary, onDanger: { tree: lead, guide: guideAddress(playbook.danger.guide) } },
    worths: learnWorths(told, harmless, readWords(vocabulary)),
  };
}

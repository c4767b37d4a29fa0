import type { Content, Guide } from '../../content/content.ts';
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
import type { Part, SearchPage } from '../query/types.ts';

/** A page with its aliases and phrasings. */
export interface SaidPage extends SearchPage {
  readonly says: readonly string[];
}

/** A heading that more than this share of all guides have says little about any of them. */
const commonShare = 0.1;

/** The fragment of a heading, as the renderer of the site makes it. */
const fragmentOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

/** The headings of a text in Markdown, without marks. */
const headingsOf = (body: string): string[] =>
  [...body.replace(/^```[^]*?^```/gm, '').matchAll(/^#{2,3} +(.+?) *$/gm)].map(([, heading = '']) =>
    heading.replace(/\[([^\]]*)\]\([^)]*\)|[*_`]/g, '$1'),
  );

/**
 * What people say, page by page: titles, aliases, phrasings, headings, situations, questions.
 *
 * @param content the content of the site
 * @param bodyOf the text of a guide or page, by its address
 * @param strings what the software calls its own lists
 */
export function searchPages(
  content: Content,
  bodyOf: (url: string) => string | undefined,
  { site, pages: lists }: Pick<Strings, 'site' | 'pages'> = { site: englishSite, pages: englishLists },
): SaidPage[] {
  const { guides, scripts, trees, sources, pages, situations, phrasings, vocabulary, topics } = content;
  const count = new Map<string, number>();
  for (const { ref } of guides)
    for (const heading of new Set(headingsOf(bodyOf(guideAddress(ref)) ?? '')))
      count.set(heading, (count.get(heading) ?? 0) + 1);
  const isCommon = (heading: string) => (count.get(heading) ?? 0) > Math.max(3, guides.length * commonShare);
  const headings = (url: string): Part[] =>
    headingsOf(bodyOf(url) ?? '')
      .filter((heading) => !isCommon(heading))
      .map((says) => ({ kind: 'heading', says, url: `${url}#${fragmentOf(says)}` }));
  const page = (
    kind: SearchPage['kind'],
    url: string,
    title: string,
    summary: string,
    aliases: readonly string[] = [],
    more: Partial<SearchPage> = {},
  ): SaidPage => ({
    url,
    kind,
    title,
    summary,
    says: [...new Set([...aliases, ...((kind !== 'gap' && phrasings.get(url)) || [])])],
    parts: [],
    ...more,
  });
  const guidePage = (guide: Guide): SaidPage => {
    const url = guideAddress(guide.ref);
    const own = situations.filter((situation) => situation.guide === guide.ref);
    const said = own.flatMap(({ id, words, aliases = [] }) =>
      [words, ...aliases].map((says): Part => ({ kind: 'situation', says, url: situationAddress(id) })),
    );
    const [script] = guide.scripts;
    return page('guide', url, guide.title, guide.summary, guide.aliases, {
      parts: [...said, ...headings(url)],
      words: script && scriptAddress(script),
    });
  };
  return [
    ...guides.map(guidePage),
    ...scripts.map(({ id, title, summary, aliases }) => page('script', scriptAddress(id), title, summary, aliases)),
    ...trees.map((tree) =>
      page('decision', treeAddress(tree.id), tree.title, tree.summary, tree.aliases, {
        parts: tree.questions.map(({ id, ask }) => ({
          kind: 'question',
          says: ask,
          url: questionAddress(tree.id, id),
        })),
      }),
    ),
    ...trees.flatMap((tree) =>
      tree.outcomes.map((outcome) =>
        // Found by its headline alone: with aliases of their own, the many outcomes get in the way of their trees.
        page('outcome', outcomeAddress(`${tree.id}/${outcome.id}`), outcome.headline, ''),
      ),
    ),
    ...sources.map((source) =>
      page('source', sourceAddress(source.id), source.title, source.about, source.author ? [source.author] : []),
    ),
    ...pages.map(({ id, title, summary, aliases }) => {
      const url = pageAddresses[id] ?? '';
      return page('page', url, title, summary, aliases, { parts: headings(url) });
    }),
    ...topics.map(({ id, title, says }) => page('page', topicAddress(id), title, says)),
    page('page', guidesAddress, site.guides, lists.guidesSummary),
    page('page', decideAddress, site.decide, lists.decideSummary),
    page('page', scriptsAddress, site.scripts, lists.scriptsSummary),
    page('page', sourcesAddress, site.sources, lists.sourcesSummary),
    ...vocabulary.notCovered.map(({ title, says, see = '', words }) => page('gap', see, title, says, words)),
  ];
}

import type { Content } from '../content/content.ts';
import { language, pages } from '../i18n/en.ts';
import { guideAddress, outcomeAddress, scriptAddress, sourceAddress, treeAddress, type PageKind } from '../routes.ts';

/** A page as the A to Z lists it. */
export interface ListedPage {
  readonly title: string;
  /** From the site's root. */
  readonly address: string;
  readonly kind: Extract<PageKind, 'guide' | 'script' | 'decision' | 'outcome' | 'source'>;
}

/** Every page by the first letter of its title, letters and titles in order. */
export function everyPage(content: Content): [string, ListedPage[]][] {
  const listed: ListedPage[] = [
    ...content.guides.map(({ title, ref }) => ({ title, address: guideAddress(ref), kind: 'guide' as const })),
    ...content.scripts.map(({ title, id }) => ({ title, address: scriptAddress(id), kind: 'script' as const })),
    ...content.trees.map(({ title, id }) => ({ title, address: treeAddress(id), kind: 'decision' as const })),
    ...content.trees.flatMap((tree) =>
      tree.outcomes.map(({ headline, id }) => ({
        title: headline,
        address: outcomeAddress(`${tree.id}/${id}`),
        kind: 'outcome' as const,
      })),
    ),
    ...content.sources.map(({ title, id }) => ({ title, address: sourceAddress(id), kind: 'source' as const })),
  ];
  const { compare } = new Intl.Collator(language);
  const letters = new Map<string, ListedPage[]>();
  for (const page of listed.sort((a, b) => compare(bare(a.title), bare(b.title)))) {
    const letter = /\p{L}/u.exec(bare(page.title))?.[0] ?? '#';
    letters.set(letter, [...(letters.get(letter) ?? []), page]);
  }
  return [...letters].sort(([a], [b]) => compare(a, b));
}

/** A title as it sorts: lower case, without quotes and leading articles. */
const bare = (title: string): string => {
  const words = title.toLowerCase().replace(/^[^\p{L}\p{N}]+/u, '');
  const article = pages.articles.find((article) => words.startsWith(`${article} `));
  return article === undefined ? words : words.slice(article.length + 1);
};

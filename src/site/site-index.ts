import type { Content } from '../content/content.ts';
import { guideAddress, outcomeAddress, scriptAddress, sourceAddress, treeAddress } from '../routes.ts';

/** A page as the A to Z lists it. */
export interface ListedPage {
  readonly title: string;
  /** From the site's root. */
  readonly address: string;
  readonly kind: 'guide' | 'script' | 'decision' | 'outcome' | 'source';
}

/** Every page by the first letter of its title, letters and titles in order. */
export function everyPage(content: Content): [string, ListedPage[]][] {
  const pages: ListedPage[] = [
    ...content.guides.map((guide) => ({
      title: guide.title,
      address: guideAddress(guide.ref),
      kind: 'guide' as const,
    })),
    ...content.scripts.map((script) => ({
      title: script.title,
      address: scriptAddress(script.id),
      kind: 'script' as const,
    })),
    ...content.trees.map((tree) => ({ title: tree.title, address: treeAddress(tree.id), kind: 'decision' as const })),
    ...content.trees.flatMap((tree) =>
      tree.outcomes.map((outcome) => ({
        title: outcome.headline,
        address: outcomeAddress(`${tree.id}/${outcome.id}`),
        kind: 'outcome' as const,
      })),
    ),
    ...content.sources.map((source) => ({
      title: source.title,
      address: sourceAddress(source.id),
      kind: 'source' as const,
    })),
  ];
  const letters = new Map<string, ListedPage[]>();
  for (const page of pages.sort((a, b) => bare(a.title).localeCompare(bare(b.title), 'en'))) {
    const letter = /[a-z]/.exec(bare(page.title))?.[0] ?? '#';
    letters.set(letter, [...(letters.get(letter) ?? []), page]);
  }
  return [...letters].sort(([a], [b]) => a.localeCompare(b));
}

/** A title as it sorts: lower case, without quotes and leading articles. */
const bare = (title: string): string =>
  title
    .toLowerCase()
    .replace(/^[^a-z0-9]+/, '')
    .replace(/^(the|a|an) /, '');

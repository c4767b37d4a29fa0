import type { Content } from '../../content/content.ts';

/** Words that readers might search for, and what they are an alias of. */
export interface Alias {
  readonly words: string;
  /** The title of the page, outcome or situation that has them. */
  readonly of: string;
  /** The file they are written in, from the project's root. */
  readonly file: string;
}

/** Every alias of the site, in the order of the content. */
export function everyAlias(content: Content): Alias[] {
  const of = (title: string, file: string, aliases: readonly string[]): Alias[] =>
    aliases.map((words) => ({ words, of: title, file }));
  return [
    ...content.guides.flatMap((guide) => of(guide.title, `content/guides/${guide.ref}.mdx`, guide.aliases)),
    ...content.pages.flatMap((page) => of(page.title, `content/pages/${page.id}.mdx`, page.aliases)),
    ...content.scripts.flatMap((script) => of(script.title, `content/scripts/${script.id}.yaml`, script.aliases)),
    ...content.trees.flatMap((tree) => {
      const file = `content/trees/${tree.id}.yaml`;
      return [
        ...of(tree.title, file, tree.aliases),
        ...tree.outcomes.flatMap((outcome) => of(outcome.headline, file, outcome.aliases)),
      ];
    }),
    ...content.situations.flatMap((situation) => of(situation.words, 'content/situations.yaml', situation.aliases)),
  ];
}

/**
 * Aliases that lead a reader who types them nowhere.
 *
 * @param content the whole content
 * @param found how many pages a search finds for some words
 */
export async function aliasesFindingNothing(
  content: Content,
  found: (words: string) => Promise<number>,
): Promise<Alias[]> {
  const lost: Alias[] = [];
  for (const alias of everyAlias(content)) if ((await found(alias.words)) === 0) lost.push(alias);
  return lost;
}

import type { Content } from '../../content/content.ts';
import type { Strings } from '../../i18n/strings.ts';
import { scriptAddress, situationAddress, treeAddress } from '../../routes.ts';
import { root } from '../query/normalise.ts';
import { tellingWords } from '../query/search-index.ts';
import type { SearchData } from '../query/types.ts';
import { readVocabulary, type Vocabulary } from '../query/vocabulary.ts';
import { searchPages, type SaidPage } from './search-pages.ts';

/**
 * What the site ships for search.
 *
 * @param content the content of the site
 * @param bodyOf the text of a guide or page, by its address
 * @param asWritten keeps aliases and phrasings as they were written, for editors
 * @param strings what the software calls its own lists; English when left out
 */
export function searchData(
  content: Content,
  bodyOf: (url: string) => string | undefined,
  asWritten = false,
  strings?: Strings,
): SearchData {
  const { notCovered: _covered, ...vocabulary } = content.vocabulary;
  const said = searchPages(content, bodyOf, strings);
  const says = asWritten ? said.map((page) => page.says) : withoutTheUnsaid(said, readVocabulary(vocabulary));
  return {
    pages: said.map(({ says: _, ...page }) => page),
    says: says.map((lines) => lines.join('\n')).join('\n\n'),
    situations: content.situations.map(({ id, words, first, script, tree }) => ({
      url: situationAddress(id),
      says: words,
      first,
      words: scriptAddress(script),
      decide: treeAddress(tree),
    })),
    vocabulary,
  };
}

/**
 * Aliases and phrasings are compared and never shown. What is not compared need not travel: words that say nothing, the
 * endings of words, words that stand in one of them alone, a second phrasing of the same words. In the order of the
 * alphabet they take least.
 */
function withoutTheUnsaid(pages: readonly SaidPage[], vocabulary: Vocabulary): string[][] {
  const telling = pages.map(({ says }) => says.map((one) => tellingWords(vocabulary.words(one), vocabulary)));
  const shortest = new Map<string, string>();
  for (const word of telling.flat(2).sort()) {
    const key = root(word);
    if (word.length < (shortest.get(key)?.length ?? Infinity)) shortest.set(key, word);
  }
  const said = new Map<string, number>();
  for (const words of telling.flat())
    for (const key of new Set(words.map(root))) said.set(key, (said.get(key) ?? 0) + 1);
  const shared = (words: readonly string[]) => {
    const kept = words.filter((word) => (said.get(root(word)) ?? 0) > 1);
    return kept.length > 1 ? kept : words;
  };
  return telling.map((all) =>
    [
      ...new Set(
        all.map((words) =>
          shared(words)
            .map((word) => shortest.get(root(word)) ?? word)
            .join(' '),
        ),
      ),
    ].sort(),
  );
}

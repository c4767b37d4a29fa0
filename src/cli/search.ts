import { scriptAddress } from '../routes.ts';
import { readSearchData } from '../search/index/search-data.ts';
import { root } from '../search/query/normalise.ts';
import type { Ranked } from '../search/query/rank.ts';
import { readIndex, type SearchIndex } from '../search/query/search-index.ts';
import { search } from '../search/query/search.ts';

const usage = `Shows what readers find who type a sentence, why, and where to add it.

  npm run search -- "they keep moving the deadline"`;

/** How many pages are shown. */
const shown = 5;

/**
 * The command.
 * @param args the sentence, in one piece or several
 * @param folder the project's root folder
 * @returns what to print
 */
export function tellSearch(args: readonly string[], folder: string): string {
  const sentence = args.join(' ').trim();
  if (sentence === '' || sentence === '--help') return usage;
  const index = readIndex(readSearchData(folder));
  const { found, mended, danger, words, empty } = search(sentence, index);
  const unsaid = words.filter((word) => !index.postings.has(root(word)));
  const [first] = found;
  return [
    ...(empty ? ['There is nothing in it to look for.'] : []),
    ...(mended === undefined ? [] : [`Read as: ${mended}`]),
    ...(danger ? ['It speaks of danger: pages on danger go first.'] : []),
    ...tellWorths(sentence, index),
    ...(unsaid.length > 0 ? [`Nobody here says: ${unsaid.join(', ')}`] : []),
    ...(found.length === 0 ? ['What people say leads nowhere; only the text of pages is searched.'] : []),
    ...found.slice(0, shown).flatMap((one, at) => tellFound(one, at + 1, words, index)),
    '',
    `When another page is the answer, add a line to its file:  - ${sentence}`,
    `The files are content/phrasings/<address of the page>.yaml, such as ${fileOf(first?.page.url ?? scriptAddress('late-payment'))}`,
    'Words that mean the same everywhere belong into content/vocabulary.yaml, under synonyms.',
    'When danger was not seen, or seen where there is none: content/danger.yaml, under told or harmless.',
  ].join('\n');
}

/** What its words say of danger, by the examples. */
function tellWorths(sentence: string, { vocabulary, worths }: SearchIndex): string[] {
  const said = [...new Set(vocabulary.words(sentence))].flatMap((word) => {
    const worth = worths.get(root(word)) ?? 0;
    return worth === 0 ? [] : [`${word} ${worth > 0 ? `+${worth}` : worth}`];
  });
  return said.length > 0 ? [`By the examples of danger.yaml its words say of danger: ${said.join(', ')}`] : [];
}

const fileOf = (url: string) => `content/phrasings${url.replace(/\/$/, '')}.yaml`;

function tellFound({ page, score, unit, near }: Ranked, place: number, words: readonly string[], index: SearchIndex) {
  const where = unit?.part
    ? 'part'
    : unit?.situation
      ? 'situation'
      : unit?.says === page.title
        ? 'title'
        : 'alias or phrasing';
  const shared = words.filter((word) => unit?.roots.has(root(word)));
  const saidOfPage = (word: string) => index.postings.get(root(word))?.some((unit) => unit.page === page);
  const byPage = words.filter((word) => saidOfPage(word) && !shared.includes(word));
  const weigh = (word: string) => `${word} (${index.weight(root(word)).toFixed(1)})`;
  return [
    '',
    `${place}. ${page.title}, ${page.kind}, ${score.toFixed(2)}`,
    `   ${page.url || 'no page: content/vocabulary.yaml, notCovered'}`,
    `   nearest: “${unit?.says ?? ''}” (${where}, ${near.toFixed(2)})`,
    `   by the words: ${shared.map(weigh).join(', ') || 'none of its own, only by synonyms'}`,
    ...(byPage.length > 0 ? [`   elsewhere on the page: ${byPage.map(weigh).join(', ')}`] : []),
  ];
}

if (import.meta.main) console.log(tellSearch(process.argv.slice(2), process.cwd()));

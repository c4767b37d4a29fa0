/**
 * One reading of text for the whole of search: the query of a reader, the vocabulary of the editors
 * and the words of the site all pass through here, so that they can be compared.
 */

/** Letters of a query beyond this are not read. Nobody means more, and a pasted mail stays harmless. */
export const longestQuery = 300;

/** Lower case, no accents, straight apostrophes; everything that is no letter, digit or apostrophe becomes a blank. */
export function normalise(text: string): string {
  // Most of what is compared is plain already, and there is much of it.
  if (/^[a-z0-9 ]*$/.test(text)) return text.trim();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
}

/**
 * The words of a text, in order. Short forms become what they stand for ("won't": "will", "not"), also
 * when the apostrophe of "n't" is left out; a possessive "'s" and every other apostrophe go.
 */
export function wordsOf(text: string, contractions?: ReadonlyMap<string, string>): string[] {
  return normalise(text)
    .split(' ')
    .flatMap((raw) => {
      const word = raw.replace(/^'+|'+$/g, '');
      return contractions?.get(word)?.split(' ') ?? word.replace(/'s$/, '').replaceAll("'", '');
    })
    .filter((word) => word !== '');
}

const endings = ['ations', 'ation', 'ingly', 'ings', 'ing', 'ed', 'es', 's', 'ly', 'e'];
const roots = new Map<string, string>();

/**
 * What the forms of a word share, for comparing only: shout, shouts, shouting and shouted have one root,
 * apologize and apologise too. Rough on purpose.
 */
export function root(word: string): string {
  let own = roots.get(word);
  if (own === undefined) {
    // A page that stays open for days must not collect whatever is typed.
    if (roots.size > 20_000) roots.clear();
    roots.set(word, (own = cut(word)));
  }
  return own;
}

function cut(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  if (/..ie[sd]$/.test(word)) return `${word.slice(0, -3)}y`;
  const ending = endings.find((end) => word.endsWith(end) && word.length - end.length >= 3 && !word.endsWith('ss'));
  const bare = ending === undefined ? word : word.slice(0, -ending.length);
  return bare
    .replace(/([bdfgklmnprtz])\1$/, '$1')
    .replace(/iz$/, 'is')
    .replace(/yz$/, 'ys');
}

import { searchBytes } from '../support/pagefind.ts';
import { golden } from '../site/search/measure.ts';

// What readers load for a search of a built site, over the queries of the golden list.
//
//   node tests/bench/search-bytes.ts [<built folder>]

const { said, withText, later } = await searchBytes(
  golden.map(({ q }) => q),
  process.argv[2] ?? 'dist',
);
console.log(
  `until the first results ${said} bytes, a first search with the text at most ${withText}, a later one ${later}`,
);

/** How the index ranks, in Pagefind's words; chosen by the golden list. The site and the tests use the same. */
export const ranking = {
  metaWeights: { title: 5, keywords: 3 },
  pageLength: 0.1,
  termFrequency: 0.5,
  termSaturation: 2,
  termSimilarity: 9,
};

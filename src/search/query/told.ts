import { root } from './normalise.ts';

/*
 * Danger is often told in facts that have no word for it: "he was by my car again". What such words say is learnt from
 * examples of the editors: logistic regression, as in Hastie, Tibshirani and Friedman, The Elements of Statistical
 * Learning, chapter 4, with the words that are there alone, and rounded, as they travel.
 */

/** What words say of danger, by their roots: above 0 for danger, below for what is harmless. */
export type Worths = ReadonlyMap<string, number>;

/** A word that fewer examples have is left out: it would say what was in them by chance. */
const leastExamples = 9;
/** Words that are worth as much as this together tell of danger. */
const leastWorth = 4;
/** How often the examples are gone through, how far each moves what its words are worth, and how much of that fades. */
const [rounds, pace, fading] = [30, 0.2, 0.03];
/** Parts that a worth is rounded to. */
const parts = 2;

/**
 * Learns what words say of danger.
 *
 * @param told what people say in danger
 * @param harmless what they say in ordinary trouble
 * @param words reads the words of a text
 */
export function learnWorths(
  told: readonly string[],
  harmless: readonly string[],
  words: (text: string) => readonly string[],
): Worths {
  const read = (texts: readonly string[], danger: number) =>
    texts.map((text, at) => ({ danger, at: at / texts.length, roots: new Set(words(text).map(root)) }));
  // One of these, one of those: the last ones would say more than the rest.
  const examples = [...read(told, 1), ...read(harmless, 0)].sort((a, b) => a.at - b.at);
  const often = new Map<string, number>();
  for (const one of examples.flatMap(({ roots }) => [...roots])) often.set(one, (often.get(one) ?? 0) + 1);
  const worths = new Map([...often].flatMap(([one, count]) => (count < leastExamples ? [] : [[one, 0]])));
  for (let round = 0; round < rounds; round++)
    for (const { danger, roots } of examples) {
      const likely = 1 / (1 + Math.exp(leastWorth / parts - sumOf(roots, worths)));
      for (const [one, worth] of [...roots].map((one) => [one, worths.get(one)] as const))
        if (worth !== undefined) worths.set(one, worth + (pace / (1 + round / 6)) * (danger - likely - fading * worth));
    }
  return new Map([...worths].map(([one, worth]) => [one, Math.round(worth * parts)]));
}

/** How much more than enough words tell of danger, by what their roots are worth together; below 0 when they do not. */
export const tellOfDanger = (roots: ReadonlySet<string>, worths: Worths): number => sumOf(roots, worths) - leastWorth;

const sumOf = (roots: ReadonlySet<string>, worths: Worths): number =>
  [...roots].reduce((sum, one) => sum + (worths.get(one) ?? 0), 0);

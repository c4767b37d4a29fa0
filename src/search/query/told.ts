import { root } from './normalise.ts';

/*
 * Danger is often told in facts that have no word for it: "he was by my car again". What such words say is learnt from
 * examples of the editors: naive Bayes, as in Manning, Raghavan and Schütze, Introduction to Information Retrieval,
 * chapter 13, with the words that are there alone, and rounded, as they travel.
 */

/** What words say of danger, by their roots: above 0 for danger, below for what is harmless. */
export type Worths = ReadonlyMap<string, number>;

/** A word that fewer examples have is left out: one alone says nothing. */
const leastExamples = 9;
/** Words that are worth as much as this together tell of danger; where they tell of somebody, less is enough. */
const leastWorth = { ofThings: 4, ofPeople: 2 };

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
  const count = (texts: readonly string[]) =>
    Map.groupBy(
      texts.flatMap((text) => [...new Set(words(text).map(root))]),
      (one) => one,
    );
  const [here, there] = [count(told), count(harmless)];
  return new Map(
    [...new Set([...here.keys(), ...there.keys()])].flatMap((one) => {
      const [danger, ordinary] = [here.get(one)?.length ?? 0, there.get(one)?.length ?? 0];
      const times = ((danger + 1) / (told.length + 2)) * ((harmless.length + 2) / (ordinary + 1));
      return danger + ordinary < leastExamples ? [] : [[one, Math.round(Math.log(times))] as const];
    }),
  );
}

/**
 * Whether words tell of danger, by what their roots are worth together.
 * @param ofPeople whether they tell of somebody
 */
export const tellOfDanger = (roots: ReadonlySet<string>, worths: Worths, ofPeople: boolean): boolean =>
  [...roots].reduce((sum, one) => sum + (worths.get(one) ?? 0), 0) >=
  (ofPeople ? leastWorth.ofPeople : leastWorth.ofThings);

import fc from 'fast-check';

/** While an altered engine is tried (`npm run mutants`), a fault is to be found soon or not at all, and need not be made small. */
const trying = process.env['STRYKER_MUTATOR_WORKER'] !== undefined;
if (trying) fc.configureGlobal({ numRuns: 10, endOnFailure: true, seed: 20261130 });

export { fc };

/** How many of something are looked at: random cases, lines of a large site. */
export const runs = (many: number): number => (trying ? Math.max(5, many / 20) : many);

/** Those of very many things that are looked at: all of them, or one in so many. */
export const lookedAt = <T>(all: readonly T[], oneIn = 5): readonly T[] =>
  trying ? all.filter((_, at) => at % oneIn === 0) : all;

/** Any character, half ones too: plain, with what stands over letters, of any language, of any kind. */
const character = fc
  .oneof(...[0x7f, 0x3_6f, 0xff_ff, 0x10_ff_ff].map((max) => fc.integer({ min: 0, max })))
  .map((code) => String.fromCodePoint(code));

/** Text of any characters. What fast-check has for it reads all of Unicode first, which takes a second in every file. */
export const anyText = (maxLength: number): fc.Arbitrary<string> => fc.string({ unit: character, maxLength });

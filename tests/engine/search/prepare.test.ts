import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { wordsOf } from '../../../src/search/query/normalise.ts';
import { prepare } from '../../../src/search/query/parse-query.ts';
import { keyOf, readVocabulary } from '../../../src/search/query/vocabulary.ts';
import { anyQuery, realVocabulary, vocabulary, words } from './fixtures.ts';

const terms = (query: string) => prepare(query, vocabulary, words).terms.map(({ wrote }) => wrote);

describe('prepare', () => {
  test.each([
    ['how do I shout', ['shout']],
    ['the client', ['client']],
    ["my client won't pay", ['client', 'will not pay']],
    ['client wont pay', ['client', 'will not pay']],
    ['they did not turn up', ['they', 'did', 'turn up']],
    ['client client CLIENT', ['client']],
    ['how do I', ['how', 'do', 'i']],
    ['how do we turn up', ['turn up']],
    ['"the client" shouts', ['the', 'client', 'shouts']],
    ['the "client', ['client']],
    ['', []],
    ['"', []],
    ['?!', []],
  ])('reads %j as %j', (query, expected) => {
    expect(terms(query)).toEqual(expected);
  });

  it('puts the words of the reader before synonyms, and counts them more', () => {
    const [term] = prepare('invoice', vocabulary, words).terms;
    expect(term?.wordings.map(({ text }) => text)).toEqual(['invoice', 'bill']);
    expect(term?.wordings[0]?.weight).toBe(1);
    expect(term?.wordings[1]?.weight).toBeLessThan(1);
  });

  it('takes a synonym when the site lacks the word', () => {
    expect(prepare('customer', vocabulary, words).terms[0]?.wordings.map(({ text }) => text)).toEqual(['client']);
  });

  it('wants a phrase that filler makes to stand side by side', () => {
    expect(prepare('turn up', vocabulary, words).terms[0]?.wordings[0]?.text).toBe('"turn up"');
  });

  it('mends misspelt words, and says so', () => {
    expect(prepare('unpayd invoise', vocabulary, words)).toMatchObject({ read: 'unpaid invoice', mended: true });
    expect(prepare('unpaid invoice', vocabulary, words)).toMatchObject({ mended: false });
  });

  it('does not mend between quotes', () => {
    expect(prepare('"invoise"', vocabulary, words).mended).toBe(false);
  });

  it('never sends a word that the site does not have', () => {
    fc.assert(
      fc.property(anyQuery, (query) =>
        prepare(query, vocabulary, words)
          .terms.flatMap(({ wordings }) => wordings)
          .filter(({ text }) => !text.startsWith('"'))
          .every(({ text }) => text.split(' ').every((word) => words.find(word) !== undefined)),
      ),
    );
  });

  it('keeps the work bounded whatever is typed', () => {
    const real = readVocabulary(realVocabulary);
    fc.assert(
      fc.property(anyQuery, (query) => {
        const prepared = prepare(query, real, words);
        return prepared.terms.length <= 10 && prepared.terms.every(({ wordings }) => wordings.length <= 6);
      }),
    );
    expect(prepare('client shouts '.repeat(400), real, words).terms.length).toBeLessThan(10);
  });
});

describe('the vocabulary of the site', () => {
  const real = readVocabulary(realVocabulary);

  it('has no filler that is a synonym by itself', () => {
    const lone = realVocabulary.synonyms.flat().filter((phrase) => real.filler.has(phrase));
    expect(lone).toEqual([]);
  });

  it('says every phrase once in a group', () => {
    for (const group of realVocabulary.synonyms) expect(new Set(group).size, group.join(', ')).toBe(group.length);
  });

  it('says every phrase of danger once, whatever form its words have and whomever it means', () => {
    const key = (phrase: string) => keyOf(wordsOf(phrase, real.contractions));
    const words = realVocabulary.danger.flatMap((group) => group.words);
    const needless = realVocabulary.danger.flatMap((group) =>
      group.words.filter((word) => group.means.map(key).includes(key(word))),
    );
    const keys = words.map(key);
    expect([...needless, ...words.filter((_, at) => keys.indexOf(keys[at] ?? '') < at)]).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { longestQuery } from '../../../src/search/query/normalise.ts';
import { readQuery, type Term } from '../../../src/search/query/read-query.ts';
import { readIndex } from '../../../src/search/query/search-index.ts';
import { dataOf, index, vocabularyData } from './fixtures.ts';

const read = (text: string) => readQuery(text, index);
/** What a query asks for, each as the roots that answer to it with what they count. */
const asked = (text: string) => read(text).terms.map(rootsOf);
const rootsOf = ({ roots }: Term) => Object.fromEntries(roots);

describe('what a query asks for', () => {
  test('is its telling words by their roots', () => {
    expect(asked('the lasagne')).toEqual([{ lasagn: 1 }]);
    expect(asked('')).toEqual([]);
  });

  test('weighs what its words weigh', () => {
    expect(read('team phone').terms.map(({ weight }) => weight)).toEqual([index.weight('team'), index.weight('phon')]);
  });

  test('a synonym of one word answers too, and counts less', () => {
    expect(asked('customers')).toEqual([{ client: 0.6, customer: 1 }]);
    expect(asked('yell')).toEqual([{ shout: 0.6, yel: 1 }]);
  });

  test('a synonym of a phrase is something asked for beside its words', () => {
    const { terms } = read('they will not pay');
    expect(terms.map(rootsOf)).toEqual([{ they: 1 }, { wil: 1 }, { not: 1 }, { pay: 1 }, { unpaid: 0.6, overdu: 0.6 }]);
    expect(terms.at(-1)?.weight).toBe(Math.max(...['wil', 'not', 'pay'].map(index.weight)));
  });

  test('a phrase that is one word but for filler is a synonym of one word', () => {
    expect(asked('unpaid')).toEqual([{ pay: 0.6, overdu: 0.6, unpaid: 1 }]);
  });

  test('a synonym of several words is none, nor is a phrase that means nothing else', () => {
    const vocabulary = { ...vocabularyData, synonyms: [['absent', 'not turning up', 'away']] };
    const other = readIndex({ ...dataOf([]), vocabulary });
    expect(readQuery('absent', other).terms.map(rootsOf)).toEqual([{ absent: 1, away: 0.6 }]);
    expect(asked('kill fee')).toEqual([{ kil: 1 }, { fee: 1 }]);
  });

  test('a phrase is the longest there is, and no filler word alone', () => {
    const vocabulary = {
      ...vocabularyData,
      synonyms: [
        ['cherry', 'kernel'],
        ['cherry plum crumble', 'pudding'],
        ['me', 'myself'],
      ],
    };
    const other = readIndex({ ...dataOf([]), vocabulary });
    const asks = (text: string) => readQuery(text, other).terms.map(rootsOf);
    expect(asks('cherry plum crumble')).toEqual([{ cherry: 1 }, { plum: 1 }, { crumbl: 1 }, { pud: 0.6 }]);
    expect(asks('cherry plum')).toEqual([{ kernel: 0.6, cherry: 1 }, { plum: 1 }]);
    expect(asks('fig cherry plum crumble fig').length).toBe(6);
    expect(asks('me')).toEqual([{ me: 1 }]);
  });

  test('another form answers half: a long word that is told, and what a word may become', () => {
    expect(asked('harasses')).toEqual([{ harassment: 0.5, harass: 1 }]);
    expect(asked('invoi')).toEqual([{ invoic: 0.5, invoi: 1 }]);
    expect(asked('meet')).toEqual([{ meet: 1 }]);
  });

  test('words that say nothing ask for nothing, filler when there is nothing else', () => {
    expect(asked('is it at the client')).toEqual([{ customer: 0.6, client: 1 }]);
    expect(asked('is it just me').length).toBe(4);
  });
});

describe('forms of a word', () => {
  const formsIn = (said: readonly string[], word: string) => {
    const small = readIndex({ ...dataOf([{ url: '/', title: 'zz', says: said }]) });
    const [term] = readQuery(`zzz ${word}`, small).terms.slice(1);
    return term ? Object.keys(rootsOf(term)).filter((one) => term.roots.get(one) === 0.5) : [];
  };

  test.each([
    // Five letters alike, or all but the last of the shorter one.
    ['contractual', ['contract'], ['contract']],
    ['apologetic', ['apology'], ['apology']],
    ['apolitical', ['apology'], []],
    ['control', ['contract'], []],
    ['planned', ['planner'], []],
    // Too far in length.
    ['contractually', ['contr'], []],
    // Another first letter.
    ['subcontract', ['contract'], []],
  ])('%s, where they say %s', (word, said, forms) => {
    expect(formsIn(said, word)).toEqual(forms);
  });

  test('a word that is said and is short stands for itself', () => {
    expect(formsIn(['team', 'teams up', 'teamwork'], 'team')).toEqual([]);
    expect(formsIn(['teamwork'], 'team')).toEqual(['teamwork']);
    expect(formsIn(['scopeless', 'scoped', 'scop'], 'scope')).toEqual([]);
  });

  test('less than three letters become nothing', () => {
    expect(formsIn(['team'], 'te')).toEqual([]);
    expect(formsIn(['teamwork'], 'tea')).toEqual([]);
    expect(formsIn(['teamwor'], 'tea')).toEqual(['teamwor']);
  });
});

describe('misspelt words', () => {
  test.each([
    ['unpaid invoise', 'unpaid invoice'],
    ['  Unpaid INVOISE!', 'Unpaid invoice!'],
    ['shuoting cleint now', 'shouting client now'],
    // By what its forms share, where the form itself is not among the words.
    ['threatning', 'threatened'],
  ])('are mended where they stand: "%s"', (wrote, mended) => {
    expect(read(wrote).mended).toBe(mended);
    expect(read(wrote).text).toBe(mended.toLowerCase().replace('!', ''));
  });

  test.each([
    ['known here', 'invoice overdue'],
    ['known to the vocabulary alone', 'yells killer yells'],
    ['filler', 'everybody'],
    ['nothing like what is said', 'lasagne'],
    ['still on its way', 'paym'],
  ])('are none: %s', (_, wrote) => {
    expect(read(wrote).mended).toBeUndefined();
    expect(read(wrote).text).toBe(wrote);
  });

  test('only the last may be on its way, and only from three letters on', () => {
    expect(read('invo client').text).toBe('invo client');
    expect(read('invoi client').text).toBe('invoice client');
    expect(read('cliet').text).toBe('client');
    expect(read('client harrassmen').text).toBe('client harassment');
    expect(read('harassmen').mended, 'begins a word').toBeUndefined();
    expect(read('harassmen client').text).toBe('harassment client');
  });

  test('of two that are near, the one more often said is meant', () => {
    const small = readIndex(dataOf([{ url: '/', title: 'reseed', says: ['resent', 'resent bill', 'resent letter'] }]));
    expect(readQuery('resend please', small).text).toBe('resent please');
  });
});

describe('what a query is about', () => {
  test('is its words without filler; all of them when there are no others', () => {
    expect(read('how do i tell my client').words).toEqual(['tell', 'client']);
    expect(read('how do i').words).toEqual(['how', 'do', 'i']);
  });

  test('has one key in any order and form', () => {
    expect(read('late payments').key).toBe(read('the payment is late').key);
    expect(read('late payment').key).toBe('lat payment');
  });

  test('is read as far as anybody means', () => {
    const long = 'client '.repeat(60);
    expect(long.length).toBeGreaterThan(longestQuery);
    expect(read(long).words.length).toBe(43);
    expect(read(`${'x'.repeat(longestQuery)} client`).words).toEqual(['x'.repeat(longestQuery)]);
    expect(read(`unpaid invoise ${'!'.repeat(400)}`).mended?.length).toBe(longestQuery);
  });
});

describe('danger', () => {
  const danger = (text: string) => read(text).danger?.terms.map(rootsOf);
  test('is what our pages call it', () => {
    expect(danger('he gropes me')).toEqual([{ danger: 1 }, { harassment: 1 }]);
    expect(read('he gropes me').danger?.terms.map(({ weight }) => weight)).toEqual(
      ['danger', 'harassment'].map(index.weight),
    );
    expect(danger('he groped and threatened us')).toEqual([{ danger: 1 }, { harassment: 1 }]);
    expect(danger('client shouts')).toBeUndefined();
  });
  test('is not meant beside a word that says so, wherever that stands', () => {
    expect(danger('threatened us')).toEqual([{ danger: 1 }]);
    expect(danger('bad reviews threatened')).toBeUndefined();
  });
  test('is heard with people for "me", whosever they are, and with small words between', () => {
    for (const text of [
      'he follows our cleaner',
      'nearly follows the new cleaner',
      'follows the team',
      'nearly grabs my arm',
    ])
      expect(danger(text), text).toEqual([{ danger: 1 }, { harassment: 1 }]);
    for (const text of ['cleaner follows', 'follows our invoice']) expect(danger(text), text).toBeUndefined();
  });
  test('that is vague gives way, and names its pages where it stands alone', () => {
    expect(read('creepy').danger?.leads).toEqual([['/shout/']]);
    expect(read('creepy, and he groped me').danger?.leads.flat()).not.toContain('/shout/');
    expect(danger('creepy, and threatened us')).toEqual([{ danger: 1 }]);
  });
});

describe('something inside a phrase of danger', () => {
  const danger = vocabularyData.danger.map((one) => ({ ...one, words: [...one.words, 'hurl something at me'] }));
  const other = readIndex({ ...dataOf([]), vocabulary: { ...vocabularyData, danger } });
  const read = (text: string) => readQuery(text, other);

  test('is any one word', () => {
    expect(read('he hurled the spanner at the cleaner').danger).toBeDefined();
    expect(read('he hurled spanner at me').danger).toBeDefined();
  });

  test('is one word, and inside only', () => {
    expect(read('he hurled the big red spanner at me').danger).toBeUndefined();
    expect(read('he hurled at me').danger).toBeUndefined();
    expect(read('hurl it').danger).toBeUndefined();
  });
});

describe('whom a query tells of', () => {
  test('is somebody when one of the words for that is in it', () => {
    expect(read('they lose the keys').ofPeople).toBe(true);
    expect(read('lost the keys').ofPeople).toBe(false);
  });
});

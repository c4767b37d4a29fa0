import { describe, expect, it } from 'vitest';
import { bestParts, packParts } from '../../../src/search/query/parts.ts';
import { vocabulary } from './fixtures.ts';

const pages = [
  {
    title: 'Late payment',
    keywords: 'chase, overdue, chargeback',
    summary: '',
    sections: [
      { id: '', heading: '', text: 'You chase an overdue bill.' },
      { id: 'now', heading: 'What to do', text: 'Chase the payment. It is overdue; chasing helps.' },
      { id: 'back', heading: 'If the payment was reversed | or not', text: 'A chargeback, and moonlight.' },
      { id: 'none', heading: 'Where next', text: 'Elsewhere.' },
    ],
  },
];
const [packed = []] = packParts(pages, vocabulary.filler, vocabulary.contractions);
const best = (...words: string[]) => bestParts(packed, words).map(({ id }) => id);

describe('parts of a page', () => {
  it('are found by the words below their heading that titles or aliases have, in any form', () => {
    expect(best('overdue')).toEqual(['now']);
    expect(best('chased', 'chargebacks', 'overdue')).toEqual(['now', 'back']);
    expect(best('moonlight')).toEqual([]);
  });

  it('are found by the words of their heading', () => {
    expect(best('reversed')).toEqual(['back']);
  });

  it('keep a heading with any sign in it', () => {
    expect(bestParts(packed, ['reversed'])).toEqual([{ id: 'back', heading: 'If the payment was reversed | or not' }]);
  });

  it('are left out when nothing was searched for, or nothing is packed', () => {
    expect(best()).toEqual([]);
    expect(bestParts([], ['overdue'])).toEqual([]);
    expect(bestParts(['not a part'], ['part'])).toEqual([]);
  });
});

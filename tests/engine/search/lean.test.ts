import { describe, expect, it } from 'vitest';
import { lean } from '../../../src/search/query/lean.ts';
import { page, vocabulary } from './fixtures.ts';

const thin = (pages: Parameters<typeof lean>[0]) => lean(pages, vocabulary.filler, vocabulary.contractions);

describe('lean', () => {
  it('keeps of running text what a title or an alias of another page has, once', () => {
    const [one] = thin([
      page('Late payment', 'The payments are late. How do we chase? Chasing the client, chase a dog!', 'unpaid'),
      page('Chase the client'),
    ]);
    expect(one?.sections.map(({ text }) => text)).toEqual(['chase client']);
    expect(one).toMatchObject({ title: 'Late payment', keywords: 'unpaid' });
  });

  const letters = (at: number) => [...String(at)].map((digit) => 'abcdefghij'[Number(digit)]).join('');

  it('drops words and headings that many pages have', () => {
    const pages = Array.from({ length: 30 }, (_, at) => ({
      ...page(`Client name${letters(at)}k`),
      sections: [{ id: 'do', heading: 'What to do', text: `client ${at < 9 ? 'often' : 'name'}${letters(at + 1)}k` }],
    }));
    const named = pages.map((one, at) => (at === 29 ? { ...one, title: `${one.title} oftenbk oftenck` } : one));
    expect(thin(named)[9]?.sections).toEqual([{ id: '', heading: '', text: 'namebak' }]);
    expect(thin(named)[0]?.sections).toEqual([{ id: '', heading: '', text: 'oftenbk' }]);
  });

  it('counts words of headings as well, and keeps headings whole where there is room', () => {
    const headed = (amount: number) =>
      Array.from({ length: amount }, (_, at) => ({
        ...page(`Name${letters(at)}`),
        sections: Array.from({ length: 10 }, (_, no) => ({
          id: `part-${no}`,
          heading: `How to plain${letters(at * 10 + no)}k`,
          text: '',
        })),
      }));
    const headings = (amount: number) => thin(headed(amount)).map(({ sections }) => sections.map((one) => one.heading));
    expect(headings(200)[0]?.[9]).toBe('How to plainjk');
    const cut = headings(1000);
    expect(cut[0]?.slice(1)).toEqual(['plainbk', '', '', '', '', '', '', '', '']);
    expect(cut.flat().filter((heading) => heading !== '').length).toBe(2000);
  });

  it('drops nothing as common from a small site', () => {
    const [one] = thin([page('A', 'client'), page('Client', 'client')]);
    expect(one?.sections[0]?.text).toBe('client');
  });
});

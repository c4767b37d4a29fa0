import { describe, expect, it } from 'vitest';
import { lean } from '../../../src/domain/search/lean.ts';
import { page, vocabulary } from './fixtures.ts';

const thin = (pages: Parameters<typeof lean>[0]) => lean(pages, vocabulary.filler, vocabulary.contractions);

describe('lean', () => {
  it('keeps each telling word once, and none that the title has', () => {
    const [one] = thin([
      page('Late payment', 'The payments are late. How do we chase? Chasing the client, chase!', 'unpaid'),
    ]);
    expect(one?.sections.map(({ text }) => text)).toEqual(['are chase client']);
    expect(one).toMatchObject({ title: 'Late payment', keywords: 'unpaid' });
  });

  it('drops words and headings that many pages have', () => {
    const pages = Array.from({ length: 30 }, (_, at) => ({
      ...page(`Page ${at}`, `client special${'abcdefghijklmnopqrstuvwxyzabcd'[at]}${at > 25 ? 'x' : ''}`),
      sections: [{ id: 'do', heading: 'What to do', text: `client rare${String.fromCharCode(97 + (at % 26))}` }],
    }));
    const [one] = thin(pages);
    expect(one?.sections).toEqual([{ id: '', heading: '', text: 'rarea' }]);
  });

  it('keeps words that titles or aliases have before others, when a site is too large to keep all', () => {
    const letters = (at: number) => [...String(at)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
    const pages = Array.from({ length: 900 }, (_, at) => ({
      ...page(`Name${letters(at)}`),
      sections: [
        { id: '', heading: '', text: Array.from({ length: 20 }, (_, no) => `plain${letters(at * 20 + no)}`).join(' ') },
        { id: '', heading: '', text: `name${letters((at + 1) % 900)}` },
      ],
    }));
    const texts = thin(pages).map(({ sections }) => sections.map(({ text }) => text));
    expect(texts.flat().join(' ').split(' ').length).toBeLessThanOrEqual(6000 + 900);
    expect(texts[0]?.[0]?.split(' ').length).toBe(5);
    expect(texts[0]?.[1]).toBe('nameb');
  });

  it('counts words of headings as well, and keeps headings whole where there is room', () => {
    const letters = (at: number) => [...String(at)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
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
    expect(headings(500)[0]?.[9]).toBe('How to plainjk');
    const cut = headings(1000);
    expect(cut[0]?.slice(5)).toEqual(['plainfk', '', '', '', '']);
    expect(cut.flat().filter((heading) => heading !== '').length).toBe(6000);
  });

  it('drops nothing as common from a small site', () => {
    const [one] = thin([page('A', 'client'), page('B', 'client')]);
    expect(one?.sections[0]?.text).toBe('client');
  });
});

import { describe, expect, test } from 'vitest';
import type { Piece } from '../../../src/script/engine/fill.ts';
import { lines, paragraphs, spokenLines, withoutDash } from '../../../src/script/engine/lines.ts';
import { variantNames } from '../../../src/content/variant-names.ts';

const words = (text: string): Piece => ({ kind: 'text', text, typed: false });
const typed = (text: string): Piece => ({ kind: 'text', text, typed: true });
const gap: Piece = { kind: 'gap', name: 'a', called: 'a' };

describe('lines', () => {
  test('break where the script breaks them, and not inside what is typed', () => {
    expect(lines([words('One '), typed('x\ny'), words('\n\n'), gap, words(' two\n')])).toEqual([
      [words('One '), typed('x\ny')],
      [],
      [gap, words(' two')],
      [],
    ]);
    expect(lines([])).toEqual([[]]);
  });

  test('a dash of the script begins an item, a typed one does not', () => {
    expect(withoutDash([words('- one '), gap])).toEqual([words('one '), gap]);
    expect(withoutDash([typed('- one')])).toBeUndefined();
    expect(withoutDash([words('-one')])).toBeUndefined();
    expect(withoutDash([gap, words('- one')])).toBeUndefined();
    expect(withoutDash([])).toBeUndefined();
  });

  test('paragraphs stand between blank lines, and keep their own line breaks', () => {
    expect(paragraphs([words('Dear '), gap, words(',\n\none\ntwo '), typed('x\n\ny'), words('\n\n\nBye.\n')])).toEqual([
      [words('Dear '), gap, words(',')],
      [words('one'), words('\n'), words('two '), typed('x\n\ny')],
      [words('Bye.')],
    ]);
    expect(paragraphs([])).toEqual([]);
  });

  test('what is said has neither blank lines nor dashes', () => {
    expect(spokenLines([words('Hello.\n\n- one\n- '), gap, words('\nBye.')])).toEqual([
      [words('Hello.')],
      [words('one')],
      [words(''), gap],
      [words('Bye.')],
    ]);
  });
});

describe('the names of variants', () => {
  test('are channel and tone', () => {
    expect(
      variantNames([
        { id: 'a', channel: 'email', tone: 'firm' },
        { id: 'b', channel: 'in-person', tone: 'warm' },
      ]),
    ).toEqual(['Email, firm', 'In person, warm']);
  });

  test('are the words of their ids where two would be alike, and only there', () => {
    expect(
      variantNames([
        { id: 'email-to-your-own-side', channel: 'email', tone: 'firm' },
        { id: 'chat', channel: 'chat', tone: 'firm' },
        { id: 'email-firm', channel: 'email', tone: 'firm' },
      ]),
    ).toEqual(['Email to your own side', 'Chat, firm', 'Email firm']);
  });
});

import { describe, expect, test } from 'vitest';
import { gaps } from '../../../src/script/engine/gaps.ts';
import { fieldsOf, fillVariant, parseVariant } from '../../../src/script/engine/message.ts';
import { oneLine, plain } from '../../../src/script/engine/plain.ts';
import { isDay, write } from '../../../src/script/engine/values.ts';
import { filled, settings, trouble } from './helpers.ts';
import { fc, holds } from './property.ts';

const out = (...args: Parameters<typeof filled>): string => plain(filled(...args));

describe('values', () => {
  const written = (kind: Parameters<typeof write>[0], value: Parameters<typeof write>[1]) =>
    write(kind, value, settings);

  test.each([
    ['date', '2026-11-20', '20 November 2026'],
    ['date', ' 2026-11-20 ', '20 November 2026'],
    ['date', '2026-02-30', '2026-02-30'],
    ['date', 'next Friday', 'next Friday'],
    ['money', '1200', '£1,200'],
    ['money', '1200.5', '£1,200.50'],
    ['money', '1,200', '£1,200'],
    ['money', ' £1,850.50 ', '£1,850.50'],
    ['money', 'GBP 49', '£49'],
    ['money', '12,00', '12,00'],
    ['money', 'abc', 'abc'],
    ['money', 'about 1200', 'about 1200'],
    ['money', '9'.repeat(30), '9'.repeat(30)],
    ['several', ['a', 'b', 'c'], 'a, b and c'],
    ['several', ['a', ' ', 'c'], 'a and c'],
    ['several', [], undefined],
    ['text', ' as  typed ', ' as  typed '],
    ['text', ' \n ', undefined],
    ['text', undefined, undefined],
    ['text', '2026-11-20', '2026-11-20'],
    ['text', true, 'yes'],
    ['text', false, undefined],
    ['date', ['a', 'b'], 'a and b'],
    ['yes-or-no', true, 'yes'],
    ['yes-or-no', undefined, 'no'],
  ] as const)('%s %j is written %j', (kind, value, expected) => {
    expect(written(kind, value)).toBe(expected);
  });

  test('dates are the same in every time zone, and follow the locale', () => {
    expect(write('date', '2026-01-01', { locale: 'de-DE', currency: 'EUR' })).toBe('1. Januar 2026');
    expect(write('date', '2026-12-31', { locale: 'en-US', currency: 'USD' })).toBe('December 31, 2026');
    expect(write('date', '2026-12-04', { ...settings, spoken: true })).toBe('Friday 4 December');
    // Within two months nobody needs the year, before or after.
    for (const [day, words] of [
      ['2026-12-04', 'Friday 4 December'],
      ['2027-01-23', 'Saturday 23 January'],
      ['2027-01-24', '24 January 2027'],
      ['2026-09-25', 'Friday 25 September'],
      ['2026-09-24', '24 September 2026'],
    ] as const)
      expect(write('date', day, { ...settings, today: '2026-11-24' })).toBe(words);
    expect(write('date', '2026-12-31', { locale: 'en-US', currency: 'USD', spoken: true })).toBe(
      'Thursday, December 31',
    );
    expect(write('money', '1234.5', { locale: 'de-DE', currency: 'EUR' })).toBe('1.234,50\u00a0€');
  });

  test('only days that exist are days', () => {
    expect(['2026-02-28', '2028-02-29'].filter((text) => !isDay(text))).toEqual([]);
    expect(
      ['2026-02-29', '2026-13-01', '2026-1-1', '', '2026', '2026-11', '2026-11-20T00:00', '+002026-11-20'].filter(
        isDay,
      ),
    ).toEqual([]);
  });
});

describe('fill', () => {
  test('a marker without a value is a gap and stands there in brackets', () => {
    const pieces = filled('Hello ((contact name)), about ((project name)) and ((contact name)).', {
      'project name': '',
    });
    expect(gaps(pieces)).toEqual(['contact name', 'project name']);
    expect(plain(pieces)).toBe('Hello [contact name], about [project name] and [contact name].');
  });

  test('a field that only stands in its own optional part is no gap', () => {
    const text = 'Call me((if phone)) on ((phone))((end)).';
    expect(gaps(filled(text, {}))).toEqual([]);
    expect(out(text, {})).toBe('Call me.');
    expect(out(text, { phone: '12' })).toBe('Call me on 12.');
  });

  test('yes or no decides, and no is the default', () => {
    const fields = { price: { kind: 'yes-or-no' } } as const;
    const text = '((if price))With a price.((else))Without.((end))';
    expect(out(text, { price: true }, fields)).toBe('With a price.');
    expect(out(text, { price: false }, fields)).toBe('Without.');
    expect(out(text, {}, fields)).toBe('Without.');
  });

  test.each([
    ['a ((if x))b ((end))c', 'a c', 'a b c'],
    ['a ((if x))b((end)) c', 'a c', 'a b c'],
    ['a ((if x))b((end)).', 'a.', 'a b.'],
    ['a ((if x))b((end)), c', 'a, c', 'a b, c'],
    ['a ((if x))b((end)): c', 'a: c', 'a b: c'],
    ['a ((if x))b((end)):', 'a:', 'a b:'],
    ['a ((if x))b((end))!', 'a!', 'a b!'],
    ['a ((if x))b((end))?', 'a?', 'a b?'],
    ['a ((if x))b((end)); c', 'a; c', 'a b; c'],
    ['at :9 or :_ or .x', 'at :9 or :_ or .x', 'at :9 or :_ or .x'],
    ['One.\n\n((if x))\nTwo.\n((end))\n\nThree.', 'One.\n\nThree.', 'One.\n\nTwo.\n\nThree.'],
    ['One.\n\n((if x))Two.\n\n((end))Three.', 'One.\n\nThree.', 'One.\n\nTwo.\n\nThree.'],
    ['- a\n((if x))\n- b\n((end))\n- c', '- a\n- c', '- a\n- b\n- c'],
    ['- a\n((if x))- b((end))\n- c', '- a\n- c', '- a\n- b\n- c'],
    ['((if x))First.\n\n((end))Then.', 'Then.', 'First.\n\nThen.'],
    ['Last.\n\n((if x))P.S. b\n((end))', 'Last.', 'Last.\n\nP.S. b'],
    ['((if x))b((else))((if y))no((end))((end)) d', 'd', 'b d'],
    ['a (or ((if x))b((end)) )', 'a (or)', 'a (or b)'],
    ['well ... yes, .5 of it', 'well ... yes, .5 of it', 'well ... yes, .5 of it'],
  ])('closes up %j', (text, dropped, kept) => {
    expect(out(text, {})).toBe(dropped);
    expect(out(text, { x: 'x' })).toBe(kept);
  });

  test('every line break of a script is one, and the two signs it uses itself have no place in it', () => {
    expect(out('a\r\nb\rc\u0001d\u0002e', {})).toBe('a\nb\ncde');
    expect(out('a  \n  b\t\n\tc', {})).toBe('a\nb\nc');
    expect(out('a((if x))b((end))  , c  ((if x))b((end)).', {})).toBe('a, c.');
  });

  test('what is filled in counts as typed, and nothing between two values is a piece', () => {
    expect(filled('((a))((b)) c', { a: 'A' })).toEqual([
      { kind: 'text', text: 'A', typed: true },
      { kind: 'gap', name: 'b', called: 'b' },
      { kind: 'text', text: ' c', typed: false },
    ]);
    expect(filled('', {})).toEqual([]);
  });

  test('white space that was typed stays', () => {
    expect(out('<((a))> , ((b))', { a: ' x  ,\n\n\n y ', b: '((c))' })).toBe('< x  ,\n\n\n y >, ((c))');
  });

  test('what is typed comes out as typed, whatever it is, and nothing in it is read as a marker', () => {
    holds(
      [trouble, trouble],
      (a, b) => {
        const [shownA, shownB] = [a, b].map((text) =>
          text.replace(/[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, ''),
        );
        fc.pre(shownA?.trim() !== '' && shownB?.trim() !== '');
        expect(out('One ((a)) two\n\n((if b))\n((b))\n((end))', { a, b })).toBe(`One ${shownA} two\n\n${shownB}`);
      },
      2000,
    );
  });

  test('signs that nobody sees stay behind: they hide what a name is, and come along with what is pasted', () => {
    const hidden = [0xad, 0x200b, 0x200e, 0x200f, 0x202a, 0x202e, 0x2060, 0x2066, 0x2069, 0xfeff].map((code) =>
      String.fromCharCode(code),
    );
    for (const sign of hidden) {
      expect(out('((a)).', { a: `moc.${sign}elif` })).toBe('moc.elif.');
      expect(out('((a)).', { a: `${sign} ` })).toBe('[a].');
    }
    // Letters of other languages, and pictures made of several, need these two.
    expect(out('((a)).', { a: 'می\u200Cخواهم 👩\u200D🔧' })).toBe('می\u200Cخواهم 👩\u200D🔧.');
  });

  test('no gap is left when everything is filled', () => {
    const part = fc.constantFrom('((a))', ' ((if b))', '((else))', '((end))', 'w', ' ', '\n', '. ');
    holds([fc.array(part, { maxLength: 20 }).map((parts) => parts.join(''))], (text) => {
      const pieces = filled(text.replace(/\(\(else\)\)/g, ''), { a: 'A', b: 'B' });
      expect(gaps(pieces)).toEqual([]);
      expect(plain(pieces).includes('[a]')).toBe(false);
    });
  });

  test('closing up leaves no double blank line, double space or space before punctuation', () => {
    const part = fc.constantFrom(
      '((if x))',
      '((if y))',
      '((else))',
      '((end))',
      'w',
      ' ',
      '\n',
      '. ',
      ', ',
      ' \n',
      '((z))',
    );
    holds(
      [fc.array(part, { maxLength: 24 }).map((parts) => parts.join('')), fc.boolean(), fc.boolean()],
      (text, x, y) => {
        const result = out(text, { x, y, z: 'Z' }, { x: { kind: 'yes-or-no' }, y: { kind: 'yes-or-no' } });
        expect(result).not.toMatch(/\n{3}| {2}| [.,](?!\w)| \n|\n |^\s|\s$/);
      },
      2000,
    );
  });

  test('a subject is one line', () => {
    expect(oneLine(filled('About ((a))', { a: 'x\r\nBcc: y\u2028z\u0000' }))).toBe('About x Bcc: y z');
  });
});

test('a variant of exact dates keeps the year of a near day', () => {
  const near = { ...settings, today: '2026-11-24' };
  const text = (exactDates: boolean) =>
    fillVariant(
      parseVariant({ subject: 'x', text: 'by ((d))', ifTheySay: [], exactDates }),
      { d: { kind: 'date' } },
      { d: '2026-12-04' },
      near,
    ).text;
  expect(plain(text(false))).toBe('by Friday 4 December');
  expect(plain(text(true))).toBe('by 4 December 2026');
});

describe('the fields of a variant', () => {
  test('a field is needed where it stands without a value: in the ((else)) of its own part', () => {
    const needed = (text: string) => fieldsOf(parseVariant({ text, ifTheySay: [] })).get('a')?.optional === false;
    expect(needed('((if a))x((else))((a))((end))')).toBe(true);
    expect(needed('((if a))((a))((else))x((end))')).toBe(false);
    expect(needed('((if a))((if b))((a))((end))((end))')).toBe(false);
    expect(needed('((if a))((a))((end)) ((a))')).toBe(true);
  });

  test('are those of subject, text and answers; a field is optional when the message is complete without it', () => {
    const variant = parseVariant({
      subject: '((a))',
      text: '((if b))((b))((c))((else))((d))((end)) ((if e))((end))',
      ifTheySay: [{ they: 'No', you: '((f))' }],
    });
    expect(Object.fromEntries([...fieldsOf(variant)].map(([name, { optional }]) => [name, optional]))).toEqual({
      a: false,
      b: true,
      c: false,
      d: false,
      e: true,
      f: true,
    });
  });
});

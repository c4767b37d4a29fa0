import { describe, expect, test } from 'vitest';
import { eml } from '../../../src/script/engine/eml.ts';
import { fileName } from '../../../src/script/engine/file-name.ts';
import { html } from '../../../src/script/engine/html.ts';
import { mailLinkLimit, mailLink } from '../../../src/script/engine/mailto.ts';
import { toEml } from '../../../src/script/engine/eml.ts';
import { fillVariant, parseVariant, toMailLink, toTextFile } from '../../../src/script/engine/message.ts';
import { oneLine, plain } from '../../../src/script/engine/plain.ts';
import { elements, filled, readEml, seen, settings, trouble } from './helpers.ts';
import { fc, holds } from './property.ts';

const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');
const crlf = (text: string): string => text.replace(/\r\n?|\n/g, '\r\n');
const lf = (text: string): string => text.replace(/\r\n?|\n/g, '\n');

describe('html', () => {
  test('makes paragraphs, line breaks and lists of the words of the script', () => {
    expect(
      html(filled('Dear ((a)),\n\nplease:\n- one\n- ((b))\nand\n\nBest\n((c))', { a: 'A & B', b: 'two', c: 'me' })),
    ).toBe('<p>Dear A &amp; B,</p><p>please:</p><ul><li>one</li><li>two</li></ul><p>and</p><p>Best<br>me</p>');
  });

  test('a line break that is typed is one, on every system', () => {
    expect(html(filled('((a))', { a: '1\r2\r\n3\n4' }))).toBe('<p>1<br>2<br>3<br>4</p>');
    expect(html(filled('((a))', { a: `<>&"'` }))).toBe('<p>&lt;&gt;&amp;&quot;&#39;</p>');
  });

  test('leaves what is typed as text', () => {
    expect(html(filled('((a))', { a: '- <b>x</b>\n\n- "y"' }))).toBe(
      '<p>- &lt;b&gt;x&lt;/b&gt;<br><br>- &quot;y&quot;</p>',
    );
  });

  test('shows the typed text and holds no other element, whatever is typed', () => {
    holds(
      [trouble],
      (a) => {
        // A parser drops NUL and turns other line ends into \n; a browser does the same with text that is typed.
        const typed = lf(a).replaceAll(/[\u0000\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, '');
        fc.pre(typed.trim() !== '');
        const made = html(filled('x ((a)) y', { a: typed }));
        expect(seen(made)).toBe(`x ${typed} y\n`);
        expect([...elements(made)].filter((name) => name !== 'p' && name !== 'br')).toEqual([]);
      },
      2000,
    );
  });
});

describe('the mail link', () => {
  test('encodes spaces and line breaks, and adds nobody', () => {
    expect(mailLink('A + B & C?', 'one\ntwo = 100 %').address).toBe(
      'mailto:?subject=A%20%2B%20B%20%26%20C%3F&body=one%0D%0Atwo%20%3D%20100%20%25',
    );
  });

  test('takes every kind of line break, and half a character', () => {
    expect(mailLink('', '1\r2\r\n3\n4\ud83d').address).toBe('mailto:?subject=&body=1%0D%0A2%0D%0A3%0D%0A4%EF%BF%BD');
  });

  test('is offered up to the limit and no further', () => {
    const bare = mailLink('', '').length;
    expect(mailLink('', 'x'.repeat(mailLinkLimit - bare))).toMatchObject({ length: mailLinkLimit, fits: true });
    expect(mailLink('', 'x'.repeat(mailLinkLimit - bare + 1)).fits).toBe(false);
  });

  test('carries the typed text and no further field, whatever is typed', () => {
    holds(
      [trouble, trouble],
      (a, b) => {
        const subject = oneLine([{ kind: 'text', text: a, typed: true }]);
        const { address } = mailLink(subject, b);
        const query = /^mailto:\?subject=([^&]*)&body=([^&]*)$/.exec(address);
        expect(address).toMatch(/^[\x21-\x7e]*$/);
        expect(address).not.toContain('+');
        expect(decodeURIComponent(query?.[1] ?? '?')).toBe(wellFormed(subject));
        expect(decodeURIComponent(query?.[2] ?? '?')).toBe(wellFormed(crlf(b)));
      },
      2000,
    );
  });
});

describe('the .eml file', () => {
  test('is a draft with both forms, and says neither who nor when', () => {
    const file = eml({ subject: 'Grüße', plain: 'one\ntwo', html: '<p>one<br>two</p>' });
    const { headers, parts } = readEml(file);
    expect([...headers.keys()]).toEqual(['X-Unsent', 'Subject', 'MIME-Version', 'Content-Type']);
    expect(headers.get('X-Unsent')).toBe('1');
    expect(headers.get('Subject')).toBe('Grüße');
    expect(parts.map(({ type }) => type)).toEqual(['text/plain; charset=utf-8', 'text/html; charset=utf-8']);
    expect(parts[0]?.text).toBe('one\r\ntwo');
    expect(parts[1]?.text).toContain('<p>one<br>two</p>');
  });

  test('is this file, sign by sign', () => {
    const html = `<!doctype html><html><head><meta charset="utf-8"></head><body><p>x</p></body></html>`;
    const lines =
      Buffer.from(html)
        .toString('base64')
        .match(/.{1,76}/g) ?? [];
    expect(eml({ subject: 'Hi', plain: '1\r2\n3\r\n4', html: '<p>x</p>' }).split('\r\n')).toEqual([
      'X-Unsent: 1',
      `Subject: =?utf-8?B?${Buffer.from('Hi').toString('base64')}?=`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary="=_part_="',
      '',
      '--=_part_=',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('1\r\n2\r\n3\r\n4').toString('base64'),
      '--=_part_=',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      ...lines,
      '--=_part_=--',
      '',
    ]);
    expect(eml({ subject: '', plain: '', html: '' })).toContain('Content-Transfer-Encoding: base64\r\n\r\n--=_part_=');
  });

  test('cuts a long subject after whole characters, as late as it may', () => {
    const words = (subject: string) =>
      [...eml({ subject, plain: '', html: '' }).matchAll(/=\?utf-8\?B\?(.*?)\?=/g)].map(([, word = '']) =>
        Buffer.from(word, 'base64').toString('utf8'),
      );
    expect(words('x'.repeat(45))).toEqual(['x'.repeat(45)]);
    expect(words('x'.repeat(46))).toEqual(['x'.repeat(45), 'x']);
    expect(words(`${'x'.repeat(44)}ü🙂`)).toEqual(['x'.repeat(44), 'ü🙂']);
  });

  test('carries the typed text, and no header can be smuggled in', () => {
    holds(
      [trouble, trouble],
      (a, b) => {
        const subject = oneLine([{ kind: 'text', text: a, typed: true }]);
        const file = eml({ subject, plain: b, html: html([{ kind: 'text', text: b, typed: true }]) });
        expect(file).toMatch(/^[\r\n\x20-\x7e]*$/);
        expect(Math.max(...file.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(85);
        for (const word of file.match(/=\?.*?\?=/g) ?? []) expect(word.length).toBeLessThanOrEqual(75);
        const { headers, parts } = readEml(file);
        expect(headers.size).toBe(4);
        expect(headers.get('Subject')).toBe(wellFormed(subject));
        expect(parts).toHaveLength(2);
        expect(parts[0]?.text).toBe(wellFormed(crlf(b)));
      },
      1000,
    );
  });
});

describe('a whole message', () => {
  const variant = parseVariant({ subject: 'To ((a))', text: 'Hello ((a)),\n\n((b))', ifTheySay: [] });

  test('can be written in every form', () => {
    const message = fillVariant(variant, {}, { a: 'Ann\nBcc: x', b: 'x' }, settings);
    expect(toTextFile(message)).toBe('Subject: To Ann Bcc: x\n\nHello Ann\nBcc: x,\n\nx\n');
    expect(toMailLink(message)?.address).toContain('subject=To%20Ann%20Bcc%3A%20x&');
    expect(readEml(toEml(message) ?? '').headers.get('Subject')).toBe('To Ann Bcc: x');
    expect(message.gaps).toEqual([]);
  });

  test('has its answers filled in, and counts no gap of theirs', () => {
    const parsed = parseVariant({ text: 'x', ifTheySay: [{ they: 'No ((a))', you: '((b))' }] });
    const { ifTheySay, gaps } = fillVariant(parsed, {}, { a: 'now' }, settings);
    expect(ifTheySay.map(({ they, you }) => [plain(they), plain(you)])).toEqual([['No now', '[b]']]);
    expect(gaps).toEqual([]);
  });

  test('without a subject is a file of its text alone', () => {
    expect(toTextFile(fillVariant(parseVariant({ text: 'x', ifTheySay: [] }), {}, {}, settings))).toBe('x\n');
  });

  test('has its days as they are written in an email, and as they are said elsewhere', () => {
    const day = (subject?: string): string =>
      plain(
        fillVariant(
          parseVariant({ ...(subject !== undefined && { subject }), text: 'by ((d))', ifTheySay: [] }),
          { d: { kind: 'date' } },
          { d: '2026-12-04' },
          settings,
        ).text,
      );
    expect(day('x')).toBe('by 4 December 2026');
    expect(day()).toBe('by Friday 4 December');
  });

  test('keeps its gaps visible in every form', () => {
    const message = fillVariant(variant, {}, {}, settings);
    expect(message.gaps).toEqual(['a', 'b']);
    expect(toTextFile(message)).toContain('[b]');
    expect(decodeURIComponent(toMailLink(message)?.address ?? '')).toContain('[b]');
    expect(readEml(toEml(message) ?? '').parts[1]?.text).toContain('<p>[b]</p>');
  });

  test('has no mail form without a subject', () => {
    const message = fillVariant(parseVariant({ text: 'x', ifTheySay: [] }), {}, {}, settings);
    expect(toEml(message)).toBeUndefined();
    expect(toMailLink(message)).toBeUndefined();
    expect(plain(message.text)).toBe('x');
  });

  test('takes ten thousand characters', () => {
    const b = 'Ω<((a))>\n'.repeat(1250);
    const message = fillVariant(variant, {}, { a: 'A', b }, settings);
    expect(plain(message.text)).toBe(`Hello A,\n\n${b}`);
    expect(readEml(toEml(message) ?? '').parts[0]?.text).toBe(crlf(`Hello A,\n\n${b}`));
    expect(toMailLink(message)?.fits).toBe(false);
  });
});

test('files are named after the script only', () => {
  expect(fileName('late-payment', 'email-firm', 'eml')).toBe('late-payment-email-firm.eml');
});

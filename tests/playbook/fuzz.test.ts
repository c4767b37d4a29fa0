import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { fieldDefinitions } from '../../src/script/engine/check.ts';
import { toEml } from '../../src/script/engine/eml.ts';
import {
  fillVariant,
  parseVariant,
  toCopy,
  toMailLink,
  toTextFile,
  type Message,
} from '../../src/script/engine/message.ts';
import { oneLine } from '../../src/script/engine/plain.ts';
import type { Values } from '../../src/script/engine/values.ts';
import { searchData } from '../../src/search/index/search-data.ts';
import { markWords } from '../../src/search/query/marks.ts';
import { readIndex } from '../../src/search/query/search-index.ts';
import { search } from '../../src/search/query/search.ts';
import { readLink, writeLink } from '../../src/tree/engine/link.ts';
import { answersOf, paths } from '../../src/tree/engine/paths.ts';
import { resultOf } from '../../src/tree/engine/result.ts';
import { indexTree, outcomeTexts, treeText } from '../../src/tree/engine/tree.ts';
import { walk } from '../../src/tree/engine/walk.ts';
import { counselOf } from '../../src/tree/walk-data.ts';
import { acts, doAll } from '../engine/tree/fixtures/acts.ts';
import { damagedLink } from '../engine/tree/fixtures/damaged-link.ts';
import { content } from '../support/example-tree.ts';
import { inTurn, must } from '../support/must.ts';

// What anybody may type, press or open, against the playbook's own scripts, trees and search: much of it, and by chance.
// The seed makes it the same at every run; fast-check tells it with the smallest case that fails.
const runs = (numRuns: number) => ({ numRuns, seed: 20261130 });

/** What makes trouble in one place or another: markup, addresses, headers, markers, signs that nobody sees, and a lot of text. */
const troubles = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  '</p></body><iframe src=//evil.example>',
  '<!--',
  '<![CDATA[',
  '&lt;b&gt;&#x3c;&amp;',
  'javascript:alert(1)',
  'data:text/html;base64,PHNjcmlwdD4=',
  'https://evil.example/?a=b&c=d#e',
  'mailto:a@evil.example?bcc=b@evil.example',
  '&body=other&bcc=b@evil.example',
  '\r\nBcc: b@evil.example\r\n\r\nOther',
  '%0D%0ABcc:%20b@evil.example',
  '=?utf-8?B?PGI+?=',
  '=?utf-8?Q?=0ABcc:_x?=',
  '\r\n--=_part_=--\r\n',
  '\r\n.\r\n',
  '((client name))',
  '((if deposit))',
  '((end))',
  '\\((',
  '{{constructor}}${process.env}',
  '__proto__',
  '- one\n- two',
  '\u202Efdp.exe\u202C',
  '\u2066a\u2069\u200B\u00AD\uFEFF',
  '\u0000\u0007\u001B[31m\u007F\u0085',
  '\u2028\u2029',
  '\uD83D',
  '👩\u200D🔧🏳️\u200D🌈',
  `Z${'\u0335\u0322'.repeat(200)}`,
  'مرحبا שלום',
  '你好，世界。こんにちは 안녕하세요',
  'Добрый день, ελληνικά, नमस्ते, สวัสดี',
  'ﬁ İıßẞ',
  '’“”‘`"\'',
  'late '.repeat(40),
  'x'.repeat(5000),
  'ü'.repeat(1000),
  '\n'.repeat(100),
] as const;
const value = fc
  .array(
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...troubles) }, fc.string({ unit: 'binary', maxLength: 12 })),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) => parts.join(''));

const settings = { locale: 'en-GB', currency: 'GBP', today: '2026-11-24' };
// By name, so that what fails is short enough to read.
const variants = new Map(
  content.scripts.flatMap((script) => {
    const fields = fieldDefinitions(script, content.fields);
    return script.variants.map((variant) => [`${script.id}/${variant.id}`, { fields, parsed: parseVariant(variant) }]);
  }),
);
const emails = [...variants].filter(([, { parsed }]) => parsed.subject).map(([name]) => name);

/** The name of a variant, and values for its fields. */
const filling = (names: readonly string[]) =>
  fc.record({ name: fc.constantFrom(...names), values: fc.array(value, { minLength: 3, maxLength: 3 }) });

/** The variant with these values in all of its fields. */
function messageOf({ name, values }: { name: string; values: readonly string[] }): Message {
  const { fields, parsed } = must(variants.get(name), name);
  const filled = Object.entries(fields).map(([field, { kind }], at) => {
    const typed = inTurn(values, at);
    return [field, kind === 'several' ? values : kind === 'yes-or-no' ? typed.length % 2 === 0 : typed];
  });
  return fillVariant(parsed, fields, Object.fromEntries(filled) as Values, settings);
}

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.DocumentFragment;
/** A node and all that is in it. */
const allIn = (node: Node): Node[] => [node, ...('childNodes' in node ? node.childNodes.flatMap(allIn) : [])];
/** The signs of a text, without space, dashes of lists, and what a parser of HTML has another sign for or none. */
const signs = (text: string): string => text.replace(/[\s\u0000-]|\uFFFD|\p{Surrogate}/gu, '');
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');
const crlf = (text: string): string => text.replace(/\r\n?|\n/g, '\r\n');
/** What the HTML of a message is made of. */
const madeOf = new Set(['#text', 'p', 'br', 'ul', 'li']);
/** Signs that nobody sees. */
const unseen = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/;

describe('3,000 values that mean harm', () => {
  test('filled into scripts are text wherever they stand, and nothing else', () => {
    fc.assert(
      fc.property(filling([...variants.keys()]), (filled) => {
        const message = messageOf(filled);
        const { plain, html } = toCopy(message);
        expect(plain).not.toMatch(unseen);
        const nodes = allIn(parseFragment(html)).slice(1);
        expect(nodes.filter(({ nodeName }) => !madeOf.has(nodeName))).toEqual([]);
        expect(nodes.filter((node) => 'attrs' in node && node.attrs.length > 0)).toEqual([]);
        expect(signs(nodes.map((node) => ('value' in node ? node.value : '')).join(''))).toBe(signs(plain));

        if (!message.subject) {
          expect(toTextFile(message)).toBe(`${plain}\n`);
          return;
        }
        const subject = oneLine(message.subject);
        expect(toTextFile(message)).toBe(`Subject: ${subject}\n\n${plain}\n`);
        expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        const [address, asked = '?', body = '?'] =
          /^mailto:\?subject=([\w.!~*'()%-]*)&body=([\w.!~*'()%-]*)$/.exec(toMailLink(message)?.address ?? '') ?? [];
        expect(address).toBeDefined();
        expect(decodeURIComponent(asked)).toBe(wellFormed(subject));
        expect(decodeURIComponent(body)).toBe(wellFormed(crlf(plain)));
      }),
      runs(3000),
    );
  });

  test('searched are answered with pages that there are, and their words are marked without a sign lost', () => {
    const index = readIndex(searchData(content));
    const pages = new Set(index.pages);
    fc.assert(
      fc.property(value, (query) => {
        const { found, inText, words } = search(query, index);
        expect(found.filter(({ page }) => !pages.has(page))).toEqual([]);
        expect(inText.length).toBeLessThanOrEqual(3);
        const texts = [query, ...found.slice(0, 3).map(({ page }) => page.title)];
        expect(texts.map((text) => markWords(text, words).reduce((all, piece) => all + piece.text, ''))).toEqual(texts);
      }),
      runs(3000),
    );
  });
});

test('600 messages are read by a parser of mail that is not ours: subject, both texts, nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(filling(emails), async (filled) => {
      const message = messageOf(filled);
      const read = await PostalMime.parse(must(toEml(message), 'file'));
      const { plain, html } = toCopy(message);
      expect(read.headers.map(({ key }) => key)).toEqual(['x-unsent', 'subject', 'mime-version', 'content-type']);
      expect(read.subject).toBe(wellFormed(oneLine(must(message.subject, 'subject'))));
      expect(read.text).toBe(wellFormed(crlf(plain)));
      expect(read.html).toContain(`<body>${wellFormed(html)}</body>`);
      expect(read.attachments).toEqual([]);
      for (const whom of ['from', 'to', 'cc', 'bcc', 'replyTo'] as const) expect(read[whom]).toBeUndefined();
    }),
    runs(600),
  );
});

const counsel = counselOf(content);
const trees = new Map(content.trees.map((data) => [data.id, indexTree(treeText(data, content.circumstances))]));
const outcomes = new Map(
  content.trees.flatMap((data) => outcomeTexts(data).map((text) => [`${data.id}/${text.id}`, text])),
);
const anyTree = fc.constantFrom(...trees.keys());

test('10,000 walks through the trees, forward, back and changed, come to where answering afresh comes, and to a result', () => {
  let ended = 0;
  fc.assert(
    fc.property(anyTree, acts, (id, all) => {
      const tree = must(trees.get(id), id);
      const { answers } = doAll(tree, all);
      const opened = readLink(tree, writeLink(tree, answers));
      expect(opened).toMatchObject({ answers, dropped: [], version: tree.text.version });
      const path = walk(tree, answers);
      expect(walk(tree, opened.answers)).toEqual(path);
      if (!path.outcome) {
        expect(path.question).not.toBeNull();
        return;
      }
      ended++;
      expect(answers).toEqual(answersOf(path));
      const text = must(outcomes.get(`${id}/${path.outcome.id}`), path.outcome.id);
      expect(JSON.stringify(resultOf(tree, path, text, counsel))).not.toMatch(/undefined|NaN|\[object/);
    }),
    runs(10_000),
  );
  expect(ended).toBeGreaterThan(1000);
});

test('1,000 damaged links open at a question or a result, and say what was lost', () => {
  /** Some of the links that there are to the ends of a tree. */
  const linksTo = (id: string): string[] => {
    const tree = must(trees.get(id), id);
    return [...paths(tree)].filter((_, at) => at % 97 === 0).map((path) => writeLink(tree, answersOf(path)));
  };
  const links = [...trees.keys()].map((id) => fc.record({ id: fc.constant(id), link: damagedLink(linksTo(id)) }));
  fc.assert(
    fc.property(fc.oneof(...links), ({ id, link: { damaged } }) => {
      const tree = must(trees.get(id), id);
      const { answers, dropped } = readLink(tree, damaged);
      const path = walk(tree, answers);
      expect(path.question !== null || path.outcome !== null).toBe(true);
      for (const [question, given] of Object.entries(answers)) {
        const known = must(tree.questions.get(question), question).answers.map((answer) => answer.id);
        for (const one of given) expect(known).toContain(one);
      }
      for (const { why } of dropped) expect(why).toMatch(/^(unreadable|unknown|no answer|off the way|asked again)$/);
      expect(readLink(tree, writeLink(tree, answers))).toMatchObject({ answers, dropped: [] });
    }),
    runs(1000),
  );
});

import { describe, expect, test } from 'vitest';
import type { ScriptNode } from '../../../src/script/engine/nodes.ts';
import { parse } from '../../../src/script/engine/parse.ts';
import { print } from '../../../src/script/engine/print.ts';
import { bare, trouble } from './helpers.ts';
import { fc, holds } from './property.ts';

const text = (words: string) => ({ kind: 'text', text: words });
const field = (name: string) => ({ kind: 'field', name });

describe('parse', () => {
  test('reads text, fields and optional parts within each other', () => {
    const { nodes, faults } = parse('Hello ((contact name)),((if a)) x ((if b))((b))((else))y((end))((end))!');
    expect(faults).toEqual([]);
    expect(bare(nodes)).toEqual([
      text('Hello '),
      field('contact name'),
      text(','),
      {
        kind: 'part',
        name: 'a',
        shown: [text(' x '), { kind: 'part', name: 'b', shown: [field('b')], otherwise: [text('y')] }],
        otherwise: undefined,
      },
      text('!'),
    ]);
  });

  test.each([
    ['\\((client name))', [text('((client name))')]],
    ['(((client name)))', [text('('), field('client name'), text(')')]],
    ['\\\\((a))', [text('\\'), field('a')]],
    ['\\\\\\((a))', [text('\\((a))')]],
    ['C:\\temp (see (b))', [text('C:\\temp (see (b))')]],
    ['', []],
  ])('reads %j', (source, nodes) => {
    const parsed = parse(source);
    expect(parsed.faults).toEqual([]);
    expect(bare(parsed.nodes)).toEqual(nodes);
  });

  test('counts lines', () => {
    const { nodes } = parse('one\n((a))\n((if b))\n((c))((end))');
    const part = nodes.find((node) => node.kind === 'part');
    expect(nodes.find((node) => node.kind === 'field')?.line).toBe(1);
    expect(part?.line).toBe(2);
    expect(part?.kind === 'part' && part.shown.at(-1)?.line).toBe(3);
  });

  test.each([
    ['x\n((client name)', 'not closed', 1],
    ['((((client name))', 'not closed', 0],
    ['((client\nname))', 'not closed', 0],
    ['(( client name ))', 'not a marker', 0],
    ['((Client Name))', 'not a marker', 0],
    ['(())', 'not a marker', 0],
    ['((iffy))', undefined, 0],
    ['\n\n((else))', 'else alone', 2],
    ['((if a))\n((else))\n((else))\n((end))', 'second else', 2],
    ['x ((end))', 'end alone', 0],
    ['a\n((if a)) x', 'no end', 1],
  ])('tells what is wrong with %j', (source, kind, line) => {
    const { faults } = parse(source);
    expect(faults.map((fault) => [fault.kind, fault.line])).toEqual(kind === undefined ? [] : [[kind, line]]);
  });

  test.each([
    ['a ((else)) b', [text('a ((else)) b')], '((else))'],
    ['a ((end)) b', [text('a ((end)) b')], '((end))'],
    ['a ((Date)) b', [text('a ((Date)) b')], '((Date))'],
    ['a ((date b', [text('a ((date b')], '((date b'],
    ['a (((date b', [text('a (((date b')], '(((date b'],
    ['((((a)) b', [text('(('), field('a'), text(' b')], '((((a)) b'],
    ['((x\nmore', [text('((x\nmore')], '((x'],
    [`((${'x'.repeat(60)}`, [text(`((${'x'.repeat(60)}`)], `((${'x'.repeat(38)}`],
  ])('what is wrong in %j stays in the text, and is shown from where it begins', (source, nodes, shown) => {
    const parsed = parse(source);
    expect(bare(parsed.nodes)).toEqual(nodes);
    expect(parsed.faults.map((fault) => fault.source)).toEqual([shown]);
  });

  test('parts that nothing ends reach to the end, one inside the other', () => {
    const { nodes, faults } = parse('x ((if a)) y ((if b)) z');
    expect(faults).toEqual([
      { kind: 'no end', line: 0, source: '((if b))' },
      { kind: 'no end', line: 0, source: '((if a))' },
    ]);
    const inner = { kind: 'part', name: 'b', shown: [text(' z')], otherwise: undefined };
    expect(bare(nodes)).toEqual([
      text('x '),
      { kind: 'part', name: 'a', shown: [text(' y '), inner], otherwise: undefined },
    ]);
  });

  test('never throws and loses no word, whatever it is given', () => {
    holds(
      [trouble],
      (source) => {
        const { nodes, faults } = parse(source);
        if (faults.length > 0) return;
        expect(bare(parse(print(nodes)).nodes)).toEqual(bare(nodes));
        if (!source.includes('\\')) expect(print(nodes)).toBe(source);
      },
      10_000,
    );
  });
});

const words = fc
  .array(fc.constantFrom('(', '((', '(((', ')', '))', '\\', '\\\\', 'a', ' ', '\n', 'ü', 'if'), { maxLength: 7 })
  .map((parts) => parts.join(''));
const name = fc.constantFrom('a', 'client name', 'x 2');
const tree: fc.Arbitrary<ScriptNode[]> = fc.letrec<{ list: ScriptNode[]; part: ScriptNode }>((tie) => ({
  list: fc.array(
    fc.oneof(
      { maxDepth: 3 },
      words.map((each): ScriptNode => ({ kind: 'text', text: each, line: 0 })),
      name.map((each): ScriptNode => ({ kind: 'field', name: each, line: 0 })),
      tie('part'),
    ),
    { maxLength: 5 },
  ),
  part: fc
    .record({ name, shown: tie('list'), otherwise: fc.option(tie('list'), { nil: undefined }) })
    .map((part): ScriptNode => ({ kind: 'part', line: 0, ...part })),
})).list;

describe('print', () => {
  test('what is printed reads back as it was', () => {
    holds(
      [tree],
      (nodes) => {
        const parsed = parse(print(nodes));
        expect(parsed.faults).toEqual([]);
        expect(bare(parsed.nodes)).toEqual(bare(nodes));
      },
      3000,
    );
  });
});

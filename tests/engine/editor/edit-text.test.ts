import { describe, expect, test } from 'vitest';
import type { Change } from '../../../src/editor/api.ts';
import { editText, NotEditable, partsOf } from '../../../src/editor/engine/edit-text.ts';
import { pathAtLine } from '../../../src/editor/engine/yaml-source.ts';

const edit = (text: string, ...changes: Change[]): string => editText(text, changes, false);

const tree = `# A note above all.
title: "Who goes?" # and one beside
have: []
aliases: [one, 'two']

questions:
  # The first one.
  - id: first
    ask: Who is it?

  - id: second
    ask: >-
      A question that was folded by hand, over
      two lines and a
      third one.
    text: |-
        Indented by four,
        not by two.
reviewed: 2026-11-20
`;

describe('a value', () => {
  test('is written as the one before, and what stands beside it stays', () => {
    expect(edit(tree, { set: ['title'], to: 'Who "stays"?' })).toBe(
      tree.replace('"Who goes?"', String.raw`"Who \"stays\"?"`),
    );
    expect(edit(tree, { set: ['aliases', 1], to: 'three, four' })).toBe(tree.replace("'two'", "'three, four'"));
    expect(edit(tree, { set: ['questions', 0, 'ask'], to: 'yes: or no?' })).toBe(
      tree.replace('Who is it?', '"yes: or no?"'),
    );
  });

  test('that was empty needs no quotes any more', () => {
    expect(edit('a: One\n', { set: ['a'], to: '' })).toBe('a: ""\n');
    expect(edit('a: ""\n', { set: ['a'], to: 'One' })).toBe('a: One\n');
  });

  test('that is what it was changes nothing, also as a whole list', () => {
    expect(edit(tree, { set: ['title'], to: 'Who goes?' }, { set: ['aliases'], to: ['one', 'two'] })).toBe(tree);
  });

  test('in a folded text wraps only where words changed', () => {
    const to = 'A question that was folded by hand, over two lines, no, three lines and a third one.';
    const after = edit(tree, { set: ['questions', 1, 'ask'], to });
    expect(after).toBe(
      tree.replace(
        '      two lines and a\n      third one.',
        '      two lines, no, three lines and a\n      third one.',
      ),
    );
  });

  test('of several lines keeps its indentation, or gets lines of its own', () => {
    const to = 'Indented by four,\n\nas before.';
    expect(edit(tree, { set: ['questions', 1, 'text'], to })).toBe(
      tree.replace('        not by two.', '\n        as before.'),
    );
    expect(edit(tree, { set: ['questions', 0, 'ask'], to: 'One\ntwo' })).toContain(
      '    ask: |-\n      One\n      two\n\n  - id: second',
    );
  });

  test('may become another kind of value', () => {
    const after = edit(tree, { set: ['questions', 0, 'ask'], to: { a: ['b'] } });
    expect(after).toContain('    ask:\n      a:\n        - b\n\n  - id: second');
    expect(edit(after, { set: ['questions', 0, 'ask'], to: 'Who is it?' })).toBe(tree);
  });
});

describe('a key', () => {
  const keysOf = () => ['title', 'summary', 'have'];
  test('that is new stands where the schema has it', () => {
    expect(editText('title: A\nhave: []\n', [{ set: ['summary'], to: 'B' }], false, keysOf)).toBe(
      'title: A\nsummary: B\nhave: []\n',
    );
  });
  test('comes with what it stands in', () => {
    expect(edit('title: A\n', { set: ['related', 'guides', 0], to: 'a/b' })).toBe(
      'title: A\nrelated:\n  guides:\n    - a/b\n',
    );
  });
  test('that is taken out leaves the notes, and an empty map where it was the last', () => {
    expect(edit('a: 1\n# Of b.\nb: 2\nc: 3\n', { remove: ['b'] })).toBe('a: 1\n# Of b.\nc: 3\n');
    expect(edit('a:\n  b: 1\n', { remove: ['a', 'b'] })).toBe('a: {}\n');
  });
  test('that the keeper names may get another name and stays in its place', () => {
    expect(edit('a: 1\nb: 2\nc: 3\n', { set: [], to: { a: 1, other: 2, c: 3 } })).toBe('a: 1\nother: 2\nc: 3\n');
  });
});

describe('an entry', () => {
  test('is added with the gap that the others have', () => {
    const after = edit(tree, { insert: ['questions', 1], value: { id: 'new', ask: 'Which?' } });
    expect(after).toBe(tree.replace('Who is it?\n', 'Who is it?\n\n  - id: new\n    ask: Which?\n'));
    expect(edit(after, { remove: ['questions', 1] })).toBe(tree);
  });
  test('may be the first one of an empty list, and the last one leaves it', () => {
    const after = edit(tree, { insert: ['have', 0], value: 'the contract' });
    expect(after).toBe(tree.replace('have: []', 'have:\n  - the contract'));
    expect(edit(after, { remove: ['have', 0] })).toBe(tree);
  });
  test('in brackets stays in brackets', () => {
    expect(edit(tree, { insert: ['aliases', 1], value: 'a, b' })).toContain(`aliases: [one, "a, b", 'two']`);
    expect(edit(tree, { remove: ['aliases', 0] })).toContain("aliases: ['two']");
    expect(edit(tree, { move: ['aliases', 1], to: 0 })).toContain("aliases: ['two', one]");
  });
  test('is moved as it is written', () => {
    const after = edit('- a # one\n# Of b.\n- "b"\n- c\n', { move: [1], to: 0 });
    expect(after).toBe('# Of b.\n- "b"\n- a # one\n- c\n');
    expect(edit(tree, { move: ['questions', 1], to: 0 }, { move: ['questions', 1], to: 0 })).toBe(tree);
  });
});

describe('a file', () => {
  test('keeps its byte order mark and its line endings', () => {
    expect(edit('\uFEFFa: 1\r\nb: 2\r\n', { set: ['b'], to: 'x\ny' })).toBe('\uFEFFa: 1\r\nb: |-\r\n  x\r\n  y\r\n');
    expect(edit('a: 1\r\nb: 2\n', { set: ['b'], to: 3 })).toBe('a: 1\r\nb: 3\r\n');
  });
  test('with front matter keeps its text, and the other way round', () => {
    const guide = '---\ntitle: A\n---\n\nText: *\n';
    expect(editText(guide, [{ set: ['title'], to: 'B' }], true)).toBe('---\ntitle: B\n---\n\nText: *\n');
    expect(editText(guide, [{ body: '\nOther\r\n' }], true)).toBe('---\ntitle: A\n---\n\nOther\n');
  });
  test('that is broken is edited as text only', () => {
    expect(() => edit('a: "b\n', { set: ['a'], to: 'c' })).toThrow(NotEditable);
    expect(() => editText('no front matter', [{ set: ['a'], to: 'c' }], true)).toThrow('as text only');
    expect(edit('a: "b\n', { text: 'a: b\n' })).toBe('a: b\n');
  });
  test('says what does not fit', () => {
    expect(() => edit(tree, { remove: ['nothing'] })).toThrow('Nothing is not in the file any more.');
    expect(() => edit(tree, { insert: ['questions', 7], value: 1 })).toThrow(NotEditable);
    expect(() => edit(tree, { set: ['__proto__', 'x'], to: 1 })).toThrow(NotEditable);
  });
});

test('a line belongs to the innermost value that holds it', () => {
  const at = (text: string): unknown => pathAtLine(tree, tree.split('\n').findIndex((line) => line.includes(text)) + 1);
  expect(at('note above')).toBeUndefined();
  expect(at('title')).toEqual(['title']);
  expect(at('two lines')).toEqual(['questions', 1, 'ask']);
  expect(at('not by two')).toEqual(['questions', 1, 'text']);
});

describe('what is written in an unusual way', () => {
  test.each<[text: string, change: Change, after: string]>([
    ['a: {b: 1, c: 2}\n', { set: ['a', 'b'], to: 'x\ny' }, 'a: {b: "x\\ny", c: 2}\n'],
    ['{a: 1, b: 2}\n', { remove: ['a'] }, '{b: 2}\n'],
    ['a: &x 1\nb: *x\n', { set: ['b'], to: 2 }, 'a: &x 1\nb: 2\n'],
    ['? a\n: 1\nb: 2\n', { set: ['a'], to: 3 }, '? a\n: 3\nb: 2\n'],
    ['"a": 1\n', { set: ['a'], to: [1] }, '"a":\n  - 1\n'],
    ['- [a,\n  b]\n', { remove: [0, 1] }, '- [a]\n'],
    ['- [a,\n  b]\n', { move: [0, 1], to: 0 }, '- [b,\n  a]\n'],
    ['- - a\n  - b\n', { move: [0, 1], to: 0 }, '- - b\n  - a\n'],
    ['- - a\n  - b\n', { remove: [0, 0] }, '- - b\n'],
    ['-\n  a: 1\n-\n  a: 2\n', { move: [1], to: 0 }, '-\n  a: 2\n-\n  a: 1\n'],
    ['a:\n- 1\n- 2\n', { insert: ['a', 0], value: { x: [1] } }, 'a:\n- x:\n    - 1\n- 1\n- 2\n'],
    ['# only\n', { set: ['a'], to: 1 }, '# only\na: 1\n'],
    ['', { set: ['a'], to: 1 }, 'a: 1\n'],
    ['a: 1', { set: ['a'], to: 2 }, 'a: 2'],
    ['a: 1', { set: ['b'], to: 2 }, 'a: 1\nb: 2'],
    ['a:\n  # note\n', { set: ['a', 'b'], to: 1 }, 'a:\n  b: 1\n  # note\n'],
    ['a: ~\n', { set: ['a', 'b'], to: 1 }, 'a:\n  b: 1\n'],
    ['---\na: 1\n...\n', { set: ['b'], to: 1 }, '---\na: 1\nb: 1\n...\n'],
    ['%YAML 1.2\n---\na: 1\n', { set: ['b'], to: 1 }, '%YAML 1.2\n---\na: 1\nb: 1\n'],
    ['a: "x\n  y"\n', { set: ['a'], to: 'x z' }, 'a: "x z"\n'],
    ['a: x\n  y\nb: 1\n', { set: ['a'], to: 'x\nz' }, 'a: |-\n  x\n  z\nb: 1\n'],
    ['b: 1 # one\n# of a\na: 2\n# end\n', { set: [], to: { a: 2, b: 1 } }, '# of a\na: 2\nb: 1 # one\n# end\n'],
    ['- {a: 1}\n- {a: 2}\n', { set: [0, 'b'], to: { c: [] } }, '- {a: 1, b: { c: [] }}\n- {a: 2}\n'],
    ['[a, b]\n', { insert: [0], value: ['x\ny', {}] }, '[["x\\ny", {}], a, b]\n'],
    ['a: {}\n', { set: ['a', 'b', 'c'], to: [1] }, 'a:\n  b:\n    c:\n      - 1\n'],
    ['1: a\n', { set: ['1'], to: 'b' }, '1: b\n'],
    ['1: a\n', { remove: ['1'] }, '{}\n'],
    ['a:\n\n  b: 1\n\n  c: 2\n', { remove: ['a', 'c'] }, 'a:\n\n  b: 1\n'],
    ['a: [\n  1,\n  2,\n]\n', { insert: ['a', 2], value: 3 }, 'a: [\n  1,\n  2,\n  3,\n]\n'],
    ['a: [\n  1,\n  2,\n]\n', { remove: ['a', 1] }, 'a: [\n  1,\n]\n'],
    ['a: |2-\n   x\nb: 1\n', { set: ['a'], to: 'z\n  w' }, 'a: |-\n   z\n     w\nb: 1\n'],
  ])('%j with %j', (text, change, after) => {
    expect(edit(text, change)).toBe(after);
  });

  test.each<[text: string, change: Change, after: string]>([
    ['a: {b: 1, c: 2}\n', { set: ['a'], to: { c: 2, b: 1 } }, 'a: { c: 2, b: 1 }\n'],
    ['? a\n: 1\nb: 2\n', { remove: ['a'] }, 'b: 2\n'],
    ['a: !!str 1\n', { set: ['a'], to: 2 }, 'a: 2\n'],
    ['# note\na: |\n  x\n\n\nb: 1\n', { set: ['a'], to: 'y\n\n\n' }, '# note\na: |+\n  y\n\n\nb: 1\n'],
  ])('%j with %j is laid anew where that alone is right', (text, change, after) => {
    expect(edit(text, change)).toBe(after);
  });

  test('what is added between brackets takes no note from its neighbours', () => {
    expect(edit('m: {\n  a: 1, # note\n  c: 2\n}\n', { set: ['m', 'd'], to: 3 })).toBe(
      'm: {\n  a: 1, # note\n  c: 2,\n  d: 3\n}\n',
    );
  });

  test('is left to whoever edits the file where others hang on it', () => {
    expect(() => edit('a: &x 1\nb: *x\n', { set: ['a'], to: 2 })).toThrow(NotEditable);
    expect(() => edit('a: &x [1]\nb: *x\n', { remove: ['a', 0] })).toThrow(NotEditable);
    expect(() => edit('a: &x 1\nb: *x\n', { remove: ['a'] })).toThrow(NotEditable);
    expect(() => edit('a: &x 1\nb: *x\n', { set: ['a'], to: 2 })).toThrow(
      'A cannot be changed here. Change it in the file itself.',
    );
  });
});

describe('line endings', () => {
  test.each([
    ['a: 1\r\nb: 2', 'a: 1\r\nb: 3'],
    ['a: 1\nb: 2\r\nc: 3\n', 'a: 1\nb: 3\nc: 3\n'],
    ['a: 1\r\nb: 2\r\nc: 3\n', 'a: 1\r\nb: 3\r\nc: 3\n'],
    ['\uFEFFb: 2\nc: 1\n', '\uFEFFb: 3\nc: 1\n'],
  ])('%j', (text, after) => {
    expect(edit(text, { set: ['b'], to: 3 })).toBe(after);
  });
});

test('front matter ends where it ends, be it empty or the whole file', () => {
  expect(partsOf('---\n---', true)).toEqual({ before: '---\n', yaml: '', after: '---', body: '' });
  expect(partsOf('--- \na: 1\n--- \n\nText\n---\n', true)).toEqual({
    before: '--- \n',
    yaml: 'a: 1\n',
    after: '--- \n',
    body: '\nText\n---\n',
  });
  for (const text of ['a: 1\n', '\n---\na: 1\n---\n', '---\na: 1\n', '---\na: 1\n----\n', 'x---\n---\n'])
    expect(partsOf(text, true), text).toBeUndefined();
  expect(partsOf('---\na: 1\n---\n', false)).toEqual({ before: '', yaml: '---\na: 1\n---\n', after: '', body: '' });
  expect(edit('a: 1\n', { body: 'Text' })).toBe('a: 1\n');
});

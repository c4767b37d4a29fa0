import { expect, test } from 'vitest';
import { blockAt } from '../../../src/editor/engine/put-in.ts';

/** The text with a block put in where | stands. */
function withBlock(marked: string, kind: 'picture' | 'component' = 'picture'): string {
  const cursor = marked.indexOf('|');
  const text = marked.replace('|', '');
  const put = blockAt(text, cursor, kind === 'picture' ? '![x](/p.png)' : '<Script id="x" />', kind);
  return text.slice(0, put.at) + put.text + text.slice(put.at);
}

test('it never tears a sentence apart', () => {
  expect(withBlock('One sen|tence.\nIts end.\n\nThe next.')).toBe(
    'One sentence.\nIts end.\n\n![x](/p.png)\n\nThe next.',
  );
  expect(withBlock('The last| one.')).toBe('The last one.\n\n![x](/p.png)');
});

test('on an empty line it stands there, with an empty line on each side', () => {
  expect(withBlock('One.\n|\nTwo.')).toBe('One.\n\n![x](/p.png)\n\nTwo.');
  expect(withBlock('One.\n\n|\n\nTwo.')).toBe('One.\n\n![x](/p.png)\n\nTwo.');
  expect(withBlock('|')).toBe('![x](/p.png)');
  expect(withBlock('|\nOne.')).toBe('![x](/p.png)\n\nOne.');
});

test('in a list a picture belongs to its entry, and the list goes on', () => {
  expect(withBlock('1. One|\n2. Two')).toBe('1. One\n\n   ![x](/p.png)\n\n2. Two');
  expect(withBlock('- One\n  goes| on\n- Two')).toBe('- One\n  goes on\n\n  ![x](/p.png)\n\n- Two');
  expect(withBlock('- One\n  - In|ner\n- Two')).toBe('- One\n  - Inner\n\n    ![x](/p.png)\n\n- Two');
});

test('a component comes behind the whole list', () => {
  expect(withBlock('1. One|\n2. Two\n\nThen.', 'component')).toBe('1. One\n2. Two\n\n<Script id="x" />\n\nThen.');
});

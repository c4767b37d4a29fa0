import { expect, test } from 'vitest';
import { freshAfter, freshAfterFocus, isUnfilled, OwnFocus } from '../../../src/editor/ui/fresh.ts';

const one = (...path: (string | number)[]) => [{ path, isEntered: false }];

test('what is added is fresh, wherever it is moved to, until it is taken away', () => {
  const added = freshAfter([], { insert: ['outcomes', 2], value: {} });
  expect(added).toEqual(one('outcomes', 2));
  expect(freshAfter(added, { insert: ['outcomes', 0], value: {} })[0]?.path).toEqual(['outcomes', 3]);
  expect(freshAfter(added, { remove: ['outcomes', 0] })).toEqual(one('outcomes', 1));
  expect(freshAfter(added, { remove: ['outcomes', 4] })).toEqual(added);
  expect(freshAfter(added, { remove: ['outcomes', 2] })).toEqual([]);
  expect(freshAfter(added, { move: ['outcomes', 2], to: 0 })).toEqual(one('outcomes', 0));
  expect(freshAfter(added, { move: ['outcomes', 0], to: 5 })).toEqual(one('outcomes', 1));
  expect(freshAfter(added, { move: ['outcomes', 5], to: 0 })).toEqual(one('outcomes', 3));
  expect(freshAfter(added, { set: ['outcomes', 0, 'why'], to: '' })).toEqual(added);
  expect(freshAfter(added, { remove: ['questions', 0] })).toEqual(added);
});

test('what is in an entry goes with it', () => {
  expect(freshAfter(one('questions', 1, 'answers', 2), { remove: ['questions', 0] })).toEqual(
    one('questions', 0, 'answers', 2),
  );
  expect(freshAfter(one('questions', 1, 'answers', 2), { remove: ['questions', 1] })).toEqual([]);
});

test('an entry is fresh until the keeper was in it and has left it', () => {
  const entered = freshAfterFocus(one('outcomes', 2), () => true);
  expect(freshAfterFocus(one('outcomes', 2), () => false)).toEqual(one('outcomes', 2));
  expect(entered).toEqual([{ path: ['outcomes', 2], isEntered: true }]);
  expect(freshAfterFocus(entered, () => false)).toEqual([]);
});

test('only where the keeper takes the focus is an entry left', () => {
  const own = new OwnFocus();
  const [out, within] = [() => false, () => true];
  const entered = own.after(one('outcomes', 2), within);
  expect(entered).toEqual([{ path: ['outcomes', 2], isEntered: true }]);
  expect(own.after(entered, out)).toEqual(entered);
  own.take({ type: 'keydown', key: 'a' });
  expect(own.after(entered, out)).toEqual(entered);
  for (const press of [{ type: 'mousedown' }, { type: 'keydown', key: 'Tab' }]) {
    own.take(press);
    expect(own.after(entered, out)).toEqual([]);
    own.take({ type: press.type === 'mousedown' ? 'mouseup' : 'keyup', key: 'Tab' });
    // What the press set off comes after it.
    expect(own.after(entered, out)).toEqual(entered);
  }
});

test('empty is what holds nothing', () => {
  expect([undefined, null, '', []].every(isUnfilled)).toBe(true);
  expect([0, false, 'a', ['a'], {}].some(isUnfilled)).toBe(false);
});

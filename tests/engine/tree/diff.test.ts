import { describe, expect, test } from 'vitest';
import { diffTrees, diffVersions } from '../../../src/tree/engine/diff.ts';
import { answerIn, questionIn, smallTree } from './fixtures/load.ts';

const before = smallTree();

describe('two versions of a tree', () => {
  test('that are the same differ in nothing', () => {
    expect(diffTrees(before, before)).toEqual({ paths: 76, changed: 0, moves: [], lost: [] });
  });

  test('are compared by counting the paths that end elsewhere', () => {
    // The owner mended it: 3 answers to "fault" times 4 ways to "told" (3 sets of ticks and "I don't know").
    const after = smallTree((data) => (answerIn(data, 'owner', 'mended').to = 'tell-the-owner'));
    expect(diffTrees(before, after)).toEqual({
      paths: 76,
      changed: 12,
      moves: [{ from: 'keep-it', to: 'tell-the-owner', paths: 12 }],
      lost: [],
    });
  });

  test.each([
    [-1, true],
    [0, true],
    [1, false],
  ])('of which the later is numbered %i higher and leads elsewhere: raise it? %j', (higher, raiseVersion) => {
    const version = before.text.version + higher;
    const same = smallTree((data) => (data.version = version));
    const other = smallTree((data) => {
      data.version = version;
      answerIn(data, 'owner', 'mended').to = 'tell-the-owner';
    });
    expect(diffVersions(before, other, [])).toMatchObject({ raiseVersion });
    expect(diffVersions(before, same, [])).toMatchObject({ raiseVersion: false });
  });

  test('are compared through what became of their ids', () => {
    const after = smallTree((data) => {
      answerIn(data, 'told', 'told-no').id = 'nobody-did';
      data.retired.push({ was: 'told/told-no', became: 'nobody-did' });
    });
    expect(diffTrees(before, after)).toMatchObject({ changed: 0, lost: [] });
  });

  test('tell of ids that are gone without a word, and of paths that stop there', () => {
    const after = smallTree((data) => {
      answerIn(data, 'told', 'told-no').id = 'nobody-did';
      questionIn(data, 'owner').id = 'keeper';
      answerIn(data, 'told', 'told-yes').to = 'keeper';
    });
    const { moves, ...counts } = diffTrees(before, after);
    expect(counts).toMatchObject({ changed: 48, lost: ['told/told-no', 'owner'] });
    expect(moves).toContainEqual({ from: 'tell-the-owner', to: null, paths: 24 });
  });

  test('tell the most frequent moves first, and keep moves apart by where they lead', () => {
    const after = smallTree((data) => {
      for (const answer of data.questions[4]?.answers ?? [])
        if (answer.id === 'mended') answer.to = 'give-it-back';
        else answer.to = 'keep-it';
      answerIn(data, 'danger', 'yes-it-has').to = 'keep-it';
    });
    const { moves } = diffTrees(before, after);
    expect(moves.map(({ paths }) => paths)).toEqual(moves.map(({ paths }) => paths).sort((a, b) => b - a));
    expect(moves[0]?.paths).toBeGreaterThan(moves.at(-1)?.paths ?? Infinity);
    expect(new Set(moves.map(({ from, to }) => `${from} ${to ?? ''}`)).size).toBe(moves.length);
  });

  test('do not call lost what is asked again', () => {
    const after = smallTree((data) => {
      questionIn(data, 'owner').id = 'keeper';
      answerIn(data, 'told', 'told-yes').to = 'keeper';
      answerIn(data, 'told', 'told-no').id = 'nobody-did';
      data.retired.push({ was: 'owner' }, { was: 'told/told-no' });
    });
    expect(diffTrees(before, after).lost).toEqual([]);
  });
});

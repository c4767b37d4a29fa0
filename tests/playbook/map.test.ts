import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content/read-content.ts';
import { lineOf } from '../../src/tree/map/exits.ts';

const { trees } = readContent(process.cwd()).content;

describe.each(trees)('the map of $id', (tree) => {
  const line = lineOf(tree);

  test('has every question once, in the order and with the numbers of the worksheet', () => {
    expect(line.map(({ question }) => question)).toEqual(tree.questions);
    expect(line.map(({ number }) => number)).toEqual(tree.questions.map((_, place) => place + 1));
  });

  test('has every answer once, at the exit it leads to, and no exit twice', () => {
    for (const { question, exits } of line) {
      expect(new Set(exits.map(({ to }) => to)).size).toBe(exits.length);
      expect(new Set(exits.flatMap(({ answers }) => answers))).toEqual(new Set(question.answers));
      for (const { to, answers } of exits) for (const answer of answers) expect(answer.to).toBe(to);
    }
  });

  test('is read downwards: every exit leads to a question further down or to a result', () => {
    const place = new Map(line.map(({ number, question }) => [question.id, number]));
    const results = new Set(tree.outcomes.map(({ id }) => id));
    for (const { number, exits } of line)
      for (const { to } of exits)
        expect(results.has(to) || (place.get(to) ?? 0) > number, `${number} leads to ${to}`).toBe(true);
  });
});

import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content/read-content.ts';
import { guidesInTopics, mostNeededScripts, outcomesOfGuide, questionBefore } from '../../src/content/content.ts';

const { content } = readContent(process.cwd());

describe('what leads where', () => {
  test('every guide has its neighbours within its topic, there and back', () => {
    const all = guidesInTopics(content);
    for (const { guide, next } of all) {
      if (!next) continue;
      expect(next.topic).toBe(guide.topic);
      expect(all.find((one) => one.guide === next)?.previous).toBe(guide);
    }
    const ends = all.filter(({ next }) => !next).length;
    expect(ends).toBe(new Set(content.guides.map(({ topic }) => topic)).size);
  });

  test('the outcomes that a guide names come before those that name the guide', () => {
    for (const guide of content.guides) {
      const refs = outcomesOfGuide(content, guide).map(({ ref }) => ref);
      const named = guide.related.outcomes;
      expect(new Set(refs.slice(0, named.length))).toEqual(new Set(named));
    }
  });

  test('the question before an outcome leads to it, and every outcome has one', () => {
    for (const tree of content.trees)
      for (const { id } of tree.outcomes)
        expect(questionBefore(tree, id)?.answers.some(({ to }) => to === id), `${tree.id}/${id}`).toBe(true);
    expect(questionBefore({ questions: [] }, 'nowhere')).toBeUndefined();
  });

  test('the scripts most needed are as many as asked for, each once', () => {
    const ids = mostNeededScripts(content, 6).map(({ id }) => id);
    expect(new Set(ids).size).toBe(6);
  });
});

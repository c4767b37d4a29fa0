import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { questionRecords, situationRecords } from '../../../src/search/index/search-records.ts';

const yaml = (file: string) => parse(readFileSync(`content/${file}`, 'utf8'));

describe('records for search', () => {
  it('hold every question of a tree at its place on the worksheet, with why it is asked and its answers', () => {
    const tree = yaml('trees/fire.yaml');
    const records = questionRecords('fire', tree);
    expect(records).toHaveLength(tree.questions.length);
    expect(records[0]).toMatchObject({
      url: `/decide/fire/worksheet/#question-${tree.questions[0].id}`,
      title: tree.questions[0].ask,
      summary: tree.questions[0].why,
      filters: [{ name: 'kind', value: 'question' }],
    });
    expect(records[0]?.sections[0]?.text).toContain(tree.questions[0].answers[0].text);
  });

  it('hold every situation at its place on the home page, with the first thing to do', () => {
    const situations = yaml('situations.yaml');
    const records = situationRecords(situations);
    expect(records.map(({ url }) => url)).toEqual(situations.map(({ id }: { id: string }) => `/#situation-${id}`));
    expect(records[0]).toMatchObject({ title: situations[0].words, summary: situations[0].first });
    expect(records[0]?.filters).toContainEqual({ name: 'kind', value: 'situation' });
  });
});

import { describe, expect, test } from 'vitest';
import { guidesInTopics, outcomesOfGuide, pagesToLeave } from '../../src/content/content.ts';
import { readContent } from '../../src/content/read-content.ts';
import { smallPlaybook } from '../support/content-copy.ts';
import { must } from '../support/must.ts';

const { content } = readContent(process.cwd(), [{ name: 'playbook', folder: smallPlaybook }]);
const guide = (ref: string) => must(content.guides.find((one) => one.ref === ref), ref);

describe('what leads where', () => {
  test('every guide has its neighbours within its topic', () => {
    const neighbours = guidesInTopics(content).map(({ guide, previous, next }) => [previous?.slug, guide.slug, next?.slug]);
    expect(neighbours).toEqual([
      [undefined, 'fair-critics', undefined],
      [undefined, 'paying-late', 'disputed-invoice'],
      ['paying-late', 'disputed-invoice', undefined],
      [undefined, 'keep-a-record', undefined],
      [undefined, 'tell-them', 'the-last-message'],
      ['tell-them', 'the-last-message', undefined],
      [undefined, 'danger', undefined],
    ]);
  });

  test('pages to leave are those on danger, those that the playbook names, and results that say to stop', () => {
    const { danger } = content.playbook;
    const leave = { guides: ['warning-signs/keep-a-record'], scripts: [] };
    const stop = must(content.trees.find(({ outcomes }) => outcomes.some(({ rung }) => rung === 'stop-now')), 'stop');
    const outcome = must(stop.outcomes.find(({ rung }) => rung === 'stop-now'), 'outcome');
    const other = must(stop.outcomes.find(({ rung }) => rung !== 'stop-now'), 'outcome');
    const pages = pagesToLeave({ ...content, playbook: { ...content.playbook, danger: { ...danger, leave } } });
    for (const address of [`/guides/${danger.guide}/`, `/scripts/${danger.script}/`, '/guides/warning-signs/keep-a-record/', `/decide/${stop.id}/${outcome.id}/`])
      expect(pages).toContain(address);
    expect(pages).not.toContain(`/decide/${stop.id}/${other.id}/`);
  });

  test('the outcomes that a guide names come before those that name the guide', () => {
    const refs = (ref: string) => outcomesOfGuide(content, guide(ref)).map((one) => one.ref);
    expect(refs('when-they-push/paying-late')).toEqual(['fire/step-back', 'fire/ask-them']);
    expect(refs('ending-it-well/tell-them')).toEqual(['end-well/finish-then-part', 'fire/step-back', 'end-well/part-now']);
    expect(refs('before-you-sign/fair-critics')).toEqual([]);
  });
});

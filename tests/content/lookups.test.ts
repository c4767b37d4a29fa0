import { describe, expect, test } from 'vitest';
import { guidesInTopics, outcomesOfGuide } from '../../src/content/content.ts';
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

  test('the outcomes that a guide names come before those that name the guide', () => {
    const refs = (ref: string) => outcomesOfGuide(content, guide(ref)).map((one) => one.ref);
    expect(refs('when-they-push/paying-late')).toEqual(['fire/step-back', 'fire/ask-them']);
    expect(refs('ending-it-well/tell-them')).toEqual(['end-well/finish-then-part', 'fire/step-back', 'end-well/part-now']);
    expect(refs('before-you-sign/fair-critics')).toEqual([]);
  });
});

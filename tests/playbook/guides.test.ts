import { expect, test } from 'vitest';
import { checkContent, tellFaults } from '../../src/content/check-content.ts';
import { measureGuides } from '../../src/content/checks/guide-texts.ts';
import { layersOf, playbookOnly } from '../../src/content/layers.ts';

// The playbook's own guides as they are. What each has to be (its length, how hard it is to read, something to do, words
// to use, a way on, no bad word for anybody) the content check tells whoever writes it: src/content/checks/guide-texts.ts.

const { content, faults, files } = checkContent(process.cwd(), { layers: playbookOnly });
const guides = measureGuides(content, files);

test('no guide has a fault, and every guide is measured', () => {
  expect(faults.length, tellFaults(faults)).toBe(0);
  expect(guides.map(({ guide }) => guide.ref)).toEqual(content.guides.map(({ ref }) => ref));
  expect(guides.length).toBeGreaterThanOrEqual(36);
});

test('the example company fits over the playbook as it is', () => {
  const { faults } = checkContent(process.cwd(), { layers: layersOf(process.cwd(), { COMPANY: 'tests/company' }) });
  expect(faults.length, tellFaults(faults)).toBe(0);
});

test('how hard they are to read, for whoever looks', () => {
  const average = guides.reduce((sum, { grade }) => sum + grade, 0) / guides.length;
  const rows = guides
    .toSorted((a, b) => b.grade - a.grade)
    .map(({ guide, grade, words }) => `${grade.toFixed(1).padStart(5)} ${String(words).padStart(6)}  ${guide.ref}`);
  console.log(['Grade  Words  Guide', ...rows, `${average.toFixed(1).padStart(5)}         on average`].join('\n'));
  // A count of syllables that has gone wrong gives everything grade 0, and the check would pass it all.
  expect(average).toBeGreaterThan(2);
});

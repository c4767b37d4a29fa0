import { describe, expect, test } from 'vitest';
import { circumstancesOf } from '../../../src/tree/engine/circumstances.ts';
import {
  carriesOver,
  isGuarded,
  offer,
  safeguardsOf,
  whoDecides,
  type Applies,
} from '../../../src/tree/engine/counsel.ts';
import { walk, type Answers } from '../../../src/tree/engine/walk.ts';
import { smallCounsel } from './fixtures/counsel.ts';
import { smallOutcome, smallTree } from './fixtures/load.ts';
import { must } from '../../support/must.ts';

const tree = smallTree();
const counsel = smallCounsel();
const hold = (answers: Answers) => circumstancesOf(walk(tree, answers));
const stealing = hold({ danger: ['no-it-has-not'], fault: ['we-did-not'], habits: ['steals'] });
const hungry = hold({ danger: ['no-it-has-not'], fault: ['we-did'], habits: ['steals'] });
const applied = (circumstances = stealing): readonly Applies[] => safeguardsOf(counsel.safeguards, circumstances);

describe('safeguards', () => {
  test('apply where their condition holds, with the circumstances that brought them', () => {
    expect(applied().map(({ safeguard, because }) => [safeguard.id, because])).toEqual([
      ['lock-the-fish', ['steals-fish']],
    ]);
    expect(applied(hold({ danger: ['yes-it-has'] })).map(({ safeguard }) => safeguard.id)).toEqual(['bandage']);
    expect(applied(hold({}))).toEqual([]);
  });
  test('stand in their own order, and name only what holds', () => {
    const both = smallCounsel((data) => {
      for (const { when } of data.safeguards)
        Object.assign(when, { any: ['hurt', 'forgot-to-feed'], all: ['steals-fish'] });
    });
    expect(safeguardsOf(both.safeguards, hungry).map(({ safeguard, because }) => [safeguard.id, because])).toEqual([
      ['bandage', ['steals-fish', 'forgot-to-feed']],
      ['lock-the-fish', ['steals-fish', 'forgot-to-feed']],
    ]);
  });
});

describe('who decides', () => {
  const all = ['decides-alone', 'decides-above'].map((id) => ({
    ...must(counsel.circumstances[0], 'one'),
    id,
    kind: 'reader' as const,
  }));
  test.each([
    ['the reader', ['decides-alone'], 'reader'],
    ['someone else', ['decides-above'], 'other'],
    ['nobody knows', [], null],
  ] as const)('%s', (_, ids, who) => {
    expect(whoDecides(new Map(ids.map((id) => [id, []])), all)).toBe(who);
  });
});

describe('the scripts offered', () => {
  const ids = (scripts: { id: string; variant?: string }[], circumstances = stealing, from = applied(circumstances)) =>
    offer({ scripts }, from, counsel.scripts, circumstances).map(({ id, variant }) => `${id} ${variant}`);

  test("are the outcome's own first, then in turn", () => {
    expect(ids([{ id: 'sorry' }])).toEqual(['sorry mail', 'keys mail']);
    const more = smallCounsel((data) => {
      const like = must(data.scripts[0], 'script');
      Object.assign(data, { scripts: [...data.scripts, ...['a', 'b'].map((id) => ({ ...like, id }))] });
    });
    expect(
      offer({ scripts: [{ id: 'a' }, { id: 'b' }] }, applied(), more.scripts, stealing).map(({ id }) => id),
    ).toEqual(['a', 'keys', 'b']);
    expect(
      offer({ scripts: [{ id: 'a' }, { id: 'b' }, { id: 'sorry' }] }, applied(), more.scripts, stealing).map(
        ({ id }) => id,
      ),
    ).toEqual(['a', 'keys', 'b']);
  });
  test('are at most three', () => {
    const four = ['purr', 'sorry', 'keys', 'hiss'].map((id) => ({ id }));
    const scripts = {
      ...counsel.scripts,
      hiss: { variants: [{ id: 'call', channel: 'phone', tone: 'firm' } as const] },
    };
    expect(offer({ scripts: four }, [], scripts, stealing).map(({ id }) => id)).toEqual(['purr', 'sorry', 'keys']);
    expect(offer({ scripts: four.slice(3) }, [], scripts, stealing)).toEqual([{ id: 'hiss', variant: 'call' }]);
  });
  test('come with the wording that is named, or the first', () => {
    expect(ids([{ id: 'sorry', variant: 'call' }], stealing, [])).toEqual(['sorry call']);
    expect(ids([{ id: 'sorry' }], stealing, [])).toEqual(['sorry mail']);
  });
  test('come once, as the outcome has them', () => {
    expect(ids([{ id: 'sorry', variant: 'call' }], hungry)).toEqual(['sorry call', 'keys mail']);
    expect(ids([], hungry)).toEqual(['keys mail', 'sorry mail']);
  });
  test('come with the wording that is named, wherever it is named, the outcome before a safeguard', () => {
    const hurt = circumstancesOf(walk(tree, { danger: ['yes-it-has'] }));
    const bandage = applied(hurt);
    expect(ids([{ id: 'keys' }, { id: 'sorry' }], hurt, bandage)).toEqual(['keys mail', 'sorry call']);
    expect(ids([{ id: 'keys' }, { id: 'sorry', variant: 'mail' }], hurt, bandage)).toEqual(['keys mail', 'sorry mail']);
  });
  test('leave out what a safeguard holds back', () => {
    expect(ids([{ id: 'purr' }, { id: 'sorry' }])).toEqual(['sorry mail', 'keys mail']);
    expect(ids([{ id: 'purr' }], stealing, [])).toEqual(['purr mail']);
  });
  test('leave out what does not fit, by its own condition or by that of the offer', () => {
    const needs = { any: ['forgot-to-feed'], all: [], none: [] };
    expect(offer({ scripts: [{ id: 'sorry', only: needs }] }, [], counsel.scripts, stealing)).toEqual([]);
    expect(offer({ scripts: [{ id: 'sorry', only: needs }] }, [], counsel.scripts, hungry)).toHaveLength(1);
    const fitting = smallCounsel((data) => data.scripts.forEach((script) => (script.fits = needs)));
    expect(offer({ scripts: [{ id: 'sorry' }] }, [], fitting.scripts, stealing)).toEqual([]);
    expect(offer({ scripts: [{ id: 'sorry' }] }, [], fitting.scripts, hungry)).toHaveLength(1);
  });
  test('leave out a script that is not there', () => {
    expect(ids([{ id: 'hiss' }, { id: 'constructor' }], stealing, [])).toEqual([]);
  });
  test('are none where the outcome has none', () => {
    expect(offer(smallOutcome('stop'), [], counsel.scripts, stealing)).toEqual([]);
  });
});

test('who reads carries over, and so does what is marked; what is urgent is guarded, and so is what is marked', () => {
  const [hurt, nobody, forgot] = counsel.circumstances;
  const kinds = [hurt, nobody, forgot].flatMap((one) => (one ? [one] : []));
  expect(kinds.map(carriesOver)).toEqual([false, false, true]);
  expect(kinds.map(isGuarded)).toEqual([true, false, false]);
  expect(kinds.map((one) => carriesOver({ ...one, kind: 'reader' }))).toEqual([true, true, true]);
  expect(kinds.map((one) => isGuarded({ ...one, kind: 'urgency' }))).toEqual([true, true, true]);
  expect(kinds.map((one) => isGuarded({ ...one, kind: 'reader' }))).toEqual([true, false, false]);
});

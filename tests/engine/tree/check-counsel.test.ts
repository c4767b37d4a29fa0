import { describe, expect, test } from 'vitest';
import { checkCounsel, type CounselData, type CounselFault } from '../../../src/tree/engine/check-counsel.ts';
import { smallCounselData } from './fixtures/counsel.ts';

type Data = ReturnType<typeof smallCounselData>;
type TreeOf = CounselData['trees'][number];

const first = (data: Data): TreeOf => data.trees[0] ?? never();
const never = (): never => {
  throw new Error('The small tree is not there.');
};
const question = (data: Data, id: string): TreeOf['questions'][number] =>
  first(data).questions.find((one) => one.id === id) ?? never();
const answer = (data: Data, id: string, answerId: string): TreeOf['questions'][number]['answers'][number] =>
  question(data, id).answers.find((one) => one.id === answerId) ?? never();
const outcome = (data: Data, id: string): TreeOf['outcomes'][number] =>
  first(data).outcomes.find((one) => one.id === id) ?? never();
const safeguard = (data: Data, place: number): CounselData['safeguards'][number] => data.safeguards[place] ?? never();
const circumstance = (data: Data, id: string): CounselData['circumstances'][number] =>
  data.circumstances.find((one) => one.id === id) ?? never();
const when = (condition: object) => ({ any: [], all: [], none: [], ...condition });

interface Break {
  readonly fault: string;
  readonly change: (data: Data) => void;
  readonly in: CounselFault['in'];
  readonly path: CounselFault['path'];
  readonly what: RegExp;
  readonly mend: RegExp;
}

/** One break of the small tree and what goes with it for each fault the check knows, and the one fault that must be told. */
const breaks: readonly Break[] = [
  {
    fault: 'a circumstance twice',
    change: (data) => data.circumstances.push({ ...circumstance(data, 'hurt') }),
    in: 'circumstances',
    path: [5, 'id'],
    what: /"hurt" is used twice/,
    mend: /another id/,
  },
  {
    fault: 'a safeguard twice',
    change: (data) => data.safeguards.push({ ...safeguard(data, 0) }),
    in: 'safeguards',
    path: [2, 'id'],
    what: /"bandage" is used twice/,
    mend: /another id/,
  },
  {
    fault: 'a step with a script that does not stand beside it',
    change: (data) => Object.assign(outcome(data, 'feed-it').steps[0] ?? never(), { script: 'hiss' }),
    in: { tree: 'small' },
    path: ['outcomes', 1, 'steps', 0, 'script'],
    what: /"hiss"/,
    mend: /./,
  },
  {
    fault: 'a need twice, on two levels',
    change: (data) => ((data.needs[1]?.needs?.[0] ?? never()).id = 'bitten'),
    in: 'needs',
    path: [1, 'needs', 0, 'id'],
    what: /"bitten" is used twice/,
    mend: /another id/,
  },
  {
    fault: 'a meaning that is not there',
    change: (data) => answer(data, 'fault', 'we-did').means.push('forgot-to-fed'),
    in: { tree: 'small' },
    path: ['questions', 1, 'answers', 0, 'means', 1],
    what: /no circumstance "forgot-to-fed"/,
    mend: /did you mean "forgot-to-feed"/,
  },
  {
    fault: 'a step that hangs on nothing there is',
    change: (data) => ((outcome(data, 'keep-it').steps[0] ?? never()).only = when({ any: ['dogs'] })),
    in: { tree: 'small' },
    path: ['outcomes', 0, 'steps', 0, 'only', 'any', 0],
    what: /no circumstance "dogs"/,
    mend: /add what is missing/,
  },
  {
    fault: 'a check that hangs on nothing there is',
    change: (data) => ((outcome(data, 'feed-it').checks[0] ?? never()).only = when({ none: ['hurtt'] })),
    in: { tree: 'small' },
    path: ['outcomes', 1, 'checks', 0, 'only', 'none', 0],
    what: /no circumstance "hurtt"/,
    mend: /content\/circumstances\.yaml/,
  },
  {
    fault: 'a safeguard that hangs on nothing there is',
    change: (data) => safeguard(data, 1).when.all.push('steals'),
    in: 'safeguards',
    path: [1, 'when', 'all', 1],
    what: /no circumstance "steals"/,
    mend: /Correct the id/,
  },
  {
    fault: 'a script that fits nothing there is',
    change: (data) => Object.assign(data.scripts[2] ?? {}, { fits: when({ any: ['dogs'] }) }),
    in: { script: 'keys' },
    path: ['fits', 'any', 0],
    what: /no circumstance "dogs"/,
    mend: /add what is missing/,
  },
  {
    fault: 'a circumstance that excludes one that is not there',
    change: (data) => circumstance(data, 'hurt').excludes.push('dogs'),
    in: 'circumstances',
    path: [0, 'excludes', 1],
    what: /no circumstance "dogs"/,
    mend: /add what is missing/,
  },
  {
    fault: 'a circumstance that excludes itself',
    change: (data) => circumstance(data, 'owner-knows').excludes.push('owner-knows'),
    in: 'circumstances',
    path: [4, 'excludes'],
    what: /"owner-knows" excludes itself/,
    mend: /Remove it/,
  },
  {
    fault: 'a wording that the script does not have',
    change: (data) => ((outcome(data, 'keep-it').scripts[0] ?? never()).variant = 'cal'),
    in: { tree: 'small' },
    path: ['outcomes', 0, 'scripts', 0, 'variant'],
    what: /no variant of "purr" "cal"/,
    mend: /did you mean "call"/,
  },
  {
    fault: 'a safeguard with a script that is not there',
    change: (data) => ((safeguard(data, 0).scripts[0] ?? never()).id = 'sory'),
    in: 'safeguards',
    path: [0, 'scripts', 0, 'id'],
    what: /no script "sory"/,
    mend: /did you mean "sorry"/,
  },
  {
    fault: 'a safeguard with a guide that is not there',
    change: (data) => ((safeguard(data, 0).guides[0] ?? never()).guide = 'cats/clows'),
    in: 'safeguards',
    path: [0, 'guides', 0],
    what: /no guide "cats\/clows"/,
    mend: /did you mean "cats\/claws"/,
  },
  {
    fault: 'a safeguard that holds back a script that is not there',
    change: (data) => safeguard(data, 1).holds?.scripts.push('pur'),
    in: 'safeguards',
    path: [1, 'holds', 'scripts', 1],
    what: /no script "pur"/,
    mend: /did you mean "purr"/,
  },
  {
    fault: 'a need that leads to no tree',
    change: (data) => ((data.needs[0] ?? never()).to = { tree: 'smal' }),
    in: 'needs',
    path: [0, 'to', 'tree'],
    what: /no tree "smal"/,
    mend: /did you mean "small"/,
  },
  {
    fault: 'a need on the second level that leads to no guide',
    change: (data) => ((data.needs[1]?.needs?.[1] ?? never()).to = { guide: 'cats/keepin' }),
    in: 'needs',
    path: [1, 'needs', 1, 'to', 'guide'],
    what: /no guide "cats\/keepin"/,
    mend: /did you mean "cats\/keeping"/,
  },
  {
    fault: 'a need that answers a question that is not there',
    change: (data) => ((data.needs[0] ?? never()).to = { tree: 'small', answers: { dangr: ['yes-it-has'] } }),
    in: 'needs',
    path: [0, 'to', 'answers', 'dangr'],
    what: /no question of the tree "small" "dangr"/,
    mend: /did you mean "danger"/,
  },
  {
    fault: 'a need with an answer that is not there',
    change: (data) => ((data.needs[0] ?? never()).to = { tree: 'small', answers: { danger: ['perhaps'] } }),
    in: 'needs',
    path: [0, 'to', 'answers', 'danger'],
    what: /"perhaps" does not answer the question "danger"/,
    mend: /yes-it-has, no-it-has-not/,
  },
  {
    fault: 'a need with answers that do not come up together',
    change: (data) =>
      ((data.needs[0] ?? never()).to = { tree: 'small', answers: { danger: ['yes-it-has'], fault: ['we-did'] } }),
    in: 'needs',
    path: [0, 'to', 'answers', 'fault'],
    what: /"fault" does not come up with the other answers/,
    mend: /Leave it out/,
  },
  {
    fault: 'a circumstance that no answer carries',
    change: (data) => data.circumstances.push({ ...circumstance(data, 'steals-fish'), id: 'barks' }),
    in: 'circumstances',
    path: [5, 'id'],
    what: /No answer carries the circumstance "barks"/,
    mend: /mean it \(means\)/,
  },
  {
    fault: 'a step that nobody ever sees',
    change: (data) => ((outcome(data, 'keep-it').steps[0] ?? never()).only = when({ any: ['hurt'] })),
    in: { tree: 'small' },
    path: ['outcomes', 0, 'steps', 0, 'only'],
    what: /never holds on a way to "keep-it"/,
    mend: /nobody would ever see it/,
  },
  {
    fault: 'a condition that makes no difference',
    change: (data) => ((outcome(data, 'keep-it').guides[0] ?? never()).only = when({ any: ['nobody-hurt'] })),
    in: { tree: 'small' },
    path: ['outcomes', 0, 'guides', 0, 'only'],
    what: /always holds on a way to "keep-it"/,
    mend: /makes no difference/,
  },
  {
    fault: 'a script that never fits where it is offered',
    change: (data) => Object.assign(data.scripts[0] ?? {}, { fits: when({ none: ['owner-knows'] }) }),
    in: { tree: 'small' },
    path: ['outcomes', 3, 'scripts', 0],
    what: /"purr" never fits on a way to "give-it-back"/,
    mend: /\(fits, in the script\)/,
  },
  {
    fault: 'an outcome that ends the work and refuses to',
    change: (data) => Object.assign(outcome(data, 'give-it-back'), { ends: true, refusesEnding: true }),
    in: { tree: 'small' },
    path: ['outcomes', 3, 'refusesEnding'],
    what: /ends the work and refuses/,
    mend: /end the work \(ends\), or/,
  },
  {
    fault: 'what excludes each other on one path',
    change: (data) => circumstance(data, 'steals-fish').excludes.push('forgot-to-feed'),
    in: { tree: 'small' },
    path: ['questions', 2, 'answers', 2, 'means'],
    what: /A path carries "forgot-to-feed" and "steals-fish"/,
    mend: /exclude each other/,
  },
  {
    fault: 'a guarded circumstance without a safeguard',
    change: (data) => (circumstance(data, 'owner-knows').guarded = true),
    in: { tree: 'small' },
    path: ['questions', 3, 'answers', 0, 'means'],
    what: /A path carries "owner-knows", and no safeguard/,
    mend: /\(any, under when/,
  },
  {
    fault: 'an urgency whose safeguard does not apply on one path',
    change: (data) => {
      circumstance(data, 'steals-fish').kind = 'urgency';
      safeguard(data, 1).when = when({ all: ['steals-fish'], none: ['forgot-to-feed'] });
      safeguard(data, 1).steps.pop();
      safeguard(data, 1).scripts.pop();
    },
    in: { tree: 'small' },
    path: ['questions', 2, 'answers', 2, 'means'],
    what: /A path carries "steals-fish", and no safeguard/,
    mend: /\(any, under when/,
  },
  {
    fault: 'silence where it is forbidden',
    change: (data) => (outcome(data, 'stop').silentToClient = true),
    in: { tree: 'small' },
    path: ['outcomes', 4, 'silentToClient'],
    what: /"stop" says nothing to the client.*"hurt"/,
    mend: /Lead this path elsewhere/,
  },
  {
    fault: 'a refusal where it is forbidden',
    change: (data) => (outcome(data, 'stop').refusesEnding = true),
    in: { tree: 'small' },
    path: ['outcomes', 4, 'refusesEnding'],
    what: /"stop" refuses to end the work.*"hurt"/,
    mend: /Lead this path elsewhere/,
  },
  {
    fault: 'a step that keeps silent where it is forbidden',
    change: (data) => Object.assign(outcome(data, 'stop').steps[0] ?? never(), { silentToClient: true }),
    in: { tree: 'small' },
    path: ['outcomes', 4, 'steps', 0, 'silentToClient'],
    what: /"stop" says nothing to the client.*"hurt"/,
    mend: /Leave it out where "hurt" holds \(none, under only\)/,
  },
  {
    fault: 'a check that refuses an ending where it is forbidden',
    change: (data) =>
      outcome(data, 'stop').checks.push({
        says: 'Do not give it back.',
        only: undefined,
        silentToClient: undefined,
        refusesEnding: true,
      }),
    in: { tree: 'small' },
    path: ['outcomes', 4, 'checks', 0, 'refusesEnding'],
    what: /"stop" refuses to end the work.*"hurt"/,
    mend: /Leave it out where "hurt" holds \(none, under only\)/,
  },
  {
    fault: 'a number to call that is never left out',
    change: (data) => (outcome(data, 'stop').noCall = when({ any: ['nobody-hurt'] })),
    in: { tree: 'small' },
    path: ['outcomes', 4, 'noCall'],
    what: /never holds on a way to "stop"/,
    mend: /Correct it/,
  },
  {
    fault: 'an "I don\'t know" that ends before harm was asked',
    change: (data) => {
      question(data, 'danger').asks.push('danger', 'law');
      question(data, 'told').asks.push('claims', 'harm');
      answer(data, 'habits', 'unknown').to = 'keep-it';
    },
    in: { tree: 'small' },
    path: ['questions', 2, 'answers', 4, 'to'],
    what: /nobody asked about: claims, harm\./,
    mend: /Lead it on/,
  },
  {
    fault: 'a safeguard that never applies',
    change: (data) => safeguard(data, 1).when.all.push('hurt'),
    in: 'safeguards',
    path: [1, 'when'],
    what: /never holds on any path/,
    mend: /nobody would ever see it/,
  },
  {
    fault: 'a safeguard that always applies',
    change: (data) => safeguard(data, 0).when.any.push('nobody-hurt'),
    in: 'safeguards',
    path: [0, 'when'],
    what: /always holds on any path/,
    mend: /makes no difference/,
  },
  {
    fault: 'a part of a safeguard that nobody ever sees',
    change: (data) => ((safeguard(data, 1).steps[1] ?? never()).only = when({ any: ['owner-knows'] })),
    in: 'safeguards',
    path: [1, 'steps', 1, 'only'],
    what: /never holds where the safeguard applies/,
    mend: /nobody would ever see it/,
  },
  {
    fault: 'a part of a safeguard with a condition that makes no difference',
    change: (data) => ((safeguard(data, 1).scripts[1] ?? never()).only = when({ any: ['steals-fish'] })),
    in: 'safeguards',
    path: [1, 'scripts', 1, 'only'],
    what: /always holds where the safeguard applies/,
    mend: /makes no difference/,
  },
  {
    fault: "a safeguard's script that never fits",
    change: (data) => Object.assign(data.scripts[2] ?? {}, { fits: when({ any: ['hurt'] }) }),
    in: 'safeguards',
    path: [1, 'scripts', 0],
    what: /"keys" never fits/,
    mend: /\(fits, in the script\)/,
  },
];

describe('circumstances, safeguards, needs and trees that go together', () => {
  test('have no faults', () => {
    expect(checkCounsel(smallCounselData(), true)).toEqual([]);
  });
  test('may all be left out', () => {
    const data = smallCounselData();
    for (const { answers } of first(data).questions) answers.forEach((one) => (one.means = []));
    for (const one of first(data).outcomes) one.steps.forEach((step) => delete step.only);
    expect(checkCounsel({ ...data, circumstances: [], safeguards: [], needs: [] }, true)).toEqual([]);
  });
});

describe('what does not go together', () => {
  test.each(breaks)('is told: $fault', ({ change, what, mend, path, in: where }) => {
    const data = smallCounselData();
    change(data);
    const faults = checkCounsel(data, true);
    expect(faults.map((fault) => fault.what)).toHaveLength(1);
    expect(faults[0]).toMatchObject({ in: where, path });
    expect(faults[0]?.what).toMatch(what);
    expect(faults[0]?.mend).toMatch(mend);
  });

  test('is told of names all at once, and of paths once the names and the trees are right', () => {
    const data = smallCounselData();
    safeguard(data, 1).when.all.push('hurt');
    expect(checkCounsel(data, false)).toEqual([]);
    safeguard(data, 0).when.any.push('dogs');
    answer(data, 'fault', 'we-did').means.push('dogs');
    expect(checkCounsel(data, true).map(({ what }) => what)).toEqual([
      'There is no circumstance "dogs".',
      'There is no circumstance "dogs".',
    ]);
  });
});

describe('what is fine', () => {
  test('a condition on what another tree alone asks and that carries over, but not on what stays there', () => {
    const twoTrees = (shared: boolean): readonly string[] => {
      const data = smallCounselData();
      const other = structuredClone(first(data));
      other.questions.forEach(({ answers }) => answers.forEach((one) => (one.means = [])));
      other.outcomes.forEach((one) => one.steps.forEach((step) => delete step.only));
      (other.outcomes[0]?.steps[0] ?? never()).only = when({ any: ['forgot-to-feed'] });
      data.trees.push({ ...other, id: 'other' });
      circumstance(data, 'forgot-to-feed').shared = shared;
      return checkCounsel(data, true).map(({ what }) => what);
    };
    expect(twoTrees(true)).toEqual([]);
    expect(twoTrees(false)).toEqual(['This condition never holds on a way to "keep-it".']);
  });
  test('nothing that this tree alone asks, where it was not asked: it cannot be known before', () => {
    const data = smallCounselData();
    (outcome(data, 'stop').steps[0] ?? never()).only = when({ any: ['forgot-to-feed'] });
    expect(checkCounsel(data, true).map(({ what }) => what)).toEqual([
      'This condition never holds on a way to "stop".',
    ]);
  });
  test('not knowing that stops everything at once, or leads on, or comes behind all that has to be asked', () => {
    const data = smallCounselData();
    question(data, 'danger').asks.push('danger', 'law', 'claims');
    question(data, 'told').asks.push('harm');
    expect(checkCounsel(data, true)).toEqual([]);
    answer(data, 'habits', 'unknown').to = 'stop';
    expect(checkCounsel(data, true)).toEqual([]);
  });
  test('not knowing where one of two ways to it has not asked is told', () => {
    const data = smallCounselData();
    question(data, 'danger').asks.push('danger', 'law', 'claims');
    question(data, 'fault').asks.push('harm');
    expect(checkCounsel(data, true)).toEqual([]);
    answer(data, 'danger', 'no-it-has-not').to = 'habits';
    answer(data, 'danger', 'yes-it-has').to = 'fault';
    expect(checkCounsel(data, true).filter(({ what }) => what.includes('nobody asked')).length).toBeGreaterThan(0);
  });
  test('silence and refusal where nothing forbids them', () => {
    const data = smallCounselData();
    outcome(data, 'keep-it').silentToClient = true;
    outcome(data, 'feed-it').refusesEnding = true;
    outcome(data, 'give-it-back').ends = true;
    expect(checkCounsel(data, true)).toEqual([]);
  });
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Change, ChangeFile, Difference, OpenFile } from '../../../src/editor/api.ts';
import { apply, setting } from '../../../src/editor/ui/apply.ts';
import { Desk } from '../../../src/editor/ui/desk.ts';

// The page's side of the talk: a server is played that takes, refuses or does not answer.

const place = { layer: 'playbook', file: 'topics.yaml' } as const;
let server: {
  data: unknown;
  version: number;
  refuse: number;
  told: ChangeFile[];
  cases: Difference['cases'];
  taken: string[];
  saved: number;
};
const fileNow = (): OpenFile => ({
  ...place,
  kind: 'list',
  title: 'Topics',
  isDraft: false,
  text: JSON.stringify(server.data),
  version: String(server.version),
  data: server.data,
  schema: {},
  address: '/',
  faults: [],
  unwritten: [],
});

beforeEach(() => {
  vi.useFakeTimers();
  server = {
    data: { title: 'Old', list: ['a', 'b', 'c'] },
    version: 1,
    refuse: 0,
    told: [],
    cases: [],
    taken: [],
    saved: 0,
  };
  vi.stubGlobal('fetch', async (address: string, init?: { body: string }) => {
    const give = (status: number, body: unknown) => ({ ok: status < 400, status, json: async () => body });
    if (address.startsWith('api/files/')) return give(200, { files: [fileNow()], references: {}, faults: [] });
    if (address.startsWith('api/file/?')) return give(200, fileNow());
    if (server.refuse === -1) throw new TypeError('no network');
    if (address.startsWith('api/difference/')) {
      const files = server.version === 1 ? [] : [{ ...place, unsaved: 'changed', diff: '' }];
      return give(200, { files, cases: server.cases });
    }
    if (address.startsWith('api/save/')) {
      server.saved++;
      const saved = [place, { layer: 'company', file: 'overrides.yaml' }];
      return give(200, {
        saved,
        pictures: ['/pictures/team.png'],
        files: { files: [fileNow()], references: {}, faults: [] },
      });
    }
    if (address.startsWith('api/new/')) return give(200, fileNow());
    if (address.startsWith('api/outcomes/')) {
      server.taken.push((JSON.parse(init?.body ?? '') as { file: string }).file);
      return server.refuse > 0 ? give(server.refuse, { says: 'No.' }) : give(200, fileNow());
    }
    const told = JSON.parse(init?.body ?? '') as ChangeFile;
    server.told.push(told);
    if (server.refuse > 0) return give(server.refuse, { says: 'No.' });
    if (told.version !== String(server.version)) return give(409, { says: 'It has changed.', file: fileNow() });
    const take = (data: unknown, change: Change): unknown =>
      'text' in change ? (JSON.parse(change.text) as unknown) : apply(data, change);
    server.data = told.changes.reduce<unknown>(take, server.data);
    server.version++;
    return give(200, fileNow());
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function opened(): Promise<Desk> {
  const desk = new Desk();
  await desk.readFiles();
  await desk.openFile(place);
  return desk;
}

test('what is typed shows at once and is told a moment later, as one change', async () => {
  const desk = await opened();
  for (const to of ['N', 'Ne', 'New']) desk.change({ set: ['title'], to });
  expect(desk.data).toMatchObject({ title: 'New' });
  expect(server.told).toEqual([]);
  await vi.advanceTimersByTimeAsync(500);
  expect(server.told.map(({ changes }) => changes)).toEqual([[{ set: ['title'], to: 'New' }]]);
  expect(desk.isBusy).toBe(false);
});

test('what is typed while the server answers is kept, and told after it on the new version', async () => {
  const desk = await opened();
  desk.change({ set: ['title'], to: 'One' });
  const first = desk.flush();
  desk.change({ insert: ['list', 1], value: 'new' });
  await first;
  expect(server.data).toEqual({ title: 'One', list: ['a', 'new', 'b', 'c'] });
  expect(server.told.map(({ version }) => version)).toEqual(['1', '2']);
  expect(desk.data).toEqual(server.data);
});

test('when the file was changed elsewhere, what was typed stays and goes on top when the keeper says so', async () => {
  const desk = await opened();
  server.data = { title: 'Old', list: ['a', 'b', 'c', 'theirs'] };
  server.version = 7;
  desk.change({ set: ['title'], to: 'Mine' });
  await desk.flush();
  expect(desk.trouble).toEqual({ says: 'It has changed.', isElsewhere: true });
  expect(desk.data).toEqual({ title: 'Mine', list: ['a', 'b', 'c', 'theirs'] });
  await desk.tryAgain();
  expect(server.data).toEqual({ title: 'Mine', list: ['a', 'b', 'c', 'theirs'] });
  expect(desk.trouble).toBeUndefined();
});

test('when the server does not answer, what was typed stays and is told once it answers', async () => {
  const desk = await opened();
  server.refuse = -1;
  desk.change({ set: ['title'], to: 'Kept' });
  await vi.advanceTimersByTimeAsync(500);
  expect(desk.trouble?.isElsewhere).toBe(false);
  expect(desk.isBusy).toBe(true);
  desk.change({ set: ['title'], to: 'Kept too' });
  server.refuse = 0;
  await vi.advanceTimersByTimeAsync(4000);
  expect(server.data).toMatchObject({ title: 'Kept too' });
  expect(desk.trouble).toBeUndefined();
});

test('a change that is refused waits, until the keeper drops it', async () => {
  const desk = await opened();
  server.refuse = 400;
  desk.change({ set: ['title'], to: 'Refused' });
  await desk.flush();
  expect(desk.trouble?.says).toBe('No.');
  await desk.dropChanges();
  expect(desk.data).toMatchObject({ title: 'Old' });
  expect(desk.isBusy).toBe(false);
});

test('changes are taken back one after another, and a step back is no change to take back', async () => {
  const desk = await opened();
  for (const to of ['One', 'Two']) {
    desk.change({ set: ['title'], to });
    await desk.flush();
  }
  // What is still on its way counts too.
  desk.change({ insert: ['list', 0], value: 'x' });
  for (const title of ['Two', 'One', 'Old']) {
    expect(desk.canStepBack).toBe(true);
    await desk.stepBack();
    expect(server.data).toEqual({ title, list: ['a', 'b', 'c'] });
    expect(desk.data).toEqual(server.data);
  }
  expect(desk.canStepBack).toBe(false);
  await desk.stepBack();
  expect(server.data).toMatchObject({ title: 'Old' });
});

test('what a new file is begun with is no change to take back', async () => {
  const desk = await opened();
  desk.change({ set: ['title'], to: 'One' });
  const file = { kind: 'guide', title: 'Night', topic: 'push' } as const;
  expect(await desk.begin(file, (data) => [{ set: ['list'], to: [data] }])).toBe(true);
  expect(server.data).toMatchObject({ list: [{ title: 'One' }] });
  expect([desk.canStepBack, desk.begun]).toEqual([false, 1]);
});

test('in an entry just added what is empty or missing is still to fill, and stays so when another change is undone', async () => {
  const desk = await opened();
  desk.change({ insert: ['list', 3], value: { why: '', rung: 'x' } });
  await desk.flush();
  const at = (...path: (string | number)[]) => desk.isStillToFill({ ...place, path, what: '', mend: '' });
  const stand = () => [at('list', 3, 'scripts'), at('list', 3, 'why'), at('list', 3, 'rung'), at('list', 2)];
  expect(stand()).toEqual([true, true, false, false]);
  desk.change({ set: ['title'], to: 'New' });
  await desk.stepBack();
  expect(stand()).toEqual([true, true, false, false]);
  await desk.stepBack();
  expect(desk.fresh).toEqual([]);
});

test('what somebody else has changed is not taken back', async () => {
  const desk = await opened();
  desk.change({ set: ['title'], to: 'Mine' });
  await desk.flush();
  server.data = { title: 'Theirs' };
  server.version = 9;
  await desk.refresh();
  expect(desk.canStepBack).toBe(false);
});

test('the cases of trees take new results over, until one is refused', async () => {
  const desk = await opened();
  await desk.takeOutcomes(['trees/fire.yaml', 'trees/keep.yaml']);
  expect(desk).toMatchObject({ said: expect.stringContaining('then save') as string, isRefused: false });
  server.refuse = 400;
  await desk.takeOutcomes(['trees/fire.yaml', 'trees/keep.yaml']);
  expect(desk).toMatchObject({ said: 'No.', isRefused: true });
  expect(server.taken).toEqual(['trees/fire.yaml', 'trees/keep.yaml', 'trees/fire.yaml']);
});

test('saving asks first where recorded cases end elsewhere', async () => {
  const desk = await opened();
  desk.change({ set: ['title'], to: 'New' });
  server.cases = [{ file: 'trees/fire.yaml', title: 'Late bills', was: 'stay', is: 'leave' }];
  await desk.save();
  expect(desk.ending).toEqual(server.cases);
  expect(server.saved).toBe(0);
  await desk.save(true);
  expect(desk.ending).toEqual([]);
  expect([server.saved, desk.said, desk.isRefused]).toEqual([1, 'Saved: 1 file and 1 picture.', false]);
});

test('saving twice at once saves once, and says what it wrote', async () => {
  const desk = await opened();
  desk.change({ set: ['title'], to: 'New' });
  await Promise.all([desk.save(), desk.save()]);
  expect([server.saved, desk.said]).toEqual([1, 'Saved: 1 file and 1 picture.']);
});

test('without anything to save it says so; what was said goes with the next change', async () => {
  const desk = await opened();
  expect(desk.isSaved).toBe(true);
  await desk.save();
  expect([server.saved, desk.said]).toEqual([0, 'Nothing to save.']);
  desk.change({ set: ['title'], to: 'New' });
  expect([desk.said, desk.isSaved]).toEqual(['', false]);
});

test('changes on the page do what they do on the server', () => {
  const data = { list: ['a', 'b', 'c'], inner: { kept: 1 } };
  expect(apply(data, { move: ['list', 0], to: 2 })).toMatchObject({ list: ['b', 'c', 'a'] });
  expect(apply(data, { remove: ['list', 1] })).toMatchObject({ list: ['a', 'c'] });
  expect(apply(data, { remove: ['inner', 'kept'] })).toEqual({ list: ['a', 'b', 'c'], inner: {} });
  expect(apply([{ id: 'x' }], { set: [0, 'words'], to: 'y' })).toEqual([{ id: 'x', words: 'y' }]);
  expect(apply(data, { body: 'text' })).toBe(data);
});

test('a value in a group that is not there yet comes with the group', () => {
  expect(setting({}, ['related', 'guides'], ['a'])).toEqual({ set: ['related'], to: { guides: ['a'] } });
  expect(setting({ related: {} }, ['related', 'guides'], [])).toEqual({ set: ['related', 'guides'], to: [] });
  expect(setting([{}], [0, 'id'], 'x')).toEqual({ set: [0, 'id'], to: 'x' });
});

test('a field is not free to stay empty as long as its emptiness is a fault, or its words wait', () => {
  const desk = new Desk();
  const at = (path: readonly string[]) => ({ ...place, path, what: '', mend: '' });
  desk.open = {
    ...fileNow(),
    faults: [at(['why']), at(['title'])],
    unwritten: [at(['note'])],
  };
  desk.data = { title: 'Too long', note: 'Write here: why.', why: '' };
  expect(['why', 'title', 'note', 'other'].map((key) => desk.isToFill([key]))).toEqual([true, false, true, false]);
});

test('a company’s list says only what differs of the entries that the playbook’s has, and all of its own', () => {
  const desk = new Desk();
  const entry = (layer: 'playbook' | 'company') => {
    desk.open = { ...fileNow(), layer, beneath: ['shouting'] };
    desk.data = [{ id: 'shouting' }, { id: 'harbour-night' }];
    return [[0], [1], ['shouting'], ['harbour-night'], []].map((path) => desk.isPartial(path));
  };
  expect(entry('company')).toEqual([true, false, true, false, true]);
  expect(entry('playbook')).toEqual([false, false, false, false, false]);
});

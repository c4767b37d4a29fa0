import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Difference, Files, OpenFile, PictureAdded, Place, Saved } from '../../src/editor/api.ts';
import { override } from '../../src/cli/override.ts';
import { layersOf } from '../../src/content/layers.ts';
import { editor } from '../../src/integrations/editor.ts';
import { startEditServer, type EditServer } from '../support/edit-server.ts';
import { smallProject } from '../support/small-project.ts';

// The editor's server on a copy of the project, over HTTP: first without a company's folder, then with one.

let project = '';
let server: EditServer;
const read = (file: string): string => readFileSync(join(project, file), 'utf8');
const write = (file: string, text: string): void => writeFileSync(join(project, file), text);

const placed = (file: string, layer: Place['layer'] = 'playbook'): Place => ({ layer, file });
const open = async (place: Place): Promise<OpenFile> => {
  const { status, body } = await server.get<OpenFile>(`file/?${new URLSearchParams({ ...place })}`);
  expect(status).toBe(200);
  return body;
};
const change = async (place: Place, ...changes: object[]) => {
  const { version } = await open(place);
  return server.post<OpenFile>('change', { ...place, version, changes });
};
const files = async (): Promise<Files> => (await server.get<Files>('files/')).body;
const inList = async ({ layer, file }: Place) =>
  (await files()).files.find((one) => one.layer === layer && one.file === file);
const save = () => server.post<Saved & { says: string; files: Files }>('save', {});

afterAll(async () => {
  await server.stop();
  rmSync(project, { recursive: true, force: true });
});

describe('without a company’s folder', () => {
  beforeAll(async () => {
    project = smallProject();
    rmSync(join(project, 'company'), { recursive: true });
    write('content/guides/when-they-push/broken.mdx', '---\ntitle: "Never closed\n---\n');
    mkdirSync(join(project, 'elsewhere'));
    write('elsewhere/secret.yaml', 'title: A secret\n');
    symlinkSync(join(project, 'elsewhere'), join(project, 'content/scripts/linked'), 'junction');
    server = await startEditServer(project);
  });

  const guide = placed('guides/when-they-push/paying-late.mdx');
  const real = `content/${guide.file}`;

  test('a broken file is in the list, and opens as text with its fault', async () => {
    const broken = placed('guides/when-they-push/broken.mdx');
    expect(await inList(broken)).toMatchObject({ kind: 'guide', title: 'Broken', isDraft: false });
    const file = await open(broken);
    expect(file.data).toBeUndefined();
    expect(file.text).toContain('Never closed');
    expect(file.faults).toMatchObject([{ ...broken, line: 2 }]);
    expect((await change(broken, { set: ['title'], to: 'x' })).status).toBe(400);
    expect((await server.post<Files>('remove', broken)).status).toBe(200);
    expect(await inList(broken)).toMatchObject({ unsaved: 'removed' });
    expect((await save()).body.saved).toEqual([broken]);
    expect(existsSync(join(project, `content/${broken.file}`))).toBe(false);
  });

  test('everything there is to edit is listed, with what can be referred to', async () => {
    const { files: all, references, faults, company } = await files();
    expect(company).toBeUndefined();
    expect(faults).toEqual([]);
    expect(new Set(all.map(({ kind }) => kind))).toEqual(
      new Set(['guide', 'page', 'source', 'script', 'tree', 'cases', 'fact', 'phrasings', 'list']),
    );
    expect(all.some(({ file }) => /README|linked/.test(file))).toBe(false);
    for (const [kind, choices] of Object.entries(references)) {
      expect(choices.length, kind).toBeGreaterThan(0);
      expect(choices.every(({ id, title }) => id !== '' && title !== '')).toBe(true);
    }
    expect(references.guide).toContainEqual({ id: 'when-they-push/paying-late', title: 'They pay late', group: 'When they push' });
    expect(references.circumstance).toContainEqual({
      id: 'paid-late',
      title: 'They paid late more than once.',
      group: 'Should I fire this client?',
    });
  });

  test('a change shows on its page, and the real file has it only once it is saved', async () => {
    const before = read(real);
    const { address, schema, body } = await open(guide);
    expect(JSON.stringify(schema)).toContain('"refersTo":"guide"');
    expect(body).toContain('## Do this first');
    const changed = await change(guide, { set: ['title'], to: 'They pay: very late' });
    expect(changed).toMatchObject({ status: 200, body: { unsaved: 'changed', title: 'They pay: very late' } });
    await expect.poll(() => server.page(address)).toContain('They pay: very late');
    expect(read(real)).toBe(before);
    const { body: difference } = await server.get<Difference>('difference/');
    expect(difference.files).toMatchObject([{ ...guide, unsaved: 'changed' }]);
    const lines = difference.files[0]?.diff.split('\n') ?? [];
    expect(lines.slice(0, 2)).toEqual([`--- ${real}`, `+++ ${real}`]);
    expect(lines.filter((line) => /^[-+][^-+]/.test(line))).toEqual(['-title: They pay late', '+title: "They pay: very late"']);
    expect((await save()).body.saved).toEqual([guide]);
    expect(read(real)).toBe(before.replace('title: They pay late', 'title: "They pay: very late"'));
    expect((await inList(guide))?.unsaved).toBeUndefined();
  });

  test('a fault is told at its field, keeps the page as it was, and nothing is saved', async () => {
    const before = read(real);
    const { body: file } = await change(guide, { set: ['related', 'guides'], to: ['no/such-guide'] }, { set: ['owner'], to: 'Somebody' });
    expect(file.faults).toMatchObject([{ ...guide, path: ['related', 'guides', 0] }]);
    expect(await server.page(file.address)).toMatch(/^200 [\s\S]*very late/);
    const refused = await save();
    expect(refused).toMatchObject({ status: 422, body: { says: expect.stringContaining('Nothing was saved') as string } });
    expect(refused.body.files.faults).toEqual(file.faults);
    expect(read(real)).toBe(before);
    await change(guide, { body: '\n<Scirpt id="x" />\n' });
    expect((await open(guide)).faults.filter(({ path }) => path === undefined).length).toBeGreaterThan(0);
    expect(await server.page(file.address)).toMatch(/^200 [\s\S]*very late/);
    await server.post('undo', guide);
    expect((await files()).faults).toEqual([]);
  });

  test('only its own page may ask', async () => {
    const ask = (headers: Readonly<Record<string, string>>) => server.get('files/', headers);
    const own = `http://localhost:${server.port}`;
    expect((await ask({ origin: own, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await ask({ origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await ask({ origin: 'null' })).status).toBe(403);
    expect((await ask({ origin: 'http://localhost:1' })).status).toBe(403);
    expect((await ask({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await ask({ 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await ask({ host: `elsewhere.example:${server.port}` })).status).toBeGreaterThanOrEqual(400);
    expect((await ask({ host: 'localhost:1' })).status).toBe(421);
    expect((await server.post('undo', guide, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await server.post('undo', [guide])).status).toBe(400);
    expect((await server.post('change', { text: 'x'.repeat(3 * 1024 * 1024) })).status).toBe(413);
  });

  test('no other file can be named', async () => {
    for (const file of [
      '../package.json',
      'guides/../../package.json',
      '/etc/passwd',
      'guides\\..\\..\\package.json',
      'scripts/linked/secret.yaml',
      '.schemas/tree.schema.json',
      'README.md',
      'no-such.yaml',
    ]) {
      expect((await server.get(`file/?${new URLSearchParams({ ...placed(file) })}`)).status, file).toBe(404);
      expect((await server.post('change', { ...placed(file), version: '', changes: [] })).status, file).toBe(404);
      expect((await server.post('own', { file })).status, file).toBe(404);
    }
    expect((await server.post('change', { ...guide, version: (await open(guide)).version, changes: [{ set: 'title' }] })).status).toBe(400);
  });

  test('of two tabs the one that comes too late is told', async () => {
    const { version } = await open(guide);
    await change(guide, { set: ['title'], to: 'From one tab' });
    const late = await server.post<{ says: string; file: OpenFile }>('change', {
      ...guide,
      version,
      changes: [{ set: ['title'], to: 'From another' }],
    });
    expect(late).toMatchObject({ status: 409, body: { file: { title: 'From one tab' } } });
    await server.post('undo', guide);
  });

  test('what somebody else changes is taken over, or asked about', async () => {
    const before = read(real);
    write(real, before.replace('order: ', 'order: 1'));
    expect((await open(guide)).text).toContain('order: 1');
    await change(guide, { set: ['title'], to: 'Mine' });
    write(real, before.replace(/^title: .*/m, 'title: Theirs'));
    expect(await open(guide)).toMatchObject({ title: 'Mine', elsewhere: expect.stringContaining('title: Theirs') as string });
    expect(await inList(guide)).toMatchObject({ isChangedElsewhere: true });
    expect((await save()).status).toBe(409);
    expect(read(real)).toContain('title: Theirs');
    const { body: theirs } = await server.post<OpenFile>('resolve', { ...guide, keep: 'theirs' });
    expect(theirs.title).toBe('Theirs');
    expect(theirs.unsaved).toBeUndefined();

    await change(guide, { set: ['title'], to: 'Mine again' });
    rmSync(join(project, real));
    expect(await open(guide)).toMatchObject({ elsewhere: null });
    const { body: mine } = await server.post<OpenFile>('resolve', { ...guide, keep: 'mine' });
    expect(mine).toMatchObject({ title: 'Mine again', unsaved: 'new' });
    expect((await save()).status).toBe(200);
    expect(read(real)).toContain('title: Mine again');
    write(real, before);
    expect((await open(guide)).text).toBe(before);
  });

  test('what is not saved is still there after a new start', async () => {
    await change(guide, { set: ['title'], to: 'Kept' });
    await server.stop();
    write('content/situations.yaml', read('content/situations.yaml').replace(/words: .*/, 'words: Changed while it was off'));
    server = await startEditServer(project);
    expect(await open(guide)).toMatchObject({ title: 'Kept', unsaved: 'changed' });
    expect((await open(placed('situations.yaml'))).text).toContain('Changed while it was off');
    await server.post('undo', guide);
    expect((await server.get<Difference>('difference/')).body.files).toEqual([]);
  });

  test('a new guide begins as the command begins it', async () => {
    const { status, body } = await server.post<OpenFile>('new', { kind: 'guide', title: 'They want a discount', topic: 'when-they-push' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ ...placed('guides/when-they-push/they-want-a-discount.mdx'), unsaved: 'new', isDraft: true });
    expect(existsSync(join(project, `content/${body.file}`))).toBe(false);
    await expect.poll(() => server.page(body.address)).toMatch(/^200 [\s\S]*They want a discount/);
    expect((await server.post('new', { kind: 'guide', title: 'They want a discount', topic: 'when-they-push' })).status).toBe(409);
    expect((await server.post('new', { kind: 'guide', title: '../../x', topic: '../x' })).status).toBe(400);
    expect((await server.post('new', { kind: 'guide', title: '--playbook' })).status).toBe(400);
    await server.post('undo', body);
    expect(await inList(body)).toBeUndefined();
  });

  test('a tree tells what is reached, and what becomes of paths and cases', async () => {
    const tree = placed('trees/fire.yaml');
    const { data, tree: view } = await open(tree);
    expect(view).toMatchObject({ against: { changed: 0, raiseVersion: false } });
    expect(view?.questions.every(({ isReachable, walk }) => isReachable && walk?.startsWith('/decide/fire/#'))).toBe(true);
    const cases = (await open(placed('cases/fire.yaml'))).data as { title: string; answers: object; outcome: string }[];
    const [recorded] = cases;
    const [question, given] = Object.entries(recorded?.answers ?? {}).at(-1) as [string, string];
    const { questions, outcomes } = data as Record<'questions' | 'outcomes', { id: string; answers: { id: string }[] }[]>;
    const at = questions.findIndex(({ id }) => id === question);
    const answer = questions[at]?.answers.findIndex(({ id }) => id === given);
    const was = recorded?.outcome;
    const to = outcomes.find(({ id }) => id !== was)?.id;
    const { body } = await change(tree, { set: ['questions', at, 'answers', answer, 'to'], to });
    expect(body.tree?.against).toMatchObject({ raiseVersion: true });
    expect(body.tree?.against?.changed).toBeGreaterThan(0);
    expect(body.tree?.against?.moves).toContainEqual(expect.objectContaining({ from: was, to }));
    expect(body.tree?.against?.cases).toContainEqual({ title: recorded?.title, was, is: to });
    await server.post('undo', tree);
  });

  test('saving raises the version of a tree whose links lead elsewhere, and says so before', async () => {
    const tree = placed('trees/fire.yaml');
    const { version } = (await open(tree)).data as { version: number };
    await change(tree, { set: ['questions', 2, 'answers', 0, 'to'], to: 'ask-them' }, { set: ['questions', 2, 'answers', 1, 'to'], to: 'step-back' });
    const [difference] = (await server.get<Difference>('difference/')).body.files;
    expect(difference?.diff).toContain(`-version: ${version}\n+version: ${version + 1}\n`);
    expect((await open(tree)).data).toMatchObject({ version });
    expect((await save()).body.saved).toEqual([tree]);
    expect(read(`content/${tree.file}`)).toContain(`\nversion: ${version + 1}\n`);
    expect((await open(tree)).data).toMatchObject({ version: version + 1 });
    // Words alone change no way.
    await change(tree, { set: ['summary'], to: 'Three questions that lead to a way you can explain.' });
    expect((await save()).status).toBe(200);
    expect(read(`content/${tree.file}`)).toContain(`\nversion: ${version + 1}\n`);
  });

  test('a case that ends elsewhere is told as long as it does, and takes the new result over', async () => {
    const [tree, cases] = [placed('trees/fire.yaml'), placed('cases/fire.yaml')];
    const elsewhere = [{ at: 0, id: 'three-late-bills', title: 'Three late bills', says: 'step-back', is: 'ask-them' }];
    expect((await open(tree)).tree).toMatchObject({ against: { changed: 0, cases: [] }, elsewhere });
    expect((await server.post('outcomes', { file: tree.file, cases: ['another'] })).status).toBe(400);
    const { status, body } = await server.post<OpenFile>('outcomes', { file: tree.file, cases: ['three-late-bills'] });
    expect(status).toBe(200);
    expect(body).toMatchObject({ ...cases, unsaved: 'changed', faults: [], data: [{ outcome: 'ask-them' }] });
    expect((await open(tree)).tree?.elsewhere).toEqual([]);
    const retold = [{ at: 0, title: 'Three late bills', was: 'step-back', says: 'ask-them' }];
    for (const place of [tree, cases]) expect((await open(place)).tree?.retold).toEqual(retold);
    expect(await inList(cases)).toMatchObject({ title: 'Cases: Should I fire this client?', isDraft: false });
    expect((await save()).body.saved).toEqual([cases]);
    expect((await open(cases)).tree?.retold).toEqual([]);
    expect((await server.post('outcomes', { file: tree.file })).status).toBe(400);
    expect((await server.post('outcomes', { file: 'scripts/step-back.yaml' })).status).toBe(404);
  });
});

describe('with a company’s folder', () => {
  beforeAll(async () => {
    await server.stop();
    rmSync(project, { recursive: true, force: true });
    project = smallProject();
    server = await startEditServer(project);
  });

  test('the playbook’s files stay as they are, and the company’s own are changed', async () => {
    const guide = placed('guides/when-they-push/paying-late.mdx');
    expect((await files()).company).toBe('company');
    expect((await change(guide, { set: ['title'], to: 'x' })).status).toBe(403);
    const { status, body } = await server.post<OpenFile>('own', { file: guide.file });
    expect(status).toBe(200);
    expect(body).toMatchObject({ layer: 'company', file: guide.file, unsaved: 'new' });
    const unchanged = await server.get<Difference>('difference/');
    expect(unchanged.body.files).toMatchObject([{ file: guide.file, unsaved: 'new', diff: expect.not.stringContaining('@@') as string }]);
    await change(body, { set: ['title'], to: 'They pay us late' });
    const [difference] = (await server.get<Difference>('difference/')).body.files;
    const lines = difference?.diff.split('\n') ?? [];
    expect(lines.slice(0, 2)).toEqual([`--- content/${guide.file}`, `+++ company/${guide.file}`]);
    expect(lines.filter((line) => /^[-+][^-+]/.test(line))).toEqual(['-title: They pay late', '+title: They pay us late']);
    await expect.poll(() => server.page(body.address)).toContain('They pay us late');
    const saved = await save();
    expect(saved.body.saved?.map(({ file }) => file)).toEqual([guide.file]);
    expect(read(`company/${guide.file}`)).toContain('title: They pay us late');
    expect(read('company/overrides.yaml')).toContain(`${guide.file}: `);
    expect(read(`content/${guide.file}`)).toContain('title: They pay late');
    expect((await server.post('own', { file: guide.file })).status).toBe(409);
  });

  test('a copy that is taken back leaves nothing behind', async () => {
    const { body } = await server.post<OpenFile>('own', { file: 'guides/warning-signs/keep-a-record.mdx' });
    const names = async () => (await server.get<Difference>('difference/')).body.files.map(({ file }) => file);
    expect(await names()).toEqual([body.file]);
    await server.post('undo', body);
    expect(await names()).toEqual([]);
  });

  test('what a command notes meanwhile is put together with what the desk notes', async () => {
    const { body } = await server.post<OpenFile>('own', { file: 'guides/warning-signs/keep-a-record.mdx' });
    const list = 'company/overrides.yaml';
    const before = read(list);
    write(list, `${before}scripts/late-payment.yaml: "1234"\n`);
    const saved = await save();
    expect(saved).toMatchObject({ status: 200, body: { saved: [{ file: body.file }] } });
    expect(read(list)).toMatch(/guides\/warning-signs\/keep-a-record\.mdx: \S+\n[^]*scripts\/late-payment\.yaml: "?1234"?\n/);
    write(list, before);
    rmSync(join(project, `company/${body.file}`));
    expect(await inList(body)).toBeUndefined();
  });

  test('of a file of its own it is told that the playbook’s has changed since, until the change is taken over', async () => {
    const own = placed('guides/ending-it-well/the-last-message.mdx', 'company');
    const beneath = `content/${own.file}`;
    const before = read(beneath);
    const takeOver = () => override([own.file], project, () => undefined, layersOf(project, {}));
    takeOver();
    expect((await open(own)).isChangedBeneath).toBeUndefined();
    write(beneath, before.replace(/^title: .*/m, 'title: Write one last message'));
    expect((await open(own)).isChangedBeneath).toBe(true);
    expect((await open(placed(own.file))).isChangedBeneath).toBeUndefined();
    takeOver();
    expect((await open(own)).isChangedBeneath).toBeUndefined();
    write(beneath, before);
    takeOver();
  });

  test('a list of its own begins with nothing in it', async () => {
    const { body } = await server.post<OpenFile>('own', { file: 'beyond.yaml' });
    expect(body).toMatchObject({ text: '[]\n', data: [], faults: [] });
    const { body: added } = await change(body, { insert: [0], value: { id: 'harbour-ferries', title: 'Ferries' } });
    expect(added.text).toBe('- id: harbour-ferries\n  title: Ferries\n');
    await server.post('undo', body);
  });

  test('a copy of a tree is compared with the playbook’s', async () => {
    const { body } = await server.post<OpenFile>('own', { file: 'trees/fire.yaml' });
    expect(body.tree?.against).toMatchObject({ changed: 0, raiseVersion: false });
    const [recorded] = (await open(placed('cases/fire.yaml'))).data as { title: string; answers: object; outcome: string }[];
    const [question, given] = Object.entries(recorded?.answers ?? {}).at(-1) as [string, string];
    const { questions, outcomes, version } = body.data as {
      questions: { id: string; answers: { id: string; text: string }[] }[];
      outcomes: { id: string }[];
      version: number;
    };
    const at = questions.findIndex(({ id }) => id === question);
    const answers = questions[at]?.answers ?? [];
    const answer = answers.findIndex(({ id }) => id === given);
    const was = recorded?.outcome;
    const is = outcomes.find(({ id }) => id !== was)?.id;
    const way = ['questions', at, 'answers', answer, 'to'];
    const other = { title: recorded?.title, was, is };
    const { body: changed } = await change(body, { set: way, to: is });
    expect(changed.tree?.against?.changed).toBeGreaterThan(0);
    expect(changed.tree?.against?.cases).toContainEqual(other);
    expect(changed.tree?.against?.raiseVersion).toBe(true);
    const { body: difference } = await server.get<Difference>('difference/');
    expect(difference.cases).toContainEqual({ file: 'trees/fire.yaml', ...other });
    const { body: raised } = await change(body, { set: ['version'], to: version + 1 });
    expect(raised.tree?.against?.raiseVersion).toBe(false);
    for (const to of ['', 'no-such-way']) {
      const { body: lost } = await change(body, { set: way, to });
      const what = `The answer “${answers[answer]?.text}” leads nowhere.`;
      expect(lost.faults).toContainEqual(expect.objectContaining({ path: way, what }));
    }
    await server.post('undo', body);
    expect((await server.get<Difference>('difference/')).body).toEqual({ files: [], cases: [] });
  });

  test('the cases of a tree of its own take the new results over in a copy of their own', async () => {
    const { body: tree } = await server.post<OpenFile>('own', { file: 'trees/fire.yaml' });
    const cases = placed('cases/fire.yaml', 'company');
    const before = read('content/cases/fire.yaml');
    await change(tree, { set: ['questions', 2, 'answers', 0, 'to'], to: 'ask-them' }, { set: ['questions', 2, 'answers', 1, 'to'], to: 'step-back' });
    expect((await server.get<Difference>('difference/')).body.cases).toHaveLength(1);
    // The playbook’s own tree leads where its cases say.
    expect((await open(placed('trees/fire.yaml'))).tree?.elsewhere).toEqual([]);
    const { body } = await server.post<OpenFile>('outcomes', { file: tree.file });
    expect(body).toMatchObject({ ...cases, unsaved: 'new', text: before.replace('outcome: step-back', 'outcome: ask-them') });
    const { body: difference } = await server.get<Difference>('difference/');
    expect(difference.cases).toEqual([]);
    expect(difference.files.map(({ file }) => file)).toEqual([cases.file, tree.file]);
    expect((await save()).body.saved).toEqual([cases, placed(tree.file, 'company')]);
    expect(read('company/trees/fire.yaml')).toContain('\nversion: 2\n');
    expect(read('company/overrides.yaml')).toContain(`${cases.file}: `);
    expect(read('content/cases/fire.yaml')).toBe(before);
    for (const place of [cases, placed(tree.file, 'company')]) await server.post('remove', place);
    await save();
  });

  const night = 'company/pictures/harbour-night-board.png';

  test('a picture that grows, is renamed, and is there at the next start is no file of the desk', async () => {
    const whole = readFileSync(join(project, night));
    const [big, later] = ['company/pictures/harbour-big.png', 'company/pictures/harbour-later.png'];
    const guide = placed('guides/when-they-push/paying-late.mdx', 'company');
    const ofPictures = async () => (await files()).faults.filter(({ file }) => file.startsWith('pictures/'));
    const copies = (file: string) => ['desk', 'shown'].map((copy) => existsSync(join(project, '.cache/edit', copy, file)));
    write(big, '');
    expect(await ofPictures()).toEqual([
      { layer: 'company', file: 'pictures/harbour-big.png', what: expect.any(String) as string, mend: expect.any(String) as string },
    ]);
    for (let from = 0; from < whole.length; from += Math.ceil(whole.length / 4)) {
      appendFileSync(join(project, big), whole.subarray(from, from + Math.ceil(whole.length / 4)));
      expect((await change(guide, { set: ['order'], to: 900 + from })).status).toBe(200);
    }
    expect(await ofPictures()).toEqual([]);
    expect(readFileSync(join(project, '.cache/edit/shown', big))).toEqual(whole);
    expect((await files()).files.some(({ file }) => file.startsWith('pictures/'))).toBe(false);
    renameSync(join(project, big), join(project, later));
    expect((await change(guide, { set: ['order'], to: 77 })).status).toBe(200);
    expect([copies(big), copies(later)]).toEqual([[false, false], [true, true]]);
    expect((await server.get<Difference>('difference/')).body.files.map(({ file }) => file)).toEqual([guide.file]);
    renameSync(join(project, later), join(project, 'company/pictures/big.png'));
    expect(await ofPictures()).toMatchObject([{ file: 'pictures/big.png', mend: 'Call it harbour-big.' }]);
    expect((await ofPictures())[0]).not.toHaveProperty('line');
    await server.stop();
    expect(existsSync(join(project, '.cache/edit/open'))).toBe(false);
    rmSync(join(project, 'company/pictures/big.png'));
    const failed = spawnSync(process.execPath, ['src/cli/edit.ts', '--no-open', '--config', 'no-such.mjs'], { cwd: project, encoding: 'utf8' });
    expect(failed).toMatchObject({ status: 1, signal: null, stderr: expect.stringContaining('no-such.mjs') as string });
    // What an earlier version of the editor left behind.
    for (const copy of ['base', 'desk']) {
      mkdirSync(join(project, '.cache/edit', copy, 'company/pictures'), { recursive: true });
      write(`.cache/edit/${copy}/company/pictures/harbour-old.png`, copy);
    }
    server = await startEditServer(project);
    expect(await ofPictures()).toEqual([]);
    expect(copies('company/pictures/harbour-old.png')).toEqual([false, false]);
    expect(copies(night)).toEqual([true, true]);
    expect((await save()).body.saved).toEqual([guide]);
  });

  test('a picture is put into the company’s folder, under a name that the check takes', async () => {
    const bytes = readFileSync(join(project, night));
    const add = (name: string, data = bytes, layer?: string) =>
      server.post<PictureAdded & { says: string }>('picture', { name, data: data.toString('base64'), layer });
    /** The same picture in another file. */
    const other = (sign: number) => Buffer.concat([bytes, Buffer.from([sign])]);
    expect(await add('Our Team (copy).JPG', other(1))).toEqual({ status: 200, body: { address: '/pictures/harbour-our-team.png', isNew: true } });
    expect((await add('C:\\x\\harbour-our-team.png', other(2))).body.address).toBe('/pictures/harbour-our-team-2.png');
    expect((await add('../../…', other(3))).body.address).toBe('/pictures/harbour-picture.png');
    expect(readFileSync(join(project, 'company/pictures/harbour-our-team-2.png'))).toEqual(other(2));
    // What is there already is not put there a second time, whatever it is called.
    expect((await add('Another name.png', other(2))).body.address).toBe('/pictures/harbour-our-team-2.png');
    expect((await add('harbour-our-team.png')).body.address).toBe('/pictures/harbour-night-board.png');
    expect(existsSync(join(project, 'company/pictures/harbour-another-name.png'))).toBe(false);
    // Saving tells of those that came, and of each once.
    const came = ['our-team', 'our-team-2', 'picture'].map((name) => `/pictures/harbour-${name}.png`);
    expect([(await save()).body.pictures, (await save()).body.pictures]).toEqual([came, []]);
    expect((await files()).faults).toEqual([]);
    expect((await server.page('/pictures/harbour-our-team.png')).slice(0, 3)).toBe('200');
    expect(await add('x.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toMatchObject({ status: 400, body: { says: 'x.svg is no picture that pages show. Save it as PNG, JPEG, WebP, GIF or AVIF.' } });
    expect((await add('x.png', bytes.subarray(0, 12))).status).toBe(400);
    expect((await add('x.png', Buffer.concat([bytes, Buffer.alloc(10_000_000)]))).body.says).toContain('Save it smaller');
    expect((await add('x.png', Buffer.alloc(12_000_000))).status).toBe(413);
    expect((await add('x.png', bytes, 'playbook')).status).toBe(403);
    expect((await add('x.png', bytes, '..')).status).toBe(400);
    expect((await server.post('picture', { name: 'x.png' })).status).toBe(400);
  });

  test('a new script has the company’s prefix', async () => {
    const { body } = await server.post<OpenFile>('new', { kind: 'script', title: 'Ask for a key' });
    expect(body).toMatchObject({ layer: 'company', file: 'scripts/harbour-ask-for-a-key.yaml' });
    await server.post('undo', body);
  });
});

describe('the command', () => {
  const run = (...args: string[]) => spawnSync(process.execPath, ['src/cli/edit.ts', ...args], { encoding: 'utf8' });
  test('says what it does, and listens on this machine alone', () => {
    expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('npm run edit') as string });
    expect(run('--host', '0.0.0.0')).toMatchObject({ status: 1, stderr: expect.stringContaining('no --host') as string });
    expect(run('--port', 'x').stderr).toContain('"x" is no port');
  });
});

test.each([
  ['build', 'shown', 0],
  ['dev', '', 0],
  ['dev', 'shown', 1],
] as const)('in %s with EDITING="%s" there are %i pages of the editor', async (command, editing, pages) => {
  const injected: unknown[] = [];
  const setup = editor().hooks['astro:config:setup'];
  const before = process.env['EDITING'];
  process.env['EDITING'] = editing;
  await setup?.({ command, config: { root: new URL('file:///') }, injectRoute: (route: unknown) => injected.push(route), updateConfig: () => undefined } as never);
  if (before === undefined) delete process.env['EDITING'];
  else process.env['EDITING'] = before;
  expect(injected).toHaveLength(pages);
});

test('a build stops while the editor is open, in one sentence, and not for one that ended', () => {
  const openBy = (root: string, id: number | string) => {
    mkdirSync(join(root, '.cache/edit'), { recursive: true });
    writeFileSync(join(root, '.cache/edit/open'), String(id));
  };
  const says = 'The editor is open. Close it with Ctrl+C where it runs, then build again. Nothing was built.';
  const root = mkdtempSync(join(tmpdir(), 'open-'));
  const told: string[] = [];
  const build = () =>
    editor((why) => told.push(why)).hooks['astro:config:setup']?.({ command: 'build', config: { root: pathToFileURL(`${root}/`) } } as never);
  for (const ended of [spawnSync(process.execPath, ['--version']).pid, '', 'x']) {
    openBy(root, ended);
    void build();
  }
  expect(told).toEqual([]);
  openBy(root, process.pid);
  void build();
  expect(told).toEqual([says]);
  rmSync(root, { recursive: true });

  const whole = smallProject();
  openBy(whole, process.pid);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'build', '--config', 'astro.config.large.mjs'],
    { cwd: whole, env: { ...process.env, NODE_ENV: 'production', VITEST: '', COMPANY: '' }, encoding: 'utf8' },
  );
  expect({ status, said: `${stdout}${stderr}`.trim() }).toEqual({ status: 1, said: says });
  rmSync(whole, { recursive: true });
});

import type { IncomingMessage, ServerResponse } from 'node:http';
import { lists } from '../../content/lists.ts';
import { cannotWrite } from '../../cli/cannot-write.ts';
import { keepInMind, override } from '../../cli/override.ts';
import { writeNew } from '../../cli/new.ts';
import type { Content } from '../../content/content.ts';
import type { Change, Files, Found, OpenFile, Place, Saved } from '../api.ts';
import { editText, NotEditable } from '../engine/edit-text.ts';
import { searched } from '../engine/find.ts';
import { addPicture } from './add-picture.ts';
import { checkDesk, nameOf, type CheckedDesk } from './checked-desk.ts';
import { openDesk, type Desk } from './desk.ts';
import { differenceOf } from './difference.ts';
import { isSame } from './files.ts';
import { bodyOf, letIn, Refusal } from './gate.ts';
import { hasBody, kindOf, schemaOf } from './kinds.ts';
import { keysOf } from './keys-of.ts';
import { isMadeFrom, madeFrom } from './made-from.ts';
import { openFile, summaryOf, treeOnDesk, versionOf } from './open-file.ts';
import { referencesIn } from './references.ts';
import { textOf } from './text-of.ts';
import { asSaved } from './version-of-tree.ts';

type Body = Readonly<Record<string, unknown>>;

/** The editor's server: what answers below `/edit/api/`. */
export interface Editor {
  /** Answers one question or change. Never throws: what is refused or goes wrong is told. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Takes over what was changed elsewhere, so that it shows. */
  readonly refresh: () => void;
}

/**
 * Lays out the desk and makes what answers for it.
 * @param root the project's root folder
 */
export function makeEditor(root: string): Editor {
  const desk = openDesk(root);
  const pictures = new Set<string>();
  let last: { readonly turn: number; readonly checked: CheckedDesk } | undefined;
  const show = (): CheckedDesk => {
    const turn = desk.turn();
    if (last?.turn === turn) return last.checked;
    const checked = checkDesk(root, desk);
    if (checked.isShowable) desk.show();
    last = { turn, checked };
    return checked;
  };
  show();
  const answer = async (request: IncomingMessage): Promise<object> => {
    letIn(request);
    const url = new URL(request.url ?? '/', 'http://localhost');
    const name = `${request.method} ${url.pathname.replace(/^\/|\/$/g, '')}`;
    const body =
      request.method === 'POST'
        ? await bodyOf(request, name === 'POST picture' ? 'picture' : 'change')
        : Object.fromEntries(url.searchParams);
    const given = answers[name];
    // A change asks after its own file alone: it comes with every word that is typed, and the list asks after the others.
    if (name !== 'POST change') desk.takeOver();
    if (!given) throw new Refusal(404, 'The editor knows no such question.');
    return await given({ desk, show, pictures }, body);
  };
  return {
    refresh: () => {
      try {
        desk.takeOver();
        show();
      } catch {
        // A file that is just being written, or gone again: the next question or change tells what remains of it.
      }
    },
    handle: async (request, response) => {
      let [status, said]: [number, object] = [200, {}];
      try {
        said = await answer(request);
      } catch (error) {
        [status, said] = [500, { says: cannotWrite(error) ?? `That went wrong: ${String(error)}` }];
        if (error instanceof Refusal) [status, said] = [error.status, { says: error.message, ...error.more }];
        if (error instanceof NotEditable || error instanceof RangeError)
          [status, said] = [400, { says: error.message }];
      }
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
      response.end(JSON.stringify(said));
    },
  };
}

interface At {
  readonly desk: Desk;
  /** Checks the desk, and shows it if pages can be drawn from it. */
  readonly show: () => CheckedDesk;
  /** The pictures that were put in since it was saved last. */
  readonly pictures: Set<string>;
}

const answers: Readonly<Record<string, (at: At, body: Body) => object | Promise<object>>> = {
  'GET files': ({ desk, show }) => filesOf(desk, show()),
  'GET file': ({ desk, show }, body) => openFile(desk, placeIn(desk, body), show()),
  'GET found': ({ desk }, { words }) => found(desk, typeof words === 'string' ? words : ''),
  'GET difference': ({ desk, show }) => differenceOf(desk, show()),
  'POST change': change,
  'POST new': startFile,
  'POST own': ownCopy,
  'POST outcomes': takeOutcomes,
  'POST undo': ({ desk, show }, body) => {
    const place = placeIn(desk, body);
    desk.write(place, desk.copies(place).real);
    desk.know(place);
    return filesOf(withoutGone(desk, place), show());
  },
  'POST remove': ({ desk, show }, body) => {
    const place = writable(desk, placeIn(desk, body));
    desk.write(place, undefined);
    return filesOf(withoutGone(desk, place), show());
  },
  'POST resolve': resolve,
  'POST picture': async ({ desk, show, pictures }, body) => {
    const said = await addPicture(desk, show().reading.content.organisation.prefix, body);
    if (said.isNew) pictures.add(said.address);
    desk.takeOver();
    show();
    return said;
  },
  'POST save': save,
};

/** Forgets what a company's file was made from, once it is gone. */
function withoutGone(desk: Desk, { layer, file }: Place): Desk {
  const isNamed = desk.copies(madeFrom).desk?.toString('utf8').includes(file) ?? false;
  if (layer === 'company' && isNamed && !desk.copies({ layer, file }).desk) {
    desk.touch();
    keepInMind([], desk.folder, desk.layers);
  }
  return desk;
}

/** The file that is named: one of those that there are. */
function placeIn(desk: Desk, { layer, file }: Body): Place {
  const place = desk.places().find((one) => one.layer === layer && one.file === file);
  if (!place || !kindOf(place.file)) throw new Refusal(404, `There is no file ${String(file)} to edit.`);
  return place;
}

function writable(desk: Desk, place: Place): Place {
  if (place.layer === 'playbook' && desk.company !== undefined)
    throw new Refusal(403, 'The playbook’s own files stay as they are. Make a copy for your company, and change that.');
  return place;
}

function filesOf(desk: Desk, { reading, faults }: CheckedDesk): Files {
  return {
    ...(desk.company === undefined ? {} : { company: desk.company }),
    files: desk.places().flatMap((place) => summaryOf(desk, place, reading) ?? []),
    references: referencesIn(reading.content),
    faults,
    owners: ownersIn(reading.content),
  };
}

/** The roles that keep pages, those of most pages first. */
function ownersIn({ guides, scripts, trees }: Content): string[] {
  const all = Object.groupBy([...guides, ...scripts, ...trees], ({ owner }) => owner);
  return Object.keys(all).sort((one, other) => (all[other]?.length ?? 0) - (all[one]?.length ?? 0));
}

function found(desk: Desk, words: string): Found {
  const wanted = searched(words);
  const places = desk.places().filter((place) => {
    const bytes = kindOf(place.file) && desk.copies(place).desk;
    return bytes && searched(textOf(bytes)).includes(wanted);
  });
  return { places };
}

function change({ desk, show }: At, body: Body): OpenFile {
  const place = writable(desk, placeIn(desk, body));
  desk.takeOver(place);
  const bytes = desk.copies(place).desk;
  if (!bytes) throw new Refusal(404, `${place.file} has been taken away. Undo that first.`);
  if (body['version'] !== versionOf(bytes))
    throw new Refusal(409, 'The file was changed meanwhile, perhaps in another tab.', {
      file: openFile(desk, place, show()),
    });
  const changes = body['changes'];
  if (!Array.isArray(changes) || !changes.every(isChange)) throw new Refusal(400, 'The changes cannot be understood.');
  const kind = kindOf(place.file);
  const schema = kind ? schemaOf(kind, place.file) : {};
  const edited = editText(textOf(bytes), changes, hasBody(place.file), keysOf(schema));
  desk.write(place, Buffer.from(edited, 'utf8'));
  return openFile(desk, place, show());
}

const isPath = (value: unknown): boolean =>
  Array.isArray(value) && value.every((key) => typeof key === 'string' || (Number.isInteger(key) && Number(key) >= 0));

function isChange(value: unknown): value is Change {
  if (typeof value !== 'object' || value === null) return false;
  const { set, remove, insert, move, to, body, text } = value as Body;
  if ('set' in value) return isPath(set) && 'to' in value;
  if ('remove' in value) return isPath(remove);
  if ('insert' in value) return isPath(insert) && 'value' in value;
  if ('move' in value) return isPath(move) && Number.isInteger(to);
  return typeof body === 'string' || typeof text === 'string';
}

const today = (): string => new Date().toISOString().slice(0, 10);

function startFile({ desk, show }: At, { kind, title, topic }: Body): OpenFile {
  const before = new Set(desk.places().map((place) => nameOf(undefined, place)));
  const said: string[] = [];
  const args = [String(kind), String(title), ...(typeof topic === 'string' && topic !== '' ? ['--topic', topic] : [])];
  // What begins with a hyphen would be taken for an option.
  if (args.some((text) => text.startsWith('-') && text !== '--topic'))
    throw new Refusal(400, 'A title begins with a letter or a digit.');
  desk.touch();
  const code = writeNew(args, desk.folder, today(), (text) => said.push(text), desk.layers);
  if (code !== 0) throw new Refusal(code === 1 ? 409 : 400, said.join('\n').split('\n\n')[0] ?? '');
  const place = desk.places().find((one) => !before.has(nameOf(undefined, one)));
  if (!place) throw new Refusal(500, 'The new file cannot be found.');
  return openFile(desk, place, show());
}

function ownCopy({ desk, show }: At, { file }: Body): OpenFile {
  const own = copyToCompany(desk, placeIn(desk, { layer: 'playbook', file }));
  return openFile(desk, own, show());
}

/** Copies a file of the playbook into the company's folder on the desk. */
function copyToCompany(desk: Desk, place: Place): Place {
  if (desk.company === undefined) throw new Refusal(400, 'There is no company’s folder. Run npm run set-up first.');
  const own: Place = { layer: 'company', file: place.file };
  if (desk.copies(own).desk) throw new Refusal(409, `${nameOf(desk.company, own)} is there already.`);
  if ((lists as readonly string[]).includes(place.file)) {
    // A list of the company's is put together with the playbook's, so it begins with nothing in it.
    const { type } = schemaOf('list', place.file) as { readonly type?: unknown };
    desk.write(own, Buffer.from(type === 'array' ? '[]\n' : '{}\n'));
  } else {
    const said: string[] = [];
    desk.touch();
    if (override([place.file], desk.folder, (text) => said.push(text), desk.layers) !== 0)
      throw new Refusal(400, said.join(' '));
  }
  return own;
}

/** Lets recorded cases of a tree say where their answers lead now: those that are named, or all of them. */
function takeOutcomes({ desk, show }: At, { file, cases: only }: Body): OpenFile {
  const places = desk.places().filter((place) => place.file === file && desk.copies(place).desk);
  const tree = places.find(({ layer }) => layer === 'company') ?? places[0];
  if (!tree || kindOf(tree.file) !== 'tree') throw new Refusal(404, `There is no tree ${String(file)}.`);
  const { reading } = show();
  const cases = tree.file.replace(/^trees/, 'cases');
  const changes = (treeOnDesk(desk, tree, { reading })?.elsewhere ?? []).flatMap(({ at, id, is }): Change[] =>
    is === null || (Array.isArray(only) && !only.includes(id)) ? [] : [{ set: [at, 'outcome'], to: is }],
  );
  if (changes.length === 0) throw new Refusal(400, 'No recorded case leads to another result than it says.');
  const own: Place = { layer: desk.company === undefined ? 'playbook' : 'company', file: cases };
  if (!desk.copies(own).desk) copyToCompany(desk, { layer: 'playbook', file: cases });
  const { desk: bytes } = desk.copies(own);
  if (bytes) desk.write(own, Buffer.from(editText(textOf(bytes), changes, false), 'utf8'));
  return openFile(desk, own, show());
}

function resolve({ desk, show }: At, body: Body): object {
  const place = placeIn(desk, body);
  if (body['keep'] !== 'mine' && body['keep'] !== 'theirs')
    throw new Refusal(400, 'Say whether to keep mine or theirs.');
  if (body['keep'] === 'theirs') desk.write(place, desk.copies(place).real);
  desk.know(place);
  const checked = show();
  return desk.copies(place).desk ? openFile(desk, place, checked) : filesOf(desk, checked);
}

function save({ desk, show, pictures }: At): Saved {
  // Pictures and the day count too, and they change without a word.
  desk.touch();
  const checked = show();
  const files = filesOf(desk, checked);
  const elsewhere = desk.places().filter((place) => desk.isChangedElsewhere(place));
  if (elsewhere.length > 0) {
    const names = elsewhere.map((place) => nameOf(desk.company, place)).join(', ');
    throw new Refusal(409, `Nothing was saved: somebody else has changed ${names}. Choose which to keep.`, { files });
  }
  if (checked.faults.length > 0)
    throw new Refusal(422, 'Nothing was saved: the check finds something wrong. Mend it first.', { files });
  const saved = desk.places().filter((place) => desk.unsaved(place));
  for (const place of saved) {
    const bytes = asSaved(desk, place, checked);
    if (!isSame(bytes, desk.copies(place).desk)) desk.write(place, bytes);
    desk.save(place);
  }
  const putIn = [...pictures];
  pictures.clear();
  return { saved: saved.filter((place) => !isMadeFrom(place)), pictures: putIn, files: filesOf(desk, show()) };
}

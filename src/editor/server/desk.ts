import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lists } from '../../content/lists.ts';
import { layersOf, type Layer } from '../../content/layers.ts';
import type { Place } from '../api.ts';
import { bytesOf, filesIn, isSame, putFile } from './files.ts';
import { follow, followed, isFollowed } from './follow.ts';
import { isMadeFrom, mergeMadeFrom } from './made-from.ts';

/** What became of a file on the desk. */
export type Unsaved = 'new' | 'changed' | 'removed';

/** A file as it is in three places; undefined where it is missing. */
interface Copies {
  /** In the real folder. */
  readonly real: Buffer | undefined;
  /** In the real folder when the desk took it. */
  readonly base: Buffer | undefined;
  readonly desk: Buffer | undefined;
}

/** The keeper's copy of the content. Its folder has `content` and `company` in it, as a project has. */
export interface Desk {
  readonly folder: string;
  /** Its layers, as seen from its folder. */
  readonly layers: readonly Layer[];
  /** The company's real folder, if there is one. */
  readonly company: string | undefined;
  /** Every file there is on the desk or was, the removed ones too; pictures and attachments are none. */
  places(): Place[];
  copies(place: Place): Copies;
  write(place: Place, bytes: Buffer | undefined): void;
  /** What is not saved yet. */
  unsaved(place: Place): Unsaved | undefined;
  /** Whether somebody else has changed the real file, and the desk says something else. */
  isChangedElsewhere(place: Place): boolean;
  /** Counts up whenever something on the desk changes. */
  turn(): number;
  /** Counts up: something on the desk is changed in another way than by `write`. */
  touch(): void;
  /**
   * Takes over what somebody else has changed in files that the keeper has left alone, and pictures and attachments as
   * they are.
   * @param only the one file to look at beside those; all of them without it
   */
  takeOver(only?: Place): void;
  /** From now on the real file as it is counts as known. */
  know(place: Place): void;
  /** The real folder of a layer. */
  realFolder(layer: Place['layer']): string;
  /** Puts the file into the real folder as it is on the desk. */
  save(place: Place): void;
  /** Lets the pages show the desk as it is. */
  show(): void;
}

/**
 * What a file on the desk is compared with: the one that is saved, or the playbook's that a new one of the company's stands
 * in for. A list of the company's stands in for nothing, as it is put together with the playbook's.
 */
export function comparedWith(desk: Desk, place: Place): { readonly place: Place; readonly bytes: Buffer | undefined } {
  const { base } = desk.copies(place);
  const below: Place = { layer: 'playbook', file: place.file };
  if (base || place.layer === 'playbook' || (lists as readonly string[]).includes(place.file))
    return { place, bytes: base };
  const bytes = desk.copies(below).desk;
  return bytes ? { place: below, bytes } : { place, bytes };
}

/** Where the desk and what belongs to it lie, from the project's root. */
export const editFolder = '.cache/edit';

/** Where the development server finds what it shows. */
export const shownFolder = `${editFolder}/shown`;

const layerFolder = { playbook: 'content', company: 'company' } as const;

/**
 * Opens the desk, and lays it out when it is not there. What was not saved last time is still there.
 * @param root the project's root folder
 * @param environment COMPANY may name the company's folder
 */
export function openDesk(root: string, environment: Readonly<Record<string, string | undefined>> = process.env): Desk {
  const { EDITING: _, ...others } = environment;
  const realLayers = layersOf(root, others);
  const folder = resolve(root, editFolder, 'desk');
  const [taken, shown] = [resolve(root, editFolder, 'base'), resolve(root, shownFolder)];
  const layers = realLayers.map(({ name, ...layer }): Layer => ({ ...layer, name, folder: layerFolder[name] }));
  const real = (layer: Place['layer']): string =>
    resolve(root, realLayers.find(({ name }) => name === layer)?.folder ?? layerFolder[layer]);

  let turn = 0;
  /** What was written since the pages were last shown; all of it when nobody can say. */
  let unshown: Map<string, Place> | 'all' = 'all';
  /** The files of a layer that are on the desk or shown. */
  const inEither = (layer: Place['layer']): Place[] => {
    const files = new Set([folder, shown].flatMap((whole) => filesIn(join(whole, layerFolder[layer]))));
    return [...files].filter((file) => !isFollowed(file)).map((file) => ({ layer, file }));
  };
  const desk: Desk = {
    folder,
    layers,
    company: realLayers.find(({ name }) => name === 'company')?.folder,
    places: () =>
      layers.flatMap(({ name }) => {
        const folders = [real(name), join(taken, layerFolder[name]), join(folder, layerFolder[name])];
        const files = new Set(folders.flatMap(filesIn).filter((file) => !isFollowed(file)));
        return [...files].sort().map((file): Place => ({ layer: name, file }));
      }),
    copies: ({ layer, file }) => ({
      real: bytesOf(real(layer), file),
      base: bytesOf(join(taken, layerFolder[layer]), file),
      desk: bytesOf(join(folder, layerFolder[layer]), file),
    }),
    write: ({ layer, file }, bytes) => {
      turn++;
      if (unshown !== 'all') unshown.set(`${layer} ${file}`, { layer, file });
      putFile(join(folder, layerFolder[layer]), file, bytes);
    },
    turn: () => turn,
    touch: () => {
      turn++;
      unshown = 'all';
    },
    unsaved: (place) => {
      const { base, desk: mine } = desk.copies(place);
      if (isSame(base, mine)) return undefined;
      return mine === undefined ? 'removed' : base === undefined ? 'new' : 'changed';
    },
    isChangedElsewhere: (place) => {
      const { real, base, desk: mine } = desk.copies(place);
      return !isSame(real, base) && !isSame(base, mine) && !isSame(real, mine);
    },
    takeOver: (only) => {
      for (const { name } of layers)
        for (const copy of [folder, shown].map((whole) => join(whole, layerFolder[name])))
          // What shows is laid out whole, once it can be shown.
          if ((copy.startsWith(folder) || existsSync(copy)) && follow(real(name), copy)) turn++;
      for (const place of only ? [only] : desk.places()) {
        const [now, base] = [real(place.layer), join(taken, layerFolder[place.layer])].map((whole) =>
          bytesOf(whole, place.file),
        );
        if (isSame(now, base)) continue;
        const mine = bytesOf(join(folder, layerFolder[place.layer]), place.file);
        const merged = isMadeFrom(place) && desk.isChangedElsewhere(place) && mergeMadeFrom(now, base, mine);
        if (merged) {
          desk.write(place, merged);
          putFile(join(taken, layerFolder[place.layer]), place.file, now);
          continue;
        }
        if (isSame(base, mine)) desk.write(place, now);
        // Not what it is by now: somebody may be about to write more.
        if (isSame(base, mine) || isSame(now, mine)) putFile(join(taken, layerFolder[place.layer]), place.file, now);
      }
    },
    realFolder: real,
    know: (place) => putFile(join(taken, layerFolder[place.layer]), place.file, desk.copies(place).real),
    save: (place) => {
      putFile(real(place.layer), place.file, desk.copies(place).desk);
      desk.know(place);
    },
    show: () => {
      const changed = unshown === 'all' ? layers.flatMap(({ name }) => inEither(name)) : [...unshown.values()];
      for (const { layer, file } of changed) {
        const [from, to] = [folder, shown].map((whole) => join(whole, layerFolder[layer])) as [string, string];
        const bytes = bytesOf(from, file);
        if (!isSame(bytes, bytesOf(to, file))) putFile(to, file, bytes);
      }
      unshown = new Map();
      for (const { name } of layers) follow(real(name), join(shown, layerFolder[name]));
    },
  };
  // Pictures were files of the desk once.
  for (const layer of Object.values(layerFolder))
    for (const name of followed) rmSync(join(taken, layer, name), { recursive: true, force: true });
  desk.takeOver();
  if (!desk.company) rmSync(join(shown, layerFolder.company), { recursive: true, force: true });
  if (!existsSync(join(shown, layerFolder.playbook))) desk.show();
  return desk;
}

import { basename, dirname } from 'node:path';
import { z } from 'astro/zod';
import type { Guide } from '../../content/content.ts';
import { lists } from '../../content/lists.ts';
import { addressOfPhrasings } from '../../content/schemas/phrasings.ts';
import { jsonSchemaOf } from '../../content/schemas/json-schema.ts';
import { fileSchemas } from '../../content/schemas/of-files.ts';
import {
  aboutAddress,
  casesAddress,
  decideAddress,
  guideAddress,
  guidesAddress,
  homeAddress,
  pageAddresses,
  scriptAddress,
  scriptsAddress,
  searchAddress,
  sourceAddress,
  sourcesAddress,
  treeAddress,
} from '../../routes.ts';
import type { Kind } from '../api.ts';

/** The folder of each kind, and how its files' names end. */
const folders: readonly (readonly [folder: string, ending: string, kind: Kind])[] = [
  ['guides', '.mdx', 'guide'],
  ['pages', '.mdx', 'page'],
  ['sources', '.md', 'source'],
  ['scripts', '.yaml', 'script'],
  ['trees', '.yaml', 'tree'],
  ['cases', '.yaml', 'cases'],
  ['facts', '.yaml', 'fact'],
  ['phrasings', '.yaml', 'phrasings'],
];

/**
 * What kind of content a file is.
 * @param file its place in a layer
 * @returns undefined for what is no content, such as notes
 */
export function kindOf(file: string): Kind | undefined {
  if ((lists as readonly string[]).includes(file)) return 'list';
  return folders.find(([folder, ending]) => file.startsWith(`${folder}/`) && file.endsWith(ending))?.[2];
}

/** Whether a file has front matter and a text below. */
export const hasBody = (file: string): boolean => !file.endsWith('.yaml');

const nameOf = (file: string): string => basename(file).replace(/\.[a-z]+$/, '');

const made = new Map<string, object>();

/** The JSON Schema of a file's data. */
export function schemaOf(kind: Kind, file: string): object {
  const name = kind === 'list' ? nameOf(file) : kind;
  const [title, schema] = fileSchemas[name] ?? ['', z.unknown()];
  const known = made.get(name) ?? jsonSchemaOf(title, schema);
  made.set(name, known);
  return known;
}

/** Pages on which lists show; the others show on the first page. */
const pagesOfLists: Readonly<Record<string, string>> = {
  circumstances: decideAddress,
  safeguards: decideAddress,
  needs: decideAddress,
  vocabulary: searchAddress,
  danger: searchAddress,
  beyond: sourcesAddress,
  topics: guidesAddress,
  fields: scriptsAddress,
  organisation: aboutAddress,
};

/**
 * The address of the page that shows a file, from the site's root.
 * @param guides those that a fact may show in
 */
export function addressOf(kind: Kind, file: string, guides: readonly Pick<Guide, 'ref' | 'facts'>[]): string {
  const name = nameOf(file);
  switch (kind) {
    case 'guide':
      return guideAddress(`${dirname(file).slice('guides/'.length)}/${name}`);
    case 'script':
      return scriptAddress(name);
    case 'tree':
      return treeAddress(name);
    case 'cases':
      return casesAddress(name);
    case 'source':
      return sourceAddress(name);
    case 'page':
      return pageAddresses[name] ?? aboutAddress;
    case 'phrasings':
      return addressOfPhrasings(`content/${file}`);
    case 'fact': {
      const guide = guides.find(({ facts }) => facts.includes(name));
      return guide ? guideAddress(guide.ref) : guidesAddress;
    }
    case 'list':
      return pagesOfLists[name] ?? homeAddress;
  }
}

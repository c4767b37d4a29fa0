import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { didYouMean } from '../explain.ts';
import { idOf } from '../id-of.ts';
import type { FileFault } from '../read-file.ts';
import type { Check } from './check.ts';

/** The folders of content, with the ending of the files in each. */
const endings: Readonly<Record<string, string>> = {
  guides: '.mdx',
  pages: '.mdx',
  sources: '.md',
  scripts: '.yaml',
  trees: '.yaml',
  cases: '.yaml',
};

/** Files that lie beside these folders. */
const single = ['beyond.yaml', 'fields.yaml', 'organisation.yaml', 'situations.yaml', 'vocabulary.yaml'];

/** Every file in the content's folder is read, and its name can be an address. Hidden files and README.md are nobody's. */
export const fileNames: Check = ({ root }) => {
  const folder = 'content';
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(join(root, folder), join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((name) => !/(?:^|\/)\./.test(name) && !/(?:^|\/)README\.md$/.test(name))
    .flatMap((name): FileFault[] => {
      const fault = nameFault(name);
      return fault ? [{ file: `${folder}/${name}`, path: [], ...fault }] : [];
    });
};

function nameFault(path: string): Pick<FileFault, 'what' | 'mend'> | undefined {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  const [folder = ''] = parts;
  if (parts.length === 1)
    return single.includes(name)
      ? undefined
      : { what: 'Nothing reads this file.', mend: `${didYouMean(name, single)} Otherwise move or remove it.` };
  const ending = endings[folder];
  if (ending === undefined)
    return {
      what: `Nothing reads the folder ${folder}.`,
      mend: `${didYouMean(folder, Object.keys(endings))} Otherwise move or remove it.`,
    };
  if (!name.endsWith(ending))
    return {
      what: `The file is not read: names in ${folder} end in ${ending}.`,
      mend: `Rename it to ${meantName(name)}${ending}.`,
    };
  const stem = name.slice(0, -ending.length);
  if (/(?: - copy|copy|\(\d+\)|~)\s*$/i.test(stem))
    return { what: 'The name is that of a copy.', mend: 'Give the file a name of its own, or remove it.' };
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(stem)
    ? undefined
    : {
        what: `The name ${name} cannot be an address: lower-case letters, digits and single hyphens only.`,
        mend: `Rename it to ${meantName(name)}${ending}.`,
      };
}

const meantName = (name: string): string => idOf(name.replace(/(?:\.[a-z]+)+$/i, '')) || 'a-name-of-its-own';
